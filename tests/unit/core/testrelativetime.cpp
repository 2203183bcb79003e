// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/relativetime.h"
#include "core/token.h"

#include <QRegularExpression>
#include <QTest>

#include <ctime>

using namespace tokendesk;

namespace {

constexpr qint64 now = 1772366400000;
constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

/// The time zone of the process for one scope.
class ZoneHere
{
public:
    explicit ZoneHere(const char *zone) : m_before(qgetenv("TZ")) { set(zone); }
    ~ZoneHere() { m_before.isNull() ? unset() : set(m_before.constData()); }
    Q_DISABLE_COPY_MOVE(ZoneHere)

private:
    static void set(const char *zone)
    {
        qputenv("TZ", zone);
        tzset();
    }
    static void unset()
    {
        qunsetenv("TZ");
        tzset();
    }
    QByteArray m_before;
};

/// How long the text says it is, in days; what it is worth when one reads it.
double daysSaid(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("(\\d+) (minute|hour|day|week|month|year)"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return 0;
    const double n = match.captured(1).toDouble();
    const QString unit = match.captured(2);
    if (unit == QLatin1String("minute"))
        return n / 1440;
    if (unit == QLatin1String("hour"))
        return n / 24;
    if (unit == QLatin1String("day"))
        return n;
    if (unit == QLatin1String("week"))
        return n * 7;
    return unit == QLatin1String("month") ? n * 30.4 : n * 365.2;
}

} // namespace

class TestRelativeTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWordsFollowTheDistance_data()
    {
        QTest::addColumn<qint64>("distance");
        QTest::addColumn<QString>("past");
        QTest::addColumn<QString>("future");
        const auto row = [](const char *name, qint64 distance, const char *past, const char *future) {
            QTest::newRow(name) << distance << QString::fromLatin1(past) << QString::fromLatin1(future);
        };
        row("1 ms", 1, "just now", "in a moment");
        row("59.999 s", minute - 1, "just now", "in a moment");
        row("1 min", minute, "1 minute(s) ago", "in 1 minute(s)");
        row("59 min", hour - 1, "59 minute(s) ago", "in 59 minute(s)");
        row("1 h", hour, "1 hour(s) ago", "in 1 hour(s)");
        row("23 h", day - 1, "23 hour(s) ago", "in 23 hour(s)");
        row("1 d", day, "1 day(s) ago", "in 1 day(s)");
        row("13 d", 14 * day - 1, "13 day(s) ago", "in 13 day(s)");
        row("14 d", 14 * day, "2 week(s) ago", "in 2 week(s)");
        row("60 d", 61 * day - 1, "8 week(s) ago", "in 8 week(s)");
        row("61 d", 61 * day, "2 month(s) ago", "in 2 month(s)");
        row("a year", 366 * day, "12 month(s) ago", "in 12 month(s)");
        row("23 months", 729 * day, "23 month(s) ago", "in 23 month(s)");
        row("two years", 731 * day, "2 year(s) ago", "in 2 year(s)");
        row("ten years", 3653 * day, "10 year(s) ago", "in 10 year(s)");
    }
    void theWordsFollowTheDistance()
    {
        QFETCH(qint64, distance);
        QTEST(relativeTime(now - distance, now), "past");
        QTEST(relativeTime(now + distance, now), "future");
    }

    void longerAgoNeverSoundsShorter()
    {
        double before = 0;
        for (qint64 distance = 0; distance < 4000 * day; distance += 4 * hour) {
            const QString text = relativeTime(now - distance, now);
            const double said = daysSaid(text);
            QVERIFY2(said >= before, qPrintable(text));
            QVERIFY2(said <= double(distance) / double(day) + 0.5, qPrintable(text));
            before = said;
        }
    }

    void nowAndNeverHaveWords()
    {
        QCOMPARE(relativeTime(now, now), QStringLiteral("just now"));
        QCOMPARE(relativeTime(noInstant, now), QStringLiteral("Never"));
        QCOMPARE(exactTime(noInstant, QLocale::c()), QStringLiteral("Never"));
        QCOMPARE(longDate(noInstant, QLocale::c()), QStringLiteral("Never"));
    }

    void exactTimeSaysLocalTimeOffsetAndUtc_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<qint64>("instant");
        QTest::addColumn<QString>("time");
        QTest::newRow("winter") << QByteArray("CET-1CEST,M3.5.0,M10.5.0/3") << qint64(1705314600000)
                                << QStringLiteral("11:30:00 (UTC+01:00); 2024-01-15T10:30:00Z");
        QTest::newRow("summer") << QByteArray("CET-1CEST,M3.5.0,M10.5.0/3") << qint64(1721039400000)
                                << QStringLiteral("12:30:00 (UTC+02:00); 2024-07-15T10:30:00Z");
        QTest::newRow("half hours") << QByteArray("NST3:30") << qint64(1705314600000)
                                    << QStringLiteral("07:00:00 (UTC-03:30); 2024-01-15T10:30:00Z");
        QTest::newRow("less than an hour west") << QByteArray("XST0:30") << qint64(1705314600000)
                                                << QStringLiteral("10:00:00 (UTC-00:30); 2024-01-15T10:30:00Z");
        QTest::newRow("utc, milliseconds") << QByteArray("UTC0") << qint64(1705314600001)
                                           << QStringLiteral("10:30:00 (UTC+00:00); 2024-01-15T10:30:00.001Z");
    }
    void exactTimeSaysLocalTimeOffsetAndUtc()
    {
        QFETCH(QByteArray, zone);
        QFETCH(qint64, instant);
        QFETCH(QString, time);
        const ZoneHere here(zone.constData());
        const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
        const QString text = exactTime(instant, locale);
        QVERIFY2(text.endsWith(QStringLiteral(", ") + time), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("15 ")) && text.contains(QStringLiteral("2024,")), qPrintable(text));
    }

    void theLongDateIsTheLocalOne()
    {
        const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
        {
            const ZoneHere here("XST-14");
            QCOMPARE(longDate(1798027200000 - 1, locale), QStringLiteral("24 December 2026"));
        }
        const ZoneHere here("UTC0");
        QCOMPARE(longDate(1798027200000 - 1, locale), QStringLiteral("23 December 2026"));
        QCOMPARE(longDate(1798027200000 - 1, QLocale(QLocale::German)), QStringLiteral("23 Dezember 2026"));
    }
};

QTEST_APPLESS_MAIN(TestRelativeTime)
#include "testrelativetime.moc"
