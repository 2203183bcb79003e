// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/newtokendialog.h"

#include "core/relativetime.h"
#include "core/tokenstatus.h"
#include "gui/dialogs/dialogtest.h"
#include "gui/revokedialog.h"
#include "gui/secretclipboard.h"
#include "gui/tokencreateddialog.h"
#include "gui/tokendialogs.h"

#include <QComboBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTreeWidget>

using namespace tokendesk;

class NewTokenDialogTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DialogWorld> m_world;
    std::unique_ptr<QWidget> m_window;
    QPointer<NewTokenDialog> m_dialog;
    std::optional<QUuid> m_createdId;
    QByteArray m_createdSecret;

    void whenOpened()
    {
        m_dialog = new NewTokenDialog(
            m_world->session,
            [this](const CreatedToken &created) {
                m_createdId = created.id;
                m_createdSecret = created.token.view().toByteArray();
            },
            m_window.get());
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    }
    void whenUserChoosesExpiry(int data)
    {
        auto *combo = part<QComboBox>(m_dialog, "expiryCombo");
        combo->setCurrentIndex(combo->findData(data));
    }
    void whenTheAnswerIsLost(bool applied)
    {
        m_world->server.createErrors.push_back({.kind = ErrorKind::OutcomeUnknown, .cause = ErrorKind::Network});
        m_world->server.applyDespiteError = applied;
        enter(m_dialog, "nameEdit", QStringLiteral("Line 5"));
        click(m_dialog, "createButton");
        QTRY_VERIFY(part<QWidget>(m_dialog, "unknownPage")->isVisible());
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DialogWorld>();
        m_world->server.tokens = tokensOfEveryState(m_world->clock.nowMs());
        m_world->whenConnected();
        m_window = std::make_unique<QWidget>();
        m_window->show();
        m_createdId.reset();
        m_createdSecret.clear();
    }
    void cleanup()
    {
        m_window.reset();
        m_world.reset();
    }

    void itBeginsWithThirtyDaysReusableAndNothingToCreate()
    {
        whenOpened();
        QCOMPARE(m_dialog->windowTitle(), QStringLiteral("New Token"));
        QCOMPARE(part<QComboBox>(m_dialog, "expiryCombo")->currentData().toInt(), 30);
        QVERIFY(!part<QAbstractButton>(m_dialog, "singleUseCheck")->isChecked());
        QVERIFY(!part<QPushButton>(m_dialog, "createButton")->isEnabled());
        QVERIFY(part<QLineEdit>(m_dialog, "nameEdit")->hasFocus());
    }

    void aNameOfBlanksIsNone()
    {
        whenOpened();
        enter(m_dialog, "nameEdit", QStringLiteral("   "));
        QVERIFY(!part<QPushButton>(m_dialog, "createButton")->isEnabled());
        enter(m_dialog, "nameEdit", QStringLiteral(" x "));
        QVERIFY(part<QPushButton>(m_dialog, "createButton")->isEnabled());
    }

    void whatIsSentIsWhatWasChosen_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<int>("ownDays");
        QTest::addColumn<bool>("singleUse");
        QTest::addColumn<int>("expectedDays"); // 0: never
        QTest::newRow("1 day") << 1 << 5 << false << 1;
        QTest::newRow("7 days, single use") << 7 << 5 << true << 7;
        QTest::newRow("30 days") << 30 << 5 << false << 30;
        QTest::newRow("90 days") << 90 << 5 << false << 90;
        QTest::newRow("own number") << -1 << 3650 << true << 3650;
        QTest::newRow("never") << 0 << 5 << false << 0;
    }
    void whatIsSentIsWhatWasChosen()
    {
        QFETCH(int, choice);
        QFETCH(int, ownDays);
        QFETCH(bool, singleUse);
        QFETCH(int, expectedDays);
        whenOpened();
        enter(m_dialog, "nameEdit", QStringLiteral("  Line 5 & more  "));
        whenUserChoosesExpiry(choice);
        part<QSpinBox>(m_dialog, "daysSpin")->setValue(ownDays);
        QCOMPARE(part<QSpinBox>(m_dialog, "daysSpin")->isVisible(), choice == -1);
        part<QAbstractButton>(m_dialog, "singleUseCheck")->setChecked(singleUse);
        click(m_dialog, "createButton");
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(m_world->server.count(QStringLiteral("create")), 1);
        QCOMPARE(m_world->server.requests.first(), QStringLiteral("create Line 5 & more"));
        const TestToken &sent = m_world->server.tokens.front();
        QCOMPARE(sent.singleUse, singleUse);
        QCOMPARE(sent.expiresAt, expectedDays == 0 ? noInstant : sent.createdAt + expectedDays * msPerDay);
        QCOMPARE(m_createdId, std::optional(testTokenId(sent.number)));
        QCOMPARE(m_createdSecret, m_world->server.lastSecret);
    }

    void theDateThatTheChoiceMeansIsShownByTheClockOfTheServer()
    {
        m_world->server.clockOffsetMs = 3 * msPerDay;
        m_world->session.refresh();
        QTRY_VERIFY(m_world->session.serverClock().offsetMs() >= 3 * msPerDay);
        whenOpened();
        const QString expected = longDate(m_world->clock.nowMs() + 33 * msPerDay, m_dialog->locale());
        QVERIFY2(hint(m_dialog, "expiryHint").contains(expected), qPrintable(hint(m_dialog, "expiryHint")));
        whenUserChoosesExpiry(0);
        QVERIFY(hint(m_dialog, "expiryHint").startsWith(QStringLiteral("Never expires")));
    }

    void aNameThatALiveTokenHasIsSaidButAllowed()
    {
        whenOpened();
        enter(m_dialog, "nameEdit", QStringLiteral("Line 10 robots"));
        QVERIFY(hint(m_dialog, "nameHint").contains(QStringLiteral("Another live token")));
        QVERIFY(part<QPushButton>(m_dialog, "createButton")->isEnabled());
        enter(m_dialog, "nameEdit", QStringLiteral("Contractor laptop")); // revoked
        QCOMPARE(hint(m_dialog, "nameHint"), QString());
    }

    void aRefusalIsShownAtTheFieldItIsAbout()
    {
        whenOpened();
        enter(m_dialog, "nameEdit", QStringLiteral("Line 5"));
        m_world->server.createErrors.push_back({.kind = ErrorKind::Validation,
                                                .httpStatus = 400,
                                                .serverMessage = QStringLiteral("name is <b>reserved</b>\u202E")});
        click(m_dialog, "createButton");
        QTRY_VERIFY(hint(m_dialog, "nameHint").contains(QStringLiteral("name is <b>reserved</b>\\u202E")));
        QVERIFY(part<QLineEdit>(m_dialog, "nameEdit")->isEnabled());
        QCOMPARE(hostileLabels(m_dialog), QStringList());
        m_world->server.createErrors.push_back({.kind = ErrorKind::Validation,
                                                .httpStatus = 400,
                                                .serverMessage = QStringLiteral("expires_in_days is too large")});
        click(m_dialog, "createButton");
        QTRY_VERIFY(hint(m_dialog, "expiryError").contains(QStringLiteral("expires_in_days is too large")));
        QVERIFY(!m_createdId);
    }

    void anotherErrorIsExplainedAndTheFieldsStay()
    {
        whenOpened();
        enter(m_dialog, "nameEdit", QStringLiteral("Line 5"));
        m_world->server.createErrors.push_back({.kind = ErrorKind::Unauthorized, .httpStatus = 401});
        click(m_dialog, "createButton");
        QTRY_VERIFY(saidIn(m_dialog, "message").contains(QStringLiteral("no longer accepted")));
        QVERIFY(saidIn(m_dialog, "message").contains(QStringLiteral("main window")));
        QCOMPARE(part<QLineEdit>(m_dialog, "nameEdit")->text(), QStringLiteral("Line 5"));
        QCOMPARE(m_world->server.count(QStringLiteral("create")), 1); // not repeated by itself
    }

    void whoeverSignedInIsNotAskedForAnAccessToken()
    {
        Profile profile = m_world->profile;
        profile.signIn = SignInMethod::Browser;
        m_world->session.renew(profile, std::make_unique<FakeTokenService>(m_world->server));
        QTRY_VERIFY(!m_world->session.isRefreshing());
        whenOpened();
        enter(m_dialog, "nameEdit", QStringLiteral("Line 5"));
        m_world->server.createErrors.push_back({.kind = ErrorKind::Forbidden, .httpStatus = 403});
        click(m_dialog, "createButton");
        QTRY_VERIFY(saidIn(m_dialog, "message").contains(QStringLiteral("sign in as somebody else")));
        QVERIFY(!saidIn(m_dialog, "message").contains(QStringLiteral("access token")));
    }

    void whileTheRequestIsUnderWayTheDialogStaysAndSaysWhy()
    {
        whenOpened();
        m_world->server.hold = true;
        enter(m_dialog, "nameEdit", QStringLiteral("Line 5"));
        click(m_dialog, "createButton");
        QTRY_VERIFY(part<QProgressBar>(m_dialog, "busyBar")->isVisible());
        QVERIFY(!part<QLineEdit>(m_dialog, "nameEdit")->isEnabled());
        QVERIFY(!part<QPushButton>(m_dialog, "createButton")->isEnabled());
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QVERIFY(saidIn(m_dialog, "message").contains(QStringLiteral("cannot be taken back")));
        m_dialog->close();
        QVERIFY(m_dialog->isVisible());
        m_world->server.release();
        QTRY_VERIFY(m_createdId);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(m_world->server.count(QStringLiteral("create")), 1);
    }

    void aLostAnswerShowsTheTokenThatFits()
    {
        whenOpened();
        whenTheAnswerIsLost(true);
        QCOMPARE(hint(m_dialog, "unknownTitle"), QStringLiteral("The outcome is not known"));
        QVERIFY(hint(m_dialog, "unknownText").contains(QStringLiteral("was not sent again")));
        auto *list = part<QTreeWidget>(m_dialog, "candidateList");
        QCOMPARE(list->topLevelItemCount(), 1);
        QCOMPARE(list->topLevelItem(0)->text(0), QStringLiteral("Line 5"));
        QCOMPARE(hint(m_dialog, "candidateQuestion"),
                 QStringLiteral(
                     "This token was created, but its secret was lost on the way. Revoke it and create it again?"));
        QSignalSpy revoke(m_dialog, &NewTokenDialog::revokeRequested);
        click(m_dialog, "revokeButton");
        QCOMPARE(revoke.size(), 1);
        QCOMPARE(revoke.at(0).at(0).value<std::vector<QUuid>>(),
                 std::vector{testTokenId(m_world->server.tokens.front().number)});
        QCOMPARE(m_world->server.count(QStringLiteral("create")), 1);
        click(m_dialog, "closeButton");
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(m_world->server.count(QStringLiteral("create")), 1);
    }

    void onceTheTokenOfALostAnswerIsRevokedItCanBeCreatedAgain()
    {
        SecretClipboard clipboard;
        const WindowDialogs dialogs =
            makeWindowDialogs(m_world->session, m_world->connector, clipboard, m_world->clock, m_world->log);
        dialogs.newToken(m_window.get(), {});
        m_dialog = m_window->findChild<NewTokenDialog *>();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
        whenTheAnswerIsLost(true);
        m_world->server.applyDespiteError = false;
        click(m_dialog, "revokeButton");
        auto *revoking = m_dialog->findChild<RevokeDialog *>();
        QVERIFY(revoking);
        QTRY_VERIFY(part<QPushButton>(revoking, "revokeButton")->isEnabled());
        click(revoking, "revokeButton");
        QTRY_VERIFY(part<QPushButton>(revoking, "closeButton")->isVisible());
        click(revoking, "closeButton");
        QTRY_VERIFY(!m_dialog->findChild<RevokeDialog *>());
        QCOMPARE(hint(m_dialog, "candidateQuestion"),
                 QStringLiteral("It is revoked now. Go back to the form to create it again."));
        QVERIFY(!part<QWidget>(m_dialog, "revokeButton")->isVisible());
        QCOMPARE(m_world->server.count(QStringLiteral("create")), 1);
        click(m_dialog, "backButton");
        click(m_dialog, "createButton");
        QTRY_VERIFY(m_window->findChild<TokenCreatedDialog *>());
        QCOMPARE(m_world->server.count(QStringLiteral("create")), 2);
    }

    void aLostAnswerWithNothingThatFitsSaysSoAndGoesBackToTheForm()
    {
        whenOpened();
        whenTheAnswerIsLost(false);
        QVERIFY(hint(m_dialog, "unknownText").contains(QStringLiteral("probably not created")));
        QVERIFY(!part<QWidget>(m_dialog, "revokeButton")->isVisible());
        click(m_dialog, "backButton");
        QCOMPARE(part<QLineEdit>(m_dialog, "nameEdit")->text(), QStringLiteral("Line 5"));
        QCOMPARE(m_world->server.count(QStringLiteral("create")), 1);
        click(m_dialog, "createButton");
        QTRY_VERIFY(m_createdId);
        QCOMPARE(m_world->server.count(QStringLiteral("create")), 2);
    }

    void aLostAnswerAndNoListSaysThatAndLoadsItOnRequest()
    {
        whenOpened();
        m_world->server.listErrors.push_back({.kind = ErrorKind::Network});
        whenTheAnswerIsLost(true);
        QVERIFY(hint(m_dialog, "unknownText").contains(QStringLiteral("could not be loaded")));
        QVERIFY(!part<QWidget>(m_dialog, "candidateList")->isVisible());
        click(m_dialog, "reloadButton");
        QTRY_VERIFY(part<QWidget>(m_dialog, "candidateList")->isVisible());
        QVERIFY(part<QWidget>(m_dialog, "revokeButton")->isVisible());
        QVERIFY(!part<QWidget>(m_dialog, "reloadButton")->isVisible());
        QCOMPARE(m_world->server.count(QStringLiteral("create")), 1);
    }

    void fromTheWindowItLeadsToTheSecretAndAfterThatNoTraceIsLeft()
    {
        SecretClipboard clipboard;
        const WindowDialogs dialogs =
            makeWindowDialogs(m_world->session, m_world->connector, clipboard, m_world->clock, m_world->log);
        std::optional<QUuid> created;
        dialogs.newToken(m_window.get(), [&](const QUuid &id) { created = id; });
        auto *form = m_window->findChild<NewTokenDialog *>();
        QVERIFY(form);
        QVERIFY(QTest::qWaitForWindowExposed(form));
        enter(form, "nameEdit", QStringLiteral("Line 5"));
        click(form, "createButton");
        QTRY_VERIFY(created);
        QTRY_VERIFY(m_window->findChild<TokenCreatedDialog *>());
        auto *shown = m_window->findChild<TokenCreatedDialog *>();
        QVERIFY(QTest::qWaitForWindowExposed(shown));
        QTRY_VERIFY(!m_window->findChild<NewTokenDialog *>());
        const QByteArray secret = m_world->server.lastSecret;
        QCOMPARE(placesOf(secret, m_window.get()), QStringList());
        click(shown, "revealButton");
        QVERIFY(!placesOf(secret, m_window.get()).isEmpty());
        click(shown, "copyTokenButton");
        click(shown, "doneButton");
        QTRY_VERIFY(!m_window->findChild<TokenCreatedDialog *>());
        QCOMPARE(placesOf(secret, m_window.get()), QStringList());
        QCOMPARE(placesOf(secret, &m_world->session), QStringList());
        clipboard.clearNow();
    }

    void everyControlHasANameAndTabGoesTheWayOneReads()
    {
        whenOpened();
        enter(m_dialog, "nameEdit", QStringLiteral("x"));
        QCOMPARE(controlsWithoutName(m_dialog), QStringList());
        QCOMPARE(
            tabOrder(m_dialog, "nameEdit"),
            (QStringList{QStringLiteral("nameEdit"), QStringLiteral("expiryCombo"), QStringLiteral("singleUseCheck"),
                         QStringLiteral("cancelButton"), QStringLiteral("createButton")}));
    }
};

QTEST_MAIN(NewTokenDialogTest)
#include "newtokendialogtest.moc"
