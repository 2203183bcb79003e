// SPDX-License-Identifier: GPL-3.0-or-later
#include "apicalls.h"
#include "scriptedserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTimer>

using namespace tokendesk;
using namespace std::chrono_literals;

/// What is sent, how often, and to whom.
class TestApiSending : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRequestSaysWhoAsksAndCarriesNothingElse();
    void aCreateSendsTheContractsThreeFields();
    void aPostIsSentOnceWhenAFreshConnectionCloses();
    void aPostIsSentOnceWhenAKeptAliveConnectionCloses();
    void aPostIsSentOnceWhenTheConnectionIsReset();
    void aPostThatWasRefusedAConnectionIsNoUnknownOutcome();
    void authorizationNeverReachesAnotherOrigin_data();
    void authorizationNeverReachesAnotherOrigin();
    void aRedirectWithoutATargetIsAnError();
    void cookiesAreNotSentBack();
    void aChallengeForAPasswordIsUnauthorizedAndNotAnswered();
    void clearTextIsRefusedBeforeAnythingIsAsked();
    void anAccessTokenThatNoHeaderCanCarryIsNotSent();

private:
    [[nodiscard]] ApiConfig config(const QUrl &url) const
    {
        ApiConfig config;
        config.baseUrl = url;
        config.bearer = [] { return Secret("bearer-of-the-test"); };
        config.clock = &m_clock;
        return config;
    }
    static QByteArray emptyList() { return ScriptedServer::reply(R"({"success":true,"data":[]})"); }
    static CreateRequest lineOne() { return {QStringLiteral("Line 1"), 30, false}; }

    FakeClock m_clock;
};

