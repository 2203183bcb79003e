// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/tokendecoder.h"

#include <QTest>

using namespace tokendesk;

namespace {

const QByteArray goodRow =
    R"({"id":"550e8400-e29b-41d4-a716-446655440000","name":"Production Line 1","single_use":true,)"
    R"("use_count":1,"created_at":"2024-01-15T10:30:00Z","expires_at":"2024-01-22T10:30:00+01:00",)"
    R"("last_used_at":"2024-01-15T11:00:00.250Z","revoked_at":null})";

QByteArray listOf(const QByteArray &rows, const QByteArray &rest = ",\"error\":null,\"meta\":null")
{
    return R"({"success":true,"data":[)" + rows + ']' + rest + '}';
}

/// goodRow with one piece replaced.
QByteArray rowWith(const char *piece, const QByteArray &instead)
{
    QByteArray row = goodRow;
    const qsizetype at = row.indexOf(piece);
    Q_ASSERT(at >= 0);
    return row.replace(at, qstrlen(piece), instead);
}

struct Decoded
{
    Result<ListPage> page;
    TokenSnapshotPtr tokens;
};

Decoded decode(QByteArray body, qint64 rowsBefore = 0)
{
    TokenListDecoder decoder;
    TokenSnapshotBuilder builder;
    Result<ListPage> page = decoder.decode(body, rowsBefore, builder);
    return {page, builder.finish(nameCollator(QLocale(QLocale::English)))};
}

} // namespace

class TestTokenDecoder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRowIsReadField();
    void goodListsAreRead_data();
    void goodListsAreRead();
    void badListsAreErrorsThatNameTheSpot_data();
    void badListsAreErrorsThatNameTheSpot();
    void everyPrefixOfAListIsAnError();
    void aRefusalCarriesCodeAndMessage();
    void theDecoderIsReadyAgainAfterAnError();
    void twoRowsWithOneIdAreOneRowAndCounted();
};

void TestTokenDecoder::aRowIsReadField()
{
    const Decoded list = decode(listOf(goodRow, R"(,"meta":{"count":1,"total":7})"));
    QVERIFY2(list.page.has_value(), list.page ? "" : qPrintable(list.page.error().detail));
    QCOMPARE(list.page->rows, 1);
    QCOMPARE(list.page->total, std::optional<qint64>(7));
    QCOMPARE(list.page->firstId, QUuid(QStringLiteral("550e8400-e29b-41d4-a716-446655440000")));
    QCOMPARE(list.tokens->size(), 1U);
    const TokenRow &row = list.tokens->row(0);
    QCOMPARE(row.id, list.page->firstId);
    QCOMPARE(list.tokens->name(0), QStringLiteral("Production Line 1"));
    QVERIFY(row.singleUse);
    QCOMPARE(row.useCount, 1U);
    QCOMPARE(row.createdAt, 1705314600000);
    QCOMPARE(row.expiresAt, 1705915800000);
    QCOMPARE(row.lastUsedAt, 1705316400250);
    QCOMPARE(row.revokedAt, noInstant);
}

void TestTokenDecoder::goodListsAreRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<quint32>("rows");
    QTest::addColumn<QString>("firstName");
    const QString usual = QStringLiteral("Production Line 1");
    QTest::newRow("empty list") << listOf("") << 0U << QString();
    QTest::newRow("white space") << QByteArray(" \r\n" + listOf(" " + goodRow + "\n") + "\n\t ") << 1U << usual;
    QTest::newRow("meta first") << QByteArray(R"({"meta":{"total":1},"data":[)" + goodRow + R"(],"success":true})")
                                << 1U << usual;
    QTest::newRow("no error, no meta") << listOf(goodRow, "") << 1U << usual;
    QTest::newRow("total is null") << listOf(goodRow, R"(,"meta":{"total":null,"limit":5})") << 1U << usual;
    QTest::newRow("unknown fields")
        << listOf(rowWith(R"("name")",
                          R"("owner":{"a":[1,-2.5e3,"x\n",true,null,{}]},"big":123456789012345678901234567890,"name")"),
                  R"(,"later":[[],{"x":""}],"meta":{"cursor":"z","total":1})")
        << 1U << usual;
    QTest::newRow("nullable fields left out")
        << listOf(
               R"({"id":"550e8400-e29b-41d4-a716-446655440000","name":"x","single_use":false,"use_count":0,"created_at":"2024-01-15T10:30:00Z"})")
        << 1U << QStringLiteral("x");
    QTest::newRow("keys in another order")
        << listOf(
               R"({"created_at":"2024-01-15T10:30:00Z","use_count":0,"single_use":false,"name":"x","id":"550e8400-e29b-41d4-a716-446655440000"})")
        << 1U << QStringLiteral("x");
    QTest::newRow("a key with escapes") << listOf(rowWith(R"("name")", R"("n\u0061me")")) << 1U << usual;
    QTest::newRow("a name with escapes") << listOf(rowWith("Production Line 1", R"(\u00c4\"\\\/\n\ud83d\ude00)")) << 1U
                                         << QString::fromUtf8("\u00c4\"\\/\n\U0001F600");
    QTest::newRow("an empty name") << listOf(rowWith("Production Line 1", "")) << 1U << QString();
    QTest::newRow("the largest count") << listOf(rowWith(R"("use_count":1)", R"("use_count":4294967295)")) << 1U
                                       << usual;
    QTest::newRow("an id in capitals") << listOf(rowWith("550e8400-e29b-41d4-a716-446655440000",
                                                         "550E8400-E29B-41D4-A716-446655440000"))
                                       << 1U << usual;
    QTest::newRow("error is an empty object") << listOf(goodRow, R"(,"error":{},"meta":5)") << 1U << usual;
}

