// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table's selection beside Qt's own selection model on the same model, which it has to equal in everything but
// time.
#include "models/tokenselection.h"
#include "models/tokentablemodel.h"
#include "support/tokens.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <set>

using namespace tokendesk;
using Flags = QItemSelectionModel::SelectionFlags;

namespace {

constexpr qint64 now = 1772366400000;
constexpr qint64 hour = 3'600'000;

TestToken token(int number)
{
    TestToken token;
    token.number = number;
    token.name = number % 10 == 3 ? QStringLiteral("Pilot") : QStringLiteral("Line %1").arg(number % 10);
    token.createdAt = now - number * hour;
    token.expiresAt = now + (number % 7 - 3) * 24 * hour;
    return token;
}

std::vector<TestToken> tokens(int count)
{
    std::vector<TestToken> tokens;
    for (int number = 1; number <= count; ++number)
        tokens.push_back(token(number));
    return tokens;
}

class Rig
{
public:
    explicit Rig(int count) : list(tokens(count))
    {
        model.setNow(now);
        show();
    }
    void show()
    {
        const TokenSnapshotPtr snapshot = snapshotOf(list);
        model.setTokens(snapshot, diffTokens(*model.tokens(), *snapshot));
    }
    void filter(const QString &text) { model.setFilter(TokenFilter(text)); }
    [[nodiscard]] QItemSelection rows(int first, int last) const
    {
        return {model.index(first, 0), model.index(last, TokenTableModel::ColumnCount - 1)};
    }
    /// Every tenth row: as many ranges.
    void scatter()
    {
        filter(QStringLiteral("pilot"));
        selection.select(rows(0, model.rowCount() - 1), QItemSelectionModel::ClearAndSelect);
        filter({});
    }
    [[nodiscard]] std::vector<int> knownToBase() const { return rowsOf(selection); }
    [[nodiscard]] static std::vector<int> rowsOf(const QItemSelectionModel &selection)
    {
        std::set<int> rows;
        for (const QItemSelectionRange &range : selection.selection())
            for (int row = range.top(); row <= range.bottom(); ++row)
                rows.insert(row);
        return {rows.begin(), rows.end()};
    }

    std::vector<TestToken> list;
    TokenTableModel model;
    TokenSelection selection{model};
};

int rangesOf(const std::vector<int> &rows)
{
    int ranges = 0;
    for (size_t i = 0; i < rows.size(); ++i)
        ranges += i == 0 || rows[i] != rows[i - 1] + 1 ? 1 : 0;
    return ranges;
}

/// Random commands and changes of the model, to both selections alike.
class Beside : public Rig
{
public:
    Beside(quint32 seed, int count) : Rig(count), m_random(seed), m_next(count + 1) {}

