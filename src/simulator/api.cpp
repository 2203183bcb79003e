// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/api.h"

#include "simulator/gzip.h"
#include "simulator/tokenjson.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace tokendesk::simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayMs = 86'400'000;
constexpr qint64 endOfCalendar = 253'402'300'799'000; ///< 9999-12-31T23:59:59Z: RFC 3339 has four digits for a year

HttpReply invalid(const QString &message, const QString &details = {})
{
    return errorReply(400, "VALIDATION_ERROR"_ba, message, details);
}

HttpReply notAllowed(const QByteArray &allowed)
{
    HttpReply reply = errorReply(405, "METHOD_NOT_ALLOWED"_ba, u"This path does not know that method"_s);
    reply.headers.append({"Allow"_ba, allowed});
    return reply;
}

/// What a creation asks for, or what is wrong with it.
struct Wish
{
    QByteArray name;
    qint64 expiresAt = never;
    bool singleUse = false;
};

std::variant<Wish, HttpReply> readWish(const QByteArray &body, qint64 now)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return invalid(u"The body is not a JSON object"_s);
    const QJsonObject json = document.object();
    for (const QString &key : json.keys()) {
        if (key != "name"_L1 && key != "expires_in_days"_L1 && key != "single_use"_L1)
            return invalid(u"Unknown field"_s, key);
    }
    const QJsonValue name = json.value("name"_L1);
    if (!name.isString() || name.toString().trimmed().isEmpty())
        return invalid(u"name is required"_s, u"name"_s);
    const QJsonValue singleUse = json.value("single_use"_L1);
    if (!singleUse.isUndefined() && !singleUse.isBool())
        return invalid(u"single_use must be a boolean"_s, u"single_use"_s);

    Wish wish;
    wish.name = name.toString().toUtf8();
    wish.singleUse = singleUse.toBool(false);
    const QJsonValue days = json.value("expires_in_days"_L1);
    if (days.isNull())
        return wish;
    const double count = days.isUndefined() ? 30 : days.toDouble(0);
    if (count < 1 || count != std::floor(count))
        return invalid(u"expires_in_days must be a whole number from 1, or null"_s, u"expires_in_days"_s);
    if (count > static_cast<double>((endOfCalendar - now) / dayMs))
        return invalid(u"expires_in_days is too large"_s, u"expires_in_days"_s);
    wish.expiresAt = now + static_cast<qint64>(count) * dayMs;
    return wish;
}

} // namespace

HttpReply refusalReply(const Refusal &refusal)
{
    return errorReply(refusal.status, refusal.code, refusal.message, refusal.details);
}

bool Api::acceptsGzip(const HttpRequest &request)
{
    for (const QByteArray &part : request.header("accept-encoding"_ba).toLower().split(',')) {
        const QList<QByteArray> pieces = part.split(';');
        if (pieces.first().trimmed() != "gzip")
            continue;
        const QByteArray weight = pieces.size() > 1 ? pieces[1].trimmed() : "q=1"_ba;
        return !weight.startsWith("q=") || weight.mid(2).toDouble() > 0;
    }
    return false;
}

HttpReply Api::handle(const HttpRequest &request, const QByteArray &path)
{
    const QByteArray &method = request.method;
    if (path == "/devices/provision")
        return method == "POST" ? provision(request) : notAllowed("POST"_ba);

    const Bearer::Check check = m_bearer.check(request);
    if (check != Bearer::Check::Valid) {
        HttpReply reply = errorReply(401, "UNAUTHORIZED"_ba,
                                     check == Bearer::Check::Absent    ? u"Missing access token"_s
                                     : check == Bearer::Check::Expired ? u"The access token has expired"_s
                                                                       : u"The access token is not valid"_s);
        reply.headers.append({"WWW-Authenticate"_ba,
                              check == Bearer::Check::Absent ? "Bearer"_ba : "Bearer error=\"invalid_token\""_ba});
        return reply;
    }
    if (path == "/organization") {
        if (method != "GET")
            return notAllowed("GET"_ba);
        return successReply(200, QJsonObject{{u"id"_s, m_organization.id.toString(QUuid::WithoutBraces)},
                                             {u"name"_s, m_organization.name},
                                             {u"slug"_s, m_organization.slug}});
    }
    if (path == "/provisioning-tokens") {
        if (method == "GET")
            return list(request);
        return method == "POST" ? create(request) : notAllowed("GET, POST"_ba);
    }
    constexpr QByteArrayView prefix = "/provisioning-tokens/";
    if (path.startsWith(prefix) && path.size() > prefix.size() && !path.mid(prefix.size()).contains('/'))
        return method == "DELETE" ? revoke(path.mid(prefix.size())) : notAllowed("DELETE"_ba);
    return errorReply(404, "NOT_FOUND"_ba, u"There is nothing at this path"_s);
}

