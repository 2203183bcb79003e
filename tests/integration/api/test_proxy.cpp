// SPDX-License-Identifier: GPL-3.0-or-later
#include "apicalls.h"
#include "scriptedserver.h"
#include "support/proxy/testproxy.h"
#include "support/tls/testcertificate.h"

using namespace tokendesk;
using namespace std::chrono_literals;

/// Requests through proxies, and what a proxy gets to read.
class TestApiProxy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void httpsGoesThroughATunnelThatKnowsOnlyTheServersName_data();
    void httpsGoesThroughATunnelThatKnowsOnlyTheServersName();
    void aPasswordOpensTheProxy_data();
    void aPasswordOpensTheProxy();
    void withoutTheRightPasswordNothingReachesTheServer_data();
    void withoutTheRightPasswordNothingReachesTheServer();
    void anotherCertificateBehindAProxyIsRefused_data();
    void anotherCertificateBehindAProxyIsRefused();
    void aProxyThatCannotBeUsedIsSaid_data();
    void aProxyThatCannotBeUsedIsSaid();
    void aServerOnThisMachineIsReachedDirectly_data();
    void aServerOnThisMachineIsReachedDirectly();
    void theSystemsProxyIsUsedWhereItIsWished();
    void clearTextBeyondThisMachineNeedsToBeAllowed();
    void aChallengeOverClearTextIsTheProxysToo();

private:
    using Protocol = TestProxy::Protocol;
    static void bothProtocols()
    {
        QTest::addColumn<Protocol>("protocol");
        QTest::newRow("HTTP") << Protocol::Http;
        QTest::newRow("SOCKS5") << Protocol::Socks5;
    }
    /// A server by the name acusight.test, which only a proxy knows.
    void serve(ScriptedServer &server, bool tls = true)
    {
        if (tls)
            server.tls = m_certificate.configuration();
        server.answer = [](QTcpSocket &peer, const QByteArray &) {
            peer.write(ScriptedServer::reply(R"({"success":true,"data":[]})"));
        };
    }
    ApiConfig config(const ScriptedServer &server, const TestProxy &proxy, Protocol protocol) const
    {
        ApiConfig config;
        config.baseUrl = server.url();
        config.baseUrl.setHost(QStringLiteral("acusight.test"));
        config.bearer = [] { return Secret("bearer-of-the-test"); };
        config.clock = &m_clock;
        config.trust = Trust::pinned(m_certificate.sha256());
        config.proxy = own(proxy.serverPort(), protocol);
        return config;
    }
    static ProxyChoice own(quint16 port, Protocol protocol)
    {
        return {.kind = ProxyChoice::Kind::Own,
                .protocol = protocol == Protocol::Http ? ProxyChoice::Protocol::Http : ProxyChoice::Protocol::Socks5,
                .host = QStringLiteral("127.0.0.1"),
                .port = port};
    }
    static CreateRequest lineOne() { return {QStringLiteral("Line 1"), 30, false}; }

    FakeClock m_clock;
    const TestCertificate m_certificate{{.host = QStringLiteral("acusight.test")}};
};

void TestApiProxy::cleanup()
{
    for (const char *name : {"http_proxy", "https_proxy", "no_proxy"})
        qunsetenv(name);
}

void TestApiProxy::httpsGoesThroughATunnelThatKnowsOnlyTheServersName_data()
{
    bothProtocols();
}

void TestApiProxy::httpsGoesThroughATunnelThatKnowsOnlyTheServersName()
{
    QFETCH(Protocol, protocol);
    ScriptedServer server;
    serve(server);
    TestProxy proxy(protocol);
    ApiCalls api(config(server, proxy, protocol));
    const auto listed = api.list();
    QVERIFY2(listed.has_value(), qPrintable(wordsOf(listed)));
    QVERIFY(server.bytes.contains("Authorization: Bearer bearer-of-the-test"));
    QVERIFY(!server.bytes.toLower().contains("proxy-"));
    QCOMPARE(proxy.asked, QStringList(QStringLiteral("acusight.test:%1").arg(server.serverPort())));
    QVERIFY(!proxy.seen.contains("bearer-of-the-test"));
    QVERIFY(!proxy.seen.contains("provisioning-tokens"));
    QVERIFY(!proxy.seen.contains("\nAuthorization"));
}

