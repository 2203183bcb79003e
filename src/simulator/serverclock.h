// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QElapsedTimer>

namespace tokendesk::simulator {

/// The simulated server's own time: shifted, compressed and moved on demand. Milliseconds since the epoch, UTC, cut to
/// whole seconds as the examples of the API reference are.
class ServerClock
{
public:
    ServerClock() { m_sinceStart.start(); }

    void startAt(qint64 msSinceEpoch) { m_start = msSinceEpoch; }
    void setScale(double scale) { m_scale = scale; }
    void advance(qint64 ms) { m_start += ms; }

    [[nodiscard]] double scale() const { return m_scale; }
    [[nodiscard]] qint64 now() const
    {
        const qint64 exact = m_start + static_cast<qint64>(static_cast<double>(m_sinceStart.elapsed()) * m_scale);
        return exact / 1000 * 1000;
    }

private:
    QElapsedTimer m_sinceStart;
    qint64 m_start = QDateTime::currentMSecsSinceEpoch();
    double m_scale = 1.0;
};

} // namespace tokendesk::simulator
