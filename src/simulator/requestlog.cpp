// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/requestlog.h"

#include "simulator/httpreply.h"
#include "simulator/tokenjson.h"

#include <QJsonDocument>

#include <cstdio>

namespace tokendesk::simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t keptRequests = 10'000;

QString word(Bearer::Check check)
{
    switch (check) {
    case Bearer::Check::Absent:
        return u"absent"_s;
    case Bearer::Check::Wrong:
    case Bearer::Check::Expired:
        return u"present"_s;
    case Bearer::Check::Valid:
        return u"valid"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

void RequestLog::add(const HttpRequest &request, const HttpReply &reply, Bearer::Check authorization,
                     const QString &fault, quint64 connection, qint64 now)
{
    QJsonObject entry{{u"time"_s, instantJson(now)},
                      {u"method"_s, QString::fromLatin1(request.method)},
                      {u"path"_s, QString::fromUtf8(request.path)},
                      {u"query"_s, QString::fromUtf8(request.query)},
                      {u"status"_s, reply.status},
                      {u"bytes"_s, reply.body.size()},
                      {u"authorization"_s, word(authorization)},
                      {u"fault"_s, fault}};
    if (m_toStandardError) {
        const QByteArray line = QJsonDocument(entry).toJson(QJsonDocument::Compact) + '\n';
        std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
        std::fflush(stderr);
    }
    QJsonObject headers;
    for (const auto &[name, value] : request.headers) {
        const bool secret = name == "authorization" || name == "cookie";
        headers.insert(QString::fromUtf8(name), secret ? u"(not kept)"_s : QString::fromUtf8(value));
    }
    entry.insert(u"headers"_s, headers);
    entry.insert(u"host"_s, QString::fromUtf8(request.header("host"_ba)));
    entry.insert(u"body"_s, QString::fromUtf8(request.body));
    entry.insert(u"connection"_s, static_cast<qint64>(connection));
    m_requests.push_back(std::move(entry));
    if (m_requests.size() > keptRequests)
        m_requests.pop_front();
}

QJsonArray RequestLog::requests() const
{
    QJsonArray all;
    for (const QJsonObject &request : m_requests)
        all.append(request);
    return all;
}

} // namespace tokendesk::simulator
