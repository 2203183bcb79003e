// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

namespace tokendesk {

/// "just now", "3 days ago", "in 2 weeks"; "Never" for noInstant. Both in milliseconds since the epoch, UTC.
[[nodiscard]] QString relativeTime(qint64 instant, qint64 now);

/// One text of each unit, with as many digits as are common: what a column of relative times needs room for.
[[nodiscard]] QStringList longRelativeTimes();

/// Local time with its offset and UTC, exactly, for tooltips and assistive technology:
/// "15 January 2024 11:30:00 (UTC+01:00); 2024-01-15T10:30:00Z". "Never" for noInstant.
[[nodiscard]] QString exactTime(qint64 instant, const QLocale &locale);

/// The local date only, long form: "23 December 2026".
[[nodiscard]] QString longDate(qint64 instant, const QLocale &locale);

} // namespace tokendesk
