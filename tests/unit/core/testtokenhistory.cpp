// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokenhistory.h"
#include "support/tokens.h"

#include <QLocale>
#include <QTest>

using namespace tokendesk;

namespace {

TokenRow rowOf(int number, qint64 createdAt)
{
    TokenRow row;
    row.id = testTokenId(number);
    row.createdAt = createdAt;
    return row;
}

} // namespace

class TestTokenHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEmptyHistoryHasNothing()
    {
        const TokenHistoryPtr history = TokenHistoryBuilder().build();
        QCOMPARE(history->tokenCount(), 0U);
        QVERIFY(history->looks().empty());
        QVERIFY(!history->tokenOf(testTokenId(1)));
    }

    void eventsAreGroupedByTokenInTheOrderOfLooks()
    {
        TokenHistoryBuilder builder;
        builder.addLook({1000, 1001});
        const quint32 a = builder.addToken(rowOf(1, 10), "a");
        const quint32 b = builder.addToken(rowOf(2, 20), "b");
        builder.addLook({2000, 2001});
        builder.addEvent(b, TokenEventKind::UseCount, 0, 3);
        builder.addEvent(a, TokenEventKind::UseCount, 0, 1);
        const TokenHistoryPtr early = builder.build();
        builder.addLook({3000, 3001});
        builder.addEvent(b, TokenEventKind::Vanished);
        const TokenHistoryPtr history = builder.build();

        QCOMPARE(history->tokenOf(testTokenId(2)), std::optional(b));
        QCOMPARE(history->events(a).size(), size_t(1));
        QCOMPARE(history->events(b).size(), size_t(2));
        QCOMPARE(history->events(b)[0], (TokenEvent{1, TokenEventKind::UseCount, 0, 3}));
        QCOMPARE(history->events(b)[1].look, 2U);
        QCOMPARE(early->events(b).size(), size_t(1)); // what was handed out stays as it was
    }

    void theListOfAnyLookCanBeHadAgain()
    {
        TokenHistoryBuilder builder;
        builder.addLook({1000, 1001});
        const quint32 a = builder.addToken(rowOf(1, 10), "a");
        builder.addLook({2000, 2001});
        builder.addToken(rowOf(2, 20), "b");
        builder.addEvent(a, TokenEventKind::UseCount, 0, 4);
        builder.addEvent(a, TokenEventKind::LastUsed, noInstant, 1500);
        builder.addEvent(a, TokenEventKind::Name, 0, builder.addName("renamed"));
        builder.addLook({3000, 3001});
        builder.addEvent(a, TokenEventKind::Revocation, noInstant, 2500);
        builder.addLook({4000, 4001});
        builder.addEvent(a, TokenEventKind::Vanished);
        builder.addLook({5000, 5001});
        builder.addEvent(a, TokenEventKind::Returned);
        const TokenHistoryPtr history = builder.build();
        const QCollator collator = nameCollator(QLocale::c());

        const TokenSnapshotPtr first = tokensAt(*history, 0, collator);
        QCOMPARE(first->size(), 1U);
        QCOMPARE(first->row(0).useCount, 0U);
        QCOMPARE(first->name(0), QStringLiteral("a"));

        const TokenSnapshotPtr second = tokensAt(*history, 1, collator);
        QCOMPARE(second->size(), 2U);
        QCOMPARE(second->row(0).id, testTokenId(2)); // newest first, as the server has it
        QCOMPARE(second->row(1).useCount, 4U);
        QCOMPARE(second->row(1).lastUsedAt, 1500);
        QCOMPARE(second->name(1), QStringLiteral("renamed"));
        QCOMPARE(second->row(1).revokedAt, noInstant);

        QCOMPARE(tokensAt(*history, 2, collator)->row(1).revokedAt, 2500);
        QCOMPARE(tokensAt(*history, 3, collator)->size(), 1U);
        QCOMPARE(tokensAt(*history, 4, collator)->size(), 2U);
    }

    void aHistoryStaysAsItWasWhileItsBuilderGoesOn()
    {
        TokenHistoryBuilder builder;
        builder.addLook({1000, 1001});
        const std::string longName(100'000, 'n');
        builder.addToken(rowOf(1, 10), "a");
        builder.addToken(rowOf(2, 20), longName);
        const TokenHistoryPtr before = builder.build();
        builder.addLook({2000, 2001});
        for (int number = 3; number <= 3000; ++number)
            builder.addToken(rowOf(number, number * 10), std::to_string(number));
        const TokenHistoryPtr after = builder.build();
        builder = {};

        QCOMPARE(before->tokenCount(), 2U);
        QCOMPARE(before->tokensById().size(), size_t(2));
        QCOMPARE(before->name(0), std::string_view("a"));
        QVERIFY(before->name(1) == longName);
        QVERIFY(!before->tokenOf(testTokenId(3)));
        QCOMPARE(after->tokenCount(), 3000U);
        for (int number = 3; number <= 3000; ++number) {
            const auto token = after->tokenOf(testTokenId(number));
            QVERIFY(token);
            QCOMPARE(after->first(*token).token.createdAt, qint64(number) * 10);
            QVERIFY(after->name(after->first(*token).name) == std::to_string(number));
        }
        QVERIFY(after->name(after->first(*after->tokenOf(testTokenId(2))).name) == longName);
    }
};

QTEST_APPLESS_MAIN(TestTokenHistory)
#include "testtokenhistory.moc"
