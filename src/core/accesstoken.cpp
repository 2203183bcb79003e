// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accesstoken.h"

#include "core/jwt.h"

#include <algorithm>

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
    const auto jwt = parseJwt(accessToken.view());
    if (!jwt) {
        check.verdict = Verdict::Opaque;
        return check;
    }
    check.expiresAt = numericDate(jwt->claims.value(QLatin1StringView("exp")));
    check.notBefore = numericDate(jwt->claims.value(QLatin1StringView("nbf")));
    if (check.expiresAt != noInstant && check.expiresAt + skewMs <= now)
        check.verdict = Verdict::Expired;
    else if (check.notBefore != noInstant && check.notBefore - skewMs > now)
        check.verdict = Verdict::NotYetValid;
    else
        check.verdict = Verdict::Usable;
    return check;
}

} // namespace tokendesk
