// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire.h"

#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

namespace {

constexpr auto list = "/api/provisioning-tokens";

} // namespace

/// Faults in the JSON of a reply that is whole as HTTP.
class TestFaultyJson : public QObject
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
    void spoiledJsonIsPackedWhenAsked()
    {
        QVERIFY(m_simulator.fault(u"null-name"_s, 0));
        const WireReply reply = m_wire->ask("GET", list, {}, "Accept-Encoding: gzip\r\n"_ba);
        QCOMPARE(reply.header("content-encoding"), "gzip"_ba);
        const QJsonArray rows = QJsonDocument::fromJson(gunzip(reply.body)).object().value("data"_L1).toArray();
        QVERIFY(rows[0]["name"_L1].isNull());
    }

private:
    SimulatorProcess m_simulator;
    std::unique_ptr<Wire> m_wire;
    QJsonArray m_rows;
};

QTEST_GUILESS_MAIN(TestFaultyJson)
#include "test_faultyjson.moc"
