// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accesstoken.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace tokendesk {

namespace {

/// RFC 6750 section 2.1: b64token = 1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="
bool isBearerToken(QByteArrayView token)
{
    while (token.endsWith('='))
        token.chop(1);
    return !token.isEmpty() && std::all_of(token.begin(), token.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               QByteArrayView("-._~+/").contains(c);
    });
}

/// A NumericDate (RFC 7519 section 2: seconds, perhaps with a fraction) in milliseconds; noInstant where it is none or
/// so far away that it says nothing.
qint64 numericDate(const QJsonValue &value)
{
    if (!value.isDouble())
        return noInstant;
    const double seconds = value.toDouble();
    if (!std::isfinite(seconds) || std::abs(seconds) > 253402300799.0) // the year 9999
        return noInstant;
    return static_cast<qint64>(seconds * 1000.0);
}

std::optional<QJsonObject> jwtClaims(QByteArrayView token)
{
    const QList<QByteArray> parts = QByteArray::fromRawData(token.data(), token.size()).split('.');
    if (parts.size() != 3 || parts[0].isEmpty() || parts[1].isEmpty())
        return std::nullopt;
    const auto decoded = [](const QByteArray &part) -> std::optional<QJsonObject> {
        const auto bytes =
            QByteArray::fromBase64Encoding(part, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals |
                                                     QByteArray::AbortOnBase64DecodingErrors);
        if (!bytes)
            return std::nullopt;
        const QJsonDocument document = QJsonDocument::fromJson(*bytes);
        return document.isObject() ? std::optional(document.object()) : std::nullopt;
    };
    if (!decoded(parts[0])) // the header: without one it is three words with points, not a JWT
        return std::nullopt;
    return decoded(parts[1]);
}

} // namespace

Secret cleanAccessToken(const QString &pasted)
{
    QString text;
    text.reserve(pasted.size());
    for (const QChar c : pasted) {
        if (c != QChar::ByteOrderMark && c != QChar(0x200B))
            text += c;
    }
    text = text.trimmed();
    const auto unquote = [&text] {
        for (const QChar quote : {QChar(u'"'), QChar(u'\''), QChar(u'`')}) {
            if (text.size() >= 2 && text.startsWith(quote) && text.endsWith(quote))
                text = text.sliced(1, text.size() - 2).trimmed();
        }
    };
    const auto dropPrefix = [&text](QLatin1StringView prefix) {
        if (text.startsWith(prefix, Qt::CaseInsensitive))
            text = text.sliced(prefix.size()).trimmed();
    };
    constexpr QLatin1StringView scheme("Bearer");
    unquote();
    dropPrefix(QLatin1StringView("Authorization:"));
    // Any blank, a line break too, ends the scheme; "BearerToken123" is a token.
    if (text.size() == scheme.size() || (text.size() > scheme.size() && text[scheme.size()].isSpace()))
        dropPrefix(scheme);
    unquote();
    // A terminal or a mail breaks a long token into lines; other blanks inside are a mistake that must be seen.
    text.remove(QLatin1Char('\n')).remove(QLatin1Char('\r'));
    return Secret::fromText(text);
}

AccessTokenCheck checkAccessToken(const Secret &accessToken, qint64 now)
{
    using Verdict = AccessTokenCheck::Verdict;
    constexpr qint64 skewMs = 60 * 1000;
    AccessTokenCheck check;
    if (accessToken.isEmpty())
        return check;
    if (!isBearerToken(accessToken.view())) {
        check.verdict = Verdict::Malformed;
        return check;
    }
    const std::optional<QJsonObject> claims = jwtClaims(accessToken.view());
    if (!claims) {
        check.verdict = Verdict::Opaque;
        return check;
    }
    check.expiresAt = numericDate(claims->value(QLatin1StringView("exp")));
    check.notBefore = numericDate(claims->value(QLatin1StringView("nbf")));
    if (check.expiresAt != noInstant && check.expiresAt + skewMs <= now)
        check.verdict = Verdict::Expired;
    else if (check.notBefore != noInstant && check.notBefore - skewMs > now)
        check.verdict = Verdict::NotYetValid;
    else
        check.verdict = Verdict::Usable;
    return check;
}

} // namespace tokendesk
