// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire.h"

#include <QDateTime>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

namespace {

constexpr auto list = "/api/provisioning-tokens";

QDateTime instant(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODate);
}

} // namespace

/// /control: what tests do to the server while it runs.
class TestControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_simulator = std::make_unique<SimulatorProcess>();
        QVERIFY2(m_simulator->start({u"--tokens"_s, u"3"_s, u"--bearer"_s, u"secret-bearer"_s}),
                 qPrintable(m_simulator->errorString()));
        m_wire = std::make_unique<Wire>(*m_simulator);
    }
    void cleanup() { QVERIFY(m_simulator->stop()); }

    void requestsAreKeptWithoutTheirSecret()
    {
        m_wire->ask("POST", "/api/provisioning-tokens?a=b", R"({"name":"x"})"_ba, "X-Custom: 7\r\n"_ba);
        m_wire->setBearer("wrong");
        m_wire->ask("GET", list);
        m_wire->setBearer({});
        m_wire->ask("GET", list);
        const QJsonArray requests = m_simulator->requests();
        QCOMPARE(requests.size(), 3);
        const QJsonObject first = requests[0].toObject();
        QCOMPARE(first.value("method"_L1).toString(), u"POST"_s);
        QCOMPARE(first.value("path"_L1).toString(), u"/api/provisioning-tokens"_s);
        QCOMPARE(first.value("query"_L1).toString(), u"a=b"_s);
        QCOMPARE(first.value("status"_L1).toInt(), 201);
        QCOMPARE(first.value("body"_L1).toString(), uR"({"name":"x"})"_s);
        QCOMPARE(first.value("host"_L1).toString(), u"127.0.0.1:%1"_s.arg(m_simulator->port()));
        QCOMPARE(first.value("headers"_L1).toObject().value("x-custom"_L1).toString(), u"7"_s);
        QVERIFY(first.value("headers"_L1).toObject().contains("authorization"_L1));
        QCOMPARE(first.value("authorization"_L1).toString(), u"valid"_s);
        QCOMPARE(requests[1]["authorization"_L1].toString(), u"present"_s);
        QCOMPARE(requests[2]["authorization"_L1].toString(), u"absent"_s);
        QVERIFY(!QJsonDocument(requests).toJson().contains("secret-bearer"));
        QCOMPARE(m_simulator->count(u"GET"_s, QString::fromLatin1(list)), 2);

        m_simulator->control("DELETE", "/requests");
        QCOMPARE(m_simulator->requests().size(), 0);
    }
    void aRequestThatGotNoAnswerIsKeptToo()
    {
        QVERIFY(m_simulator->fault(u"hang"_s));
        m_wire->ask("GET", list, {}, {}, 200);
        QCOMPARE(m_simulator->requests()[0]["fault"_L1].toString(), u"hang"_s);
    }
    void theClockMoves()
    {
        const QDateTime before = instant(m_simulator->control("GET", "")["now"_L1]);
        m_simulator->control("POST", "/advance", QJsonDocument(QJsonObject{{u"seconds"_s, 86400}}));
        const QDateTime after = instant(m_simulator->control("GET", "")["now"_L1]);
        QVERIFY(before.secsTo(after) >= 86400 && before.secsTo(after) < 86400 + 60);
        const QByteArray date = m_wire->ask("GET", list).header("date");
        QVERIFY(QString::fromLatin1(date).contains(QLocale::c().toString(after.toUTC(), u"dd MMM yyyy"_s)));
    }
    void theBearerExpiresAndIsReplaced()
    {
        QCOMPARE(m_wire->ask("GET", list).status, 200);
        m_simulator->control("POST", "/expire-bearer");
        const WireReply expired = m_wire->ask("GET", list);
        QCOMPARE(expired.status, 401);
        QVERIFY(expired.json().value("error"_L1)["message"_L1].toString().contains("expired"_L1));
        m_simulator->control("POST", "/bearer", QJsonDocument(QJsonObject{{u"bearer"_s, u"next"_s}}));
        QCOMPARE(m_wire->ask("GET", list).status, 401);
        m_wire->setBearer("next");
        QCOMPARE(m_wire->ask("GET", list).status, 200);
    }
    void anyBearerLivesUntilItIsExpired()
    {
        SimulatorProcess simulator;
        QVERIFY(simulator.start({u"--any-bearer"_s, u"0"_s}));
        Wire wire(simulator);
        for (const char *bearer : {"one", "two"}) {
            wire.setBearer(bearer);
            QCOMPARE(wire.ask("GET", list).status, 200);
        }
        simulator.control("POST", "/expire-bearer");
        QCOMPARE(wire.ask("GET", list).status, 401);
        wire.setBearer("three");
        QCOMPARE(wire.ask("GET", list).status, 200);
        wire.setBearer({});
        QCOMPARE(wire.ask("GET", list).status, 401);
    }
    void anyBearerRunsOutByItself()
    {
        SimulatorProcess simulator;
        QVERIFY(simulator.start({u"--any-bearer"_s, u"1"_s}));
        Wire wire(simulator);
        wire.setBearer("one");
        QCOMPARE(wire.ask("GET", list).status, 200);
        QTRY_COMPARE(wire.ask("GET", list).status, 401);
        wire.setBearer("two");
        QCOMPARE(wire.ask("GET", list).status, 200);
    }
    void aDeviceJoinsByTheTokensId()
    {
        const QJsonObject row{{u"id"_s, u"550e8400-e29b-41d4-a716-446655440000"_s}, {u"single_use"_s, true}};
        m_simulator->control("POST", "/tokens", QJsonDocument(row));
        const QJsonObject wish{{u"id"_s, row.value("id"_L1)}, {u"device_id"_s, u"d1"_s}};
        const QJsonObject used = m_simulator->control("POST", "/provision", QJsonDocument(wish)).object();
        QCOMPARE(used.value("use_count"_L1).toInt(), 1);
        QCOMPARE(used.value("revoked_at"_L1), used.value("last_used_at"_L1));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"INVALID_TOKEN"_s));
        QVERIFY(m_simulator->control("POST", "/provision", QJsonDocument(wish)).isNull());
    }
    void tokensAreAddedWhereTheyBelong()
    {
        const QJsonArray before = m_simulator->tokens();
        const QString secret = u"apt_"_s + QString(64, u'a');
        m_simulator->control("POST", "/tokens",
                             QJsonDocument(QJsonArray{
                                 QJsonObject{{u"name"_s, u"Oldest"_s}, {u"created_at"_s, u"2001-01-01T00:00:00Z"_s}},
                                 QJsonObject{{u"name"_s, u"Newest"_s}, {u"token"_s, secret}},
                             }));
        const QJsonArray rows = m_wire->ask("GET", list).rows();
        QCOMPARE(rows.size(), 5);
        QCOMPARE(rows.first()["name"_L1].toString(), u"Newest"_s);
        QCOMPARE(rows.last()["name"_L1].toString(), u"Oldest"_s);
        QCOMPARE(rows.last()["created_at"_L1].toString(), u"2001-01-01T00:00:00Z"_s);
        QVERIFY(rows.last()["expires_at"_L1].isNull());
        const QJsonObject wish{{u"token"_s, secret}, {u"device_id"_s, u"d"_s}};
        QCOMPARE(m_simulator->control("POST", "/provision", QJsonDocument(wish))["name"_L1].toString(), u"Newest"_s);
        QCOMPARE(before.size(), 3);
    }
    void aRowWithAKnownIdTakesItsPlace()
    {
        QJsonObject row = m_simulator->tokens()[1].toObject();
        row.insert(u"name"_s, u"Renamed"_s);
        row.insert(u"use_count"_s, 77);
        m_simulator->control("POST", "/tokens", QJsonDocument(row));
        QJsonArray rows = m_wire->ask("GET", list).rows();
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[1]["name"_L1].toString(), u"Renamed"_s);
        QCOMPARE(rows[1]["use_count"_L1].toInt(), 77);

        row.insert(u"created_at"_s, u"2001-01-01T00:00:00Z"_s);
        m_simulator->control("POST", "/tokens", QJsonDocument(row));
        rows = m_wire->ask("GET", list).rows();
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[2]["name"_L1].toString(), u"Renamed"_s);
        QCOMPARE(m_wire->ask("DELETE", "/api/provisioning-tokens/" + row.value("id"_L1).toString().toUtf8()).code(),
                 row.value("revoked_at"_L1).isNull() ? QString() : u"VALIDATION_ERROR"_s);
    }
    void tokensAreReplacedAndRemoved()
    {
        m_simulator->control("PUT", "/tokens", QJsonDocument(QJsonArray{QJsonObject{{u"name"_s, u"Only"_s}}}));
        QJsonArray rows = m_wire->ask("GET", list).rows();
        QCOMPARE(rows.size(), 1);
        m_simulator->control("DELETE", "/tokens/" + rows[0]["id"_L1].toString().toUtf8());
        QCOMPARE(m_wire->ask("GET", list).rows().size(), 0);
        QCOMPARE(m_wire->ask("GET", list).json().value("data"_L1), QJsonValue(QJsonArray()));
        m_simulator->control("PUT", "/tokens", QJsonDocument(QJsonArray{QJsonObject{}, QJsonObject{}}));
        m_simulator->control("DELETE", "/tokens");
        QCOMPARE(m_simulator->tokens().size(), 0);
    }
    void mistakesAreRefusedAndChangeNothing_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("field") << "POST"_ba
                               << "/tokens"_ba
                               << R"([{"name":"a"},{"nmae":"b"}])"_ba << 400;
        QTest::newRow("zone") << "POST"_ba
                              << "/tokens"_ba
                              << R"({"created_at":"2024-01-01T00:00:00"})"_ba << 400;
        QTest::newRow("count") << "POST"_ba
                               << "/tokens"_ba
                               << R"({"use_count":-1})"_ba << 400;
        QTest::newRow("id") << "PUT"_ba
                            << "/tokens"_ba
                            << R"({"id":"7"})"_ba << 400;
        QTest::newRow("ids twice") << "PUT"_ba
                                   << "/tokens"_ba
                                   << R"([{"id":"550e8400-e29b-41d4-a716-446655440000"},)"
                                      R"({"id":"550e8400-e29b-41d4-a716-446655440000"}])"_ba
                                   << 400;
        QTest::newRow("fault's name") << "POST"_ba
                                      << "/faults"_ba
                                      << R"({"fault":"hnag"})"_ba << 400;
        QTest::newRow("fault's field") << "POST"_ba
                                       << "/faults"_ba
                                       << R"({"fault":"hang","time":1})"_ba << 400;
        QTest::newRow("no target") << "POST"_ba
                                   << "/faults"_ba
                                   << R"({"fault":"redirect"})"_ba << 400;
        QTest::newRow("no field") << "POST"_ba
                                  << "/faults"_ba
                                  << R"({"fault":"wrong-type"})"_ba << 400;
        QTest::newRow("no time") << "POST"_ba
                                 << "/faults"_ba
                                 << R"({"fault":"delay"})"_ba << 400;
        QTest::newRow("path with /api missing its slash") << "POST"_ba
                                                          << "/faults"_ba
                                                          << R"({"fault":"hang","path":"organization"})"_ba << 400;
        QTest::newRow("seconds") << "POST"_ba
                                 << "/advance"_ba
                                 << "{}"_ba << 400;
        QTest::newRow("bearer") << "POST"_ba
                                << "/bearer"_ba
                                << "{}"_ba << 400;
        QTest::newRow("path") << "GET"_ba
                              << "/nothing"_ba
                              << ""_ba << 404;
        QTest::newRow("unknown token") << "DELETE"_ba
                                       << "/tokens/7"_ba
                                       << ""_ba << 404;
    }
    void mistakesAreRefusedAndChangeNothing()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        const WireReply reply = m_wire->ask(method, "/control" + path, body);
        QCOMPARE(reply.status, status);
        QVERIFY(!reply.json().value("error"_L1).toString().isEmpty());
        QCOMPARE(m_simulator->tokens().size(), 3);
        QCOMPARE(m_simulator->control("GET", "/faults")["faults"_L1].toArray().size(), 0);
    }
    void faultsInWaitingAreShown()
    {
        QVERIFY(m_simulator->fault(u"delay"_s, 5, u"get"_s, u"/organization"_s, 3));
        const QJsonObject rule = m_simulator->control("GET", "/faults")["faults"_L1][0].toObject();
        QCOMPARE(rule.value("fault"_L1).toString(), u"delay"_s);
        QCOMPARE(rule.value("arg"_L1).toInt(), 5);
        QCOMPARE(rule.value("method"_L1).toString(), u"GET"_s);
        QCOMPARE(rule.value("times"_L1).toInt(), 3);
    }
    void webPagesDoNotControl()
    {
        const WireReply reply = m_wire->ask("DELETE", "/control/tokens", {}, "Origin: https://evil.invalid\r\n"_ba);
        QCOMPARE(reply.status, 403);
        QCOMPARE(m_simulator->tokens().size(), 3);
    }

private:
    std::unique_ptr<SimulatorProcess> m_simulator;
    std::unique_ptr<Wire> m_wire;
};

QTEST_GUILESS_MAIN(TestControl)
#include "test_control.moc"
