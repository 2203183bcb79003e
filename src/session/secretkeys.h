// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUuid>

namespace tokendesk {

/// What a profile can have in the credential store.
enum class SecretKind { AccessToken, RefreshToken, ProxyPassword };

/// Where: "tokendesk/<profile-uuid>/access-token", and so on.
[[nodiscard]] inline QString secretKey(const QUuid &profile, SecretKind kind)
{
    const auto at = [&profile](QLatin1StringView name) {
        return QStringLiteral("tokendesk/%1/%2").arg(profile.toString(QUuid::WithoutBraces), name);
    };
    switch (kind) {
    case SecretKind::AccessToken:
        return at(QLatin1StringView("access-token"));
    case SecretKind::RefreshToken:
        return at(QLatin1StringView("refresh-token"));
    case SecretKind::ProxyPassword:
        return at(QLatin1StringView("proxy-password"));
    }
    Q_UNREACHABLE();
}

} // namespace tokendesk
