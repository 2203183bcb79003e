// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/useseries.h"
#include "support/tokens.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>

using namespace tokendesk;

namespace {

constexpr qint64 hour = 3600 * 1000;
constexpr qint64 day = 24 * hour;
constexpr qint64 monday = 1772409600000; // 2026-03-02T00:00:00Z, a Monday

const QTimeZone &utc()
{
    static const QTimeZone zone = QTimeZone::utc();
    return zone;
}

bool all(quint32)
{
    return true;
}

TokenRow token(int number, qint64 createdAt, quint32 uses = 0, qint64 lastUsedAt = noInstant)
{
    TokenRow row;
    row.id = testTokenId(number);
    row.createdAt = createdAt;
    row.useCount = uses;
    row.lastUsedAt = lastUsedAt;
    return row;
}

/// One token that is there before the history, and what its use count is at each look.
struct Told
{
    qint64 at;
    quint32 uses;
    qint64 lastUsedAt = noInstant;
};
TokenHistoryPtr historyOf(const std::vector<Told> &looks)
{
    TokenHistoryBuilder builder;
    Told before{};
    for (size_t i = 0; i < looks.size(); ++i) {
        builder.addLook({looks[i].at, looks[i].at});
        if (i == 0)
            builder.addToken(token(1, monday - 100 * day, looks[i].uses, looks[i].lastUsedAt), "a");
        if (i > 0 && looks[i].uses != before.uses)
            builder.addEvent(0, TokenEventKind::UseCount, before.uses, looks[i].uses);
        if (i > 0 && looks[i].lastUsedAt != before.lastUsedAt)
            builder.addEvent(0, TokenEventKind::LastUsed, before.lastUsedAt, looks[i].lastUsedAt);
        before = looks[i];
    }
    return builder.build();
}

QList<double> known(const UseSeries &series)
{
    QList<double> values;
    for (const UseBucket &bucket : series.buckets)
        values << bucket.known;
    return values;
}

QList<double> spread(const UseSeries &series)
{
    QList<double> values;
    for (const UseBucket &bucket : series.buckets)
        values << std::round(bucket.spread * 1e6) / 1e6;
    return values;
}

QList<bool> looked(const UseSeries &series)
{
    QList<bool> values;
    for (const UseBucket &bucket : series.buckets)
        values << bucket.looked;
    return values;
}

double sum(const UseSeries &series)
{
    double total = 0;
    for (const UseBucket &bucket : series.buckets)
        total += bucket.known + bucket.spread;
    return total;
}

qint64 ms(const char *iso)
{
    return QDateTime::fromString(QLatin1String(iso), Qt::ISODate).toMSecsSinceEpoch();
}

} // namespace

class TestUseSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRiseWithinOnePeriodIsKnown()
    {
        const auto history = historyOf({{monday + hour, 10}, {monday + 5 * hour, 14}, {monday + day + hour, 14}});
        const UseSeries series = useSeries(*history, all, UsePeriod::Day, monday, monday + 2 * day, utc());
        QCOMPARE(known(series), QList<double>({4, 0}));
        QCOMPARE(spread(series), QList<double>({0, 0}));
        QCOMPARE(series.beforeHistory, quint64(10));
    }

    void aRiseBetweenTwoLooksIsSpreadOverTheTimeBetweenThem()
    {
        const auto history = historyOf({{monday + 12 * hour, 0}, {monday + 3 * day + 12 * hour, 6}});
        const UseSeries series = useSeries(*history, all, UsePeriod::Day, monday, monday + 5 * day, utc());
        QCOMPARE(known(series), QList<double>({0, 0, 0, 0, 0}));
        QCOMPARE(spread(series), QList<double>({1, 2, 2, 1, 0}));
    }

    void theLastUseIsKnownAndTheOthersWereBeforeIt()
    {
        // Seven uses in three days, the last one at noon of the second day.
        const auto history = historyOf({{monday, 0}, {monday + 3 * day, 7, monday + day + 12 * hour}});
        const UseSeries series = useSeries(*history, all, UsePeriod::Day, monday, monday + 4 * day, utc());
        QCOMPARE(known(series), QList<double>({0, 1, 0, 0}));
        QCOMPARE(spread(series), QList<double>({4, 2, 0, 0}));
    }

    void aLastUseThatDidNotChangeTellsNothing()
    {
        const qint64 used = monday + hour;
        const auto history = historyOf({{monday + hour + 1, 1, used}, {monday + day + hour + 1, 3, used}});
        const UseSeries series = useSeries(*history, all, UsePeriod::Day, monday, monday + 2 * day, utc());
        QCOMPARE(known(series), QList<double>({0, 0}));
        QVERIFY(qAbs(sum(series) - 2) < 1e-6);
    }

    void aUseWithinTheSecondOfTheLookIsThatLooks()
    {
        // The Date header says 23:59:59, the use was at 23:59:59.700.
        const qint64 look = monday + day - 1000;
        const auto history = historyOf({{monday, 0}, {look, 1, look + 700}});
        const UseSeries series = useSeries(*history, all, UsePeriod::Day, monday, monday + 2 * day, utc());
        QCOMPARE(known(series), QList<double>({1, 0}));
    }

    void aFallCountsAsNothingAndTheNextRiseBeginsThere()
    {
        const auto history = historyOf({{monday, 9}, {monday + hour, 4}, {monday + 2 * hour, 6}});
        const UseSeries series = useSeries(*history, all, UsePeriod::Day, monday, monday + day, utc());
        QCOMPARE(known(series), QList<double>({2}));
        QCOMPARE(series.beforeHistory, quint64(9));
    }

    void timeNobodyLookedIsAGapNotAZero()
    {
        const auto history = historyOf({{monday + day + hour, 1},
                                        {monday + 2 * day + hour, 1},
                                        {monday + 5 * day + hour, 1},
                                        {monday + 6 * day + hour, 1}});
        const UseSeries series = useSeries(*history, all, UsePeriod::Day, monday, monday + 9 * day, utc());
        QCOMPARE(looked(series), QList<bool>({false, true, true, false, false, true, true, false, false}));
    }

    void aLookThatIsAFewSecondsLateLeavesNoGap()
    {
        const auto history = historyOf({{monday + hour - 1, 1}, {monday + 2 * hour + 1, 1}, {monday + 5 * hour, 1}});
        const UseSeries series = useSeries(*history, all, UsePeriod::Hour, monday, monday + 6 * hour, utc());
        QCOMPARE(looked(series), QList<bool>({true, true, true, false, false, true}));
    }

    void aTokenCreatedBetweenTwoLooksBeginsAtZero()
    {
        TokenHistoryBuilder builder;
        builder.addLook({monday, 0});
        builder.addToken(token(1, monday - day, 5), "old");
        builder.addLook({monday + 2 * day, 0});
        builder.addToken(token(2, monday + day, 3), "new");
        builder.addToken(token(3, monday - day, 4), "older than the look that did not list it");
        const UseSeries series = useSeries(*builder.build(), all, UsePeriod::Day, monday, monday + 2 * day, utc());
        QCOMPARE(series.beforeHistory, quint64(9));
        QCOMPARE(known(series), QList<double>({0, 3}));
    }

    void whatHappenedWhileATokenWasNotListedIsSpreadOverThatTime()
    {
        TokenHistoryBuilder builder;
        builder.addLook({monday, 0});
        builder.addToken(token(1, monday - day), "a");
        builder.addLook({monday + day, 0});
        builder.addEvent(0, TokenEventKind::Vanished);
        builder.addLook({monday + 2 * day, 0});
        builder.addLook({monday + 4 * day, 0});
        builder.addEvent(0, TokenEventKind::Returned);
        builder.addEvent(0, TokenEventKind::UseCount, 0, 8);
        const UseSeries series = useSeries(*builder.build(), all, UsePeriod::Day, monday, monday + 4 * day, utc());
        QCOMPARE(spread(series), QList<double>({2, 2, 2, 2}));
    }

    void onlyWantedTokensCount()
    {
        TokenHistoryBuilder builder;
        builder.addLook({monday, 0});
        builder.addToken(token(1, monday - day, 1), "a");
        builder.addToken(token(2, monday - day, 10), "b");
        builder.addLook({monday + hour, 0});
        builder.addEvent(0, TokenEventKind::UseCount, 1, 2);
        builder.addEvent(1, TokenEventKind::UseCount, 10, 30);
        const auto history = builder.build();
        const UseSeries series = useSeries(
            *history, [](quint32 number) { return number == 1; }, UsePeriod::Day, monday, monday + day, utc());
        QCOMPARE(known(series), QList<double>({20}));
        QCOMPARE(series.beforeHistory, quint64(10));
    }

    void weeksBeginOnMondayAndMonthsOnTheFirst()
    {
        const auto weeks = usePeriods(UsePeriod::Week, monday - day, monday + 8 * day, utc());
        QCOMPARE(weeks.size(), size_t(3));
        QCOMPARE(weeks[0].fromMs, monday - 7 * day);
        QCOMPARE(weeks[2].toMs, monday + 14 * day);
        const auto months = usePeriods(UsePeriod::Month, ms("2024-01-31T23:00:00Z"), ms("2024-03-01T00:00:01Z"), utc());
        QCOMPARE(months.size(), size_t(3));
        QCOMPARE(months[0].fromMs, ms("2024-01-01T00:00:00Z"));
        QCOMPARE(months[1].toMs - months[1].fromMs, 29 * day);
        QVERIFY(usePeriods(UsePeriod::Month, monday, monday, utc()).empty());
        QCOMPARE(usePeriods(UsePeriod::Day, monday, monday + 1, utc()).size(), size_t(1));
    }

    void aDayHas23Or25HoursWhereTheClockIsChanged()
    {
        const QTimeZone berlin("Europe/Berlin");
        QVERIFY(berlin.isValid());
        // 29 March 2026: 02:00 becomes 03:00. 25 October 2026: 03:00 becomes 02:00.
        const auto spring = usePeriods(UsePeriod::Day, ms("2026-03-28T12:00:00Z"), ms("2026-03-30T12:00:00Z"), berlin);
        QCOMPARE(spring.size(), size_t(3));
        QCOMPARE(spring[0].fromMs, ms("2026-03-27T23:00:00Z"));
        QCOMPARE(spring[1].toMs - spring[1].fromMs, 23 * hour);
        const auto autumn = usePeriods(UsePeriod::Day, ms("2026-10-25T12:00:00Z"), ms("2026-10-25T13:00:00Z"), berlin);
        QCOMPARE(autumn[0].toMs - autumn[0].fromMs, 25 * hour);
        QCOMPARE(usePeriods(UsePeriod::Hour, autumn[0].fromMs, autumn[0].toMs, berlin).size(), size_t(25));
        // A day that has no midnight (Sao Paulo, 4 November 2018) begins at one.
        const QTimeZone saoPaulo("America/Sao_Paulo");
        const auto late = usePeriods(UsePeriod::Day, ms("2018-11-04T12:00:00Z"), ms("2018-11-04T13:00:00Z"), saoPaulo);
        QCOMPARE(late[0].fromMs, ms("2018-11-04T03:00:00Z"));
        QCOMPARE(late[0].toMs - late[0].fromMs, 23 * hour);
    }

    void hoursBeginWhereTheZoneHasThem()
    {
        const auto hours = usePeriods(UsePeriod::Hour, ms("2026-03-02T10:20:00Z"), ms("2026-03-02T11:00:00Z"),
                                      QTimeZone("Asia/Kathmandu")); // UTC+05:45
        QCOMPARE(hours.size(), size_t(1));
        QCOMPARE(hours[0].fromMs, ms("2026-03-02T10:15:00Z"));
    }

    void whatLiesOutsideTheRangeIsLeftOut()
    {
        const auto history = historyOf({{monday - day, 0}, {monday + day, 4}, {monday + 3 * day, 8}});
        const UseSeries series = useSeries(*history, all, UsePeriod::Day, monday, monday + 2 * day, utc());
        QCOMPARE(spread(series), QList<double>({2, 2}));
        QVERIFY(useSeries(*history, all, UsePeriod::Day, monday + 9 * day, monday, utc()).buckets.empty());
        QCOMPARE(sum(useSeries(*history, all, UsePeriod::Day, monday + 9 * day, monday + 10 * day, utc())), 0.0);
    }

    void aServersClockThatWasSetBackDoesNoHarm()
    {
        const auto history = historyOf({{monday + 2 * day, 0}, {monday + day, 3}, {monday + 3 * day, 5}});
        const UseSeries series = useSeries(*history, all, UsePeriod::Day, monday, monday + 4 * day, utc());
        QVERIFY(qAbs(sum(series) - 5) < 1e-6);
    }

    void anEmptyHistoryHasOnlyGaps()
    {
        const UseSeries series =
            useSeries(*TokenHistoryBuilder().build(), all, UsePeriod::Day, monday, monday + 2 * day, utc());
        QCOMPARE(known(series), QList<double>({0, 0}));
        QCOMPARE(looked(series), QList<bool>({false, false}));
    }

    void everyRiseIsSomewhereExactlyOnce_data()
    {
        QTest::addColumn<int>("period");
        QTest::addColumn<QByteArray>("zone");
        for (const QByteArray &zone :
             {QByteArray("UTC"), QByteArray("Europe/Berlin"), QByteArray("Australia/Lord_Howe")}) {
            for (const UsePeriod period : {UsePeriod::Hour, UsePeriod::Day, UsePeriod::Week, UsePeriod::Month})
                QTest::addRow("%s %d", zone.constData(), int(period)) << int(period) << zone;
        }
    }
    void everyRiseIsSomewhereExactlyOnce()
    {
        QFETCH(int, period);
        QFETCH(QByteArray, zone);
        QRandomGenerator random(quint32(period) + 7);
        const QTimeZone inZone(zone);
        for (int round = 0; round < 20; ++round) {
            TokenHistoryBuilder builder;
            std::vector<TokenRow> tokens;
            double rises = 0;
            quint64 before = 0;
            qint64 at = monday;
            for (int look = 0; look < 60; ++look) {
                const qint64 previous = at;
                at += random.bounded(4) == 0 ? random.bounded(30 * day) : random.bounded(3 * hour);
                builder.addLook({at, 0});
                for (quint32 t = 0; t < tokens.size(); ++t) {
                    if (random.bounded(3) != 0)
                        continue;
                    const quint32 was = tokens[t].useCount;
                    tokens[t].useCount = quint32(random.bounded(20));
                    builder.addEvent(t, TokenEventKind::UseCount, was, tokens[t].useCount);
                    rises += tokens[t].useCount > was ? tokens[t].useCount - was : 0;
                    if (random.bounded(2) == 0 && at > previous) {
                        const qint64 used = previous + 1 + random.bounded(at - previous);
                        builder.addEvent(t, TokenEventKind::LastUsed, tokens[t].lastUsedAt, used);
                        tokens[t].lastUsedAt = used;
                    }
                }
                const bool born = look > 0 && random.bounded(2) == 0 && at > previous;
                const qint64 createdAt = born ? previous + random.bounded(at - previous) : monday - day;
                tokens.push_back(token(int(tokens.size()), createdAt, quint32(random.bounded(5))));
                builder.addToken(tokens.back(), "t");
                if (born)
                    rises += tokens.back().useCount;
                else
                    before += tokens.back().useCount;
            }
            const UseSeries series =
                useSeries(*builder.build(), all, UsePeriod(period), monday - day, at + day, inZone);
            QVERIFY2(qAbs(sum(series) - rises) < 1e-3, qPrintable(QString::number(sum(series) - rises)));
            QCOMPARE(series.beforeHistory, before);
            for (size_t i = 0; i < series.buckets.size(); ++i) {
                const UseBucket &bucket = series.buckets[i];
                QVERIFY(bucket.known >= 0 && bucket.spread >= 0 && bucket.fromMs < bucket.toMs);
                if (i > 0)
                    QCOMPARE(bucket.fromMs, series.buckets[i - 1].toMs);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestUseSeries)
#include "testuseseries.moc"
