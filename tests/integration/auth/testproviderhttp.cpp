// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/oidcclient.h"
#include "auth/providerhttp.h"
#include "support/oidc/scriptedprovider.h"
#include "support/simulator/simulatorprocess.h"

#include <QTest>
#include <QTimer>

using namespace tokendesk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// A provider below HTTP: slow, silent, talkative, and pointing elsewhere.
class TestProviderHttp : public QObject
{
    Q_OBJECT

    SystemClock clock;
    QObject context;
    std::unique_ptr<ScriptedProvider> provider;
    std::unique_ptr<OidcClient> client;

    void makeClient(SignInConfig config)
    {
        client = std::make_unique<OidcClient>(
            std::move(config), SignInWorld{.findRoute = {}, .clock = &clock, .random = systemRandom, .openBrowser = {}},
            ProviderHttp::Limits{.deadline = 400ms, .maxBytes = 16 * 1024});
    }
    Result<ProviderMetadata> discover()
    {
        std::optional<Result<ProviderMetadata>> got;
        client->discover(&context, [&](Result<ProviderMetadata> metadata) { got = std::move(metadata); });
        (void)QTest::qWaitFor([&] { return got.has_value(); }, 20'000);
        return got.value_or(failure({.detail = u"no answer"_s}));
    }
    Result<Grant> refresh()
    {
        std::optional<Result<Grant>> got;
        auto fields = std::make_shared<FormFields>();
        fields->add("grant_type", u"refresh_token"_s).add("refresh_token", Secret("5ec2e7"));
        client->requestGrant(fields, {}, &context, [&](Result<Grant> grant) { got = std::move(grant); });
        (void)QTest::qWaitFor([&] { return got.has_value(); }, 20'000);
        return got ? *std::move(got) : Result<Grant>(failure({.detail = u"no answer"_s}));
    }

private Q_SLOTS:
    void init()
    {
        client.reset();
        provider = std::make_unique<ScriptedProvider>();
        makeClient(provider->config());
    }
    void cleanup() { client.reset(); }

    void theDescriptionIsFetchedOnceItIsRight()
    {
        QVERIFY(discover().has_value());
        QVERIFY(discover().has_value());
        QCOMPARE(provider->count("GET"), 1);
        QVERIFY(provider->requests[0].contains("Accept-Encoding: identity\r\n"));
        QVERIFY(!provider->bytes.contains("Cookie"));
    }

    void theOtherPlaceIsTriedWhereTheFirstHasNothing()
    {
        provider->answer = [this](QTcpSocket &peer, const QByteArray &request) {
            peer.write(request.startsWith("GET /.well-known/oauth-authorization-server ")
                           ? ScriptedServer::reply(QJsonDocument(provider->metadata).toJson())
                           : ScriptedServer::reply("no", "404 Not Found"));
        };
        QVERIFY(discover().has_value());
        QCOMPARE(provider->count("GET"), 2);
    }

    void whatIsNoDescriptionSaysWhatItIs_data()
    {
        QTest::addColumn<QByteArray>("response");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const QByteArray &response, ErrorKind kind) {
            QTest::newRow(name) << response << int(kind);
        };
        row("HTML", ScriptedServer::reply("<html>Wi-Fi</html>"), ErrorKind::Protocol);
        row("garbage", "\x16\x03\x01 garbage\r\n\r\n", ErrorKind::Network);
        row("silence", "", ErrorKind::Timeout);
        row("a head without a body", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n", ErrorKind::Timeout);
        row("announced too large", "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n", ErrorKind::TooLarge);
        row("endless", "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(200'000, ' '), ErrorKind::TooLarge);
        row("not there", ScriptedServer::reply("", "404 Not Found"), ErrorKind::NotFound);
        row("busy", ScriptedServer::reply("{}", "503 Service Unavailable"), ErrorKind::Server);
        row("too often", ScriptedServer::reply("{}", "429 Too Many Requests"), ErrorKind::RateLimited);
        row("elsewhere", ScriptedServer::reply("", "302 Found", "Location: https://evil.example/x?ticket=5ec2e7\r\n"),
            ErrorKind::Redirected);
    }
    void whatIsNoDescriptionSaysWhatItIs()
    {
        QFETCH(QByteArray, response);
        provider->answer = [&](QTcpSocket &peer, const QByteArray &) { peer.write(response); };
        const auto metadata = discover();
        QVERIFY(!metadata);
        QTEST(int(metadata.error().kind), "kind");
        const Error &error = metadata.error();
        QVERIFY(!(error.detail + error.serverMessage + error.serverCode).contains(u"5ec2e7"_s));
        QVERIFY(!(error.detail + error.serverMessage).contains(u"/"_s));
    }

    void aTrickleHasADeadline()
    {
        QTimer drip;
        provider->answer = [&](QTcpSocket &peer, const QByteArray &) {
            peer.write("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n");
            connect(&drip, &QTimer::timeout, &peer, [&peer] { peer.write(" "); });
            drip.start(20ms);
        };
        QCOMPARE(discover().error().kind, ErrorKind::Timeout);
    }

    void anEndlessBodyInChunksIsNotReadFarBeyondTheCap()
    {
        SimulatorProcess simulator; // a process of its own: it sends faster than chunks are read
        QVERIFY2(simulator.start(), qPrintable(simulator.errorString()));
        QVERIFY(simulator.fault(u"oversized"_s, u"chunked"_s));
        ProviderHttp http({.findRoute = {}, .clock = &clock, .random = systemRandom, .openBrowser = {}},
                          {.deadline = 30s, .maxBytes = 16 * 1024});
        std::optional<Result<ProviderReply>> got;
        http.get(simulator.url(), &context, [&](Result<ProviderReply> reply) { got = std::move(reply); });
        QTRY_VERIFY_WITH_TIMEOUT(got, 40'000);
        QVERIFY(!*got);
        QCOMPARE(got->error().kind, ErrorKind::TooLarge);
        // What lies in the buffers of both kernels counts too.
        const qint64 sent = simulator.control("GET", "").object().value(u"sent"_s).toInteger(-1);
        QVERIFY2(sent > 0 && sent < 16 << 20, qPrintable(QString::number(sent)));
    }

    void aRefreshTokenIsSentOnceOnly_data()
    {
        QTest::addColumn<bool>("kept");
        QTest::newRow("fresh connection") << false;
        QTest::newRow("kept connection") << true;
    }
    void aRefreshTokenIsSentOnceOnly()
    {
        QFETCH(bool, kept);
        QVERIFY(discover().has_value());
        if (kept) {
            provider->endpoint = [](const QByteArray &, const QUrlQuery &) {
                return ScriptedProvider::tokens("a", "b", 60);
            };
            QVERIFY(refresh().has_value());
        }
        const int before = provider->count("POST");
        // Qt would send a POST again when the peer closes before it answers.
        provider->answer = [](QTcpSocket &peer, const QByteArray &) { peer.close(); };
        QVERIFY(!refresh());
        QTest::qWait(100);
        QCOMPARE(provider->count("POST"), before + 1);
        QCOMPARE(provider->bytes.count("5ec2e7"), before + 1);
    }

    void anotherOriginGetsNothing_data()
    {
        QTest::addColumn<QByteArray>("status");
        for (const char *status : {"301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"})
            QTest::newRow(status) << QByteArray(status);
    }
    void anotherOriginGetsNothing()
    {
        QFETCH(QByteArray, status);
        ScriptedServer other;
        provider->endpoint = [&](const QByteArray &, const QUrlQuery &) {
            return ScriptedServer::reply("", status, "Location: " + other.url().toEncoded() + "\r\n");
        };
        QCOMPARE(refresh().error().kind, ErrorKind::Redirected);
        QTest::qWait(50);
        QCOMPARE(other.connections, 0);
        QVERIFY(other.bytes.isEmpty());
    }

    void aDescriptionThatPointsElsewhereForOneIssuerIsRefused()
    {
        ScriptedServer other;
        provider->metadata["token_endpoint"_L1] = u"http://tokens.example/t"_s;
        QCOMPARE(refresh().error().kind, ErrorKind::ClearTextRefused);
        provider->metadata["issuer"_L1] = other.url().toString();
        QCOMPARE(refresh().error().kind, ErrorKind::SignInMismatch);
        QVERIFY(provider->paths.isEmpty());
        QCOMPARE(other.connections, 0);
    }

    void aClearTextIssuerIsNotEvenAsked()
    {
        makeClient({.issuer = u"http://id.example"_s, .clientId = u"tokendesk"_s});
        QCOMPARE(discover().error().kind, ErrorKind::ClearTextRefused);
    }

    void whoIsGoneIsNotAnswered()
    {
        provider->answer = [](QTcpSocket &, const QByteArray &) {};
        int answers = 0;
        {
            QObject gone;
            client->discover(&gone, [&](const Result<ProviderMetadata> &) { ++answers; });
            client->discover(&context, [&](const Result<ProviderMetadata> &) { ++answers; });
            QTRY_COMPARE(provider->count("GET"), 2);
        }
        client.reset();
        QTest::qWait(600);
        QCOMPARE(answers, 0);
    }
};

QTEST_GUILESS_MAIN(TestProviderHttp)
#include "testproviderhttp.moc"
