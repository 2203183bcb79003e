// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/connection.h"

#include <QSslSocket>

#include <algorithm>

namespace tokendesk::simulator {

namespace {

constexpr qint64 enoughInFlight = 512 * 1024;
constexpr qsizetype pieceBytes = 128 * 1024;

/// RFC 9112 section 7.1.
QByteArray asChunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

} // namespace

Connection::Connection(QTcpSocket *socket, RequestHandler &handler, quint64 number, QObject *parent)
    : QObject(parent), m_socket(socket), m_handler(handler), m_number(number)
{
    m_socket->setParent(this);
    // What a client sends ahead of an answer waits in the kernel, not in our memory.
    m_socket->setReadBufferSize(256 * 1024);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::read);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &Connection::pump);
    if (auto *tls = qobject_cast<QSslSocket *>(m_socket))
        connect(tls, &QSslSocket::encryptedBytesWritten, this, &Connection::pump);
    if (m_socket->state() == QAbstractSocket::ConnectedState)
        read();
    else
        deleteLater(); // gone before it was taken up; disconnected() will not come again
}

void Connection::retire()
{
    m_retired = true;
    if (!m_answering)
        close();
}

void Connection::read()
{
    if (m_answering || m_socket->bytesAvailable() == 0)
        return;
    go(m_parser.add(m_socket->readAll()));
}

void Connection::go(HttpRequestParser::State state)
{
    switch (state) {
    case HttpRequestParser::State::NeedsMore:
        if (m_parser.takeContinueWish())
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        return;
    case HttpRequestParser::State::Refused:
        begin(m_handler.refuse(m_parser.refusal()), false);
        return;
    case HttpRequestParser::State::Complete:
        begin(m_handler.handle(m_parser.request(), m_socket->peerAddress(), m_number), m_parser.request().keepAlive);
        return;
    }
}

void Connection::begin(HttpReply reply, bool keepAlive)
{
    m_answering = true;
    m_reply = std::move(reply);
    m_keepAlive = keepAlive && m_reply.manner == Manner::Whole;
    if (m_reply.delayMs > 0)
        QTimer::singleShot(m_reply.delayMs, this, &Connection::sendHead);
    else
        sendHead();
}

void Connection::sendHead()
{
    if (m_reply.manner == Manner::Hang)
        return;
    if (m_reply.manner == Manner::CloseBefore) {
        close();
        return;
    }
    const bool endless = m_reply.manner == Manner::Endless || m_reply.manner == Manner::EndlessChunks;
    const bool bodiless = m_reply.status == 204 || m_reply.status == 304;
    QByteArray head = "HTTP/1.1 " + QByteArray::number(m_reply.status) + ' ' + reasonPhrase(m_reply.status) + "\r\n";
    for (const auto &[name, value] : std::as_const(m_reply.headers))
        head += name + ": " + value + "\r\n";
    if (!bodiless) {
        head += "Content-Type: " + m_reply.contentType + "\r\n";
        if (m_reply.manner == Manner::EndlessChunks)
            head += "Transfer-Encoding: chunked\r\n";
        else if (!endless)
            head += "Content-Length: " + QByteArray::number(m_reply.body.size()) + "\r\n";
    }
    head += m_keepAlive ? "\r\n" : "Connection: close\r\n\r\n";
    m_socket->write(head);

    const bool half = m_reply.manner == Manner::CloseMidBody || m_reply.manner == Manner::HangMidBody;
    m_sent = 0;
    m_end = bodiless ? 0 : half ? m_reply.body.size() / 2 : m_reply.body.size();
    if (m_reply.manner == Manner::EndlessChunks) {
        m_reply.opening = asChunk(m_reply.opening);
        m_reply.body = asChunk(m_reply.body);
    }
    m_socket->write(m_reply.opening);
    if (m_reply.manner == Manner::Drip) {
        connect(&m_timer, &QTimer::timeout, this, &Connection::drip);
        m_timer.start(m_reply.dripEveryMs);
        return;
    }
    pump();
}

qint64 Connection::unsent() const
{
    const auto *tls = qobject_cast<const QSslSocket *>(m_socket);
    return m_socket->bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
}

void Connection::pump()
{
    // write() of a TLS socket can announce bytes written from inside.
    if (!m_answering || m_pumping || m_reply.manner == Manner::Drip || m_reply.manner == Manner::Hang)
        return;
    if (m_end < 0 || m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    m_pumping = true;
    const bool endless = m_reply.manner == Manner::Endless || m_reply.manner == Manner::EndlessChunks;
    while (unsent() < enoughInFlight) {
        if (endless) {
            if (m_socket->write(m_reply.body) < 0)
                break;
            m_sent += m_reply.body.size();
            if (m_reply.cutAfterBytes > 0 && m_sent >= m_reply.cutAfterBytes) {
                m_reply.manner = Manner::Hang; // nothing more
                close();
                break;
            }
            continue;
        }
        const qsizetype size = std::min(pieceBytes, m_end - m_sent);
        if (size <= 0 || m_socket->write(m_reply.body.constData() + m_sent, size) < 0)
            break;
        m_sent += size;
    }
    m_pumping = false;
    if (!endless && m_sent == m_end)
        bodySent();
}

void Connection::drip()
{
    const qsizetype size = std::min<qsizetype>(m_reply.dripBytes, m_end - m_sent);
    m_socket->write(m_reply.body.constData() + m_sent, size);
    m_sent += size;
    if (m_sent == m_end) {
        m_timer.stop();
        bodySent();
    }
}

void Connection::bodySent()
{
    m_end = -1;
    if (m_reply.manner == Manner::HangMidBody)
        return;
    if (!m_keepAlive || m_retired) {
        close();
        return;
    }
    m_reply = {};
    // From the event loop: a client that sends a thousand requests at once must not nest a thousand calls.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_answering = false;
            go(m_parser.next());
            read();
        },
        Qt::QueuedConnection);
}

void Connection::close()
{
    m_socket->disconnectFromHost();
}

} // namespace tokendesk::simulator
