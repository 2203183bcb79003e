// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/providermetadata.h"

#include "core/issuerurl.h"
#include "core/serverurl.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tokendesk {

namespace {

constexpr int longestShown = 200;

bool isSecure(const QUrl &url, bool loopbackCounts)
{
    if (url.scheme() == QLatin1String("https"))
        return true;
    return loopbackCounts && url.scheme() == QLatin1String("http") && isLoopbackHost(url.host());
}

Result<QUrl> endpoint(const QJsonObject &document, const char *name, bool loopbackCounts)
{
    const QJsonValue value = document.value(QLatin1String(name));
    if (value.isUndefined() || value.isNull())
        return QUrl();
    const QUrl url(value.toString(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.hasFragment() || !url.userInfo().isEmpty())
        return failure({.detail = QStringLiteral("%1 is no usable address").arg(QLatin1String(name))});
    if (!isSecure(url, loopbackCounts)) {
        return failure({.kind = ErrorKind::ClearTextRefused,
                        .detail = QStringLiteral("%1 is not https").arg(QLatin1String(name))});
    }
    return url;
}

QUrl withPath(const QUrl &issuer, const QString &path)
{
    QUrl url = issuer;
    url.setPath(path);
    return url;
}

QString pathOf(const QUrl &issuer)
{
    QString path = issuer.path(QUrl::FullyEncoded);
    if (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    return path;
}

} // namespace

Result<QUrl> parseIssuer(const QString &issuer)
{
    const auto url = checkIssuer(issuer);
    if (url)
        return *url;
    if (url.error() == IssuerError::ClearText)
        return failure({.kind = ErrorKind::ClearTextRefused, .detail = QStringLiteral("the issuer is not https")});
    return failure({.kind = ErrorKind::SignInRefused, .detail = QStringLiteral("the issuer is no usable address")});
}

QUrl openIdDiscoveryUrl(const QUrl &issuer)
{
    return withPath(issuer, pathOf(issuer) + QStringLiteral("/.well-known/openid-configuration"));
}

QUrl oauthDiscoveryUrl(const QUrl &issuer)
{
    return withPath(issuer, QStringLiteral("/.well-known/oauth-authorization-server") + pathOf(issuer));
}

Result<ProviderMetadata> parseProviderMetadata(QByteArrayView document, const QString &issuer)
{
    const QJsonDocument json = QJsonDocument::fromJson(QByteArray::fromRawData(document.data(), document.size()));
    if (!json.isObject())
        return failure({.detail = QStringLiteral("the provider's description is no JSON object")});
    const QJsonObject object = json.object();
    ProviderMetadata metadata;
    metadata.issuer = object.value(QLatin1String("issuer")).toString();
    if (metadata.issuer != issuer) {
        return failure({.kind = ErrorKind::SignInMismatch,
                        .detail = QStringLiteral("the provider calls itself \"%1\", not \"%2\"")
                                      .arg(metadata.issuer.left(longestShown), issuer.left(longestShown))});
    }
    const bool loopback = isLoopbackHost(QUrl(issuer).host());
    struct
    {
        const char *name;
        QUrl &url;
    } const endpoints[] = {{"authorization_endpoint", metadata.authorizationEndpoint},
                           {"token_endpoint", metadata.tokenEndpoint},
                           {"device_authorization_endpoint", metadata.deviceAuthorizationEndpoint},
                           {"revocation_endpoint", metadata.revocationEndpoint}};
    for (const auto &[name, url] : endpoints) {
        Result<QUrl> parsed = endpoint(object, name, loopback);
        if (!parsed)
            return failure(parsed.error());
        url = *std::move(parsed);
    }
    if (metadata.tokenEndpoint.isEmpty())
        return failure({.detail = QStringLiteral("the provider offers no token_endpoint")});
    const QJsonValue methods = object.value(QLatin1String("code_challenge_methods_supported"));
    if (methods.isArray() && !methods.toArray().contains(QStringLiteral("S256")))
        return failure({.detail = QStringLiteral("the provider does not support PKCE with S256")});
    metadata.promisesIssuer =
        object.value(QLatin1String("authorization_response_iss_parameter_supported")).toBool(false);
    return metadata;
}

} // namespace tokendesk
