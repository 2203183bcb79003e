// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"

#include <QDateTime>

#include <cstdlib>

namespace tokendesk {

qint64 SystemClock::nowMs() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

void ServerClock::observe(qint64 serverDateMs, qint64 receivedAtLocalMs)
{
    constexpr qint64 noiseMs = 2000;
    // The header is cut off to whole seconds: on average the server's clock is half a second further.
    const qint64 offset = serverDateMs + 500 - receivedAtLocalMs;
    const qint64 known = m_observed ? m_offsetMs : 0;
    m_observed = true;
    if (std::llabs(offset - known) >= noiseMs)
        m_offsetMs = offset;
}

} // namespace tokendesk
