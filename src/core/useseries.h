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
    qint64 toMs = 0;
    double known = 0;    ///< uses that certainly fell into this period
    double spread = 0;   ///< this period's share of rises between two looks that did not both fall into it
    bool looked = false; ///< a look fell into it, or two looks no further apart than a period enclose it
};

struct UseSeries
{
    std::vector<UseBucket> buckets; ///< without holes, oldest first; those nobody looked at are there with looked=false
    quint64 beforeHistory = 0;      ///< uses that tokens had already when they were first seen
};

/// The uses of all tokens for which `wanted(token)` (TokenHistory's numbers) holds, between `fromMs` and `toMs`. The
/// server tells totals only: a rise between two looks is spread evenly over the time between them, but for the one use
/// whose instant is known (last_used_at, where it lies between the two). A fall counts as nothing.
[[nodiscard]] UseSeries useSeries(const TokenHistory &history, const std::function<bool(quint32)> &wanted,
                                  UsePeriod period, qint64 fromMs, qint64 toMs, const QTimeZone &zone);

} // namespace tokendesk
