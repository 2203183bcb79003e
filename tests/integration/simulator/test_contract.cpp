// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

namespace {

QDateTime instant(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODate);
}

} // namespace

/// The simulator without faults against docs/api/acusight-openapi.yaml.
class TestContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_simulator = std::make_unique<SimulatorProcess>();
        QVERIFY2(m_simulator->start({u"--tokens"_s, u"30"_s, u"--seed"_s, u"7"_s}),
                 qPrintable(m_simulator->errorString()));
        m_wire = std::make_unique<Wire>(*m_simulator);
    }
    void cleanup() { QVERIFY(m_simulator->stop()); }

    void everyReplyIsTheEnvelope()
    {
        const WireReply reply = m_wire->ask("GET", "/api/organization");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.header("content-type"), "application/json"_ba);
        QCOMPARE(reply.json().keys(), QStringList({u"data"_s, u"error"_s, u"meta"_s, u"success"_s}));
        QCOMPARE(reply.json().value("success"_L1), QJsonValue(true));
        QCOMPARE(reply.data().value("name"_L1).toString(), u"Acme Manufacturing"_s);
        QVERIFY(!QUuid::fromString(reply.data().value("id"_L1).toString()).isNull());
    }

    void withoutTheRightBearerNothingIsAnswered_data()
    {
        QTest::addColumn<QByteArray>("authorization");
        QTest::newRow("none") << ""_ba;
        QTest::newRow("another") << "Authorization: Bearer another\r\n"_ba;
        QTest::newRow("another scheme") << "Authorization: Basic YTpi\r\n"_ba;
        QTest::newRow("empty") << "Authorization: Bearer \r\n"_ba;
    }
    void withoutTheRightBearerNothingIsAnswered()
    {
        QFETCH(QByteArray, authorization);
        m_wire->setBearer({});
        for (const auto &target : {"/api/organization"_ba, "/api/provisioning-tokens"_ba, "/api/nothing"_ba}) {
            const WireReply reply = m_wire->ask("GET", target, {}, authorization);
            QCOMPARE(reply.status, 401);
            QCOMPARE(reply.code(), u"UNAUTHORIZED"_s);
            QVERIFY(reply.header("www-authenticate").startsWith("Bearer"));
        }
        QCOMPARE(m_wire->ask("POST", "/api/provisioning-tokens", R"({"name":"x"})"_ba, authorization).status, 401);
        QCOMPARE(m_simulator->tokens().size(), 30);
    }

    void theListIsWholeAndNewestFirst()
    {
        const WireReply reply = m_wire->ask("GET", "/api/provisioning-tokens");
        QCOMPARE(reply.status, 200);
        const QJsonArray rows = reply.rows();
        QCOMPARE(rows.size(), 30);
        QCOMPARE(reply.json().value("meta"_L1), QJsonValue(QJsonValue::Null));
        for (qsizetype i = 1; i < rows.size(); ++i)
            QVERIFY(instant(rows[i]["created_at"_L1]) <= instant(rows[i - 1]["created_at"_L1]));
        QVERIFY(!reply.body.contains("apt_"));
        QCOMPARE(rows[0].toObject().keys(), QStringList({u"created_at"_s, u"expires_at"_s, u"id"_s, u"last_used_at"_s,
                                                         u"name"_s, u"revoked_at"_s, u"single_use"_s, u"use_count"_s}));
    }

    void aCreatedTokenIsShownOnceAndLeadsTheList()
    {
        const QString name = u" Linie 4 \"s\u00fcd\" "_s;
        const QJsonDocument wish(QJsonObject{{u"name"_s, name}, {u"single_use"_s, true}});
        const WireReply reply = m_wire->ask("POST", "/api/provisioning-tokens", wish.toJson());
        QCOMPARE(reply.status, 201);
        const QString secret = reply.data().value("token"_L1).toString();
        QVERIFY(QRegularExpression(u"^apt_[0-9a-f]{64}$"_s).match(secret).hasMatch());
        QCOMPARE(reply.data().value("setup_command"_L1).toString(),
                 u"curl -fsSL https://127.0.0.1:%1/install.sh | sudo sh -s -- --token %2"_s.arg(m_simulator->port())
                     .arg(secret));
        QCOMPARE(reply.data().value("name"_L1).toString(), name);
        QCOMPARE(instant(reply.data().value("created_at"_L1)).daysTo(instant(reply.data().value("expires_at"_L1))), 30);

        const WireReply list = m_wire->ask("GET", "/api/provisioning-tokens");
        QCOMPARE(list.rows().size(), 31);
        QCOMPARE(list.rows()[0]["id"_L1], reply.data().value("id"_L1));
        QCOMPARE(list.rows()[0]["name"_L1], reply.data().value("name"_L1));
        QVERIFY(!list.body.contains(secret.toLatin1()));
    }

    void expiryIsDaysOrNever()
    {
        const auto expiry = [&](const QByteArray &body) {
            const QJsonObject data = m_wire->ask("POST", "/api/provisioning-tokens", body).data();
            return data.value("expires_at"_L1).isNull()
                       ? -1
                       : instant(data.value("created_at"_L1)).daysTo(instant(data.value("expires_at"_L1)));
        };
        QCOMPARE(expiry(R"({"name":"a","expires_in_days":1})"_ba), 1);
        QCOMPARE(expiry(R"({"name":"a","expires_in_days":3650})"_ba), 3650);
        QCOMPARE(expiry(R"({"name":"a","expires_in_days":null})"_ba), -1);
    }

    void aBadCreationIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << ""_ba;
        QTest::newRow("no JSON") << "name=x"_ba;
        QTest::newRow("an array") << "[]"_ba;
        QTest::newRow("no name") << "{}"_ba;
        QTest::newRow("empty name") << R"({"name":""})"_ba;
        QTest::newRow("blank name") << R"({"name":" \t "})"_ba;
        QTest::newRow("number as name") << R"({"name":4})"_ba;
        QTest::newRow("no days") << R"({"name":"a","expires_in_days":0})"_ba;
        QTest::newRow("negative days") << R"({"name":"a","expires_in_days":-3})"_ba;
        QTest::newRow("half a day") << R"({"name":"a","expires_in_days":1.5})"_ba;
        QTest::newRow("days as text") << R"({"name":"a","expires_in_days":"30"})"_ba;
        QTest::newRow("days past the calendar") << R"({"name":"a","expires_in_days":99999999})"_ba;
        QTest::newRow("single_use as text") << R"({"name":"a","single_use":"yes"})"_ba;
        QTest::newRow("single_use null") << R"({"name":"a","single_use":null})"_ba;
        QTest::newRow("unknown field") << R"({"name":"a","owner":"me"})"_ba;
    }
    void aBadCreationIsRefused()
    {
        QFETCH(QByteArray, body);
        const WireReply reply = m_wire->ask("POST", "/api/provisioning-tokens", body);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), u"VALIDATION_ERROR"_s);
        QCOMPARE(reply.json().value("success"_L1), QJsonValue(false));
        QCOMPARE(m_simulator->tokens().size(), 30);
    }

    void aTokenIsRevokedOnce()
    {
        const QByteArray id = created().value("id"_L1).toString().toUtf8();
        const WireReply first = m_wire->ask("DELETE", "/api/provisioning-tokens/" + id);
        QCOMPARE(first.status, 200);
        QCOMPARE(first.data().value("id"_L1).toString().toUtf8(), id);
        QCOMPARE(m_simulator->tokens()[0]["revoked_at"_L1], first.data().value("revoked_at"_L1));
        QVERIFY(instant(first.data().value("revoked_at"_L1)).isValid());

        const WireReply second = m_wire->ask("DELETE", "/api/provisioning-tokens/" + id);
        QCOMPARE(second.status, 400);
        QCOMPARE(second.code(), u"VALIDATION_ERROR"_s);
        QCOMPARE(m_simulator->tokens()[0]["revoked_at"_L1], first.data().value("revoked_at"_L1));
    }

    void aMalformedIdAndAnUnknownOneAreToldApart()
    {
        for (const auto &id : {"abc"_ba, "%20"_ba, "{550e8400-e29b-41d4-a716-446655440000}"_ba, QByteArray(36, '-')}) {
            const WireReply malformed = m_wire->ask("DELETE", "/api/provisioning-tokens/" + id);
            QCOMPARE(malformed.status, 400);
            QCOMPARE(malformed.code(), u"VALIDATION_ERROR"_s);
        }
        const WireReply unknown =
            m_wire->ask("DELETE", "/api/provisioning-tokens/550e8400-e29b-41d4-a716-446655440000");
        QCOMPARE(unknown.status, 404);
        QCOMPARE(unknown.code(), u"NOT_FOUND"_s);
    }

    void pathsAndMethodsOutsideTheContractAreRefused()
    {
        QCOMPARE(m_wire->ask("GET", "/api/nothing").status, 404);
        QCOMPARE(m_wire->ask("GET", "/").status, 404);
        QCOMPARE(m_wire->ask("GET", "/apis/organization").status, 404);
        QCOMPARE(m_wire->ask("DELETE", "/api/provisioning-tokens/a/b").status, 404);
        const WireReply put = m_wire->ask("PUT", "/api/provisioning-tokens", "{}"_ba);
        QCOMPARE(put.status, 405);
        QCOMPARE(put.header("allow"), "GET, POST"_ba);
    }

    void aDeviceJoinsWithoutBearerAndIsCounted()
    {
        const QJsonObject token = created();
        m_wire->setBearer({});
        const WireReply reply = provision(token.value("token"_L1).toString(), u"dev-1"_s);
        QCOMPARE(reply.status, 201);
        QCOMPARE(reply.data().value("device_id"_L1).toString(), u"dev-1"_s);
        QVERIFY(reply.data().value("api_key"_L1).toString().startsWith("adk_"_L1));
        QCOMPARE(reply.data().value("api_endpoint"_L1).toString(), m_simulator->url().toString());
        QCOMPARE(provision(token.value("token"_L1).toString(), u"dev-2"_s).status, 201);

        const QJsonObject row = m_simulator->tokens()[0].toObject();
        QCOMPARE(row.value("use_count"_L1).toInt(), 2);
        QVERIFY(instant(row.value("last_used_at"_L1)).isValid());
        QVERIFY(row.value("revoked_at"_L1).isNull());

        const WireReply again = provision(token.value("token"_L1).toString(), u"dev-2"_s);
        QCOMPARE(again.status, 409);
        QCOMPARE(again.code(), u"DEVICE_EXISTS"_s);
        QCOMPARE(m_simulator->tokens()[0]["use_count"_L1].toInt(), 2);
    }

    void aSingleUseTokenIsRetiredTheMomentADeviceJoins()
    {
        const QJsonObject token = created(true);
        QCOMPARE(provision(token.value("token"_L1).toString(), u"dev-1"_s).status, 201);
        const QJsonObject row = m_simulator->tokens()[0].toObject();
        QCOMPARE(row.value("use_count"_L1).toInt(), 1);
        QVERIFY(!row.value("revoked_at"_L1).isNull());
        QCOMPARE(row.value("revoked_at"_L1), row.value("last_used_at"_L1));
        const WireReply second = provision(token.value("token"_L1).toString(), u"dev-2"_s);
        QCOMPARE(second.status, 401);
        QCOMPARE(second.code(), u"INVALID_TOKEN"_s);
    }

    void noDeviceJoinsWithAnExpiredARevokedOrAnUnknownToken()
    {
        const QJsonObject token = created();
        m_simulator->control("POST", "/advance", QJsonDocument(QJsonObject{{u"seconds"_s, 31 * 86400}}));
        const WireReply expired = provision(token.value("token"_L1).toString(), u"dev-1"_s);
        QCOMPARE(expired.status, 401);
        QCOMPARE(expired.code(), u"TOKEN_EXPIRED"_s);

        const QJsonObject other = created();
        m_wire->ask("DELETE", "/api/provisioning-tokens/" + other.value("id"_L1).toString().toUtf8());
        QCOMPARE(provision(other.value("token"_L1).toString(), u"dev-1"_s).code(), u"INVALID_TOKEN"_s);
        QCOMPARE(provision(u"apt_00"_s, u"dev-1"_s).code(), u"INVALID_TOKEN"_s);
        QCOMPARE(provision(u"nonsense"_s, u"dev-1"_s).status, 400);
        QCOMPARE(provision(other.value("token"_L1).toString(), u" "_s).status, 400);
    }

    void pagesCoverTheListWithoutGapOrOverlap()
    {
        const QJsonArray whole = m_wire->ask("GET", "/api/provisioning-tokens").rows();
        QJsonArray together;
        for (int offset = 0; offset < 30; offset += 7) {
            const WireReply page =
                m_wire->ask("GET", "/api/provisioning-tokens?limit=7&offset=" + QByteArray::number(offset));
            const QJsonObject meta = page.json().value("meta"_L1).toObject();
            QCOMPARE(meta.value("limit"_L1).toInt(), 7);
            QCOMPARE(meta.value("offset"_L1).toInt(), offset);
            QCOMPARE(meta.value("total"_L1).toInt(), 30);
            QCOMPARE(meta.value("count"_L1).toInt(), page.rows().size());
            for (const QJsonValue &row : page.rows())
                together.append(row);
        }
        QCOMPARE(together, whole);
        QCOMPARE(m_wire->ask("GET", "/api/provisioning-tokens?limit=7&offset=100").rows().size(), 0);
        for (const auto &query : {"limit=0"_ba, "limit=x"_ba, "offset=-1"_ba, "offset="_ba})
            QCOMPARE(m_wire->ask("GET", "/api/provisioning-tokens?" + query).status, 400);
    }

private:
    QJsonObject created(bool singleUse = false)
    {
        m_wire->setBearer(m_simulator->bearer());
        return m_wire
            ->ask("POST", "/api/provisioning-tokens",
                  QJsonDocument(QJsonObject{{u"name"_s, u"New"_s}, {u"single_use"_s, singleUse}}).toJson())
            .data();
    }
    WireReply provision(const QString &token, const QString &device)
    {
        const QJsonObject info{{u"device_id"_s, device}};
        return m_wire->ask("POST", "/api/devices/provision",
                           QJsonDocument(QJsonObject{{u"token"_s, token}, {u"device_info"_s, info}}).toJson());
    }

    std::unique_ptr<SimulatorProcess> m_simulator;
    std::unique_ptr<Wire> m_wire;
};

QTEST_GUILESS_MAIN(TestContract)
#include "test_contract.moc"
