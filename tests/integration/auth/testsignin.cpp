// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/codeflow.h"
#include "auth/deviceflow.h"
#include "auth/tokenkeeper.h"
#include "support/fakecredentialstore.h"
#include "support/oidc/oidcprovider.h"
#include "support/oidc/standinbrowser.h"

#include <QTest>

using namespace tokendesk;
using namespace std::chrono_literals;

namespace {

const QString key = QStringLiteral("tokendesk/1/refresh-token");

/// One profile of one window, against the certified provider.
struct Desk
{
    explicit Desk(const OidcProvider &provider, FakeCredentialStore &keychain, SignInConfig config = {})
        : store(keychain)
    {
        if (config.issuer.isEmpty())
            config.issuer = provider.issuer();
        config.clientId = QStringLiteral("tokendesk");
        world.clock = &clock;
        world.openBrowser = [this](const QUrl &url) {
            browser.open(url);
            return true;
        };
        client = std::make_unique<OidcClient>(config, world);
        keeper = std::make_unique<TokenKeeper>(*client, store, handedOut,
                                               TokenKeeper::Options{.vault = {.key = key, .lockPath = lockPath}});
    }

    std::optional<Result<Grant>> signIn()
    {
        std::optional<Result<Grant>> got;
        CodeFlow flow(*client, {.patience = 30s}, [&](Result<Grant> grant) { got = std::move(grant); });
        flow.start();
        (void)QTest::qWaitFor([&] { return got && (browser.isDone || !*got); }, 30'000);
        return got;
    }

    std::optional<Result<void>> adopt(Grant grant)
    {
        return await([&](auto reply) { keeper->adopt(std::move(grant), &context, reply); });
    }
    std::optional<Result<void>> renew()
    {
        return await([&](auto reply) { keeper->renew(keeper->currentAccessToken(), &context, reply); });
    }
    static std::optional<Result<void>> await(const std::function<void(TokenKeeper::Done)> &act)
    {
        std::optional<Result<void>> got;
        act([&](Result<void> result) { got = std::move(result); });
        (void)QTest::qWaitFor([&] { return got.has_value(); }, 30'000);
        return got;
    }

    SystemClock clock;
    QObject context;
    FakeCredentialStore &store;
    StandInBrowser browser;
    SignInWorld world;
    QString lockPath;
    std::unique_ptr<OidcClient> client;
    std::shared_ptr<AccessTokenSource> handedOut = std::make_shared<AccessTokenSource>();
    std::unique_ptr<TokenKeeper> keeper;
};

} // namespace

/// The sign-in against npm oidc-provider, which is certified: what it refuses is wrong, and what it gives is right.
class TestSignIn : public QObject
{
    Q_OBJECT

    OidcProvider provider;
    OidcProvider hasty; ///< access tokens of five seconds, device codes of one

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(provider.start({}), QString());
        QCOMPARE(hasty.start({.accessTokenSeconds = 5, .deviceSeconds = 1}), QString());
    }

    void signingInInTheBrowserGivesTokensAndAName()
    {
        FakeCredentialStore store;
        Desk desk(provider, store);
        auto grant = desk.signIn();
        QVERIFY(grant && *grant);
        QVERIFY(!(*grant)->accessToken.isEmpty());
        QVERIFY(!(*grant)->refreshToken.isEmpty());
        QCOMPARE((*grant)->identity->subject, QStringLiteral("ada"));
        QCOMPARE((*grant)->identity->name, QStringLiteral("Person ada"));
        QCOMPARE((*grant)->identity->email, QStringLiteral("ada@example.com"));
        QVERIFY((*grant)->expiresAtMs > desk.clock.nowMs() + 3'500'000);
        QCOMPARE(desk.browser.lastStatus, 200);
        QVERIFY(desk.browser.lastPage.contains("close this page"));

        QVERIFY(desk.adopt(std::move(**grant))->has_value());
        QVERIFY(!desk.keeper->currentAccessToken().isEmpty());
        QVERIFY(desk.keeper->status().state == TokenKeeper::State::SignedIn);
        QVERIFY(!store.entries.value(key).isEmpty());
        QCOMPARE(store.entries.size(), 1); // the access token is in memory only
    }

