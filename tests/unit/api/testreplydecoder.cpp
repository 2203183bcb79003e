// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/replydecoder.h"

#include <QTest>

using namespace tokendesk;

// Before the texts: moc 6.4 loses its way in some raw strings and then finds no class behind them.
class TestReplyDecoder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCreatedTokenIsReadAsSent();
    void aTokenThatDoesNotFitThePatternIsKept();
    void theLastOfTwoFieldsCounts();
    void theReplyIsWipedFromMemory_data();
    void theReplyIsWipedFromMemory();
    void badCreatedRepliesNameTheField_data();
    void badCreatedRepliesNameTheField();
    void aRefusedCreateCarriesCodeAndMessage();
    void aRevocationIsRead();
    void badRevocationsNameTheField_data();
    void badRevocationsNameTheField();
    void anOrganizationIsRead();
    void badOrganizationsNameTheField_data();
    void badOrganizationsNameTheField();
};

namespace {

const QByteArray createdData =
    R"({"id":"550e8400-e29b-41d4-a716-446655440000","name":"Line \u00c4","token":"apt_0123abcd","single_use":true,)"
    R"("created_at":"2024-01-15T10:30:00Z","expires_at":null,"setup_command":"curl -fsSL \"https://x/i.sh\" \\\n\t| sudo sh"})";

QByteArray replyWith(const QByteArray &data)
{
    return R"({"success":true,"data":)" + data + '}';
}

QByteArray createdWith(const char *piece, const char *instead)
{
    QByteArray data = createdData;
    const qsizetype at = data.indexOf(piece);
    Q_ASSERT(at >= 0);
    return replyWith(data.replace(at, qstrlen(piece), instead));
}

Result<CreatedToken> created(QByteArray body)
{
    return decodeCreated(body);
}

const QUuid asked(QStringLiteral("550e8400-e29b-41d4-a716-446655440000"));

} // namespace

void TestReplyDecoder::aCreatedTokenIsReadAsSent()
{
    const auto made = created(R"({"meta":null,"error":null,"success":true,"future":[1],"data":)" + createdData + '}');
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().detail));
    QCOMPARE(made->id, asked);
    QCOMPARE(made->name, QString::fromUtf8("Line \u00c4"));
    QVERIFY(made->token.equals("apt_0123abcd"));
    QVERIFY(made->setupCommand.equals("curl -fsSL \"https://x/i.sh\" \\\n\t| sudo sh"));
    QVERIFY(made->singleUse);
    QCOMPARE(made->createdAt, 1705314600000);
    QCOMPARE(made->expiresAt, noInstant);
}

void TestReplyDecoder::aTokenThatDoesNotFitThePatternIsKept()
{
    const auto made = created(createdWith("apt_0123abcd", "APT-2 new style"));
    QVERIFY(made.has_value());
    QVERIFY(made->token.equals("APT-2 new style"));
}

void TestReplyDecoder::theLastOfTwoFieldsCounts()
{
    const auto made = created(createdWith(R"("single_use")", R"("token":"apt_ff","single_use")"));
    QVERIFY(made.has_value());
    QVERIFY(made->token.equals("apt_ff"));
    const auto revoked = decodeRevocation(
        replyWith(R"({"id":"x","id":"550e8400-e29b-41d4-a716-446655440000","revoked_at":"2024-01-15T10:30:00Z"})"),
        asked);
    QVERIFY(revoked.has_value());
}

void TestReplyDecoder::theReplyIsWipedFromMemory_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("good") << replyWith(createdData);
    QTest::newRow("bad") << createdWith(R"("single_use":true,)", "");
    QTest::newRow("no JSON") << QByteArray("apt_0123abcd, and more text so that it is not tiny");
}

void TestReplyDecoder::theReplyIsWipedFromMemory()
{
    QFETCH(QByteArray, body);
    body.detach();
    (void)decodeCreated(body);
    QVERIFY(!body.isEmpty());
    QCOMPARE(body, QByteArray(body.size(), '\0'));
}

void TestReplyDecoder::badCreatedRepliesNameTheField_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    const auto add = [](const char *name, const QByteArray &body, const char *detail) {
        QTest::newRow(name) << body << QString::fromUtf8(detail);
    };
    add("no id", createdWith(R"("id":"550e8400-e29b-41d4-a716-446655440000",)", ""), "field id: it is missing");
    add("no name", createdWith(R"("name":"Line \u00c4",)", ""), "field name: it is missing");
    add("no token", createdWith(R"("token":"apt_0123abcd",)", ""), "field token: it is missing");
    add("token empty", createdWith("apt_0123abcd", ""), "field token: it is empty");
    add("token is null", createdWith(R"("apt_0123abcd")", "null"), "field token: null instead of text");
    add("no single_use", createdWith(R"("single_use":true,)", ""), "field single_use: it is missing");
    add("no created_at", createdWith(R"("created_at":"2024-01-15T10:30:00Z",)", ""), "field created_at: it is missing");
    add("created_at without zone", createdWith("10:30:00Z", "10:30:00"), "field created_at: the time has no zone");
    add("setup_command is a list", createdWith(R"("curl -fsSL \"https://x/i.sh\" \\\n\t| sudo sh")", "[]"),
        "field setup_command: a list instead of text");
    add("no setup_command",
        replyWith(
            R"({"id":"550e8400-e29b-41d4-a716-446655440000","name":"x","token":"apt_0","single_use":false,"created_at":"2024-01-15T10:30:00Z"})"),
        "field setup_command: it is missing");
    add("no data", R"({"success":true})", "field data: it is missing");
    add("data is null", replyWith("null"), "field data: not an object");
    add("data is a list", replyWith("[]"), "field data: not an object");
    add("no success", R"({"data":)" + createdData + '}', "field success: it is missing");
    add("success is null", R"({"success":null,"data":)" + createdData + '}',
        "field success: null instead of true or false");
    add("cut off", replyWith(createdData).chopped(1), "not valid JSON");
    add("something behind it", replyWith(createdData) + "{}", "something follows the end of the answer");
    add("no JSON", "OK", "the answer is not an object");
    add("a list", "[]", "the answer is not an object");
    add("invalid UTF-8", createdWith("Line", "\xff"), "the text is not UTF-8");
}

