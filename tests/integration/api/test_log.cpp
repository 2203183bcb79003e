// SPDX-License-Identifier: GPL-3.0-or-later
#include "apicalls.h"
#include "scriptedserver.h"
#include "support/proxy/testproxy.h"
#include "support/tls/testcertificate.h"

#include <QMutex>

using namespace tokendesk;
using namespace std::chrono_literals;

namespace {

/// What the program prints, from whatever thread.
QMutex printedMutex;
QString printed;
QtMessageHandler printBefore = nullptr;

void rememberPrinted(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    {
        const QMutexLocker lock(&printedMutex);
        printed += message + QLatin1Char('\n');
    }
    printBefore(type, context, message);
}

} // namespace

/// The log of requests: one line each, and no secret, wherever one can come in.
class TestApiLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { printBefore = qInstallMessageHandler(rememberPrinted); }
    void cleanupTestCase() { qInstallMessageHandler(printBefore); }
    void everyRequestIsOneLine();
    void whatWasNeverSentIsALineToo();
    void aCancelledAndAnAbandonedRequestAreOneLineEach();
    void pagesOfAListAreALineEach();
    void noSecretIsInTheLogOrPrinted_data();
    void noSecretIsInTheLogOrPrinted();

private:
    ApiConfig config(const QUrl &url)
    {
        ApiConfig config;
        config.baseUrl = url;
        config.bearer = [] { return Secret("hidden-bearer"); };
        config.clock = &m_clock;
        config.log = &m_log;
        return config;
    }
    /// What came since the last call.
    std::vector<RequestLogLine> news()
    {
        RequestLog::News news = m_log.since(m_seen);
        m_seen = news.seen;
        return std::move(news.lines);
    }
    static CreateRequest lineOne() { return {QStringLiteral("hidden-name"), 30, false}; }

    FakeClock m_clock;
    RequestLog m_log;
    quint64 m_seen = 0;
};

void TestApiLog::everyRequestIsOneLine()
{
    ScriptedServer server;
    server.answer = [](QTcpSocket &peer, const QByteArray &request) {
        if (request.startsWith("GET"))
            peer.write(ScriptedServer::reply(R"({"success":true,"data":[]})"));
        else if (request.startsWith("POST"))
            peer.write(ScriptedServer::reply(R"({"success":false})", "403 Forbidden"));
        else
            peer.disconnectFromHost();
    };
    ApiCalls api(config(server.url()));
    QVERIFY(api.list().has_value());
    auto lines = news();
    QCOMPARE(lines.size(), size_t(1));
    QCOMPARE(lines[0].method, QStringLiteral("GET"));
    QCOMPARE(lines[0].path, QStringLiteral("/provisioning-tokens"));
    QCOMPARE(lines[0].status, 200);
    QCOMPARE(lines[0].bytes, qint64(26));
    QCOMPARE(lines[0].outcome, QStringLiteral("ok"));
    QCOMPARE(lines[0].startedAtMs, m_clock.nowMs());
    QVERIFY(server.requests.first().contains("X-Request-Id: " + lines[0].requestId.toLatin1() + "\r\n"));
    QVERIFY(lines[0].milliseconds >= 0);

    COMPARE_KIND(api.create(lineOne()), ErrorKind::Forbidden);
    lines = news();
    QCOMPARE(lines.size(), size_t(1));
    QCOMPARE(lines[0].method, QStringLiteral("POST"));
    QCOMPARE(lines[0].status, 403);
    QCOMPARE(lines[0].outcome, QStringLiteral("forbidden"));

    const QUuid id = QUuid::createUuid();
    COMPARE_KIND(api.revoke(id), ErrorKind::OutcomeUnknown);
    lines = news();
    QCOMPARE(lines.size(), size_t(1));
    QCOMPARE(lines[0].method, QStringLiteral("DELETE"));
    QCOMPARE(lines[0].path, QStringLiteral("/provisioning-tokens/") + id.toString(QUuid::WithoutBraces));
    QCOMPARE(lines[0].status, 0);
    QCOMPARE(lines[0].outcome, QStringLiteral("outcome-unknown/network"));
}

void TestApiLog::whatWasNeverSentIsALineToo()
{
    COMPARE_KIND(ApiCalls(config(QUrl(QStringLiteral("http://acusight.example/api")))).organization(),
                 ErrorKind::ClearTextRefused);
    const auto lines = news();
    QCOMPARE(lines.size(), size_t(1));
    QCOMPARE(lines[0].path, QStringLiteral("/organization"));
    QCOMPARE(lines[0].outcome, QStringLiteral("clear-text-refused"));
    QCOMPARE(lines[0].requestId, QString());
}

void TestApiLog::aCancelledAndAnAbandonedRequestAreOneLineEach()
{
    ScriptedServer server; // never answers
    auto api = std::make_unique<AcusightApi>(config(server.url()));
    bool answered = false;
    api->organization([&answered](const Result<Organization> &) { answered = true; });
    QTRY_COMPARE(server.requests.size(), 1);
    QCOMPARE(news().size(), size_t(0));
    api->cancelReads();
    api->cancelReads();
    QTRY_VERIFY(answered);
    auto lines = news();
    QCOMPARE(lines.size(), size_t(1));
    QCOMPARE(lines[0].outcome, QStringLiteral("cancelled"));

    api->organization([](const Result<Organization> &) {});
    QTRY_COMPARE(server.requests.size(), 2);
    api.reset();
    lines = news();
    QCOMPARE(lines.size(), size_t(1));
    QCOMPARE(lines[0].outcome, QStringLiteral("abandoned"));
}

