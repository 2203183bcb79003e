// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace tokendesk {

/// Reads the head of one HTTP/1.x request (RFC 9112), as far as a loopback redirect needs it. Pure: bytes go in as they
/// come. Strict: CRLF line ends, origin-form target, no folded lines, no control characters, exactly one Host. What
/// follows the head (a body, a pipelined request) is not looked at.
class CallbackRequestReader
{
public:
    enum class State {
        NeedsMore,
        Complete,
        Malformed,
        TooLarge, ///< a head of more than maxHead bytes or maxLines lines
    };
    static constexpr qsizetype maxHead = 32 * 1024;
    static constexpr int maxLines = 100;

    /// Nothing changes any more once the state is not NeedsMore.
    State feed(QByteArrayView bytes);
    [[nodiscard]] State state() const { return m_state; }
    /// Overwrites what was read: it may hold a code.
    ~CallbackRequestReader();
    CallbackRequestReader() = default;
    Q_DISABLE_COPY_MOVE(CallbackRequestReader)

    // Once Complete; views into this object.
    [[nodiscard]] QByteArrayView method() const { return m_method; }
    [[nodiscard]] QByteArrayView path() const { return m_path; }
    [[nodiscard]] QByteArrayView query() const { return m_query; } ///< without "?"
    [[nodiscard]] QByteArrayView host() const { return m_host; }   ///< as the header says, with the port

private:
    State parse(QByteArrayView head);
    bool parseRequestLine(QByteArrayView line);
    bool parseField(QByteArrayView line);

    QByteArray m_head;
    State m_state = State::NeedsMore;
    QByteArrayView m_method, m_path, m_query, m_host;
    bool m_hostSeen = false;
};

} // namespace tokendesk
