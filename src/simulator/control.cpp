// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/control.h"

#include "simulator/api.h"
#include "simulator/past.h"
#include "simulator/tokenjson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tokendesk::simulator {

using namespace Qt::StringLiterals;

namespace {

HttpReply plain(const QJsonObject &json, int status = 200)
{
    HttpReply reply;
    reply.status = status;
    reply.body = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return reply;
}

HttpReply failed(int status, const QString &message)
{
    return plain({{u"error"_s, message}}, status);
}

HttpReply done()
{
    return plain({{u"ok"_s, true}});
}

QJsonObject withSecret(const Row &row, const Organization &organization)
{
    QJsonObject json = rowJson(row);
    const QByteArray secret = organization.secretOf(row.id);
    json.insert(u"token"_s, secret.isEmpty() ? QJsonValue() : QJsonValue(QString::fromLatin1(secret)));
    return json;
}

/// One object, or an array of them.
QJsonArray objectsOf(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    return document.isArray() ? document.array() : QJsonArray{document.object()};
}

} // namespace

HttpReply Control::handle(const HttpRequest &request, const QByteArray &path, const QHostAddress &peer)
{
    // A page in a browser on this machine is a peer on loopback too; it cannot help naming its origin.
    if (!peer.isLoopback() || request.hasHeader("origin"_ba))
        return failed(403, u"Control is for programs on this machine"_s);

    const QByteArray &method = request.method;
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (path.isEmpty() && method == "GET")
        return state();
    if (path == "/requests" && method == "GET")
        return plain({{u"requests"_s, m_log.requests()}});
    if (path == "/requests" && method == "DELETE") {
        m_log.clear();
        return done();
    }
    if (path == "/advance" && method == "POST") {
        if (!body.value("seconds"_L1).isDouble())
            return failed(400, u"seconds is missing"_s);
        m_clock.advance(static_cast<qint64>(body.value("seconds"_L1).toDouble() * 1000));
        return state();
    }
    if (path == "/expire-bearer" && method == "POST") {
        m_bearer.expire();
        return done();
    }
    if (path == "/bearer" && method == "POST") {
        const QByteArray token = body.value("bearer"_L1).toString().toUtf8();
        if (token.isEmpty())
            return failed(400, u"bearer is missing"_s);
        m_bearer = Bearer(token);
        return done();
    }
    if (path == "/certificate" && method == "POST")
        return certificate(body);
    if (path == "/provision" && method == "POST")
        return provision(body);
    if (path == "/past" && method == "GET")
        return past();
    if (path == "/faults")
        return faults(request);
    if (path == "/tokens")
        return tokens(request);
    if (path.startsWith("/tokens/") && method == "DELETE")
        return removeToken(path.mid(8));
    return failed(404, u"There is no such control"_s);
}

HttpReply Control::state() const
{
    return plain({{u"now"_s, instantJson(m_clock.now())},
                  {u"tokens"_s, static_cast<qint64>(m_organization.rows().size())},
                  {u"sent"_s, m_sent},
                  {u"bearer"_s, QString::fromUtf8(m_bearer.token())},
                  {u"organization"_s, m_organization.name}});
}

void Control::setPast(std::vector<Row> rows, quint64 seed, qint64 now)
{
    m_start = {std::move(rows), seed, now};
}

HttpReply Control::past() const
{
    HttpReply reply;
    reply.status = 200;
    reply.body = "{\"looks\":[";
    bool first = true;
    const std::vector<PastLook> looks =
        m_start ? pastOf(m_start->rows, m_start->seed, m_start->now) : std::vector<PastLook>();
    for (const PastLook &look : looks) {
        reply.body += first ? "{\"at\":\"" : ",{\"at\":\"";
        first = false;
        reply.body += instantJson(look.at).toString().toLatin1() + "\",\"rows\":";
        appendRows(reply.body, look.rows, 0, static_cast<qint64>(look.rows.size()));
        QJsonArray gone;
        for (const QUuid &id : look.gone)
            gone.append(id.toString(QUuid::WithoutBraces));
        reply.body += ",\"gone\":" + QJsonDocument(gone).toJson(QJsonDocument::Compact) + '}';
    }
    reply.body += "]}";
    return reply;
}

