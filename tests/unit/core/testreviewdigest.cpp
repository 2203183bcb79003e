// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reviewdigest.h"
#include "support/tokens.h"

#include <QSet>
#include <QTest>

using namespace tokendesk;

namespace {

constexpr qint64 now = 1772366400000; // 2026-03-01T12:00:00Z
constexpr qint64 day = msPerDay;
constexpr qint64 review = now - 10 * day;
using enum ReviewChange;
using Rows = std::vector<quint32>;

TokenRow rowOf(const TestToken &token)
{
    return snapshotOf({token})->row(0);
}

TestToken old(int number)
{
    return {
        number, QStringLiteral("Token %1").arg(number), now - 100 * day, now + 100 * day, now - 50 * day, noInstant, 5,
        false};
}

/// A look a day before the review and one a day after it, with the tokens as they were before.
struct Rig
{
    TokenHistoryBuilder builder;

    explicit Rig(const std::vector<TestToken> &tokens)
    {
        builder.addLook({review - day, 0});
        for (const TestToken &token : tokens)
            builder.addToken(rowOf(token), token.name.toStdString());
        builder.addLook({review + day, 0});
    }
    [[nodiscard]] ReviewDigest digest(const std::vector<TestToken> &tokens, qint64 reviewMs = review)
    {
        return reviewDigest(*snapshotOf(tokens), *builder.build(), reviewMs, now);
    }
};

} // namespace

