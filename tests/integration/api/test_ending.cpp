// SPDX-License-Identifier: GPL-3.0-or-later
#include "apicalls.h"
#include "scriptedserver.h"

#include <QTimer>

using namespace tokendesk;
using namespace std::chrono_literals;

/// How a request ends when its answer does not come, or not whole.
class TestApiEnding : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTrickleEndsAtTheDeadline();
    void silenceAfterAPostIsAnUnknownOutcome();
    void anEndlessAnswerIsCutAtTheCap();
    void anAnnouncedSizeBeyondTheCapIsNotWaitedFor();
    void anAnswerThatIsCutOffIsNoAnswer_data();
    void anAnswerThatIsCutOffIsNoAnswer();
    void aStatusCountsThoughItsBodyIsCutOff();
    void cancellingEndsReadsButNoChange();
    void nothingIsToldAfterTheApiIsGone();
    void anAnswerMayDestroyTheApi();
    void aWorkerThreadMayOwnTheApi();

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

void TestApiEnding::aTrickleEndsAtTheDeadline()
{
    ScriptedServer server;
    server.answer = [](QTcpSocket &peer, const QByteArray &) {
        peer.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
        auto *drip = new QTimer(&peer);
        drip->callOnTimeout(&peer, [&peer] { peer.write(" "); });
        drip->start(20ms);
    };
    ApiConfig impatient = config(server.url());
    impatient.deadline = 400ms;
    impatient.listDeadline = 500ms;
    ApiCalls api(impatient);
    const auto listed = api.list();
    COMPARE_KIND(listed, ErrorKind::Timeout);
    COMPARE_KIND(api.organization(), ErrorKind::Timeout);
    const auto made = api.create(lineOne());
    COMPARE_KIND(made, ErrorKind::OutcomeUnknown);
    QCOMPARE(made.error().cause, ErrorKind::Timeout);
}

void TestApiEnding::silenceAfterAPostIsAnUnknownOutcome()
{
    ScriptedServer server;
    ApiConfig impatient = config(server.url());
    impatient.deadline = 300ms;
    ApiCalls api(impatient);
    const auto made = api.create(lineOne());
    COMPARE_KIND(made, ErrorKind::OutcomeUnknown);
    QCOMPARE(made.error().cause, ErrorKind::Timeout);
    const auto revoked = api.revoke(QUuid::createUuid());
    COMPARE_KIND(revoked, ErrorKind::OutcomeUnknown);
    QCOMPARE(revoked.error().cause, ErrorKind::Timeout);
    QCOMPARE(server.count("POST"), 1);
}

void TestApiEnding::anEndlessAnswerIsCutAtTheCap()
{
    ScriptedServer server;
    server.answer = [](QTcpSocket &peer, const QByteArray &) {
        peer.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
        connect(&peer, &QTcpSocket::bytesWritten, &peer, [&peer] { peer.write(QByteArray(64 * 1024, ' ')); });
        peer.write(" ");
    };
    ApiConfig small = config(server.url());
    small.maxListBytes = [] { return qint64(1 << 20); };
    small.maxReplyBytes = 1 << 16;
    ApiCalls api(small);
    COMPARE_KIND(api.list(), ErrorKind::TooLarge);
    COMPARE_KIND(api.organization(), ErrorKind::TooLarge);
    const auto made = api.create(lineOne());
    COMPARE_KIND(made, ErrorKind::OutcomeUnknown);
    QCOMPARE(made.error().cause, ErrorKind::TooLarge);
}

void TestApiEnding::anAnnouncedSizeBeyondTheCapIsNotWaitedFor()
{
    ScriptedServer server;
    server.answer = [](QTcpSocket &peer, const QByteArray &) {
        peer.write("HTTP/1.1 200 OK\r\nContent-Length: 9000000000\r\n\r\n{");
    };
    COMPARE_KIND(ApiCalls(config(server.url())).list(), ErrorKind::TooLarge);
}

void TestApiEnding::anAnswerThatIsCutOffIsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("answer");
    const QByteArray body = R"({"success":true,"data":[]})";
    QTest::newRow("shorter than announced") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + body);
    QTest::newRow("chunks without an end")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1a\r\n" + body + "\r\n");
    QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
}

