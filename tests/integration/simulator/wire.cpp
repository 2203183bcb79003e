// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire.h"

#include <zlib.h>

namespace tokendesk {

using namespace Qt::StringLiterals;

QByteArray WireReply::header(const QByteArray &name) const
{
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

QJsonArray WireReply::rows() const
{
    return json().value("data"_L1).toArray();
}

QJsonObject WireReply::data() const
{
    return json().value("data"_L1).toObject();
}

QString WireReply::code() const
{
    return json().value("error"_L1).toObject().value("code"_L1).toString();
}

bool Wire::connectNow()
{
    m_socket.abort();
    m_buffer.clear();
    m_socket.connectToHost(u"127.0.0.1"_s, m_port);
    return m_socket.waitForConnected(20'000);
}

WireReply Wire::read(int quietMs)
{
    WireReply reply;
    for (;;) {
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end >= 0) {
            reply.head = m_buffer.left(end);
            reply.status = reply.head.mid(9, 3).toInt();
            const QByteArray length = reply.header("content-length");
            const bool bodiless = reply.status == 204;
            if ((bodiless || !length.isNull()) && m_buffer.size() >= end + 4 + length.toLongLong()) {
                const qsizetype whole = end + 4 + length.toLongLong();
                reply.raw = m_buffer.left(whole);
                reply.body = reply.raw.mid(end + 4);
                m_buffer.remove(0, whole);
                return reply;
            }
        }
        if (m_socket.state() != QAbstractSocket::ConnectedState || !m_socket.waitForReadyRead(quietMs)) {
            m_buffer += m_socket.readAll();
            reply.closed = m_socket.state() != QAbstractSocket::ConnectedState;
            reply.raw = m_buffer;
            const qsizetype at = m_buffer.indexOf("\r\n\r\n");
            reply.head = m_buffer.left(std::max<qsizetype>(at, 0));
            reply.status = reply.head.mid(9, 3).toInt();
            reply.body = at < 0 ? QByteArray() : m_buffer.mid(at + 4);
            m_buffer.clear();
            return reply;
        }
        m_buffer += m_socket.readAll();
    }
}

QByteArray Wire::readRaw(int quietMs, qsizetype most)
{
    QByteArray all = std::exchange(m_buffer, {});
    while (all.size() < most && m_socket.state() == QAbstractSocket::ConnectedState &&
           m_socket.waitForReadyRead(quietMs))
        all += m_socket.readAll();
    return all + m_socket.readAll();
}

QByteArray Wire::request(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                         const QByteArray &extra) const
{
    QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port) + "\r\n";
    if (!m_bearer.isEmpty())
        bytes += "Authorization: Bearer " + m_bearer + "\r\n";
    if (!body.isNull())
        bytes += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + extra + "\r\n" + body;
}

WireReply Wire::ask(const QByteArray &method, const QByteArray &target, const QByteArray &body, const QByteArray &extra,
                    int quietMs)
{
    if (!connectNow())
        return {};
    write(request(method, target, body, extra));
    return read(quietMs);
}

QByteArray gunzip(const QByteArray &packed)
{
    z_stream stream{};
    if (inflateInit2(&stream, 16 + MAX_WBITS) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData()));
    stream.avail_in = static_cast<uInt>(packed.size());
    QByteArray plain;
    char buffer[64 * 1024];
    int result = Z_OK;
    while (result == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef *>(buffer);
        stream.avail_out = sizeof buffer;
        result = inflate(&stream, Z_NO_FLUSH);
        plain.append(buffer, static_cast<qsizetype>(sizeof buffer - stream.avail_out));
    }
    inflateEnd(&stream);
    return result == Z_STREAM_END ? plain : QByteArray();
}

} // namespace tokendesk
