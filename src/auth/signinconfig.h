// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

class QNetworkAccessManager;

namespace tokendesk {

/// What a profile says of its sign-in. No secret: Token Desk is a public client (RFC 8252 section 8.4).
struct SignInConfig
{
    QString issuer; ///< compared letter by letter with what the provider says (OpenID Connect Discovery 4.3)
    QString clientId;
    QString scopes = QStringLiteral("openid profile email offline_access");
    QString audience{}; ///< sent as "audience" where some providers want one; may be empty

    friend bool operator==(const SignInConfig &, const SignInConfig &) = default;
};

/// `count` bytes nobody can guess.
using RandomSource = std::function<QByteArray(qsizetype count)>;
/// From the operating system's generator.
[[nodiscard]] QByteArray systemRandom(qsizetype count);

/// What the sign-in needs of the world. `clock` outlives what is given this.
struct SignInWorld
{
    /// Called once per OidcClient, on its thread; decides about proxy, certificates and pins.
    std::function<std::unique_ptr<QNetworkAccessManager>()> makeNetwork;
    const Clock *clock = nullptr;
    RandomSource random = systemRandom;
    /// Shows an address to the person. False where that is known to have failed.
    std::function<bool(const QUrl &url)> openBrowser;
};

} // namespace tokendesk