void TestApiEnding::anAnswerThatIsCutOffIsNoAnswer()
{
    QFETCH(QByteArray, answer);
    ScriptedServer server;
    server.answer = [answer](QTcpSocket &peer, const QByteArray &) {
        peer.write(answer);
        peer.disconnectFromHost();
    };
    ApiCalls api(config(server.url()));
    const auto listed = api.list();
    QVERIFY2(!listed.has_value(), "part of an answer was taken for the whole");
    const auto made = api.create(lineOne());
    COMPARE_KIND(made, ErrorKind::OutcomeUnknown);
    QCOMPARE(server.count("POST"), 1);
}

void TestApiEnding::aStatusCountsThoughItsBodyIsCutOff()
{
    ScriptedServer server;
    server.answer = [](QTcpSocket &peer, const QByteArray &) {
        peer.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 1000\r\n\r\n{\"success\":false,");
        peer.disconnectFromHost();
    };
    ApiCalls api(config(server.url()));
    const auto made = api.create(lineOne());
    COMPARE_KIND(made, ErrorKind::Forbidden);
    QCOMPARE(made.error().httpStatus, 403);
}

void TestApiEnding::cancellingEndsReadsButNoChange()
{
    ScriptedServer server;
    ApiConfig impatient = config(server.url());
    impatient.deadline = 1500ms;
    ApiCalls api(impatient);
    int lists = 0;
    int organizations = 0;
    std::optional<ErrorKind> listed, told, made;
    api->list({}, {}, [&](auto reply) { ++lists, listed = reply.error().kind; });
    api->organization([&](auto reply) { ++organizations, told = reply.error().kind; });
    api->create(lineOne(), [&](auto reply) { made = reply.error().kind; });
    QTRY_COMPARE(server.requests.size(), 3);
    api->cancelReads();
    QCOMPARE(lists + organizations, 0);
    QTRY_COMPARE(lists + organizations, 2);
    QVERIFY(!made);
    api->cancelReads();
    QTRY_VERIFY_WITH_TIMEOUT(made.has_value(), 20'000);
    QCOMPARE(*listed, ErrorKind::Cancelled);
    QCOMPARE(*told, ErrorKind::Cancelled);
    QCOMPARE(*made, ErrorKind::OutcomeUnknown);
    QCOMPARE(lists + organizations, 2);
}

void TestApiEnding::nothingIsToldAfterTheApiIsGone()
{
    ScriptedServer server;
    int answers = 0;
    ApiCalls api(config(server.url()));
    api->list({}, {}, [&](auto) { ++answers; });
    api->create(lineOne(), [&](auto) { ++answers; });
    QTRY_COMPARE(server.requests.size(), 2);
    api->revoke(QUuid::createUuid(), [&](auto) { ++answers; });
    api.destroy();
    QTest::qWait(100);
    QCOMPARE(answers, 0);
}

void TestApiEnding::anAnswerMayDestroyTheApi()
{
    ScriptedServer server;
    server.answer = [](QTcpSocket &peer, const QByteArray &) { peer.write(emptyList()); };
    for (const bool inProgress : {false, true}) {
        ApiCalls api(config(server.url()));
        int answers = 0;
        api->organization([&](auto) { ++answers; });
        api->list(
            {},
            [&](qint64, qint64) {
                if (inProgress) {
                    ++answers;
                    api.destroy();
                }
            },
            [&](auto) {
                ++answers;
                api.destroy();
            });
        QTRY_VERIFY(answers > 0);
        QTest::qWait(50);
    }
}

void TestApiEnding::aWorkerThreadMayOwnTheApi()
{
    ScriptedServer server;
    server.answer = [](QTcpSocket &peer, const QByteArray &) { peer.write(emptyList()); };
    QThread worker;
    auto *api = new AcusightApi(config(server.url()));
    api->moveToThread(&worker);
    connect(&worker, &QThread::finished, api, &QObject::deleteLater);
    std::atomic<int> good = 0;
    QMetaObject::invokeMethod(api, [&, api] {
        api->list({}, {},
                  [&](auto reply) { good += reply.has_value() && QThread::currentThread() == &worker ? 1 : 100; });
    });
    worker.start(); // last, so that ThreadSanitizer, which cannot see into Qt's event queue, sees all of it handed over
    QTRY_COMPARE(good.load(), 1);
    worker.quit();
    QVERIFY(worker.wait(20'000));
}

QTEST_GUILESS_MAIN(TestApiEnding)
#include "test_ending.moc"
