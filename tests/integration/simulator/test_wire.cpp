// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

/// HTTP itself: connections, packing, and bytes that are no HTTP.
class TestWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_simulator.start({u"--tokens"_s, u"3000"_s}), qPrintable(m_simulator.errorString()));
        m_wire = std::make_unique<Wire>(m_simulator);
    }
    void cleanup() { QCOMPARE(m_wire->ask("GET", "/api/organization").status, 200); }

    void oneConnectionServesManyRequests()
    {
        QVERIFY(m_wire->connectNow());
        for (int i = 0; i < 20; ++i) {
            m_wire->write(m_wire->request("GET", "/api/organization"));
            const WireReply reply = m_wire->read();
            QCOMPARE(reply.status, 200);
            QVERIFY(!reply.closed);
        }
        const QJsonArray requests = m_simulator.requests();
        QCOMPARE(requests.last()["connection"_L1], requests[requests.size() - 20]["connection"_L1]);
    }
    void requestsSentAheadAreAnsweredInOrder()
    {
        QVERIFY(m_wire->connectNow());
        QByteArray together;
        for (int i = 1; i <= 300; ++i)
            together += m_wire->request("GET", "/api/provisioning-tokens?limit=" + QByteArray::number(i));
        m_wire->write(together);
        for (int i = 1; i <= 300; ++i)
            QCOMPARE(m_wire->read().rows().size(), i);
    }
    void aRequestMayComeByteByByte()
    {
        QVERIFY(m_wire->connectNow());
        for (const char c : m_wire->request("POST", "/api/provisioning-tokens", R"({"name":""})"_ba)) {
            m_wire->write(QByteArray(1, c));
            m_wire->socket().flush();
        }
        QCOMPARE(m_wire->read().status, 400);
    }
    void closeIsHonoured_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("Connection: close") << "GET /x HTTP/1.1\r\nConnection: Close\r\n\r\n"_ba;
        QTest::newRow("HTTP/1.0") << "GET /x HTTP/1.0\r\n\r\n"_ba;
    }
    void closeIsHonoured()
    {
        QFETCH(QByteArray, request);
        QVERIFY(m_wire->connectNow());
        m_wire->write(request);
        QCOMPARE(m_wire->read().header("connection"), "close"_ba);
        QVERIFY(m_wire->socket().state() == QAbstractSocket::UnconnectedState ||
                m_wire->socket().waitForDisconnected(10'000));
    }
    void aLargeBodyIsSentWholeAndTheSameTwice()
    {
        const QByteArray first = m_wire->ask("GET", "/api/provisioning-tokens").body;
        QVERIFY(first.size() > 600'000);
        QCOMPARE(QJsonDocument::fromJson(first).object().value("data"_L1).toArray().size(), 3000);
        QCOMPARE(m_wire->ask("GET", "/api/provisioning-tokens").body, first);
    }
    void aChangeIsInTheNextList()
    {
        m_wire->ask("GET", "/api/provisioning-tokens", {}, "Accept-Encoding: gzip\r\n");
        m_wire->ask("POST", "/api/provisioning-tokens", R"({"name":"The newest"})"_ba);
        const WireReply reply = m_wire->ask("GET", "/api/provisioning-tokens", {}, "Accept-Encoding: gzip\r\n");
        const QJsonArray rows = QJsonDocument::fromJson(gunzip(reply.body)).object().value("data"_L1).toArray();
        QCOMPARE(rows[0]["name"_L1].toString(), u"The newest"_s);
    }
    void gzipOnlyWhenAskedFor_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("packed");
        QTest::newRow("not asked") << ""_ba << false;
        QTest::newRow("asked") << "Accept-Encoding: gzip\r\n"_ba << true;
        QTest::newRow("among others") << "Accept-Encoding: br, GZIP;q=0.5, deflate\r\n"_ba << true;
        QTest::newRow("others") << "Accept-Encoding: br, deflate\r\n"_ba << false;
        QTest::newRow("refused") << "Accept-Encoding: gzip;q=0\r\n"_ba << false;
    }
    void gzipOnlyWhenAskedFor()
    {
        QFETCH(QByteArray, header);
        QFETCH(bool, packed);
        for (const auto &target : {"/api/provisioning-tokens"_ba, "/api/provisioning-tokens?limit=5"_ba,
                                   "/api/organization"_ba, "/api/nothing"_ba}) {
            const QByteArray plain = m_wire->ask("GET", target).body;
            const WireReply reply = m_wire->ask("GET", target, {}, header);
            QCOMPARE(reply.header("content-encoding"), packed ? "gzip"_ba : QByteArray());
            QCOMPARE(packed ? gunzip(reply.body) : reply.body, plain);
        }
    }
    void everyReplyIsDated()
    {
        for (const auto &target : {"/api/organization"_ba, "/api/nothing"_ba, "/control"_ba}) {
            const QByteArray date = m_wire->ask("GET", target).header("date");
            QVERIFY(date.endsWith(" GMT"));
            const QDateTime read =
                QDateTime::fromString(QString::fromLatin1(QByteArray(date).replace("GMT", "+0000")), Qt::RFC2822Date);
            QVERIFY(qAbs(read.secsTo(QDateTime::currentDateTimeUtc())) < 60);
        }
    }
    void aBodyIsAskedForWhenTheClientWaits()
    {
        QVERIFY(m_wire->connectNow());
        const QByteArray request =
            m_wire->request("POST", "/api/provisioning-tokens", R"({"name":""})"_ba, "Expect: 100-continue\r\n"_ba);
        const qsizetype body = request.indexOf("\r\n\r\n") + 4;
        m_wire->write(request.left(body));
        QCOMPARE(m_wire->readRaw(10'000, 25), "HTTP/1.1 100 Continue\r\n\r\n"_ba);
        m_wire->write(request.mid(body));
        QCOMPARE(m_wire->read().status, 400);
    }

    void bytesThatAreNoRequestAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("words") << "hello\r\n\r\n"_ba << 400;
        QTest::newRow("two words") << "GET /\r\n\r\n"_ba << 400;
        QTest::newRow("old HTTP") << "GET / HTTP/0.9\r\n\r\n"_ba << 505;
        QTest::newRow("next HTTP") << "PRI * HTTP/2.0\r\n\r\n"_ba << 400;
        QTest::newRow("no slash") << "GET x HTTP/1.1\r\n\r\n"_ba << 400;
        QTest::newRow("control in the path") << "GET /\x01 HTTP/1.1\r\n\r\n"_ba << 400;
        QTest::newRow("no colon") << "GET / HTTP/1.1\r\nHost\r\n\r\n"_ba << 400;
        QTest::newRow("blank before the colon") << "GET / HTTP/1.1\r\nHost : a\r\n\r\n"_ba << 400;
        QTest::newRow("folded") << "GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n"_ba << 400;
        QTest::newRow("two lengths") << "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"_ba << 400;
        QTest::newRow("negative length") << "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n"_ba << 400;
        QTest::newRow("length past 64 bits")
            << "POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n"_ba << 400;
        QTest::newRow("large length") << "POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n"_ba << 413;
        QTest::newRow("chunks") << "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"_ba << 501;
        QTest::newRow("many headers") << "GET / HTTP/1.1\r\n" + QByteArray("A: b\r\n").repeated(101) + "\r\n" << 431;
        QTest::newRow("long header") << "GET / HTTP/1.1\r\nA: " + QByteArray(66'000, 'x') + "\r\n\r\n" << 431;
        QTest::newRow("head without end") << "GET / HTTP/1.1\r\nA: " + QByteArray(66'000, 'x') << 431;
        QTest::newRow("zeros") << QByteArray(66'000, '\0') << 431;
        QTest::newRow("a TLS greeting") << QByteArray::fromHex("16030100c8010000c40303") + "\r\n\r\n" << 400;
    }
    void bytesThatAreNoRequestAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        QVERIFY(m_wire->connectNow());
        m_wire->write(bytes);
        const WireReply reply = m_wire->read();
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.header("connection"), "close"_ba);
        QCOMPARE(reply.json().value("success"_L1), QJsonValue(false));
        QVERIFY(m_wire->socket().state() == QAbstractSocket::UnconnectedState ||
                m_wire->socket().waitForDisconnected(10'000));
    }
    void rubbishNeverBringsItDown()
    {
        QRandomGenerator dice(20260301);
        const QByteArray good = m_wire->request("POST", "/api/provisioning-tokens", R"({"name":""})"_ba);
        for (int round = 0; round < 400; ++round) {
            QByteArray bytes = good.repeated(1 + dice.bounded(3));
            for (int i = dice.bounded(40); i >= 0; --i)
                bytes[dice.bounded(bytes.size())] = static_cast<char>(dice.bounded(256));
            bytes.truncate(dice.bounded(bytes.size()) + 1);
            QVERIFY(m_wire->connectNow());
            m_wire->write(bytes);
            m_wire->socket().flush();
            if (round % 2 == 0)
                m_wire->socket().waitForReadyRead(5);
            m_wire->socket().abort();
        }
    }
    void aPeerThatLeavesInMidReplyIsForgotten()
    {
        for (int i = 0; i < 50; ++i) {
            QVERIFY(m_wire->connectNow());
            m_wire->write(m_wire->request("GET", "/api/provisioning-tokens"));
            QVERIFY(m_wire->socket().waitForReadyRead(10'000));
            m_wire->socket().abort();
        }
    }

private:
    SimulatorProcess m_simulator;
    std::unique_ptr<Wire> m_wire;
};

QTEST_GUILESS_MAIN(TestWire)
#include "test_wire.moc"
