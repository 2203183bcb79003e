// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/token.h"

#include <QString>

#include <optional>

namespace tokendesk {

/// How the open connection is signed in.
struct SignInStatus
{
    enum class State {
        Unknown, ///< nothing is open, or the access token does not say when it ends
        SignedIn,
        Expiring,    ///< the access token ends soon, or has ended, and no new one came yet; `problem` says why
        NeedsSignIn, ///< nothing but a new sign-in (or a new access token) helps
    };
    State state = State::Unknown;
    QString who{};                  ///< as the provider says it: hostile until escaped; may be empty
    qint64 expiresAtMs = noInstant; ///< of the access token, this machine's clock, ms since the epoch, UTC
    bool renewsItself = false; ///< there is a refresh token: the end of the access token is not that of the session
    std::optional<Error> problem{};        ///< why the last renewal brought nothing; nothing once one did
    std::optional<Error> storingProblem{}; ///< why secrets are in memory for this session only

    friend bool operator==(const SignInStatus &, const SignInStatus &) = default;
};

/// What became of forgetting a profile's secrets. They are out of use in any case; what could not be done is said.
struct Forgotten
{
    enum class Revocation {
        NotNeeded,  ///< there was no token of a provider's
        Done,       ///< the provider withdrew it (RFC 7009)
        NotOffered, ///< the provider cannot; it ends by itself
        Failed,     ///< `revocationError` says why
    };
    Revocation revocation = Revocation::NotNeeded;
    std::optional<Error> revocationError{};
    std::optional<Error> keychainError{}; ///< a secret may still be in the keychain

    friend bool operator==(const Forgotten &, const Forgotten &) = default;
};

} // namespace tokendesk
