// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/auditstate.h"
#include "support/tokens.h"

#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace tokendesk;

namespace {

constexpr qint64 now = 1772366400000; // 2026-03-01T12:00:00Z
constexpr qint64 day = msPerDay;

/// Enough for an audit on another thread.
TokenSnapshotPtr manyTokens()
{
    std::vector<TestToken> tokens;
    tokens.reserve(20'000);
    for (int i = 0; i < 20'000; ++i)
        tokens.push_back({i, QStringLiteral("Token %1").arg(i), now - 200 * day, now + 100 * day, now - (i % 100) * day,
                          noInstant, 1, false});
    return snapshotOf(tokens);
}

struct Rig
{
    AuditState state;
    QSignalSpy changed{&state, &AuditState::changed};

    void settle() { QTRY_VERIFY_WITH_TIMEOUT(!state.isBehind(), 30'000); }
    [[nodiscard]] quint32 card(AuditCard card) const { return state.audit()->cards[size_t(card)].count; }
};

} // namespace

class TestAuditState : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsAuditedAtFirst()
    {
        const Rig rig;
        QVERIFY(rig.state.audit());
        QVERIFY(rig.state.audit()->result.findings.empty());
        QVERIFY(!rig.state.isBehind());
    }

    void whatIsSetInOneGoMakesOneAudit()
    {
        Rig rig;
        rig.state.setNow(now);
        rig.state.setTokens(snapshotOf(tokensOfEveryState(now)));
        rig.state.setThresholds({.staleDays = 2});
        rig.state.setReviewedAt(now - day - 1);
        QCOMPARE(rig.changed.size(), 0);
        QVERIFY(rig.state.isBehind());
        rig.settle();
        QCOMPARE(rig.changed.size(), 1);
        QCOMPARE(rig.card(AuditCard::Stale), 2U);
        QVERIFY(!rig.state.audit()->digest.isEmpty());
    }

    void whileNobodyLooksNothingIsAuditedAndThenItIsMadeUpFor()
    {
        Rig rig;
        rig.state.setWatched(false);
        rig.state.setNow(now);
        rig.state.setTokens(snapshotOf(tokensOfEveryState(now)));
        rig.state.setThresholds({.staleDays = 2});
        QTest::qWait(20);
        QCOMPARE(rig.changed.size(), 0);
        QVERIFY(rig.state.isBehind());
        rig.state.setWatched(true);
        rig.settle();
        QCOMPARE(rig.changed.size(), 1);
        QCOMPARE(rig.card(AuditCard::Stale), 2U);
    }

    void settingTheSameAgainIsNoNews()
    {
        Rig rig;
        const auto tokens = snapshotOf(tokensOfEveryState(now));
        rig.state.setNow(now);
        rig.state.setTokens(tokens);
        rig.settle();
        rig.changed.clear();
        rig.state.setTokens(tokens);
        rig.state.setThresholds({});
        rig.state.setHidden({});
        rig.state.setReviewedAt({});
        rig.state.setNow(now + 1000);
        QVERIFY(!rig.state.isBehind());
        QCOMPARE(rig.changed.size(), 0);
    }

    void timePassesByTheMinuteAndAtEachChangeOfState()
    {
        Rig rig;
        TestToken token{1, QStringLiteral("a"), now - day, now + 30'000, now - 1, noInstant, 1, false};
        rig.state.setNow(now);
        rig.state.setTokens(snapshotOf({token}));
        rig.settle();
        QCOMPARE(rig.card(AuditCard::Expiring), 1U);
        rig.state.setNow(now + 29'999);
        QVERIFY(!rig.state.isBehind());
        rig.state.setNow(now + 30'000);
        rig.settle();
        QCOMPARE(rig.card(AuditCard::Expiring), 0U);
        rig.state.setNow(now + 89'999);
        QVERIFY(!rig.state.isBehind());
        rig.state.setNow(now + 90'000);
        QVERIFY(rig.state.isBehind());
        rig.settle();
        rig.state.setNow(now); // the clock was set back
        rig.settle();
        QCOMPARE(rig.card(AuditCard::Expiring), 1U);
    }

    void hiddenFindingsDoNotCount()
    {
        Rig rig;
        rig.state.setNow(now);
        rig.state.setTokens(snapshotOf(tokensOfEveryState(now)));
        rig.settle();
        QCOMPARE(rig.card(AuditCard::ReusableForever), 1U);
        rig.state.setHidden({{testTokenId(7), FindingRule::NeverExpires},
                             {testTokenId(999), FindingRule::Stale}}); // a token that is gone
        rig.settle();
        QCOMPARE(rig.card(AuditCard::ReusableForever), 0U);
        QCOMPARE(rig.state.audit()->result.hidden.size(), size_t(1));
        QCOMPARE(rig.state.audit()->marks[6] & markOf(FindingRule::NeverExpires), AuditMarks(0));
    }

    void withoutAReviewEverythingSinceTheHistoryBeganIsNews()
    {
        TokenHistoryBuilder builder;
        builder.addLook({now - 9 * day, 0});
        Rig rig;
        rig.state.setNow(now);
        rig.state.setTokens(snapshotOf(tokensOfEveryState(now)));
        rig.settle();
        QVERIFY(rig.state.audit()->digest.isEmpty());
        rig.state.setHistory(builder.build());
        rig.settle();
        QCOMPARE(rig.state.audit()->digest.sinceMs, now - 9 * day);
        QVERIFY((rig.state.audit()->marks[0] & changedSinceReviewMark) != 0); // used two days ago
        QVERIFY((rig.state.audit()->marks[4] & changedSinceReviewMark) == 0);
        rig.state.setReviewedAt(now);
        rig.settle();
        QVERIFY((rig.state.audit()->marks[0] & changedSinceReviewMark) != 0); // that look had not seen the use
    }

    void cardsCanBeOfTheRowsShown()
    {
        Rig rig;
        rig.state.setNow(now);
        rig.state.setTokens(snapshotOf(tokensOfEveryState(now)));
        rig.settle();
        const std::vector<quint32> shown{0, 6};
        QCOMPARE(rig.state.audit()->cardsOf(shown)[size_t(AuditCard::Active)].count, 2U);
        QCOMPARE(rig.card(AuditCard::Active), 3U);
    }

    void aLongListIsAuditedElsewhereAndComesOutTheSame()
    {
        Rig rig;
        const auto tokens = manyTokens();
        rig.state.setNow(now);
        rig.state.setTokens(tokens);
        QCoreApplication::sendPostedEvents(&rig.state);
        QCOMPARE(rig.changed.size(), 0); // this thread has not waited for it
        rig.settle();
        QCOMPARE(rig.changed.size(), 1);
        QCOMPARE(rig.state.audit()->subject.tokens, tokens);
        QCOMPARE(rig.state.audit()->result, auditTokens(*tokens, TokenHistory(), {}, now));
        QCOMPARE(rig.card(AuditCard::Stale), 2000U);
    }

    void aThresholdThatIsDraggedIsFollowedToItsEnd()
    {
        Rig rig;
        rig.state.setNow(now);
        rig.state.setTokens(manyTokens());
        for (int days = 99; days >= 50; --days) {
            rig.state.setThresholds({.staleDays = days});
            QTest::qWait(1);
        }
        rig.settle();
        QCOMPARE(rig.state.audit()->subject.thresholds.staleDays, 50);
        QCOMPARE(rig.card(AuditCard::Stale), 10'000U);
        QVERIFY(!rig.changed.isEmpty() && rig.changed.size() <= 50);
    }

    void anAuditOfTheProfileBeforeIsNotAnnounced()
    {
        Rig rig;
        rig.state.setNow(now);
        rig.state.setThresholds({.staleDays = 7});
        rig.state.setTokens(manyTokens());
        QCoreApplication::sendPostedEvents(&rig.state);              // under way
        rig.state.setHidden({{testTokenId(1), FindingRule::Stale}}); // and another one wanted
        rig.state.clear();
        QCOMPARE(rig.changed.size(), 1);
        QVERIFY(!rig.state.isBehind());
        QCOMPARE(rig.state.audit()->subject.tokens->size(), 0U);
        QCOMPARE(rig.state.thresholds().staleDays, 7);
        rig.state.setTokens(snapshotOf(tokensOfEveryState(now)));
        rig.settle();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(rig.changed.size(), 2);
        QCOMPARE(rig.state.audit()->subject.tokens->size(), 7U);
    }

    void itCanBeDestroyedWhileAnAuditIsUnderWay()
    {
        auto state = std::make_unique<AuditState>();
        state->setNow(now);
        state->setTokens(manyTokens());
        QCoreApplication::sendPostedEvents(state.get());
        QVERIFY(state->isBehind());
        state.reset();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(TestAuditState)
#include "test_auditstate.moc"
