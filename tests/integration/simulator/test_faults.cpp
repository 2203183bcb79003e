// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QSet>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

namespace {

constexpr auto list = "/api/provisioning-tokens";
constexpr int shortWait = 300;

} // namespace

/// Faults of connections, statuses and packing as bytes on the wire; test_faultyjson.cpp has those in the JSON.
class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_simulator.start({u"--tokens"_s, u"20"_s}), qPrintable(m_simulator.errorString()));
        m_wire = std::make_unique<Wire>(m_simulator);
        m_rows = m_wire->ask("GET", list).rows();
        QCOMPARE(m_rows.size(), 20);
    }
    void cleanup()
    {
        QVERIFY(m_simulator.clearFaults());
        // Whatever happened: the server stands and answers as before.
        QCOMPARE(m_wire->ask("GET", list).rows().last(), m_rows.last());
    }

    void delayHoldsTheReplyBack()
    {
        QVERIFY(m_simulator.fault(u"delay"_s, 400));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(m_wire->ask("GET", list).status, 200);
        QVERIFY(timer.elapsed() >= 390); // the promise is a least time
    }
    void hangSendsNothingAndStaysOpen()
    {
        QVERIFY(m_simulator.fault(u"hang"_s));
        const WireReply reply = m_wire->ask("GET", list, {}, {}, shortWait);
        QCOMPARE(reply.raw, ""_ba);
        QVERIFY(!reply.closed);
    }
    void hangMidBodySendsHalfAndStaysOpen()
    {
        QVERIFY(m_simulator.fault(u"hang-mid-body"_s));
        const WireReply reply = m_wire->ask("GET", list, {}, {}, shortWait);
        QCOMPARE(reply.body.size(), reply.header("content-length").toLongLong() / 2);
        QVERIFY(!reply.closed);
    }
    void closeBeforeReplySendsNothingAndDoesNothing()
    {
        QVERIFY(m_simulator.fault(u"close-before-reply"_s));
        const WireReply reply = m_wire->ask("POST", list, R"({"name":"Lost"})"_ba);
        QCOMPARE(reply.raw, ""_ba);
        QVERIFY(reply.closed);
        QCOMPARE(m_simulator.tokens().size(), m_rows.size());
    }
    void appliedReplyLostDoesTheWorkAndSendsNothing()
    {
        QVERIFY(m_simulator.fault(u"applied-reply-lost"_s, {}, u"POST"_s));
        const WireReply reply = m_wire->ask("POST", list, R"({"name":"Applied"})"_ba);
        QCOMPARE(reply.raw, ""_ba);
        QVERIFY(reply.closed);
        const QJsonObject made = m_simulator.tokens()[0].toObject();
        QCOMPARE(made.value("name"_L1).toString(), u"Applied"_s);
        m_simulator.control("DELETE", "/tokens/" + made.value("id"_L1).toString().toUtf8());
    }
    void aReplacedReplyCanHideWorkThatWasDone()
    {
        const QJsonObject rule{{u"fault"_s, u"html-502"_s}, {u"times"_s, 1}, {u"applied"_s, true}};
        m_simulator.control("POST", "/faults", QJsonDocument(rule));
        QCOMPARE(m_wire->ask("POST", list, R"({"name":"Behind a proxy"})"_ba).status, 502);
        const QJsonObject made = m_simulator.tokens()[0].toObject();
        QCOMPARE(made.value("name"_L1).toString(), u"Behind a proxy"_s);
        m_simulator.control("DELETE", "/tokens/" + made.value("id"_L1).toString().toUtf8());
    }
    void closeMidBodyBreaksItsPromiseOfLength()
    {
        QVERIFY(m_simulator.fault(u"close-mid-body"_s));
        const WireReply reply = m_wire->ask("GET", list);
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.closed);
        QCOMPARE(reply.body.size(), reply.header("content-length").toLongLong() / 2);
    }

    void errorsOfTheServer_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QJsonValue>("arg");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const QJsonValue none(QJsonValue::Undefined);
        QTest::newRow("expired") << u"expired-401"_s << none << 401 << u"UNAUTHORIZED"_s;
        QTest::newRow("forbidden") << u"forbidden-403"_s << none << 403 << u"FORBIDDEN"_s;
        QTest::newRow("not found") << u"not-found-404"_s << none << 404 << u"NOT_FOUND"_s;
        QTest::newRow("conflict") << u"conflict-409"_s << none << 409 << u"CONFLICT"_s;
        QTest::newRow("rate") << u"rate-limited"_s << none << 429 << u"RATE_LIMITED"_s;
        QTest::newRow("500") << u"server-error"_s << none << 500 << u"INTERNAL_ERROR"_s;
        QTest::newRow("503") << u"server-error"_s << QJsonValue(503) << 503 << u"INTERNAL_ERROR"_s;
        QTest::newRow("words of one's own")
            << u"server-error"_s
            << QJsonValue(QJsonObject{{u"status"_s, 507}, {u"code"_s, u"FULL"_s}, {u"message"_s, u"<b>"_s}}) << 507
            << u"FULL"_s;
    }
    void errorsOfTheServer()
    {
        QFETCH(QString, fault);
        QFETCH(QJsonValue, arg);
        QFETCH(int, status);
        QFETCH(QString, code);
        QVERIFY(m_simulator.fault(fault, arg));
        const WireReply reply = m_wire->ask("POST", list, R"({"name":"x"})"_ba);
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.code(), code);
        QCOMPARE(m_simulator.tokens().size(), m_rows.size());
    }
    void rateLimitSaysWhenInSecondsOrAsADate()
    {
        QVERIFY(m_simulator.fault(u"rate-limited"_s, 17));
        QCOMPARE(m_wire->ask("GET", list).header("retry-after"), "17"_ba);
        QVERIFY(m_simulator.fault(u"rate-limited"_s, u"date:60"_s));
        const WireReply reply = m_wire->ask("GET", list);
        const auto instant = [](const QByteArray &text) {
            return QDateTime::fromString(QString::fromLatin1(text), Qt::RFC2822Date).toSecsSinceEpoch();
        };
        QVERIFY(reply.header("retry-after").endsWith(" GMT"));
        const qint64 wait = instant(reply.header("retry-after").replace("GMT", "+0000")) -
                            instant(reply.header("date").replace("GMT", "+0000"));
        QVERIFY2(wait >= 59 && wait <= 60, QByteArray::number(wait).constData());
    }
    void html502IsAProxysPage()
    {
        QVERIFY(m_simulator.fault(u"html-502"_s));
        const WireReply reply = m_wire->ask("GET", list);
        QCOMPARE(reply.status, 502);
        QVERIFY(reply.header("content-type").startsWith("text/html"));
        QVERIFY(reply.body.contains("<h1>502"));
    }
    void empty204HasNoBody()
    {
        QVERIFY(m_simulator.fault(u"empty-204"_s));
        const WireReply reply = m_wire->ask("GET", list);
        QCOMPARE(reply.status, 204);
        QCOMPARE(reply.body, ""_ba);
        QVERIFY(reply.header("content-length").isNull());
    }
    void redirectNamesItsTarget()
    {
        QVERIFY(m_simulator.fault(u"redirect"_s, u"http://127.0.0.1:9/api"_s));
        WireReply reply = m_wire->ask("GET", list);
        QCOMPARE(reply.status, 307);
        QCOMPARE(reply.header("location"), "http://127.0.0.1:9/api"_ba);
        QVERIFY(m_simulator.fault(u"redirect"_s, u"302,https://other.invalid/"_s));
        reply = m_wire->ask("GET", list);
        QCOMPARE(reply.status, 302);
        QCOMPARE(reply.header("location"), "https://other.invalid/"_ba);
    }

    void dripComesInSmallPieces()
    {
        QVERIFY(m_simulator.fault(u"drip"_s, u"500,20"_s));
        QVERIFY(m_wire->connectNow());
        m_wire->write(m_wire->request("GET", list));
        int pieces = 0;
        QByteArray all;
        while (m_wire->socket().waitForReadyRead(5000)) {
            all += m_wire->socket().readAll();
            ++pieces;
        }
        QVERIFY2(pieces >= 4, QByteArray::number(pieces).constData());
        const qsizetype head = all.indexOf("\r\n\r\n");
        QCOMPARE(QJsonDocument::fromJson(all.mid(head + 4)).object().value("data"_L1).toArray(), m_rows);
    }
    void oversizedNeverEnds_data()
    {
        QTest::addColumn<QJsonValue>("arg");
        QTest::newRow("until close") << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("chunked") << QJsonValue(u"chunked"_s);
    }
    void oversizedNeverEnds()
    {
        QFETCH(QJsonValue, arg);
        QVERIFY(m_simulator.fault(u"oversized"_s, arg));
        QVERIFY(m_wire->connectNow());
        m_wire->write(m_wire->request("GET", list));
        const QByteArray much = m_wire->readRaw(10'000, 32 << 20);
        QVERIFY(much.size() >= 32 << 20);
        const QByteArray head = much.left(much.indexOf("\r\n\r\n")).toLower();
        QVERIFY(!head.contains("content-length"));
        QCOMPARE(head.contains("transfer-encoding: chunked"), !arg.isUndefined());
        QCOMPARE(much.count("{\"success\""), 1);
    }
    void bombIsSmallPackedAndLargeUnpacked_data()
    {
        QTest::addColumn<QString>("arg");
        QTest::addColumn<int>("leastRatio");
        QTest::addColumn<int>("mostRatio");
        QTest::newRow("blanks") << u"32"_s << 500 << 1100;
        // Small enough for a client that only watches the ratio to let it pass.
        QTest::newRow("rows") << u"32,rows"_s << 3 << 27;
    }
    void bombIsSmallPackedAndLargeUnpacked()
    {
        QFETCH(QString, arg);
        QFETCH(int, leastRatio);
        QFETCH(int, mostRatio);
        QVERIFY(m_simulator.fault(u"bomb"_s, arg));
        const WireReply reply = m_wire->ask("GET", list);
        QCOMPARE(reply.header("content-encoding"), "gzip"_ba);
        const QByteArray plain = gunzip(reply.body);
        QVERIFY(plain.size() >= 32 << 20);
        const qsizetype ratio = plain.size() / reply.body.size();
        QVERIFY2(ratio >= leastRatio && ratio <= mostRatio, QByteArray::number(ratio).constData());
        QVERIFY(!QJsonDocument::fromJson(plain).isNull());
    }
    void badGzipCannotBeUnpacked_data()
    {
        QTest::addColumn<QString>("arg");
        for (const char *arg : {"corrupt", "truncated", "plain"})
            QTest::newRow(arg) << QString::fromLatin1(arg);
    }
    void badGzipCannotBeUnpacked()
    {
        QFETCH(QString, arg);
        QVERIFY(m_simulator.fault(u"bad-gzip"_s, arg));
        const WireReply reply = m_wire->ask("GET", list, {}, "Accept-Encoding: gzip\r\n"_ba);
        QCOMPARE(reply.header("content-encoding"), "gzip"_ba);
        QCOMPARE(reply.body.size(), reply.header("content-length").toLongLong());
        QVERIFY(gunzip(reply.body).isNull());
    }
    void aFaultStrikesAsOftenAndWhereItWasTold()
    {
        QVERIFY(m_simulator.fault(u"server-error"_s, {}, u"GET"_s, u"/provisioning-tokens"_s, 2));
        QCOMPARE(m_wire->ask("GET", "/api/organization").status, 200);
        QCOMPARE(m_wire->ask("DELETE", "/api/provisioning-tokens/x").status, 400);
        QCOMPARE(m_wire->ask("GET", list).status, 500);
        QCOMPARE(m_wire->ask("GET", list).status, 500);
        QCOMPARE(m_wire->ask("GET", list).status, 200);
        QVERIFY(m_simulator.fault(u"forbidden-403"_s, {}, {}, u"/provisioning-tokens"_s, -1));
        for (int i = 0; i < 4; ++i)
            QCOMPARE(m_wire->ask("DELETE", "/api/provisioning-tokens/x").status, 403);
        QVERIFY(m_simulator.clearFaults());
        QCOMPARE(m_wire->ask("GET", list).status, 200);
    }
    void everyNamedFaultHasATestOfItsOwn()
    {
        // The list in --help, against what this file and its sister provoke.
        QByteArray text;
        for (const auto &file : {u"test_faults.cpp"_s, u"test_faultyjson.cpp"_s}) {
            QFile source(QStringLiteral(TOKENDESK_SOURCE_DIR "/tests/integration/simulator/") + file);
            QVERIFY(source.open(QIODevice::ReadOnly));
            text += source.readAll();
        }
        QProcess help;
        help.start(SimulatorProcess::program(), {u"--help"_s});
        QVERIFY(help.waitForFinished());
        const QString shown = QString::fromUtf8(help.readAllStandardOutput()).simplified();
        const QString names = shown.mid(shown.indexOf("Names: "_L1) + 7).section(u'.', 0, 0);
        QVERIFY(names.contains("hang, "_L1));
        for (const QString &name : names.split(", "_L1)) {
            if (!text.contains("u\"" + name.toLatin1() + "\"_s"))
                QFAIL(qPrintable(name));
        }
    }

private:
    SimulatorProcess m_simulator;
    std::unique_ptr<Wire> m_wire;
    QJsonArray m_rows;
};

QTEST_GUILESS_MAIN(TestFaults)
#include "test_faults.moc"
