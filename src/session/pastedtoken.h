// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "core/signinstatus.h"

namespace tokendesk {

/// How long before its end a session is Expiring.
inline constexpr qint64 expiryWarningMs = 5 * 60'000;

/// What a pasted access token says of itself; nobody has checked it.
struct PastedToken
{
    QString who{};                  ///< hostile until escaped, bounded; empty where it does not say
    qint64 expiresAtMs = noInstant; ///< "exp", by the clock of whoever issued it; ms since the epoch, UTC
};

/// Pure: the claims of a JWT; nothing of any other token.
[[nodiscard]] PastedToken readPastedToken(const Secret &accessToken);

/// Pure. `localNowMs` is this machine's clock, `serverOffsetMs` how far the server's is ahead of it, `refused` the
/// server's last word (null: none). That the token has run out says the clock; that nothing but a new one helps, only
/// the server.
[[nodiscard]] SignInStatus statusOf(const PastedToken &token, qint64 localNowMs, qint64 serverOffsetMs,
                                    const Error *refused);

} // namespace tokendesk
