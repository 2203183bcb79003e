// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "core/token.h"

#include <QString>

namespace tokendesk {

/// What can be said of a pasted access token before it is used. Only what its own claims say (RFC 7519); the signature
/// is the server's business.
struct AccessTokenCheck
{
    enum class Verdict {
        Usable, ///< a JWT whose times fit, or one without times
        Opaque, ///< not a JWT; it may still be an access token
        Empty,
        Malformed,   ///< holds white space or characters that no header can carry (RFC 6750 b64token)
        Expired,     ///< exp has passed
        NotYetValid, ///< nbf is still to come
    };
    Verdict verdict = Verdict::Empty;
    qint64 expiresAt = noInstant; ///< exp, milliseconds since the epoch, UTC
    qint64 notBefore = noInstant; ///< nbf
};

/// Takes off what comes along when a token is copied: white space around and line breaks inside, quotes around it,
/// a leading "Authorization:", a leading "Bearer " in any case.
[[nodiscard]] Secret cleanAccessToken(const QString &pasted);

/// `now`: milliseconds since the epoch, UTC, this machine's clock. One minute of skew is granted.
[[nodiscard]] AccessTokenCheck checkAccessToken(const Secret &accessToken, qint64 now);

} // namespace tokendesk
