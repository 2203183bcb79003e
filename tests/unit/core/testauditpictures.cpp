// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auditpictures.h"
#include "support/tokens.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace tokendesk;

namespace {

constexpr qint64 day = msPerDay;
constexpr qint64 now = 1772366400000; // 2026-03-01T12:00:00Z, a Sunday
constexpr qint64 today = now - day / 2;

const QTimeZone &utc()
{
    static const QTimeZone zone = QTimeZone::utc();
    return zone;
}

TokenHistoryPtr noHistory()
{
    return TokenHistoryBuilder().build();
}

TestToken live(int number, qint64 expiresAt)
{
    return {number, QStringLiteral("Token %1").arg(number), now - 20 * day, expiresAt, now - 5 * day, noInstant, 3,
            false};
}

ExpiryCalendar calendarOf(const std::vector<TestToken> &tokens, UsePeriod period = UsePeriod::Day, size_t most = 120)
{
    const auto snapshot = snapshotOf(tokens);
    return expiryCalendar(*snapshot, allRows(*snapshot), period, now, utc(), most);
}

std::vector<quint32> countsIn(const ExpiryCalendar &calendar)
{
    std::vector<quint32> counts;
    counts.reserve(calendar.buckets.size());
    for (const ExpiryBucket &bucket : calendar.buckets)
        counts.push_back(bucket.tokens);
    return counts;
}

CardNumbers cardOf(AuditCard card, const std::vector<TestToken> &tokens)
{
    const auto snapshot = snapshotOf(tokens);
    const AuditResult audit = auditTokens(*snapshot, *noHistory(), {}, now);
    return auditCards(*snapshot, allRows(*snapshot), audit.marks, {}, now)[size_t(card)];
}

Lifetimes livesOf(const std::vector<TestToken> &tokens, const TokenHistory &history = *noHistory())
{
    const auto snapshot = snapshotOf(tokens);
    return lifetimes(*snapshot, allRows(*snapshot), history, now);
}

} // namespace

class TestAuditPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsDrawnOfNothing()
    {
        const auto empty = snapshotOf({});
        QVERIFY(allRows(*empty).empty());
        const ExpiryCalendar calendar = calendarOf({});
        QVERIFY(calendar.buckets.empty());
        QCOMPARE(calendar.never + calendar.later, 0U);
        QVERIFY(agePoints(*empty, {}, now).empty());
        QVERIFY(livesOf({}).bars.empty());
        for (const CardNumbers &card : auditCards(*empty, {}, {}, {}, now))
            QCOMPARE(card, CardNumbers());
    }

    void tokensAreCountedInThePeriodInWhichTheyExpire()
    {
        const ExpiryCalendar calendar =
            calendarOf({live(1, now + 1), live(2, today + day - 1), live(3, today + day), live(4, today + 3 * day),
                        live(5, noInstant), live(6, now), live(7, now - day)});
        QCOMPARE(countsIn(calendar), std::vector<quint32>({2, 1, 0, 1}));
        QCOMPARE(calendar.buckets[0].fromMs, today);
        QCOMPARE(calendar.buckets[3].toMs, today + 4 * day);
        QCOMPARE(calendar.never, 1U);
        QCOMPARE(calendar.later, 0U);
    }

    void weeksOfTheCalendarBeginOnMonday()
    {
        const ExpiryCalendar calendar = calendarOf({live(1, now + 1), live(2, today + day)}, UsePeriod::Week);
        QCOMPARE(countsIn(calendar), std::vector<quint32>({1, 1}));
        QCOMPARE(calendar.buckets[0].fromMs, today - 6 * day);
    }

    void deadTokensExpireNoMore()
    {
        TestToken revoked = live(1, now + day);
        revoked.revokedAt = now;
        TestToken usedUp = live(2, now + day);
        usedUp.singleUse = true;
        const ExpiryCalendar calendar = calendarOf({revoked, usedUp});
        QVERIFY(calendar.buckets.empty());
        QCOMPARE(calendar.never, 0U);
    }

    void aTokenThatLives100YearsNeedsNo36525Bars()
    {
        const ExpiryCalendar calendar =
            calendarOf({live(1, now + day), live(2, now + 36525 * day)}, UsePeriod::Day, 90);
        QCOMPARE(calendar.buckets.size(), size_t(90));
        QCOMPARE(calendar.buckets[1].tokens, 1U);
        QCOMPARE(calendar.later, 1U);
        const ExpiryCalendar far = calendarOf({live(1, 253402300799999)}, UsePeriod::Month, 12); // year 9999
        QCOMPARE(far.buckets.size(), size_t(12));
        QCOMPARE(far.later, 1U);
    }

    void theCalendarAgreesWithLookingAtEachToken()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 50; ++round) {
            std::vector<TestToken> list;
            for (int number = 0; number < 200; ++number) {
                TestToken token = live(number, random.bounded(5) ? today + random.bounded(-20, 60) * day : noInstant);
                token.revokedAt = random.bounded(4) ? noInstant : now - 1;
                list.push_back(token);
            }
            const auto tokens = snapshotOf(list);
            std::vector<quint32> rows;
            for (quint32 row = 0; row < tokens->size(); ++row)
                if (random.bounded(round % 5 + 1) == 0)
                    rows.push_back(row);
            std::shuffle(rows.begin(), rows.end(), random);
            const ExpiryCalendar calendar = expiryCalendar(*tokens, rows, UsePeriod::Day, now, utc(), 30);
            const auto count = [&](auto is) {
                return quint32(std::count_if(rows.begin(), rows.end(), [&](quint32 row) {
                    return isLive(tokenState(tokens->row(row), now)) && is(tokens->row(row).expiresAt);
                }));
            };
            QCOMPARE(calendar.never, count([](qint64 at) { return at == noInstant; }));
            qint64 end = today;
            for (const ExpiryBucket &bucket : calendar.buckets) {
                QCOMPARE(bucket.fromMs, end);
                end = bucket.toMs;
                QCOMPARE(bucket.tokens,
                         count([&](qint64 at) { return at != noInstant && at >= bucket.fromMs && at < bucket.toMs; }));
            }
            QCOMPARE(calendar.later, count([&](qint64 at) { return at != noInstant && at >= end; }));
            QVERIFY(calendar.buckets.empty() || calendar.buckets.back().tokens > 0 || calendar.later > 0);
        }
    }

    void onlyTheRowsThatAreShownCount()
    {
        const auto snapshot = snapshotOf({live(1, now + day), live(2, now + day), live(3, noInstant)});
        const std::vector<quint32> rows{1};
        QCOMPARE(countsIn(expiryCalendar(*snapshot, rows, UsePeriod::Month, now, utc())), std::vector<quint32>({1}));
        QCOMPARE(agePoints(*snapshot, rows, now).size(), size_t(1));
        QCOMPARE(lifetimes(*snapshot, rows, *noHistory(), now).bars.size(), size_t(1));
        const AuditResult audit = auditTokens(*snapshot, *noHistory(), {}, now);
        QCOMPARE(auditCards(*snapshot, rows, audit.marks, {}, now)[size_t(AuditCard::Expiring)].count, 1U);
    }

    void ageAndIdleTimeAreOfLiveTokens()
    {
        TestToken unused = live(2, noInstant);
        unused.lastUsedAt = noInstant;
        unused.useCount = 0;
        TestToken future = live(3, noInstant);
        future.createdAt = now + day;
        future.lastUsedAt = noInstant;
        const auto snapshot = snapshotOf({live(1, now), live(1, now + 1), unused, future});
        // The first two have one id: the first one stays, and it is dead.
        const auto points = agePoints(*snapshot, allRows(*snapshot), now);
        QCOMPARE(points.size(), size_t(2));
        QCOMPARE(points[0], (AgePoint{1, 0, 20, 20}));
        QCOMPARE(points[1], (AgePoint{2, 3, 0, 0}));
        const auto other = snapshotOf({live(4, now + 1)});
        QCOMPARE(agePoints(*other, allRows(*other), now)[0], (AgePoint{0, 3, 20, 5}));
    }

    void cardsCountWhatTheyFilter()
    {
        const auto tokens = tokensOfEveryState(now);
        QCOMPARE(cardOf(AuditCard::Active, tokens), (CardNumbers{3, 0}));
        QCOMPARE(cardOf(AuditCard::Expiring, tokens), (CardNumbers{1, 5}));
        QCOMPARE(cardOf(AuditCard::NeverUsed, tokens).count, 0U); // ten days old
        QCOMPARE(cardOf(AuditCard::ReusableForever, tokens), (CardNumbers{1, 120}));
        QCOMPARE(cardOf(AuditCard::Anomalies, tokens).count, 0U);

        TestToken fresh = live(11, now + 100 * day);
        fresh.createdAt = now - 7 * day + 1;
        TestToken weekOld = live(12, now + 100 * day);
        weekOld.createdAt = now - 7 * day;
        QCOMPARE(cardOf(AuditCard::Active, {fresh, weekOld}), (CardNumbers{2, 1}));

        TestToken stale = live(13, now + 100 * day);
        stale.createdAt = now - 300 * day;
        stale.lastUsedAt = now - 213 * day;
        TestToken unused = live(14, now + 100 * day);
        unused.createdAt = now - 40 * day;
        unused.lastUsedAt = noInstant;
        unused.useCount = 0;
        TestToken late = live(15, now - 10 * day);
        const std::vector<TestToken> bad{stale, unused, late};
        QCOMPARE(cardOf(AuditCard::Stale, bad), (CardNumbers{1, 213}));
        QCOMPARE(cardOf(AuditCard::NeverUsed, bad), (CardNumbers{1, 40}));
        QCOMPARE(cardOf(AuditCard::Anomalies, bad), (CardNumbers{1, 0}));
    }

    void aBarEndsWhereTheLifeDoes_data()
    {
        QTest::addColumn<TestToken>("token");
        QTest::addColumn<qint64>("to");
        QTest::addColumn<bool>("endless");
        const auto row = [](const char *title, qint64 expires, qint64 revoked, bool single, qint64 to, bool endless) {
            TestToken token = live(1, expires);
            token.revokedAt = revoked;
            token.singleUse = single;
            QTest::newRow(title) << token << to << endless;
        };
        row("live", now + 9 * day, noInstant, false, now + 9 * day, false);
        row("live for 100 years", now + 36525 * day, noInstant, false, now + 36525 * day, false);
        row("live and endless", noInstant, noInstant, false, now, true);
        row("expired", now - 2 * day, noInstant, false, now - 2 * day, false);
        row("revoked", now + 9 * day, now - 3 * day, false, now - 3 * day, false);
        row("revoked, endless before", noInstant, now - 3 * day, false, now - 3 * day, false);
        row("revoked after it had expired", now - 4 * day, now - 3 * day, false, now - 4 * day, false);
        row("retired by its use", now + 9 * day, now - 5 * day + 1000, true, now - 5 * day + 1000, false);
        row("used up", now + 9 * day, noInstant, true, now - 5 * day, false);
        row("ended before it began, says the server", now - 50 * day, noInstant, false, now - 20 * day, false);
    }
    void aBarEndsWhereTheLifeDoes()
    {
        QFETCH(TestToken, token);
        QFETCH(qint64, to);
        QFETCH(bool, endless);
        const Lifetime life = livesOf({token}).bars[0];
        QCOMPARE(life.fromMs, now - 20 * day);
        QCOMPARE(life.toMs, to);
        QCOMPARE(life.endless, endless);
    }

    void ticksAreTheUsesThatLooksSaw()
    {
        TestToken first = live(1, noInstant);
        first.lastUsedAt = now - 15 * day;
        TokenHistoryBuilder builder;
        builder.addLook({now - 14 * day, 0});
        const quint32 token = builder.addToken(snapshotOf({first})->row(0), "a");
        builder.addLook({now - 8 * day, 0});
        builder.addEvent(token, TokenEventKind::LastUsed, now - 15 * day, now - 9 * day);
        builder.addLook({now - 7 * day, 0});
        builder.addEvent(token, TokenEventKind::LastUsed, now - 9 * day, noInstant);
        const auto history = builder.build();
        const Lifetimes lives = livesOf({live(2, noInstant), live(1, noInstant)}, *history);
        QCOMPARE(lives.bars[0].tickCount, 1U);
        QCOMPARE(lives.bars[1].firstTick, 1U);
        QCOMPARE(lives.ticks, (std::vector<qint64>{now - 5 * day, now - 15 * day, now - 9 * day, now - 5 * day}));
        const auto snapshot = snapshotOf({first});
        const Lifetimes past =
            lifetimes(*snapshot, allRows(*snapshot), *history, now - 10 * day, defaultExpiryHorizonMs, 0);
        QCOMPARE(past.ticks, std::vector<qint64>{now - 15 * day});
    }

    void barsComeInTheOrderAskedFor()
    {
        const auto snapshot = snapshotOf(tokensOfEveryState(now));
        const std::vector<quint32> rows{5, 0, 3};
        const Lifetimes lives = lifetimes(*snapshot, rows, *noHistory(), now);
        for (size_t i = 0; i < rows.size(); ++i)
            QCOMPARE(lives.bars[i].row, rows[i]);
        QCOMPARE(lives.bars[0].state, TokenState::Revoked);
    }

    void aHundredThousandTokensOfOneSecondLoseNothing()
    {
        std::vector<TestToken> tokens;
        for (int i = 0; i < 100'000; ++i) {
            tokens.push_back(live(i, now + 7 * day + i % 1000));
            tokens.back().createdAt = now - 20 * day + i % 1000;
        }
        const auto snapshot = snapshotOf(tokens);
        const auto rows = allRows(*snapshot);
        const ExpiryCalendar calendar = expiryCalendar(*snapshot, rows, UsePeriod::Day, now, utc());
        QCOMPARE(calendar.buckets.back().tokens, 100'000U);
        QCOMPARE(calendar.buckets.size(), size_t(8));
        QCOMPARE(agePoints(*snapshot, rows, now).size(), size_t(100'000));
        QCOMPARE(lifetimes(*snapshot, rows, *noHistory(), now).bars.size(), size_t(100'000));
        const AuditResult audit = auditTokens(*snapshot, *noHistory(), {}, now);
        QCOMPARE(auditCards(*snapshot, rows, audit.marks, {}, now)[size_t(AuditCard::Expiring)],
                 (CardNumbers{100'000, 7}));
    }
};

QTEST_APPLESS_MAIN(TestAuditPictures)
#include "testauditpictures.moc"
