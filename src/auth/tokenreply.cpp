// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/tokenreply.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace tokendesk {

namespace {

struct KnownCode
{
    const char *code;
    ErrorKind kind;
};
constexpr KnownCode knownCodes[] = {
    {"access_denied", ErrorKind::SignInDenied},
    {"expired_token", ErrorKind::SignInTimeout},
    {"invalid_grant", ErrorKind::SignInRequired},
    {"slow_down", ErrorKind::RateLimited},
    {"temporarily_unavailable", ErrorKind::RateLimited},
    {"server_error", ErrorKind::Server},
    // OpenID Connect Core 3.1.2.6: the person did not, or could not, do what was asked.
    {"consent_required", ErrorKind::SignInDenied},
    {"interaction_required", ErrorKind::SignInDenied},
    {"login_required", ErrorKind::SignInDenied},
    {"account_selection_required", ErrorKind::SignInDenied},
};

bool isCode(const QString &text)
{
    return !text.isEmpty() && text.size() <= 60 &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return (c >= u'a' && c <= u'z') || c == u'_'; });
}

QJsonObject objectIn(const Secret &body)
{
    const QByteArrayView view = body.view();
    return QJsonDocument::fromJson(QByteArray::fromRawData(view.data(), view.size())).object();
}

/// What a header can carry without becoming two.
Secret tokenText(const QJsonValue &value)
{
    QByteArray text = value.toString().toUtf8();
    const bool fits = std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    return fits ? Secret::take(text) : Secret();
}

/// Some send the number as a text.
qint64 lifetimeOf(const QJsonValue &value)
{
    bool ok = value.isDouble();
    const double seconds = value.isString() ? value.toString().toDouble(&ok) : value.toDouble();
    constexpr double year = 366.0 * 24 * 60 * 60;
    if (!ok || !std::isfinite(seconds) || seconds < 1)
        return unknownLifetimeMs;
    return static_cast<qint64>(std::min(seconds, year) * 1000.0);
}

} // namespace

Error oauthError(const QString &code, const QString &description)
{
    Error error{.kind = ErrorKind::SignInRefused};
    if (isCode(code))
        error.serverCode = code;
    error.serverMessage = description.left(500);
    for (const KnownCode &known : knownCodes) {
        if (code == QLatin1String(known.code))
            error.kind = known.kind;
    }
    return error;
}

Error oauthError(const ProviderReply &reply, const FormFields &sent)
{
    const QJsonObject said = objectIn(reply.body);
    const QString code = said.value(QLatin1String("error")).toString();
    Error error = oauthError(code, said.value(QLatin1String("error_description")).toString());
    if (reply.status == 429)
        error.kind = ErrorKind::RateLimited;
    else if (reply.status >= 500 && reply.status < 600)
        error.kind = ErrorKind::Server;
    else if (error.serverCode.isEmpty())
        error.kind = reply.status == 404 ? ErrorKind::NotFound : ErrorKind::Protocol;
    error.httpStatus = reply.status;
    error.retryAfterMs = reply.retryAfterMs;
    if (sent.isEchoedIn(error.serverMessage))
        error.serverMessage.clear();
    if (sent.isEchoedIn(error.serverCode))
        error.serverCode.clear();
    return error;
}

Result<TokenReply> parseTokenReply(const ProviderReply &reply, const FormFields &sent)
{
    if (reply.status != 200)
        return failure(oauthError(reply, sent));
    const QJsonObject said = objectIn(reply.body);
    TokenReply tokens;
    tokens.accessToken = tokenText(said.value(QLatin1String("access_token")));
    tokens.refreshToken = tokenText(said.value(QLatin1String("refresh_token")));
    tokens.idToken = tokenText(said.value(QLatin1String("id_token")));
    tokens.lifetimeMs = lifetimeOf(said.value(QLatin1String("expires_in")));
    const auto nonsense = [&reply](const char *detail) {
        return failure({.httpStatus = reply.status, .detail = QString::fromLatin1(detail)});
    };
    if (tokens.accessToken.isEmpty())
        return nonsense("the token endpoint gave no access_token");
    if (said.value(QLatin1String("token_type")).toString().compare(QLatin1String("Bearer"), Qt::CaseInsensitive) != 0)
        return nonsense("the token endpoint gave a token that is no bearer token");
    return tokens;
}

} // namespace tokendesk
