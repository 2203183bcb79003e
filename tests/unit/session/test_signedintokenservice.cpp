// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/signedintokenservice.h"
#include "support/fakeclock.h"
#include "support/faketokenservice.h"

#include <QPointer>
#include <QTest>

using namespace tokendesk;
using namespace std::chrono_literals;

namespace {

const Error refusal{.kind = ErrorKind::Unauthorized, .httpStatus = 401, .requestId = QStringLiteral("id-1")};

/// A keeper that renews when the test says so.
struct FakeKeeper
{
    QByteArray token = "token-0";
    QList<QByteArray> refused;
    struct Waiting
    {
        QPointer<QObject> context;
        std::function<void(Result<void>)> done;
    };
    std::vector<Waiting> waiting;

    TokenRenewal renewal()
    {
        return {[this] { return Secret(token); },
                [this](const Secret &bad, QObject *context, std::function<void(Result<void>)> done) {
                    refused << bad.view().toByteArray();
                    waiting.push_back({context, std::move(done)});
                }};
    }
    void end(const Result<void> &result)
    {
        for (const Waiting &one : std::exchange(waiting, {})) {
            if (one.context)
                one.done(result);
        }
    }
    void give(const QByteArray &fresh)
    {
        token = fresh;
        end({});
    }
};

struct Rig
{
    FakeClock clock;
    FakeServer server{clock};
    FakeKeeper keeper;
    std::unique_ptr<SignedInTokenService> service;
    std::optional<Result<TokenListing>> listing;
    std::optional<Result<Organization>> organization;
    std::optional<Result<CreatedToken>> created;
    std::optional<Result<Revocation>> revoked;

    explicit Rig(std::chrono::milliseconds patience = 60s)
    {
        server.tokens = tokensOfEveryState(clock.nowMs());
        service = std::make_unique<SignedInTokenService>(std::make_unique<FakeTokenService>(server), keeper.renewal(),
                                                         patience);
    }
    void list()
    {
        service->list(nullptr, {}, [this](Result<TokenListing> reply) { listing = std::move(reply); });
    }
    void askOrganization()
    {
        service->organization([this](Result<Organization> reply) { organization = std::move(reply); });
    }
    void create()
    {
        service->create({QStringLiteral("New"), 7, false},
                        [this](Result<CreatedToken> reply) { created = std::move(reply); });
    }
    [[nodiscard]] bool isAsked(size_t renewals = 1) const
    {
        return QTest::qWaitFor([&] { return keeper.waiting.size() == renewals; });
    }
};

} // namespace

