// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/server.h"

#include "simulator/connection.h"
#include "simulator/faultreplies.h"
#include "simulator/gzip.h"

#include <QSslConfiguration>
#include <QSslServer>

namespace tokendesk::simulator {

using namespace Qt::StringLiterals;

bool Server::listen(const QHostAddress &address, quint16 port, const QSslConfiguration *tls)
{
    if (tls) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(*tls);
        m_listener = std::move(server);
    } else {
        m_listener = std::make_unique<QTcpServer>();
    }
    connect(m_listener.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *socket = m_listener->nextPendingConnection()) {
            connect(socket, &QTcpSocket::bytesWritten, this, [this](qint64 bytes) { m_control.addSent(bytes); });
            new Connection(socket, *this, ++m_connections, this);
        }
    });
    return m_listener->listen(address, port);
}

void Server::setTls(const QSslConfiguration &tls)
{
    static_cast<QSslServer &>(*m_listener).setSslConfiguration(tls);
    // From the event loop: one of them asked for this and has not its answer yet.
    QMetaObject::invokeMethod(
        this,
        [this] {
            for (Connection *connection : findChildren<Connection *>(QString(), Qt::FindDirectChildrenOnly))
                connection->retire();
        },
        Qt::QueuedConnection);
}

HttpReply Server::handle(const HttpRequest &request, const QHostAddress &peer, quint64 connection)
{
    const bool control = request.path == "/control" || request.path.startsWith("/control/");
    HttpReply reply = control ? m_control.handle(request, request.path.mid(8), peer) : answer(request, connection);
    finish(reply, Api::acceptsGzip(request));
    return reply;
}

HttpReply Server::answer(const HttpRequest &request, quint64 connection)
{
    if (request.path != "/api" && !request.path.startsWith("/api/")) {
        HttpReply reply = errorReply(404, "NOT_FOUND"_ba, u"The API is at /api"_s);
        m_log.add(request, reply, m_bearer.check(request), {}, connection, m_clock.now());
        return reply;
    }
    const QByteArray path = request.path.mid(4);
    const Bearer::Check authorization = m_bearer.check(request);
    const Faults::Match match = m_faults.take(request.method, path);
    HttpReply reply;
    if (match.rule && standsIn(match.rule->fault)) {
        if (match.rule->applied)
            m_api.handle(request, path);
        reply = standInReply(*match.rule, m_clock);
    } else {
        reply = m_api.handle(request, path);
        if (match.rule)
            spoil(reply, *match.rule);
    }
    reply.delayMs = match.delayMs;
    const QString fault = match.rule ? faultName(match.rule->fault) : match.delayMs > 0 ? u"delay"_s : QString();
    m_log.add(request, reply, authorization, fault, connection, m_clock.now());
    return reply;
}

void Server::finish(HttpReply &reply, bool pack)
{
    if (pack && reply.mayPack && !reply.body.isEmpty()) {
        reply.body = reply.packed.isEmpty() ? gzip(reply.body) : reply.packed;
        reply.headers.append({"Content-Encoding"_ba, "gzip"_ba});
    }
    reply.packed.clear();
    reply.headers.prepend({"Date"_ba, httpDate(m_clock.now())});
    reply.headers.append({"Server"_ba, "tokendesk-simulator"_ba});
    reply.headers.append({"Cache-Control"_ba, "no-store"_ba});
    reply.headers.append({"Vary"_ba, "Accept-Encoding"_ba});
    reply.headers.append({"X-Request-Id"_ba, "sim-" + QByteArray::number(++m_replies)});
}

HttpReply Server::refuse(int status)
{
    HttpReply reply = errorReply(status, "BAD_REQUEST"_ba, u"That is no request this server understands"_s);
    finish(reply, false);
    return reply;
}

} // namespace tokendesk::simulator