void TestApiLog::pagesOfAListAreALineEach()
{
    ScriptedServer server;
    const QByteArray row =
        R"({"id":"00000000-0000-4000-8000-00000000000%1","name":"hidden-name","created_at":"2026-01-01T00:00:00Z",)"
        R"("expires_at":null,"revoked_at":null,"single_use":false,"use_count":0,"last_used_at":null})";
    server.answer = [&row](QTcpSocket &peer, const QByteArray &request) {
        const bool first = !request.contains("offset=1");
        peer.write(ScriptedServer::reply(
            R"({"success":true,"data":[)" + QByteArray(row).replace("%1", first ? "1" : "2") +
            R"(],"meta":{"count":1,"limit":1,"offset":)" + (first ? "0" : "1") + R"(,"total":2}})"));
    };
    static_cast<void>(ApiCalls(config(server.url())).list());
    const auto lines = news();
    QCOMPARE(qsizetype(lines.size()), server.requests.size());
    for (const RequestLogLine &line : lines)
        QCOMPARE(line.path, QStringLiteral("/provisioning-tokens"));
}

void TestApiLog::noSecretIsInTheLogOrPrinted_data()
{
    QTest::addColumn<QByteArray>("status");
    for (const char *status : {"200 OK", "302 Found", "401 Unauthorized", "422 hidden", "999 hidden"})
        QTest::newRow(status) << QByteArray(status);
}

void TestApiLog::noSecretIsInTheLogOrPrinted()
{
    QFETCH(QByteArray, status);
    const TestCertificate certificate(
        {.host = QStringLiteral("hidden-name.test"), .commonName = QStringLiteral("hidden-common-name")});
    ScriptedServer server;
    server.tls = certificate.configuration();
    QByteArray body = R"({"success":true,"data":{"id":"hidden-id","name":"hidden-name","token":"hidden-token",)"
                      R"("setup_command":"hidden-command"},"error":{"code":"hidden-code","message":"hidden-message"}})";
    bool close = false;
    server.answer = [&](QTcpSocket &peer, const QByteArray &) {
        peer.write(ScriptedServer::reply(
            body, status,
            "Location: https://hidden-target/?ticket=hidden-ticket\r\nSet-Cookie: hidden=cookie\r\n"
            "WWW-Authenticate: Basic realm=\"hidden\"\r\nX-Request-Id: hidden\r\nRetry-After: hidden\r\n"));
        if (close)
            peer.disconnectFromHost();
    };
    TestProxy proxy(TestProxy::Protocol::Http);
    proxy.user = "hidden-user";
    proxy.password = "hidden-password";
    ApiConfig asked = config(server.url());
    asked.baseUrl.setHost(QStringLiteral("hidden-name.test"));
    asked.baseUrl.setUserInfo(QStringLiteral("hidden-user:hidden-password"));
    asked.baseUrl.setPath(QStringLiteral("/hidden-base/api"));
    asked.baseUrl.setQuery(QStringLiteral("key=hidden-query"));
    asked.baseUrl.setFragment(QStringLiteral("hidden-fragment"));
    asked.proxy = {.kind = ProxyChoice::Kind::Own,
                   .host = QStringLiteral("127.0.0.1"),
                   .port = proxy.serverPort(),
                   .user = QStringLiteral("hidden-user")};
    asked.proxyPassword = [] { return Secret("hidden-password"); };
    {
        const QMutexLocker lock(&printedMutex);
        printed.clear();
    }
    int requests = 0;
    const auto askAll = [&](const ApiConfig &how) {
        ApiCalls api(how);
        static_cast<void>(api.create(lineOne()));
        static_cast<void>(api.list());
        static_cast<void>(api.revoke(QUuid::createUuid()));
        static_cast<void>(api.organization());
        requests += 4;
    };
    // Through, wrong certificate, wrong pin, wrong proxy password, unusable bearer, missing file, clear text.
    ApiConfig pinned = asked;
    pinned.trust = Trust::pinned(certificate.sha256());
    askAll(pinned);
    QVERIFY(server.bytes.contains("hidden-bearer") && server.bytes.contains("hidden-name"));
    askAll(asked);
    ApiConfig other = asked;
    other.trust = Trust::pinned(QByteArray(32, 'x'));
    askAll(other);
    other = pinned;
    other.proxyPassword = [] { return Secret("hidden-wrong"); };
    askAll(other);
    other = pinned;
    other.bearer = [] { return Secret("hidden bearer\r\nhidden: header"); };
    askAll(other);
    other = pinned;
    other.trust = Trust::ownAuthority(QStringLiteral("/hidden/file.pem"));
    askAll(other);
    other = pinned;
    other.baseUrl.setScheme(QStringLiteral("http"));
    askAll(other);
    other.baseUrl.setHost(QStringLiteral("hidden.invalid"));
    other.allowClearText = true;
    other.proxy.kind = ProxyChoice::Kind::None;
    askAll(other);
    close = true;
    body = "<html>hidden</html>";
    askAll(pinned);

    const auto lines = news();
    QCOMPARE(int(lines.size()), requests);
    QString text;
    for (const RequestLogLine &line : lines)
        text += RequestLog::text(line) + QLatin1Char('\n');
    QVERIFY2(!text.contains(QStringLiteral("hidden"), Qt::CaseInsensitive), qPrintable(text));
    const QMutexLocker lock(&printedMutex);
    QVERIFY2(!printed.contains(QStringLiteral("hidden"), Qt::CaseInsensitive), qPrintable(printed));
}

QTEST_GUILESS_MAIN(TestApiLog)
#include "test_log.moc"
