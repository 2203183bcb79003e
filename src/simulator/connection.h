// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/httpreply.h"

#include <QTcpSocket>
#include <QTimer>

namespace tokendesk::simulator {

/// One client on one socket: reads requests one after the other and sends what the handler says, in the manner it says.
/// Deletes itself, and the socket it owns, when the socket is closed.
class Connection final : public QObject
{
    Q_OBJECT
public:
    Connection(QTcpSocket *socket, RequestHandler &handler, quint64 number, QObject *parent);

    /// Closes it, after the answer that is under way.
    void retire();

private:
    void read();
    void go(HttpRequestParser::State state);
    void begin(HttpReply reply, bool keepAlive);
    void sendHead();
    void pump();
    void drip();
    void bodySent();
    void close();
    [[nodiscard]] qint64 unsent() const;

    QTcpSocket *m_socket;
    RequestHandler &m_handler;
    quint64 m_number;
    HttpRequestParser m_parser;
    HttpReply m_reply;
    QTimer m_timer;
    qsizetype m_sent = 0;
    qsizetype m_end = 0;
    bool m_answering = false;
    bool m_pumping = false;
    bool m_keepAlive = true;
    bool m_retired = false;
};

} // namespace tokendesk::simulator
