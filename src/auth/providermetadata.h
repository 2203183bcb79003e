// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArrayView>
#include <QUrl>

namespace tokendesk {

/// What a provider says of itself, as far as it is used here (OpenID Connect Discovery 1.0 section 3, RFC 8414
/// section 2). An endpoint that is not offered is an empty URL; the token endpoint is always there.
struct ProviderMetadata
{
    QString issuer;
    QUrl authorizationEndpoint;
    QUrl tokenEndpoint;
    QUrl deviceAuthorizationEndpoint;
    QUrl revocationEndpoint;
    bool promisesIssuer = false; ///< every answer in the browser carries "iss" (RFC 9207 section 3)

    friend bool operator==(const ProviderMetadata &, const ProviderMetadata &) = default;
};

/// core/issuerurl.h, as an Error.
[[nodiscard]] Result<QUrl> parseIssuer(const QString &issuer);

/// Where OpenID Connect Discovery 1.0 section 4 puts the document: behind the issuer's path.
[[nodiscard]] QUrl openIdDiscoveryUrl(const QUrl &issuer);
/// Where RFC 8414 section 3.1 puts it: before the issuer's path.
[[nodiscard]] QUrl oauthDiscoveryUrl(const QUrl &issuer);

/// Pure. The document's issuer has to be `issuer`, letter by letter: SignInMismatch, for a provider that speaks for
/// another one would be handed that one's codes (RFC 8414 section 6.2). Endpoints that are not https are refused, but
/// for those on this machine of an issuer on this machine.
[[nodiscard]] Result<ProviderMetadata> parseProviderMetadata(QByteArrayView document, const QString &issuer);

} // namespace tokendesk
