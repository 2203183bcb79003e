// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/token.h"

#include <QString>

#include <array>

namespace tokendesk {

/// A token's state at an instant. The order is the one the state column sorts by: what needs eyes first.
enum class TokenState : quint8 { Expiring, Active, UsedUp, Expired, Revoked };
inline constexpr std::array allTokenStates{TokenState::Expiring, TokenState::Active, TokenState::UsedUp,
                                           TokenState::Expired, TokenState::Revoked};

inline constexpr qint64 msPerDay = 24LL * 60 * 60 * 1000;
/// A token that expires within this time is "expiring".
inline constexpr qint64 defaultExpiryHorizonMs = 14 * msPerDay;
/// The server retires a single-use token itself at its first use; revoked_at may differ from last_used_at by this much.
inline constexpr qint64 retiredByUseToleranceMs = 5000;

/// The state of a token at `now` (milliseconds since the epoch, UTC, on the server's clock). First that holds:
/// used up (single-use, used, and revoked by that use or not at all), revoked, expired (expires_at <= now),
/// expiring (expires_at within the horizon), active. Instants are compared, never dates.
[[nodiscard]] TokenState tokenState(const TokenRow &token, qint64 now, qint64 horizonMs = defaultExpiryHorizonMs);

/// What is for good, whatever time it is: UsedUp, Revoked, or else Active, which expires_at and the time may change.
[[nodiscard]] TokenState settledState(const TokenRow &token);

/// The first instant after `now` at which tokenState() gives another answer, or noInstant where none will come.
[[nodiscard]] qint64 nextStateChange(const TokenRow &token, qint64 now, qint64 horizonMs = defaultExpiryHorizonMs);

/// Can still enrol a device: active or expiring.
[[nodiscard]] inline bool isLive(TokenState state)
{
    return state == TokenState::Active || state == TokenState::Expiring;
}

/// "Active", translated.
[[nodiscard]] QString stateWord(TokenState state);
/// One sentence that says what the state means, translated; for tooltips.
[[nodiscard]] QString stateExplanation(TokenState state);

} // namespace tokendesk
