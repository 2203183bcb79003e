// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a new list, order or filter reaches the views: with signals that are legal one by one. Changing the number of
// rows inside layoutChanged would corrupt selections, and QAbstractItemModelTester does not notice; so rows leave and
// come by removeRows and insertRows, and only what stays is permuted.
#include "models/tokentablemodel.h"

#include <algorithm>
#include <bit>

namespace tokendesk {

/// Rows of the model, both ends included.
struct Interval
{
    int first;
    int last;
};

namespace {

/// Up to here rows leave and come interval by interval; beyond, in one go at the end of the list: each interval costs a
/// view a pass over its selection and its header.
constexpr size_t fewIntervals = 8;

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

bool isShown(const RowSet &shown, quint32 row)
{
    return row != TokenDiff::gone && shown.contains(row);
}

/// Do those that stay follow each other as before?
template <class Predicate>
bool sameOrder(const std::vector<quint32> &before, const std::vector<quint32> &after, const TokenDiff &diff,
               const RowSet &shownBefore, Predicate stays)
{
    auto next = after.begin();
    for (const quint32 oldRow : before) {
        if (!stays(oldRow))
            continue;
        while (!shownBefore.contains(*next))
            ++next;
        if (*next++ != diff.newRow(oldRow))
            return false;
    }
    return true;
}

/// Finds in one pass over a view where each of a set of snapshot rows is shown. Keeping that for all rows would cost a
/// scattered write a row at every change, for the sake of the few that are asked for.
class ShownPositions
{
public:
    ShownPositions(const RowSet &wanted, const std::vector<quint32> &view) : m_wanted(wanted)
    {
        m_before.reserve(wanted.size() / 64 + 1);
        quint32 count = 0;
        for (quint32 begin = 0; begin < wanted.size(); begin += 64) {
            m_before.push_back(count);
            count += quint32(std::popcount(wanted.word(begin / 64)));
        }
        m_positions.assign(count, -1);
        for (size_t i = 0; i < view.size() && count > 0; ++i) {
            if (wanted.contains(view[i])) {
                m_positions[slot(view[i])] = int(i);
                --count;
            }
        }
    }
    /// Of a wanted row; -1 where it is not shown.
    [[nodiscard]] int of(quint32 row) const { return m_positions[slot(row)]; }

private:
    [[nodiscard]] size_t slot(quint32 row) const
    {
        const quint64 lower = m_wanted.word(row / 64) & ((quint64(1) << (row % 64)) - 1);
        return m_before[row / 64] + size_t(std::popcount(lower));
    }

