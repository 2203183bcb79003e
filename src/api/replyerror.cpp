// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/replyerror.h"
#include "core/safetext.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tokendesk {

ErrorKind kindOfStatus(int status)
{
    switch (status) {
    case 401:
        return ErrorKind::Unauthorized;
    case 403:
        return ErrorKind::Forbidden;
    case 404:
        return ErrorKind::NotFound;
    case 407: // by a proxy that reads along; one that only forwards is asked before there is a request
        return ErrorKind::ProxyAuthentication;
    case 408: // the server gave up waiting for the request (RFC 9110 15.5.9)
        return ErrorKind::Timeout;
    case 409:
        return ErrorKind::Conflict;
    case 429:
        return ErrorKind::RateLimited;
    default:
        break;
    }
    if (status >= 300 && status < 400)
        return ErrorKind::Redirected;
    if (status >= 400 && status < 500)
        return ErrorKind::Validation;
    return status >= 500 && status < 600 ? ErrorKind::Server : ErrorKind::Protocol;
}

bool looksLikeHtml(const QByteArray &body, const QByteArray &contentType)
{
    return contentType.trimmed().toLower().startsWith("text/html") || body.left(256).trimmed().startsWith('<');
}

void readErrorEnvelope(const QByteArray &body, const QByteArray &contentType, Error &error)
{
    if (looksLikeHtml(body, contentType)) {
        error.detail = QStringLiteral("HTML came instead of JSON");
        return;
    }
    const QJsonObject said = QJsonDocument::fromJson(body).object().value(QLatin1String("error")).toObject();
    error.serverCode = boundedServerText(said.value(QLatin1String("code")).toString(), 100);
    error.serverMessage = boundedServerText(said.value(QLatin1String("message")).toString());
}

Error asOutcome(Error error)
{
    const auto unknown = [&error] {
        error.cause = error.kind;
        error.kind = ErrorKind::OutcomeUnknown;
    };
    switch (error.kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Tls:
    case ErrorKind::PinChanged:
    case ErrorKind::ProxyFailed:
    case ErrorKind::ProxyTimeout:
    case ErrorKind::Protocol:
    case ErrorKind::TooLarge:
        unknown();
        break;
    case ErrorKind::Server:
        // An envelope with a code is the server's own word that it refused. A bare 5xx may come from a proxy whose
        // server did the work.
        if (error.serverCode.isEmpty())
            unknown();
        break;
    default:
        break;
    }
    return error;
}

} // namespace tokendesk
