// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokenstatus.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace tokendesk;

namespace {

constexpr qint64 now = 1772366400000;

TokenRow tokenExpiringAt(qint64 instant)
{
    TokenRow token;
    token.expiresAt = instant;
    return token;
}

} // namespace

class TestTokenStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expiryIsComparedToTheMillisecond()
    {
        QCOMPARE(tokenState(tokenExpiringAt(now - 1), now), TokenState::Expired);
        QCOMPARE(tokenState(tokenExpiringAt(now), now), TokenState::Expired);
        QCOMPARE(tokenState(tokenExpiringAt(now + 1), now), TokenState::Expiring);
        QCOMPARE(tokenState(tokenExpiringAt(now + defaultExpiryHorizonMs - 1), now), TokenState::Expiring);
        QCOMPARE(tokenState(tokenExpiringAt(now + defaultExpiryHorizonMs), now), TokenState::Expiring);
        QCOMPARE(tokenState(tokenExpiringAt(now + defaultExpiryHorizonMs + 1), now), TokenState::Active);
        QCOMPARE(tokenState(tokenExpiringAt(noInstant), now), TokenState::Active);
        QCOMPARE(tokenState(tokenExpiringAt(now + 10), now, 9), TokenState::Active);
        QCOMPARE(tokenState(tokenExpiringAt(now + 10), now, 10), TokenState::Expiring);
    }

    void aUsedSingleUseTokenIsUsedUpNotRevoked_data()
    {
        QTest::addColumn<bool>("singleUse");
        QTest::addColumn<int>("uses");
        QTest::addColumn<qint64>("usedAt");
        QTest::addColumn<qint64>("revokedAt");
        QTest::addColumn<TokenState>("expected");
        const qint64 used = now - msPerDay;
        const auto row = [](const char *name, bool single, int uses, qint64 usedAt, qint64 revokedAt,
                            TokenState state) {
            QTest::newRow(name) << single << uses << usedAt << revokedAt << state;
        };
        using enum TokenState;
        row("unused", true, 0, noInstant, noInstant, Active);
        row("used, not yet retired", true, 1, used, noInstant, UsedUp);
        row("retired at once", true, 1, used, used, UsedUp);
        row("retired 5 s later", true, 1, used, used + 5000, UsedUp);
        row("revoked 5.001 s later", true, 1, used, used + 5001, Revoked);
        row("clock of the other table 5 s earlier", true, 1, used, used - 5000, UsedUp);
        row("5.001 s earlier", true, 1, used, used - 5001, Revoked);
        row("used, when is not known, revoked", true, 1, noInstant, used, Revoked);
        row("revoked before any use", true, 0, noInstant, used, Revoked);
        row("reusable, revoked at its last use", false, 3, used, used, Revoked);
        row("reusable, used", false, 1, used, noInstant, Active);
    }
    void aUsedSingleUseTokenIsUsedUpNotRevoked()
    {
        QFETCH(bool, singleUse);
        QFETCH(int, uses);
        QFETCH(qint64, usedAt);
        QFETCH(qint64, revokedAt);
        TokenRow token;
        token.singleUse = singleUse;
        token.useCount = quint32(uses);
        token.lastUsedAt = usedAt;
        token.revokedAt = revokedAt;
        QTEST(tokenState(token, now), "expected");
    }

    void deadIsDeadWhateverTheExpirySays()
    {
        for (const qint64 expiry : {now - 1, now + 1, now + 100 * msPerDay, noInstant}) {
            TokenRow revoked = tokenExpiringAt(expiry);
            revoked.revokedAt = now - 1;
            QCOMPARE(tokenState(revoked, now), TokenState::Revoked);
            TokenRow used = tokenExpiringAt(expiry);
            used.singleUse = true;
            used.useCount = 1;
            QCOMPARE(tokenState(used, now), TokenState::UsedUp);
            QCOMPARE(nextStateChange(revoked, now), noInstant);
            QCOMPARE(nextStateChange(used, now), noInstant);
        }
    }

    void theNextChangeIsTheFirstInstantWithAnotherState()
    {
        QRandomGenerator random(5);
        int changes = 0;
        for (int i = 0; i < 2000; ++i) {
            const TokenRow token = tokenExpiringAt(now + random.bounded(qint64(-msPerDay), 40 * msPerDay));
            const qint64 horizon = random.bounded(qint64(0), 30 * msPerDay);
            const TokenState state = tokenState(token, now, horizon);
            const qint64 next = nextStateChange(token, now, horizon);
            if (next == noInstant) {
                QCOMPARE(state, TokenState::Expired);
                continue;
            }
            ++changes;
            QVERIFY(next > now);
            QCOMPARE(tokenState(token, next - 1, horizon), state);
            QVERIFY(tokenState(token, next, horizon) != state);
        }
        QVERIFY(changes > 1000);
    }

    void theNextChangeAtEachBorder()
    {
        const qint64 h = defaultExpiryHorizonMs;
        QCOMPARE(nextStateChange(tokenExpiringAt(now - 1), now), noInstant);
        QCOMPARE(nextStateChange(tokenExpiringAt(now), now), noInstant);
        QCOMPARE(nextStateChange(tokenExpiringAt(now + 1), now), now + 1);
        QCOMPARE(nextStateChange(tokenExpiringAt(now + h), now), now + h);
        QCOMPARE(nextStateChange(tokenExpiringAt(now + h + 1), now), now + 1);
        QCOMPARE(nextStateChange(tokenExpiringAt(noInstant), now), noInstant);
    }

    void onlyActiveAndExpiringTokensAreLive()
    {
        for (const TokenState state : allTokenStates)
            QCOMPARE(isLive(state), state == TokenState::Active || state == TokenState::Expiring);
    }

    void everyStateHasItsOwnWordAndExplanation()
    {
        QSet<QString> words;
        for (const TokenState state : allTokenStates)
            words << stateWord(state) << stateExplanation(state);
        QCOMPARE(words.size(), 2 * qsizetype(allTokenStates.size()));
        QVERIFY(!words.contains(QString()));
    }
};

QTEST_APPLESS_MAIN(TestTokenStatus)
#include "testtokenstatus.moc"
