// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>

using namespace tokendesk;
using Column = TokenTableModel::Column;

class TestWindowList : public QObject
{
    Q_OBJECT

    /// Token 000 is the newest.
    static std::vector<TestToken> manyTokens(qint64 now, int count = 300)
    {
        std::vector<TestToken> tokens;
        for (int i = 0; i < count; ++i) {
            TestToken token;
            token.number = 5000 + i;
            token.name = QStringLiteral("Token %1").arg(i, 3, 10, QLatin1Char('0'));
            token.createdAt = now - (i + 1) * 3'600'000LL;
            token.useCount = static_cast<quint32>((i * 7) % 50);
            tokens.push_back(token);
        }
        return tokens;
    }
    static TestToken newest(qint64 now, int number, const QString &name)
    {
        TestToken token;
        token.number = number;
        token.name = name;
        token.createdAt = now;
        return token;
    }
    static void scrollTo(const WindowFixture &f, int row) { f.table()->verticalScrollBar()->setValue(row); }

private Q_SLOTS:
    void theNewestTokenComesFirst()
    {
        WindowFixture f;
        f.startConnected();
        QCOMPARE(f.names().first(), QStringLiteral("Bench unit 7"));
        QCOMPARE(f.names().last(), QStringLiteral("Forever fleet"));
        QVERIFY(f.says("statusCounts").startsWith(QStringLiteral("7 ")));
    }

    void aClickOnAHeaderSortsAndASecondOneTurnsAround()
    {
        WindowFixture f;
        f.startConnected();
        f.clickHeader(Column::Name);
        QCOMPARE(f.names().first(), QStringLiteral("Bench unit 7"));
        QVERIFY(f.rowNamed(QStringLiteral("Line 2 gateways")) < f.rowNamed(QStringLiteral("Line 10 robots")));
        f.clickHeader(Column::Name);
        QCOMPARE(f.names().first(), QStringLiteral("Warehouse cameras"));
        f.clickHeader(Column::Uses);
        QCOMPARE(f.cell(0, Column::Uses), QStringLiteral("0"));
        f.clickHeader(Column::Uses);
        QCOMPARE(f.cell(0, Column::Uses), QStringLiteral("120"));
    }

    void typingInTheFilterNarrowsTheListAndEscapeBringsItBack()
    {
        WindowFixture f;
        f.startConnected();
        f.type(QStringLiteral("LINE"));
        QCOMPARE(f.model()->rowCount(), 2);
        QVERIFY(f.says("statusCounts").startsWith(QStringLiteral("2 of 7")));
        QTest::keyClick(f.find("filterField"), Qt::Key_Escape);
        QCOMPARE(f.model()->rowCount(), 7);
        QVERIFY(f.says("statusCounts").startsWith(QStringLiteral("7 ")));
    }

    void nothingMatchingSaysSoAndClearsOnDemand()
    {
        WindowFixture f;
        f.startConnected();
        f.find<QComboBox>("stateChoice")->setCurrentIndex(1);
        f.type(QStringLiteral("no such token"));
        QCOMPARE(f.says("pageHeadline"), QStringLiteral("Nothing matches"));
        QVERIFY(f.find("filterField")->hasFocus()); // typing goes on
        f.click("pageButton");
        QVERIFY(f.isListShown());
        QCOMPARE(f.model()->rowCount(), 7);
        QCOMPARE(f.find<QComboBox>("stateChoice")->currentIndex(), 0);
    }

    void theStateChoiceCountsAndFilters()
    {
        WindowFixture f;
        f.startConnected();
        auto *choice = f.find<QComboBox>("stateChoice");
        const int expiring = choice->findData(static_cast<int>(StateChoice::Expiring));
        QCOMPARE(choice->itemText(0), QStringLiteral("All tokens (7)"));
        QCOMPARE(choice->itemText(expiring), QStringLiteral("Expiring (1)"));
        choice->setCurrentIndex(expiring);
        QCOMPARE(f.names(), QStringList{QStringLiteral("Line 2 gateways")});
    }