void TestTokenDecoder::goodListsAreRead()
{
    QFETCH(QByteArray, body);
    QFETCH(quint32, rows);
    QFETCH(QString, firstName);
    const Decoded list = decode(body);
    QVERIFY2(list.page.has_value(), list.page ? "" : qPrintable(list.page.error().detail));
    QCOMPARE(list.page->rows, qint64(rows));
    QCOMPARE(list.tokens->size(), rows);
    if (rows > 0)
        QCOMPARE(list.tokens->name(0), firstName);
}

void TestTokenDecoder::badListsAreErrorsThatNameTheSpot_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    const auto add = [](const char *name, const QByteArray &body, const char *detail) {
        QTest::newRow(name) << body << QString::fromUtf8(detail);
    };
    // The row before the bad one is good; eight have come on earlier pages.
    const auto addRow = [&add](const char *name, const QByteArray &row, const char *detail) {
        add(name, listOf(goodRow + ',' + row), detail);
    };
    addRow("id missing", rowWith(R"("id":"550e8400-e29b-41d4-a716-446655440000",)", ""),
           "row 10, field id: it is missing");
    addRow("name missing", rowWith(R"("name":"Production Line 1",)", ""), "row 10, field name: it is missing");
    addRow("single_use missing", rowWith(R"("single_use":true,)", ""), "row 10, field single_use: it is missing");
    addRow("use_count missing", rowWith(R"("use_count":1,)", ""), "row 10, field use_count: it is missing");
    addRow("created_at missing", rowWith(R"("created_at":"2024-01-15T10:30:00Z",)", ""),
           "row 10, field created_at: it is missing");
    addRow("name is null", rowWith(R"("Production Line 1")", "null"), "row 10, field name: null instead of text");
    addRow("name is a number", rowWith(R"("Production Line 1")", "7"), "row 10, field name: a number instead of text");
    addRow("name is a list", rowWith(R"("Production Line 1")", "[]"), "row 10, field name: a list instead of text");
    addRow("name is an object", rowWith(R"("Production Line 1")", "{}"),
           "row 10, field name: an object instead of text");
    addRow("name is true", rowWith(R"("Production Line 1")", "true"),
           "row 10, field name: true or false instead of text");
    addRow("half a surrogate", rowWith("Production Line 1", R"(\ud83d)"), "row 10, field name: not valid JSON");
    addRow("unknown escape", rowWith("Production Line 1", R"(\x41)"), "row 10, field name: not valid JSON");
    addRow("name twice", rowWith(R"("single_use")", R"("name":"Other","single_use")"),
           "row 10, field name: it is there twice");
    addRow("name twice, escaped", rowWith(R"("single_use")", R"("n\u0061me":"Other","single_use")"),
           "row 10, field name: it is there twice");
    addRow("id is no UUID", rowWith("550e8400", "550e84zz"), "row 10, field id: not a UUID");
    addRow("id in braces", rowWith("550e8400-e29b-41d4-a716-446655440000", "{550e8400-e29b-41d4-a716-446655440000}"),
           "row 10, field id: not a UUID");
    addRow("id too long", rowWith("446655440000", "4466554400001"), "row 10, field id: not a UUID");
    addRow("id empty", rowWith("550e8400-e29b-41d4-a716-446655440000", ""), "row 10, field id: not a UUID");
    addRow("id nil", rowWith("550e8400-e29b-41d4-a716-446655440000", "00000000-0000-0000-0000-000000000000"),
           "row 10, field id: not a UUID");
    addRow("id is a number", rowWith(R"("550e8400-e29b-41d4-a716-446655440000")", "5"),
           "row 10, field id: a number instead of text");
    addRow("single_use is text", rowWith("true", R"("true")"),
           "row 10, field single_use: text instead of true or false");
    addRow("single_use is 1", rowWith("true", "1"), "row 10, field single_use: a number instead of true or false");
    addRow("single_use is null", rowWith("true", "null"), "row 10, field single_use: null instead of true or false");
    addRow("single_use is broken", rowWith("true", "trux"), "row 10, field single_use: not valid JSON");
    addRow("use_count negative", rowWith(R"("use_count":1)", R"("use_count":-1)"),
           "row 10, field use_count: not a whole number from 0 to 4294967295");
    addRow("use_count fraction", rowWith(R"("use_count":1)", R"("use_count":1.5)"),
           "row 10, field use_count: not a whole number from 0 to 4294967295");
    addRow("use_count exponent", rowWith(R"("use_count":1)", R"("use_count":1e3)"),
           "row 10, field use_count: not a whole number from 0 to 4294967295");
    addRow("use_count too large", rowWith(R"("use_count":1)", R"("use_count":4294967296)"),
           "row 10, field use_count: not a whole number from 0 to 4294967295");
    addRow("use_count absurd", rowWith(R"("use_count":1)", R"("use_count":18446744073709551616)"),
           "row 10, field use_count: not a whole number from 0 to 4294967295");
    addRow("use_count with a zero in front", rowWith(R"("use_count":1)", R"("use_count":01)"),
           "row 10, field use_count: not a whole number from 0 to 4294967295");
    addRow("use_count is text", rowWith(R"("use_count":1)", R"("use_count":"1")"),
           "row 10, field use_count: text instead of a number");
    addRow("use_count is null", rowWith(R"("use_count":1)", R"("use_count":null)"),
           "row 10, field use_count: null instead of a number");
    addRow("created_at without zone", rowWith("10:30:00Z", "10:30:00"),
           "row 10, field created_at: the time has no zone");
    addRow("created_at impossible", rowWith("2024-01-15T10:30:00Z", "2024-02-30T10:30:00Z"),
           "row 10, field created_at: there is no such time");
    addRow("created_at is a date", rowWith("2024-01-15T10:30:00Z", "2024-01-15"),
           "row 10, field created_at: not a time");
    addRow("created_at is a number", rowWith(R"("2024-01-15T10:30:00Z")", "1705314600"),
           "row 10, field created_at: a number instead of text");
    addRow("created_at is null", rowWith(R"("2024-01-15T10:30:00Z")", "null"),
           "row 10, field created_at: null instead of text");
    addRow("expires_at without zone", rowWith("10:30:00+01:00", "10:30:00"),
           "row 10, field expires_at: the time has no zone");
    addRow("expires_at empty", rowWith("2024-01-22T10:30:00+01:00", ""), "row 10, field expires_at: not a time");
    addRow("last_used_at is false", rowWith(R"("2024-01-15T11:00:00.250Z")", "false"),
           "row 10, field last_used_at: true or false instead of text");
    addRow("revoked_at is no null", rowWith("null", "nul"), "row 10, field revoked_at: not valid JSON");
    addRow("a row is null", "null", "row 10: null instead of an object");
    addRow("a row is a list", "[1]", "row 10: a list instead of an object");
    addRow("a comma too many", "", "row 10: not valid JSON");
    addRow("no comma between fields", rowWith(R"(,"use_count")", R"( "use_count")"), "row 10: not valid JSON");
    addRow("no colon", rowWith(R"("name":)", R"("name" )"), "row 10: not valid JSON");
    addRow("broken inside an unknown field", rowWith(R"("name")", R"("x":[1 2],"name")"), "row 10: not valid JSON");
    addRow("brackets that do not match", rowWith(R"("name")", R"("x":[1},"name")"), "row 10: not valid JSON");
    addRow("unknown number that is none", rowWith(R"("name")", R"("x":1-2,"name")"), "row 10: not valid JSON");
    addRow("nested without end",
           rowWith(R"("name")", "\"x\":" + QByteArray(40, '[') + QByteArray(40, ']') + ",\"name\""),
           "row 10: nested too deeply");

    add("nothing", "", "the answer is empty");
    add("blanks", " \n ", "the answer is empty");
    add("no JSON", "hello", "the answer is not an object");
    add("a list", "[]", "the answer is not an object");
    add("a number", "5", "the answer is not an object");
    add("null", "null", "the answer is not an object");
    add("success missing", R"({"data":[]})", "field success: it is missing");
    add("success is text", R"({"success":"true","data":[]})", "field success: text instead of true or false");
    add("success twice", R"({"success":false,"success":true,"data":[]})", "field success: it is there twice");
    add("data missing", R"({"success":true})", "field data: it is missing");
    add("data is null", R"({"success":true,"data":null})", "field data: null instead of a list");
    add("data is an object", R"({"success":true,"data":{"a":[1]}})", "field data: an object instead of a list");
    add("data is text", R"({"success":true,"data":"none"})", "field data: text instead of a list");
    add("data twice", R"({"success":true,"data":[],"data":[]})", "field data: it is there twice");
    add("total negative", listOf(goodRow, R"(,"meta":{"total":-1})"),
        "field meta.total: not a whole number from 0 to 4294967295");
    add("total is text", listOf(goodRow, R"(,"meta":{"total":"7"})"), "field meta.total: text instead of a number");
    add("a second document", listOf(goodRow) + "{}", "something follows the end of the answer");
    add("a bracket too many", listOf(goodRow) + '}', "something follows the end of the answer");
    add("letters behind it", listOf(goodRow) + " x", "not valid JSON");
    add("invalid UTF-8", listOf(rowWith("Production", "Pr\xc3\x28")), "the text is not UTF-8");
    add("overlong UTF-8", listOf(rowWith("Production", "\xc0\xaf")), "the text is not UTF-8");
    add("a surrogate in UTF-8", listOf(rowWith("Production", "\xed\xa0\x80")), "the text is not UTF-8");
    add("a control character in a name", listOf(rowWith("Production", "\x01")), "not valid JSON");
    add("an unclosed text", R"({"success":true,"data":["x)", "not valid JSON");
}

