// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QMutex>
#include <QString>

#include <deque>
#include <vector>

namespace tokendesk {

/// One request and how it ended. There is no place in it for a header, a body, a query, a host or a name.
struct RequestLogLine
{
    qint64 startedAtMs = 0; ///< ms since epoch, UTC, by this machine's clock
    QString method{};       ///< "GET"
    QString path{};         ///< behind the server's base address
    int status = 0;         ///< 0: no status line came
    QString requestId{};    ///< the X-Request-Id that was sent; empty: nothing was
    qint64 milliseconds = 0;
    qint64 bytes = 0;  ///< of the body, as it came
    QString outcome{}; ///< outcomeWord()

    friend bool operator==(const RequestLogLine &, const RequestLogLine &) = default;
};

/// A word for the log, in English, such as "ok", "timeout", "outcome-unknown/network".
[[nodiscard]] QString outcomeWord(const Error *error);

/// What a person can read and send when something goes wrong: the last requests, one line each. In memory only.
///
/// Threads: any.
class RequestLog
{
public:
    static constexpr size_t defaultCapacity = 2000;
    explicit RequestLog(size_t capacity = defaultCapacity) : m_capacity(capacity) {}

    /// The oldest line goes when there are too many. A path ends at its query, if somebody left one in; all texts are
    /// bounded and made visible (core/safetext.h).
    void add(RequestLogLine line);

    /// Lines that were added since `seen` lines had been added, oldest first, as far as they are still there.
    struct News
    {
        std::vector<RequestLogLine> lines;
        quint64 seen = 0; ///< for the next time
    };
    [[nodiscard]] News since(quint64 seen) const;
    [[nodiscard]] size_t capacity() const { return m_capacity; }

    /// In columns, in English, for a mail or a ticket.
    [[nodiscard]] static QString heading();
    [[nodiscard]] static QString text(const RequestLogLine &line);

private:
    const size_t m_capacity;
    mutable QMutex m_mutex;
    std::deque<RequestLogLine> m_lines;
    quint64 m_added = 0;
};

} // namespace tokendesk
