// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rowset.h"
#include "core/tokensnapshot.h"

#include <vector>

namespace tokendesk {

/// What differs between two snapshots, by id. Rows are in ascending order.
struct TokenDiff
{
    std::vector<quint32> removed; ///< rows of the old snapshot
    std::vector<quint32> added;   ///< rows of the new snapshot
    std::vector<quint32> changed; ///< rows of the new snapshot whose fields or name differ
    bool reordered = false;       ///< the survivors follow each other in another order than before
    /// For each row of the old snapshot its row in the new one, or `gone`. Empty where every row is where it was.
    std::vector<quint32> newRowOf;
    static constexpr quint32 gone = ~0U;

    [[nodiscard]] quint32 newRow(quint32 oldRow) const { return newRowOf.empty() ? oldRow : newRowOf[oldRow]; }

    [[nodiscard]] bool isEmpty() const { return removed.empty() && added.empty() && changed.empty() && !reordered; }
};

/// Those of `rows`, which belong to the old snapshot, that are there in the new one, as its rows.
[[nodiscard]] RowSet movedRows(const RowSet &rows, const TokenDiff &diff, quint32 newSize);

[[nodiscard]] TokenDiff diffTokens(const TokenSnapshot &before, const TokenSnapshot &after);

} // namespace tokendesk
