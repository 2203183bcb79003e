// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace tokendesk {

/// A proxy of a few lines: HTTP (CONNECT, and http by absolute address) and SOCKS5, with or without a password. It
/// takes every name for one of this machine, so that a test can call its server as it likes, and records what a proxy
/// could read. In the test's own thread and event loop.
class TestProxy : public QTcpServer
{
public:
    enum class Protocol { Http, Socks5 };
    enum class Manner {
        Forwards,
        Silent,        ///< takes connections and never says a word
        Closes,        ///< closes at the first byte
        RefusesTarget, ///< cannot reach any server
        SpeaksNonsense,
    };

    explicit TestProxy(Protocol protocol);

    QByteArray user, password; ///< asked for where there is a user
    Manner manner = Manner::Forwards;
    QStringList asked; ///< "host:port" of every server that it was asked for, with a right password
    QByteArray seen;   ///< every byte that clients sent
    int connections = 0;

private:
    struct Client
    {
        QByteArray pending;
        QTcpSocket *upstream = nullptr;
        int step = 0; ///< of SOCKS: greeting, password, request
    };

    void read(QTcpSocket *socket);
    bool readHttp(QTcpSocket *socket, Client &client);
    bool readSocks(QTcpSocket *socket, Client &client);
    void forward(QTcpSocket *socket, Client &client, const QString &host, quint16 port, const QByteArray &first,
                 const QByteArray &granted, const QByteArray &refused);

    const Protocol m_protocol;
    QHash<QTcpSocket *, Client> m_clients;
};

} // namespace tokendesk
