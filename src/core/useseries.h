// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokenhistory.h"

#include <QTimeZone>

#include <functional>
#include <vector>

namespace tokendesk {

enum class UsePeriod : quint8 { Hour, Day, Week, Month };

/// How many devices were provisioned in one period, as far as looks tell.
struct UseBucket
{
    qint64 fromMs = 0; ///< milliseconds since the epoch, UTC, the server's clock; periods begin in the given time zone
    qint64 toMs = 0;   ///< where the next one begins
    double known = 0;  ///< uses that certainly fell into this period
    double spread = 0; ///< this period's share of rises that may have happened in other periods too
    bool looked = false; ///< a look fell into it, or lies on either side, at most two periods apart
};

struct UseSeries
{
    std::vector<UseBucket> buckets; ///< without holes, oldest first; those nobody looked at are there with looked=false
    quint64 beforeHistory = 0;      ///< uses that tokens had already when they were first seen, at whatever time
};

/// The whole periods that `fromMs` to `toMs` (milliseconds since the epoch, UTC; `toMs` not included) touches, with
/// nothing in them. An hour is always 60 minutes; days begin at local midnight and have 23 to 25 hours; weeks begin on
/// Monday. Empty where `toMs` is not after `fromMs`.
[[nodiscard]] std::vector<UseBucket> usePeriods(UsePeriod period, qint64 fromMs, qint64 toMs, const QTimeZone &zone);

/// The uses of all tokens for which `wanted(token)` (TokenHistory's numbers) holds, in usePeriods(). The server tells
/// totals only, and when the last use was. So of a rise between two looks, one use is known to the millisecond, and the
/// others are spread evenly between the look before and that use; over the whole time between the two looks where
/// last_used_at does not tell. A token that was created between two looks begins at zero; one that was there before
/// adds what it had to `beforeHistory`. A fall counts as nothing.
[[nodiscard]] UseSeries useSeries(const TokenHistory &history, const std::function<bool(quint32)> &wanted,
                                  UsePeriod period, qint64 fromMs, qint64 toMs, const QTimeZone &zone);

} // namespace tokendesk
