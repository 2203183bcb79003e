// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/httprequest.h"

#include <QHostAddress>
#include <QJsonValue>

namespace tokendesk::simulator {

/// How the bytes of a reply reach the peer, or do not.
enum class Manner {
    Whole,
    Hang,         ///< not one byte, the connection stays open
    HangMidBody,  ///< half the body, then silence
    CloseBefore,  ///< not one byte, the connection closes
    CloseMidBody, ///< the whole Content-Length is announced, half the body comes, the connection closes
    Drip,         ///< a few bytes of the body at a time
    Endless,      ///< the body over and over without Content-Length, until the peer goes away
    EndlessChunks ///< the same in chunks (RFC 9112 section 7.1)
};

struct HttpReply
{
    int status = 200;
    QByteArray contentType = QByteArrayLiteral("application/json");
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    /// The body as gzip where somebody has it at hand; whoever changes the body clears it.
    QByteArray packed;
    /// False: the body goes as it is, whatever the client accepts.
    bool mayPack = true;

    Manner manner = Manner::Whole;
    QByteArray opening;       ///< comes once, before a body without end
    qint64 cutAfterBytes = 0; ///< where such a body breaks off and the connection closes; 0: nowhere
    int delayMs = 0;
    int dripBytes = 1;
    int dripEveryMs = 50;
};

[[nodiscard]] QByteArray reasonPhrase(int status);

/// {"success":…,"data":…,"error":…,"meta":…}
[[nodiscard]] HttpReply successReply(int status, const QJsonValue &data);
[[nodiscard]] HttpReply errorReply(int status, const QByteArray &code, const QString &message,
                                   const QString &details = {});

/// Answers requests, on the thread of the connections, at once.
class RequestHandler
{
public:
    virtual ~RequestHandler() = default;
    virtual HttpReply handle(const HttpRequest &request, const QHostAddress &peer, quint64 connection) = 0;
    /// For bytes that are no request: 400, 413, 431, 501, 505.
    virtual HttpReply refuse(int status) = 0;
};

} // namespace tokendesk::simulator
