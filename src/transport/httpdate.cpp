// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/httpdate.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <algorithm>
#include <array>
#include <string_view>

namespace tokendesk {

namespace {

constexpr qint64 oneDayMs = 24LL * 60 * 60 * 1000;

/// Digits only, of exactly that many; -1 otherwise. (toInt() would take a sign and blanks.)
int number(QByteArrayView text, qsizetype minDigits, qsizetype maxDigits)
{
    if (text.size() < minDigits || text.size() > maxDigits)
        return -1;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

int month(QByteArrayView name)
{
    static constexpr std::array<std::string_view, 12> names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto found = std::find(names.begin(), names.end(), std::string_view(name.data(), size_t(name.size())));
    return found == names.end() ? -1 : int(found - names.begin()) + 1;
}

std::optional<qint64> instant(int year, int monthOfYear, int day, QByteArrayView clock)
{
    if (clock.size() != 8 || clock[2] != ':' || clock[5] != ':')
        return std::nullopt;
    const int hour = number(clock.first(2), 2, 2);
    const int minute = number(clock.sliced(3, 2), 2, 2);
    // Second 60 is a leap second; the next minute is near enough.
    const int second = number(clock.sliced(6), 2, 2);
    const QDate date(year, monthOfYear, day);
    if (year < 0 || !date.isValid() || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60)
        return std::nullopt;
    return (date.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * oneDayMs +
           ((hour * 60LL + minute) * 60 + second) * 1000;
}

std::optional<qint64> rfc850(const QList<QByteArray> &parts, qint64 now)
{
    const QList<QByteArray> date = parts[1].split('-');
    if (date.size() != 3)
        return std::nullopt;
    const int shortYear = number(date[2], 2, 2);
    if (shortYear < 0)
        return std::nullopt;
    const int thisYear = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).date().year();
    int year = thisYear - thisYear % 100 + shortYear;
    if (year > thisYear + 50)
        year -= 100;
    return instant(year, month(date[1]), number(date[0], 2, 2), parts[2]);
}

} // namespace

std::optional<qint64> parseHttpDate(QByteArrayView text, qint64 now)
{
    // asctime pads a day of one digit with a second blank; no other form has two blanks in a row.
    const QList<QByteArray> parts = text.toByteArray().simplified().split(' ');
    if (parts.size() == 6 && parts[0].size() == 4 && parts[0].endsWith(',') && parts[5] == "GMT")
        return instant(number(parts[3], 4, 4), month(parts[2]), number(parts[1], 2, 2), parts[4]);
    if (parts.size() == 4 && parts[0].endsWith("day,") && parts[3] == "GMT")
        return rfc850(parts, now);
    if (parts.size() == 5 && parts[0].size() == 3)
        return instant(number(parts[4], 4, 4), month(parts[1]), number(parts[2], 1, 2), parts[3]);
    return std::nullopt;
}

std::optional<qint64> parseRetryAfter(QByteArrayView text, std::optional<qint64> serverDate, qint64 now)
{
    const QByteArray value = text.toByteArray().trimmed();
    if (value.isEmpty())
        return std::nullopt;
    if (std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        // A number too long for the type is still a long time.
        const int seconds = number(value, 1, 9);
        return seconds < 0 ? oneDayMs : std::min(qint64(seconds) * 1000, oneDayMs);
    }
    const std::optional<qint64> date = parseHttpDate(value, now);
    if (!date)
        return std::nullopt;
    return std::clamp(*date - serverDate.value_or(now), qint64(0), oneDayMs);
}

} // namespace tokendesk
