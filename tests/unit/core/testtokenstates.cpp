// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokenstates.h"
#include "support/tokens.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tokendesk;

namespace {

constexpr qint64 start = 1772366400000;
constexpr qint64 hour = 3'600'000;

TokenSnapshotPtr randomTokens(QRandomGenerator &random, int count)
{
    std::vector<TestToken> tokens;
    for (int number = 0; number < count; ++number) {
        TestToken token{number, QStringLiteral("t"), start - random.bounded(2000) * hour};
        if (random.bounded(4))
            token.expiresAt = start + (random.bounded(2000) - 1000) * hour;
        token.useCount = quint32(random.bounded(3));
        token.lastUsedAt = token.useCount ? start - hour : noInstant;
        token.singleUse = random.bounded(3) == 0;
        token.revokedAt = random.bounded(5) == 0 ? start - random.bounded(3) * hour : noInstant;
        tokens.push_back(token);
    }
    return snapshotOf(tokens);
}

} // namespace

class TestTokenStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreeWithEachTokensOwnStateWhereverTimeGoes()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 20; ++round) {
            const auto tokens = randomTokens(random, random.bounded(200));
            qint64 now = start;
            qint64 horizon = defaultExpiryHorizonMs;
            TokenStates states(*tokens, now);
            for (int step = 0; step < 40; ++step) {
                std::vector<quint32> expected;
                const std::vector<TokenState> before = states.all();
                // Small steps, leaps beyond the horizon, and back.
                now += (random.bounded(3) ? random.bounded(40) - 10 : random.bounded(3000) - 1500) * hour;
                if (random.bounded(4) == 0)
                    horizon = random.bounded(100) * 24 * hour;
                std::vector<quint32> changed = states.moveTo(*tokens, now, horizon);
                std::array<quint32, allTokenStates.size()> counts{};
                qint64 next = noInstant;
                for (quint32 row = 0; row < tokens->size(); ++row) {
                    const TokenState state = tokenState(tokens->row(row), now, horizon);
                    QCOMPARE(states.of(row), state);
                    ++counts[size_t(state)];
                    if (state != before[row])
                        expected.push_back(row);
                    const qint64 change = nextStateChange(tokens->row(row), now, horizon);
                    if (change != noInstant && (next == noInstant || change < next))
                        next = change;
                }
                for (const TokenState state : allTokenStates)
                    QCOMPARE(states.count(state), counts[size_t(state)]);
                // Expired at the very end of the horizon counts as expiring still: nextChange() may not be late.
                QCOMPARE(states.nextChange(), next);
                std::sort(changed.begin(), changed.end());
                QCOMPARE(changed, expected);
            }
        }
    }

    void anEmptyListHasNoneAndNeverChanges()
    {
        TokenStates states(TokenSnapshot(), start);
        QVERIFY(states.all().empty());
        QCOMPARE(states.nextChange(), noInstant);
        QVERIFY(states.moveTo(TokenSnapshot(), start + hour).empty());
    }
};

QTEST_APPLESS_MAIN(TestTokenStates)
#include "testtokenstates.moc"
