// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/httpreply.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tokendesk::simulator {

using namespace Qt::StringLiterals;

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK"_ba;
    case 201:
        return "Created"_ba;
    case 204:
        return "No Content"_ba;
    case 301:
        return "Moved Permanently"_ba;
    case 302:
        return "Found"_ba;
    case 303:
        return "See Other"_ba;
    case 307:
        return "Temporary Redirect"_ba;
    case 308:
        return "Permanent Redirect"_ba;
    case 400:
        return "Bad Request"_ba;
    case 401:
        return "Unauthorized"_ba;
    case 403:
        return "Forbidden"_ba;
    case 404:
        return "Not Found"_ba;
    case 405:
        return "Method Not Allowed"_ba;
    case 409:
        return "Conflict"_ba;
    case 413:
        return "Content Too Large"_ba;
    case 429:
        return "Too Many Requests"_ba;
    case 431:
        return "Request Header Fields Too Large"_ba;
    case 500:
        return "Internal Server Error"_ba;
    case 501:
        return "Not Implemented"_ba;
    case 502:
        return "Bad Gateway"_ba;
    case 503:
        return "Service Unavailable"_ba;
    case 504:
        return "Gateway Timeout"_ba;
    case 505:
        return "HTTP Version Not Supported"_ba;
    default:
        return "Status"_ba;
    }
}

namespace {

HttpReply envelope(int status, bool success, const QJsonValue &data, const QJsonValue &error)
{
    HttpReply reply;
    reply.status = status;
    reply.body =
        QJsonDocument(
            QJsonObject{{u"success"_s, success}, {u"data"_s, data}, {u"error"_s, error}, {u"meta"_s, QJsonValue::Null}})
            .toJson(QJsonDocument::Compact);
    return reply;
}

} // namespace

HttpReply successReply(int status, const QJsonValue &data)
{
    return envelope(status, true, data, QJsonValue::Null);
}

HttpReply errorReply(int status, const QByteArray &code, const QString &message, const QString &details)
{
    QJsonObject error{{u"code"_s, QString::fromUtf8(code)}, {u"message"_s, message}};
    if (!details.isEmpty())
        error.insert(u"details"_s, details);
    return envelope(status, false, QJsonValue::Null, error);
}

} // namespace tokendesk::simulator