class TestReviewDigest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingHappened()
    {
        const ReviewDigest digest = Rig({old(1)}).digest({old(1)});
        QVERIFY(digest.isEmpty());
        QCOMPARE(digest.uses, quint64(0));
        QCOMPARE(digest.sinceMs, review - day); // what the reviewer had seen
    }

    void everyChangeIsFoundOnItsRow()
    {
        std::vector<TestToken> tokens{old(0), old(1), old(2), old(3), old(4), old(5)};
        Rig rig(tokens);
        rig.builder.addEvent(1, TokenEventKind::UseCount, 5, 8);
        rig.builder.addEvent(4, TokenEventKind::Name, 4, rig.builder.addName("new"));
        rig.builder.addEvent(5, TokenEventKind::Expiry, now, now + 100 * day);
        tokens[1].useCount = 8;
        tokens[2].revokedAt = review + 1000;
        tokens[3].expiresAt = now - 1;
        TestToken created = old(6);
        created.createdAt = review + 1;
        created.useCount = 2;
        tokens.push_back(created);
        const ReviewDigest digest = rig.digest(tokens);
        QCOMPARE(digest.rowsOf(Created), Rows({6}));
        QCOMPARE(digest.rowsOf(Used), Rows({1, 6}));
        QCOMPARE(digest.rowsOf(Revoked), Rows({2}));
        QCOMPARE(digest.rowsOf(Expired), Rows({3}));
        QCOMPARE(digest.rowsOf(Renamed), Rows({4}));
        QCOMPARE(digest.rowsOf(ExpiryChanged), Rows({5}));
        QCOMPARE(digest.uses, quint64(5));
        QVERIFY(!digest.isEmpty());

        std::vector<AuditMarks> marks(tokens.size(), markOf(FindingRule::Stale));
        digest.addMarks(marks);
        QCOMPARE(marks[0], markOf(FindingRule::Stale));
        for (size_t row = 1; row < marks.size(); ++row)
            QCOMPARE(marks[row], markOf(FindingRule::Stale) | changedSinceReviewMark);
    }

    void whatTheReviewerHadSeenIsNoNews()
    {
        // A minute before the look before the review, and a minute after it.
        for (const auto &[instant, count] : {std::pair{review - day - 60'000, 0U}, {review - day + 60'000, 1U}}) {
            TestToken created = old(1), revoked = old(2);
            created.createdAt = instant;
            created.useCount = 0;
            created.lastUsedAt = noInstant;
            revoked.revokedAt = instant;
            const ReviewDigest digest = Rig({}).digest({created, revoked});
            QCOMPARE(digest.rowsOf(Created).size(), size_t(count));
            QCOMPARE(digest.rowsOf(Revoked).size(), size_t(count));
        }
    }

    void whatHadExpiredAtTheReviewIsNoNews()
    {
        TestToken before = old(1), after = old(2);
        before.expiresAt = review;
        after.expiresAt = review + 1;
        QCOMPARE(Rig({before, after}).digest({before, after}).rowsOf(Expired), Rows({1}));
    }

    void aReviewInTheSecondOfALookHasSeenIt()
    {
        Rig rig({old(1)});
        rig.builder.addEvent(0, TokenEventKind::UseCount, 5, 8);
        TestToken used = old(1);
        used.useCount = 8;
        const qint64 look = review + day;
        QCOMPARE(rig.digest({used}, look).uses, quint64(0));
        QCOMPARE(rig.digest({used}, look - 1500).uses, quint64(0));
        QCOMPARE(rig.digest({used}, look - 2500).uses, quint64(3));
    }

    void usesAreRisesAndAFallTakesNoneAway()
    {
        Rig rig({old(1)});
        rig.builder.addEvent(0, TokenEventKind::UseCount, 5, 8);
        rig.builder.addLook({review + 2 * day, 0});
        rig.builder.addEvent(0, TokenEventKind::UseCount, 8, 2);
        rig.builder.addLook({review + 3 * day, 0});
        rig.builder.addEvent(0, TokenEventKind::UseCount, 2, 3);
        TestToken token = old(1);
        token.useCount = 4; // the list is ahead of the history by one use
        QCOMPARE(rig.digest({token}).uses, quint64(5));
    }

    void aSingleUseTokenThatWasRetiredIsUsedNotRevoked()
    {
        TestToken single = old(1);
        single.singleUse = true;
        single.useCount = 0;
        single.lastUsedAt = noInstant;
        Rig rig({single});
        rig.builder.addEvent(0, TokenEventKind::UseCount, 0, 1);
        rig.builder.addEvent(0, TokenEventKind::Revocation, noInstant, review + 1000);
        single.useCount = 1;
        single.lastUsedAt = single.revokedAt = review + 1000;
        const ReviewDigest digest = rig.digest({single});
        QCOMPARE(digest.rowsOf(Used), Rows({0}));
        QVERIFY(digest.rowsOf(Revoked).empty());
        QCOMPARE(digest.uses, quint64(1));
    }

    void aRevocationThatTheServerDatedBackIsNews()
    {
        Rig rig({old(1)});
        rig.builder.addEvent(0, TokenEventKind::Revocation, noInstant, review - 20 * day);
        TestToken token = old(1);
        token.revokedAt = review - 20 * day;
        QCOMPARE(rig.digest({token}).rowsOf(Revoked), Rows({0}));
    }

    void vanishedTokensAreThoseThatWereListedThen()
    {
        TokenHistoryBuilder builder;
        builder.addLook({review - 2 * day, 0});
        const quint32 stays = builder.addToken(rowOf(old(1)), "stays");
        const quint32 gone = builder.addToken(rowOf(old(2)), "gone");
        const quint32 longGone = builder.addToken(rowOf(old(3)), "long gone");
        builder.addLook({review - day, 0});
        builder.addEvent(longGone, TokenEventKind::Vanished);
        builder.addLook({review + day, 0});
        builder.addEvent(gone, TokenEventKind::Vanished);
        const ReviewDigest digest = reviewDigest(*snapshotOf({old(1)}), *builder.build(), review, now);
        QCOMPARE(digest.vanished, Rows({gone}));
        QVERIFY(!digest.isEmpty());
        QVERIFY(stays != gone);
    }

    void withoutAHistoryTheListItselfTells()
    {
        TestToken used = old(1);
        used.lastUsedAt = review + 1;
        TestToken created = old(2);
        created.createdAt = review + 1;
        created.useCount = 7;
        const ReviewDigest digest =
            reviewDigest(*snapshotOf({used, created, old(3)}), *TokenHistoryBuilder().build(), review, now);
        QCOMPARE(digest.sinceMs, review);
        QCOMPARE(digest.rowsOf(Used), Rows({0, 1}));
        QCOMPARE(digest.rowsOf(Created), Rows({1}));
        QCOMPARE(digest.uses, quint64(8));
    }

    void aListFromThePastKnowsNothingOfLater()
    {
        Rig rig({old(1), old(2)});
        rig.builder.addLook({review + 2 * day, 0});
        rig.builder.addEvent(0, TokenEventKind::UseCount, 5, 8);
        rig.builder.addEvent(1, TokenEventKind::Vanished);
        const auto history = rig.builder.build();
        const auto then = snapshotOf({old(1), old(2)});
        QVERIFY(reviewDigest(*then, *history, review, review + day, 1).isEmpty());
        QVERIFY(!reviewDigest(*then, *history, review, now, 2).isEmpty());
    }

    void everyChangeHasItsWord()
    {
        QSet<QString> words;
        for (const ReviewChange change : allReviewChanges)
            words << reviewChangeWord(change);
        QCOMPARE(words.size(), qsizetype(allReviewChanges.size()));
    }
};

QTEST_APPLESS_MAIN(TestReviewDigest)
#include "testreviewdigest.moc"