    void step()
    {
        switch (m_random.bounded(14)) {
        case 0:
            refresh();
            break;
        case 1: {
            static const QStringList texts{{}, QStringLiteral("pilot"), QStringLiteral("line"), QStringLiteral("7")};
            filter(texts[m_random.bounded(texts.size())]);
            break;
        }
        case 2:
            model.sort(m_random.bounded(int(TokenTableModel::ColumnCount)),
                       m_random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder);
            break;
        case 3:
            model.setNow(now + m_random.bounded(100) * hour);
            break;
        case 4:
            if (selection.count() == 0)
                break; // the base class takes that for nothing to do, even where Qt's own would settle
            m_random.bounded(2) ? both([](QItemSelectionModel &of) { of.clearSelection(); })
                                : both([](QItemSelectionModel &of) { of.reset(); });
            break;
        case 5: // here and there, one by one
            for (int row = m_random.bounded(3); row < model.rowCount(); row += 2 + m_random.bounded(4))
                command(rows(row, row), QItemSelectionModel::Select);
            break;
        case 6: { // several at once, some twice
            QItemSelection some;
            for (int i = 0; i < 5; ++i)
                some.merge(anyRows(), QItemSelectionModel::Select);
            command(some, anyCommand());
            break;
        }
        case 7: {
            const QModelIndex index = model.index(anyRow(), 2);
            const Flags how = anyCommand();
            both([&](QItemSelectionModel &of) { of.setCurrentIndex(index, how); });
            break;
        }
        default:
            command(anyRows(), anyCommand());
        }
    }
    void check() const
    {
        const std::vector<int> expected = rowsOf(m_qts);
        QCOMPARE(selection.positions(), expected);
        QCOMPARE(selection.count(), int(expected.size()));
        QCOMPARE(selection.rows().count(), quint32(expected.size()));
        QCOMPARE(selection.currentIndex(), m_qts.currentIndex());
        // What the base class answers.
        QCOMPARE(selection.hasSelection(), !expected.empty());
        const std::vector<int> known = knownToBase();
        QVERIFY(std::includes(expected.begin(), expected.end(), known.begin(), known.end()));
        if (rangesOf(expected) <= TokenSelection::mostMirrored)
            QVERIFY(known == expected);
        for (int row = m_inSight; row < std::min(m_inSight + 20, model.rowCount()); ++row)
            QCOMPARE(selection.isRowSelected(row), m_qts.isRowSelected(row));
    }
    void scroll()
    {
        m_inSight = anyRow();
        selection.setSight(m_inSight, m_inSight + 19);
    }

private:
    template <class Work>
    void both(Work work)
    {
        work(selection);
        work(m_qts);
    }
    void command(const QItemSelection &rows, Flags how)
    {
        both([&](QItemSelectionModel &of) { of.select(rows, how); });
    }
    Flags anyCommand()
    {
        static const std::vector<Flags> commands{QItemSelectionModel::NoUpdate,
                                                 QItemSelectionModel::Clear,
                                                 QItemSelectionModel::Select,
                                                 QItemSelectionModel::Deselect,
                                                 QItemSelectionModel::Toggle,
                                                 QItemSelectionModel::ClearAndSelect,
                                                 QItemSelectionModel::SelectCurrent,
                                                 QItemSelectionModel::ToggleCurrent,
                                                 QItemSelectionModel::Deselect | QItemSelectionModel::Current,
                                                 QItemSelectionModel::SelectCurrent | QItemSelectionModel::Clear};
        return commands[size_t(m_random.bounded(int(commands.size())))] | QItemSelectionModel::Rows;
    }
    int anyRow() { return m_random.bounded(std::max(1, model.rowCount())); }
    QItemSelection anyRows()
    {
        const int first = anyRow();
        return rows(first, std::min(model.rowCount() - 1, first + m_random.bounded(m_random.bounded(3) ? 4 : 200)));
    }
    void refresh()
    {
        for (int changes = m_random.bounded(6); changes > 0; --changes) {
            const auto at = list.begin() + m_random.bounded(int(list.size()));
            if (m_random.bounded(2))
                list.insert(at, token(m_next++));
            else if (list.size() > 5)
                list.erase(at);
        }
        if (m_random.bounded(4) == 0)
            std::rotate(list.begin(), list.begin() + m_random.bounded(int(list.size())), list.end());
        show();
    }

    QRandomGenerator m_random;
    int m_next;
    int m_inSight = 0;
    QItemSelectionModel m_qts{&model};
};

} // namespace

