// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/isotime.h"

#include <array>
#include <optional>

namespace tokendesk {

namespace {

/// Days since 1970-01-01 of a date in the proleptic Gregorian calendar (Howard Hinnant, "chrono-Compatible Low-Level
/// Date Algorithms", days_from_civil).
constexpr qint64 daysFromCivil(int year, int month, int day)
{
    year -= month <= 2 ? 1 : 0;
    const int era = (year >= 0 ? year : year - 399) / 400;
    const int yearOfEra = year - era * 400;
    const int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return qint64(era) * 146097 + dayOfEra - 719468;
}

struct CivilDate
{
    qint64 year;
    int month;
    int day;
};

/// The way back (the same paper, civil_from_days).
constexpr CivilDate civilFromDays(qint64 days)
{
    days += 719468;
    const qint64 era = (days >= 0 ? days : days - 146096) / 146097;
    const int dayOfEra = int(days - era * 146097);
    const int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const int shifted = (5 * dayOfYear + 2) / 153;
    const int month = shifted < 10 ? shifted + 3 : shifted - 9;
    return {yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1};
}

constexpr qint64 msPerDay = 24LL * 60 * 60 * 1000;

constexpr bool isLeapYear(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr int daysInMonth(int year, int month)
{
    constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeapYear(year) ? 29 : days[static_cast<size_t>(month - 1)];
}

class Reader
{
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    bool number(size_t digits, int &value)
    {
        if (m_text.size() - m_at < digits)
            return false;
        value = 0;
        for (size_t i = 0; i < digits; ++i) {
            const char c = m_text[m_at + i];
            if (c < '0' || c > '9')
                return false;
            value = value * 10 + (c - '0');
        }
        m_at += digits;
        return true;
    }
    bool oneOf(std::string_view set)
    {
        if (atEnd() || set.find(m_text[m_at]) == std::string_view::npos)
            return false;
        ++m_at;
        return true;
    }
    /// One or more digits after a point, cut off to milliseconds.
    bool fraction(int &milliseconds)
    {
        int scale = 100;
        const size_t start = m_at;
        for (; !atEnd() && m_text[m_at] >= '0' && m_text[m_at] <= '9'; ++m_at) {
            milliseconds += (m_text[m_at] - '0') * scale;
            scale /= 10;
        }
        return m_at > start;
    }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char last() const { return m_text[m_at - 1]; }

private:
    std::string_view m_text;
    size_t m_at = 0;
};

bool isInCalendar(int year, int month, int day, int hour, int minute, int second)
{
    return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) && hour <= 23 && minute <= 59 &&
           second <= 60;
}

qint64 instantOf(int year, int month, int day, int hour, int minute, int second)
{
    return ((daysFromCivil(year, month, day) * 1440 + hour * 60 + minute) * 60 + second) * 1000;
}

/// "2024-01-15T10:30:00Z", which is what servers write: no branch per character, for a list has four million of them.
std::optional<qint64> parseUsual(std::string_view text)
{
    if (text.size() != 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' ||
        text[16] != ':' || text[19] != 'Z')
        return std::nullopt;
    unsigned odd = 0;
    const auto two = [&](size_t at) {
        const unsigned tens = static_cast<unsigned char>(text[at]) - unsigned('0');
        const unsigned ones = static_cast<unsigned char>(text[at + 1]) - unsigned('0');
        odd |= unsigned(tens > 9) | unsigned(ones > 9);
        return static_cast<int>(tens * 10 + ones);
    };
    const int year = two(0) * 100 + two(2);
    const int month = two(5), day = two(8), hour = two(11), minute = two(14), second = two(17);
    if (odd != 0 || !isInCalendar(year, month, day, hour, minute, second))
        return std::nullopt;
    return instantOf(year, month, day, hour, minute, second);
}

} // namespace

tl::expected<qint64, IsoTimeError> parseIsoTime(std::string_view text)
{
    if (const auto usual = parseUsual(text))
        return *usual;
    const auto fail = [](IsoTimeError error) { return tl::unexpected(error); };
    Reader in(text);
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0;
    if (!in.number(4, year) || !in.oneOf("-") || !in.number(2, month) || !in.oneOf("-") || !in.number(2, day) ||
        !in.oneOf("Tt ") || !in.number(2, hour) || !in.oneOf(":") || !in.number(2, minute) || !in.oneOf(":") ||
        !in.number(2, second))
        return fail(IsoTimeError::Malformed);
    if (in.oneOf(".") && !in.fraction(ms))
        return fail(IsoTimeError::Malformed);
    if (in.atEnd())
        return fail(IsoTimeError::NoZone);

    int offsetMinutes = 0;
    if (!in.oneOf("Zz")) {
        int offsetHour = 0, offsetMinute = 0;
        if (!in.oneOf("+-"))
            return fail(IsoTimeError::Malformed);
        const int sign = in.last() == '-' ? -1 : 1;
        if (!in.number(2, offsetHour) || !in.oneOf(":") || !in.number(2, offsetMinute))
            return fail(IsoTimeError::Malformed);
        if (offsetHour > 23 || offsetMinute > 59)
            return fail(IsoTimeError::OutOfRange);
        offsetMinutes = sign * (offsetHour * 60 + offsetMinute);
    }
    if (!in.atEnd())
        return fail(IsoTimeError::Malformed);
    if (!isInCalendar(year, month, day, hour, minute, second))
        return fail(IsoTimeError::OutOfRange);
    return instantOf(year, month, day, hour, minute, second) - offsetMinutes * 60'000LL + ms;
}

QString formatIsoTime(qint64 msSinceEpoch)
{
    // QDateTime writes "+00:00" for QTimeZone::utc() in some versions and "Z" in others, and nothing for the year 0.
    qint64 days = msSinceEpoch / msPerDay;
    qint64 ms = msSinceEpoch % msPerDay;
    if (ms < 0) {
        ms += msPerDay;
        --days;
    }
    const CivilDate date = civilFromDays(days);
    const auto two = [](qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    QString text = QStringLiteral("%1-%2-%3T%4:%5:%6")
                       .arg(QStringLiteral("%1").arg(date.year, 4, 10, QLatin1Char('0')), two(date.month),
                            two(date.day), two(ms / 3'600'000), two(ms / 60'000 % 60), two(ms / 1000 % 60));
    if (ms % 1000 != 0)
        text += QStringLiteral(".%1").arg(ms % 1000, 3, 10, QLatin1Char('0'));
    return text + QLatin1Char('Z');
}

} // namespace tokendesk
