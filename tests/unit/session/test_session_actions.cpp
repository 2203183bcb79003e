// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokenstatus.h"
#include "session/session.h"
#include "support/fakeclock.h"
#include "support/faketokenservice.h"

#include <QTest>

using namespace tokendesk;
using namespace std::chrono_literals;
using Kind = RevokeResult::Kind;

namespace {

struct Rig
{
    FakeClock clock;
    FakeServer server{clock};
    Session session{clock};
    QObject context;
    std::vector<CreateOutcome> created;
    std::vector<RevokeResult> revoked;
    int revokeDone = 0;

    Rig()
    {
        server.tokens = tokensOfEveryState(clock.nowMs());
        session.setPollInterval(0ms);
    }
    [[nodiscard]] bool open()
    {
        session.open({QUuid::createUuid(), QStringLiteral("P"), QUrl(QStringLiteral("https://acusight.io/api"))},
                     std::make_unique<FakeTokenService>(server));
        return QTest::qWaitFor([this] { return session.phase() == Session::Phase::Ready && session.organization(); });
    }
    void create(const QString &name, bool singleUse = false)
    {
        session.create({name, 30, singleUse}, &context,
                       [this](CreateOutcome outcome) { created.push_back(std::move(outcome)); });
    }
    void revoke(const std::vector<int> &numbers)
    {
        std::vector<QUuid> ids;
        for (int number : numbers)
            ids.push_back(testTokenId(number));
        session.revoke(
            ids, &context, [this](const RevokeResult &result) { revoked.push_back(result); }, [this] { ++revokeDone; });
    }
    [[nodiscard]] Kind kindOf(int number) const
    {
        for (const RevokeResult &result : revoked)
            if (result.id == testTokenId(number))
                return result.kind;
        return Kind(-1);
    }
};

const Error lostReply{.kind = ErrorKind::OutcomeUnknown, .cause = ErrorKind::Network};

} // namespace

