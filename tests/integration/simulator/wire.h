// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/simulator/simulatorprocess.h"

#include <QTcpSocket>

namespace tokendesk {

/// A reply as its bytes came over the socket.
struct WireReply
{
    QByteArray raw;  ///< everything that came
    QByteArray head; ///< without the empty line
    QByteArray body; ///< as sent: packed, chunked, cut short
    int status = 0;
    bool closed = false; ///< the server closed the connection

    /// The header's value, whatever the case of its name; null when it is absent.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] QJsonArray rows() const;
    [[nodiscard]] QJsonObject data() const;
    [[nodiscard]] QString code() const;
};

/// A client without HTTP of its own: writes bytes, shows bytes. Blocks.
class Wire
{
public:
    explicit Wire(const SimulatorProcess &simulator) : m_port(simulator.port()), m_bearer(simulator.bearer()) {}

    bool connectNow();
    void write(const QByteArray &bytes) { m_socket.write(bytes); }
    /// Reads one reply: up to its Content-Length, or until the server closes, or until nothing came for `quietMs`.
    WireReply read(int quietMs = 20'000);
    /// Everything that comes within that time without a byte, or until `most` bytes are there.
    QByteArray readRaw(int quietMs, qsizetype most = 1 << 24);
    QTcpSocket &socket() { return m_socket; }

    /// The bytes of a request with bearer; `extra` are header lines, each with its CRLF.
    [[nodiscard]] QByteArray request(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                                     const QByteArray &extra = {}) const;
    /// A connection of its own, a request with bearer, the reply.
    WireReply ask(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                  const QByteArray &extra = {}, int quietMs = 20'000);
    void setBearer(const QByteArray &bearer) { m_bearer = bearer; }

private:
    quint16 m_port;
    QByteArray m_bearer;
    QTcpSocket m_socket;
    QByteArray m_buffer;
};

/// Inflates one gzip member with zlib; null with damaged or unfinished bytes.
[[nodiscard]] QByteArray gunzip(const QByteArray &packed);

} // namespace tokendesk
