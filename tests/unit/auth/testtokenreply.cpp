// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/devicereply.h"
#include "auth/tokenreply.h"

#include <QTest>

using namespace tokendesk;

namespace {

ProviderReply said(const QByteArray &body, int status = 200)
{
    return {.status = status, .body = Secret(body), .sentAtMs = 1'000, .receivedAtMs = 2'000};
}

Result<TokenReply> parse(const QByteArray &body, int status = 200)
{
    FormFields sent;
    sent.add("client_id", QStringLiteral("tokendesk")).add("refresh_token", Secret("5ec2e7"));
    return parseTokenReply(said(body, status), sent);
}

QByteArray tokens(const QByteArray &more)
{
    return "{\"access_token\":\"a.b-c\",\"token_type\":\"bearer\"" + more + '}';
}

} // namespace

class TestTokenReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokensAreTaken()
    {
        const auto reply = parse(tokens(",\"expires_in\":3600,\"refresh_token\":\"r+/=\",\"id_token\":\"i\""));
        QVERIFY(reply.has_value());
        QVERIFY(reply->accessToken.equals("a.b-c"));
        QVERIFY(reply->refreshToken.equals("r+/="));
        QVERIFY(reply->idToken.equals("i"));
        QCOMPARE(reply->lifetimeMs, 3'600'000LL);
        QVERIFY(parse(tokens(""))->refreshToken.isEmpty());
    }

    void aLifetimeThatSaysNothingIsShort_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<qint64>("lifetime");
        const auto row = [](const char *name, const char *more, qint64 lifetime) {
            QTest::newRow(name) << QByteArray(more) << lifetime;
        };
        row("missing", "", unknownLifetimeMs);
        row("null", ",\"expires_in\":null", unknownLifetimeMs);
        row("negative", ",\"expires_in\":-1", unknownLifetimeMs);
        row("text", ",\"expires_in\":\"soon\"", unknownLifetimeMs);
        row("number in a text", ",\"expires_in\":\"120\"", 120'000);
        row("zero", ",\"expires_in\":0", unknownLifetimeMs);
        row("one second", ",\"expires_in\":1", 1000);
        row("for ever", ",\"expires_in\":1e300", 366LL * 24 * 3600 * 1000);
    }
    void aLifetimeThatSaysNothingIsShort()
    {
        QFETCH(QByteArray, more);
        QTEST(parse(tokens(more))->lifetimeMs, "lifetime");
    }

    void answersWithoutAUsableTokenAreNone_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const char *body) { QTest::newRow(name) << QByteArray(body); };
        row("empty", "");
        row("HTML", "<html>");
        row("list", "[]");
        row("no token", "{\"token_type\":\"Bearer\"}");
        row("token is a number", "{\"access_token\":1,\"token_type\":\"Bearer\"}");
        row("token that would be two headers", "{\"access_token\":\"a\\r\\nX: y\",\"token_type\":\"Bearer\"}");
        row("token that is not ASCII", "{\"access_token\":\"\xC3\xA9\",\"token_type\":\"Bearer\"}");
        row("no type", "{\"access_token\":\"a\"}");
        row("another type", "{\"access_token\":\"a\",\"token_type\":\"DPoP\"}");
    }
    void answersWithoutAUsableTokenAreNone()
    {
        QFETCH(QByteArray, body);
        const auto reply = parse(body);
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, ErrorKind::Protocol);
    }

    void errorsBecomeWhatAPersonCanActOn_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *code, int status, ErrorKind kind) {
            QTest::addRow("%d %s", status, code) << status << QByteArray(code) << int(kind);
        };
        row("invalid_grant", 400, ErrorKind::SignInRequired);
        row("access_denied", 400, ErrorKind::SignInDenied);
        row("expired_token", 400, ErrorKind::SignInTimeout);
        row("slow_down", 400, ErrorKind::RateLimited);
        row("authorization_pending", 400, ErrorKind::SignInRefused);
        row("invalid_client", 401, ErrorKind::SignInRefused);
        row("unheard_of", 400, ErrorKind::SignInRefused);
        row("Not A Code", 400, ErrorKind::Protocol);
        row("", 400, ErrorKind::Protocol);
        row("", 404, ErrorKind::NotFound);
        row("server_error", 500, ErrorKind::Server);
        row("invalid_grant", 503, ErrorKind::Server); // a proxy's word does not end a sign-in
        row("", 429, ErrorKind::RateLimited);
        row("", 204, ErrorKind::Protocol);
    }
    void errorsBecomeWhatAPersonCanActOn()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        const auto reply = parse("{\"error\":\"" + code + "\",\"error_description\":\"why\"}", status);
        QVERIFY(!reply);
        QTEST(int(reply.error().kind), "kind");
        QCOMPARE(reply.error().httpStatus, status);
        QCOMPARE(reply.error().serverMessage, QStringLiteral("why"));
    }

    void whatWasSentIsNotRepeated()
    {
        const auto reply = parse("{\"error\":\"invalid_grant\",\"error_description\":\"5ec2e7 was used\"}", 400);
        QVERIFY(reply.error().serverMessage.isEmpty());
        QVERIFY(parse("{\"error\":\"invalid_grant\",\"error_description\":\"" + QByteArray(9999, 'x') + "\"}", 400)
                    .error()
                    .serverMessage.size() <= 500);
    }

    void aDeviceIsToldWhatToShow()
    {
        const auto parsed = [](const QByteArray &body, const char *issuer = "https://id.example") {
            return parseDeviceAuthorization(said(body), {}, QString::fromLatin1(issuer));
        };
        const QByteArray start = "{\"device_code\":\"d\",\"user_code\":\"WDJB-MJHT\",";
        auto device = parsed(start + "\"verification_uri\":\"https://id.example/device\",\"expires_in\":900,"
                                     "\"interval\":7,\"verification_uri_complete\":\"https://id.example/device?c=W\"}");
        QVERIFY(device.has_value());
        QVERIFY(device->deviceCode.equals("d"));
        QCOMPARE(device->userCode, QStringLiteral("WDJB-MJHT"));
        QCOMPARE(device->verificationUriComplete.query(), QStringLiteral("c=W"));
        QCOMPARE(device->expiresAtMs, 901'000LL);
        QCOMPARE(device->interval.count(), 7'000);

        device = parsed(start + "\"verification_uri\":\"https://id.example/device\",\"expires_in\":1e9,"
                                "\"interval\":-1,\"verification_uri_complete\":\"javascript:alert(1)\"}");
        QCOMPARE(device->interval.count(), 5'000); // RFC 8628 section 3.2
        QCOMPARE(device->expiresAtMs, 3'601'000LL);
        QVERIFY(device->verificationUriComplete.isEmpty());

        QVERIFY(!parsed(start + "\"verification_uri\":\"javascript:alert(1)\"}"));
        QVERIFY(!parsed(start + "\"verification_uri\":\"http://127.0.0.1/device\"}"));
        QVERIFY(parsed(start + "\"verification_uri\":\"http://127.0.0.1/device\"}", "http://127.0.0.1:1"));
        QVERIFY(!parsed("{\"user_code\":\"W\",\"verification_uri\":\"https://id.example/device\"}"));
        QVERIFY(!parsed("{\"device_code\":\"d\",\"user_code\":\"" + QByteArray(65, 'W') +
                        "\",\"verification_uri\":\"https://id.example/device\"}"));
        QVERIFY(!parsed("<html>"));
    }
};

QTEST_APPLESS_MAIN(TestTokenReply)
#include "testtokenreply.moc"
