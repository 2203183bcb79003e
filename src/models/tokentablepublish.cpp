// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a new list, order or filter reaches the views: with signals that are legal one by one. Changing the number of
// rows inside layoutChanged would corrupt selections, and QAbstractItemModelTester does not notice; so rows leave and
// come by removeRows and insertRows, and only what stays is permuted.
#include "models/tokentablemodel.h"

#include <algorithm>

namespace tokendesk {

namespace {

constexpr quint32 gone = ~0U;
/// Up to here rows leave and come interval by interval; beyond, in one go at the end of the list: each interval costs a
/// view a pass over its selection.
constexpr size_t fewIntervals = 64;

struct Interval
{
    int first;
    int last;
};

/// The intervals of `rows` for which `in(row)` is false, ascending; stops counting above the limit.
template <class Predicate>
std::vector<Interval> intervalsWithout(const std::vector<quint32> &rows, Predicate in)
{
    std::vector<Interval> intervals;
    for (int i = 0; i < int(rows.size()); ++i) {
        if (in(rows[size_t(i)]))
            continue;
        if (!intervals.empty() && intervals.back().last == i - 1)
            intervals.back().last = i;
        else if (intervals.size() > fewIntervals)
            break;
        else
            intervals.push_back({i, i});
    }
    return intervals;
}

} // namespace

void TokenTableModel::publish(Next next, const std::vector<quint32> &newRowOf, const std::vector<quint32> &changed)
{
    const bool viewChanges = next.tokens != m_tokens || next.view != m_view;
    const auto newRow = [&](quint32 oldRow) { return newRowOf.empty() ? oldRow : newRowOf[oldRow]; };

    // Which rows of the new snapshot are shown before and after.
    std::vector<bool> shownAfter(next.tokens->size(), false);
    for (const quint32 row : next.view)
        shownAfter[row] = true;
    const auto stays = [&](quint32 oldRow) { return newRow(oldRow) != gone && shownAfter[newRow(oldRow)]; };
    std::vector<bool> shownBefore(next.tokens->size(), false);
    for (const quint32 oldRow : m_view)
        if (newRow(oldRow) != gone)
            shownBefore[newRow(oldRow)] = true;

    // Do those that stay follow each other as before?
    bool sameOrder = true;
    {
        auto after = next.view.begin();
        for (const quint32 oldRow : m_view) {
            if (!stays(oldRow))
                continue;
            while (!shownBefore[*after])
                ++after;
            if (*after++ != newRow(oldRow)) {
                sameOrder = false;
                break;
            }
        }
    }

    const std::vector<Interval> leaving = intervalsWithout(m_view, stays);
    const std::vector<Interval> coming = intervalsWithout(next.view, [&](quint32 row) { return shownBefore[row]; });

    if (sameOrder && leaving.size() + coming.size() <= fewIntervals) {
        for (auto interval = leaving.rbegin(); interval != leaving.rend(); ++interval) {
            beginRemoveRows({}, interval->first, interval->last);
            m_view.erase(m_view.begin() + interval->first, m_view.begin() + interval->last + 1);
            indexView();
            endRemoveRows();
        }
        std::vector<quint32> staying;
        staying.reserve(m_view.size());
        for (const quint32 oldRow : m_view)
            staying.push_back(newRow(oldRow));
        const std::vector<quint32> view = next.view;
        adopt(next, std::move(staying));
        for (const Interval &interval : coming) {
            beginInsertRows({}, interval.first, interval.last);
            m_view.insert(m_view.begin() + interval.first, view.begin() + interval.first,
                          view.begin() + interval.last + 1);
            indexView();
            endInsertRows();
        }
    } else {
        // Those that stay go to the front, in the order they will have.
        std::vector<quint32> oldRowOf(next.tokens->size(), gone);
        for (const quint32 oldRow : m_view)
            if (newRow(oldRow) != gone)
                oldRowOf[newRow(oldRow)] = oldRow;
        std::vector<quint32> front;
        front.reserve(m_view.size());
        std::vector<quint32> staying;
        staying.reserve(m_view.size());
        for (const quint32 row : next.view) {
            if (shownBefore[row]) {
                front.push_back(oldRowOf[row]);
                staying.push_back(row);
            }
        }
        const int kept = int(front.size());
        std::copy_if(m_view.begin(), m_view.end(), std::back_inserter(front),
                     [&](quint32 oldRow) { return !stays(oldRow); });
        permute(std::move(front));
        if (kept < rowCount()) {
            beginRemoveRows({}, kept, rowCount() - 1);
            m_view.resize(size_t(kept));
            indexView();
            endRemoveRows();
        }
        std::vector<quint32> view = next.view;
        std::vector<quint32> added;
        std::copy_if(view.begin(), view.end(), std::back_inserter(added),
                     [&](quint32 row) { return !shownBefore[row]; });
        adopt(next, std::move(staying));
        if (!added.empty()) {
            beginInsertRows({}, kept, kept + int(added.size()) - 1);
            m_view.insert(m_view.end(), added.begin(), added.end());
            indexView();
            endInsertRows();
            permute(std::move(view));
        }
    }
    announceChanged(changed);
    if (viewChanges)
        Q_EMIT viewChanged();
}

void TokenTableModel::adopt(Next &next, std::vector<quint32> view)
{
    m_tokens = std::move(next.tokens);
    m_states = std::move(next.states);
    m_order = std::move(next.order);
    m_view = std::move(view);
    m_marks = std::move(next.marks);
    indexView();
}

void TokenTableModel::permute(std::vector<quint32> view)
{
    if (view == m_view)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<quint32> rows;
    rows.reserve(size_t(before.size()));
    for (const QModelIndex &index : before)
        rows.push_back(snapshotRow(index.row()));
    m_view = std::move(view);
    indexView();
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        after.push_back(index(m_shownAt[rows[size_t(i)]], before[i].column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void TokenTableModel::announceChanged(const std::vector<quint32> &changed)
{
    std::vector<int> rows;
    for (const quint32 row : changed)
        if (m_shownAt[row] >= 0)
            rows.push_back(m_shownAt[row]);
    if (rows.empty())
        return;
    std::sort(rows.begin(), rows.end());
    std::vector<Interval> intervals;
    for (const int row : rows) {
        if (!intervals.empty() && intervals.back().last == row - 1)
            intervals.back().last = row;
        else
            intervals.push_back({row, row});
    }
    if (intervals.size() > fewIntervals)
        intervals = {{rows.front(), rows.back()}};
    for (const Interval &interval : intervals)
        Q_EMIT dataChanged(index(interval.first, 0), index(interval.last, ColumnCount - 1));
}

void TokenTableModel::indexView()
{
    m_shownAt.assign(m_tokens->size(), -1);
    for (size_t row = 0; row < m_view.size(); ++row)
        m_shownAt[m_view[row]] = qint32(row);
}

} // namespace tokendesk