class TestTokenSelection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isWhatQtsOwnSelectionWouldBe_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("steps");
        QTest::newRow("a handful") << 1u << 6 << 3000;
        QTest::newRow("a page") << 2u << 40 << 2000;
        QTest::newRow("some hundreds") << 3u << 400 << 600;
        QTest::newRow("more ranges than the base class knows") << 4u << 1200 << 250;
    }
    void isWhatQtsOwnSelectionWouldBe()
    {
        QFETCH(quint32, seed);
        QFETCH(int, count);
        QFETCH(int, steps);
        Beside beside(seed, count);
        for (int i = 0; i < steps; ++i) {
            beside.scroll();
            beside.step();
            beside.check();
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(QStringLiteral("at step %1").arg(i)));
        }
    }

    void tellsAtOnceOfACommandThatChangesSomething()
    {
        Rig rig(20);
        QSignalSpy altered(&rig.selection, &TokenSelection::altered);
        rig.selection.select(rig.rows(2, 5), QItemSelectionModel::Select);
        QCOMPARE(altered.size(), 1);
        rig.selection.select(rig.rows(3, 4), QItemSelectionModel::Select);
        QCOMPARE(altered.size(), 1);
        rig.selection.select(rig.rows(3, 4), QItemSelectionModel::Toggle);
        QCOMPARE(altered.size(), 2);
        rig.selection.clearSelection();
        QCOMPARE(altered.size(), 3);
        rig.selection.clearSelection();
        QCOMPARE(altered.size(), 3);
    }

    void tellsLaterAndOnceOfAChangeOfTheTable()
    {
        Rig rig(20);
        rig.selection.select(rig.rows(0, 19), QItemSelectionModel::Select);
        QSignalSpy altered(&rig.selection, &TokenSelection::altered);
        rig.filter(QStringLiteral("i")); // which all have
        rig.model.sort(TokenTableModel::Created);
        QCoreApplication::processEvents();
        QCOMPARE(altered.size(), 0); // the same tokens, in another order
        bool told = false;
        connect(&rig.model, &TokenTableModel::viewChanged, &rig.model, [&] { told = !altered.isEmpty(); });
        rig.filter(QStringLiteral("line"));
        rig.filter(QStringLiteral("line 5"));
        QVERIFY(!told);
        QCOMPARE(rig.selection.count(), rig.model.rowCount()); // true at once all the same
        QTRY_COMPARE(altered.size(), 1);
        rig.filter({});
        QCoreApplication::processEvents();
        QCOMPARE(altered.size(), 1); // what comes back is not selected
    }

    void tellsOfAnotherListAsLongAsSomethingIsSelected()
    {
        Rig rig(20);
        QSignalSpy altered(&rig.selection, &TokenSelection::altered);
        rig.list.pop_back();
        rig.show();
        QCoreApplication::processEvents();
        QCOMPARE(altered.size(), 0);
        rig.selection.select(rig.rows(4, 4), QItemSelectionModel::Select);
        altered.clear();
        rig.list.erase(rig.list.begin());
        rig.show();
        QCOMPARE(rig.selection.positions(), std::vector<int>{3}); // the same token
        QTRY_COMPARE(altered.size(), 1);
    }

    void theBaseClassKnowsTheFirstRangesAndThoseInSight()
    {
        Rig rig(5000);
        rig.scatter();
        const std::vector<int> selected = rig.selection.positions();
        QCOMPARE(selected.size(), size_t(500));
        QCOMPARE(rig.knownToBase().size(), size_t(TokenSelection::mostMirrored));
        for (const int top : {4000, 2500, 4990}) {
            rig.selection.setSight(top, top + 30);
            for (int row = top; row < std::min(5000, top + 31); ++row)
                QCOMPARE(rig.selection.isRowSelected(row), std::binary_search(selected.begin(), selected.end(), row));
        }
        QCOMPARE(rig.selection.positions(), selected);
    }

    void scrollingIsNoChange()
    {
        Rig rig(5000);
        rig.scatter();
        QCoreApplication::processEvents();
        QSignalSpy altered(&rig.selection, &TokenSelection::altered);
        QSignalSpy changed(&rig.selection, &QItemSelectionModel::selectionChanged);
        rig.selection.setSight(4000, 4030);
        QCoreApplication::processEvents();
        QCOMPARE(altered.size(), 0);
        QCOMPARE(changed.size(), 0);
    }

    void clearsAlsoWhatTheBaseClassDoesNotKnow()
    {
        Rig rig(5000);
        rig.scatter();
        rig.selection.setSight(4000, 4001); // nothing selected there
        rig.selection.clearSelection();
        QCOMPARE(rig.selection.count(), 0);
        QVERIFY(rig.selection.positions().empty());
    }

    void aSelectionThatOutlivedAFilterIsExtendedByTheNextRange()
    {
        Rig rig(3000);
        rig.scatter();
        QCOMPARE(rig.selection.count(), 300);
        rig.selection.select(rig.rows(0, 0), QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows);
        QCOMPARE(rig.selection.count(), 301);
        rig.selection.select(rig.rows(0, 1), QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows);
        QCOMPARE(rig.selection.count(), 302);
        rig.selection.select(rig.rows(0, 0), QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows);
        QCOMPARE(rig.selection.count(), 301);
    }

    void aRangeCanStillShrinkWhenARefreshChangedNothingOfTheRows()
    {
        Rig rig(20);
        const auto extendTo = [&](int row) {
            rig.selection.select(rig.rows(3, row), QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows);
        };
        rig.selection.select(rig.rows(3, 3), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        extendTo(8);
        rig.list[4].useCount = 7;
        rig.show();
        QCOMPARE(rig.selection.count(), 6);
        extendTo(5);
        QCOMPARE(rig.selection.positions(), (std::vector<int>{3, 4, 5}));
    }

    void rowsOfTheSnapshotThatAreNotShownArePassedOver()
    {
        Rig rig(30);
        rig.filter(QStringLiteral("pilot")); // 3, 13, 23
        rig.selection.selectRows(RowSet::all(30), QItemSelectionModel::Select);
        QCOMPARE(rig.selection.positions(), (std::vector<int>{0, 1, 2}));
        rig.filter({});
        QCOMPARE(rig.selection.count(), 3);
    }
};

QTEST_MAIN(TestTokenSelection)
#include "test_tokenselection.moc"
