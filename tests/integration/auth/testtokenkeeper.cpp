// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/tokenkeeper.h"
#include "support/fakeclock.h"
#include "support/fakecredentialstore.h"
#include "support/oidc/scriptedprovider.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tokendesk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using State = TokenKeeper::State;
namespace {

const QString key = u"tokendesk/1/refresh-token"_s;

/// A keychain whose writes wait for a person.
class GatedStore final : public CredentialStore
{
public:
    explicit GatedStore(FakeCredentialStore &inner) : m_inner(inner) {}
    void read(const QString &name, ReadReply reply) override { m_inner.read(name, std::move(reply)); }
    void write(const QString &name, Secret secret, DoneReply reply) override
    {
        m_waiting = [this, name, kept = std::make_shared<Secret>(std::move(secret)), reply = std::move(reply)] {
            m_inner.write(name, std::move(*kept), reply);
        };
    }
    void remove(const QString &name, DoneReply reply) override { m_inner.remove(name, std::move(reply)); }
    [[nodiscard]] bool isAsked() const { return bool(m_waiting); }
    void open() { std::exchange(m_waiting, {})(); }

private:
    FakeCredentialStore &m_inner;
    std::function<void()> m_waiting;
};

QString refreshTokenIn(const QUrlQuery &form)
{
    return form.queryItemValue(u"refresh_token"_s);
}

} // namespace

/// What keeps a session alive, with a provider and a keychain that do as the test says, on a clock that stands still.
class TestTokenKeeper : public QObject
{
    Q_OBJECT

    std::unique_ptr<ScriptedProvider> provider;
    std::unique_ptr<FakeCredentialStore> store;
    std::unique_ptr<FakeClock> clock;
    std::unique_ptr<OidcClient> client;
    std::shared_ptr<AccessTokenSource> handedOut;
    std::unique_ptr<TokenKeeper> keeper;
    QObject context;
    int grants = 0; ///< access-1 and refresh-1, access-2 and refresh-2, ...

