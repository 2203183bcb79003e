// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/oidcclient.h"
#include "integration/api/scriptedserver.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

namespace tokendesk {

/// A provider of a few lines that says whatever a test wants, true or not.
class ScriptedProvider : public ScriptedServer
{
public:
    QJsonObject metadata;
    QByteArray metadataHeaders;
    /// Answers everything but discovery, with a whole HTTP response; an empty one means silence.
    std::function<QByteArray(const QByteArray &path, const QUrlQuery &form)> endpoint;
    /// What came to the endpoints.
    QList<QByteArray> paths;
    QList<QUrlQuery> forms;

    /// Over TLS, and under another name of this machine's than its address, where these are given.
    explicit ScriptedProvider(std::optional<QSslConfiguration> security = {},
                              QString host = QStringLiteral("127.0.0.1"))
        : m_host(std::move(host))
    {
        tls = std::move(security);
        const auto at = [this](const char *path) { return issuer() + QLatin1String(path); };
        metadata = {{QStringLiteral("issuer"), issuer()},
                    {QStringLiteral("authorization_endpoint"), at("/authorize")},
                    {QStringLiteral("token_endpoint"), at("/token")},
                    {QStringLiteral("device_authorization_endpoint"), at("/device")},
                    {QStringLiteral("revocation_endpoint"), at("/revoke")}};
        answer = [this](QTcpSocket &peer, const QByteArray &request) {
            const QByteArray path = request.split(' ').value(1);
            if (path.startsWith("/.well-known/")) {
                if (path == "/.well-known/openid-configuration")
                    peer.write(reply(QJsonDocument(metadata).toJson(), "200 OK", metadataHeaders));
                else
                    peer.write(reply("{}", "404 Not Found"));
                return;
            }
            const QUrlQuery form(QString::fromLatin1(request.mid(request.indexOf("\r\n\r\n") + 4)));
            paths << path;
            forms << form;
            if (endpoint)
                peer.write(endpoint(path, form));
        };
    }
    [[nodiscard]] QString issuer() const
    {
        return QStringLiteral("%1://%2:%3").arg(QLatin1String(tls ? "https" : "http"), m_host).arg(serverPort());
    }
    [[nodiscard]] SignInConfig config() const { return {.issuer = issuer(), .clientId = QStringLiteral("tokendesk")}; }
    [[nodiscard]] qsizetype asked(const QByteArray &path) const { return paths.count(path); }

    /// Claims that fit, at `now` (seconds since the epoch).
    [[nodiscard]] QJsonObject claims(qint64 now = QDateTime::currentSecsSinceEpoch()) const
    {
        return {{QStringLiteral("iss"), issuer()},
                {QStringLiteral("aud"), QStringLiteral("tokendesk")},
                {QStringLiteral("sub"), QStringLiteral("ada")},
                {QStringLiteral("name"), QStringLiteral("Ada")},
                {QStringLiteral("exp"), now + 600},
                {QStringLiteral("iat"), now}};
    }
    static QByteArray jwt(const QJsonObject &claims, const QByteArray &header = "{\"alg\":\"RS256\"}")
    {
        constexpr auto url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
        return header.toBase64(url) + '.' + QJsonDocument(claims).toJson(QJsonDocument::Compact).toBase64(url) +
               ".c2lnbmF0dXJl";
    }
    static QByteArray tokens(const QByteArray &access, const QByteArray &refresh, int seconds,
                             const QByteArray &idToken = {}, const QByteArray &headers = {})
    {
        QJsonObject said{{QStringLiteral("access_token"), QString::fromLatin1(access)},
                         {QStringLiteral("token_type"), QStringLiteral("Bearer")},
                         {QStringLiteral("expires_in"), seconds}};
        if (!refresh.isEmpty())
            said.insert(QStringLiteral("refresh_token"), QString::fromLatin1(refresh));
        if (!idToken.isEmpty())
            said.insert(QStringLiteral("id_token"), QString::fromLatin1(idToken));
        return reply(QJsonDocument(said).toJson(), "200 OK", headers);
    }
    static QByteArray oauthError(const QByteArray &code, const QByteArray &description = {},
                                 const QByteArray &status = "400 Bad Request", const QByteArray &headers = {})
    {
        return reply("{\"error\":\"" + code + "\",\"error_description\":\"" + description + "\"}", status, headers);
    }

private:
    const QString m_host;
};

} // namespace tokendesk
