// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/signinwords.h"
#include "gui/statusline.h"
#include "windowfixture.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QStatusBar>

using namespace tokendesk;

namespace {

constexpr qint64 now = 1'772'366'400'000; // 2026-03-01T12:00:00Z
constexpr qint64 minute = 60'000;

Profile providerProfile()
{
    Profile profile = WindowFixture::profile();
    profile.signIn = SignInMethod::Browser;
    profile.provider.issuer = QStringLiteral("https://login.example");
    profile.provider.clientId = QStringLiteral("token-desk");
    return profile;
}

WindowFacts closedFacts(ConnectionFlow::State state, bool usesProvider = true)
{
    WindowFacts facts;
    facts.connection = state;
    facts.profileName = QStringLiteral("Production");
    facts.usesProvider = usesProvider;
    facts.busyForLong = true;
    facts.nowMs = now;
    return facts;
}

WindowFacts openFacts(bool usesProvider)
{
    WindowFacts facts = closedFacts(ConnectionFlow::State::Idle, usesProvider);
    facts.phase = Session::Phase::Ready;
    facts.shown = facts.total = 7;
    facts.listAgeMs = 3 * minute;
    return facts;
}

SignInStatus status(SignInStatus::State state, qint64 leftMs, bool renewsItself = false)
{
    return {.state = state,
            .who = QStringLiteral("ada@example.com"),
            .expiresAtMs = now + leftMs,
            .renewsItself = renewsItself};
}

QString words(const BannerChoice &banner)
{
    return banner.text.headline + QLatin1Char(' ') + banner.text.explanation;
}

QString at(qint64 instant)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(instant).time(), QLocale::ShortFormat);
}

} // namespace

class TestWindowSignIn : public QObject
{
    Q_OBJECT

    using State = SignInStatus::State;

    static QMessageBox *question(const WindowFixture &f)
    {
        return f.window->findChild<QMessageBox *>(QStringLiteral("forgetQuestion"));
    }
    /// A window whose profile signs in with a provider and keeps nothing.
    static void start(WindowFixture &f)
    {
        f.start();
        Profile profile = providerProfile();
        profile.keepsSecrets = false;
        f.profiles->save(profile);
        f.window->restoreConnection();
    }

private Q_SLOTS:
    void whereNothingWasKeptOneClickBeginsTheSignIn()
    {
        WindowFixture f;
        start(f);
        QCOMPARE(f.says("pageHeadline"), QStringLiteral("You have to sign in again"));
        QVERIFY(f.says("pageExplanation").contains(QStringLiteral("Production")));
        QCOMPARE(f.buttonText("pageButton"), QStringLiteral("Sign In"));
        f.click("pageButton");
        QCOMPARE(f.signInDialogs.size(), size_t(1));
        QCOMPARE(f.signInDialogs[0].uuid, WindowFixture::profile().uuid);
        QVERIFY(f.connectDialogs.empty()); // no form
    }

    void afterTheSignInTheListComesAndTheProfileIsSavedAsItIsNow()
    {
        WindowFixture f;
        start(f);
        f.click("pageButton");
        f.openSession();
        f.signedIn(providerProfile());
        QTRY_VERIFY(f.isListShown());
        QVERIFY(f.profiles->find(providerProfile().uuid)->keepsSecrets);
        QCOMPARE(f.profiles->lastUsed()->uuid, providerProfile().uuid);
    }

    void theConnectionCanStillBeLookedAt()
    {
        WindowFixture f;
        start(f);
        f.trigger("actionConnection");
        QCOMPARE(f.connectDialogs.back().reason, ConnectReason::Change);
    }

    void theMenuSaysWhatFitsTheProfile()
    {
        WindowFixture f;
        start(f);
        QCOMPARE(f.find<QAction>("actionDisconnect")->text(), QStringLiteral("Sign &Out…"));
        WindowFixture pasted;
        pasted.startConnected();
        QCOMPARE(pasted.find<QAction>("actionDisconnect")->text(), QStringLiteral("&Disconnect…"));
    }

