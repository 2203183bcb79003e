// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/oidcclient.h"

#include "auth/devicereply.h"

namespace tokendesk {

OidcClient::OidcClient(SignInConfig config, SignInWorld world, ProviderHttp::Limits limits, QObject *parent)
    : QObject(parent), m_config(std::move(config)), m_world(std::move(world)), m_http(m_world, limits),
      m_providerClock(*m_world.clock)
{}

void OidcClient::discover(QObject *context, std::function<void(Result<ProviderMetadata>)> reply)
{
    Result<ProviderMetadata> known = failure({});
    const Result<QUrl> issuer = parseIssuer(m_config.issuer);
    if (m_metadata)
        known = *m_metadata;
    else if (!issuer)
        known = failure(issuer.error());
    else
        return fetchMetadata(openIdDiscoveryUrl(*issuer), oauthDiscoveryUrl(*issuer), context, std::move(reply));
    QMetaObject::invokeMethod(
        context, [reply = std::move(reply), known] { reply(known); }, Qt::QueuedConnection);
}

void OidcClient::fetchMetadata(const QUrl &url, const std::optional<QUrl> &fallback, QObject *context,
                               std::function<void(Result<ProviderMetadata>)> reply)
{
    m_http.get(url, context, [this, guard = QPointer(this), fallback, context, reply](Result<ProviderReply> answer) {
        if (!guard)
            return;
        if (!answer)
            return reply(failure(answer.error()));
        if (answer->status >= 400 && answer->status < 500 && answer->status != 429 && fallback)
            return fetchMetadata(*fallback, std::nullopt, context, reply);
        if (answer->status != 200) {
            Error error = oauthError(*answer, {});
            error.serverMessage.clear();
            return reply(failure(std::move(error)));
        }
        Result<ProviderMetadata> metadata = parseProviderMetadata(answer->body.view(), m_config.issuer);
        if (metadata)
            m_metadata = *metadata;
        reply(std::move(metadata));
    });
}

void OidcClient::requestGrant(const std::shared_ptr<FormFields> &fields, const IdTokenNeeds &idToken, QObject *context,
                              std::function<void(Result<Grant>)> reply)
{
    fields->add("client_id", m_config.clientId);
    discover(context,
             [this, guard = QPointer(this), fields, idToken, context, reply](Result<ProviderMetadata> metadata) {
                 if (!guard)
                     return;
                 if (!metadata)
                     return reply(failure(metadata.error()));
                 m_http.post(metadata->tokenEndpoint, *fields, context,
                             [this, guard, fields, idToken, reply](const Result<ProviderReply> &answer) {
                                 if (guard)
                                     reply(grantFrom(answer, *fields, idToken));
                             });
             });
}

Result<Grant> OidcClient::grantFrom(const Result<ProviderReply> &reply, const FormFields &sent,
                                    const IdTokenNeeds &idToken)
{
    if (!reply)
        return failure(reply.error());
    if (reply->serverDateMs)
        m_providerClock.observe(*reply->serverDateMs, reply->receivedAtMs);
    Result<TokenReply> tokens = parseTokenReply(*reply, sent);
    if (!tokens)
        return failure(tokens.error());
    // From when it was asked for: the token can only be younger.
    Grant grant{.accessToken = std::move(tokens->accessToken),
                .refreshToken = std::move(tokens->refreshToken),
                .expiresAtMs = reply->sentAtMs + tokens->lifetimeMs};
    if (!tokens->idToken.isEmpty()) {
        Result<Identity> identity = checkIdToken(tokens->idToken.view(), {.issuer = m_config.issuer,
                                                                          .clientId = m_config.clientId,
                                                                          .nonce = idToken.nonce,
                                                                          .subject = idToken.subject,
                                                                          .nowMs = m_providerClock.nowMs()});
        if (!identity)
            return failure(identity.error());
        grant.identity = *std::move(identity);
    } else if (idToken.isRequired) {
        return failure({.httpStatus = reply->status, .detail = QStringLiteral("the token endpoint gave no ID token")});
    }
    return grant;
}

void OidcClient::authorizeDevice(QObject *context, std::function<void(Result<DeviceAuthorization>)> reply)
{
    discover(context, [this, guard = QPointer(this), context, reply](Result<ProviderMetadata> metadata) {
        if (!guard)
            return;
        if (!metadata)
            return reply(failure(metadata.error()));
        if (metadata->deviceAuthorizationEndpoint.isEmpty()) {
            return reply(failure({.kind = ErrorKind::SignInRefused,
                                  .detail = QStringLiteral("the provider does not offer sign-in with a code")}));
        }
        auto fields = std::make_shared<FormFields>();
        fields->add("client_id", m_config.clientId).add("scope", m_config.scopes).add("audience", m_config.audience);
        m_http.post(metadata->deviceAuthorizationEndpoint, *fields, context,
                    [issuer = m_config.issuer, fields, reply](const Result<ProviderReply> &answer) {
                        reply(answer ? parseDeviceAuthorization(*answer, *fields, issuer) : failure(answer.error()));
                    });
    });
}

void OidcClient::revoke(const Secret &token, TokenKind kind, QObject *context, std::function<void(Result<bool>)> reply)
{
    auto fields = std::make_shared<FormFields>();
    fields->add("client_id", m_config.clientId)
        .add("token", token)
        .add("token_type_hint",
             kind == TokenKind::Refresh ? QStringLiteral("refresh_token") : QStringLiteral("access_token"));
    discover(context, [this, guard = QPointer(this), fields, context, reply](Result<ProviderMetadata> metadata) {
        if (!guard)
            return;
        if (!metadata)
            return reply(failure(metadata.error()));
        if (metadata->revocationEndpoint.isEmpty())
            return reply(false);
        m_http.post(metadata->revocationEndpoint, *fields, context,
                    [fields, reply](const Result<ProviderReply> &answer) {
                        if (!answer)
                            return reply(failure(answer.error()));
                        if (answer->status == 200)
                            return reply(true);
                        Error error = oauthError(*answer, *fields);
                        error.serverMessage.clear(); // there is nothing in it that a person could act on
                        reply(failure(std::move(error)));
                    });
    });
}

} // namespace tokendesk
