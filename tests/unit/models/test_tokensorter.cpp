// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tokensorter.h"
#include "support/tokens.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>
#include <optional>

using namespace tokendesk;

namespace {

constexpr qint64 now = 1772366400000;

/// What a token is sorted by; nothing stands at the end either way.
std::optional<qint64> valueOf(const TestToken &token, TokenState state, TokenSortKey key)
{
    const auto instant = [](qint64 at) { return at == noInstant ? std::nullopt : std::optional(at); };
    switch (key) {
    case TokenSortKey::State:
        return qint64(state);
    case TokenSortKey::Name:
        return token.name.isEmpty() ? std::nullopt : std::optional(token.name.toLongLong(nullptr, 36));
    case TokenSortKey::Kind:
        return token.singleUse ? 1 : 0;
    case TokenSortKey::Uses:
        return token.useCount;
    case TokenSortKey::Created:
        return token.createdAt;
    case TokenSortKey::Expires:
        return instant(token.expiresAt);
    case TokenSortKey::LastUsed:
        return instant(token.lastUsedAt);
    case TokenSortKey::Revoked:
        return instant(token.revokedAt);
    case TokenSortKey::Id:
        break;
    }
    return std::nullopt;
}

} // namespace

class TestTokenSorter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Runs of equals from one row to all of them, in lists that are short and long.
    void twoKeysGiveTheOrderOfAPlainStableSort_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("names");
        for (const int size : {0, 1, 63, 64, 65, 500, 3000})
            for (const int names : {1, 20, 300, 100'000})
                QTest::addRow("%d tokens, %d names", size, names) << size << names;
    }
    void twoKeysGiveTheOrderOfAPlainStableSort()
    {
        QFETCH(int, size);
        QFETCH(int, names);
        QRandomGenerator random(quint32(size + names));
        std::vector<TestToken> tokens;
        for (int number = 0; number < size; ++number) {
            TestToken token{number, QStringLiteral("name") + QString::number(1000 + random.bounded(names))};
            if (random.bounded(8) == 0)
                token.name.clear();
            token.useCount = quint32(random.bounded(3) == 0 ? random.bounded(5) : 0);
            token.singleUse = random.bounded(2) == 0;
            token.createdAt = now - random.bounded(1 + size / 2) * msPerDay;
            token.expiresAt = random.bounded(3) == 0 ? noInstant : now + (random.bounded(90) - 40) * msPerDay;
            token.lastUsedAt = random.bounded(4) == 0 ? now - random.bounded(size + 1) * msPerDay : noInstant;
            token.revokedAt = random.bounded(6) == 0 ? now - random.bounded(9) * msPerDay : noInstant;
            tokens.push_back(token);
        }
        const auto snapshot = snapshotOf(tokens);
        const TokenStates states(*snapshot, now);
        TokenSorter sorter;
        for (int first = 0; first < int(TokenSortKey::Id); ++first) {
            for (int second = 0; second < int(TokenSortKey::Id); ++second) {
                std::vector<TokenSortOrder> sorting;
                for (const int key : {first, second})
                    sorting.push_back(
                        {TokenSortKey(key), random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder});
                std::vector<quint32> expected(tokens.size());
                std::iota(expected.begin(), expected.end(), 0U);
                std::stable_sort(expected.begin(), expected.end(), [&](quint32 a, quint32 b) {
                    for (const TokenSortOrder &by : sorting) {
                        const auto ofA = valueOf(tokens[a], states.of(a), by.key);
                        const auto ofB = valueOf(tokens[b], states.of(b), by.key);
                        if (ofA == ofB)
                            continue;
                        if (!ofA || !ofB)
                            return ofA.has_value();
                        return by.order == Qt::AscendingOrder ? *ofA < *ofB : *ofA > *ofB;
                    }
                    return false;
                });
                QVERIFY2(*sorter.rows(*snapshot, states, sorting) == expected,
                         qPrintable(QStringLiteral("keys %1, %2").arg(first).arg(second)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestTokenSorter)
#include "test_tokensorter.moc"