    const RowSet &m_wanted;
    std::vector<quint32> m_before; ///< wanted rows below each word of the set
    std::vector<int> m_positions;
};

} // namespace

void TokenTableModel::publish(Next next, const TokenDiff &diff)
{
    const quint32 size = next.listed ? next.listed->tokens->size() : m_tokens->size();
    const bool viewChanges = next.listed || *next.view != *m_view;
    const RowSet shownBefore = movedRows(m_shown, diff, size);
    const auto stays = [&](quint32 oldRow) { return isShown(next.shown, diff.newRow(oldRow)); };
    const std::vector<Interval> leaving = intervalsWithout(*m_view, stays);
    const std::vector<Interval> coming =
        intervalsWithout(*next.view, [&](quint32 row) { return shownBefore.contains(row); });
    if (viewChanges)
        Q_EMIT viewAboutToChange();
    if (leaving.size() + coming.size() <= fewIntervals && sameOrder(*m_view, *next.view, diff, shownBefore, stays))
        publishByInterval(next, diff, leaving, coming);
    else
        publishAtTheEnd(next, diff, shownBefore);
    announceChanged(diff.changed);
    if (viewChanges)
        Q_EMIT viewChanged(diff);
}

void TokenTableModel::publishByInterval(Next &next, const TokenDiff &diff, const std::vector<Interval> &leaving,
                                        const std::vector<Interval> &coming)
{
    const TokenRows view = next.view;
    if (!leaving.empty() || !coming.empty()) {
        auto rows = std::make_shared<std::vector<quint32>>(*m_view);
        m_view = rows;
        for (auto interval = leaving.rbegin(); interval != leaving.rend(); ++interval) {
            beginRemoveRows({}, interval->first, interval->last);
            rows->erase(rows->begin() + interval->first, rows->begin() + interval->last + 1);
            endRemoveRows();
        }
        adopt(next, *rows, diff);
        for (const Interval &interval : coming) {
            beginInsertRows({}, interval.first, interval.last);
            rows->insert(rows->begin() + interval.first, view->begin() + interval.first,
                         view->begin() + interval.last + 1);
            endInsertRows();
        }
    } else {
        std::vector<quint32> unused;
        adopt(next, unused, diff);
    }
    m_view = view; // the same rows, shared with the order where nothing is filtered out
}

void TokenTableModel::publishAtTheEnd(Next &next, const TokenDiff &diff, const RowSet &shownBefore)
{
    auto rows = std::make_shared<std::vector<quint32>>();
    rows->reserve(std::max(m_view->size(), next.view->size()));
    rows->resize(m_view->size());
    // Each row to both, one of which counts it: a branch would be guessed wrongly half the time.
    std::vector<quint32> leaving(m_view->size());
    size_t staying = 0;
    size_t left = 0;
    for (const quint32 oldRow : *m_view) {
        (*rows)[staying] = oldRow;
        leaving[left] = oldRow;
        const bool stays = isShown(next.shown, diff.newRow(oldRow));
        staying += stays ? 1 : 0;
        left += stays ? 0 : 1;
    }
    std::copy_n(leaving.begin(), left, rows->begin() + std::ptrdiff_t(staying));
    const int kept = int(staying);
    permute(rows);
    m_view = rows;
    if (left > 0) {
        beginRemoveRows({}, kept, int(rows->size()) - 1);
        rows->resize(size_t(kept));
        endRemoveRows();
    }
    const TokenRows view = next.view;
    adopt(next, *rows, diff);
    if (int(view->size()) > kept) {
        beginInsertRows({}, kept, int(view->size()) - 1);
        std::copy_if(view->begin(), view->end(), std::back_inserter(*rows),
                     [&](quint32 row) { return !shownBefore.contains(row); });
        endInsertRows();
    }
    permute(view);
}

void TokenTableModel::adopt(Next &next, std::vector<quint32> &view, const TokenDiff &diff)
{
    if (!diff.newRowOf.empty())
        for (quint32 &row : view)
            row = diff.newRowOf[row];
    if (next.listed) {
        m_tokens = std::move(next.listed->tokens);
        m_states = std::move(next.listed->states);
        m_marks = std::move(next.listed->marks);
    }
    m_order = std::move(next.order);
    m_shown = std::move(next.shown);
}

void TokenTableModel::permute(const TokenRows &view)
{
    if (*view == *m_view) {
        m_view = view;
        return;
    }
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    RowSet wanted(m_tokens->size());
    for (const QModelIndex &index : before)
        wanted.insert(snapshotRow(index.row()));
    const ShownPositions positions(wanted, *view);
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before)
        after.push_back(this->index(positions.of(snapshotRow(index.row())), index.column()));
    m_view = view;
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void TokenTableModel::announceChanged(const std::vector<quint32> &changed)
{
    if (changed.empty())
        return;
    RowSet wanted(m_tokens->size());
    for (const quint32 row : changed)
        wanted.insert(row);
    std::vector<Interval> intervals;
    const std::vector<quint32> &shown = *m_view;
    size_t left = changed.size(); // or more, where some are not shown
    for (int row = 0; row < int(shown.size()) && left > 0; ++row) {
        if (!wanted.contains(shown[size_t(row)]))
            continue;
        --left;
        if (!intervals.empty() && (intervals.back().last == row - 1 || intervals.size() > fewIntervals))
            intervals.back().last = row;
        else
            intervals.push_back({row, row});
    }
    if (intervals.size() > fewIntervals)
        intervals = {{intervals.front().first, intervals.back().last}};
    for (const Interval &interval : intervals)
        Q_EMIT dataChanged(index(interval.first, 0), index(interval.last, ColumnCount - 1));
}

} // namespace tokendesk
