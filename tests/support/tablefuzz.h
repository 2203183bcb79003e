// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tokentablemodel.h"
#include "support/tokens.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace tokendesk {

inline constexpr qint64 fuzzStart = 1772366400000;
inline constexpr qint64 fuzzHour = 3'600'000;
/// A table in plain lists.
class TableOracle
{
    using Column = TokenTableModel::Column;

public:
    std::vector<TestToken> tokens;
    TokenFilter filter;
    std::vector<std::pair<int, Qt::SortOrder>> sorting; // last key first
    qint64 now = fuzzStart;
    std::map<QUuid, quint32> marks;

    /// What the table should show, worked out the slow way.
    [[nodiscard]] std::vector<QUuid> shown() const
    {
        const auto snapshot = snapshotOf(tokens);
        std::vector<quint32> rows;
        for (quint32 row = 0; row < snapshot->size(); ++row)
            if (const auto mark = marks.find(snapshot->row(row).id);
                filter.matches(*snapshot, row, now, mark == marks.end() ? 0 : mark->second))
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

/// Random refreshes, filters, marks, sorts, selections and clock ticks on a real view, beside the oracle.
template <class View>
class TableFuzz
{
    using Column = TokenTableModel::Column;

public:
    /// How a change reaches the model, by way of the view or directly.
    using Apply = std::function<void(View &, const std::function<void()> &)>;

    TableFuzz(quint32 seed, int size, Apply apply) : m_random(seed), m_apply(std::move(apply))
    {
        for (int i = 0; i < size; ++i)
            m_oracle.tokens.push_back(randomToken());
        setModel(m_view);
        m_view.setSelectionBehavior(QAbstractItemView::SelectRows);
        m_view.resize(600, 400);
        m_model.setNow(fuzzStart);
        refresh();
    }

    void step()
    {
        const std::set<QUuid> selectedBefore = selected();
        const std::optional<QUuid> currentBefore = current();
        bool selectionMoved = false;
        switch (m_random.bounded(12)) {
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
            m_oracle.now += (m_random.bounded(120) - 20) * fuzzHour;
            apply([this] { m_model.setNow(m_oracle.now); });
            break;
        case 8:
            m_operation = "marks";
            setMarks();
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
        token.createdAt = fuzzStart - m_random.bounded(2000) * fuzzHour;
        if (m_random.bounded(3))
            token.expiresAt = token.createdAt + m_random.bounded(1, 3000) * fuzzHour;
        token.singleUse = m_random.bounded(2);
        use(token);
        return token;
    }
    void use(TestToken &token)
    {
        token.useCount = quint32(m_random.bounded(3));
        token.lastUsedAt = token.useCount ? fuzzStart - m_random.bounded(100) * fuzzHour : noInstant;
        if (token.useCount && token.singleUse && m_random.bounded(2))
            token.revokedAt = token.lastUsedAt;
        else if (m_random.bounded(4) == 0)
            token.revokedAt = fuzzStart - m_random.bounded(50) * fuzzHour;
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
        apply([&] { m_model.setTokens(snapshot, diff); });
    }
    void setFilter()
    {
        static const QStringList texts{QString(),           QStringLiteral("line"),  QStringLiteral("arzte"),
                                       QStringLiteral("1"), QStringLiteral("k 2"),   QStringLiteral("nothing"),
                                       QStringLiteral("l"), QStringLiteral("line 1")};
        m_oracle.filter = TokenFilter(texts[m_random.bounded(texts.size())],
                                      allStateChoices[size_t(m_random.bounded(int(allStateChoices.size())))],
                                      m_random.bounded(4) == 0 ? quint32(m_random.bounded(4)) : 0);
        apply([this] { m_model.setFilter(m_oracle.filter); });
    }
    void setMarks()
    {
        std::vector<quint32> marks;
        m_oracle.marks.clear();
        for (const TestToken &token : m_oracle.tokens) {
            marks.push_back(quint32(m_random.bounded(4)));
            m_oracle.marks[testTokenId(token.number)] = marks.back();
        }
        apply([&] { m_model.setMarks(marks); });
    }
    void apply(const std::function<void()> &change) { m_apply(m_view, change); }
    void setModel(View &view)
    {
        if constexpr (requires { view.setTokenModel(&m_model); })
            view.setTokenModel(&m_model);
        else
            view.setModel(&m_model);
    }
    void sort()
    {
        const int column = m_random.bounded(int(Column::ColumnCount) + 1) - 1;
        const auto order = m_random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder;
        auto &sorting = m_oracle.sorting;
        if (column < 0) {
            sorting.clear();
        } else if (sorting.empty() || sorting.front() != std::pair(column, order)) {
            std::erase_if(sorting, [&](const auto &known) { return known.first == column; });
            sorting.insert(sorting.begin(), {column, order});
            if (sorting.size() > 2)
                sorting.resize(2);
        }
        apply([&] { m_model.sort(column, order); });
    }
    void select()
    {
        if (m_model.rowCount() == 0)
            return;
        auto &selection = *m_view.selectionModel();
        const auto anyRow = [&] { return m_model.index(m_random.bounded(m_model.rowCount()), 0); };
        switch (m_random.bounded(8)) {
        case 0:
            m_view.selectAll();
            break;
        case 1: // all but one
            m_view.selectAll();
            selection.select(anyRow(), QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
            break;
        case 2: // here and there
            for (int row = m_random.bounded(2); row < m_model.rowCount(); row += 2)
                selection.select(m_model.index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
            break;
        case 3: {
            const QModelIndex a = anyRow();
            const QModelIndex b = anyRow();
            selection.select(QItemSelection(a.row() < b.row() ? a : b, a.row() < b.row() ? b : a),
                             QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
            break;
        }
        default:
            for (int clicks = m_random.bounded(1, 6); clicks > 0; --clicks)
                selection.setCurrentIndex(anyRow(), (m_random.bounded(3) ? QItemSelectionModel::Select
                                                                         : QItemSelectionModel::ClearAndSelect) |
                                                        QItemSelectionModel::Rows);
        }
    }
    void check()
    {
        std::vector<QUuid> actual;
        QCOMPARE(m_model.shownRows().size(), size_t(m_model.rowCount()));
        for (int row = 0; row < m_model.rowCount(); ++row) {
            actual.push_back(*m_model.tokenId(row));
            if (const auto mark = m_oracle.marks.find(actual.back()); mark != m_oracle.marks.end())
                QCOMPARE(m_model.marksOf(row), mark->second);
            QCOMPARE(m_model.rowOf(actual.back()), row);
        }
        QVERIFY2(actual == m_oracle.shown(), m_operation);
    }
    [[nodiscard]] std::set<QUuid> selected() const
    {
        std::set<QUuid> ids;
        if constexpr (requires { m_view.selection(); })
            for (const int row : m_view.selection().positions())
                ids.insert(*m_model.tokenId(row));
        else
            for (const QModelIndex &index : m_view.selectionModel()->selectedRows())
                ids.insert(*m_model.tokenId(index.row()));
        return ids;
    }
    [[nodiscard]] std::optional<QUuid> current() const { return m_model.tokenId(m_view.currentIndex().row()); }

    QRandomGenerator m_random;
    int m_next = 1;
    TableOracle m_oracle;
    TokenTableModel m_model;
    QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    View m_view;
    Apply m_apply;
    const char *m_operation = "";
};

} // namespace tokendesk