    void whoDeclinesInTheBrowserIsToldSo()
    {
        FakeCredentialStore store;
        Desk desk(provider, store);
        desk.browser.declines = true;
        const auto grant = desk.signIn();
        QVERIFY(grant && !*grant);
        QCOMPARE(grant->error().kind, ErrorKind::SignInDenied);
        QCOMPARE(grant->error().serverCode, QStringLiteral("access_denied"));
        QVERIFY(QTest::qWaitFor([&] { return desk.browser.isDone; }));
        QVERIFY(desk.browser.lastPage.contains("was not completed"));
    }

    void anIssuerSpelledDifferentlyIsAnotherIssuer()
    {
        FakeCredentialStore store;
        Desk desk(provider, store, {.issuer = provider.issuer() + QLatin1Char('/'), .clientId = {}});
        const auto grant = desk.signIn();
        QVERIFY(grant && !*grant);
        QCOMPARE(grant->error().kind, ErrorKind::SignInMismatch);
        QVERIFY(desk.browser.visited.isEmpty());
    }

    void everyRenewalRotatesTheRefreshTokenAndStoresIt()
    {
        FakeCredentialStore store;
        Desk desk(provider, store);
        auto grant = desk.signIn();
        QVERIFY(grant && *grant);
        QVERIFY(desk.adopt(std::move(**grant))->has_value());
        QByteArray refresh = store.entries.value(key);
        QByteArray access = desk.keeper->currentAccessToken().view().toByteArray();
        for (int i = 0; i < 3; ++i) {
            QVERIFY(desk.renew()->has_value());
            QVERIFY(store.entries.value(key) != refresh);
            QVERIFY(desk.keeper->currentAccessToken().view() != access);
            refresh = store.entries.value(key);
            access = desk.keeper->currentAccessToken().view().toByteArray();
        }
        QCOMPARE(desk.keeper->status().identity->name, QStringLiteral("Person ada"));
    }

