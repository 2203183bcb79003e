// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/httprequest.h"

#include <QDeadlineTimer>
#include <QHash>

#include <chrono>
#include <optional>

namespace tokendesk::simulator {

/// The access tokens the server takes: one, or any.
class Bearer
{
public:
    enum class Check { Absent, Wrong, Expired, Valid };

    /// Never runs out by itself.
    explicit Bearer(QByteArray token) : m_token(std::move(token)) {}
    /// Looks like a JSON Web Token and runs out twelve hours of real time after `now`, which goes into its claims
    /// (milliseconds since the epoch, UTC). Nobody signed it.
    static Bearer generated(qint64 now, const QString &organization);

    /// Takes any token, as if each were issued when it first comes and lived for so long; zero: for ever. For tests in
    /// which somebody else issues them.
    static Bearer any(std::chrono::milliseconds lifetime);

    /// Empty where any is taken.
    [[nodiscard]] const QByteArray &token() const { return m_token; }
    [[nodiscard]] Check check(const HttpRequest &request) const;
    /// Those that came so far, too.
    void expire();

private:
    QByteArray m_token;
    QDeadlineTimer m_ends{QDeadlineTimer::Forever};
    std::optional<std::chrono::milliseconds> m_lifetimeOfAny;
    mutable QHash<QByteArray, QDeadlineTimer> m_seen;
};

} // namespace tokendesk::simulator