HttpReply Api::list(const HttpRequest &request)
{
    const auto total = static_cast<qint64>(m_organization.rows().size());
    const QByteArray limitText = request.parameter("limit"_ba);
    const QByteArray offsetText = request.parameter("offset"_ba);
    bool limitRead = true, offsetRead = true;
    const qint64 limit = limitText.isNull() ? std::numeric_limits<qint64>::max() : limitText.toLongLong(&limitRead);
    const qint64 offset = offsetText.isNull() ? 0 : offsetText.toLongLong(&offsetRead);
    if (!limitRead || limit < 1)
        return invalid(u"limit must be a whole number from 1"_s, u"limit"_s);
    if (!offsetRead || offset < 0)
        return invalid(u"offset must be a whole number from 0"_s, u"offset"_s);

    const bool paged =
        m_options.pageSize != std::numeric_limits<qint64>::max() || !limitText.isNull() || !offsetText.isNull();
    if (!paged)
        return wholeList(acceptsGzip(request));

    const qint64 shownLimit = std::min({limit, m_options.pageSize, std::max<qint64>(total, 1)});
    const qint64 shownOffset = m_options.ignoreOffset ? 0 : offset;
    const qint64 count = std::clamp<qint64>(total - shownOffset, 0, shownLimit);
    HttpReply reply;
    reply.body = "{\"success\":true,\"data\":"_ba;
    appendRows(reply.body, m_organization.rows(), shownOffset, shownLimit);
    reply.body += ",\"error\":null,\"meta\":{\"count\":" + QByteArray::number(count) +
                  ",\"limit\":" + QByteArray::number(shownLimit) + ",\"offset\":" + QByteArray::number(shownOffset) +
                  ",\"total\":" + QByteArray::number(total) + "}}";
    return reply;
}

HttpReply Api::wholeList(bool packed)
{
    if (m_listRevision != m_organization.revision()) {
        m_listBody = "{\"success\":true,\"data\":"_ba;
        appendRows(m_listBody, m_organization.rows(), 0, std::numeric_limits<qint64>::max());
        m_listBody += ",\"error\":null,\"meta\":null}";
        m_listPacked.clear();
        m_listRevision = m_organization.revision();
    }
    if (packed && m_listPacked.isEmpty())
        m_listPacked = gzip(m_listBody);
    HttpReply reply;
    reply.body = m_listBody;
    if (packed)
        reply.packed = m_listPacked;
    return reply;
}

HttpReply Api::create(const HttpRequest &request)
{
    const auto wish = readWish(request.body, m_clock.now());
    if (const auto *refused = std::get_if<HttpReply>(&wish))
        return *refused;
    const auto &[name, expiresAt, singleUse] = std::get<Wish>(wish);
    const NewToken made = m_organization.create(name, expiresAt, singleUse);
    QString command = m_options.setupCommand;
    command.replace("{host}"_L1, QString::fromUtf8(request.header("host"_ba)));
    command.replace("{token}"_L1, QString::fromLatin1(made.secret));
    return successReply(201, QJsonObject{{u"id"_s, made.row.id.toString(QUuid::WithoutBraces)},
                                         {u"name"_s, QString::fromUtf8(made.row.name)},
                                         {u"token"_s, QString::fromLatin1(made.secret)},
                                         {u"single_use"_s, made.row.singleUse},
                                         {u"created_at"_s, instantJson(made.row.createdAt)},
                                         {u"expires_at"_s, instantJson(made.row.expiresAt)},
                                         {u"setup_command"_s, command}});
}

HttpReply Api::revoke(const QByteArray &idText)
{
    static const QRegularExpression uuid(u"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"_s);
    const QString text = QString::fromLatin1(idText);
    if (!uuid.match(text).hasMatch())
        return invalid(u"Invalid token id"_s, u"id"_s);
    const auto outcome = m_organization.revoke(QUuid::fromString(text));
    if (const auto *refused = std::get_if<Refusal>(&outcome))
        return refusalReply(*refused);
    const Row &row = std::get<Row>(outcome);
    return successReply(200, QJsonObject{{u"id"_s, row.id.toString(QUuid::WithoutBraces)},
                                         {u"revoked_at"_s, instantJson(row.revokedAt)}});
}

HttpReply Api::provision(const HttpRequest &request)
{
    static const QRegularExpression pattern(u"^apt_[0-9a-f]+$"_s);
    const QJsonObject json = QJsonDocument::fromJson(request.body).object();
    const QString token = json.value("token"_L1).toString();
    const QString device = json.value("device_info"_L1).toObject().value("device_id"_L1).toString().trimmed();
    if (!pattern.match(token).hasMatch())
        return invalid(u"token is required"_s, u"token"_s);
    if (device.isEmpty())
        return invalid(u"device_info.device_id is required"_s, u"device_info.device_id"_s);
    const auto outcome = m_organization.provisionWithSecret(token.toLatin1(), device.toUtf8());
    if (const auto *refused = std::get_if<Refusal>(&outcome))
        return refusalReply(*refused);
    const QString origin =
        (m_options.tls ? "https://"_L1 : "http://"_L1) + QString::fromUtf8(request.header("host"_ba));
    return successReply(201, QJsonObject{{u"device_id"_s, device},
                                         {u"endpoint_id"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                                         {u"api_key"_s, u"adk_"_s + QString::fromLatin1(randomHex())},
                                         {u"api_endpoint"_s, origin + "/api"_L1}});
}

} // namespace tokendesk::simulator
