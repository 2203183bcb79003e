// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/oidcclient.h"
#include "auth/refreshtokenvault.h"

namespace tokendesk {

/// What became of a sign-out. It forgets in any case; what could not be done is said.
struct SignedOut
{
    enum class Revocation {
        Done,
        NotOffered, ///< the provider has no revocation endpoint
        Nothing,    ///< there was no token
        Failed,
    };
    Revocation revocation = Revocation::Nothing; ///< at the provider (RFC 7009)
    std::optional<Error> revocationError{};
    std::optional<Error> keychainError{}; ///< the refresh token may still be in the keychain
};

/// Revokes the refresh token that `vault` holds, then `accessToken`, then forgets the refresh token. `vault` is open,
/// and is left open; it and `client` outlive `context`. `done` runs once, from the event loop, unless `context` is
/// gone.
void revokeAndForget(OidcClient &client, RefreshTokenVault &vault, Secret accessToken, QObject *context,
                     std::function<void(SignedOut)> done);

} // namespace tokendesk