void TestReplyDecoder::badCreatedRepliesNameTheField()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, detail);
    const auto made = created(body);
    QVERIFY(!made.has_value());
    QCOMPARE(made.error().detail, detail);
    QCOMPARE(made.error().kind, ErrorKind::Protocol);
}

void TestReplyDecoder::aRefusedCreateCarriesCodeAndMessage()
{
    const auto made = created(R"({"error":{"code":"QUOTA","message":"Too \"many\""},"success":false,"data":null})");
    QVERIFY(!made.has_value());
    QCOMPARE(made.error().kind, ErrorKind::Server);
    QCOMPARE(made.error().serverCode, QStringLiteral("QUOTA"));
    QCOMPARE(made.error().serverMessage, QStringLiteral("Too \"many\""));
}

void TestReplyDecoder::aRevocationIsRead()
{
    const auto revoked = decodeRevocation(
        replyWith(R"({"revoked_at":"2024-01-15T11:30:00+01:00","id":"550E8400-E29B-41D4-A716-446655440000"})"), asked);
    QVERIFY2(revoked.has_value(), revoked ? "" : qPrintable(revoked.error().detail));
    QCOMPARE(revoked->id, asked);
    QCOMPARE(revoked->revokedAt, 1705314600000);
}

void TestReplyDecoder::badRevocationsNameTheField_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    const auto add = [](const char *name, const QByteArray &body, const char *detail) {
        QTest::newRow(name) << body << QString::fromUtf8(detail);
    };
    add("another token",
        replyWith(R"({"id":"660e8400-e29b-41d4-a716-446655440001","revoked_at":"2024-01-15T10:30:00Z"})"),
        "field id: not the token that was asked for");
    add("no id", replyWith(R"({"revoked_at":"2024-01-15T10:30:00Z"})"), "field id: it is missing");
    add("no time", replyWith(R"({"id":"550e8400-e29b-41d4-a716-446655440000"})"), "field revoked_at: it is missing");
    add("time is null", replyWith(R"({"id":"550e8400-e29b-41d4-a716-446655440000","revoked_at":null})"),
        "field revoked_at: not text");
    add("no zone", replyWith(R"({"id":"550e8400-e29b-41d4-a716-446655440000","revoked_at":"2024-01-15T10:30:00"})"),
        "field revoked_at: the time has no zone");
    add("no data", R"({"success":true})", "field data: it is missing");
    add("data is null", R"({"success":true,"data":null})", "field data: not an object");
    add("success is text", R"({"success":"yes"})", "field success: neither true nor false");
    add("no success", "{}", "field success: it is missing");
    add("no object", "[]", "the answer is not an object");
    add("no JSON", "gone", "not valid JSON");
}

void TestReplyDecoder::badRevocationsNameTheField()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, detail);
    const auto revoked = decodeRevocation(body, asked);
    QVERIFY(!revoked.has_value());
    QCOMPARE(revoked.error().detail, detail);
    QCOMPARE(revoked.error().kind, ErrorKind::Protocol);
}

void TestReplyDecoder::anOrganizationIsRead()
{
    const auto organization = decodeOrganization(replyWith(R"({"id":"o1","name":"Acme","slug":"acme","plan":7})"));
    QVERIFY(organization.has_value());
    QCOMPARE(organization->id, QStringLiteral("o1"));
    QCOMPARE(organization->name, QStringLiteral("Acme"));
    QCOMPARE(organization->slug, QStringLiteral("acme"));
    QVERIFY(decodeOrganization(replyWith(R"({"id":"o1","name":"Acme"})")).has_value());
}

void TestReplyDecoder::badOrganizationsNameTheField_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    QTest::newRow("no id") << replyWith(R"({"name":"Acme"})") << QStringLiteral("field id: it is missing");
    QTest::newRow("no name") << replyWith(R"({"id":"o1"})") << QStringLiteral("field name: it is missing");
    QTest::newRow("name is null") << replyWith(R"({"id":"o1","name":null})") << QStringLiteral("field name: not text");
    QTest::newRow("data is a list") << replyWith("[]") << QStringLiteral("field data: not an object");
}

void TestReplyDecoder::badOrganizationsNameTheField()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, detail);
    const auto organization = decodeOrganization(body);
    QVERIFY(!organization.has_value());
    QCOMPARE(organization.error().detail, detail);
}

QTEST_GUILESS_MAIN(TestReplyDecoder)
#include "testreplydecoder.moc"