namespace {
QByteArray header(const QByteArray &request, const QByteArray &name)
{
    for (const QByteArray &line : request.left(request.indexOf("\r\n\r\n")).split('\n')) {
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}
} // namespace

void TestApiSending::aRequestSaysWhoAsksAndCarriesNothingElse()
{
    ScriptedServer server;
    server.answer = [](QTcpSocket &peer, const QByteArray &) { peer.write(emptyList()); };
    ApiCalls api(config(server.url()));
    QVERIFY(api.list().has_value());
    QVERIFY(api.list().has_value());
    QCOMPARE(server.requests.size(), 2);
    const QByteArray request = server.requests.first();
    QVERIFY(request.startsWith("GET /api/provisioning-tokens HTTP/1.1\r\n"));
    QCOMPARE(header(request, "Authorization"), QByteArray("Bearer bearer-of-the-test"));
    QVERIFY(header(request, "User-Agent").startsWith("TokenDesk/"));
    QCOMPARE(header(request, "Accept"), QByteArray("application/json"));
    QCOMPARE(header(request, "Accept-Encoding"), QByteArray("gzip"));
    QVERIFY(QRegularExpression(QStringLiteral("^[0-9a-f-]{36}$"))
                .match(QString::fromLatin1(header(request, "X-Request-Id")))
                .hasMatch());
    QVERIFY(header(request, "X-Request-Id") != header(server.requests.last(), "X-Request-Id"));
    QVERIFY(header(request, "Cookie").isEmpty());

    ApiConfig silent = config(server.url());
    silent.bearer = [] { return Secret(); };
    silent.makeRequestId = [] { return QByteArray("number-7"); };
    QVERIFY(ApiCalls(silent).list().has_value());
    QVERIFY(!server.requests.last().toLower().contains("authorization"));
    QCOMPARE(header(server.requests.last(), "X-Request-Id"), QByteArray("number-7"));
}

void TestApiSending::aCreateSendsTheContractsThreeFields()
{
    ScriptedServer server;
    server.answer = [](QTcpSocket &peer, const QByteArray &) {
        peer.write(ScriptedServer::reply(R"({"success":false,"error":{"code":"X","message":"m"}})", "400 Bad Request"));
    };
    ApiCalls api(config(server.url()));
    const auto sent = [&server] {
        const QByteArray request = server.requests.last();
        return QJsonDocument::fromJson(request.mid(request.indexOf("\r\n\r\n") + 4)).object();
    };
    const auto refused = api.create({QString::fromUtf8("\u00c4 \"1\""), 7, true});
    COMPARE_KIND(refused, ErrorKind::Validation);
    QCOMPARE(refused.error().serverCode, QStringLiteral("X"));
    QCOMPARE(refused.error().requestId.toLatin1(), header(server.requests.last(), "X-Request-Id"));
    QCOMPARE(sent(), (QJsonObject{{QStringLiteral("name"), QString::fromUtf8("\u00c4 \"1\"")},
                                  {QStringLiteral("expires_in_days"), 7},
                                  {QStringLiteral("single_use"), true}}));
    QCOMPARE(header(server.requests.last(), "Content-Type"), QByteArray("application/json"));
    COMPARE_KIND(api.create({QStringLiteral("x"), std::nullopt, false}), ErrorKind::Validation);
    QVERIFY(sent().contains(QStringLiteral("expires_in_days")));
    QVERIFY(sent().value(QStringLiteral("expires_in_days")).isNull());
}

void TestApiSending::aPostIsSentOnceWhenAFreshConnectionCloses()
{
    ScriptedServer server;
    server.answer = [](QTcpSocket &peer, const QByteArray &) { peer.disconnectFromHost(); };
    ApiCalls api(config(server.url()));
    const auto made = api.create(lineOne());
    COMPARE_KIND(made, ErrorKind::OutcomeUnknown);
    QCOMPARE(made.error().cause, ErrorKind::Network);
    QTest::qWait(200); // for a second one
    QCOMPARE(server.count("POST"), 1);
    QCOMPARE(server.bytes.count("POST "), 1);
}

void TestApiSending::aPostIsSentOnceWhenAKeptAliveConnectionCloses()
{
    ScriptedServer server;
    server.answer = [](QTcpSocket &peer, const QByteArray &request) {
        if (request.startsWith("GET"))
            peer.write(emptyList());
        else
            peer.disconnectFromHost();
    };
    ApiCalls api(config(server.url()));
    QVERIFY(api.list().has_value());
    const auto made = api.create(lineOne());
    COMPARE_KIND(made, ErrorKind::OutcomeUnknown);
    QCOMPARE(made.error().cause, ErrorKind::Network);
    QTest::qWait(200);
    QCOMPARE(server.count("POST"), 1);
    QCOMPARE(server.bytes.count("POST "), 1);
}

void TestApiSending::aPostIsSentOnceWhenTheConnectionIsReset()
{
    ScriptedServer server;
    server.answer = [](QTcpSocket &peer, const QByteArray &request) {
        if (request.startsWith("GET"))
            peer.write(emptyList());
        else
            peer.abort();
    };
    ApiCalls api(config(server.url()));
    QVERIFY(api.list().has_value());
    COMPARE_KIND(api.create(lineOne()), ErrorKind::OutcomeUnknown);
    COMPARE_KIND(api.create(lineOne()), ErrorKind::OutcomeUnknown);
    QTest::qWait(200);
    QCOMPARE(server.count("POST"), 2);
}

void TestApiSending::aPostThatWasRefusedAConnectionIsNoUnknownOutcome()
{
    QUrl nobody;
    {
        ScriptedServer server;
        nobody = server.url();
    }
    ApiCalls api(config(nobody));
    const auto made = api.create(lineOne());
    COMPARE_KIND(made, ErrorKind::Network);
    QCOMPARE(made.error().detail, QStringLiteral("ConnectionRefusedError"));
    COMPARE_KIND(api.revoke(QUuid::createUuid()), ErrorKind::Network);
    nobody.setScheme(QStringLiteral("https"));
    nobody.setHost(QStringLiteral("no-such-host.invalid"));
    COMPARE_KIND(ApiCalls(config(nobody)).create(lineOne()), ErrorKind::Network);
}

void TestApiSending::authorizationNeverReachesAnotherOrigin_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestApiSending::authorizationNeverReachesAnotherOrigin()
{
    QFETCH(int, status);
    ScriptedServer other;
    other.answer = [](QTcpSocket &peer, const QByteArray &) { peer.write(emptyList()); };
    ScriptedServer server;
    server.answer = [&](QTcpSocket &peer, const QByteArray &) {
        peer.write(ScriptedServer::reply("{}", QByteArray::number(status) + " Moved",
                                         "Location: " + other.url().toEncoded() + "/x?ticket=hidden\r\n"));
    };
    ApiCalls api(config(server.url()));
    const auto listed = api.list();
    COMPARE_KIND(listed, ErrorKind::Redirected);
    QCOMPARE(listed.error().httpStatus, status);
    QCOMPARE(listed.error().detail, QStringLiteral("http://127.0.0.1"));
    COMPARE_KIND(api.create(lineOne()), ErrorKind::Redirected);
    COMPARE_KIND(api.revoke(QUuid::createUuid()), ErrorKind::Redirected);
    COMPARE_KIND(api.organization(), ErrorKind::Redirected);
    QTest::qWait(100);
    QCOMPARE(other.bytes, QByteArray());
    QCOMPARE(other.connections, 0);
    QCOMPARE(server.requests.size(), 4);
}

void TestApiSending::aRedirectWithoutATargetIsAnError()
{
    ScriptedServer server;
    server.answer = [](QTcpSocket &peer, const QByteArray &) { peer.write(ScriptedServer::reply("", "302 Found")); };
    const auto listed = ApiCalls(config(server.url())).list();
    COMPARE_KIND(listed, ErrorKind::Protocol);
    QCOMPARE(listed.error().detail, QStringLiteral("a redirect without a target"));
}

void TestApiSending::cookiesAreNotSentBack()
{
    ScriptedServer server;
    server.answer = [](QTcpSocket &peer, const QByteArray &) {
        peer.write(
            ScriptedServer::reply(R"({"success":true,"data":[]})", "200 OK",
                                  "Set-Cookie: track=1; Path=/\r\nCache-Control: max-age=600\r\nETag: \"1\"\r\n"));
    };
    ApiCalls api(config(server.url()));
    for (int i = 0; i < 3; ++i)
        QVERIFY(api.list().has_value());
    QCOMPARE(server.requests.size(), 3); // and nothing came from a cache
    QVERIFY(!server.bytes.toLower().contains("cookie"));
    QVERIFY(!server.bytes.toLower().contains("if-none-match"));
}

void TestApiSending::aChallengeForAPasswordIsUnauthorizedAndNotAnswered()
{
    for (const char *challenge : {"Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"1\"", "Bearer"}) {
        ScriptedServer server;
        server.answer = [challenge](QTcpSocket &peer, const QByteArray &) {
            peer.write(ScriptedServer::reply(R"({"success":false,"error":{"code":"UNAUTHORIZED","message":"expired"}})",
                                             "401 Unauthorized",
                                             QByteArray("WWW-Authenticate: ") + challenge + "\r\n"));
        };
        ApiCalls api(config(server.url()));
        const auto listed = api.list();
        COMPARE_KIND(listed, ErrorKind::Unauthorized);
        QCOMPARE(listed.error().serverCode, QStringLiteral("UNAUTHORIZED"));
        COMPARE_KIND(api.create(lineOne()), ErrorKind::Unauthorized);
        QCOMPARE(server.requests.size(), 2);
    }
}

void TestApiSending::clearTextIsRefusedBeforeAnythingIsAsked()
{
    int asked = 0;
    for (const char *url :
         {"http://192.0.2.1/api", "http://acusight.example:8080/api", "http://127.0.0.1.example/api"}) {
        ApiConfig clear = config(QUrl(QString::fromLatin1(url)));
        clear.makeNetwork = [&asked] {
            ++asked;
            return std::make_unique<QNetworkAccessManager>();
        };
        ApiCalls api(clear);
        COMPARE_KIND(api.list(), ErrorKind::ClearTextRefused);
        COMPARE_KIND(api.create(lineOne()), ErrorKind::ClearTextRefused);
        COMPARE_KIND(api.revoke(QUuid::createUuid()), ErrorKind::ClearTextRefused);
        COMPARE_KIND(api.organization(), ErrorKind::ClearTextRefused);
    }
    QCOMPARE(asked, 0);
    COMPARE_KIND(ApiCalls(config(QUrl(QStringLiteral("ftp://127.0.0.1/api")))).list(), ErrorKind::Protocol);
}

void TestApiSending::anAccessTokenThatNoHeaderCanCarryIsNotSent()
{
    ScriptedServer server;
    server.answer = [](QTcpSocket &peer, const QByteArray &) { peer.write(emptyList()); };
    for (const char *bearer : {"a\r\nX-Evil: 1", "a b", "\xc3\xa4"}) {
        ApiConfig odd = config(server.url());
        odd.bearer = [bearer] { return Secret(QByteArrayView(bearer)); };
        COMPARE_KIND(ApiCalls(odd).list(), ErrorKind::Unauthorized);
    }
    QCOMPARE(server.connections, 0);
}

QTEST_GUILESS_MAIN(TestApiSending)
#include "test_sending.moc"