    TokenKeeper::Options options() const
    {
        return {.vault = {.key = key, .lockPath = {}}, .firstRetry = 10s, .lastRetry = 60s, .longestNap = 10ms};
    }
    void makeKeeper(CredentialStore &keychain, TokenKeeper::Options given)
    {
        keeper = std::make_unique<TokenKeeper>(*client, keychain, handedOut, std::move(given));
    }
    /// "access-0" and "refresh-0", for 100 s.
    std::optional<Result<void>> adopt(const QByteArray &refresh = "refresh-0")
    {
        return await([&](auto reply) {
            keeper->adopt({.accessToken = Secret("access-0"),
                           .refreshToken = Secret(refresh),
                           .expiresAtMs = clock->nowMs() + 100'000,
                           .identity = Identity{u"ada"_s, u"Ada"_s, {}}},
                          &context, reply);
        });
    }
    std::optional<Result<void>> renew()
    {
        return await([&](auto reply) { keeper->renew(keeper->currentAccessToken(), &context, reply); });
    }
    static std::optional<Result<void>> await(const std::function<void(TokenKeeper::Done)> &act)
    {
        std::optional<Result<void>> got;
        act([&](Result<void> result) { got = std::move(result); });
        (void)QTest::qWaitFor([&] { return got.has_value(); }, 20'000);
        return got;
    }
    SignedOut signOut()
    {
        std::optional<SignedOut> got;
        keeper->signOut(&context, [&](SignedOut report) { got = std::move(report); });
        (void)QTest::qWaitFor([&] { return got.has_value(); }, 20'000);
        return got.value_or(SignedOut{.keychainError = Error{.detail = u"no report"_s}});
    }
    [[nodiscard]] QByteArray current() const { return keeper->currentAccessToken().view().toByteArray(); }
    void giveTokens()
    {
        provider->endpoint = [this](const QByteArray &path, const QUrlQuery &) {
            if (path != "/token")
                return ScriptedServer::reply("");
            const QByteArray number = QByteArray::number(++grants);
            return ScriptedProvider::tokens("access-" + number, "refresh-" + number, 100);
        };
    }

private Q_SLOTS:
    void init()
    {
        keeper.reset();
        client.reset();
        provider = std::make_unique<ScriptedProvider>();
        store = std::make_unique<FakeCredentialStore>();
        clock = std::make_unique<FakeClock>();
        handedOut = std::make_shared<AccessTokenSource>();
        client = std::make_unique<OidcClient>(
            provider->config(),
            SignInWorld{.findRoute = {}, .clock = clock.get(), .random = systemRandom, .openBrowser = {}},
            ProviderHttp::Limits{.deadline = 5s, .maxBytes = 64 * 1024});
        grants = 0;
        giveTokens();
        makeKeeper(*store, options());
    }
    void cleanup()
    {
        keeper.reset();
        client.reset();
    }

    void aSignInIsHandedOutAtOnceAndKept()
    {
        QVERIFY(keeper->status().state == State::SignedOut);
        keeper->adopt({.accessToken = Secret("access-0"),
                       .refreshToken = Secret("refresh-0"),
                       .expiresAtMs = clock->nowMs() + 100'000,
                       .identity = Identity{u"ada"_s, {}, {}}},
                      &context, [](Result<void>) {});
        QCOMPARE(current(), QByteArray("access-0"));
        QTRY_COMPARE(store->entries.value(key), QByteArray("refresh-0"));
        QCOMPARE(keeper->status().identity->subject, u"ada"_s);
        QCOMPARE(keeper->status().expiresAtMs, clock->nowMs() + 100'000);
    }

    void itIsRenewedBeforeItEndsAndNotEarlier()
    {
        QVERIFY(adopt()->has_value());
        clock->advance(79'000);
        QTest::qWait(100);
        QVERIFY(provider->paths.isEmpty());
        clock->advance(1'000);
        QTRY_COMPARE(current(), QByteArray("access-1"));
        QCOMPARE(provider->paths.size(), 1);
        QCOMPARE(refreshTokenIn(provider->forms[0]), u"refresh-0"_s);
        QCOMPARE(store->entries.value(key), QByteArray("refresh-1"));
        QVERIFY(keeper->status().state == State::SignedIn);
    }

    void aRotatedTokenIsStoredBeforeTheNewAccessTokenIsHandedOut()
    {
        GatedStore gated(*store);
        makeKeeper(gated, options());
        std::optional<Result<void>> adopted, renewed;
        keeper->adopt({.accessToken = Secret("access-0"),
                       .refreshToken = Secret("refresh-0"),
                       .expiresAtMs = clock->nowMs() + 100'000},
                      &context, [&](Result<void> result) { adopted = result; });
        QTRY_VERIFY(gated.isAsked());
        gated.open();
        QTRY_VERIFY(adopted);
        keeper->renew(keeper->currentAccessToken(), &context, [&](Result<void> result) { renewed = result; });
        QTRY_VERIFY(gated.isAsked());
        QTest::qWait(50);
        QCOMPARE(current(), QByteArray("access-0"));
        QVERIFY(!renewed);
        gated.open();
        QTRY_VERIFY(renewed);
        QCOMPARE(store->entries.value(key), QByteArray("refresh-1"));
        QCOMPARE(current(), QByteArray("access-1"));
        keeper.reset();
    }

    void forThisSessionOnlyTheKeychainIsLeftAlone()
    {
        store->writeError = Error{.kind = ErrorKind::KeychainLocked};
        QVERIFY(!adopt()->has_value());
        keeper->keepInMemory();
        QVERIFY(!keeper->status().storingProblem);
        store->writeError.reset();
        QVERIFY(renew()->has_value());
        QCOMPARE(current(), QByteArray("access-1"));
        QVERIFY(!store->entries.contains(key));
        QVERIFY(renew()->has_value());
        QCOMPARE(refreshTokenIn(provider->forms.back()), u"refresh-1"_s);
    }

    void storingIsWaitedForAndTriedAgainWhereItFailed()
    {
        store->writeError = Error{.kind = ErrorKind::KeychainLocked};
        keeper->adopt({.accessToken = Secret("access-0"),
                       .refreshToken = Secret("refresh-0"),
                       .expiresAtMs = clock->nowMs() + 100'000},
                      &context, [](const Result<void> &) {});
        const auto stores = [this] { return await([this](auto reply) { keeper->store(&context, reply); }); };
        const auto first = stores(); // what adopt() began
        QVERIFY(first && !*first);
        QCOMPARE(first->error().kind, ErrorKind::KeychainLocked);
        const auto second = stores();
        QVERIFY(second && !*second);
        store->writeError.reset();
        const auto third = stores();
        QVERIFY(third && *third);
        QVERIFY(!keeper->status().storingProblem);
        QCOMPARE(store->entries.value(key), QByteArray("refresh-0"));
        store->writeError = Error{.kind = ErrorKind::KeychainLocked};
        const auto fourth = stores(); // it is there
        QVERIFY(fourth && *fourth);
    }

    void aTokenThatCannotBeStoredIsKeptInMemoryAndSaid()
    {
        QVERIFY(adopt()->has_value());
        store->writeError = Error{.kind = ErrorKind::KeychainLocked};
        QVERIFY(renew()->has_value());
        QCOMPARE(current(), QByteArray("access-1"));
        QCOMPARE(keeper->status().storingProblem->kind, ErrorKind::KeychainLocked);
        QCOMPARE(store->entries.value(key), QByteArray("refresh-0"));

        // The old one in the keychain is not taken for a newer one, and it is stored as soon as that is possible.
        store->writeError.reset();
        QVERIFY(renew()->has_value());
        QCOMPARE(refreshTokenIn(provider->forms.back()), u"refresh-1"_s);
        QCOMPARE(store->entries.value(key), QByteArray("refresh-2"));
        QVERIFY(!keeper->status().storingProblem);
    }

    void aKeychainThatCannotBeReadDoesNotEndASession()
    {
        QVERIFY(adopt()->has_value());
        store->readError = Error{.kind = ErrorKind::KeychainLocked};
        QVERIFY(renew()->has_value());
        QCOMPARE(refreshTokenIn(provider->forms.back()), u"refresh-0"_s);
        QCOMPARE(current(), QByteArray("access-1"));
    }

    void aNewerTokenOfAnotherWindowIsUsed()
    {
        QVERIFY(adopt()->has_value());
        store->entries[key] = "refresh-of-another";
        QVERIFY(renew()->has_value());
        QCOMPARE(refreshTokenIn(provider->forms.back()), u"refresh-of-another"_s);
    }

    void oneRenewalServesAllWhoAsk()
    {
        QVERIFY(adopt()->has_value());
        int answers = 0;
        for (int i = 0; i < 5; ++i)
            keeper->renew(Secret("access-0"), &context, [&](const Result<void> &result) { answers += result ? 1 : 0; });
        QTRY_COMPARE(answers, 5);
        QCOMPARE(provider->asked("/token"), 1);
        // One whose 401 comes late, with the token before.
        QVERIFY(await([&](auto reply) { keeper->renew(Secret("access-0"), &context, reply); })->has_value());
        QCOMPARE(provider->asked("/token"), 1);
    }

    void withoutRotationTheRefreshTokenStays()
    {
        QVERIFY(adopt()->has_value());
        provider->endpoint = [](const QByteArray &, const QUrlQuery &) {
            return ScriptedProvider::tokens("access-1", {}, 100);
        };
        QVERIFY(renew()->has_value());
        QVERIFY(renew()->has_value());
        QCOMPARE(refreshTokenIn(provider->forms.back()), u"refresh-0"_s);
        QCOMPARE(store->entries.value(key), QByteArray("refresh-0"));
    }

    void aGrantThatEndedAsksForASignInAndIsNotTriedAgain()
    {
        QVERIFY(adopt()->has_value());
        provider->endpoint = [](const QByteArray &, const QUrlQuery &) {
            return ScriptedProvider::oauthError("invalid_grant");
        };
        QCOMPARE(renew()->error().kind, ErrorKind::SignInRequired);
        QVERIFY(keeper->status().state == State::NeedsSignIn);
        QCOMPARE(renew()->error().kind, ErrorKind::SignInRequired);
        clock->advance(1'000'000);
        QTest::qWait(100);
        QCOMPARE(provider->asked("/token"), 1);
        // Another window has signed in meanwhile.
        store->entries[key] = "refresh-of-another";
        giveTokens();
        QVERIFY(await([&](auto reply) { keeper->restore(&context, reply); })->has_value());
        QVERIFY(keeper->status().state == State::SignedIn);
    }

    void aProviderThatIsDownIsTriedAgainWithPatience()
    {
        QVERIFY(adopt()->has_value());
        provider->endpoint = [](const QByteArray &, const QUrlQuery &) {
            return ScriptedServer::reply("{}", "503 Service Unavailable", "Retry-After: 40\r\n");
        };
        QCOMPARE(renew()->error().kind, ErrorKind::Server);
        QCOMPARE(keeper->status().renewalProblem->kind, ErrorKind::Server);
        QVERIFY(keeper->status().state == State::Expiring); // less than five minutes are left
        QCOMPARE(current(), QByteArray("access-0"));
        QCOMPARE(renew()->error().kind, ErrorKind::Server); // told so without a request
        QCOMPARE(provider->asked("/token"), 1);
        clock->advance(39'000);
        QTest::qWait(100);
        QCOMPARE(provider->asked("/token"), 1);
        clock->advance(1'000);
        QTRY_COMPARE(provider->asked("/token"), 2);
        giveTokens();
        QTRY_VERIFY(keeper->status().renewalProblem);
        clock->advance(40'000);
        QTRY_COMPARE(current(), QByteArray("access-1"));
        QVERIFY(!keeper->status().renewalProblem);
        QVERIFY(keeper->status().state == State::SignedIn);
    }

    void theNetworkMayBeAwayBeyondTheEndOfTheToken()
    {
        QVERIFY(adopt()->has_value());
        provider->close();
        clock->advance(100'000);
        QTRY_VERIFY(keeper->status().renewalProblem);
        QCOMPARE(keeper->status().renewalProblem->kind, ErrorKind::Network);
        QVERIFY(keeper->status().state == State::Expiring);
    }

    void withoutARefreshTokenTheEndIsAnnounced()
    {
        store->entries[key] = "of an earlier sign-in";
        QVERIFY(adopt({})->has_value());
        QVERIFY(store->entries.isEmpty());
        QVERIFY(keeper->status().state == State::Expiring);
        clock->advance(100'000);
        QTRY_VERIFY(keeper->status().state == State::NeedsSignIn);
        QCOMPARE(renew()->error().kind, ErrorKind::SignInRequired);
        QVERIFY(provider->paths.isEmpty());
    }

    void anotherPersonsTokenIsNotTaken()
    {
        QVERIFY(adopt()->has_value());
        provider->endpoint = [this](const QByteArray &, const QUrlQuery &) {
            QJsonObject claims = provider->claims(clock->nowMs() / 1000);
            claims["sub"_L1] = u"eve"_s;
            return ScriptedProvider::tokens("access-of-eve", "refresh-of-eve", 100, ScriptedProvider::jwt(claims));
        };
        QCOMPARE(renew()->error().kind, ErrorKind::SignInMismatch);
        QCOMPARE(current(), QByteArray("access-0"));
        QVERIFY(keeper->status().state == State::NeedsSignIn);
    }

    void aStartWithAnEmptyKeychainIsSignedOut()
    {
        const auto restored = await([&](auto reply) { keeper->restore(&context, reply); });
        QCOMPARE(restored->error().kind, ErrorKind::KeychainMissing);
        QVERIFY(keeper->status().state == State::SignedOut);
        QVERIFY(provider->paths.isEmpty());
    }

    void aStartWithoutANetworkComesRightLater()
    {
        store->entries[key] = "refresh-0";
        provider->endpoint = [](const QByteArray &, const QUrlQuery &) {
            return ScriptedServer::reply("{}", "502 Bad Gateway");
        };
        QCOMPARE(await([&](auto reply) { keeper->restore(&context, reply); })->error().kind, ErrorKind::Server);
        QVERIFY(keeper->status().state == State::Expiring);
        giveTokens();
        clock->advance(20'000);
        QTRY_COMPARE(current(), QByteArray("access-1"));
    }

    void signingOutRevokesTheRefreshTokenFirstAndForgets()
    {
        QVERIFY(adopt()->has_value());
        const SignedOut report = signOut();
        QVERIFY(report.revocation == SignedOut::Revocation::Done);
        QVERIFY(!report.keychainError && !report.revocationError);
        QCOMPARE(provider->paths, (QList<QByteArray>{"/revoke", "/revoke"}));
        QCOMPARE(provider->forms[0].queryItemValue(u"token"_s), u"refresh-0"_s);
        QCOMPARE(provider->forms[1].queryItemValue(u"token"_s), u"access-0"_s);
        QVERIFY(store->entries.isEmpty());
        QVERIFY(keeper->status() == TokenKeeper::Status{});
        QVERIFY(signOut().revocation == SignedOut::Revocation::Nothing);
    }

    void signingOutForgetsAlsoWhereTheProviderFails()
    {
        QVERIFY(adopt()->has_value());
        provider->endpoint = [](const QByteArray &, const QUrlQuery &) {
            return ScriptedServer::reply("{}", "503 Service Unavailable");
        };
        const SignedOut report = signOut();
        QVERIFY(report.revocation == SignedOut::Revocation::Failed);
        QCOMPARE(report.revocationError->kind, ErrorKind::Server);
        QVERIFY(store->entries.isEmpty());
    }

    void signingOutSaysWhereNothingCouldBeRevokedOrForgotten()
    {
        provider->metadata.remove("revocation_endpoint"_L1);
        QVERIFY(adopt()->has_value());
        store->removeError = Error{.kind = ErrorKind::KeychainLocked};
        const SignedOut report = signOut();
        QVERIFY(report.revocation == SignedOut::Revocation::NotOffered);
        QCOMPARE(report.keychainError->kind, ErrorKind::KeychainLocked);
        QVERIFY(current().isEmpty());
    }

    void signingOutInTheMiddleOfARenewalHandsNothingOut()
    {
        QVERIFY(adopt()->has_value());
        std::optional<Result<void>> renewed;
        keeper->renew(keeper->currentAccessToken(), &context, [&](Result<void> result) { renewed = result; });
        const SignedOut report = signOut();
        QVERIFY(renewed && !*renewed);
        QCOMPARE(renewed->error().kind, ErrorKind::Cancelled);
        QVERIFY(current().isEmpty());
        QVERIFY(store->entries.isEmpty());
        // What was rotated meanwhile is what is revoked.
        QVERIFY(report.revocation == SignedOut::Revocation::Done);
        QCOMPARE(provider->forms[1].queryItemValue(u"token"_s), u"refresh-1"_s);
    }

    void aSignInInTheMiddleOfARenewalWins()
    {
        QVERIFY(adopt()->has_value());
        keeper->renew(keeper->currentAccessToken(), &context, [](Result<void>) {});
        QVERIFY(adopt("refresh-new")->has_value());
        QCOMPARE(current(), QByteArray("access-0"));
        QCOMPARE(store->entries.value(key), QByteArray("refresh-new"));
        QVERIFY(renew()->has_value());
        QCOMPARE(refreshTokenIn(provider->forms.back()), u"refresh-new"_s);
    }

    void anotherWindowsLockIsWaitedForAndNotForEver()
    {
        QTemporaryDir runtime;
        TokenKeeper::Options given = options();
        given.vault.lockPath = runtime.filePath(u"renewal.lock"_s);
        given.vault.lockPatience = 300ms;
        makeKeeper(*store, given);
        QVERIFY(adopt()->has_value());
        QLockFile other(given.vault.lockPath);
        QVERIFY(other.tryLock(0));
        QCOMPARE(renew()->error().kind, ErrorKind::Timeout);
        QVERIFY(provider->paths.isEmpty());
        other.unlock();
        QVERIFY(renew()->has_value());
        QVERIFY(other.tryLock(0)); // let go of afterwards
    }

    void nothingIsWrittenForASessionOnly()
    {
        TokenKeeper::Options given = options();
        given.vault.keepInKeychain = false;
        makeKeeper(*store, given);
        store->entries[key] = "somebody's";
        QVERIFY(adopt()->has_value());
        QVERIFY(renew()->has_value());
        QCOMPARE(refreshTokenIn(provider->forms.back()), u"refresh-0"_s);
        (void)signOut();
        QCOMPARE(store->entries.value(key), QByteArray("somebody's"));
    }

    void whoIsGoneIsNotAnswered()
    {
        QVERIFY(adopt()->has_value());
        int answers = 0;
        {
            QObject gone;
            keeper->renew(keeper->currentAccessToken(), &gone, [&](Result<void>) { ++answers; });
        }
        QTRY_COMPARE(current(), QByteArray("access-1"));
        keeper->renew(keeper->currentAccessToken(), &context, [&](Result<void>) { ++answers; });
        keeper.reset();
        QTest::qWait(100);
        QCOMPARE(answers, 0);
    }
};

QTEST_GUILESS_MAIN(TestTokenKeeper)
#include "testtokenkeeper.moc"
