// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a new audit reaches the views. As in tokentablepublish.cpp: rows leave and come by removeRows and insertRows, and
// only what stays is permuted, for a change of the number of rows inside layoutChanged corrupts selections.
#include "core/tokendiff.h"
#include "models/findingsmodel.h"

#include <QHash>

#include <algorithm>
#include <numeric>

namespace tokendesk {

namespace {

constexpr int none = -1;
/// Up to here rows leave and come interval by interval; beyond, in one go at the end of the list.
constexpr size_t fewIntervals = 64;

struct Interval
{
    int first;
    int last;
};

/// Where `partner` is `none`, ascending; stops counting above the limit.
std::vector<Interval> alone(const std::vector<int> &partner)
{
    std::vector<Interval> intervals;
    for (int row = 0; row < int(partner.size()) && intervals.size() <= fewIntervals; ++row) {
        if (partner[size_t(row)] != none)
            continue;
        if (!intervals.empty() && intervals.back().last == row - 1)
            intervals.back().last = row;
        else
            intervals.push_back({row, row});
    }
    return intervals;
}

} // namespace

/// For every fresh entry the old one that it takes the place of, or none: the one of the same token and rule, hidden or
/// not; else, for what is not hidden, the one of the same token.
std::vector<int> FindingsModel::matchEntries(const Audit &before, const std::vector<Entry> &old, const Audit &after,
                                             const std::vector<Entry> &fresh)
{
    const TokenSnapshot &oldTokens = *before.subject.tokens;
    const TokenSnapshot &newTokens = *after.subject.tokens;
    const bool sameTokens = before.subject.tokens == after.subject.tokens;
    const bool told = !sameTokens && after.previousTokens.lock() == before.subject.tokens;
    const auto newRow = [&](quint32 oldRow) -> std::optional<quint32> {
        if (sameTokens || (told && after.newRowOf.empty()))
            return oldRow;
        if (!told)
            return newTokens.rowOf(oldTokens.row(oldRow).id);
        const quint32 row = after.newRowOf[oldRow];
        return row == TokenDiff::gone ? std::nullopt : std::optional(row);
    };
    const auto key = [](quint32 row, FindingRule rule) { return (quint64(row) << 8) | quint64(rule); };

    // Of each token at most one is not hidden, and few are: a hash only for those.
    std::vector<int> shownAt(newTokens.size(), none);
    QHash<quint64, int> hiddenAt;
    for (int i = 0; i < int(old.size()); ++i) {
        const Entry &entry = old[size_t(i)];
        const auto row = newRow(entry.finding.row);
        if (!row)
            continue;
        if (entry.hidden)
            hiddenAt.insert(key(*row, entry.finding.rule), i);
        else
            shownAt[*row] = i;
    }
    std::vector<int> oldOf(fresh.size(), none);
    std::vector<bool> taken(old.size(), false);
    for (size_t i = 0; i < fresh.size(); ++i) {
        const Finding &finding = fresh[i].finding;
        const int shown = shownAt[finding.row];
        oldOf[i] = shown != none && old[size_t(shown)].finding.rule == finding.rule
                       ? shown
                       : hiddenAt.value(key(finding.row, finding.rule), none);
        if (oldOf[i] != none)
            taken[size_t(oldOf[i])] = true;
    }
    for (size_t i = 0; i < fresh.size(); ++i) {
        const int shown = shownAt[fresh[i].finding.row];
        if (oldOf[i] == none && !fresh[i].hidden && shown != none && !taken[size_t(shown)])
            oldOf[i] = shown;
    }
    return oldOf;
}

void FindingsModel::publish(AuditPtr audit, bool showHidden)
{
    std::vector<Entry> fresh = entriesOf(*audit, showHidden);
    const std::vector<int> oldOf = matchEntries(*m_audit, m_entries, *audit, fresh);
    std::vector<int> newOf(m_entries.size(), none);
    for (int row = 0; row < int(oldOf.size()); ++row) {
        if (oldOf[size_t(row)] != none)
            newOf[size_t(oldOf[size_t(row)])] = row;
    }
    std::vector<int> staying; // old rows, in the order they will have
    std::copy_if(oldOf.begin(), oldOf.end(), std::back_inserter(staying), [](int row) { return row != none; });

    const std::vector<Interval> leaving = alone(newOf);
    const std::vector<Interval> coming = alone(oldOf);
    const bool oneByOne =
        std::is_sorted(staying.begin(), staying.end()) && leaving.size() + coming.size() <= fewIntervals;

    if (oneByOne) {
        for (auto interval = leaving.rbegin(); interval != leaving.rend(); ++interval) {
            beginRemoveRows({}, interval->first, interval->last);
            m_entries.erase(m_entries.begin() + interval->first, m_entries.begin() + interval->last + 1);
            endRemoveRows();
        }
    } else {
        const int kept = int(staying.size());
        std::vector<int> order = staying;
        for (int row = 0; row < rowCount(); ++row) {
            if (newOf[size_t(row)] == none)
                order.push_back(row);
        }
        permute(order);
        if (kept < rowCount()) {
            beginRemoveRows({}, kept, rowCount() - 1);
            m_entries.resize(size_t(kept));
            endRemoveRows();
        }
    }

    // Those that stay stand in their new order now: put what they say now in their place, then let the others in.
    const bool otherWords =
        audit->subject.now != m_audit->subject.now || audit->subject.tokens != m_audit->subject.tokens;
    std::vector<bool> changed;
    std::vector<Entry> kept;
    std::vector<int> added;
    for (int row = 0; row < int(fresh.size()); ++row) {
        const Entry &entry = fresh[size_t(row)];
        if (oldOf[size_t(row)] == none) {
            added.push_back(row);
            continue;
        }
        Finding was = m_entries[kept.size()].finding;
        was.row = entry.finding.row;
        changed.push_back(otherWords || was != entry.finding);
        kept.push_back(entry);
    }
    m_entries = std::move(kept);
    m_audit = std::move(audit);
    m_showHidden = showHidden;
    const auto first = std::find(changed.begin(), changed.end(), true);
    if (first != changed.end()) {
        const auto last = std::find(changed.rbegin(), changed.rend(), true);
        Q_EMIT dataChanged(index(int(first - changed.begin()), 0),
                           index(int(changed.rend() - last) - 1, ColumnCount - 1));
    }

    if (added.empty())
        return;
    if (oneByOne) {
        for (const Interval &interval : coming) {
            beginInsertRows({}, interval.first, interval.last);
            m_entries.insert(m_entries.begin() + interval.first, fresh.begin() + interval.first,
                             fresh.begin() + interval.last + 1);
            endInsertRows();
        }
        return;
    }
    const int before = rowCount();
    beginInsertRows({}, before, before + int(added.size()) - 1);
    for (const int row : added)
        m_entries.push_back(fresh[size_t(row)]);
    endInsertRows();
    std::vector<int> order;
    order.reserve(oldOf.size());
    int nextKept = 0;
    int nextAdded = before;
    for (const int old : oldOf)
        order.push_back(old == none ? nextAdded++ : nextKept++);
    permute(order);
}

/// `oldRows`: for each row to come, the row that it is now.
void FindingsModel::permute(const std::vector<int> &oldRows)
{
    if (std::is_sorted(oldRows.begin(), oldRows.end()))
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    std::vector<int> newRows(oldRows.size());
    std::vector<Entry> entries;
    entries.reserve(oldRows.size());
    for (int row = 0; row < int(oldRows.size()); ++row) {
        newRows[size_t(oldRows[size_t(row)])] = row;
        entries.push_back(m_entries[size_t(oldRows[size_t(row)])]);
    }
    m_entries = std::move(entries);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before)
        after.push_back(this->index(newRows[size_t(index.row())], index.column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

} // namespace tokendesk
