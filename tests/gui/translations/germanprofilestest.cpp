// SPDX-License-Identifier: GPL-3.0-or-later
// Profiles, certificates and signing in, in German: texts are found, have their plural forms and letters of their own,
// and fit a small screen.
#include "german.h"
#include "gui/certificatedialog.h"
#include "gui/connectdialog.h"
#include "gui/inlinemessage.h"
#include "gui/profilesdialog.h"
#include "gui/signindialog.h"
#include "gui/signinwords.h"
#include "support/fakesignin.h"
#include "windowfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLayout>
#include <QMenuBar>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>

using namespace tokendesk;

namespace {

constexpr qint64 minute = 60'000;

Profile withProvider(SignInMethod method = SignInMethod::Browser)
{
    Profile profile = WindowFixture::profile();
    profile.signIn = method;
    profile.provider.issuer = QStringLiteral("https://login.example/realm");
    profile.provider.clientId = QStringLiteral("token-desk");
    return profile;
}

Error certificateError(ErrorKind kind)
{
    auto facts = std::make_shared<CertificateFacts>();
    facts->names = QStringList(QStringLiteral("plant.example")) + QStringList(13, QStringLiteral("127.0.0.1"));
    facts->selfSigned = true;
    facts->sha256 = QByteArray(32, 'x');
    facts->problems = {CertificateProblem::SelfSigned};
    Error error{.kind = kind};
    error.certificate = facts;
    error.pinnedSha256 = QByteArray(31, 'x') + 'y';
    return error;
}

SignInStatus status(SignInStatus::State state, qint64 expiresAtMs)
{
    return {.state = state, .who = QStringLiteral("ada@example.com"), .expiresAtMs = expiresAtMs};
}

QString textOf(const QWidget *root, const char *name)
{
    const auto *widget = root->findChild<QWidget *>(QLatin1String(name));
    return widget ? widget->property("text").toString() : QStringLiteral("no such widget");
}

} // namespace

class GermanProfilesTest : public QObject
{
    Q_OBJECT

    German m_german;
    FakeClock m_clock;
    std::unique_ptr<WindowFixture> m_fixture;
    QPointer<FakeSignIn> m_signIn;
    std::function<void(Result<void>)> m_stored;
    std::function<void(const Forgotten &)> m_forgotten;

