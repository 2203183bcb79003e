// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tokendesk {

/// What a profile says of its OpenID Connect provider. No secret: Token Desk is a public client (RFC 8252 section 8.4).
struct SignInConfig
{
    QString issuer{}; ///< compared letter by letter with what the provider says (OpenID Connect Discovery 4.3)
    QString clientId{};
    QString scopes = QStringLiteral("openid profile email offline_access");
    QString audience{}; ///< sent as "audience" where some providers want one; may be empty

    friend bool operator==(const SignInConfig &, const SignInConfig &) = default;
};

} // namespace tokendesk
