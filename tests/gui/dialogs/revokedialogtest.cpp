// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/revokedialog.h"

#include "core/tokenstatus.h"
#include "gui/dialogs/dialogtest.h"

#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>

using namespace tokendesk;

class RevokeDialogTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DialogWorld> m_world;
    std::unique_ptr<QWidget> m_window;
    QPointer<RevokeDialog> m_dialog;

    void whenOpenedFor(const std::vector<int> &numbers, bool untilLoaded = true)
    {
        std::vector<QUuid> ids;
        for (const int number : numbers)
            ids.push_back(testTokenId(number));
        m_dialog = new RevokeDialog(m_world->session, ids, m_window.get());
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
        if (untilLoaded)
            QTRY_VERIFY(!part<QWidget>(m_dialog, "progressBar")->isVisible());
    }
    QString cell(int row, int column) { return part<QTreeWidget>(m_dialog, "tokenList")->topLevelItem(row)->text(column); }
    QString note(int row) { return cell(row, 3); }
    QPushButton *revokeButton() { return part<QPushButton>(m_dialog, "revokeButton"); }
    TestToken &onServer(int number)
    {
        return *std::find_if(m_world->server.tokens.begin(), m_world->server.tokens.end(),
                             [number](const TestToken &token) { return token.number == number; });
    }
    void untilDone() { QTRY_VERIFY(part<QWidget>(m_dialog, "closeButton")->isVisible()); }
    [[nodiscard]] QStringList revokesSent() const { return m_world->server.requests.filter(QStringLiteral("revoke ")); }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DialogWorld>();
        m_world->server.tokens = tokensOfEveryState(m_world->clock.nowMs());
        m_world->whenConnected();
        m_window = std::make_unique<QWidget>();
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_world.reset();
    }

    void itNamesTheTokensWithStateAndLastUse()
    {
        whenOpenedFor({1, 2, 3});
        QCOMPARE(m_dialog->windowTitle(), QStringLiteral("Revoke Tokens"));
        QCOMPARE(cell(0, 0), QStringLiteral("Line 10 robots"));
        QCOMPARE(cell(0, 1), QStringLiteral("Active"));
        QVERIFY(cell(0, 2).contains(QStringLiteral("ago")));
        QCOMPARE(cell(1, 1), QStringLiteral("Expiring"));
        QCOMPARE(cell(2, 2), QStringLiteral("Never"));
        QVERIFY(!part<QTreeWidget>(m_dialog, "tokenList")->topLevelItem(0)->icon(1).isNull());
        const QString consequence = hint(m_dialog, "consequenceLabel");
        QVERIFY(consequence.contains(QStringLiteral("stay connected")));
        QVERIFY(consequence.contains(QStringLiteral("cannot be undone")));
        QVERIFY(revokeButton()->text().contains(QStringLiteral("Revoke 3 Token")));
        QVERIFY(part<QWidget>(m_dialog, "cancelButton")->hasFocus());
    }

    void returnAndEscapeCancel()
    {
        whenOpenedFor({1});
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!m_dialog);
        whenOpenedFor({1});
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(revokesSent(), QStringList());
    }

    void itLoadsTheListFirstAndSaysWhatChanged()
    {
        onServer(1).useCount += 1;
        onServer(1).lastUsedAt = m_world->clock.nowMs() - 2 * 60 * 1000;
        onServer(3).revokedAt = m_world->clock.nowMs();
        std::erase_if(m_world->server.tokens, [](const TestToken &token) { return token.number == 2; });
        m_world->server.hold = true;
        whenOpenedFor({1, 2, 3}, false);
        QVERIFY(hint(m_dialog, "progressLabel").contains(QStringLiteral("Loading the list again")));
        QVERIFY(!revokeButton()->isEnabled());
        m_world->server.release();
        QTRY_VERIFY(revokeButton()->isEnabled());
        QCOMPARE(note(0), QStringLiteral("used since you selected it"));
        QVERIFY2(cell(0, 2).startsWith(QStringLiteral("2 minute")), qPrintable(cell(0, 2)));
        QCOMPARE(cell(1, 0), QStringLiteral("Line 2 gateways"));
        QVERIFY(note(1).contains(QStringLiteral("no longer in the list")));
        QCOMPARE(note(2), QStringLiteral("already revoked, skipped"));
        QVERIFY(revokeButton()->text().contains(QStringLiteral("Revoke 1 Token")));
    }

    void aListThatCannotBeLoadedIsSaidAndRevokingIsStillPossible()
    {
        m_world->server.listErrors.push_back({.kind = ErrorKind::Network});
        whenOpenedFor({1});
        QVERIFY(saidIn(m_dialog, "message").contains(QStringLiteral("may be out of date")));
        QVERIFY(revokeButton()->isEnabled());
    }

    void whatIsDeadAlreadyIsSkippedAndSaid()
    {
        whenOpenedFor({1, 4, 5, 6});
        QCOMPARE(note(1), QStringLiteral("used up, skipped"));
        QCOMPARE(note(2), QString()); // expired, and can still be revoked
        QCOMPARE(note(3), QStringLiteral("already revoked, skipped"));
        click(m_dialog, "revokeButton");
        untilDone();
        QCOMPARE(revokesSent().size(), 2);
    }

    void nothingButDeadTokensLeavesNothingToDo()
    {
        whenOpenedFor({4, 6});
        QCOMPARE(hint(m_dialog, "titleLabel"), QStringLiteral("Nothing to revoke"));
        QVERIFY(!revokeButton()->isEnabled());
    }

    void allAreRevokedOneAfterTheOtherWithAResultEach()
    {
        whenOpenedFor({1, 2, 3});
        click(m_dialog, "revokeButton");
        untilDone();
        QCOMPARE(revokesSent().size(), 3);
        for (int row = 0; row < 3; ++row) {
            QCOMPARE(note(row), QStringLiteral("Revoked"));
            QCOMPARE(cell(row, 1), QStringLiteral("Revoked"));
            QVERIFY(!part<QTreeWidget>(m_dialog, "tokenList")->topLevelItem(row)->icon(3).isNull());
        }
        QVERIFY(saidIn(m_dialog, "message").startsWith(QStringLiteral("3 token")));
        click(m_dialog, "closeButton");
        QTRY_VERIFY(!m_dialog);
    }

    void revokingAnAlreadyRevokedTokenIsReportedAsDone()
    {
        whenOpenedFor({1, 3});
        onServer(1).revokedAt = m_world->clock.nowMs(); // by somebody else, after the list was loaded
        click(m_dialog, "revokeButton");
        untilDone();
        QCOMPARE(note(0), QStringLiteral("Was revoked already"));
        QVERIFY(saidIn(m_dialog, "message").startsWith(QStringLiteral("2 token")));
    }

    void aFailureNeverHidesTheRest()
    {
        whenOpenedFor({1, 2, 3});
        m_world->server.revokeErrors.push_back(
            {.kind = ErrorKind::Server, .httpStatus = 500, .serverMessage = QStringLiteral("<i>disk full</i>")});
        m_world->server.revokeErrors.push_back({.kind = ErrorKind::NotFound, .httpStatus = 404});
        click(m_dialog, "revokeButton");
        untilDone();
        QVERIFY(note(0).startsWith(QStringLiteral("Failed: The server has a problem.")));
        QCOMPARE(note(1), QStringLiteral("The server does not know it"));
        QCOMPARE(note(2), QStringLiteral("Revoked"));
        const QString summary = saidIn(m_dialog, "message");
        QVERIFY(summary.contains(QStringLiteral("1 could not be revoked")));
        QVERIFY(summary.contains(QStringLiteral("not known to the server")));
        QVERIFY(summary.contains(QStringLiteral("<i>disk full</i>")));
        QCOMPARE(hostileLabels(m_dialog), QStringList());
        QCOMPARE(hint(m_dialog, "titleLabel"), QStringLiteral("Not everything was revoked"));
    }

    void aLostReplyIsLookedUpBeforeAnythingIsClaimed()
    {
        whenOpenedFor({1});
        m_world->server.revokeErrors.push_back({.kind = ErrorKind::OutcomeUnknown, .cause = ErrorKind::Network});
        m_world->server.applyDespiteError = true;
        click(m_dialog, "revokeButton");
        untilDone();
        QCOMPARE(note(0), QStringLiteral("Revoked"));
        QCOMPARE(revokesSent().size(), 1);
    }

    void aLostReplyThatDidNothingIsAFailureThatSaysSo()
    {
        whenOpenedFor({1});
        m_world->server.revokeErrors.push_back({.kind = ErrorKind::OutcomeUnknown, .cause = ErrorKind::Network});
        click(m_dialog, "revokeButton");
        untilDone();
        QVERIFY(note(0).contains(QStringLiteral("the list shows that it is not revoked")));
    }

    void aLostReplyWithoutAListIsNotKnown()
    {
        whenOpenedFor({1});
        m_world->server.revokeErrors.push_back({.kind = ErrorKind::OutcomeUnknown, .cause = ErrorKind::Network});
        m_world->server.listErrors.push_back({.kind = ErrorKind::Network});
        click(m_dialog, "revokeButton");
        untilDone();
        QVERIFY(note(0).startsWith(QStringLiteral("Not known")));
    }

    void aTokenThatIsNoLongerAcceptedStopsAndSaysSo()
    {
        whenOpenedFor({1, 2, 3});
        m_world->server.everyError = Error{.kind = ErrorKind::Unauthorized, .httpStatus = 401};
        click(m_dialog, "revokeButton");
        untilDone();
        QCOMPARE(revokesSent().size(), 1);
        QVERIFY(note(0).startsWith(QStringLiteral("Failed")));
        QCOMPARE(note(1), QStringLiteral("Not attempted"));
        QCOMPARE(note(2), QStringLiteral("Not attempted"));
        QVERIFY(saidIn(m_dialog, "message").contains(QStringLiteral("no longer accepted")));
    }

    void cancellingFinishesTheRequestUnderWayAndLeavesTheOthers()
    {
        whenOpenedFor({1, 2, 3});
        m_world->server.hold = true;
        click(m_dialog, "revokeButton");
        QVERIFY(part<QProgressBar>(m_dialog, "progressBar")->isVisible());
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(hint(m_dialog, "progressLabel").contains(QStringLiteral("Stopping")));
        m_world->server.release();
        untilDone();
        QCOMPARE(revokesSent().size(), 1);
        QCOMPARE(note(0), QStringLiteral("Revoked"));
        QCOMPARE(note(1), QStringLiteral("Not attempted"));
        QCOMPARE(hint(m_dialog, "titleLabel"), QStringLiteral("Stopped"));
    }

    void aboveTwentyTheNumberMustBeTyped()
    {
        m_world->server.tokens.clear();
        std::vector<int> numbers;
        for (int number = 1; number <= 21; ++number) {
            numbers.push_back(number);
            m_world->server.tokens.push_back({.number = number,
                                              .name = QStringLiteral("Line %1").arg(number),
                                              .createdAt = m_world->clock.nowMs() - msPerDay});
        }
        m_world->session.refresh();
        QTRY_COMPARE(m_world->session.tokens()->size(), 21U);
        whenOpenedFor(numbers);
        QCOMPARE(hint(m_dialog, "confirmLabel"), QStringLiteral("Type 21 to confirm:"));
        QVERIFY(!revokeButton()->isEnabled());
        enter(m_dialog, "confirmEdit", QStringLiteral("20"));
        QVERIFY(!revokeButton()->isEnabled());
        enter(m_dialog, "confirmEdit", QStringLiteral("21"));
        QVERIFY(revokeButton()->isEnabled());
        numbers.pop_back();
        m_dialog->close();
        QTRY_VERIFY(!m_dialog);
        whenOpenedFor(numbers);
        QVERIFY(!part<QWidget>(m_dialog, "confirmRow")->isVisible());
        QVERIFY(revokeButton()->isEnabled());
    }

    void hostileNamesAreHarmless()
    {
        onServer(1).name = hostileName();
        m_world->session.refresh();
        QTRY_VERIFY(m_world->session.tokens()->name(*m_world->session.tokens()->rowOf(testTokenId(1))) == hostileName());
        whenOpenedFor({1});
        QVERIFY(cell(0, 0).contains(QStringLiteral("<b>")));
        QVERIFY(cell(0, 0).contains(QStringLiteral("\\u202E")));
        QVERIFY(!cell(0, 0).contains(QChar(0x202E)));
        const QString tip = part<QTreeWidget>(m_dialog, "tokenList")->topLevelItem(0)->toolTip(0);
        QVERIFY(tip.contains(QStringLiteral("&lt;b&gt;")));
        QCOMPARE(hostileLabels(m_dialog), QStringList());
    }

    void everyControlHasANameAndTabGoesTheWayOneReads()
    {
        whenOpenedFor({1, 2});
        QCOMPARE(controlsWithoutName(m_dialog), QStringList());
        QCOMPARE(tabOrder(m_dialog, "tokenList"),
                 (QStringList{QStringLiteral("tokenList"), QStringLiteral("cancelButton"), QStringLiteral("revokeButton")}));
    }
};

QTEST_MAIN(RevokeDialogTest)
#include "revokedialogtest.moc"