    void aSessionThatEndedKeepsItsListAndOneClickSignsInAgain()
    {
        WindowFixture f;
        f.start();
        f.session->open(providerProfile(), std::make_unique<FakeTokenService>(f.server));
        QTRY_VERIFY(f.isListShown());
        f.server.everyError = Error{.kind = ErrorKind::SignInRequired};
        f.refresh();
        QVERIFY(f.isListShown());
        QCOMPARE(f.model()->rowCount(), 7);
        QCOMPARE(f.says("bannerHeadline"), QStringLiteral("You have to sign in again."));
        QVERIFY(f.says("bannerExplanation").contains(QStringLiteral("The list is from before")));
        QVERIFY(!f.isEnabled("actionNewToken"));
        f.click("bannerButton");
        QCOMPARE(f.signInDialogs.size(), size_t(1));
        QVERIFY(f.connectDialogs.empty());
    }

    void aPastedTokenSaysWhoAndItsEndInTime()
    {
        WindowFixture f;
        f.start();
        const auto base64 = [](const QByteArray &json) {
            return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        };
        const QByteArray claims =
            "{\"email\":\"ada@example.com\",\"exp\":" + QByteArray::number((f.clock.nowMs() + 20 * minute) / 1000) +
            "}";
        Profile profile = WindowFixture::profile();
        profile.keepsSecrets = false;
        f.connector->connectTo(profile, Secret(base64("{\"alg\":\"none\"}") + '.' + base64(claims) + ".c2ln"),
                               f.window.get(), [](const Result<void> &) {});
        QTRY_VERIFY(f.isListShown());
        const QString until = at(f.clock.nowMs() + 20 * minute);
        QTRY_COMPARE(f.says("statusSignIn"), QStringLiteral("Signed in as ada@example.com until %1").arg(until));
        QCOMPARE(f.says("bannerHeadline"), QString());
    }

    void signingOutIsExplainedWithTheFocusOnCancel()
    {
        WindowFixture f;
        start(f);
        f.trigger("actionDisconnect");
        QVERIFY(question(f));
        QCOMPARE(question(f)->textFormat(), Qt::PlainText);
        QVERIFY(question(f)->text().contains(QStringLiteral("withdraw")));
        QVERIFY(question(f)->text().contains(QStringLiteral("keychain")));
        QVERIFY(question(f)->text().contains(QStringLiteral("somebody else")));
        QCOMPARE(question(f)->defaultButton(), question(f)->button(QMessageBox::Cancel));
        QCOMPARE(question(f)->findChild<QPushButton *>(QStringLiteral("forgetButton"))->text(),
                 QStringLiteral("Sign Out"));
    }

    void whatBecameOfTheSignInIsSaid_data()
    {
        using Revocation = Forgotten::Revocation;
        QTest::addColumn<int>("revocation");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("done") << int(Revocation::Done) << QStringLiteral("The sign-in service has withdrawn it.");
        QTest::newRow("not offered") << int(Revocation::NotOffered)
                                     << QStringLiteral(
                                            "cannot withdraw it. What it had handed out before ends by itself.");
        QTest::newRow("failed") << int(Revocation::Failed)
                                << QStringLiteral("did not withdraw it. The sign-in service could not be reached.");
        QTest::newRow("nothing to withdraw")
            << int(Revocation::NotNeeded) << QStringLiteral("no longer on this computer.");
    }
    void whatBecameOfTheSignInIsSaid()
    {
        QFETCH(int, revocation);
        QFETCH(QString, sentence);
        WindowFacts facts = closedFacts(ConnectionFlow::State::Forgotten);
        facts.revocation = Forgotten::Revocation(revocation);
        facts.connectionError = {.kind = ErrorKind::Network, .detail = QStringLiteral("refused")};
        const auto page = choosePage(facts);
        QCOMPARE(page->content.headline, QStringLiteral("You are signed out"));
        QVERIFY2(page->content.explanation.contains(sentence), qPrintable(page->content.explanation));
        QCOMPARE(page->content.details.isEmpty(), facts.revocation != Forgotten::Revocation::Failed);
        QCOMPARE(page->content.button, QStringLiteral("Sign In"));
        QCOMPARE(page->action, PageAction::SignIn);
    }

    void aSignInThatCannotBeRemovedIsNotSaidToBeGone()
    {
        WindowFacts facts = closedFacts(ConnectionFlow::State::ForgetFailed);
        facts.connectionError = {.kind = ErrorKind::KeychainLocked};
        const auto page = choosePage(facts);
        QCOMPARE(page->content.headline, QStringLiteral("The sign-in could not be removed."));
        QVERIFY(page->content.explanation.startsWith(QStringLiteral("The keychain is locked.")));
        QVERIFY(page->content.explanation.contains(QStringLiteral("may still be in the keychain")));
        QCOMPARE(page->action, PageAction::TryConnectionAgain);
    }