class TestSessionActions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void creatingHandsOverTheSecretAndLoadsTheListAgain()
    {
        Rig rig;
        QVERIFY(rig.open());
        rig.create(QStringLiteral("Line 9"));
        QVERIFY(rig.session.isActing());
        QTRY_COMPARE(rig.created.size(), 1u);
        QVERIFY(rig.created[0].result);
        QVERIFY(rig.created[0].result->token.equals(rig.server.lastSecret));
        QVERIFY(!rig.session.isActing());
        QTRY_COMPARE(rig.session.tokens()->size(), 8u);
        QCOMPARE(rig.server.count(QStringLiteral("create")), 1);
    }

    void aRefusedCreateIsTheServersWord()
    {
        Rig rig;
        QVERIFY(rig.open());
        rig.server.createErrors.push_back({.kind = ErrorKind::Validation, .httpStatus = 400});
        rig.create(QStringLiteral("Line 9"));
        QTRY_COMPARE(rig.created.size(), 1u);
        QCOMPARE(rig.created[0].result.error().kind, ErrorKind::Validation);
        QVERIFY(rig.created[0].candidates.empty());
        QCOMPARE(rig.server.count(QStringLiteral("list")), 1);
    }

    void aLostReplyIsLookedUpAndTheTokenThatFitsIsNamed()
    {
        Rig rig;
        QVERIFY(rig.open());
        rig.server.createErrors.push_back(lostReply);
        rig.server.applyDespiteError = true;
        rig.create(QStringLiteral("Line 9"));
        QTRY_COMPARE(rig.created.size(), 1u);
        QCOMPARE(rig.created[0].result.error().kind, ErrorKind::OutcomeUnknown);
        QVERIFY(rig.created[0].listReloaded);
        QCOMPARE(rig.created[0].candidates, std::vector<QUuid>{testTokenId(1000)});
        QCOMPARE(rig.server.count(QStringLiteral("create")), 1);
    }

    void aLostReplyToACreateThatNeverHappenedNamesNoToken()
    {
        Rig rig;
        rig.server.tokens[0].name = QStringLiteral("Line 9"); // the same name, but from long before
        QVERIFY(rig.open());
        rig.server.createErrors.push_back(lostReply);
        rig.create(QStringLiteral("Line 9"));
        QTRY_COMPARE(rig.created.size(), 1u);
        QVERIFY(rig.created[0].listReloaded);
        QVERIFY(rig.created[0].candidates.empty());
    }

    void aTokenOfTheSameNameMadeBySomebodyElseEarlierIsNoCandidate()
    {
        Rig rig;
        QVERIFY(rig.open());
        TestToken other;
        other.number = 500;
        other.name = QStringLiteral("Line 9");
        other.createdAt = rig.clock.nowMs() - 20'000; // since the last refresh, but before the request
        rig.server.tokens.push_back(other);
        rig.server.createErrors.push_back(lostReply);
        rig.create(QStringLiteral("Line 9"));
        QTRY_COMPARE(rig.created.size(), 1u);
        QVERIFY(rig.created[0].candidates.empty());
    }

    void whenEvenTheReloadFailsThatIsSaid()
    {
        Rig rig;
        QVERIFY(rig.open());
        rig.server.createErrors.push_back(lostReply);
        rig.server.listErrors.push_back({.kind = ErrorKind::Network});
        rig.create(QStringLiteral("Line 9"));
        QTRY_COMPARE(rig.created.size(), 1u);
        QVERIFY(!rig.created[0].listReloaded);
        QVERIFY(rig.session.isStale());
    }

    void anActionOvertakesARefresh()
    {
        Rig rig;
        QVERIFY(rig.open());
        rig.server.hold = true;
        rig.session.refresh();
        rig.create(QStringLiteral("Line 9"));
        QVERIFY(!rig.session.isRefreshing());
        rig.server.release();
        QTRY_COMPARE(rig.created.size(), 1u);
        QTRY_COMPARE(rig.session.tokens()->size(), 8u);
        QVERIFY(!rig.session.lastError());
    }

    void aDialogThatIsGoneIsNotCalled()
    {
        Rig rig;
        QVERIFY(rig.open());
        {
            QObject dialog;
            rig.session.create({QStringLiteral("Line 9"), 30, false}, &dialog, [&](CreateOutcome) { QFAIL("called"); });
        }
        QTRY_VERIFY(!rig.session.isActing());
    }

    void closingInMidCreateSaysThatTheOutcomeIsUnknown()
    {
        Rig rig;
        QVERIFY(rig.open());
        rig.server.hold = true;
        rig.create(QStringLiteral("Line 9"));
        rig.session.close();
        QCOMPARE(rig.created.size(), 1u);
        QCOMPARE(rig.created[0].result.error().kind, ErrorKind::OutcomeUnknown);
        QVERIFY(!rig.session.isActing());
    }

    void revokingGoesOneByOneAndTellsEach()
    {
        Rig rig;
        QVERIFY(rig.open());
        rig.server.hold = true;
        rig.revoke({1, 3});
        QCOMPARE(rig.server.count(QStringLiteral("revoke")), 1);
        rig.server.release();
        QTRY_COMPARE(rig.revokeDone, 1);
        QCOMPARE(rig.kindOf(1), Kind::Revoked);
        QCOMPARE(rig.kindOf(3), Kind::Revoked);
        QCOMPARE(rig.server.count(QStringLiteral("revoke")), 2);
        const auto row = rig.session.tokens()->rowOf(testTokenId(1));
        QVERIFY(rig.session.tokens()->row(*row).revokedAt != noInstant);
    }

    void revokingAnAlreadyRevokedTokenIsReportedAsDone()
    {
        Rig rig;
        QVERIFY(rig.open());
        rig.server.tokens[0].revokedAt = rig.clock.nowMs(); // by somebody else; the list here does not know yet
        rig.revoke({1, 6});
        QTRY_COMPARE(rig.revokeDone, 1);
        QCOMPARE(rig.kindOf(1), Kind::AlreadyRevoked);
        QCOMPARE(rig.kindOf(6), Kind::AlreadyRevoked);
    }

    void a400ForATokenThatStillLivesIsAFailure()
    {
        Rig rig;
        QVERIFY(rig.open());
        rig.server.revokeErrors.push_back({.kind = ErrorKind::Validation, .httpStatus = 400});
        rig.revoke({1});
        QTRY_COMPARE(rig.revokeDone, 1);
        QCOMPARE(rig.kindOf(1), Kind::Failed);
        QCOMPARE(rig.revoked[0].error.kind, ErrorKind::Validation);
    }

    void aTokenTheServerDoesNotHaveIsSaid()
    {
        Rig rig;
        QVERIFY(rig.open());
        rig.server.tokens.erase(rig.server.tokens.begin());
        rig.revoke({1});
        QTRY_COMPARE(rig.revokeDone, 1);
        QCOMPARE(rig.kindOf(1), Kind::NotFound);
    }

    void aLostReplyIsLookedUpBeforeAnythingIsClaimed_data()
    {
        QTest::addColumn<bool>("applied");
        QTest::addColumn<bool>("reloadWorks");
        QTest::addColumn<int>("kind");
        QTest::newRow("applied") << true << true << int(Kind::Revoked);
        QTest::newRow("not applied") << false << true << int(Kind::Failed);
        QTest::newRow("cannot look") << true << false << int(Kind::Unknown);
    }
    void aLostReplyIsLookedUpBeforeAnythingIsClaimed()
    {
        QFETCH(bool, applied);
        QFETCH(bool, reloadWorks);
        QFETCH(int, kind);
        Rig rig;
        QVERIFY(rig.open());
        rig.server.revokeErrors.push_back(lostReply);
        rig.server.applyDespiteError = applied;
        if (!reloadWorks)
            rig.server.listErrors.push_back({.kind = ErrorKind::Network});
        rig.revoke({1});
        QTRY_COMPARE(rig.revokeDone, 1);
        QCOMPARE(int(rig.kindOf(1)), kind);
        QCOMPARE(rig.server.count(QStringLiteral("revoke")), 1);
    }

    void oneFailureDoesNotHideTheRest()
    {
        Rig rig;
        QVERIFY(rig.open());
        rig.server.revokeErrors.push_back({.kind = ErrorKind::Server, .httpStatus = 500});
        rig.revoke({1, 2});
        QTRY_COMPARE(rig.revokeDone, 1);
        QCOMPARE(rig.kindOf(1), Kind::Failed);
        QCOMPARE(rig.kindOf(2), Kind::Revoked);
    }

    void anAccessTokenThatIsNoLongerAcceptedEndsTheRun()
    {
        Rig rig;
        QVERIFY(rig.open());
        rig.server.revokeErrors.push_back({.kind = ErrorKind::Unauthorized, .httpStatus = 401});
        rig.server.listErrors.push_back({.kind = ErrorKind::Unauthorized, .httpStatus = 401});
        rig.revoke({1, 2, 3});
        QTRY_COMPARE(rig.revokeDone, 1);
        QCOMPARE(rig.kindOf(1), Kind::Failed);
        QCOMPARE(rig.kindOf(2), Kind::NotAttempted);
        QCOMPARE(rig.kindOf(3), Kind::NotAttempted);
        QCOMPARE(rig.server.count(QStringLiteral("revoke")), 1);
        QVERIFY(rig.session.isStale());
    }

    void cancellingFinishesTheRequestUnderWayAndNoMore()
    {
        Rig rig;
        QVERIFY(rig.open());
        rig.server.hold = true;
        rig.revoke({1, 2, 3});
        rig.session.cancelRevoke();
        rig.server.release();
        QTRY_COMPARE(rig.revokeDone, 1);
        QCOMPARE(rig.kindOf(1), Kind::Revoked);
        QCOMPARE(rig.kindOf(2), Kind::NotAttempted);
        QCOMPARE(rig.kindOf(3), Kind::NotAttempted);
    }

    void closingInMidRevokeTellsEveryToken()
    {
        Rig rig;
        QVERIFY(rig.open());
        rig.server.hold = true;
        rig.revoke({1, 2});
        rig.session.close();
        QCOMPARE(rig.revokeDone, 1);
        QCOMPARE(rig.kindOf(1), Kind::Unknown);
        QCOMPARE(rig.kindOf(2), Kind::NotAttempted);
    }
};

QTEST_GUILESS_MAIN(TestSessionActions)
#include "test_session_actions.moc"