HttpReply Control::faults(const HttpRequest &request)
{
    if (request.method == "DELETE") {
        m_faults.clear();
    } else if (request.method == "POST") {
        const auto rule = faultFromJson(QJsonDocument::fromJson(request.body).object());
        if (const auto *refused = std::get_if<Refusal>(&rule))
            return failed(refused->status, refused->message);
        m_faults.add(std::get<FaultRule>(rule));
    } else if (request.method != "GET") {
        return failed(405, u"faults knows GET, POST and DELETE"_s);
    }
    QJsonArray rules;
    for (const FaultRule &rule : m_faults.rules())
        rules.append(faultJson(rule));
    return plain({{u"faults"_s, rules}});
}

HttpReply Control::certificate(const QJsonObject &body)
{
    if (!changeCertificate)
        return failed(409, u"This server speaks clear text"_s);
    const bool sameAuthority = body.value("same_authority"_L1).toBool();
    const auto made = changeCertificate({.host = body.value("host"_L1).toString(),
                                         .expired = body.value("expired"_L1).toBool(),
                                         .byAuthority = sameAuthority || body.value("authority"_L1).toBool(),
                                         .notYetValid = body.value("not_yet_valid"_L1).toBool()},
                                        sameAuthority);
    if (!made)
        return failed(500, u"OpenSSL could not make a certificate"_s);
    return plain({{u"certificate"_s, QString::fromLatin1(made->certificate)},
                  {u"authority"_s, QString::fromLatin1(made->authority)}});
}

HttpReply Control::provision(const QJsonObject &body)
{
    const QByteArray device = body.value("device_id"_L1).toString(QString::fromLatin1(randomHex())).toUtf8();
    const QString secret = body.value("token"_L1).toString();
    const auto outcome = secret.isEmpty()
                             ? m_organization.provisionById(QUuid::fromString(body.value("id"_L1).toString()), device)
                             : m_organization.provisionWithSecret(secret.toLatin1(), device);
    if (const auto *refused = std::get_if<Refusal>(&outcome))
        return refusalReply(*refused);
    return plain(rowJson(std::get<Row>(outcome)));
}

HttpReply Control::tokens(const HttpRequest &request)
{
    QJsonArray shown;
    if (request.method == "GET") {
        const auto &rows = m_organization.rows();
        for (auto row = rows.rbegin(); row != rows.rend(); ++row)
            shown.append(withSecret(*row, m_organization));
    } else if (request.method == "DELETE") {
        m_organization.replaceAll({});
    } else if (request.method == "POST" || request.method == "PUT") {
        // All of them are read before one of them counts.
        std::vector<std::pair<Row, QByteArray>> read;
        const QJsonArray given = objectsOf(request.body);
        for (const auto &value : given) {
            const auto row = rowFromJson(value.toObject(), m_clock.now());
            if (const auto *refused = std::get_if<Refusal>(&row))
                return failed(refused->status, refused->message);
            read.emplace_back(std::get<Row>(row), value.toObject().value("token"_L1).toString().toLatin1());
        }
        if (request.method == "PUT") {
            // At once: one by one, newest first, each would move all others.
            std::vector<Row> rows;
            QSet<QUuid> ids;
            for (const auto &[row, secret] : read) {
                rows.push_back(row);
                ids.insert(row.id);
            }
            if (ids.size() != static_cast<qsizetype>(rows.size()))
                return failed(400, u"two rows have one id"_s);
            m_organization.replaceAll(std::move(rows));
        }
        for (const auto &[row, secret] : read) {
            m_organization.put(row, secret);
            shown.append(withSecret(row, m_organization));
        }
    } else {
        return failed(405, u"tokens knows GET, POST, PUT and DELETE"_s);
    }
    return plain({{u"tokens"_s, shown}});
}

HttpReply Control::removeToken(const QByteArray &idText)
{
    if (!m_organization.remove(QUuid::fromString(QString::fromLatin1(idText))))
        return failed(404, u"No token has that id"_s);
    return done();
}

} // namespace tokendesk::simulator
