// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/api.h"
#include "simulator/control.h"

#include <QTcpServer>

#include <memory>

class QSslConfiguration;

namespace tokendesk::simulator {

/// Takes connections, and brings contract, control, faults and log together.
class Server final : public QObject, public RequestHandler
{
    Q_OBJECT
public:
    Server(Api &api, Control &control, Faults &faults, RequestLog &log, const Bearer &bearer, const ServerClock &clock)
        : m_api(api), m_control(control), m_faults(faults), m_log(log), m_bearer(bearer), m_clock(clock)
    {}

    /// Clear text without `tls`. False with errorString() when the address cannot be had.
    bool listen(const QHostAddress &address, quint16 port, const QSslConfiguration *tls);
    /// Another certificate for connections from now on; those that stand are closed after their answer.
    void setTls(const QSslConfiguration &tls);
    [[nodiscard]] quint16 port() const { return m_listener->serverPort(); }
    [[nodiscard]] QString errorString() const { return m_listener->errorString(); }

    HttpReply handle(const HttpRequest &request, const QHostAddress &peer, quint64 connection) override;
    HttpReply refuse(int status) override;

private:
    HttpReply answer(const HttpRequest &request, quint64 connection);
    void finish(HttpReply &reply, bool pack);

    Api &m_api;
    Control &m_control;
    Faults &m_faults;
    RequestLog &m_log;
    const Bearer &m_bearer;
    const ServerClock &m_clock;
    std::unique_ptr<QTcpServer> m_listener;
    quint64 m_connections = 0;
    quint64 m_replies = 0;
};

} // namespace tokendesk::simulator
