// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/proxychoice.h"
#include "core/signinconfig.h"
#include "core/trust.h"

#include <QString>
#include <QUrl>
#include <QUuid>

namespace tokendesk {

/// How a profile comes to its access tokens.
enum class SignInMethod {
    AccessToken, ///< a person pastes one
    Browser,     ///< OpenID Connect in the system's browser (auth/codeflow.h)
    DeviceCode,  ///< OpenID Connect with a code entered on another device (auth/deviceflow.h)
};

/// What a window on this profile is marked with, so that production is not mistaken for a test.
enum class ProfileColor { None, Red, Orange, Yellow, Green, Teal, Blue, Purple };

/// A connection a person has set up. Holds no secret; those are in the credential store under
/// "tokendesk/<uuid>/access-token", ".../refresh-token" and ".../proxy-password".
struct Profile
{
    QUuid uuid{};
    QString name{};
    QUrl serverUrl{};
    SignInMethod signIn = SignInMethod::AccessToken;
    SignInConfig provider{};      ///< for Browser and DeviceCode
    bool keepsSecrets = true;     ///< in the keychain; otherwise they are for one session only, in memory
    Trust trust{};                ///< also for the provider; a pin only where that is the same origin
    ProxyChoice proxy{};          ///< also for the provider
    bool allowsClearText = false; ///< http:// beyond this machine, chosen with eyes open
    ProfileColor color = ProfileColor::None;

    [[nodiscard]] bool usesProvider() const { return signIn != SignInMethod::AccessToken; }

    friend bool operator==(const Profile &, const Profile &) = default;
};

/// Its sign-in service is not its server: a certificate of the one says nothing of the other, so that a pin, which is
/// the server's, cannot help.
[[nodiscard]] bool hasProviderElsewhere(const Profile &profile);

} // namespace tokendesk
