// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokensnapshot.h"
#include "core/tokenstatus.h"

#include <QtCore/qnamespace.h>

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

/// Sorts `rows` (snapshot rows) in place and stably: whatever order they had stays among equals. Numbers sort as
/// numbers, instants as instants, names by the snapshot's ranks; empty values (never, no name) come last in either
/// direction. `states`: one per snapshot row.
void sortTokens(std::vector<quint32> &rows, const TokenSnapshot &tokens, const std::vector<TokenState> &states,
                TokenSortOrder order);

} // namespace tokendesk