    void aStartThatNeedsTheSignInServiceSaysSo()
    {
        const auto page = choosePage(closedFacts(ConnectionFlow::State::Restoring));
        QCOMPARE(page->content.headline, QStringLiteral("Signing in…"));
        QVERIFY(page->content.busy);
    }

    void aStartThatFailedOffersWhatHelps_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("headline");
        QTest::addColumn<int>("action");
        QTest::newRow("ended") << int(ErrorKind::SignInRequired) << QStringLiteral("You have to sign in again.")
                               << int(PageAction::SignIn);
        QTest::newRow("no entry") << int(ErrorKind::KeychainMissing) << QStringLiteral("The keychain gave no sign-in.")
                                  << int(PageAction::SignIn);
        QTest::newRow("no keychain") << int(ErrorKind::KeychainUnavailable)
                                     << QStringLiteral("There is no keychain to use.") << int(PageAction::SignIn);
        QTest::newRow("locked") << int(ErrorKind::KeychainLocked) << QStringLiteral("The keychain is locked.")
                                << int(PageAction::TryConnectionAgain);
        QTest::newRow("network") << int(ErrorKind::Network)
                                 << QStringLiteral("The sign-in service could not be reached.")
                                 << int(PageAction::TryConnectionAgain);
        QTest::newRow("refused") << int(ErrorKind::SignInRefused)
                                 << QStringLiteral("The sign-in service refused the request.")
                                 << int(PageAction::CheckConnection);
    }
    void aStartThatFailedOffersWhatHelps()
    {
        QFETCH(int, kind);
        QFETCH(QString, headline);
        QFETCH(int, action);
        WindowFacts facts = closedFacts(ConnectionFlow::State::RestoreFailed);
        facts.connectionError = {.kind = ErrorKind(kind)};
        const auto page = choosePage(facts);
        QCOMPARE(page->content.headline, headline);
        QCOMPARE(int(page->action), action);
        QVERIFY(!page->content.button.isEmpty());
        QVERIFY(!page->content.explanation.contains(QStringLiteral("access token")));
    }

    void theListStaysAndIsDatedWhenTheSessionHasEnded()
    {
        WindowFacts facts = openFacts(true);
        facts.signIn = status(State::NeedsSignIn, -minute);
        QVERIFY(!choosePage(facts));
        const auto banner = chooseBanner(facts);
        QCOMPARE(banner->tone, Banner::Tone::Problem);
        QCOMPARE(banner->text.headline, QStringLiteral("You have to sign in again."));
        QVERIFY(banner->text.explanation.contains(QStringLiteral("loaded 3 minute")));
        QCOMPARE(int(banner->text.nextStep), int(NextStep::SignIn));

        facts.usesProvider = false;
        const auto pasted = chooseBanner(facts);
        QCOMPARE(pasted->text.headline, QStringLiteral("The access token has expired."));
        QCOMPARE(int(pasted->text.nextStep), int(NextStep::NewAccessToken));
    }

    void aRefusedSignInAsksForNoAccessToken()
    {
        WindowFacts facts = openFacts(true);
        facts.error = Error{.kind = ErrorKind::Unauthorized, .httpStatus = 401};
        const auto banner = chooseBanner(facts);
        QCOMPARE(banner->text.headline, QStringLiteral("The server no longer accepts your sign-in."));
        QCOMPARE(banner->text.nextStepLabel, QStringLiteral("Sign In"));
        QVERIFY(!words(*banner).contains(QStringLiteral("access token")));
    }

    void anEndThatNobodyPreventsIsSaidInTime()
    {
        for (const bool usesProvider : {true, false}) {
            WindowFacts facts = openFacts(usesProvider);
            facts.signIn = status(State::Expiring, 4 * minute);
            const auto banner = chooseBanner(facts);
            QCOMPARE(banner->tone, Banner::Tone::Notice);
            QVERIFY2(banner->text.headline.contains(at(now + 4 * minute)), qPrintable(words(*banner)));
            QVERIFY2(banner->text.explanation.contains(QStringLiteral("in 4 minute")), qPrintable(words(*banner)));
            QCOMPARE(int(banner->text.nextStep), int(usesProvider ? NextStep::SignIn : NextStep::NewAccessToken));
            // Closed, it stays closed: only the explanation counts down.
            facts.nowMs += minute;
            QCOMPARE(chooseBanner(facts)->text.headline, banner->text.headline);
            QVERIFY(chooseBanner(facts)->text.explanation.contains(QStringLiteral("in 3 minute")));
        }
    }

    void whatRenewsItselfIsNobodysBusinessUntilThatFails()
    {
        WindowFacts facts = openFacts(true);
        facts.signIn = status(State::SignedIn, 4 * minute, true);
        QVERIFY(!chooseBanner(facts));
        facts.signIn = status(State::Expiring, 2 * minute, true);
        QVERIFY(!chooseBanner(facts)); // under way
        facts.signIn.problem = Error{.kind = ErrorKind::Network};
        const auto failing = chooseBanner(facts);
        QCOMPARE(failing->tone, Banner::Tone::Notice);
        QVERIFY2(words(*failing).contains(QStringLiteral("The sign-in service could not be reached.")),
                 qPrintable(words(*failing)));
        QVERIFY(words(*failing).contains(QStringLiteral("tried again by itself")));
        facts.nowMs = facts.signIn.expiresAtMs + 1;
        QCOMPARE(chooseBanner(facts)->text.headline, QStringLiteral("Your sign-in could not be renewed."));
    }

    void aSignInThatIsOnlyInMemoryIsSaidUnlessThatWasWished()
    {
        WindowFacts facts = openFacts(true);
        facts.signIn = status(State::SignedIn, 60 * minute, true);
        facts.signIn.storingProblem = Error{.kind = ErrorKind::KeychainLocked};
        QVERIFY(!chooseBanner(facts));
        facts.wantsStoring = true;
        QCOMPARE(chooseBanner(facts)->text.headline, QStringLiteral("Your sign-in is not in the keychain."));
        QVERIFY(words(*chooseBanner(facts)).contains(QStringLiteral("The keychain is locked.")));
    }

    void theStatusBarSaysWhoAndUntilWhen()
    {
        const QString until = at(now + 125 * minute);
        const SignInLine ends = signInLine(status(State::SignedIn, 125 * minute), true, now);
        QCOMPARE(ends.text, QStringLiteral("Signed in as ada@example.com until %1").arg(until));
        QVERIFY(ends.toolTip.contains(QStringLiteral("2026-03-01T14:05:00Z")));

        const SignInLine renews = signInLine(status(State::SignedIn, 5 * minute, true), true, now);
        QCOMPARE(renews.text, QStringLiteral("Signed in as ada@example.com"));
        QVERIFY(renews.toolTip.contains(QStringLiteral("renews itself")));
        QVERIFY(renews.toolTip.contains(QStringLiteral("2026-03-01T12:05:00Z")));

        SignInStatus nobody = status(State::SignedIn, 125 * minute);
        nobody.who.clear();
        QCOMPARE(signInLine(nobody, false, now).text, QStringLiteral("Signed in until %1").arg(until));

        const SignInLine tomorrow = signInLine(status(State::SignedIn, 30 * 60 * minute), true, now);
        QVERIFY2(tomorrow.text.contains(QLocale().toString(QDate(2026, 3, 2), QLocale::ShortFormat)),
                 qPrintable(tomorrow.text));

        QCOMPARE(signInLine(status(State::NeedsSignIn, -minute), true, now).text, QStringLiteral("Sign-in has ended"));
        QCOMPARE(signInLine(status(State::NeedsSignIn, -minute), false, now).text,
                 QStringLiteral("Access token has expired"));
        QCOMPARE(signInLine(status(State::Expiring, -minute), false, now).text,
                 QStringLiteral("Access token has expired"));
        QCOMPARE(signInLine(status(State::Expiring, -minute, true), true, now).text,
                 QStringLiteral("Signed in as ada@example.com")); // being renewed
        QCOMPARE(signInLine({}, true, now).text, QString());
    }

    void inASmallWindowALongNamePushesNothingOut()
    {
        QStatusBar bar;
        auto *line = new StatusLine(&bar);
        bar.resize(784, bar.sizeHint().height());
        bar.show();
        line->setCounts(12, 12'430, 1204);
        line->setAge(12'000, false);
        line->setConnection(QStringLiteral("Acme Manufacturing and Sons"), QStringLiteral("Production"),
                            QStringLiteral("acusight.example"));
        line->setSignIn(QStringLiteral("Signed in as %1 until 14:05").arg(QString(80, QLatin1Char('w'))),
                        QStringLiteral("exactly then"));
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        QVERIFY(bar.minimumSizeHint().width() <= 784);
        const QList<QLabel *> labels = bar.findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (!label->isVisible())
                continue;
            QVERIFY2(label->width() >= label->minimumSizeHint().width(), qPrintable(label->objectName()));
            QVERIFY2(bar.rect().contains(label->geometry()), qPrintable(label->objectName()));
        }
        const auto *signIn = bar.findChild<QLabel *>(QStringLiteral("statusSignIn"));
        line->setBusy(true, 1000, 12'430);
        QVERIFY(bar.minimumSizeHint().width() <= 784);
        // In larger letters too: a window of 800 pixels must not grow whenever it refreshes.
        QFont larger = bar.font();
        larger.setPointSizeF(12);
        bar.setFont(larger);
        QCoreApplication::sendPostedEvents();
        QVERIFY(bar.minimumSizeHint().width() <= 784);
        QVERIFY(signIn->toolTip().contains(QStringLiteral("wwww"))); // it is cut: the whole is there
        QVERIFY(signIn->toolTip().contains(QStringLiteral("exactly then")));
        QCOMPARE(signIn->accessibleDescription(), QStringLiteral("exactly then"));
    }

    void whereThereIsNoRoomForAllTheProfilesNameGoesFirst()
    {
        QStatusBar bar;
        auto *line = new StatusLine(&bar);
        bar.resize(1184, bar.sizeHint().height());
        bar.show();
        line->setCounts(200, 200, 0);
        line->setAge(12'000, false);
        line->setConnection(QStringLiteral("Acme Manufacturing"), QStringLiteral("Plant 1"),
                            QStringLiteral("acusight.example"));
        line->setSignIn(QStringLiteral("Signed in as Robin Operator until 14:05"), {});
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        const auto *profile = bar.findChild<QLabel *>(QStringLiteral("statusProfile"));
        QTRY_VERIFY(profile->isVisible());
        QFont large = bar.font();
        large.setPointSizeF(large.pointSizeF() * 1.5);
        bar.setFont(large);
        bar.resize(784, bar.height());
        QTRY_VERIFY(!profile->isVisible()); // it is in the title of the window and in the corner of its menu bar too
        line->setConnection(QStringLiteral("Acme Manufacturing"), QStringLiteral("Plant 2"),
                            QStringLiteral("acusight.example"));
        QTRY_VERIFY(!profile->isVisible());
        for (int width = 784; width <= 1600; width += 3) {
            bar.resize(width, bar.height());
            QCoreApplication::sendPostedEvents(); // comes to an end
        }
        QVERIFY(profile->isVisible());
        QVERIFY(profile->width() >= profile->sizeHint().width());
    }

    void inAWideWindowWhoIsSignedInIsReadWhole()
    {
        QStatusBar bar;
        auto *line = new StatusLine(&bar);
        bar.resize(1184, bar.sizeHint().height());
        bar.show();
        line->setCounts(12'430, 12'430, 0);
        line->setAge(12'000, false);
        line->setConnection(QStringLiteral("Acme Manufacturing"), QStringLiteral("Demo"), QStringLiteral("127.0.0.1"));
        const QString text = QStringLiteral("Signed in as Robin Operator until 25 Nov 2026 03:09:52");
        line->setSignIn(text, {});
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        const auto *signIn = bar.findChild<QLabel *>(QStringLiteral("statusSignIn"));
        QVERIFY(signIn->width() >= signIn->fontMetrics().horizontalAdvance(text));
    }

    void aHostileNameMovesNothing()
    {
        SignInStatus signIn = status(State::SignedIn, 125 * minute);
        signIn.who = QStringLiteral("<b>eve</b>\u202Egnp\nadmin") + QString(200, QLatin1Char('x'));
        const QString text = signInLine(signIn, true, now).text;
        QVERIFY(!text.contains(QChar(0x202E)));
        QVERIFY(!text.contains(QLatin1Char('\n')));
        QVERIFY(text.size() < 150);
    }
};

QTEST_MAIN(TestWindowSignIn)
#include "test_window_signin.moc"
