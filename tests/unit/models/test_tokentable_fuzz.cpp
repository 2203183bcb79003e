// SPDX-License-Identifier: GPL-3.0-or-later
//
// Random refreshes, filters, sorts, selections and clock ticks on a real QTableView, beside an oracle that keeps plain
// lists. Nothing may be lost, selected by mistake, or shown in another order.
#include "models/tokentablemodel.h"
#include "support/tokens.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <set>

using namespace tokendesk;

namespace {

constexpr qint64 start = 1772366400000;
constexpr qint64 hour = 3'600'000;
using Column = TokenTableModel::Column;

class Oracle
{
public:
    std::vector<TestToken> tokens;
    TokenFilter filter;
    std::vector<std::pair<int, Qt::SortOrder>> sorting; // last key first
    qint64 now = start;

    /// What the table should show, worked out the slow way.
    [[nodiscard]] std::vector<QUuid> shown() const
    {
        const auto snapshot = snapshotOf(tokens);
        std::vector<quint32> rows;
        for (quint32 row = 0; row < snapshot->size(); ++row)
            if (filter.matches(*snapshot, row, now))
                rows.push_back(row);
        std::stable_sort(rows.begin(), rows.end(), [&](quint32 a, quint32 b) {
            for (const auto &[column, order] : sorting) {
                const auto [emptyA, keyA] = key(*snapshot, a, column);
                const auto [emptyB, keyB] = key(*snapshot, b, column);
                if (emptyA != emptyB)
                    return emptyB;
                if (keyA != keyB)
                    return order == Qt::AscendingOrder ? keyA < keyB : keyA > keyB;
            }
            return false;
        });
        std::vector<QUuid> ids;
        for (const quint32 row : rows)
            ids.push_back(snapshot->row(row).id);
        return ids;
    }

private:
    [[nodiscard]] std::pair<bool, qint64> key(const TokenSnapshot &snapshot, quint32 row, int column) const
    {
        const TokenRow &token = snapshot.row(row);
        const auto instant = [](qint64 value) { return std::pair(value == noInstant, value); };
        switch (column) {
        case Column::State:
            return {false, qint64(tokenState(token, now))};
        case Column::Name:
            return {token.nameLength == 0, snapshot.nameRank(row)};
        case Column::Kind:
            return {false, token.singleUse};
        case Column::Uses:
            return {false, token.useCount};
        case Column::Created:
            return instant(token.createdAt);
        case Column::Expires:
            return instant(token.expiresAt);
        case Column::LastUsed:
            return instant(token.lastUsedAt);
        case Column::Revoked:
            return instant(token.revokedAt);
        default: {
            const auto &order = snapshot.rowsById();
            return {false, std::find(order.begin(), order.end(), row) - order.begin()};
        }
        }
    }
};

class Fuzz
{
public:
    Fuzz(quint32 seed, int size) : m_random(seed)
    {
        for (int i = 0; i < size; ++i)
            m_oracle.tokens.push_back(randomToken());
        m_view.setModel(&m_model);
        m_view.setSelectionBehavior(QAbstractItemView::SelectRows);
        m_view.resize(600, 400);
        m_model.setNow(start);
        refresh();
    }

