// SPDX-License-Identifier: GPL-3.0-or-later
//
// What becomes of an open session when its access token ends, is withdrawn, or cannot be kept: with a certified
// provider and a living server. Runs under ThreadSanitizer too.
#include "auth/oidcclient.h"
#include "core/errortext.h"
#include "integration/session/signinrig.h"

#include <QSignalSpy>

using namespace tokendesk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using State = SignInStatus::State;

namespace {

/// A keychain whose writes wait for a person.
class GatedStore final : public CredentialStore
{
public:
    explicit GatedStore(FakeCredentialStore &inner) : m_inner(inner) {}
    bool isClosed = false;
    void read(const QString &key, ReadReply reply) override { m_inner.read(key, std::move(reply)); }
    void write(const QString &key, Secret secret, DoneReply reply) override
    {
        if (!isClosed)
            return m_inner.write(key, std::move(secret), std::move(reply));
        m_waiting = [this, key, kept = std::make_shared<Secret>(std::move(secret)), reply = std::move(reply)] {
            m_inner.write(key, std::move(*kept), reply);
        };
    }
    void remove(const QString &key, DoneReply reply) override { m_inner.remove(key, std::move(reply)); }
    [[nodiscard]] bool isAsked() const { return bool(m_waiting); }
    void open()
    {
        isClosed = false;
        std::exchange(m_waiting, {})();
    }

private:
    FakeCredentialStore &m_inner;
    std::function<void()> m_waiting;
};

const QString refreshGrant = u"refresh_token"_s;

/// As a colleague who withdraws the sign-in at the provider.
bool withdraw(const SignInPlace &place)
{
    SystemClock clock;
    OidcClient client(place.profile.provider,
                      {.findRoute = {}, .clock = &clock, .random = systemRandom, .openBrowser = {}});
    std::optional<Result<bool>> got;
    client.revoke(Secret(place.keychain.entries.value(place.key("refresh-token"))), OidcClient::TokenKind::Refresh,
                  &client, [&got](Result<bool> reply) { got = std::move(reply); });
    (void)QTest::qWaitFor([&] { return got.has_value(); }, 30'000);
    return got && *got && **got;
}

bool expireBearers(SignInPlace &place)
{
    return !place.server.control("POST", "/expire-bearer").isNull();
}

} // namespace

class TestSignInExpiry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tokensOfFiveSecondsAreRenewedDuringUse()
    {
        SignInPlace place;
        QCOMPARE(place.start({.accessTokenSeconds = 5}, {u"--any-bearer"_s, u"5"_s}), QString());
        SignInDesk desk(place.keychain, place.profile);
        QVERIFY(desk.isSignedIn());
        QStringList problems;
        connect(&desk.session, &Session::statusChanged, this, [&] {
            if (const auto &error = desk.session.lastError())
                problems << describeError(*error).headline;
        });
        desk.session.setPollInterval(200ms);
        QSet<QByteArray> used;
        QVERIFY(QTest::qWaitFor(
            [&] {
                used << desk.accessToken->current().view().toByteArray();
                return used.size() >= 4;
            },
            60'000));
        QCOMPARE(problems, QStringList());
        QVERIFY(desk.refresh());
        QVERIFY(!desk.session.lastError());
        QCOMPARE(place.provider.granted(refreshGrant), int(used.size()) - 1);
    }

    void listAndOrganizationThatMeet401TogetherRenewOnce()
    {
        SignInPlace place;
        QCOMPARE(place.start(), QString());
        QVERIFY(place.server.fault(u"expired-401"_s, QJsonValue::Undefined, u"GET"_s, {}, 2));
        SignInDesk desk(place.keychain, place.profile);
        QVERIFY(desk.isSignedIn());
        QTRY_VERIFY_WITH_TIMEOUT(desk.session.organization(), 30'000);
        QCOMPARE(place.provider.granted(refreshGrant), 1);
        QCOMPARE(place.listed(), 2);
    }

    void aTokenThatTheServerRefusesIsRenewedAndTheListGoesOn()
    {
        SignInPlace place;
        QCOMPARE(place.start(), QString());
        SignInDesk desk(place.keychain, place.profile);
        QVERIFY(desk.isSignedIn());
        QVERIFY(expireBearers(place));
        QVERIFY(desk.refresh());
        QVERIFY(!desk.session.lastError());
        QCOMPARE(place.provider.granted(refreshGrant), 1);
        QCOMPARE(desk.state(), State::SignedIn);
    }

    void aCreateThatMet401IsSentOnceAndCanBeRepeated()
    {
        SignInPlace place;
        QCOMPARE(place.start(), QString());
        SignInDesk desk(place.keychain, place.profile);
        QVERIFY(desk.isSignedIn());
        QVERIFY(expireBearers(place));
        std::optional<CreateOutcome> outcome;
        const auto create = [&] {
            outcome.reset();
            desk.session.create({u"Hall"_s, 7, false}, &desk.context,
                                [&](CreateOutcome came) { outcome = std::move(came); });
            return QTest::qWaitFor([&] { return outcome.has_value(); }, 60'000);
        };
        const auto posts = [&] { return place.server.count(u"POST"_s, u"/api/provisioning-tokens"_s); };
        QVERIFY(create());
        QCOMPARE(outcome->result.error().kind, ErrorKind::SignInRenewed);
        QCOMPARE(posts(), 1);
        QCOMPARE(place.server.tokens().size(), 40);
        QCOMPARE(place.provider.granted(refreshGrant), 1);
        QVERIFY(!desk.session.isStale());
        QVERIFY(create());
        QVERIFY(outcome->result);
        QCOMPARE(posts(), 2);
        QCOMPARE(place.server.tokens().size(), 41);
        QVERIFY(desk.comesToRest());
    }

    void aRunOfRevokesGoesOnBehindTheOneThatMet401()
    {
        SignInPlace place;
        QCOMPARE(place.start(), QString());
        SignInDesk desk(place.keychain, place.profile);
        QVERIFY(desk.isSignedIn());
        std::vector<QUuid> ids;
        for (quint32 row = 0; row < desk.session.tokens()->size() && ids.size() < 2; ++row) {
            if (desk.session.tokens()->row(row).revokedAt == noInstant)
                ids.push_back(desk.session.tokens()->row(row).id);
        }
        QVERIFY(expireBearers(place));
        std::vector<RevokeResult> results;
        bool isDone = false;
        desk.session.revoke(
            ids, &desk.context, [&](const RevokeResult &result) { results.push_back(result); }, [&] { isDone = true; });
        QTRY_VERIFY_WITH_TIMEOUT(isDone, 60'000);
        QCOMPARE(results.size(), size_t(2));
        QCOMPARE(results[0].kind, RevokeResult::Kind::Failed);
        QCOMPARE(results[0].error.kind, ErrorKind::SignInRenewed);
        QCOMPARE(results[1].kind, RevokeResult::Kind::Revoked);
        const QString path = u"/api/provisioning-tokens/"_s + ids[0].toString(QUuid::WithoutBraces);
        QCOMPARE(place.server.count(u"DELETE"_s, path), 1);
    }

    void aSignInThatWasWithdrawnKeepsTheListAndAsksForANewOne()
    {
        SignInPlace place;
        QCOMPARE(place.start(), QString());
        SignInDesk desk(place.keychain, place.profile);
        QVERIFY(desk.isSignedIn());
        QTRY_VERIFY(place.keychain.entries.contains(place.key("refresh-token")));
        QVERIFY(withdraw(place));
        QVERIFY(expireBearers(place));
        QVERIFY(desk.refresh());
        QCOMPARE(desk.session.phase(), Session::Phase::Ready);
        QCOMPARE(desk.session.lastError()->kind, ErrorKind::SignInRequired);
        QVERIFY(desk.session.isStale());
        QCOMPARE(desk.session.tokens()->size(), 40u);
        QCOMPARE(desk.state(), State::NeedsSignIn);
        QVERIFY(!desk.connector.signInStatus().renewsItself);

        const int listed = place.listed();
        desk.session.setPollInterval(20ms); // nothing gets better by asking
        QTest::qWait(300);
        QCOMPARE(place.listed(), listed);

        QSignalSpy listChanged(&desk.session, &Session::tokensChanged);
        QVERIFY(desk.isSignedIn());
        QCOMPARE(desk.state(), State::SignedIn);
        QVERIFY(!desk.session.isStale());
        QCOMPARE(listChanged.size(), 0); // it never went away
    }

    void anotherWindowsSignInHelpsThisOneToo()
    {
        SignInPlace place;
        QCOMPARE(place.start(), QString());
        SignInDesk desk(place.keychain, place.profile);
        QVERIFY(desk.isSignedIn());
        QTRY_VERIFY(place.keychain.entries.contains(place.key("refresh-token")));
        QVERIFY(withdraw(place));
        QVERIFY(expireBearers(place));
        QVERIFY(desk.refresh());
        QCOMPARE(desk.session.lastError()->kind, ErrorKind::SignInRequired);
        desk.connector.lookForSignIn(); // nobody has
        QTest::qWait(100);
        QCOMPARE(desk.state(), State::NeedsSignIn);

        SignInDesk other(place.keychain, place.profile);
        const QByteArray before = place.keychain.entries.value(place.key("refresh-token"));
        QVERIFY(other.isSignedIn());
        QTRY_VERIFY(place.keychain.entries.value(place.key("refresh-token")) != before);
        desk.connector.lookForSignIn();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.session.lastError(), 30'000);
        QCOMPARE(desk.state(), State::SignedIn);
    }

    void twoWindowsDoNotBurnEachOthersRefreshToken()
    {
        SignInPlace place;
        QCOMPARE(place.start(), QString());
        SignInDesk one(place.keychain, place.profile);
        QVERIFY(one.isSignedIn());
        QTRY_VERIFY(place.keychain.entries.contains(place.key("refresh-token")));
        SignInDesk two(place.keychain, place.profile);
        const auto restored = two.restore();
        QVERIFY(restored && *restored);
        QVERIFY(two.comesToRest());
        for (int round = 0; round < 3; ++round) {
            QVERIFY(expireBearers(place));
            one.session.refresh();
            two.session.refresh();
            QVERIFY(one.comesToRest() && two.comesToRest());
            QVERIFY(!one.session.lastError());
            QVERIFY(!two.session.lastError());
        }
        QCOMPARE(place.provider.granted(refreshGrant), 7);
    }

    void aRefreshTokenThatWasUsedTwiceEndsTheSignIn()
    {
        SignInPlace place;
        QCOMPARE(place.start(), QString());
        SignInDesk desk(place.keychain, place.profile);
        QVERIFY(desk.isSignedIn());
        QTRY_VERIFY(place.keychain.entries.contains(place.key("refresh-token")));
        const QByteArray old = place.keychain.entries.value(place.key("refresh-token"));
        QVERIFY(expireBearers(place));
        QVERIFY(desk.refresh());
        QVERIFY(!desk.session.lastError());

        FakeCredentialStore stolen;
        stolen.entries.insert(place.key("refresh-token"), old);
        SignInDesk thief(stolen, place.profile);
        const auto restored = thief.restore();
        QVERIFY(restored && !*restored);
        QCOMPARE(restored->error().kind, ErrorKind::SignInRequired);
        QCOMPARE(thief.session.phase(), Session::Phase::NotConnected);
        QVERIFY(expireBearers(place));
        QVERIFY(desk.refresh());
        QCOMPARE(desk.session.lastError()->kind, ErrorKind::SignInRequired);
        QCOMPARE(desk.session.tokens()->size(), 40u);
    }

    void aRotatedTokenIsKeptBeforeTheNewAccessTokenIsUsed()
    {
        SignInPlace place;
        QCOMPARE(place.start(), QString());
        GatedStore store(place.keychain);
        SignInDesk desk(store, place.profile);
        QVERIFY(desk.isSignedIn());
        QTRY_VERIFY(place.keychain.entries.contains(place.key("refresh-token")));
        const QByteArray before = desk.accessToken->current().view().toByteArray();
        store.isClosed = true;
        QVERIFY(expireBearers(place));
        const int listed = place.listed();
        desk.session.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(store.isAsked(), 30'000);
        QTest::qWait(100);
        QCOMPARE(desk.accessToken->current().view().toByteArray(), before);
        QCOMPARE(place.listed(), listed + 1); // what met 401 waits
        store.open();
        QVERIFY(desk.comesToRest());
        QVERIFY(!desk.session.lastError());
        QVERIFY(desk.accessToken->current().view() != before);
    }

    void aKeychainThatIsLockedInMidRefreshDoesNotEndTheSession()
    {
        SignInPlace place;
        QCOMPARE(place.start(), QString());
        SignInDesk desk(place.keychain, place.profile);
        QVERIFY(desk.isSignedIn());
        QTRY_VERIFY(place.keychain.entries.contains(place.key("refresh-token")));
        const Error locked{.kind = ErrorKind::KeychainLocked};
        place.keychain.readError = place.keychain.writeError = locked;
        QVERIFY(expireBearers(place));
        QVERIFY(desk.refresh());
        QVERIFY(!desk.session.lastError());
        QCOMPARE(desk.connector.signInStatus().storingProblem->kind, ErrorKind::KeychainLocked);
        place.keychain.readError.reset();
        place.keychain.writeError.reset();
        QVERIFY(expireBearers(place));
        QVERIFY(desk.refresh());
        QVERIFY(!desk.connector.signInStatus().storingProblem);

        SignInDesk next(place.keychain, place.profile);
        const auto restored = next.restore();
        QVERIFY(restored && *restored);
    }
};

QTEST_GUILESS_MAIN(TestSignInExpiry)
#include "test_signinexpiry.moc"
