// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

namespace tokendesk::simulator {

struct HttpRequest
{
    QByteArray method;
    QByteArray path;                              ///< as sent, without the query
    QByteArray query;                             ///< as sent, without the question mark
    QList<QPair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;
    bool keepAlive = true;

    /// The first header of that name (lower case); empty when there is none.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] bool hasHeader(const QByteArray &name) const;
    /// The value of a query parameter; null when it is absent.
    [[nodiscard]] QByteArray parameter(const QByteArray &name) const;
};

/// Reads HTTP/1.1 requests (RFC 9112) out of a stream of bytes, strictly and within bounds: whatever comes, it ends in
/// a request, in a status to refuse with, or in waiting for more.
class HttpRequestParser
{
public:
    static constexpr qsizetype maxHeadBytes = 64 * 1024;
    static constexpr qsizetype maxHeaders = 100;
    static constexpr qsizetype maxBodyBytes = 16 * 1024 * 1024;

    enum class State { NeedsMore, Complete, Refused };

    State add(const QByteArray &bytes);
    /// Goes on with what is left after a complete request; State::NeedsMore when nothing is.
    State next();

    [[nodiscard]] const HttpRequest &request() const { return m_request; }
    /// 400, 413, 431, 501 or 505 after Refused.
    [[nodiscard]] int refusal() const { return m_refusal; }
    /// True once: the head is complete and asked for "100 Continue" before it sends the body.
    [[nodiscard]] bool takeContinueWish();

private:
    State advance();
    bool parseHead(const QByteArray &head);
    bool parseRequestLine(const QByteArray &line);
    bool parseFraming();
    State refuse(int status);

    QByteArray m_buffer;
    HttpRequest m_request;
    qsizetype m_bodyBytes = 0;
    qsizetype m_searched = 0;
    bool m_headDone = false;
    bool m_continueWish = false;
    int m_refusal = 0;
};

} // namespace tokendesk::simulator