    void aTokenExpiresOnScreenWithoutARefresh()
    {
        WindowFixture f;
        f.server.tokens = {newest(f.clock.nowMs() - 5000, 1, QStringLiteral("Short"))};
        f.server.tokens[0].expiresAt = f.clock.nowMs() + 400;
        f.startConnected();
        QCOMPARE(f.cell(0, Column::State), QStringLiteral("Expiring"));
        const int lists = f.server.count(QStringLiteral("list"));
        f.clock.advance(500);
        QTRY_COMPARE(f.cell(0, Column::State), QStringLiteral("Expired"));
        QCOMPARE(f.find<QComboBox>("stateChoice")->itemText(5), QStringLiteral("Expired (1)"));
        QCOMPARE(f.server.count(QStringLiteral("list")), lists);
    }

    void statesFollowTheServersClock()
    {
        WindowFixture f;
        f.server.tokens = {newest(f.clock.nowMs() - 5000, 1, QStringLiteral("Short"))};
        f.server.tokens[0].expiresAt = f.clock.nowMs() + 60'000;
        f.server.clockOffsetMs = 120'000;
        f.startConnected();
        QCOMPARE(f.cell(0, Column::State), QStringLiteral("Expired"));
    }

    void aRefreshKeepsSelectionCurrentRowAndPlace_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("sortedBy");
        QTest::newRow("newest first") << QString() << -1;
        QTest::newRow("sorted by name") << QString() << int(Column::Name);
        QTest::newRow("sorted by uses") << QString() << int(Column::Uses);
        QTest::newRow("filtered and sorted by name") << QStringLiteral("token") << int(Column::Name);
    }
    void aRefreshKeepsSelectionCurrentRowAndPlace()
    {
        QFETCH(QString, filter);
        QFETCH(int, sortedBy);
        WindowFixture f;
        f.server.tokens = manyTokens(f.clock.nowMs());
        f.startConnected();
        f.type(filter);
        if (sortedBy >= 0)
            f.clickHeader(sortedBy);
        f.select(QStringLiteral("Token 150"));
        scrollTo(f, f.rowNamed(QStringLiteral("Token 150")) + 40); // the selected row is out of sight
        const QString top = f.topName();
        QVERIFY(!top.isEmpty());

        // Above and below: gone, new, changed.
        std::erase_if(f.server.tokens, [&](const TestToken &token) {
            return token.name != top && (token.number % 9 == 0) && token.name != QStringLiteral("Token 150");
        });
        f.server.tokens.insert(f.server.tokens.begin(), newest(f.clock.nowMs(), 9001, QStringLiteral("A token")));
        f.server.tokens.insert(f.server.tokens.begin(), newest(f.clock.nowMs(), 9002, QStringLiteral("Z token")));
        for (TestToken &token : f.server.tokens)
            token.lastUsedAt = f.clock.nowMs();
        f.refresh();
        QTRY_VERIFY(f.rowNamed(QStringLiteral("A token")) >= 0);
        QCOMPARE(f.topName(), top);
        QCOMPARE(f.selectedNames(), QStringList{QStringLiteral("Token 150")});
        QCOMPARE(f.currentName(), QStringLiteral("Token 150"));
    }

    void aSelectedRowInSightStaysWhereItIsOnScreen()
    {
        WindowFixture f;
        f.server.tokens = manyTokens(f.clock.nowMs());
        f.startConnected();
        scrollTo(f, 100);
        f.select(QStringLiteral("Token 105"));
        const int y = f.table()->visualRect(f.table()->currentIndex()).top();
        f.server.tokens.insert(f.server.tokens.begin(), newest(f.clock.nowMs(), 9001, QStringLiteral("A token")));
        f.refresh();
        QTRY_COMPARE(f.model()->rowCount(), 301);
        QCOMPARE(f.table()->visualRect(f.table()->currentIndex()).top(), y);
        f.clickHeader(Column::Name);
        f.clickHeader(Column::Name);
        QCOMPARE(f.currentName(), QStringLiteral("Token 105"));
        QCOMPARE(f.table()->visualRect(f.table()->currentIndex()).top(), y);
    }

    void aViewAtItsTopShowsWhatIsNew()
    {
        WindowFixture f;
        f.server.tokens = manyTokens(f.clock.nowMs());
        f.startConnected();
        f.server.tokens.insert(f.server.tokens.begin(), newest(f.clock.nowMs(), 9001, QStringLiteral("A token")));
        f.refresh();
        QTRY_COMPARE(f.topName(), QStringLiteral("A token"));
    }

    void aRowFoundByTheFilterStaysInSightWhenTheFilterIsCleared()
    {
        WindowFixture f;
        f.server.tokens = manyTokens(f.clock.nowMs());
        f.startConnected();
        f.type(QStringLiteral("\"token 25\""));
        QCOMPARE(f.model()->rowCount(), 10);
        f.select(QStringLiteral("Token 257"));
        f.trigger("actionClearFilter");
        QCOMPARE(f.model()->rowCount(), 300);
        QCOMPARE(f.selectedNames(), QStringList{QStringLiteral("Token 257")});
        QVERIFY(f.table()->viewport()->rect().contains(f.table()->visualRect(f.table()->currentIndex()).center()));
    }

    void thereIsAlwaysACurrentRow()
    {
        WindowFixture f;
        f.startConnected();
        QVERIFY(f.table()->currentIndex().isValid());
        f.type(QStringLiteral("nothing like this"));
        QVERIFY(!f.table()->currentIndex().isValid());
        f.trigger("actionClearFilter");
        QVERIFY(f.table()->currentIndex().isValid());
        QVERIFY(f.selectedNames().isEmpty()); // being current is not being selected
    }

    void aNewTokenIsSelectedAndScrolledTo()
    {
        WindowFixture f;
        f.server.tokens = manyTokens(f.clock.nowMs());
        f.startConnected();
        scrollTo(f, 200);
        f.trigger("actionNewToken");
        f.server.tokens.insert(f.server.tokens.begin(), newest(f.clock.nowMs(), 9001, QStringLiteral("Fresh")));
        f.created(testTokenId(9001)); // the list does not have it yet
        f.refresh();
        QTRY_COMPARE(f.selectedNames(), QStringList{QStringLiteral("Fresh")});
        QVERIFY(f.table()->viewport()->rect().contains(f.table()->visualRect(f.table()->currentIndex()).center()));
    }

    void aNewTokenThatTheFilterHidesIsSaid()
    {
        WindowFixture f;
        f.startConnected();
        f.type(QStringLiteral("line"));
        f.server.tokens.insert(f.server.tokens.begin(), newest(f.clock.nowMs(), 9001, QStringLiteral("Fresh")));
        f.refresh();
        QTRY_COMPARE(f.model()->countOf(StateChoice::All), 8);
        f.created = {};
        f.trigger("actionNewToken");
        f.created(testTokenId(9001));
        QVERIFY(f.says("statusMessage").contains(QStringLiteral("filter hides it")));
    }

    void revokingHandsOverTheSelectedTokens()
    {
        WindowFixture f;
        f.startConnected();
        QVERIFY(!f.isEnabled("actionRevoke"));
        f.select(QStringLiteral("Line 2 gateways"));
        f.clickHeader(Column::Name);
        f.trigger("actionRevoke");
        QCOMPARE(f.revokeDialogs.size(), size_t(1));
        QCOMPARE(f.revokeDialogs[0], std::vector<QUuid>{testTokenId(2)});
        QVERIFY(f.says("statusSelected").startsWith(QStringLiteral("1 ")));
        f.trigger("actionSelectAll");
        f.trigger("actionRevoke");
        QCOMPARE(f.revokeDialogs[1].size(), size_t(7));
    }

    void rowAndIdAreCopied()
    {
        WindowFixture f;
        f.startConnected();
        QVERIFY(!f.isEnabled("actionCopyRow"));
        f.select(QStringLiteral("Line 2 gateways"));
        f.trigger("actionCopyRow");
        const QString row = QGuiApplication::clipboard()->text();
        QVERIFY(row.contains(QStringLiteral("Line 2 gateways\t")));
        QVERIFY(row.contains(QStringLiteral("Z"))); // exact times, UTC
        QVERIFY(!row.contains(QStringLiteral("ago")));
        f.trigger("actionCopyId");
        QCOMPARE(QGuiApplication::clipboard()->text(), testTokenId(2).toString(QUuid::WithoutBraces));
        QVERIFY(f.says("statusMessage").startsWith(QStringLiteral("Copied 1")));
    }

    void hostileNamesAreHarmlessInCellsTooltipsAndStatusBar()
    {
        const QString hostile = QStringLiteral("<img src=x>\u202Etxt.exe\nsecond &line") + QString(10'000, u'x');
        WindowFixture f;
        f.server.tokens[0].name = hostile;
        f.server.organization = hostile;
        f.startConnected();
        for (int row = 0; row < f.model()->rowCount(); ++row) {
            const QModelIndex index = f.model()->index(row, Column::Name);
            const QString shown = index.data().toString();
            QVERIFY(!shown.contains(QChar(0x202E)) && !shown.contains(u'\n'));
            QVERIFY(shown.size() < 1000);
            QVERIFY(!index.data(Qt::ToolTipRole).toString().contains(QStringLiteral("<img")));
        }
        auto *organization = f.find<QLabel>("statusOrganization");
        QTRY_VERIFY(!organization->text().isEmpty());
        QCOMPARE(organization->textFormat(), Qt::PlainText);
        QVERIFY(!organization->text().contains(QChar(0x202E)) && !organization->text().contains(u'\n'));
        QVERIFY(!organization->toolTip().contains(QStringLiteral("<img")));
        // It gives way instead of pushing the others or the window apart.
        f.window->resize(800, 600);
        QCOMPARE(f.window->width(), 800);
        QVERIFY(f.find("statusHost")->isVisible());
        QVERIFY(f.window->rect().contains(f.find("statusHost")->geometry()));
    }

    void theAgeOfTheListIsSaid()
    {
        WindowFixture f;
        f.startConnected();
        f.clock.advance(12'000);
        QTRY_COMPARE(f.says("statusAge"), QStringLiteral("Refreshed 12 s ago"));
    }

    void aMinimizedWindowDoesNotPollAndCatchesUpWhenItIsBack()
    {
        WindowFixture f;
        f.startConnected();
        f.session->setPollInterval(std::chrono::milliseconds(30));
        const int before = f.server.count(QStringLiteral("list"));
        QTRY_VERIFY(f.server.count(QStringLiteral("list")) > before);
        f.window->showMinimized();
        QTRY_VERIFY(f.window->isMinimized());
        QTRY_VERIFY(!f.session->isRefreshing());
        const int minimized = f.server.count(QStringLiteral("list"));
        QTest::qWait(200);
        QCOMPARE(f.server.count(QStringLiteral("list")), minimized);
        f.window->showNormal();
        QTRY_VERIFY(f.server.count(QStringLiteral("list")) > minimized);
    }

    void aHiddenWindowDoesNotPoll()
    {
        WindowFixture f;
        f.startConnected();
        f.session->setPollInterval(std::chrono::milliseconds(30));
        f.window->hide();
        QTRY_VERIFY(!f.session->isRefreshing());
        const int hidden = f.server.count(QStringLiteral("list"));
        QTest::qWait(200);
        QCOMPARE(f.server.count(QStringLiteral("list")), hidden);
    }
};

QTEST_MAIN(TestWindowList)
#include "test_window_list.moc"
