// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokensnapshot.h"
#include "core/tokenstatus.h"

#include <array>
#include <vector>

namespace tokendesk {

/// The states of all tokens of a snapshot at an instant. Moving the instant or
/// the horizon costs what changes, not the whole list.
/// All instants: milliseconds since the epoch, UTC, on the server's clock.
class TokenStates
{
public:
    TokenStates() = default;
    /// `horizonMs`: what expires within it is expiring (core/tokenstatus.h).
    TokenStates(const TokenSnapshot &tokens, qint64 now, qint64 horizonMs = defaultExpiryHorizonMs);

    [[nodiscard]] TokenState of(quint32 row) const { return m_states[row]; }
    /// One per row.
    [[nodiscard]] const std::vector<TokenState> &all() const { return m_states; }
    [[nodiscard]] quint32 count(TokenState state) const { return m_counts[static_cast<size_t>(state)]; }
    /// The earliest instant at which one changes, or noInstant.
    [[nodiscard]] qint64 nextChange() const { return m_nextChange; }

    /// Back or forth; `tokens` are those it was made of. The rows whose state is another one now.
    std::vector<quint32> moveTo(const TokenSnapshot &tokens, qint64 now, qint64 horizonMs = defaultExpiryHorizonMs);

private:
    void setBounds(const TokenSnapshot &tokens, qint64 now, qint64 horizonMs);

    std::vector<TokenState> m_states;
    std::array<quint32, allTokenStates.size()> m_counts{};
    size_t m_expired = 0;  ///< so many in front of TokenSnapshot::rowsByExpiry()
    size_t m_expiring = 0; ///< and those behind them up to here
    qint64 m_nextChange = noInstant;
};

} // namespace tokendesk
