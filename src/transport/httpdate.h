// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace tokendesk {

/// An HTTP-date in any of the three forms a recipient must accept (RFC 9110 5.6.7): IMF-fixdate, RFC 850, asctime.
/// Milliseconds since the epoch, UTC; nothing where it is malformed or no such day exists. `now` (the same unit)
/// decides the century of an RFC 850 year: a date more than 50 years ahead is taken to be in the past.
[[nodiscard]] std::optional<qint64> parseHttpDate(QByteArrayView text, qint64 now);

/// Retry-After (RFC 9110 10.2.3), a number of seconds or a date, as milliseconds from now: 0 to one day, whatever the
/// server says. A date is compared with `serverDate`, the reply's own Date, where there is one: the clocks may differ.
[[nodiscard]] std::optional<qint64> parseRetryAfter(QByteArrayView text, std::optional<qint64> serverDate, qint64 now);

} // namespace tokendesk
