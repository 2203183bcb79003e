// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/idtoken.h"

#include "core/jwt.h"
#include "core/secret.h"

#include <QJsonArray>

namespace tokendesk {

namespace {

constexpr qsizetype longestText = 256;

const char *problemOf(JwtError error)
{
    switch (error) {
    case JwtError::TooLarge:
        return "the ID token is too large";
    case JwtError::Encrypted:
        return "the ID token is encrypted";
    case JwtError::Malformed:
        return "the ID token is malformed";
    }
    Q_UNREACHABLE();
}

QString textClaim(const QJsonObject &claims, const char *name)
{
    return claims.value(QLatin1String(name)).toString();
}

/// "aud" is one name or a list of them.
bool isForUs(const QJsonObject &claims, const QString &clientId)
{
    const QJsonValue audience = claims.value(QLatin1String("aud"));
    const QJsonArray list = audience.isArray() ? audience.toArray() : QJsonArray{audience};
    if (!list.contains(clientId))
        return false;
    const QJsonValue party = claims.value(QLatin1String("azp"));
    return party.isUndefined() ? list.size() == 1 : party.toString() == clientId;
}

const char *problemWithTimes(const QJsonObject &claims, const IdTokenRules &rules)
{
    const qint64 expiresAt = numericDate(claims.value(QLatin1String("exp")));
    const qint64 issuedAt = numericDate(claims.value(QLatin1String("iat")));
    const QJsonValue notBefore = claims.value(QLatin1String("nbf"));
    if (expiresAt == noInstant || expiresAt + rules.toleranceMs <= rules.nowMs)
        return "exp";
    if (issuedAt == noInstant || issuedAt - rules.toleranceMs > rules.nowMs)
        return "iat";
    if (!notBefore.isUndefined()) {
        const qint64 instant = numericDate(notBefore);
        if (instant == noInstant || instant - rules.toleranceMs > rules.nowMs)
            return "nbf";
    }
    return nullptr;
}

const char *problemWith(const QJsonObject &claims, const IdTokenRules &rules)
{
    const QString subject = textClaim(claims, "sub");
    if (textClaim(claims, "iss") != rules.issuer)
        return "iss";
    if (!isForUs(claims, rules.clientId))
        return "aud";
    if (subject.isEmpty() || subject.size() > longestText || (!rules.subject.isEmpty() && subject != rules.subject))
        return "sub";
    if (!rules.nonce.isEmpty() && !Secret(rules.nonce).equals(textClaim(claims, "nonce").toUtf8()))
        return "nonce";
    return problemWithTimes(claims, rules);
}

} // namespace

Result<Identity> checkIdToken(QByteArrayView token, const IdTokenRules &rules)
{
    const auto mismatch = [](const QString &detail) {
        return failure({.kind = ErrorKind::SignInMismatch, .detail = detail});
    };
    const auto jwt = parseJwt(token);
    if (!jwt)
        return mismatch(QString::fromLatin1(problemOf(jwt.error())));
    if (!jwt->isSigned)
        return mismatch(QStringLiteral("the ID token is not signed"));
    if (const char *claim = problemWith(jwt->claims, rules))
        return mismatch(QStringLiteral("the claim \"%1\" of the ID token is wrong").arg(QLatin1String(claim)));
    Identity identity{.subject = textClaim(jwt->claims, "sub"),
                      .name = textClaim(jwt->claims, "name").left(longestText),
                      .email = textClaim(jwt->claims, "email").left(longestText)};
    if (identity.name.isEmpty())
        identity.name = textClaim(jwt->claims, "preferred_username").left(longestText);
    return identity;
}

} // namespace tokendesk