void TestApiProxy::aPasswordOpensTheProxy_data()
{
    bothProtocols();
}

void TestApiProxy::aPasswordOpensTheProxy()
{
    QFETCH(Protocol, protocol);
    ScriptedServer server;
    serve(server);
    TestProxy proxy(protocol);
    proxy.user = "operator";
    proxy.password = "pass word:%&";
    ApiConfig asked = config(server, proxy, protocol);
    asked.proxy.user = QStringLiteral("operator");
    asked.proxyPassword = [&proxy] { return Secret(proxy.password); };
    ApiCalls api(asked);
    const auto listed = api.list();
    QVERIFY2(listed.has_value(), qPrintable(wordsOf(listed)));
    QVERIFY(!server.bytes.toLower().contains("proxy-"));
    QVERIFY(!proxy.seen.contains("bearer-of-the-test"));
}

void TestApiProxy::withoutTheRightPasswordNothingReachesTheServer_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<QString>("user");
    for (const Protocol protocol : {Protocol::Http, Protocol::Socks5}) {
        const char *name = protocol == Protocol::Http ? "HTTP" : "SOCKS5";
        QTest::addRow("%s, nobody", name) << protocol << QString();
        QTest::addRow("%s, another password", name) << protocol << QStringLiteral("operator");
    }
}

void TestApiProxy::withoutTheRightPasswordNothingReachesTheServer()
{
    QFETCH(Protocol, protocol);
    QFETCH(QString, user);
    ScriptedServer server;
    serve(server);
    TestProxy proxy(protocol);
    proxy.user = "operator";
    proxy.password = "right";
    ApiConfig asked = config(server, proxy, protocol);
    asked.proxy.user = user;
    asked.proxyPassword = [] { return Secret("wrong"); };
    ApiCalls api(asked);
    COMPARE_KIND(api.list(), ErrorKind::ProxyAuthentication);
    COMPARE_KIND(api.create(lineOne()), ErrorKind::ProxyAuthentication);
    COMPARE_KIND(api.revoke(QUuid::createUuid()), ErrorKind::ProxyAuthentication);
    QCOMPARE(server.connections, 0);
    QVERIFY(!proxy.seen.contains("bearer-of-the-test"));
}

void TestApiProxy::anotherCertificateBehindAProxyIsRefused_data()
{
    bothProtocols();
}

void TestApiProxy::anotherCertificateBehindAProxyIsRefused()
{
    QFETCH(Protocol, protocol);
    ScriptedServer server;
    serve(server);
    server.tls = TestCertificate({.host = QStringLiteral("acusight.test")}).configuration();
    TestProxy proxy(protocol);
    COMPARE_KIND(ApiCalls(config(server, proxy, protocol)).create(lineOne()), ErrorKind::PinChanged);
    QTest::qWait(50);
    QVERIFY(server.connections > 0);
    QCOMPARE(server.bytes, QByteArray());
}

void TestApiProxy::aProxyThatCannotBeUsedIsSaid_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<TestProxy::Manner>("manner");
    QTest::addColumn<ErrorKind>("kind");
    for (const Protocol protocol : {Protocol::Http, Protocol::Socks5}) {
        const char *name = protocol == Protocol::Http ? "HTTP" : "SOCKS5";
        const auto row = [&](const char *what, TestProxy::Manner manner, ErrorKind kind) {
            QTest::addRow("%s, %s", name, what) << protocol << manner << kind;
        };
        row("silent", TestProxy::Manner::Silent, ErrorKind::ProxyTimeout);
        row("closes", TestProxy::Manner::Closes, ErrorKind::ProxyTimeout); // Qt waits on
        row("speaks nonsense", TestProxy::Manner::SpeaksNonsense, ErrorKind::ProxyFailed);
        row("cannot reach the server", TestProxy::Manner::RefusesTarget,
            protocol == Protocol::Http ? ErrorKind::ProxyFailed : ErrorKind::Network);
    }
}

