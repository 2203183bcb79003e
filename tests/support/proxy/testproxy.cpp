// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/proxy/testproxy.h"

#include <QHostAddress>
#include <QUrl>
#include <QtEndian>

namespace tokendesk {

TestProxy::TestProxy(Protocol protocol) : m_protocol(protocol)
{
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection()) {
            ++connections;
            m_clients.insert(socket, {});
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                if (QTcpSocket *upstream = m_clients.take(socket).upstream)
                    upstream->disconnectFromHost();
                socket->deleteLater();
            });
        }
    });
}

void TestProxy::read(QTcpSocket *socket)
{
    const QByteArray came = socket->readAll();
    seen += came;
    Client &client = m_clients[socket];
    if (client.upstream) {
        client.upstream->write(came);
        return;
    }
    if (manner == Manner::Silent)
        return;
    if (manner == Manner::Closes) {
        socket->disconnectFromHost();
        return;
    }
    if (manner == Manner::SpeaksNonsense) {
        socket->write("220 mail.example ESMTP\r\n\r\n");
        socket->disconnectFromHost();
        return;
    }
    client.pending += came;
    while (!client.upstream && (m_protocol == Protocol::Http ? readHttp(socket, client) : readSocks(socket, client))) {
    }
}

bool TestProxy::readHttp(QTcpSocket *socket, Client &client)
{
    const qsizetype end = client.pending.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QByteArray head = client.pending.left(end + 4);
    const QByteArray right = "Basic " + (user + ':' + password).toBase64();
    if (!user.isEmpty() && !head.contains("Proxy-Authorization: " + right + "\r\n")) {
        client.pending.remove(0, head.size());
        socket->write("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\n"
                      "Content-Length: 0\r\n\r\n");
        return true;
    }
    const QList<QByteArray> words = head.left(head.indexOf("\r\n")).split(' ');
    const bool tunnel = words.value(0) == "CONNECT";
    const QUrl target = tunnel ? QUrl(QStringLiteral("tcp://") + QString::fromLatin1(words.value(1)))
                               : QUrl::fromEncoded(words.value(1));
    const QByteArray first = tunnel ? client.pending.mid(head.size()) : client.pending;
    client.pending.clear();
    forward(socket, client, target.host(), quint16(target.port(80)), first,
            tunnel ? QByteArray("HTTP/1.1 200 Connection established\r\n\r\n") : QByteArray(),
            "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
    return false;
}

bool TestProxy::readSocks(QTcpSocket *socket, Client &client)
{
    QByteArray &bytes = client.pending;
    const auto at = [&bytes](qsizetype index) { return quint8(bytes.at(index)); };
    const auto take = [&](qsizetype size, const QByteArray &answer) {
        bytes.remove(0, size);
        socket->write(answer);
        return true;
    };
    switch (client.step) {
    case 0: { // version, number of methods, methods
        if (bytes.size() < 2 || bytes.size() < 2 + at(1))
            return false;
        const char method = user.isEmpty() ? 0 : 2;
        const bool offered = bytes.mid(2, at(1)).contains(method);
        client.step = user.isEmpty() ? 2 : 1;
        const bool more = take(2 + at(1), QByteArray("\x05", 1) + (offered ? method : char(0xff)));
        if (!offered)
            socket->disconnectFromHost();
        return more && offered;
    }
    case 1: { // RFC 1929: version, user, password, each with its length
        if (bytes.size() < 2 || bytes.size() < 3 + at(1) || bytes.size() < 3 + at(1) + at(2 + at(1)))
            return false;
        const quint8 userLength = at(1);
        const quint8 passwordLength = at(2 + userLength);
        const bool right = bytes.mid(2, userLength) == user && bytes.mid(3 + userLength, passwordLength) == password;
        client.step = 2;
        take(3 + userLength + passwordLength, QByteArray("\x01", 1) + char(right ? 0 : 1));
        if (!right)
            socket->disconnectFromHost();
        return right;
    }
    default: { // version, CONNECT, 0, type, address, port
        const qsizetype size = bytes.size() < 5 ? 0 : at(3) == 3 ? 5 + at(4) : at(3) == 1 ? 8 : 20;
        if (size == 0 || bytes.size() < size + 2)
            return false;
        const QString host = at(3) == 3 ? QString::fromLatin1(bytes.mid(5, at(4)))
                             : at(3) == 1
                                 ? QHostAddress(qFromBigEndian<quint32>(bytes.constData() + 4)).toString()
                                 : QHostAddress(reinterpret_cast<const quint8 *>(bytes.constData()) + 4).toString();
        const auto port = qFromBigEndian<quint16>(bytes.constData() + size);
        const QByteArray rest = bytes.mid(size + 2);
        bytes.clear();
        const QByteArray bound("\x00\x01\x7f\x00\x00\x01\x00\x00", 8);
        forward(socket, client, host, port, rest, QByteArray("\x05\x00", 2) + bound, QByteArray("\x05\x04", 2) + bound);
        return false;
    }
    }
}

void TestProxy::forward(QTcpSocket *socket, Client &client, const QString &host, quint16 port, const QByteArray &first,
                        const QByteArray &granted, const QByteArray &refused)
{
    asked << QStringLiteral("%1:%2").arg(host).arg(port);
    if (manner == Manner::RefusesTarget) {
        socket->write(refused);
        socket->disconnectFromHost();
        return;
    }
    auto *upstream = new QTcpSocket(socket);
    client.upstream = upstream;
    connect(upstream, &QTcpSocket::connected, this, [socket, upstream, first, granted] {
        socket->write(granted);
        upstream->write(first);
    });
    connect(upstream, &QTcpSocket::readyRead, socket, [socket, upstream] { socket->write(upstream->readAll()); });
    connect(upstream, &QTcpSocket::disconnected, socket, [socket] { socket->disconnectFromHost(); });
    connect(upstream, &QTcpSocket::errorOccurred, socket, [socket] { socket->disconnectFromHost(); });
    upstream->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
}

} // namespace tokendesk
