// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit.h"
#include "support/tokens.h"

#include <QSet>
#include <QTest>

using namespace tokendesk;

namespace {

constexpr qint64 now = 1772366400000; // 2026-03-01T12:00:00Z
constexpr qint64 day = msPerDay;
using enum FindingRule;
using Rules = QList<int>;

TokenHistoryPtr noHistory()
{
    return TokenHistoryBuilder().build();
}

TokenRow rowOf(const TestToken &token)
{
    return snapshotOf({token})->row(0);
}

AuditResult audit(const std::vector<TestToken> &tokens, const TokenHistory &history = *noHistory(),
                  const AuditThresholds &thresholds = {}, qint64 at = now)
{
    return auditTokens(*snapshotOf(tokens), history, thresholds, at);
}

Rules rulesIn(AuditMarks marks)
{
    Rules rules;
    for (const FindingRule rule : allFindingRules)
        if ((marks & markOf(rule)) != 0)
            rules << int(rule);
    return rules;
}

Rules rulesOf(const TestToken &token, const TokenHistory &history = *noHistory())
{
    return rulesIn(audit({token}, history).marks[0]);
}

/// Live, used yesterday, expires in time: nothing is wrong with it.
TestToken healthy(int number = 1)
{
    return {number, QStringLiteral("Token %1").arg(number), now - 40 * day, now + 60 * day, now - day, noInstant, 5,
            false};
}

TestToken with(TestToken token, const std::function<void(TestToken &)> &change)
{
    change(token);
    return token;
}

} // namespace

class TestAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRuleAtAndAroundItsThreshold_data()
    {
        QTest::addColumn<TestToken>("token");
        QTest::addColumn<Rules>("expected");
        const auto row = [](const char *title, const std::function<void(TestToken &)> &change,
                            std::initializer_list<FindingRule> rules) {
            Rules expected;
            for (const FindingRule rule : rules)
                expected << int(rule);
            QTest::newRow(title) << with(healthy(), change) << expected;
        };
        row("nothing is wrong", [](TestToken &) {}, {});

        const auto revoked = [](qint64 usedAfterMs, bool single) {
            return [=](TestToken &t) {
                t.revokedAt = now - 10 * day;
                t.lastUsedAt = t.revokedAt + usedAfterMs;
                t.singleUse = single;
                t.useCount = 1;
            };
        };
        row("reusable, used 1 ms before it was revoked", revoked(-1, false), {});
        row("reusable, used in the moment it was revoked", revoked(0, false), {});
        row("reusable, used 1 ms after it was revoked", revoked(1, false), {UsedAfterEnd});
        row("single use, retired by its use", revoked(0, true), {});
        row("single use, retired 5 s before its use", revoked(5000, true), {});
        row("single use, revoked 5.001 s before its use", revoked(5001, true), {UsedAfterEnd});
        row("single use, revoked 5.001 s after its use", revoked(-5001, true), {});
        row("revoked and never used", [](TestToken &t) { t.revokedAt = now - day, t.lastUsedAt = noInstant; }, {});

        const auto expired = [](qint64 usedAfterMs) {
            return [=](TestToken &t) { t.expiresAt = now - 10 * day, t.lastUsedAt = t.expiresAt + usedAfterMs; };
        };
        row("used 1 ms before it expired", expired(-1), {});
        row("used in the moment it expired", expired(0), {});
        row("used 1 ms after it expired", expired(1), {UsedAfterEnd});

        const auto single = [](quint32 uses) { return [=](TestToken &t) { t.singleUse = true, t.useCount = uses; }; };
        row("single use, used once", single(1), {});
        row("single use, used twice", single(2), {SingleUseUsedAgain});

        row("never expires", [](TestToken &t) { t.expiresAt = noInstant; }, {NeverExpires});
        row("expires in 100 years", [](TestToken &t) { t.expiresAt = now + 36525 * day; }, {LivesLong});
        row("single use and never expires",
            [](TestToken &t) {
                t.expiresAt = noInstant, t.singleUse = true, t.useCount = 0, t.lastUsedAt = noInstant,
                t.createdAt = now - day;
            },
            {});

        const auto idle = [](qint64 ms) {
            return [=](TestToken &t) { t.createdAt = now - 200 * day, t.lastUsedAt = now - ms; };
        };
        row("unused for 1 ms less than 90 days", idle(90 * day - 1), {});
        row("unused for 90 days", idle(90 * day), {Stale});
        row("unused for 90 days and 1 ms", idle(90 * day + 1), {Stale});
        const auto unused = [](qint64 ageMs, bool isSingle) {
            return [=](TestToken &t) {
                t.createdAt = now - ageMs, t.lastUsedAt = noInstant, t.useCount = 0, t.singleUse = isSingle;
            };
        };
        row("never used for 1 ms less than 30 days", unused(30 * day - 1, false), {});
        row("never used for 30 days", unused(30 * day, false), {NeverUsed});
        row("never used for 90 days less 1 ms", unused(90 * day - 1, false), {NeverUsed});
        row("never used for 90 days", unused(90 * day, false), {Stale, NeverUsed});
        row("single use is never stale", unused(90 * day, true), {NeverUsed});
        row("no use counted, but the server knows when the last one was", [](TestToken &t) { t.useCount = 0; }, {});

        const auto lives = [](qint64 ms) { return [=](TestToken &t) { t.expiresAt = t.createdAt + ms; }; };
        row("lives 365 days less 1 ms", lives(365 * day - 1), {});
        row("lives 365 days", lives(365 * day), {});
        row("lives 365 days and 1 ms", lives(365 * day + 1), {LivesLong});
        const auto endless = [](qint64 ageMs) {
            return [=](TestToken &t) {
                t.createdAt = now - ageMs, t.expiresAt = noInstant, t.singleUse = true, t.useCount = 0;
            };
        };
        row("single use, without expiry, 365 days old", endless(365 * day), {});
        row("single use, without expiry, 365 days and 1 ms old", endless(365 * day + 1), {LivesLong});

        const auto expires = [](qint64 ms) { return [=](TestToken &t) { t.expiresAt = now + ms; }; };
        row("expires 1 ms after the horizon", expires(14 * day + 1), {});
        row("expires at the horizon", expires(14 * day), {ExpiresSoon});
        row("expires in 1 ms", expires(1), {ExpiresSoon});
        row("expires now", expires(0), {});

        row("created in the future, as a clock that was set back has it",
            [](TestToken &t) { t.createdAt = now + day, t.lastUsedAt = noInstant, t.useCount = 0; }, {});
    }
    void everyRuleAtAndAroundItsThreshold()
    {
        QFETCH(TestToken, token);
        QFETCH(Rules, expected);
        QCOMPARE(rulesOf(token), expected);
    }

    void thresholdsCanBeMoved()
    {
        TestToken token = healthy();
        token.lastUsedAt = now - 10 * day;
        AuditThresholds strict{.staleDays = 10, .neverUsedDays = 30, .longLifeDays = 99, .expiryHorizonDays = 60};
        const auto snapshot = snapshotOf({token});
        QCOMPARE(rulesIn(auditTokens(*snapshot, *noHistory(), strict, now).marks[0]),
                 Rules({int(Stale), int(LivesLong), int(ExpiresSoon)}));
        strict = {.staleDays = 11, .neverUsedDays = 30, .longLifeDays = 100, .expiryHorizonDays = 59};
        QCOMPARE(rulesIn(auditTokens(*snapshot, *noHistory(), strict, now).marks[0]), Rules());
    }

    void namesakesAreLiveAndHaveTheSameFoldedName()
    {
        const auto named = [](int number, const char *name) {
            return with(healthy(number), [&](TestToken &t) { t.name = QString::fromUtf8(name); });
        };
        std::vector<TestToken> tokens{named(1, "Halle Süd"),  named(2, "HALLE SUD"), named(3, "Halle Nord"),
                                      named(4, "Halle Nord"), named(5, ""),          named(6, "")};
        tokens[3].revokedAt = now - day;
        tokens[3].lastUsedAt = now - 2 * day;
        const AuditResult result = audit(tokens);
        QCOMPARE(rulesIn(result.marks[0]), Rules({int(SameName)}));
        QCOMPARE(rulesIn(result.marks[1]), Rules({int(SameName)}));
        for (int row = 2; row < 6; ++row)
            QCOMPARE(result.marks[size_t(row)], AuditMarks(0));
        QCOMPARE(result.findings.size(), size_t(2));
        QCOMPARE(result.findings[0].number, 1);
    }

    void manyNamesAreCountedRight()
    {
        std::vector<TestToken> tokens;
        tokens.reserve(5000);
        for (int i = 0; i < 5000; ++i)
            tokens.push_back(with(healthy(i), [&](TestToken &t) { t.name = QString::number(i % 1800); }));
        const AuditResult result = audit(tokens);
        QCOMPARE(result.findings.size(), size_t(5000));
        QVERIFY(std::is_sorted(result.findings.begin(), result.findings.end(), isWorse));
        for (const Finding &finding : result.findings)
            QCOMPARE(finding.number, qint64(int(finding.row) % 1800 < 1400 ? 2 : 1));
    }

    void theWorstFindingIsThePrimaryOne()
    {
        TestToken all = healthy(1);
        all.createdAt = now - 400 * day;
        all.expiresAt = noInstant;
        all.lastUsedAt = noInstant;
        all.useCount = 0;
        TestToken twin = healthy(2);
        twin.name = all.name;
        const auto snapshot = snapshotOf({twin, all});
        const AuditResult result = auditTokens(*snapshot, *noHistory(), {}, now);
        QCOMPARE(result.findings.size(), size_t(2));
        QCOMPARE(result.findings[0].row, 1U);
        QCOMPARE(result.findings[0].rule, NeverExpires);
        QCOMPARE(result.findings[1].rule, SameName);
        QCOMPARE(rulesIn(result.marks[1]),
                 Rules({int(NeverExpires), int(Stale), int(NeverUsed), int(LivesLong), int(SameName)}));

        Rules each;
        for (const Finding &finding : findingsOf(*snapshot, 1, *noHistory(), {}, now))
            each << int(finding.rule);
        QCOMPARE(each, rulesIn(result.marks[1]));
    }

    void amongEqualsTheLargerNumberIsWorseAndTheSoonerExpiry()
    {
        const auto idle = [](int number, int days) {
            return with(healthy(number),
                        [&](TestToken &t) { t.createdAt = now - 200 * day, t.lastUsedAt = now - days * day; });
        };
        const auto expiring = [](int number, int days) {
            return with(healthy(number), [&](TestToken &t) { t.expiresAt = now + days * day; });
        };
        const AuditResult result = audit({expiring(1, 9), expiring(2, 2), idle(3, 91), idle(4, 120), idle(5, 91)});
        QList<int> rows;
        for (const Finding &finding : result.findings)
            rows << int(finding.row);
        QCOMPARE(rows, QList<int>({3, 2, 4, 1, 0}));
    }

    void deadTokensOnlyEverHaveAnomalies()
    {
        // Everything that is wrong with a live token, on each kind of dead one.
        TestToken bad{1, QStringLiteral("same"), now - 4000 * day, noInstant, noInstant, noInstant, 0, false};
        const TestToken revoked = with(bad, [](TestToken &t) { t.revokedAt = now; });
        const TestToken expired = with(bad, [](TestToken &t) { t.number = 2, t.expiresAt = now; });
        const TestToken usedUp = with(bad, [](TestToken &t) {
            t.number = 3, t.singleUse = true, t.useCount = 1, t.lastUsedAt = now - 1000 * day;
        });
        bad.number = 4;
        const AuditResult result = audit({revoked, expired, usedUp, bad});
        for (size_t row = 0; row < 3; ++row)
            QCOMPARE(result.marks[row], AuditMarks(0));
        QCOMPARE(result.findings.size(), size_t(1));
        QVERIFY((result.marks[3] & markOf(SameName)) == 0); // the others are dead
    }

    void anomaliesOfTheHistory_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<qint64>("before");
        QTest::addColumn<qint64>("after");
        QTest::addColumn<Rules>("expected");
        const auto row = [](const char *title, TokenEventKind kind, qint64 before, qint64 after,
                            const Rules &expected) {
            QTest::newRow(title) << int(kind) << before << after << expected;
        };
        row("uses rise", TokenEventKind::UseCount, 5, 6, {});
        row("uses fall by one", TokenEventKind::UseCount, 6, 5, {int(UseCountFell)});
        row("revoked", TokenEventKind::Revocation, noInstant, now - day, {});
        row("revoked at another time", TokenEventKind::Revocation, now - 2 * day, now - day, {});
        row("a revocation vanishes", TokenEventKind::Revocation, now - day, noInstant, {int(RevocationVanished)});
        row("it vanishes itself", TokenEventKind::Vanished, 0, 0, {});
        row("used before its expiry", TokenEventKind::LastUsed, noInstant, now + 60 * day, {});
        row("used after its expiry, which was put off later", TokenEventKind::LastUsed, noInstant, now + 60 * day + 1,
            {int(UsedAfterEnd)});
    }
    void anomaliesOfTheHistory()
    {
        QFETCH(int, kind);
        QFETCH(qint64, before);
        QFETCH(qint64, after);
        QFETCH(Rules, expected);
        TokenHistoryBuilder builder;
        builder.addLook({now - 3 * day, 0});
        const quint32 token = builder.addToken(rowOf(healthy()), "Token 1");
        builder.addLook({now - 2 * day, 0});
        builder.addEvent(token, TokenEventKind(kind), before, after);
        const TokenHistoryPtr history = builder.build();
        QCOMPARE(rulesOf(healthy(), *history), expected);

        // The same for a dead token.
        TestToken dead = healthy();
        dead.revokedAt = now;
        QCOMPARE(rulesOf(dead, *history), expected);
        // And for somebody else, nothing.
        QCOMPARE(rulesOf(healthy(2), *history), Rules());
    }

    void whatALaterLookFoundIsNotHeededInAListFromThePast()
    {
        TokenHistoryBuilder builder;
        builder.addLook({now - 3 * day, 0});
        const quint32 token = builder.addToken(rowOf(healthy()), "Token 1");
        builder.addLook({now - 2 * day, 0});
        builder.addEvent(token, TokenEventKind::UseCount, 6, 2);
        const TokenHistoryPtr history = builder.build();
        const auto snapshot = snapshotOf({healthy()});
        QCOMPARE(auditTokens(*snapshot, *history, {}, now, 0).marks[0], AuditMarks(0));
        QVERIFY(findingsOf(*snapshot, 0, *history, {}, now, 0).empty());
        const AuditResult later = auditTokens(*snapshot, *history, {}, now, 1);
        QCOMPARE(later.findings, (std::vector<Finding>{{0, UseCountFell, false, 4, now - 2 * day}}));
        QCOMPARE(findingsOf(*snapshot, 0, *history, {}, now, 1), later.findings);
    }

    void anExpiryPutOffInTheSameLookAllowsTheUse()
    {
        TokenHistoryBuilder builder;
        builder.addLook({now - 3 * day, 0});
        const quint32 token = builder.addToken(rowOf(healthy()), "Token 1");
        builder.addLook({now - 2 * day, 0});
        builder.addEvent(token, TokenEventKind::LastUsed, noInstant, now + 61 * day);
        builder.addEvent(token, TokenEventKind::Expiry, now + 60 * day, now + 90 * day);
        QCOMPARE(rulesOf(healthy(), *builder.build()), Rules());
    }

    void theHistoryKnowsOfUsesThatTheListDoesNotShow()
    {
        TestToken unused = healthy();
        unused.createdAt = now - 200 * day;
        unused.lastUsedAt = noInstant;
        unused.useCount = 0;
        QCOMPARE(rulesOf(unused), Rules({int(Stale), int(NeverUsed)}));

        TestToken used = unused;
        used.useCount = 3; // and nobody knows since when
        TokenHistoryBuilder builder;
        builder.addLook({now - 80 * day, 0});
        const quint32 token = builder.addToken(rowOf(unused), "Token 1");
        builder.addLook({now - 70 * day, 0});
        builder.addEvent(token, TokenEventKind::UseCount, 0, 3);
        QCOMPARE(rulesOf(used, *builder.build()), Rules()); // used 70 days ago at the latest
        builder.addLook({now - 60 * day, 0});
        builder.addEvent(token, TokenEventKind::UseCount, 3, 0);
        QCOMPARE(rulesOf(unused, *builder.build()), Rules({int(UseCountFell)}));
    }

    void aUseWithoutAnInstantCountsFromTheLookThatFoundIt()
    {
        TestToken used = healthy();
        used.createdAt = now - 200 * day;
        used.lastUsedAt = now - 150 * day; // the server forgot to move it on
        for (const auto &[daysAgo, expected] : {std::pair{89, Rules()}, std::pair{90, Rules({int(Stale)})}}) {
            TokenHistoryBuilder builder;
            builder.addLook({now - 120 * day, 0});
            const quint32 token = builder.addToken(rowOf(used), "Token 1");
            builder.addLook({now - daysAgo * day, 0});
            builder.addEvent(token, TokenEventKind::UseCount, 4, 5);
            QCOMPARE(rulesOf(used, *builder.build()), expected);
        }
    }

    void onlyTheServersClockCounts()
    {
        // Looks of a machine that is years wrong, and a `now` from the server.
        const auto tokens = tokensOfEveryState(now);
        AuditResult expected;
        for (const qint64 wrong : {qint64(0), 5 * 3600 * 1000LL, -3000 * day, 3000 * day}) {
            TokenHistoryBuilder builder;
            builder.addLook({now - 3 * day, now - 3 * day + wrong});
            const quint32 token = builder.addToken(rowOf(tokens[0]), "Line 10 robots");
            builder.addLook({now - 2 * day, now - 2 * day + wrong});
            builder.addEvent(token, TokenEventKind::UseCount, 18, 17);
            const AuditResult result = audit(tokens, *builder.build());
            if (wrong == 0)
                expected = result;
            QVERIFY(!result.findings.empty());
            QCOMPARE(result.findings, expected.findings);
            QCOMPARE(result.marks, expected.marks);
        }
    }

    void aHiddenFindingMakesRoomForTheNextWorst()
    {
        TestToken token = healthy();
        token.expiresAt = noInstant;
        token.createdAt = now - 200 * day;
        token.lastUsedAt = now - 100 * day;
        const auto snapshot = snapshotOf({healthy(2), token});
        const auto audited = [&](AuditMarks hidden) {
            return auditTokens(*snapshot, *noHistory(), {}, now, notInHistory, std::vector<AuditMarks>{0, hidden});
        };
        QCOMPARE(audited(0).findings[0].rule, NeverExpires);
        QVERIFY(audited(0).hidden.empty());
        const AuditResult one = audited(markOf(NeverExpires) | markOf(UseCountFell)); // the latter does not hold
        QCOMPARE(one.findings.size(), size_t(1));
        QCOMPARE(one.findings[0].rule, Stale);
        QCOMPARE(one.hidden.size(), size_t(1));
        QCOMPARE(one.hidden[0].rule, NeverExpires);
        QCOMPARE(rulesIn(one.marks[1]), Rules({int(Stale)}));
        const AuditResult all = audited(findingMarks);
        QVERIFY(all.findings.empty());
        QCOMPARE(all.hidden.size(), size_t(2));
        QCOMPARE(all.marks[1], AuditMarks(0));
    }

    void nothingIsFoundInNothing()
    {
        const AuditResult result = audit({});
        QVERIFY(result.findings.empty());
        QVERIFY(result.marks.empty());
    }

    void eachRowHasOnePrimaryFindingWhereAnyRuleHolds()
    {
        const AuditResult result = audit(tokensOfEveryState(now));
        QSet<quint32> rows;
        QVERIFY(std::is_sorted(result.findings.begin(), result.findings.end(), isWorse));
        for (const Finding &finding : result.findings) {
            QVERIFY(!rows.contains(finding.row));
            rows << finding.row;
            const AuditMarks marks = result.marks[finding.row];
            QVERIFY((marks & markOf(finding.rule)) != 0);
            QCOMPARE(marks & (markOf(finding.rule) - 1), AuditMarks(0)); // none is worse
        }
        for (quint32 row = 0; row < result.marks.size(); ++row)
            QCOMPARE(rows.contains(row), (result.marks[row] & findingMarks) != 0);
    }

    void severitiesFollowTheOrderOfRules()
    {
        for (size_t i = 1; i < allFindingRules.size(); ++i)
            QVERIFY(severityOf(allFindingRules[i - 1]) <= severityOf(allFindingRules[i]));
        for (const FindingRule rule : allFindingRules)
            QCOMPARE((anomalyMarks & markOf(rule)) != 0, severityOf(rule) == FindingSeverity::Critical);
        QCOMPARE(findingMarks & changedSinceReviewMark, AuditMarks(0));
    }

    void everyRuleHasItsOwnWordsAndReasonWithTheNumbers()
    {
        QSet<QString> words, reasons;
        for (const FindingRule rule : allFindingRules) {
            words << findingRuleWord(rule);
            reasons << findingReason({0, rule, false, 1234, now - 3 * day}, now);
        }
        QCOMPARE(words.size(), qsizetype(allFindingRules.size()));
        QCOMPARE(reasons.size(), qsizetype(allFindingRules.size()));
        const auto reason = [](FindingRule rule, qint64 number, qint64 instant, bool afterExpiry = false) {
            return findingReason({0, rule, afterExpiry, number, instant}, now);
        };
        QVERIFY(reason(Stale, 213, now - 213 * day).contains(QStringLiteral("unused for 213 ")));
        QVERIFY(reason(Stale, 213, noInstant).contains(QStringLiteral("never used in the 213 ")));
        QVERIFY(reason(UsedAfterEnd, 7200, now, true).contains(QStringLiteral("2 hour")));
        QVERIFY(reason(UsedAfterEnd, 7200, now, true).contains(QStringLiteral("expired")));
        QVERIFY(reason(UsedAfterEnd, 3 * 86400, now).contains(QStringLiteral("3 day")));
        QVERIFY(reason(UsedAfterEnd, 3 * 86400, now).contains(QStringLiteral("revoked")));
        QVERIFY(reason(UsedAfterEnd, 0, now).contains(QStringLiteral("0 second")));
        QVERIFY(reason(ExpiresSoon, 3, now + 3 * day).contains(QStringLiteral("in 3 day")));
        QVERIFY(reason(LivesLong, 366, now).contains(QStringLiteral("366 ")));
        QVERIFY(reason(LivesLong, 366, noInstant).contains(QStringLiteral("never expires")));
        QVERIFY(reason(SingleUseUsedAgain, 4'294'967'295, now).contains(QStringLiteral("2,147,483,647")) ||
                reason(SingleUseUsedAgain, 4'294'967'295, now).contains(QStringLiteral("2147483647")));
        QSet<QString> severities;
        for (const FindingSeverity severity :
             {FindingSeverity::Critical, FindingSeverity::High, FindingSeverity::Medium, FindingSeverity::Low})
            severities << severityWord(severity);
        QCOMPARE(severities.size(), 4);
    }
};

QTEST_APPLESS_MAIN(TestAudit)
#include "testaudit.moc"
