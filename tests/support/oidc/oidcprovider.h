// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QProcess>

namespace tokendesk {

/// A certified OpenID Connect provider (npm oidc-provider, provider.mjs) as a child of the test. Needs node, and what
/// scripts/install-oidc-provider puts into build/oidc. Its one client is "tokendesk"; whoever signs in as "ada" is
/// called "Person ada". start() and requests() block without an event loop.
class OidcProvider
{
public:
    struct Options
    {
        int accessTokenSeconds = 3600;
        int deviceSeconds = 600;
    };

    OidcProvider() = default;
    ~OidcProvider();
    Q_DISABLE_COPY_MOVE(OidcProvider)

    /// Empty, or what went wrong.
    [[nodiscard]] QString start(Options options);
    [[nodiscard]] QString issuer() const { return m_issuer; }
    /// What came so far: {"method", "path", "status", "authorization", "granted"}.
    [[nodiscard]] QJsonArray requests() const;
    /// How many of them gave tokens for `grantType`.
    [[nodiscard]] int granted(const QString &grantType) const;
    [[nodiscard]] int count(const QString &path) const;

private:
    QProcess m_process;
    QString m_issuer;
};

} // namespace tokendesk
