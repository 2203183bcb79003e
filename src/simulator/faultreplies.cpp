// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/faultreplies.h"

#include "simulator/gzip.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace tokendesk::simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr auto exampleRow = R"({"id":"%1","name":"Without end","single_use":false,"use_count":0,)"
                            R"("created_at":"2024-01-10T08:00:00Z","expires_at":null,"last_used_at":null,)"
                            R"("revoked_at":null},)";

QByteArray exampleRows(int count)
{
    QByteArray rows;
    for (int i = 0; i < count; ++i)
        rows += QByteArray(exampleRow).replace("%1", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    return rows;
}

/// An argument object may give status, code, message and details of an error.
HttpReply refusing(const FaultRule &rule, int status, const QByteArray &code, const QString &message)
{
    const QJsonObject arg = rule.arg.toObject();
    return errorReply(arg.value("status"_L1).toInt(status),
                      arg.value("code"_L1).toString(QString::fromLatin1(code)).toUtf8(),
                      arg.value("message"_L1).toString(message), arg.value("details"_L1).toString());
}

HttpReply rateLimited(const FaultRule &rule, const ServerClock &clock)
{
    HttpReply reply = errorReply(429, "RATE_LIMITED"_ba, u"Too many requests"_s);
    const QString text = rule.text().isEmpty() ? u"2"_s : rule.text();
    QByteArray value = text.toUtf8();
    if (text.startsWith("date:"_L1))
        value = httpDate(clock.now() + text.mid(5).toLongLong() * 1000);
    reply.headers.append({"Retry-After"_ba, value});
    return reply;
}

HttpReply redirect(const FaultRule &rule)
{
    const QString text = rule.text();
    const bool hasStatus = text.size() > 4 && text.at(3) == u',';
    HttpReply reply;
    reply.status = hasStatus ? text.left(3).toInt() : 307;
    reply.headers.append({"Location"_ba, (hasStatus ? text.mid(4) : text).toUtf8()});
    return reply;
}

HttpReply bomb(const FaultRule &rule)
{
    const QStringList parts = rule.text().split(u',');
    const qint64 megabytes = std::clamp<qint64>(parts.value(0).toLongLong(), 0, 16'384);
    const qint64 bytes = (megabytes == 0 ? 256 : megabytes) * 1024 * 1024;
    HttpReply reply;
    if (parts.value(1) == "rows"_L1) {
        const QByteArray rows = exampleRows(200);
        QByteArray last = exampleRows(1);
        last.chop(1);
        reply.body = gzipRepeated("{\"success\":true,\"data\":["_ba, rows, bytes / rows.size() + 1, last + "]}");
    } else {
        const QByteArray blanks(1024 * 1024, ' ');
        reply.body = gzipRepeated("{\"success\":true,\"data\":["_ba, blanks, bytes / blanks.size(), "]}"_ba);
    }
    reply.headers.append({"Content-Encoding"_ba, "gzip"_ba});
    reply.mayPack = false;
    return reply;
}

HttpReply withoutEnd(const FaultRule &rule)
{
    HttpReply reply;
    reply.body = exampleRows(64);
    reply.opening = "{\"success\":true,\"data\":["_ba;
    const QStringList parts = rule.text().split(u',');
    reply.manner = parts.value(0) == "chunked"_L1 ? Manner::EndlessChunks : Manner::Endless;
    reply.cutAfterBytes = parts.value(1).toLongLong() * 1024 * 1024;
    reply.mayPack = false;
    return reply;
}

HttpReply html502()
{
    HttpReply reply;
    reply.status = 502;
    reply.contentType = "text/html; charset=utf-8"_ba;
    reply.body = "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>\n<body><center><h1>502 Bad "
                 "Gateway</h1></center><hr><center>proxy</center></body></html>\n"_ba;
    return reply;
}

void badGzip(HttpReply &reply, const QString &how)
{
    if (how != "plain"_L1) {
        reply.body = gzip(reply.body);
        if (how == "truncated"_L1) {
            reply.body.truncate(reply.body.size() / 2);
        } else {
            // Past the header of ten bytes, and the checksum at the end with it.
            for (qsizetype i = std::max<qsizetype>(10, reply.body.size() / 2); i < reply.body.size(); ++i)
                reply.body[i] = static_cast<char>(~reply.body[i]);
        }
    }
    reply.headers.append({"Content-Encoding"_ba, "gzip"_ba});
    reply.mayPack = false;
}

QByteArray deepJson(int depth)
{
    return "{\"success\":true,\"data\":" + QByteArray(depth, '[') + QByteArray(depth, ']') +
           ",\"error\":null,\"meta\":null}";
}

} // namespace

QByteArray httpDate(qint64 msSinceEpoch)
{
    return QLocale::c()
        .toString(QDateTime::fromMSecsSinceEpoch(msSinceEpoch, QTimeZone::utc()), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s)
        .toLatin1();
}

HttpReply standInReply(const FaultRule &rule, const ServerClock &clock)
{
    HttpReply reply;
    switch (rule.fault) {
    case Fault::Hang:
        reply.manner = Manner::Hang;
        return reply;
    case Fault::CloseBeforeReply:
        reply.manner = Manner::CloseBefore;
        return reply;
    case Fault::Html502:
        return html502();
    case Fault::Empty204:
        reply.status = 204;
        return reply;
    case Fault::Expired401:
        reply = refusing(rule, 401, "UNAUTHORIZED"_ba, u"The access token has expired"_s);
        reply.headers.append({"WWW-Authenticate"_ba, "Bearer error=\"invalid_token\""_ba});
        return reply;
    case Fault::Forbidden403:
        return refusing(rule, 403, "FORBIDDEN"_ba, u"Your role does not allow this"_s);
    case Fault::NotFound404:
        return refusing(rule, 404, "NOT_FOUND"_ba, u"Provisioning token not found"_s);
    case Fault::Conflict409:
        return refusing(rule, 409, "CONFLICT"_ba, u"Somebody else changed this at the same time"_s);
    case Fault::RateLimited:
        return rateLimited(rule, clock);
    case Fault::ServerError:
        return refusing(rule, rule.text().isEmpty() ? 500 : rule.text().toInt(), "INTERNAL_ERROR"_ba,
                        u"An internal error occurred"_s);
    case Fault::Redirect:
        return redirect(rule);
    case Fault::Oversized:
        return withoutEnd(rule);
    case Fault::Bomb:
        return bomb(rule);
    default:
        return reply;
    }
}

void spoil(HttpReply &reply, const FaultRule &rule)
{
    reply.packed.clear();
    switch (rule.fault) {
    case Fault::AppliedReplyLost:
        reply.manner = Manner::CloseBefore;
        return;
    case Fault::HangMidBody:
        reply.manner = Manner::HangMidBody;
        return;
    case Fault::CloseMidBody:
        reply.manner = Manner::CloseMidBody;
        return;
    case Fault::TruncatedJson:
        reply.body.truncate(reply.body.size() / 2);
        return;
    case Fault::DeepJson:
        reply.body = deepJson(rule.text().isEmpty() ? 100'000 : rule.text().toInt());
        return;
    case Fault::Drip: {
        const QStringList parts = rule.text().split(u',');
        reply.manner = Manner::Drip;
        reply.dripBytes = std::max(1, parts.value(0).toInt());
        reply.dripEveryMs = parts.size() > 1 ? std::max(1, parts[1].toInt()) : 50;
        return;
    }
    case Fault::BadGzip:
        badGzip(reply, rule.text());
        return;
    default:
        if (reply.status < 300)
            spoilJson(reply, rule);
    }
}

} // namespace tokendesk::simulator
