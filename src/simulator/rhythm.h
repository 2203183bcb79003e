// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace tokendesk::simulator {

inline constexpr qint64 msPerHour = 3'600'000;
inline constexpr qint64 msPerDay = 24 * msPerHour;

/// 0 is Monday. UTC.
[[nodiscard]] inline int weekdayOf(qint64 msSinceEpoch)
{
    return static_cast<int>((msSinceEpoch / msPerDay + 3) % 7); // 1970 began on a Thursday
}

/// How busy a plant is at that time, per cent of its busiest hours: shifts from six to six in UTC, a break at noon, a
/// little on Saturdays, hardly anything at night.
[[nodiscard]] inline int busyness(qint64 msSinceEpoch)
{
    const auto hour = static_cast<int>(msSinceEpoch % msPerDay / msPerHour);
    const int weekday = weekdayOf(msSinceEpoch);
    int percent = 2;
    if (hour >= 7 && hour < 16)
        percent = hour == 11 ? 60 : 100;
    else if (hour >= 6 && hour < 18)
        percent = 40;
    if (weekday == 5)
        percent = percent * 15 / 100;
    else if (weekday == 6)
        percent = percent * 4 / 100;
    return percent;
}

/// The last instant not after that one at which people are at work.
[[nodiscard]] inline qint64 lastAtWork(qint64 msSinceEpoch)
{
    qint64 at = msSinceEpoch;
    while (busyness(at) < 40)
        at -= msPerHour;
    return at;
}

} // namespace tokendesk::simulator
