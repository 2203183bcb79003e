// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokendiff.h"
#include "core/tokensnapshot.h"
#include "core/tokenstates.h"

#include <QtCore/qnamespace.h>

#include <memory>
#include <vector>

namespace tokendesk {

/// What the table can be sorted by: one key a column.
enum class TokenSortKey { State, Name, Kind, Uses, Created, Expires, LastUsed, Revoked, Id };

struct TokenSortOrder
{
    TokenSortKey key = TokenSortKey::Created;
    Qt::SortOrder order = Qt::DescendingOrder;

    friend bool operator==(const TokenSortOrder &, const TokenSortOrder &) = default;
};

/// Rows of a snapshot in some order.
using TokenRows = std::shared_ptr<const std::vector<quint32>>;

/// Orders of all rows of one snapshot. Those used last are kept, so that turning a column round and going back to one
/// costs nothing; four bytes a row each.
class TokenSorter
{
public:
    /// By the first key, equals by the next, and what is equal in all of them in the server's order. Numbers sort as
    /// numbers, instants as instants, names as the snapshot ranks them; empty values (never, no name) come last in
    /// either direction. No key: the server's order.
    [[nodiscard]] TokenRows rows(const TokenSnapshot &tokens, const TokenStates &states,
                                 const std::vector<TokenSortOrder> &sorting);
    /// The same for another snapshot, made from the order of the rows before: what stayed as it was keeps its place,
    /// and only what is new or changed is looked up.
    [[nodiscard]] TokenRows rowsAfter(const TokenDiff &diff, const TokenRows &before, const TokenSnapshot &tokens,
                                      const TokenStates &states, const std::vector<TokenSortOrder> &sorting);
    /// The same snapshot at another time.
    void forgetStates();

private:
    void remember(const std::vector<TokenSortOrder> &sorting, const TokenRows &rows);

    struct Known
    {
        std::vector<TokenSortOrder> sorting;
        TokenRows rows;
    };
    std::vector<Known> m_known; ///< the last one used in front
};

} // namespace tokendesk
