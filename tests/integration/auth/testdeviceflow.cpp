// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/deviceflow.h"
#include "support/fakeclock.h"
#include "support/oidc/scriptedprovider.h"

#include <QTest>

using namespace tokendesk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// The device code with a provider that pends, slows down, goes away and refuses.
class TestDeviceFlow : public QObject
{
    Q_OBJECT

    std::unique_ptr<ScriptedProvider> provider;
    std::unique_ptr<OidcClient> client;
    std::unique_ptr<FakeClock> clock;
    std::unique_ptr<DeviceFlow> flow;
    std::optional<Result<Grant>> result;
    QList<QByteArray> answers; ///< of the token endpoint, one after the other; then tokens

    [[nodiscard]] QByteArray deviceReply(const QByteArray &more = {}) const
    {
        return ScriptedServer::reply("{\"device_code\":\"5ec2e7\",\"user_code\":\"WDJB-MJHT\",\"verification_uri\":\"" +
                                     provider->issuer().toLatin1() + "/device\",\"expires_in\":600,\"interval\":0.02" +
                                     more + '}');
    }
    void start()
    {
        flow = std::make_unique<DeviceFlow>(*client, [this](Result<Grant> grant) { result = std::move(grant); });
        flow->start();
    }
    [[nodiscard]] bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return result.has_value(); }, 20'000);
    }

private Q_SLOTS:
    void init()
    {
        flow.reset();
        client.reset();
        provider = std::make_unique<ScriptedProvider>();
        clock = std::make_unique<FakeClock>();
        client = std::make_unique<OidcClient>(
            provider->config(),
            SignInWorld{.findRoute = {}, .clock = clock.get(), .random = systemRandom, .openBrowser = {}},
            ProviderHttp::Limits{.deadline = 5s, .maxBytes = 64 * 1024});
        result.reset();
        answers.clear();
        provider->endpoint = [this](const QByteArray &path, const QUrlQuery &) {
            if (path == "/device")
                return deviceReply();
            if (!answers.isEmpty())
                return answers.takeFirst();
            return ScriptedProvider::tokens("access", "refresh", 60,
                                            ScriptedProvider::jwt(provider->claims(clock->nowMs() / 1000)));
        };
    }
    void cleanup()
    {
        flow.reset();
        client.reset();
    }

    void itAsksUntilThePersonIsThrough()
    {
        answers = {ScriptedProvider::oauthError("authorization_pending"),
                   ScriptedProvider::oauthError("authorization_pending")};
        start();
        QVERIFY(waitForEnd());
        QVERIFY(result->has_value());
        QCOMPARE(provider->asked("/token"), 3);
        const QUrlQuery form = provider->forms.back();
        QCOMPARE(form.queryItemValue(u"grant_type"_s, QUrl::FullyDecoded),
                 u"urn:ietf:params:oauth:grant-type:device_code"_s);
        QCOMPARE(form.queryItemValue(u"device_code"_s), u"5ec2e7"_s);
        QCOMPARE(flow->device()->expiresAtMs, clock->nowMs() + 600'000);
    }

    void itSlowsDownWhenItIsToldTo()
    {
        answers = {ScriptedProvider::oauthError("slow_down")};
        start();
        QTRY_COMPARE(provider->asked("/token"), 1);
        QTRY_COMPARE(flow->interval(), 5'020ms); // RFC 8628 section 3.5
        QVERIFY(!result);
    }

    void aNetworkThatFailsMeanwhileIsForgiven()
    {
        answers = {ScriptedServer::reply("{}", "502 Bad Gateway"),
                   ScriptedProvider::oauthError("authorization_pending")};
        start();
        QVERIFY(waitForEnd());
        QVERIFY(result->has_value());
        QCOMPARE(flow->interval(), 40ms);
    }

    void theEndsAreToldApart_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("kind");
        QTest::newRow("access_denied") << QByteArray("access_denied") << int(ErrorKind::SignInDenied);
        QTest::newRow("expired_token") << QByteArray("expired_token") << int(ErrorKind::SignInTimeout);
        QTest::newRow("invalid_client") << QByteArray("invalid_client") << int(ErrorKind::SignInRefused);
    }
    void theEndsAreToldApart()
    {
        QFETCH(QByteArray, code);
        answers = {ScriptedProvider::oauthError("authorization_pending"), ScriptedProvider::oauthError(code)};
        start();
        QVERIFY(waitForEnd());
        QVERIFY(!*result);
        QTEST(int(result->error().kind), "kind");
        QCOMPARE(provider->asked("/token"), 2);
    }

    void aCodeThatExpiredIsNotAskedForAnyMore()
    {
        for (int i = 0; i < 1000; ++i)
            answers << ScriptedProvider::oauthError("authorization_pending");
        start();
        QTRY_VERIFY(provider->asked("/token") > 1);
        clock->advance(600'000);
        QVERIFY(waitForEnd());
        QCOMPARE(result->error().kind, ErrorKind::SignInTimeout);
        const qsizetype asked = provider->asked("/token");
        QTest::qWait(100);
        QCOMPARE(provider->asked("/token"), asked);
    }

    void whoGivesUpIsNotSignedInLater()
    {
        for (int i = 0; i < 1000; ++i)
            answers << ScriptedProvider::oauthError("authorization_pending");
        start();
        QTRY_VERIFY(flow->device());
        flow->cancel();
        QVERIFY(waitForEnd());
        QCOMPARE(result->error().kind, ErrorKind::Cancelled);
        const qsizetype asked = provider->asked("/token");
        QTest::qWait(100);
        QVERIFY(provider->asked("/token") <= asked + 1); // one may have been under way
    }

    void aProviderWithoutCodesSaysSo()
    {
        provider->metadata.remove("device_authorization_endpoint"_L1);
        start();
        QVERIFY(waitForEnd());
        QCOMPARE(result->error().kind, ErrorKind::SignInRefused);
        QVERIFY(provider->paths.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDeviceFlow)
#include "testdeviceflow.moc"
