// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokendiff.h"

#include <algorithm>
#include <cstring>

namespace tokendesk {

namespace {

bool sameContent(const TokenSnapshot &before, quint32 oldRow, const TokenSnapshot &after, quint32 newRow)
{
    const TokenRow &a = before.row(oldRow);
    const TokenRow &b = after.row(newRow);
    return a.createdAt == b.createdAt && a.expiresAt == b.expiresAt && a.lastUsedAt == b.lastUsedAt &&
           a.revokedAt == b.revokedAt && a.useCount == b.useCount && a.singleUse == b.singleUse &&
           before.nameUtf8(oldRow) == after.nameUtf8(newRow);
}

} // namespace

RowSet movedRows(const RowSet &rows, const TokenDiff &diff, quint32 newSize)
{
    if (diff.newRowOf.empty() && rows.size() == newSize)
        return rows;
    if (rows.count() == rows.size()) { // nothing is filtered out
        RowSet added(newSize);
        for (const quint32 row : diff.added)
            added.insert(row);
        RowSet known = RowSet::all(newSize);
        known -= added;
        return known;
    }
    RowSet moved(newSize);
    rows.forEach([&](quint32 oldRow) {
        if (const quint32 row = diff.newRow(oldRow); row != TokenDiff::gone)
            moved.insert(row);
    });
    return moved;
}

TokenDiff diffTokens(const TokenSnapshot &before, const TokenSnapshot &after)
{
    TokenDiff diff;
    std::vector<quint32> &newRowOf = diff.newRowOf;
    newRowOf.assign(before.size(), TokenDiff::gone);
    std::vector<bool> known(after.size(), false);
    const std::vector<quint32> &oldOrder = before.rowsById();
    const std::vector<quint32> &newOrder = after.rowsById();
    for (size_t i = 0, j = 0; i < oldOrder.size() && j < newOrder.size();) {
        const int order = std::memcmp(&before.row(oldOrder[i]).id, &after.row(newOrder[j]).id, sizeof(QUuid));
        if (order == 0) {
            if (!sameContent(before, oldOrder[i], after, newOrder[j]))
                diff.changed.push_back(newOrder[j]);
            known[newOrder[j]] = true;
            newRowOf[oldOrder[i]] = newOrder[j];
        }
        i += order <= 0 ? 1 : 0;
        j += order >= 0 ? 1 : 0;
    }
    std::sort(diff.changed.begin(), diff.changed.end());
    for (quint32 row = 0; row < after.size(); ++row) {
        if (!known[row])
            diff.added.push_back(row);
    }

    bool moved = false;
    quint32 next = 0; // above every row met so far
    for (quint32 oldRow = 0; oldRow < before.size(); ++oldRow) {
        const quint32 row = newRowOf[oldRow];
        moved = moved || row != oldRow;
        if (row == TokenDiff::gone) {
            diff.removed.push_back(oldRow);
            continue;
        }
        diff.reordered = diff.reordered || row < next;
        next = std::max(next, row + 1);
    }
    if (!moved)
        newRowOf.clear();
    return diff;
}

} // namespace tokendesk