void TestApiProxy::aProxyThatCannotBeUsedIsSaid()
{
    QFETCH(Protocol, protocol);
    QFETCH(TestProxy::Manner, manner);
    QFETCH(ErrorKind, kind);
    ScriptedServer server;
    serve(server);
    quint16 nobody = 0;
    {
        const TestProxy gone(protocol);
        nobody = gone.serverPort();
    }
    TestProxy proxy(protocol);
    proxy.manner = manner;
    ApiConfig asked = config(server, proxy, protocol);
    asked.deadline = asked.listDeadline = kind == ErrorKind::ProxyTimeout ? 300ms : 30'000ms;
    ApiCalls api(asked);
    COMPARE_KIND(api.list(), kind);
    COMPARE_KIND(api.create(lineOne()), kind);
    QCOMPARE(server.connections, 0);

    asked.deadline = asked.listDeadline = 30s;
    asked.proxy.port = nobody;
    COMPARE_KIND(ApiCalls(asked).create(lineOne()), ErrorKind::ProxyFailed);
    asked.proxy.host = QStringLiteral("no-such-proxy.invalid");
    COMPARE_KIND(ApiCalls(asked).create(lineOne()), ErrorKind::ProxyNotFound);
}

void TestApiProxy::aServerOnThisMachineIsReachedDirectly_data()
{
    bothProtocols();
}

void TestApiProxy::aServerOnThisMachineIsReachedDirectly()
{
    QFETCH(Protocol, protocol);
    ScriptedServer server;
    serve(server, false);
    TestProxy proxy(protocol);
    ApiConfig asked = config(server, proxy, protocol);
    asked.baseUrl = server.url();
    QVERIFY(ApiCalls(asked).list().has_value());
    QCOMPARE(proxy.connections, 0);
}

void TestApiProxy::theSystemsProxyIsUsedWhereItIsWished()
{
    ScriptedServer server;
    serve(server);
    TestProxy proxy(Protocol::Http);
    qputenv("https_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.serverPort()));
    ApiConfig asked = config(server, proxy, Protocol::Http);
    asked.proxy = {};
    const auto listed = ApiCalls(asked).list();
    QVERIFY2(listed.has_value(), qPrintable(wordsOf(listed)));
    QCOMPARE(proxy.asked.size(), 1);

    asked.proxy.kind = ProxyChoice::Kind::None;
    COMPARE_KIND(ApiCalls(asked).list(), ErrorKind::Network); // nobody else knows that name
    QCOMPARE(proxy.connections, 1);
}

void TestApiProxy::clearTextBeyondThisMachineNeedsToBeAllowed()
{
    ScriptedServer server;
    serve(server, false);
    TestProxy proxy(Protocol::Http);
    ApiConfig asked = config(server, proxy, Protocol::Http);
    COMPARE_KIND(ApiCalls(asked).list(), ErrorKind::ClearTextRefused);
    QCOMPARE(proxy.connections, 0);
    asked.allowClearText = true;
    const auto listed = ApiCalls(asked).list();
    QVERIFY2(listed.has_value(), qPrintable(wordsOf(listed)));
    QCOMPARE(proxy.asked, QStringList(QStringLiteral("acusight.test:%1").arg(server.serverPort())));
}

void TestApiProxy::aChallengeOverClearTextIsTheProxysToo()
{
    ScriptedServer server;
    serve(server, false);
    TestProxy proxy(Protocol::Http);
    proxy.user = "operator";
    ApiConfig asked = config(server, proxy, Protocol::Http);
    asked.allowClearText = true;
    COMPARE_KIND(ApiCalls(asked).list(), ErrorKind::ProxyAuthentication);
    COMPARE_KIND(ApiCalls(asked).create(lineOne()), ErrorKind::ProxyAuthentication);
    QCOMPARE(server.connections, 0);
}

QTEST_GUILESS_MAIN(TestApiProxy)
#include "test_proxy.moc"
