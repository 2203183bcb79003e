// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokendiff.h"
#include "support/tokens.h"

#include <QHash>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace tokendesk;

namespace {

using Rows = std::vector<quint32>;

/// The same answer by looking everything up, one by one.
TokenDiff oracle(const std::vector<TestToken> &before, const std::vector<TestToken> &after)
{
    TokenDiff diff;
    QHash<int, quint32> oldRows;
    for (quint32 row = 0; row < before.size(); ++row)
        oldRows.insert(before[row].number, row);
    Rows survivors;
    for (quint32 row = 0; row < after.size(); ++row) {
        const auto old = oldRows.constFind(after[row].number);
        if (old == oldRows.cend()) {
            diff.added.push_back(row);
            continue;
        }
        survivors.push_back(*old);
        if (!(before[*old] == after[row]))
            diff.changed.push_back(row);
    }
    diff.reordered = !std::is_sorted(survivors.begin(), survivors.end());
    for (quint32 row = 0; row < before.size(); ++row) {
        if (std::find(survivors.begin(), survivors.end(), row) == survivors.end())
            diff.removed.push_back(row);
    }
    return diff;
}

TestToken randomToken(QRandomGenerator &random, int number)
{
    TestToken token;
    token.number = number;
    token.name = QStringLiteral("Token %1").arg(random.bounded(5));
    token.createdAt = random.bounded(1000);
    token.singleUse = random.bounded(2) == 0;
    return token;
}

void change(QRandomGenerator &random, TestToken &token)
{
    switch (random.bounded(7)) {
    case 0:
        token.name += QStringLiteral("x");
        break;
    case 1:
        ++token.useCount;
        break;
    case 2:
        token.lastUsedAt = token.lastUsedAt == noInstant ? 5 : token.lastUsedAt + 1;
        break;
    case 3:
        token.revokedAt = token.revokedAt == noInstant ? 5 : noInstant;
        break;
    case 4:
        token.expiresAt = token.expiresAt == noInstant ? 5 : noInstant;
        break;
    case 5:
        token.singleUse = !token.singleUse;
        break;
    default:
        ++token.createdAt;
    }
}

} // namespace

class TestTokenDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalListsDoNotDiffer()
    {
        const auto tokens = tokensOfEveryState(1000);
        QVERIFY(diffTokens(*snapshotOf(tokens), *snapshotOf(tokens)).isEmpty());
        QVERIFY(diffTokens(TokenSnapshot(), TokenSnapshot()).isEmpty());
    }

    void againstAnEmptyListEverythingIsAddedOrRemoved()
    {
        const auto tokens = snapshotOf({{1, QStringLiteral("a")}, {2, QStringLiteral("b")}});
        const TokenDiff in = diffTokens(TokenSnapshot(), *tokens);
        QCOMPARE(in.added, (Rows{0, 1}));
        QVERIFY(in.removed.empty() && in.changed.empty() && !in.reordered);
        const TokenDiff out = diffTokens(*tokens, TokenSnapshot());
        QCOMPARE(out.removed, (Rows{0, 1}));
        QVERIFY(out.added.empty() && out.changed.empty() && !out.reordered);
    }

    void everyFieldCounts()
    {
        const TestToken base{1, QStringLiteral("name"), 10, 20, 30, 40, 5, false};
        for (int field = 0; field < 7; ++field) {
            TestToken other = base;
            switch (field) {
            case 0:
                other.name = QStringLiteral("Name");
                break;
            case 1:
                other.createdAt = 11;
                break;
            case 2:
                other.expiresAt = noInstant;
                break;
            case 3:
                other.lastUsedAt = 31;
                break;
            case 4:
                other.revokedAt = noInstant;
                break;
            case 5:
                other.useCount = 6;
                break;
            default:
                other.singleUse = true;
            }
            const TokenDiff diff = diffTokens(*snapshotOf({base}), *snapshotOf({other}));
            QCOMPARE(diff.changed, (Rows{0}));
            QVERIFY(diff.added.empty() && diff.removed.empty() && !diff.reordered);
        }
    }

    void aNewTokenOnTopIsNoReordering()
    {
        const TokenDiff diff =
            diffTokens(*snapshotOf({{1, {}}, {2, {}}, {3, {}}}), *snapshotOf({{9, {}}, {1, {}}, {3, {}}}));
        QCOMPARE(diff.added, (Rows{0}));
        QCOMPARE(diff.removed, (Rows{1}));
        QVERIFY(!diff.reordered);
        QVERIFY(diffTokens(*snapshotOf({{1, {}}, {2, {}}}), *snapshotOf({{2, {}}, {1, {}}})).reordered);
    }

    void agreesWithAnOracleOnRandomLists()
    {
        QRandomGenerator random(42);
        for (int round = 0; round < 2000; ++round) {
            std::vector<TestToken> before;
            const int size = random.bounded(30);
            for (int number = 0; number < size; ++number)
                before.push_back(randomToken(random, number));
            std::shuffle(before.begin(), before.end(), random);
            std::vector<TestToken> after = before;
            for (int steps = random.bounded(6); steps > 0; --steps) {
                const int kind = random.bounded(4);
                if (kind == 0 || after.empty()) {
                    const int at = random.bounded(int(after.size()) + 1);
                    after.insert(after.begin() + at, randomToken(random, 1000 * round + 100 + steps));
                } else {
                    const size_t at = size_t(random.bounded(int(after.size())));
                    if (kind == 1)
                        after.erase(after.begin() + qsizetype(at));
                    else if (kind == 2)
                        change(random, after[at]);
                    else
                        std::swap(after[at], after[size_t(random.bounded(int(after.size())))]);
                }
            }
            const TokenDiff expected = oracle(before, after);
            const TokenDiff diff = diffTokens(*snapshotOf(before), *snapshotOf(after));
            QCOMPARE(diff.added, expected.added);
            QCOMPARE(diff.removed, expected.removed);
            QCOMPARE(diff.changed, expected.changed);
            QCOMPARE(diff.reordered, expected.reordered);
            for (quint32 row = 0; row < before.size(); ++row) {
                const auto same = [&](const TestToken &token) { return token.number == before[row].number; };
                const auto at = std::find_if(after.begin(), after.end(), same);
                QCOMPARE(diff.newRow(row), at == after.end() ? TokenDiff::gone : quint32(at - after.begin()));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestTokenDiff)
#include "testtokendiff.moc"