    QWidget *window() { return m_fixture->window.get(); }
    template <class Dialog>
    Dialog *opened(Dialog *dialog)
    {
        dialog->open();
        QTest::qVerify(QTest::qWaitForWindowExposed(dialog), "exposed", "", __FILE__, __LINE__);
        return dialog;
    }
    /// Nothing in it is English, shares its letter or is cut off, and it fits a screen of 800 x 600.
    void isGerman(const QWidget *dialog, const char *what) const
    {
        const auto nothing = [what](const QString &found) {
            QVERIFY2(found.isEmpty(), qPrintable(QString::fromUtf8(what) + QStringLiteral(": ") + found));
        };
        nothing(m_german.leftInEnglish(dialog));
        nothing(sharedMnemonics(reachableTexts(dialog)));
        QTRY_COMPARE(cutOff(dialog), QString());
        const auto needed = [dialog] {
            const QLayout *layout = dialog->layout();
            return layout->hasHeightForWidth() ? layout->totalHeightForWidth(dialog->width())
                                               : layout->totalSizeHint().height();
        };
        QTRY_VERIFY2(dialog->height() >= needed(), what);
        QVERIFY2(dialog->width() <= 800 && dialog->height() <= 570, what);
    }
    ConnectDialog *editor(const std::optional<Profile> &profile, ConnectReason reason = ConnectReason::Change)
    {
        ConnectDialog::Dialogs others;
        others.signIn = [](QWidget *, const Profile &, Secret, const auto &) {};
        others.showCertificate = [](QWidget *, const Profile &, const Error &, const auto &) {};
        return opened(new ConnectDialog(*m_fixture->connector, m_fixture->clock, others, reason, profile, window()));
    }
    CertificateDialog *certificate(ErrorKind kind, CertificateDialog::Offer offer = CertificateDialog::Offer::Pin)
    {
        return opened(new CertificateDialog(withProvider(), certificateError(kind), offer, window()));
    }
    SignInDialog *signInDialog(SignInMethod method)
    {
        SignInTools tools;
        tools.begin = [this](const Profile &, const Secret &) {
            auto signIn = std::make_unique<FakeSignIn>();
            m_signIn = signIn.get();
            return signIn;
        };
        tools.store = [this](QObject *, auto done) { m_stored = std::move(done); };
        tools.keepInMemory = [] {};
        tools.openLink = [](const QUrl &) { return false; };
        tools.clock = &m_clock;
        return opened(new SignInDialog(std::move(tools), withProvider(method), {}, window()));
    }
    ProfilesDialog *profilesDialog()
    {
        Profile second = withProvider(SignInMethod::DeviceCode);
        second.uuid = QUuid::createUuid();
        m_fixture->profiles->save(WindowFixture::profile());
        m_fixture->profiles->save(second);
        ProfileActions actions;
        actions.open = [](const QUuid &, bool) {};
        actions.edit = [](QWidget *, const std::optional<Profile> &) {};
        actions.forget = [this](const Profile &, QObject *, auto done) { m_forgotten = std::move(done); };
        actions.leave = [](const Profile &) {};
        return opened(new ProfilesDialog(*m_fixture->profiles, std::move(actions), second.uuid, window()));
    }
    static QString said(const QWidget *dialog)
    {
        return dialog->findChild<InlineMessage *>(QStringLiteral("message"))->text();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_german.install()); }
    void init()
    {
        m_clock.set(1'772'366'400'000);
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->start();
    }
    void cleanup() { m_fixture.reset(); }

    void theEditorIsGermanOnAllItsTabs_data()
    {
        QTest::addColumn<int>("method");
        QTest::newRow("access token") << int(SignInMethod::AccessToken);
        QTest::newRow("browser") << int(SignInMethod::Browser);
        QTest::newRow("device code") << int(SignInMethod::DeviceCode);
    }
    void theEditorIsGermanOnAllItsTabs()
    {
        QFETCH(int, method);
        Profile profile = withProvider(SignInMethod(method));
        profile.trust = Trust::pinned(QByteArray(32, 'x'));
        profile.proxy = {ProxyChoice::Kind::Own, ProxyChoice::Protocol::Http, QStringLiteral("proxy.example"), 3128,
                         QStringLiteral("me")};
        for (const auto reason : {ConnectReason::First, ConnectReason::NewAccessToken, ConnectReason::Change}) {
            auto *dialog = editor(profile, reason);
            auto *pages = dialog->findChild<QTabWidget *>(QStringLiteral("pages"));
            QCOMPARE(pages->tabText(0), QStringLiteral("Verbindung"));
            for (int page = 0; page < pages->count(); ++page) {
                pages->setCurrentIndex(page);
                isGerman(dialog, qPrintable(pages->tabText(page)));
            }
            dialog->close();
        }
    }

    void whatTheEditorComplainsOfIsGerman()
    {
        auto *dialog = editor({}, ConnectReason::First);
        dialog->findChild<QAbstractButton *>(QStringLiteral("connectButton"))->click();
        QVERIFY(textsIn(dialog).contains(QStringLiteral("Fügen Sie ein Zugriffstoken ein.")));
        auto *method = dialog->findChild<QComboBox *>(QStringLiteral("methodCombo"));
        method->setCurrentIndex(method->findData(int(SignInMethod::Browser)));
        dialog->findChild<QAbstractButton *>(QStringLiteral("connectButton"))->click();
        QVERIFY(textsIn(dialog).contains(
            QStringLiteral("Geben Sie den Aussteller ein: die Adresse, mit der der Anmeldedienst sich selbst nennt.")));
        auto *pages = dialog->findChild<QTabWidget *>(QStringLiteral("pages"));
        pages->setCurrentIndex(2);
        dialog->findChild<QRadioButton *>(QStringLiteral("ownProxyRadio"))->click();
        isGerman(dialog, "complaints");
    }

    void theCertificateIsGermanInSingularAndPlural()
    {
        auto *unknown = certificate(ErrorKind::Tls);
        QVERIFY(textOf(unknown, "namesValue").endsWith(QStringLiteral(" und 2 weitere")));
        QCOMPARE(textOf(unknown, "issuerValue"), QStringLiteral("Sich selbst"));
        isGerman(unknown, "unknown");
        unknown->close();
        auto *changed = certificate(ErrorKind::PinChanged);
        QCOMPARE(textOf(changed, "differenceLabel"), QStringLiteral("1 Ziffernpaar weicht ab; es ist unterstrichen."));
        isGerman(changed, "changed");
        changed->close();
        isGerman(certificate(ErrorKind::Tls, CertificateDialog::Offer::Nothing), "of the sign-in service");
    }

    void signingInWithABrowserIsGerman()
    {
        auto *dialog = signInDialog(SignInMethod::Browser);
        QCOMPARE(dialog->windowTitle(), QStringLiteral("Anmelden"));
        isGerman(dialog, "begun");
        const QUrl url(QStringLiteral("https://login.example/authorize?client_id=desk"));
        m_signIn->askBrowser(url, true);
        QCOMPARE(textOf(dialog, "headingLabel"), QStringLiteral("Warten auf Ihren Browser\u00A0…"));
        isGerman(dialog, "in the browser");
        m_signIn->askBrowser(url, false);
        QCOMPARE(textOf(dialog, "headingLabel"), QStringLiteral("Es konnte kein Browser geöffnet werden"));
        isGerman(dialog, "no browser");
        m_signIn->hearAnswer();
        isGerman(dialog, "fetching");
        m_signIn->end();
        isGerman(dialog, "storing");
        m_stored(failure({.kind = ErrorKind::KeychainLocked}));
        QCOMPARE(textOf(dialog, "headingLabel"), QStringLiteral("Sie sind angemeldet"));
        isGerman(dialog, "not stored");
    }

    void signingInWithACodeIsGerman()
    {
        auto *dialog = signInDialog(SignInMethod::DeviceCode);
        const auto giveCode = [this] {
            m_signIn->giveCode({QStringLiteral("WDJB-MJHT"),
                                QUrl(QStringLiteral("https://login.example/device")),
                                {},
                                m_clock.nowMs() + 585'000});
        };
        giveCode();
        QCOMPARE(textOf(dialog, "countdownLabel"), QStringLiteral("Noch 9:45 gültig"));
        isGerman(dialog, "code");
        dialog->findChild<QAbstractButton *>(QStringLiteral("copyCodeButton"))->click();
        QVERIFY2(said(dialog).contains(QStringLiteral("Code kopiert.")), qPrintable(said(dialog)));
        m_signIn->end(Error{.kind = ErrorKind::SignInTimeout});
        QCOMPARE(textOf(dialog, "headingLabel"), QStringLiteral("Der Code ist abgelaufen"));
        QCOMPARE(textOf(dialog, "againButton"), QStringLiteral("&Neuen Code anfordern"));
        isGerman(dialog, "expired");
        dialog->findChild<QAbstractButton *>(QStringLiteral("againButton"))->click();
        giveCode();
        m_signIn->end(Error{.kind = ErrorKind::Network});
        QVERIFY2(said(dialog).contains(QStringLiteral("Der Anmeldedienst ist nicht erreichbar.")),
                 qPrintable(said(dialog)));
        isGerman(dialog, "failed");
        dialog->findChild<QAbstractButton *>(QStringLiteral("againButton"))->click();
        m_signIn->end(certificateError(ErrorKind::Tls));
        QVERIFY(dialog->findChild<QWidget *>(QStringLiteral("certificateButton"))->isVisible());
        isGerman(dialog, "a certificate");
    }

    void theProfilesAreGerman()
    {
        auto *dialog = profilesDialog();
        QCOMPARE(dialog->windowTitle(), QStringLiteral("Profile"));
        isGerman(dialog, "list");
        dialog->findChild<QAbstractButton *>(QStringLiteral("duplicateButton"))->click();
        QCOMPARE(m_fixture->profiles->profiles().back().name,
                 QStringLiteral("Kopie von %1").arg(WindowFixture::profile().name));

        dialog->findChild<QAbstractButton *>(QStringLiteral("deleteButton"))->click();
        auto *question = dialog->findChild<QMessageBox *>(QStringLiteral("deleteProfileQuestion"));
        QVERIFY(question);
        QCOMPARE(question->windowTitle(), QStringLiteral("Profil löschen"));
        QVERIFY(question->text().contains(QStringLiteral("Schlüsselbund")));
        QCOMPARE(m_german.leftInEnglish(question), QString());
        QCOMPARE(sharedMnemonics(reachableTexts(question)), QString());
        question->findChild<QAbstractButton *>(QStringLiteral("deleteProfileButton"))->click();
        QTRY_VERIFY(m_forgotten);
        isGerman(dialog, "deleting");
        Forgotten forgotten;
        forgotten.keychainError = Error{.kind = ErrorKind::KeychainLocked};
        m_forgotten(forgotten);
        QVERIFY2(said(dialog).contains(QStringLiteral("wurde nicht gelöscht.")), qPrintable(said(dialog)));
        isGerman(dialog, "not deleted");
    }

    void theStatusBarSaysInGermanWhoIsSignedIn()
    {
        using State = SignInStatus::State;
        const qint64 now = m_clock.nowMs();
        const QString until =
            QLocale().toString(QDateTime::fromMSecsSinceEpoch(now + 125 * minute).time(), QLocale::ShortFormat);
        QCOMPARE(signInLine(status(State::SignedIn, now + 125 * minute), true, now).text,
                 QStringLiteral("Angemeldet als ada@example.com bis %1").arg(until));
        QCOMPARE(signInLine(status(State::NeedsSignIn, now - minute), true, now).text,
                 QStringLiteral("Anmeldung beendet"));
        QCOMPARE(signInLine(status(State::NeedsSignIn, now - minute), false, now).text,
                 QStringLiteral("Zugriffstoken abgelaufen"));
    }

    void theBannerSaysInGermanThatTheSignInEnds()
    {
        WindowFacts facts;
        facts.phase = Session::Phase::Ready;
        facts.shown = facts.total = 7;
        facts.usesProvider = true;
        facts.nowMs = m_clock.nowMs();
        facts.signIn = status(SignInStatus::State::Expiring, facts.nowMs + 4 * minute);
        const auto banner = chooseBanner(facts);
        QVERIFY(banner);
        QVERIFY2(banner->text.headline.startsWith(QStringLiteral("Ihre Anmeldung endet um ")),
                 qPrintable(banner->text.headline));
        QCOMPARE(banner->text.explanation, QStringLiteral("Das ist in 4 Minuten. Melden Sie sich erneut an, um ohne "
                                                          "Unterbrechung weiterzuarbeiten."));
        QCOMPARE(banner->text.nextStepLabel, QStringLiteral("Anmelden"));
    }

    void aSessionThatHasEndedIsGermanInASmallWindow()
    {
        m_fixture->session->open(withProvider(), std::make_unique<FakeTokenService>(m_fixture->server));
        QTRY_VERIFY(m_fixture->isListShown());
        m_fixture->server.everyError = Error{.kind = ErrorKind::SignInRequired};
        m_fixture->refresh();
        QTRY_COMPARE(m_fixture->says("bannerHeadline"), QStringLiteral("Sie müssen sich erneut anmelden."));
        QCOMPARE(m_fixture->buttonText("bannerButton"), QStringLiteral("Anmelden"));
        window()->resize(800, 600);
        QCOMPARE(window()->size(), QSize(800, 600));
        QCOMPARE(m_german.leftInEnglish(window()), QString());
        QTRY_COMPARE(cutOff(m_fixture->find("central")), QString());
    }

    void signingOutIsGerman()
    {
        Profile profile = withProvider();
        profile.keepsSecrets = false;
        m_fixture->profiles->save(profile);
        m_fixture->window->restoreConnection();
        QCOMPARE(m_fixture->says("pageHeadline"), QStringLiteral("Sie müssen sich erneut anmelden"));
        QCOMPARE(m_german.leftInEnglish(window()), QString());
        for (const auto *menu : window()->findChildren<QMenu *>())
            QCOMPARE(sharedMnemonics(actionTexts(menu->actions())), QString());
        m_fixture->trigger("actionDisconnect");
        const auto *question = window()->findChild<QMessageBox *>(QStringLiteral("forgetQuestion"));
        QVERIFY(question);
        QVERIFY(question->text().contains(QStringLiteral("zurückzuziehen")));
        QCOMPARE(textOf(question, "forgetButton"), QStringLiteral("Abmelden"));
        QCOMPARE(m_german.leftInEnglish(question), QString());
    }
};

QTEST_MAIN(GermanProfilesTest)
#include "germanprofilestest.moc"
