// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/keychaincredentialstore.h"
#include "auth/tokenkeeper.h"
#include "support/keyring/keyringrig.h"
#include "support/oidc/scriptedprovider.h"

#include <QTest>

using namespace tokendesk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const QString key = u"tokendesk/1/refresh-token"_s;
const QString service = u"Token Desk"_s;

} // namespace

/// A session kept alive over the real gnome-keyring, which is locked at the worst moment.
class TestSignInKeyring : public QObject
{
    Q_OBJECT

    KeyringRig rig;
    SystemClock clock;
    QObject context;
    std::unique_ptr<ScriptedProvider> provider;
    std::unique_ptr<OidcClient> client;
    std::unique_ptr<KeychainCredentialStore> store;
    std::unique_ptr<TokenKeeper> keeper;
    const std::shared_ptr<AccessTokenSource> handedOut = std::make_shared<AccessTokenSource>();
    std::function<void()> meanwhile; ///< runs while the provider rotates
    int grants = 0;

    static std::optional<Result<void>> await(const std::function<void(TokenKeeper::Done)> &act)
    {
        std::optional<Result<void>> got;
        act([&](Result<void> result) { got = std::move(result); });
        (void)QTest::qWaitFor([&] { return got.has_value(); }, 60'000);
        return got;
    }
    std::optional<Result<void>> renew()
    {
        return await([&](auto reply) { keeper->renew(keeper->currentAccessToken(), &context, reply); });
    }

private Q_SLOTS:
    void initTestCase() { QCOMPARE(rig.start(KeyringRig::Service::GnomeKeyring), QString()); }

    void init()
    {
        QVERIFY(rig.unlock());
        provider = std::make_unique<ScriptedProvider>();
        meanwhile = {};
        grants = 0;
        provider->endpoint = [this](const QByteArray &path, const QUrlQuery &) {
            if (path != "/token")
                return ScriptedServer::reply("");
            if (meanwhile)
                meanwhile();
            const QByteArray number = QByteArray::number(++grants);
            return ScriptedProvider::tokens("access-" + number, "refresh-" + number, 600);
        };
        client = std::make_unique<OidcClient>(
            provider->config(),
            SignInWorld{.findRoute = {}, .clock = &clock, .random = systemRandom, .openBrowser = {}});
        store = std::make_unique<KeychainCredentialStore>(KeychainCredentialStore::Options{.patience = 2s});
        keeper = std::make_unique<TokenKeeper>(*client, *store, handedOut,
                                               TokenKeeper::Options{.vault = {.key = key, .lockPath = {}}});
        QVERIFY(await([&](auto reply) {
                    keeper->adopt({.accessToken = Secret("access-0"),
                                   .refreshToken = Secret("refresh-0"),
                                   .expiresAtMs = clock.nowMs() + 600'000},
                                  &context, reply);
                })->has_value());
        QCOMPARE(rig.lookup(key, service), std::optional(QByteArray("refresh-0")));
    }
    void cleanup()
    {
        keeper.reset();
        store.reset();
        client.reset();
    }

    void aRenewalIsStoredInTheRealKeyring()
    {
        QVERIFY(renew()->has_value());
        QCOMPARE(rig.lookup(key, service), std::optional(QByteArray("refresh-1")));
        QVERIFY(!keeper->status().storingProblem);
    }

    void aKeyringThatIsLockedInTheMiddleOfARenewalLosesNothing()
    {
        QVERIFY(rig.setPrompter(KeyringRig::Prompter::Cancels));
        meanwhile = [this] { QVERIFY(rig.lock()); };
        QVERIFY(renew()->has_value());
        QCOMPARE(handedOut->current().view().toByteArray(), QByteArray("access-1"));
        QCOMPARE(keeper->status().storingProblem->kind, ErrorKind::KeychainLocked);
        QVERIFY(keeper->status().state == TokenKeeper::State::SignedIn);

        // Still locked: what is in memory is used.
        meanwhile = {};
        QVERIFY(renew()->has_value());
        QCOMPARE(provider->forms.back().queryItemValue(u"refresh_token"_s), u"refresh-1"_s);

        // Unlocked: the old token in the keyring is not mistaken for a newer one, and is replaced.
        QVERIFY(rig.unlock());
        QVERIFY(renew()->has_value());
        QCOMPARE(provider->forms.back().queryItemValue(u"refresh_token"_s), u"refresh-2"_s);
        QCOMPARE(rig.lookup(key, service), std::optional(QByteArray("refresh-3")));
        QVERIFY(!keeper->status().storingProblem);
    }

    void aPromptThatNobodyAnswersEndsInTimeAndLosesNothing()
    {
        QVERIFY(rig.setPrompter(KeyringRig::Prompter::Ignores));
        meanwhile = [this] { QVERIFY(rig.lock()); };
        QVERIFY(renew()->has_value());
        QCOMPARE(keeper->status().storingProblem->kind, ErrorKind::KeychainTimeout);
        QCOMPARE(handedOut->current().view().toByteArray(), QByteArray("access-1"));
        QVERIFY(rig.setPrompter(KeyringRig::Prompter::None));
    }

    void signingOutOfALockedKeyringSaysThatTheTokenMayStillBeThere()
    {
        QVERIFY(rig.setPrompter(KeyringRig::Prompter::Cancels));
        QVERIFY(rig.lock());
        std::optional<SignedOut> report;
        keeper->signOut(&context, [&](SignedOut out) { report = std::move(out); });
        QVERIFY(QTest::qWaitFor([&] { return report.has_value(); }, 60'000));
        QVERIFY(report->revocation == SignedOut::Revocation::Done);
        QCOMPARE(report->keychainError->kind, ErrorKind::KeychainLocked);
        QVERIFY(handedOut->current().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSignInKeyring)
#include "testsigninkeyring.moc"