class TestSignedInTokenService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsAcceptedPassesThrough()
    {
        Rig rig;
        rig.list();
        rig.askOrganization();
        rig.create();
        QTRY_VERIFY(rig.listing && rig.organization && rig.created);
        QVERIFY(*rig.listing && *rig.organization && *rig.created);
        QVERIFY(rig.keeper.refused.isEmpty());
    }

    void aReadThatMet401IsAskedOnceMoreWithTheNewToken()
    {
        Rig rig;
        rig.server.listErrors = {refusal};
        rig.list();
        QVERIFY(rig.isAsked());
        QVERIFY(!rig.listing);
        QCOMPARE(rig.keeper.refused, QList<QByteArray>{"token-0"});
        QCOMPARE(rig.server.count(QStringLiteral("list")), 1);
        rig.keeper.give("token-1");
        QTRY_VERIFY(rig.listing);
        QVERIFY(*rig.listing);
        QCOMPARE(rig.server.count(QStringLiteral("list")), 2);
    }

    void anotherErrorIsNoReasonToRenew()
    {
        Rig rig;
        rig.server.listErrors = {{.kind = ErrorKind::Forbidden}};
        rig.list();
        QTRY_VERIFY(rig.listing);
        QCOMPARE(rig.listing->error().kind, ErrorKind::Forbidden);
        QVERIFY(rig.keeper.refused.isEmpty());
    }

    void readsThatMeet401TogetherNameTheSameToken()
    {
        Rig rig;
        rig.server.listErrors = {refusal};
        rig.server.organizationErrors = {refusal};
        rig.list();
        rig.askOrganization();
        QVERIFY(rig.isAsked(2));
        rig.keeper.give("token-1");
        QTRY_VERIFY(rig.listing && rig.organization);
        QVERIFY(*rig.listing && *rig.organization);
        QCOMPARE(rig.keeper.refused, (QList<QByteArray>{"token-0", "token-0"}));
    }

    void aNewTokenThatIsRefusedTooEndsIt()
    {
        Rig rig;
        rig.server.everyError = refusal;
        rig.list();
        QVERIFY(rig.isAsked());
        rig.keeper.give("token-1");
        QTRY_VERIFY(rig.listing);
        QCOMPARE(rig.listing->error().kind, ErrorKind::SignInNotAccepted);
        QCOMPARE(rig.server.count(QStringLiteral("list")), 2);
        QVERIFY(rig.keeper.waiting.empty());
    }

    void aTokenThatWasRenewedMeanwhileIsNotTakenForTheNewOne()
    {
        Rig rig;
        rig.server.everyError = refusal;
        rig.list();
        rig.keeper.token = "token-1"; // somebody else's renewal, while the answer is on its way
        QVERIFY(rig.isAsked());
        rig.keeper.end({}); // at once: token-0 is old
        QVERIFY(rig.isAsked());
        rig.keeper.give("token-2");
        QTRY_VERIFY(rig.listing);
        QCOMPARE(rig.listing->error().kind, ErrorKind::SignInNotAccepted);
        QCOMPARE(rig.keeper.refused, (QList<QByteArray>{"token-0", "token-1"}));
        QCOMPARE(rig.server.count(QStringLiteral("list")), 3);
    }

    void aRenewalThatFailsIsTheAnswer()
    {
        Rig rig;
        rig.server.everyError = refusal;
        rig.list();
        rig.create();
        QVERIFY(rig.isAsked(2));
        rig.keeper.end(failure({.kind = ErrorKind::SignInRequired}));
        QTRY_VERIFY(rig.listing && rig.created);
        QCOMPARE(rig.listing->error().kind, ErrorKind::SignInRequired);
        QCOMPARE(rig.created->error().kind, ErrorKind::SignInRequired);
        QCOMPARE(rig.server.count(QStringLiteral("list")), 1);
    }

    void whatChangesSomethingIsNeverSentAgain()
    {
        Rig rig;
        rig.server.createErrors = {refusal};
        rig.server.revokeErrors = {refusal};
        const QUuid id = testTokenId(rig.server.tokens.front().number);
        rig.create();
        rig.service->revoke(id, [&](Result<Revocation> reply) { rig.revoked = std::move(reply); });
        QVERIFY(rig.isAsked(2));
        QVERIFY(!rig.created && !rig.revoked);
        rig.keeper.give("token-1");
        QTRY_VERIFY(rig.created && rig.revoked);
        QCOMPARE(rig.created->error().kind, ErrorKind::SignInRenewed);
        QCOMPARE(rig.created->error().requestId, QStringLiteral("id-1"));
        QCOMPARE(rig.revoked->error().kind, ErrorKind::SignInRenewed);
        QTest::qWait(50);
        QCOMPARE(rig.server.count(QStringLiteral("create New")), 1);
        QCOMPARE(rig.server.count(QStringLiteral("revoke ") + id.toString(QUuid::WithoutBraces)), 1);
    }

    void aRenewalThatTakesTooLongIsNotWaitedFor()
    {
        Rig rig(10ms);
        rig.server.createErrors = {refusal};
        rig.create();
        QTRY_VERIFY(rig.created);
        QCOMPARE(rig.created->error().kind, ErrorKind::Timeout);
        rig.created.reset();
        rig.keeper.give("token-1"); // too late; told once only
        QTest::qWait(50);
        QVERIFY(!rig.created);
    }

    void cancellingEndsReadsThatWaitAndNothingElse()
    {
        Rig rig;
        rig.server.listErrors = {refusal};
        rig.server.createErrors = {refusal};
        rig.list();
        rig.create();
        QVERIFY(rig.isAsked(2));
        rig.service->cancelReads();
        QVERIFY(!rig.listing);
        QTRY_VERIFY(rig.listing);
        QCOMPARE(rig.listing->error().kind, ErrorKind::Cancelled);
        rig.listing.reset();
        rig.keeper.give("token-1");
        QTRY_VERIFY(rig.created);
        QCOMPARE(rig.created->error().kind, ErrorKind::SignInRenewed);
        QTest::qWait(50);
        QVERIFY(!rig.listing);
        QCOMPARE(rig.server.count(QStringLiteral("list")), 1);
    }

    void itMayBeDestroyedFromInsideAnAnswer()
    {
        Rig rig;
        rig.server.listErrors = {refusal};
        int told = 0;
        rig.service->list(nullptr, {}, [&](const Result<TokenListing> &) {
            ++told;
            rig.service.reset();
        });
        QVERIFY(rig.isAsked());
        rig.keeper.end(failure({.kind = ErrorKind::SignInRequired}));
        QTRY_COMPARE(told, 1);
        QVERIFY(!rig.service);
    }
};

QTEST_GUILESS_MAIN(TestSignedInTokenService)
#include "test_signedintokenservice.moc"