    void step()
    {
        const std::set<QUuid> selectedBefore = selected();
        const std::optional<QUuid> currentBefore = current();
        bool selectionMoved = false;
        switch (m_random.bounded(10)) {
        case 0:
        case 1:
        case 2:
            m_operation = "refresh";
            mutate(m_random.bounded(4) == 0 ? 60 : 3);
            refresh();
            break;
        case 3:
        case 4:
            m_operation = "filter";
            setFilter();
            break;
        case 5:
        case 6:
            m_operation = "sort";
            sort();
            break;
        case 7:
            m_operation = "time";
            m_oracle.now += m_random.bounded(1, 100) * hour;
            m_model.setNow(m_oracle.now);
            break;
        default:
            m_operation = "select";
            select();
            selectionMoved = true;
            break;
        }
        check();
        if (selectionMoved)
            return;
        std::set<QUuid> expected;
        for (const QUuid &id : selectedBefore)
            if (m_model.rowOf(id) >= 0)
                expected.insert(id);
        QVERIFY2(selected() == expected, m_operation);
        if (currentBefore && m_model.rowOf(*currentBefore) >= 0)
            QVERIFY2(current() == currentBefore, m_operation);
    }

private:
    TestToken randomToken()
    {
        static const QStringList words{QStringLiteral("Line"), QStringLiteral("Kiosk"), QStringLiteral("Ärzte"),
                                       QStringLiteral("pilot"), QStringLiteral("")};
        TestToken token;
        token.number = m_next++;
        const QString word = words[m_random.bounded(words.size())];
        token.name = word.isEmpty() ? word : word + QStringLiteral(" %1").arg(m_random.bounded(30));
        token.createdAt = start - m_random.bounded(2000) * hour;
        if (m_random.bounded(3))
            token.expiresAt = token.createdAt + m_random.bounded(1, 3000) * hour;
        token.singleUse = m_random.bounded(2);
        use(token);
        return token;
    }
    void use(TestToken &token)
    {
        token.useCount = quint32(m_random.bounded(3));
        token.lastUsedAt = token.useCount ? start - m_random.bounded(100) * hour : noInstant;
        if (token.useCount && token.singleUse && m_random.bounded(2))
            token.revokedAt = token.lastUsedAt;
        else if (m_random.bounded(4) == 0)
            token.revokedAt = start - m_random.bounded(50) * hour;
    }
    void mutate(int changes)
    {
        auto &tokens = m_oracle.tokens;
        for (int i = 0; i < changes; ++i) {
            switch (m_random.bounded(4)) {
            case 0:
                tokens.insert(tokens.begin() + m_random.bounded(int(tokens.size()) + 1), randomToken());
                break;
            case 1:
                if (tokens.size() > 1)
                    tokens.erase(tokens.begin() + m_random.bounded(int(tokens.size())));
                break;
            case 2:
                use(tokens[size_t(m_random.bounded(int(tokens.size())))]);
                break;
            default:
                if (m_random.bounded(3) == 0) {
                    const auto from = m_random.bounded(int(tokens.size()));
                    std::rotate(tokens.begin(), tokens.begin() + from, tokens.end());
                }
            }
        }
    }
    void refresh()
    {
        const auto snapshot = snapshotOf(m_oracle.tokens);
        const TokenDiff diff = diffTokens(*m_model.tokens(), *snapshot);
        m_model.setTokens(snapshot, diff);
    }
    void setFilter()
    {
        static const QStringList texts{QString(),           QStringLiteral("line"), QStringLiteral("arzte"),
                                       QStringLiteral("1"), QStringLiteral("k 2"),  QStringLiteral("nothing")};
        m_oracle.filter = TokenFilter(texts[m_random.bounded(texts.size())],
                                      allStateChoices[size_t(m_random.bounded(int(allStateChoices.size())))]);
        m_model.setFilter(m_oracle.filter);
    }
    void sort()
    {
        const int column = m_random.bounded(int(Column::ColumnCount));
        const auto order = m_random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder;
        auto &sorting = m_oracle.sorting;
        if (sorting.empty() || sorting.front() != std::pair(column, order)) {
            std::erase_if(sorting, [&](const auto &known) { return known.first == column; });
            sorting.insert(sorting.begin(), {column, order});
            if (sorting.size() > 2)
                sorting.resize(2);
        }
        m_model.sort(column, order);
    }
    void select()
    {
        if (m_model.rowCount() == 0)
            return;
        const int clicks = m_random.bounded(1, 6);
        for (int i = 0; i < clicks; ++i) {
            const QModelIndex index = m_model.index(m_random.bounded(m_model.rowCount()), 0);
            m_view.selectionModel()->setCurrentIndex(
                index, (m_random.bounded(3) ? QItemSelectionModel::Select : QItemSelectionModel::ClearAndSelect) |
                           QItemSelectionModel::Rows);
        }
    }
    void check()
    {
        std::vector<QUuid> actual;
        for (int row = 0; row < m_model.rowCount(); ++row) {
            actual.push_back(*m_model.tokenId(row));
            QCOMPARE(m_model.rowOf(actual.back()), row);
        }
        QVERIFY2(actual == m_oracle.shown(), m_operation);
    }
    [[nodiscard]] std::set<QUuid> selected() const
    {
        std::set<QUuid> ids;
        for (const QModelIndex &index : m_view.selectionModel()->selectedRows())
            ids.insert(*m_model.tokenId(index.row()));
        return ids;
    }
    [[nodiscard]] std::optional<QUuid> current() const { return m_model.tokenId(m_view.currentIndex().row()); }

    QRandomGenerator m_random;
    int m_next = 1;
    Oracle m_oracle;
    TokenTableModel m_model;
    QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QTableView m_view;
    const char *m_operation = "";
};

} // namespace

class TestTokenTableFuzz : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLostOverManyOperations_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("steps");
        QTest::newRow("a handful") << 1u << 5 << 600;
        QTest::newRow("a page") << 2u << 40 << 500;
        QTest::newRow("some hundreds") << 3u << 400 << 120;
    }
    void nothingIsLostOverManyOperations()
    {
        QFETCH(quint32, seed);
        QFETCH(int, size);
        QFETCH(int, steps);
        Fuzz fuzz(seed, size);
        for (int i = 0; i < steps; ++i) {
            fuzz.step();
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(QStringLiteral("at step %1").arg(i)));
        }
    }
};

QTEST_MAIN(TestTokenTableFuzz)
#include "test_tokentable_fuzz.moc"
