// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tokentablemodel.h"
#include "support/tokens.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;

namespace {

constexpr qint64 now = 1772366400000; // 2026-03-01T12:00:00Z
constexpr qint64 day = msPerDay;
using Column = TokenTableModel::Column;

struct Rig
{
    TokenTableModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    explicit Rig(const std::vector<TestToken> &tokens = tokensOfEveryState(now))
    {
        model.setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
        model.setNow(now);
        show(tokens);
    }
    void show(const std::vector<TestToken> &tokens)
    {
        const auto snapshot = snapshotOf(tokens);
        const TokenDiff diff = diffTokens(*model.tokens(), *snapshot);
        model.setTokens(snapshot, diff);
    }
    [[nodiscard]] QString at(int row, int column, int role = Qt::DisplayRole) const
    {
        return model.index(row, column).data(role).toString();
    }
    [[nodiscard]] QStringList column(int column) const
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts << at(row, column);
        return texts;
    }
    [[nodiscard]] int rowNamed(const QString &name) const { return int(column(Column::Name).indexOf(name)); }
};

TestToken named(int number, const QString &name)
{
    TestToken token;
    token.number = number;
    token.name = name;
    token.createdAt = now - number * day;
    return token;
}

} // namespace

class TestTokenTableModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRowSaysWhatTheTokenIs()
    {
        Rig rig;
        QCOMPARE(rig.model.rowCount(), 7);
        const int row = rig.rowNamed(QStringLiteral("Line 10 robots"));
        QCOMPARE(rig.at(row, Column::State), QStringLiteral("Active"));
        QCOMPARE(rig.at(row, Column::Kind), QStringLiteral("Reusable"));
        QCOMPARE(rig.at(row, Column::Uses), QStringLiteral("17"));
        QVERIFY(rig.at(row, Column::LastUsed).startsWith(QStringLiteral("2 day")));
        QCOMPARE(rig.at(row, Column::Revoked), QStringLiteral("Never"));
        QCOMPARE(rig.at(row, Column::Id), testTokenId(1).toString(QUuid::WithoutBraces));
        QVERIFY2(rig.at(row, Column::Created, Qt::ToolTipRole).contains(QStringLiteral("2026-01-20T12:00:00Z")),
                 qPrintable(rig.at(row, Column::Created, Qt::ToolTipRole)));
        QVERIFY(rig.at(row, Column::Created, Qt::AccessibleTextRole).contains(QStringLiteral("2026-01-20T12:00:00Z")));
    }

    void everyStateHasItsWord()
    {
        Rig rig;
        QCOMPARE(rig.column(Column::State),
                 QStringList({QStringLiteral("Active"), QStringLiteral("Expiring"), QStringLiteral("Active"),
                              QStringLiteral("Used up"), QStringLiteral("Expired"), QStringLiteral("Revoked"),
                              QStringLiteral("Active")}));
    }

    void hostileNamesAreHarmlessInEveryVoice()
    {
        const QString hostile = QStringLiteral("<img src=x onerror=alert(1)>\u202Eevil\nline two\t\u0007");
        Rig rig({named(1, hostile), named(2, QString(10'000, u'x')), named(3, QStringLiteral("=cmd|' /C calc'!A0"))});
        for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole), int(TokenTableModel::LiveTextRole)}) {
            const QString text = rig.at(0, Column::Name, role);
            QVERIFY2(!text.contains(u'\n') && !text.contains(u'\t') && !text.contains(QChar(0x202E)), qPrintable(text));
        }
        const QString tip = rig.at(0, Column::Name, Qt::ToolTipRole);
        QVERIFY(!tip.contains(QStringLiteral("<img")));
        QVERIFY(tip.contains(QStringLiteral("&lt;img")));
        QVERIFY(rig.at(1, Column::Name).size() <= 300);
        QVERIFY(rig.at(2, Column::Name, TokenTableModel::LiveTextRole).startsWith(u'\''));
        const QString copied = rig.model.rowsAsText({0, 1, 2});
        QCOMPARE(copied.count(u'\n'), 4);
        QCOMPARE(copied.count(u'\t'), 4 * (Column::ColumnCount - 1));
    }

    void columnsSortByWhatTheyMean_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<int>("order");
        QTest::addColumn<QList<int>>("numbers");
        const auto row = [](const char *title, int column, Qt::SortOrder order, const QList<int> &numbers) {
            QTest::newRow(title) << column << int(order) << numbers;
        };
        row("names with numbers in order", Column::Name, Qt::AscendingOrder, {4, 6, 7, 2, 1, 5, 3});
        row("names descending", Column::Name, Qt::DescendingOrder, {3, 5, 1, 2, 7, 6, 4});
        row("uses as numbers", Column::Uses, Qt::AscendingOrder, {3, 4, 6, 2, 5, 1, 7});
        row("never expires is last", Column::Expires, Qt::AscendingOrder, {5, 6, 2, 4, 1, 3, 7});
        row("and last the other way too", Column::Expires, Qt::DescendingOrder, {3, 1, 4, 2, 6, 5, 7});
        row("never used is last", Column::LastUsed, Qt::DescendingOrder, {2, 7, 1, 4, 6, 5, 3});
        row("created", Column::Created, Qt::AscendingOrder, {7, 5, 1, 6, 2, 3, 4});
        row("what needs eyes first", Column::State, Qt::AscendingOrder, {2, 1, 3, 7, 4, 5, 6});
        row("kind, ties in the server's order", Column::Kind, Qt::AscendingOrder, {1, 2, 3, 5, 6, 7, 4});
    }
    void columnsSortByWhatTheyMean()
    {
        QFETCH(int, column);
        QFETCH(int, order);
        QFETCH(QList<int>, numbers);
        Rig rig;
        rig.model.sort(column, Qt::SortOrder(order));
        QList<QUuid> expected, actual;
        for (const int number : numbers)
            expected << testTokenId(number);
        for (int row = 0; row < rig.model.rowCount(); ++row)
            actual << *rig.model.tokenId(row);
        QCOMPARE(actual, expected);
        QCOMPARE(rig.model.sortColumn(), column);
    }

    void thePreviousColumnIsTheSecondKey()
    {
        Rig rig;
        rig.model.sort(Column::Uses, Qt::DescendingOrder);
        rig.model.sort(Column::State, Qt::AscendingOrder);
        QCOMPARE(rig.column(Column::Uses).mid(1, 3),
                 QStringList({QStringLiteral("120"), QStringLiteral("17"), QStringLiteral("0")}));
        rig.model.sort(-1);
        QCOMPARE(rig.model.sortColumn(), -1);
        QCOMPARE(*rig.model.tokenId(0), testTokenId(1));
    }

    void theFilterFindsFoldedWordsInNameAndId()
    {
        Rig rig({named(1, QStringLiteral("Ärzte-Haus 3")), named(2, QStringLiteral("Lager"))});
        rig.model.setFilter(TokenFilter(QStringLiteral("ARZTE haus")));
        QCOMPARE(rig.column(Column::Name), QStringList({QStringLiteral("Ärzte-Haus 3")}));
        rig.model.setFilter(TokenFilter(testTokenId(2).toString(QUuid::WithoutBraces).left(8)));
        QCOMPARE(rig.column(Column::Name), QStringList({QStringLiteral("Lager")}));
        rig.model.setFilter(TokenFilter(QStringLiteral("nothing like it")));
        QCOMPARE(rig.model.rowCount(), 0);
        rig.model.setFilter({});
        QCOMPARE(rig.model.rowCount(), 2);
    }

    void marksFilterAndFollowTheirTokens()
    {
        Rig rig;
        QSignalSpy viewChanged(&rig.model, &TokenTableModel::viewChanged);
        rig.model.setMarks({1, 2, 0, 3, 0, 0, 4});
        QCOMPARE(rig.model.rowCount(), 7);
        QCOMPARE(viewChanged.size(), 0);
        rig.model.setFilter(TokenFilter({}, StateChoice::All, 2));
        QCOMPARE(viewChanged.size(), 1);
        QCOMPARE(rig.model.shownRows(), (std::vector<quint32>{1, 3}));
        QCOMPARE(rig.model.marksOf(1), 3U);
        rig.model.setMarks({1, 2}); // not of this list
        QCOMPARE(rig.model.marksOf(1), 3U);
        rig.model.setMarks({1, 2, 0, 3, 0, 0, 4}); // no news
        QCOMPARE(viewChanged.size(), 1);

        auto tokens = tokensOfEveryState(now);
        tokens.erase(tokens.begin());
        tokens.insert(tokens.begin(), named(99, QStringLiteral("New")));
        std::rotate(tokens.begin(), tokens.begin() + 2, tokens.end());
        rig.show(tokens);
        QCOMPARE(rig.column(Column::Name),
                 QStringList({QStringLiteral("Bench unit 7"), QStringLiteral("Line 2 gateways")}));
        QCOMPARE(rig.model.marksOf(0), 3U);
        QCOMPARE(rig.model.marksOf(1), 2U);
        QCOMPARE(viewChanged.size(), 2);
        rig.model.setFilter({});
        QCOMPARE(rig.model.marksOf(rig.rowNamed(QStringLiteral("New"))), 0U);
        QCOMPARE(rig.model.marksOf(rig.rowNamed(QStringLiteral("Forever fleet"))), 4U);
        rig.model.setMarks({});
        QCOMPARE(rig.model.marksOf(0), 0U);
    }

    void viewChangedComesOnceAChangeAndOnlyForOne()
    {
        Rig rig;
        QSignalSpy viewChanged(&rig.model, &TokenTableModel::viewChanged);
        rig.model.setFilter(TokenFilter(QStringLiteral("e"))); // all but two
        QCOMPARE(viewChanged.size(), 1);
        rig.model.setFilter(TokenFilter(QStringLiteral("E")));
        QCOMPARE(viewChanged.size(), 1);
        rig.model.sort(Column::Name, Qt::DescendingOrder);
        QCOMPARE(viewChanged.size(), 2);
        rig.model.setNow(now + 60'000);
        QCOMPARE(viewChanged.size(), 2);
        rig.show(tokensOfEveryState(now));
        QCOMPARE(viewChanged.size(), 3);
    }

    void countsAreOfAllTokensAndFollowTheList()
    {
        Rig rig;
        QSignalSpy changed(&rig.model, &TokenTableModel::countsChanged);
        rig.model.setFilter(TokenFilter({}, StateChoice::Revoked));
        QCOMPARE(rig.model.rowCount(), 1);
        QCOMPARE(rig.model.countOf(StateChoice::All), 7);
        QCOMPARE(rig.model.countOf(StateChoice::Active), 3);
        QCOMPARE(rig.model.countOf(StateChoice::Expiring), 1);
        QCOMPARE(rig.model.countOf(StateChoice::UsedUp), 1);
        QCOMPARE(rig.model.countOf(StateChoice::NeverUsed), 1);
        QCOMPARE(changed.size(), 0);
        auto tokens = tokensOfEveryState(now);
        tokens[0].revokedAt = now;
        rig.show(tokens);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(rig.model.countOf(StateChoice::Revoked), 2);
        QCOMPARE(rig.model.rowCount(), 2);
    }

    void statesChangeAsTimePassesWithoutAReply()
    {
        Rig rig;
        rig.model.setFilter(TokenFilter({}, StateChoice::Expiring));
        QCOMPARE(rig.column(Column::Name), QStringList({QStringLiteral("Line 2 gateways")}));
        const qint64 expires = now + 5 * day;
        QCOMPARE(rig.model.nextStateChange(), expires);
        rig.model.setNow(expires - 1);
        QCOMPARE(rig.model.rowCount(), 1);
        rig.model.setNow(expires);
        QCOMPARE(rig.model.rowCount(), 0);
        QCOMPARE(rig.model.countOf(StateChoice::Expired), 2);
        rig.model.setNow(now); // the clock was set back
        QCOMPARE(rig.model.rowCount(), 1);
    }

    void theHorizonDecidesWhatIsExpiring()
    {
        Rig rig;
        rig.model.setFilter(TokenFilter({}, StateChoice::Expiring));
        QCOMPARE(rig.model.rowCount(), 1);
        rig.model.setExpiryHorizon(4 * day); // it expires in five
        QCOMPARE(rig.model.rowCount(), 0);
        QCOMPARE(rig.model.countOf(StateChoice::Expiring), 0);
        rig.show(tokensOfEveryState(now)); // a later list heeds it too
        QCOMPARE(rig.model.rowCount(), 0);
        rig.model.setExpiryHorizon(6 * day);
        QCOMPARE(rig.model.rowCount(), 1);
    }

    void aChangedTokenAnnouncesItsRowOnly()
    {
        Rig rig;
        QSignalSpy data(&rig.model, &QAbstractItemModel::dataChanged);
        QSignalSpy layout(&rig.model, &QAbstractItemModel::layoutChanged);
        QSignalSpy reset(&rig.model, &QAbstractItemModel::modelReset);
        auto tokens = tokensOfEveryState(now);
        tokens[2].useCount = 5;
        rig.show(tokens);
        QCOMPARE(data.size(), 1);
        QCOMPARE(data[0][0].toModelIndex().row(), 2);
        QCOMPARE(data[0][1].toModelIndex().row(), 2);
        QCOMPARE(layout.size() + reset.size(), 0);
    }

    void newAndVanishedTokensComeAndGoByTheirRows()
    {
        Rig rig;
        QSignalSpy inserted(&rig.model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&rig.model, &QAbstractItemModel::rowsRemoved);
        auto tokens = tokensOfEveryState(now);
        tokens.erase(tokens.begin() + 4);
        tokens.insert(tokens.begin(), named(99, QStringLiteral("New")));
        rig.show(tokens);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed[0][1].toInt(), 4);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted[0][1].toInt(), 0);
        QCOMPARE(rig.model.rowOf(testTokenId(99)), 0);
        QCOMPARE(rig.model.rowOf(testTokenId(5)), -1);
    }
};

QTEST_GUILESS_MAIN(TestTokenTableModel)
#include "test_tokentablemodel.moc"
