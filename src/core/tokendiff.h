// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    [[nodiscard]] bool isEmpty() const { return removed.empty() && added.empty() && changed.empty() && !reordered; }
};

[[nodiscard]] TokenDiff diffTokens(const TokenSnapshot &before, const TokenSnapshot &after);

} // namespace tokendesk
