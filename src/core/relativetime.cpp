// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/relativetime.h"

#include "core/isotime.h"
#include "core/token.h"

#include <QCoreApplication>
#include <QDateTime>

namespace tokendesk {

namespace {

struct RelativeTime
{
    Q_DECLARE_TR_FUNCTIONS(RelativeTime)
};

} // namespace

QString relativeTime(qint64 instant, qint64 now)
{
    if (instant == noInstant)
        return RelativeTime::tr("Never");
    constexpr qint64 minute = 60 * 1000;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    const qint64 distance = qAbs(instant - now);
    const bool past = instant <= now;
    if (distance < minute)
        return past ? RelativeTime::tr("just now") : RelativeTime::tr("in a moment");
    if (distance < hour) {
        const int n = int(distance / minute);
        return past ? RelativeTime::tr("%n minute(s) ago", nullptr, n)
                    : RelativeTime::tr("in %n minute(s)", nullptr, n);
    }
    if (distance < day) {
        const int n = int(distance / hour);
        return past ? RelativeTime::tr("%n hour(s) ago", nullptr, n) : RelativeTime::tr("in %n hour(s)", nullptr, n);
    }
    if (distance < 14 * day) {
        const int n = int(distance / day);
        return past ? RelativeTime::tr("%n day(s) ago", nullptr, n) : RelativeTime::tr("in %n day(s)", nullptr, n);
    }
    if (distance < 61 * day) {
        const int n = int(distance / (7 * day));
        return past ? RelativeTime::tr("%n week(s) ago", nullptr, n) : RelativeTime::tr("in %n week(s)", nullptr, n);
    }
    if (distance < 2 * 8766 * hour) { // two years of 365.25 days: a day less would be "1 year" after "23 months"
        const int n = int(double(distance) / (30.44 * double(day)));
        return past ? RelativeTime::tr("%n month(s) ago", nullptr, n) : RelativeTime::tr("in %n month(s)", nullptr, n);
    }
    const int n = int(double(distance) / (365.25 * double(day)));
    return past ? RelativeTime::tr("%n year(s) ago", nullptr, n) : RelativeTime::tr("in %n year(s)", nullptr, n);
}

QStringList longRelativeTimes()
{
    constexpr qint64 minute = 60 * 1000;
    constexpr qint64 day = 24 * 60 * minute;
    QStringList texts;
    for (const qint64 distance : {48 * minute, 22 * 60 * minute, 12 * day, 8 * 7 * day, 23 * 31 * day, 44 * 366 * day})
        texts << relativeTime(-distance, 0) << relativeTime(distance, 0);
    return texts;
}

QString exactTime(qint64 instant, const QLocale &locale)
{
    if (instant == noInstant)
        return RelativeTime::tr("Never");
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(instant);
    const int offset = local.offsetFromUtc() / 60;
    const QString sign = offset < 0 ? QStringLiteral("-") : QStringLiteral("+");
    const QString zone = QStringLiteral("UTC%1%2:%3")
                             .arg(sign)
                             .arg(qAbs(offset) / 60, 2, 10, QLatin1Char('0'))
                             .arg(qAbs(offset) % 60, 2, 10, QLatin1Char('0'));
    //: A local date, a local time, its offset such as UTC+01:00, and the same in UTC
    return RelativeTime::tr("%1, %2 (%3); %4")
        .arg(locale.toString(local.date(), QLocale::LongFormat), local.time().toString(QStringLiteral("HH:mm:ss")),
             zone, formatIsoTime(instant));
}

QString longDate(qint64 instant, const QLocale &locale)
{
    if (instant == noInstant)
        return RelativeTime::tr("Never");
    const QDate date = QDateTime::fromMSecsSinceEpoch(instant).date();
    //: Day, month in words, year: a QDate format string
    return locale.toString(date, RelativeTime::tr("d MMMM yyyy"));
}

} // namespace tokendesk
