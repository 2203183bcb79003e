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

TokenDiff diffTokens(const TokenSnapshot &before, const TokenSnapshot &after)
{
    TokenDiff diff;
    constexpr quint32 gone = ~0U;
    std::vector<quint32> newRowOf(before.size(), gone);
    const std::vector<quint32> &oldOrder = before.rowsById();
    const std::vector<quint32> &newOrder = after.rowsById();

    size_t i = 0;
    size_t j = 0;
    while (i < oldOrder.size() || j < newOrder.size()) {
        int order = 0;
        if (i == oldOrder.size())
            order = 1;
        else if (j == newOrder.size())
            order = -1;
        else
            order = std::memcmp(&before.row(oldOrder[i]).id, &after.row(newOrder[j]).id, sizeof(QUuid));
        if (order < 0) {
            diff.removed.push_back(oldOrder[i++]);
        } else if (order > 0) {
            diff.added.push_back(newOrder[j++]);
        } else {
            if (!sameContent(before, oldOrder[i], after, newOrder[j]))
                diff.changed.push_back(newOrder[j]);
            newRowOf[oldOrder[i++]] = newOrder[j++];
        }
    }

    quint32 previous = 0;
    bool any = false;
    for (const quint32 row : newRowOf) {
        if (row == gone)
            continue;
        if (any && row < previous) {
            diff.reordered = true;
            break;
        }
        previous = row;
        any = true;
    }
    std::sort(diff.removed.begin(), diff.removed.end());
    std::sort(diff.added.begin(), diff.added.end());
    std::sort(diff.changed.begin(), diff.changed.end());
    return diff;
}

} // namespace tokendesk
