// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fetchahead.h"
#include "core/tokensnapshot.h"

#include <span>

namespace tokendesk {

/// Calls `visit(row, token)` for each of `rows`, which may be in any order; the rows to come are fetched ahead.
template <class Visit>
void visitTokens(const TokenSnapshot &tokens, std::span<const quint32> rows, Visit visit)
{
    constexpr size_t ahead = 16;
    for (size_t i = 0; i < rows.size(); ++i) {
        if (i + ahead < rows.size())
            fetchAhead(&tokens.row(rows[i + ahead]));
        visit(rows[i], tokens.row(rows[i]));
    }
}

} // namespace tokendesk