    void aTokenOfFiveSecondsIsRenewedWhileItIsUsed()
    {
        FakeCredentialStore store;
        Desk desk(hasty, store);
        auto grant = desk.signIn();
        QVERIFY(grant && *grant);
        QVERIFY(desk.adopt(std::move(**grant))->has_value());
        QSet<QByteArray> used;
        const auto allValid = [&] {
            used << desk.keeper->currentAccessToken().view().toByteArray();
            return desk.keeper->status().expiresAtMs > desk.clock.nowMs();
        };
        bool neverWithout = true;
        QVERIFY(QTest::qWaitFor(
            [&] {
                neverWithout = allValid() && neverWithout;
                return used.size() >= 3;
            },
            30'000));
        QVERIFY(neverWithout);
        QVERIFY(!desk.keeper->status().renewalProblem);
    }

    void aRefreshTokenThatWasUsedElsewhereMeansToSignInAgain()
    {
        FakeCredentialStore store;
        Desk desk(provider, store);
        auto grant = desk.signIn();
        QVERIFY(grant && *grant);
        QVERIFY(desk.adopt(std::move(**grant))->has_value());
        const QByteArray old = store.entries.value(key);
        QVERIFY(desk.renew()->has_value());
        // A thief, or a backup that was played back: the provider sees the second use and ends the sign-in.
        store.entries[key] = old;
        const auto renewed = desk.renew();
        QVERIFY(renewed && !*renewed);
        QCOMPARE(renewed->error().kind, ErrorKind::SignInRequired);
        QVERIFY(desk.keeper->status().state == TokenKeeper::State::NeedsSignIn);

        // One more sign-in helps.
        auto again = desk.signIn();
        QVERIFY(again && *again);
        QVERIFY(desk.adopt(std::move(**again))->has_value());
        QVERIFY(desk.keeper->status().state == TokenKeeper::State::SignedIn);
        QVERIFY(desk.renew()->has_value());
    }

    void twoWindowsOnOneProfileDoNotBurnEachOthersToken()
    {
        FakeCredentialStore store;
        QTemporaryDir runtime;
        Desk one(provider, store);
        Desk two(provider, store);
        const TokenKeeper::Options options{
            .vault = {.key = key, .lockPath = runtime.filePath(QStringLiteral("renewal.lock"))}};
        one.keeper = std::make_unique<TokenKeeper>(*one.client, store, one.handedOut, options);
        two.keeper = std::make_unique<TokenKeeper>(*two.client, store, two.handedOut, options);
        auto grant = one.signIn();
        QVERIFY(grant && *grant);
        QVERIFY(one.adopt(std::move(**grant))->has_value());
        QVERIFY(Desk::await([&](auto reply) { two.keeper->restore(&two.context, reply); })->has_value());
        for (int i = 0; i < 3; ++i) {
            std::optional<Result<void>> first, second;
            one.keeper->renew(one.keeper->currentAccessToken(), &one.context, [&](Result<void> r) { first = r; });
            two.keeper->renew(two.keeper->currentAccessToken(), &two.context, [&](Result<void> r) { second = r; });
            QVERIFY(QTest::qWaitFor([&] { return first && second; }, 30'000));
            QVERIFY(first->has_value());
            QVERIFY(second->has_value());
        }
    }

    void afterSigningOutNeitherTokenIsOfUseAndNothingIsKept()
    {
        FakeCredentialStore store;
        Desk desk(provider, store);
        auto grant = desk.signIn();
        QVERIFY(grant && *grant);
        QVERIFY(desk.adopt(std::move(**grant))->has_value());
        const QByteArray refresh = store.entries.value(key);
        std::optional<SignedOut> report;
        desk.keeper->signOut(&desk.context, [&](SignedOut out) { report = std::move(out); });
        QVERIFY(desk.keeper->currentAccessToken().isEmpty());
        QVERIFY(desk.keeper->status().state == TokenKeeper::State::SignedOut);
        QVERIFY(QTest::qWaitFor([&] { return report.has_value(); }, 30'000));
        QVERIFY(report->revocation == SignedOut::Revocation::Done);
        QVERIFY(!report->keychainError);
        QVERIFY(store.entries.isEmpty());

        store.entries[key] = refresh;
        const auto restored = Desk::await([&](auto reply) { desk.keeper->restore(&desk.context, reply); });
        QVERIFY(restored && !*restored);
        QCOMPARE(restored->error().kind, ErrorKind::SignInRequired);
    }

    void aCodeEnteredElsewhereSignsThisDeviceIn()
    {
        FakeCredentialStore store;
        Desk desk(provider, store);
        std::optional<Result<Grant>> got;
        DeviceFlow flow(*desk.client, [&](Result<Grant> grant) { got = std::move(grant); });
        connect(&flow, &DeviceFlow::codeReady, this,
                [&] { desk.browser.open(flow.device()->verificationUriComplete); });
        flow.start();
        QVERIFY(QTest::qWaitFor([&] { return got.has_value(); }, 30'000));
        QVERIFY(got->has_value());
        QVERIFY(!flow.device()->userCode.isEmpty());
        QVERIFY(flow.device()->verificationUri.isValid());
        QCOMPARE((*got)->identity->subject, QStringLiteral("ada"));
        QVERIFY(desk.adopt(std::move(**got))->has_value());
        QVERIFY(desk.renew()->has_value());
    }

    void whoDeclinesOnTheOtherDeviceIsToldSo()
    {
        FakeCredentialStore store;
        Desk desk(provider, store);
        desk.browser.declines = true;
        std::optional<Result<Grant>> got;
        DeviceFlow flow(*desk.client, [&](Result<Grant> grant) { got = std::move(grant); });
        connect(&flow, &DeviceFlow::codeReady, this,
                [&] { desk.browser.open(flow.device()->verificationUriComplete); });
        flow.start();
        QVERIFY(QTest::qWaitFor([&] { return got.has_value(); }, 30'000));
        QVERIFY(!*got);
        QCOMPARE(got->error().kind, ErrorKind::SignInDenied);
    }

    void aCodeThatNobodyEntersExpires()
    {
        FakeCredentialStore store;
        Desk desk(hasty, store);
        std::optional<Result<Grant>> got;
        DeviceFlow flow(*desk.client, [&](Result<Grant> grant) { got = std::move(grant); });
        flow.start();
        QVERIFY(QTest::qWaitFor([&] { return got.has_value(); }, 30'000));
        QVERIFY(!*got);
        QCOMPARE(got->error().kind, ErrorKind::SignInTimeout);
    }
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "testsignin.moc"
