// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <optional>

namespace tokendesk {

/// A server of a few lines that records every byte and says exactly what a test wants, for what happens below HTTP.
class ScriptedServer : public QTcpServer
{
public:
    using Answer = std::function<void(QTcpSocket &peer, const QByteArray &request)>;
    Answer answer;              ///< called once per whole request
    QList<QByteArray> requests; ///< head and body
    QByteArray bytes;           ///< everything that came, whole request or not
    int connections = 0;
    std::optional<QSslConfiguration> tls; ///< what the next connection is met with; `bytes` are those inside

    ScriptedServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *peer = nextPendingConnection()) {
                ++connections;
                auto pending = std::make_shared<QByteArray>();
                connect(peer, &QTcpSocket::readyRead, this, [this, peer, pending] { read(*peer, *pending); });
                connect(peer, &QTcpSocket::disconnected, peer, &QObject::deleteLater);
            }
        });
    }
    [[nodiscard]] QUrl url() const
    {
        return QUrl(
            QStringLiteral("%1://127.0.0.1:%2/api").arg(QLatin1String(tls ? "https" : "http")).arg(serverPort()));
    }
    [[nodiscard]] int count(const QByteArray &method) const
    {
        return int(std::count_if(requests.begin(), requests.end(),
                                 [&](const QByteArray &request) { return request.startsWith(method + ' '); }));
    }

    static QByteArray reply(const QByteArray &body, const QByteArray &status = "200 OK", const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + status +
               "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
               headers + "\r\n" + body;
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        if (!tls) {
            QTcpServer::incomingConnection(descriptor);
            return;
        }
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        socket->setSslConfiguration(*tls);
        socket->startServerEncryption();
        addPendingConnection(socket);
    }

private:
    void read(QTcpSocket &peer, QByteArray &pending)
    {
        const QByteArray came = peer.readAll();
        bytes += came;
        pending += came;
        for (;;) {
            const qsizetype head = pending.indexOf("\r\n\r\n");
            if (head < 0)
                return;
            qsizetype length = 0;
            for (const QByteArray &line : pending.left(head).split('\n')) {
                if (line.toLower().startsWith("content-length:"))
                    length = line.mid(15).trimmed().toLongLong();
            }
            if (pending.size() < head + 4 + length)
                return;
            const QByteArray request = pending.left(head + 4 + length);
            pending.remove(0, request.size());
            requests << request;
            if (answer)
                answer(peer, request);
        }
    }
};

} // namespace tokendesk
