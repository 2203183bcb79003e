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

/// Every fault as bytes on the wire.
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

    void truncatedJsonIsWholeHttp()
    {
        QVERIFY(m_simulator.fault(u"truncated-json"_s));
        const WireReply reply = m_wire->ask("GET", list);
        QCOMPARE(reply.body.size(), reply.header("content-length").toLongLong());
        QVERIFY(reply.body.startsWith("{\"success\":true,\"data\":[{"));
        QVERIFY(QJsonDocument::fromJson(reply.body).isNull());
    }
    void deepJsonIsAsDeepAsAsked()
    {
        QVERIFY(m_simulator.fault(u"deep-json"_s, 3000));
        const QByteArray body = m_wire->ask("GET", list).body;
        QCOMPARE(body.count('['), 3000);
        QCOMPARE(body.count(']'), 3000);
    }
    void invalidUtf8IsInTheNames()
    {
        QVERIFY(m_simulator.fault(u"invalid-utf8"_s, 3));
        const QByteArray body = m_wire->ask("GET", list).body;
        QCOMPARE(body.count("\xff"), 1);
        QJsonParseError error{};
        QJsonDocument::fromJson(body, &error);
        QCOMPARE(error.error, QJsonParseError::IllegalUTF8String);
    }

    void wrongTypeStrikesTheFieldOfOneRow()
    {
        QVERIFY(m_simulator.fault(u"wrong-type"_s, u"use_count,7"_s));
        QJsonArray rows = m_wire->ask("GET", list).rows();
        QVERIFY(rows[7]["use_count"_L1].isString());
        rows[7] = m_rows[7];
        QCOMPARE(rows, m_rows);
    }
    void wrongTypeStrikesAllRowsOrTheEnvelope()
    {
        QVERIFY(m_simulator.fault(u"wrong-type"_s, u"name"_s));
        for (const QJsonValue &row : m_wire->ask("GET", list).rows())
            QVERIFY(row["name"_L1].isDouble());
        QVERIFY(m_simulator.fault(u"wrong-type"_s, u"data"_s));
        QVERIFY(m_wire->ask("GET", list).json().value("data"_L1).isObject());
        QVERIFY(m_simulator.fault(u"wrong-type"_s, u"success"_s));
        QVERIFY(m_wire->ask("GET", list).json().value("success"_L1).isString());
    }
    void missingFieldIsMissing()
    {
        QVERIFY(m_simulator.fault(u"missing-field"_s, u"id,0"_s));
        const QJsonArray rows = m_wire->ask("GET", list).rows();
        QVERIFY(!rows[0].toObject().contains("id"_L1));
        QCOMPARE(rows[1], m_rows[1]);
        QVERIFY(m_simulator.fault(u"missing-field"_s, u"token"_s, u"POST"_s));
        const QJsonObject made = m_wire->ask("POST", list, R"({"name":"x"})"_ba).data();
        QVERIFY(!made.contains("token"_L1));
        m_simulator.control("DELETE", "/tokens/" + made.value("id"_L1).toString().toUtf8());
    }
    void unknownFieldsAreInRowsAndEnvelope()
    {
        QVERIFY(m_simulator.fault(u"unknown-fields"_s));
        const WireReply reply = m_wire->ask("GET", list);
        QVERIFY(reply.json().contains("labels"_L1));
        QVERIFY(reply.rows()[0]["labels"_L1].isObject());
        QCOMPARE(reply.rows()[0]["id"_L1], m_rows[0]["id"_L1]);
    }
    void nullNameIsNull()
    {
        QVERIFY(m_simulator.fault(u"null-name"_s, 2));
        const QJsonArray rows = m_wire->ask("GET", list).rows();
        QVERIFY(rows[2]["name"_L1].isNull());
        QCOMPARE(rows[3], m_rows[3]);
    }
    void duplicateIdsAreTwoRowsWithOneId()
    {
        QVERIFY(m_simulator.fault(u"duplicate-ids"_s));
        const QJsonArray rows = m_wire->ask("GET", list).rows();
        QCOMPARE(rows.size(), 20);
        QCOMPARE(rows[0]["id"_L1], rows[1]["id"_L1]);
        QVERIFY(rows[1]["created_at"_L1] != rows[0]["created_at"_L1]);
    }
    void hostileNamesHoldEveryKind()
    {
        QVERIFY(m_simulator.fault(u"hostile-names"_s));
        QString all;
        qsizetype longest = 0;
        for (const QJsonValue &row : m_wire->ask("GET", list).rows()) {
            all += row["name"_L1].toString() + u'|';
            longest = std::max(longest, row["name"_L1].toString().size());
        }
        for (const auto &kind : {u"<b>"_s, u"\u202E"_s, u"\n"_s, u"\u001b"_s, QString(u'\0'), u"|=cmd"_s, u"|@SUM"_s,
                                 u"מפעל"_s, u"\u200B"_s, u"&"_s, u"|   |"_s})
            QVERIFY2(all.contains(kind), qPrintable(kind));
        QCOMPARE(longest, 10'000);
    }
    void zonelessDateLosesItsZ()
    {
        QVERIFY(m_simulator.fault(u"zoneless-date"_s, 0));
        const QJsonArray rows = m_wire->ask("GET", list).rows();
        QCOMPARE(rows[0]["created_at"_L1].toString() + u'Z', m_rows[0]["created_at"_L1].toString());
        QCOMPARE(rows[1], m_rows[1]);
    }
    void impossibleNumberIsWrittenAsGiven_data()
    {
        QTest::addColumn<QString>("number");
        for (const char *number : {"18446744073709551616", "1e400", "-1", "1.5"})
            QTest::newRow(number) << QString::fromLatin1(number);
    }
    void impossibleNumberIsWrittenAsGiven()
    {
        QFETCH(QString, number);
        QVERIFY(m_simulator.fault(u"impossible-number"_s, QString(number + u",4"_s)));
        const QByteArray body = m_wire->ask("GET", list).body;
        QCOMPARE(body.count("\"use_count\":" + number.toLatin1() + "}"), 1);
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
        const qint64 wait = instant(reply.header("retry-after").replace("GMT", "+0000"))
            - instant(reply.header("date").replace("GMT", "+0000"));
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
    void spoiledJsonIsPackedWhenAsked()
    {
        QVERIFY(m_simulator.fault(u"null-name"_s, 0));
        const WireReply reply = m_wire->ask("GET", list, {}, "Accept-Encoding: gzip\r\n"_ba);
        QCOMPARE(reply.header("content-encoding"), "gzip"_ba);
        const QJsonArray rows = QJsonDocument::fromJson(gunzip(reply.body)).object().value("data"_L1).toArray();
        QVERIFY(rows[0]["name"_L1].isNull());
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
        // The list in --help, against what this file provokes.
        QFile source(QStringLiteral(TOKENDESK_SOURCE_DIR "/tests/integration/simulator/test_faults.cpp"));
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QByteArray text = source.readAll();
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
