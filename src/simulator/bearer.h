// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/httprequest.h"

#include <QDeadlineTimer>

namespace tokendesk::simulator {

/// The one access token the server takes.
class Bearer
{
public:
    enum class Check { Absent, Wrong, Expired, Valid };

    /// Never runs out by itself.
    explicit Bearer(QByteArray token) : m_token(std::move(token)) {}
    /// Looks like a JSON Web Token and runs out twelve hours of real time after `now`, which goes into its claims
    /// (milliseconds since the epoch, UTC). Nobody signed it.
    static Bearer generated(qint64 now, const QString &organization);

    [[nodiscard]] const QByteArray &token() const { return m_token; }
    [[nodiscard]] Check check(const HttpRequest &request) const;
    void expire() { m_ends = QDeadlineTimer(0); }

private:
    QByteArray m_token;
    QDeadlineTimer m_ends{QDeadlineTimer::Forever};
};

} // namespace tokendesk::simulator