void TestTokenDecoder::badListsAreErrorsThatNameTheSpot()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, detail);
    const Decoded list = decode(body, 8);
    QVERIFY(!list.page.has_value());
    QCOMPARE(list.page.error().detail, detail);
    QCOMPARE(list.page.error().kind, ErrorKind::Protocol);
}

void TestTokenDecoder::everyPrefixOfAListIsAnError()
{
    const QByteArray body = listOf(goodRow + ',' + goodRow, R"(,"error":null,"meta":{"total":2},"x":[{}])");
    TokenListDecoder decoder;
    for (qsizetype length = 0; length < body.size(); ++length) {
        QByteArray prefix = body.left(length);
        TokenSnapshotBuilder builder;
        QVERIFY2(!decoder.decode(prefix, 0, builder).has_value(), prefix.constData());
    }
    QVERIFY(decode(body).page.has_value());
}

void TestTokenDecoder::aRefusalCarriesCodeAndMessage()
{
    for (const char *data : {"null", "[]", "{}", "5"}) {
        const Decoded list = decode(QByteArray(R"({"success":false,"data":)") + data +
                                    R"(,"error":{"code":"BUSY","message":"Come back later","details":{"a":1}}})");
        QVERIFY(!list.page.has_value());
        QCOMPARE(list.page.error().kind, ErrorKind::Server);
        QCOMPARE(list.page.error().serverCode, QStringLiteral("BUSY"));
        QCOMPARE(list.page.error().serverMessage, QStringLiteral("Come back later"));
    }
    const Decoded bare = decode(R"({"success":false,"error":{"code":null,"message":[]}})");
    QVERIFY(!bare.page.has_value());
    QCOMPARE(bare.page.error().kind, ErrorKind::Server);
    const Decoded endless = decode(R"({"success":false,"error":{"message":")" + QByteArray(100'000, 'x') + "\"}}");
    QCOMPARE(endless.page.error().serverMessage.size(), 2000);
}

void TestTokenDecoder::theDecoderIsReadyAgainAfterAnError()
{
    TokenListDecoder decoder;
    for (int round = 0; round < 3; ++round) {
        QByteArray bad = listOf(goodRow + ",{");
        TokenSnapshotBuilder dropped;
        QVERIFY(!decoder.decode(bad, 0, dropped).has_value());
        QByteArray good = listOf(goodRow);
        TokenSnapshotBuilder builder;
        QVERIFY(decoder.decode(good, 0, builder).has_value());
        QCOMPARE(builder.rowsSoFar(), 1U);
    }
}

void TestTokenDecoder::twoRowsWithOneIdAreOneRowAndCounted()
{
    const Decoded list = decode(listOf(goodRow + ',' + rowWith("Production Line 1", "Other")));
    QCOMPARE(list.page->rows, 2);
    QCOMPARE(list.tokens->size(), 1U);
    QCOMPARE(list.tokens->duplicatesDropped(), 1U);
    QCOMPARE(list.tokens->name(0), QStringLiteral("Production Line 1"));
}

QTEST_GUILESS_MAIN(TestTokenDecoder)
#include "testtokendecoder.moc"
