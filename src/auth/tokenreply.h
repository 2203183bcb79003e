// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/formfields.h"
#include "auth/providerhttp.h"

namespace tokendesk {

/// What a token endpoint gives (RFC 6749 section 5.1).
struct TokenReply
{
    Secret accessToken;
    Secret refreshToken; ///< empty where none came
    Secret idToken;      ///< empty where none came
    qint64 lifetimeMs = 0;
};

/// Where expires_in is missing or makes no sense: long enough to work with, short enough that a token which ended
/// unnoticed is replaced soon.
inline constexpr qint64 unknownLifetimeMs = 5 * 60 * 1000;

/// Pure: the answer of a token endpoint, or why there is none. `sent` is what was asked with. An OAuth error becomes
///   access_denied -> SignInDenied, expired_token -> SignInTimeout, invalid_grant -> SignInRequired,
///   slow_down, temporarily_unavailable, 429 -> RateLimited, server_error, 5xx -> Server, others -> SignInRefused.
/// authorization_pending and slow_down keep their names in serverCode. No text of the server's that repeats a secret of
/// `sent` gets into the error.
[[nodiscard]] Result<TokenReply> parseTokenReply(const ProviderReply &reply, const FormFields &sent);

/// Pure: an answer that is no success, as above.
[[nodiscard]] Error oauthError(const ProviderReply &reply, const FormFields &sent);

/// An "error" and "error_description" (RFC 6749 sections 4.1.2.1 and 5.2), as above; bounded. A code that is none
/// ("invalid_grant" and the like are letters and underscores) is left out.
[[nodiscard]] Error oauthError(const QString &code, const QString &description);

} // namespace tokendesk
