// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/idtoken.h"
#include "auth/providerhttp.h"
#include "auth/providermetadata.h"
#include "auth/tokenreply.h"

namespace tokendesk {

/// What a sign-in or a refresh gives.
struct Grant
{
    Secret accessToken;
    Secret refreshToken;    ///< empty where none came (a refresh without rotation, a provider without any)
    qint64 expiresAtMs = 0; ///< of the access token, by this machine's clock; milliseconds since the epoch, UTC
    std::optional<Identity> identity{}; ///< nothing where no ID token came and none was asked for
};

/// A device that waits for the person to enter a code elsewhere (RFC 8628 section 3.2). Texts and addresses come from
/// the provider; the addresses are https (or this machine's), the rest is hostile until escaped.
struct DeviceAuthorization
{
    Secret deviceCode;
    QString userCode;
    QUrl verificationUri;
    QUrl verificationUriComplete; ///< with the code in it; empty where it is not offered
    qint64 expiresAtMs = 0;       ///< this machine's clock, milliseconds since the epoch, UTC
    std::chrono::milliseconds interval{5'000};
};

/// Talks to the provider of one profile: finds its endpoints, asks for tokens, gives them back. Checks every ID token.
///
/// Threads: one. Every reply runs once, from the event loop, unless `context` is gone.
class OidcClient : public QObject
{
    Q_OBJECT
public:
    OidcClient(SignInConfig config, SignInWorld world, ProviderHttp::Limits limits = {}, QObject *parent = nullptr);

    [[nodiscard]] const SignInConfig &config() const { return m_config; }
    [[nodiscard]] const SignInWorld &world() const { return m_world; }

    /// OpenID Connect Discovery, then RFC 8414 where that is not found; remembered once it succeeded.
    void discover(QObject *context, std::function<void(Result<ProviderMetadata>)> reply);

    struct IdTokenNeeds
    {
        bool isRequired = false;
        QByteArray nonce{};
        QString subject{};
    };
    /// A request to the token endpoint; "client_id" is added.
    void requestGrant(const std::shared_ptr<FormFields> &fields, const IdTokenNeeds &idToken, QObject *context,
                      std::function<void(Result<Grant>)> reply);

    void authorizeDevice(QObject *context, std::function<void(Result<DeviceAuthorization>)> reply);

    enum class TokenKind { Refresh, Access };
    /// RFC 7009. The value is false where the provider offers no revocation.
    void revoke(const Secret &token, TokenKind kind, QObject *context, std::function<void(Result<bool>)> reply);

private:
    void fetchMetadata(const QUrl &url, const std::optional<QUrl> &fallback, QObject *context,
                       std::function<void(Result<ProviderMetadata>)> reply);
    [[nodiscard]] Result<Grant> grantFrom(const Result<ProviderReply> &reply, const FormFields &sent,
                                          const IdTokenNeeds &idToken);

    const SignInConfig m_config;
    const SignInWorld m_world;
    ProviderHttp m_http;
    ServerClock m_providerClock; ///< by the Date of answers that no cache can have kept
    std::optional<ProviderMetadata> m_metadata;
};

} // namespace tokendesk
