// SPDX-License-Identifier: GPL-3.0-or-later
#include "listbodies.h"

#include <QUuid>

namespace tokendesk {

namespace {

const QByteArray usualHead = R"({"success":true,"data":[)";
const QByteArray usualTail = R"(],"error":null,"meta":null})";

QByteArray rowNumber(int number)
{
    const QUuid id(quint32(number), 1, 0x4000, 0x80, 1, 1, 1, 1, 1, 1, 1);
    return goodRowWith("550e8400-e29b-41d4-a716-446655440000", id.toByteArray(QUuid::WithoutBraces));
}

} // namespace

QByteArray goodRow()
{
    return R"({"id":"550e8400-e29b-41d4-a716-446655440000","name":"Production Line 1","single_use":true,)"
           R"("use_count":1,"created_at":"2024-01-15T10:30:00Z","expires_at":"2024-01-22T10:30:00+01:00",)"
           R"("last_used_at":"2024-01-15T11:00:00.250Z","revoked_at":null})";
}

QByteArray goodRowWith(const char *piece, const QByteArray &instead)
{
    QByteArray row = goodRow();
    const qsizetype at = row.indexOf(piece);
    Q_ASSERT(at >= 0);
    return row.replace(at, qstrlen(piece), instead);
}

QByteArray listOf(const QByteArray &rows, const QByteArray &rest)
{
    return usualHead + rows + ']' + rest + '}';
}

QByteArray withRowsInFront(const QByteArray &body, int count)
{
    if (!body.startsWith(usualHead) || body.at(usualHead.size()) == ']')
        return body;
    QByteArray longer = usualHead;
    for (int i = 0; i < count; ++i)
        longer += rowNumber(i + 1) + ',';
    return longer + body.mid(usualHead.size());
}

QByteArray withRowsBehind(const QByteArray &body, int count)
{
    if (!body.startsWith(usualHead) || !body.endsWith(usualTail) || body.at(usualHead.size()) == ']')
        return body;
    QByteArray longer = body.chopped(usualTail.size());
    for (int i = 0; i < count; ++i)
        longer += ',' + rowNumber(1'000'000 + i);
    return longer + usualTail;
}

std::vector<GoodBody> goodBodies()
{
    std::vector<GoodBody> all;
    const auto add = [&all](const char *what, const QByteArray &body, qint64 rows, const QString &firstName) {
        all.push_back({what, body, rows, firstName});
    };
    const QString usual = QStringLiteral("Production Line 1");
    add("empty list", listOf(""), 0, QString());
    add("white space", QByteArray(" \r\n" + listOf(" " + goodRow() + "\n") + "\n\t "), 1, usual);
    add("meta first", QByteArray(R"({"meta":{"total":1},"data":[)" + goodRow() + R"(],"success":true})"), 1, usual);
    add("no error, no meta", listOf(goodRow(), ""), 1, usual);
    add("total is null", listOf(goodRow(), R"(,"meta":{"total":null,"limit":5})"), 1, usual);
    add("unknown fields",
        listOf(
            goodRowWith(R"("name")",
                        R"("owner":{"a":[1,-2.5e3,"x\n",true,null,{}]},"big":123456789012345678901234567890,"name")"),
            R"(,"later":[[],{"x":""}],"meta":{"cursor":"z","total":1})"),
        1, usual);
    add("nullable fields left out",
        listOf(
            R"({"id":"550e8400-e29b-41d4-a716-446655440000","name":"x","single_use":false,"use_count":0,"created_at":"2024-01-15T10:30:00Z"})"),
        1, QStringLiteral("x"));
    add("keys in another order",
        listOf(
            R"({"created_at":"2024-01-15T10:30:00Z","use_count":0,"single_use":false,"name":"x","id":"550e8400-e29b-41d4-a716-446655440000"})"),
        1, QStringLiteral("x"));
    add("a key with escapes", listOf(goodRowWith(R"("name")", R"("n\u0061me")")), 1, usual);
    add("a name with escapes", listOf(goodRowWith("Production Line 1", R"(\u00c4\"\\\/\n\ud83d\ude00)")), 1,
        QString::fromUtf8("\u00c4\"\\/\n\U0001F600"));
    add("an empty name", listOf(goodRowWith("Production Line 1", "")), 1, QString());
    add("the largest count", listOf(goodRowWith(R"("use_count":1)", R"("use_count":4294967295)")), 1, usual);
    add("an id in capitals",
        listOf(goodRowWith("550e8400-e29b-41d4-a716-446655440000", "550E8400-E29B-41D4-A716-446655440000")), 1, usual);
    add("a name that looks like the border of two rows", listOf(goodRowWith("Production Line 1", "},{,[]")), 1,
        QStringLiteral("},{,[]"));
    add("objects in a list within a row", listOf(goodRowWith(R"("name")", R"("x":[{"a":1},{"id":[{},{}]}],"name")")), 1,
        usual);
    add("error is an empty object", listOf(goodRow(), R"(,"error":{},"meta":5)"), 1, usual);
    return all;
}

std::vector<BadBody> badBodies()
{
    std::vector<BadBody> all;
    const auto add = [&all](const char *what, const QByteArray &body, const char *detail) {
        all.push_back({what, body, QString::fromUtf8(detail)});
    };
    // The row before the bad one is good.
    const auto addRow = [&add](const char *name, const QByteArray &row, const char *detail) {
        add(name, listOf(goodRow() + ',' + row), detail);
    };
    addRow("id missing", goodRowWith(R"("id":"550e8400-e29b-41d4-a716-446655440000",)", ""),
           "row %1, field id: it is missing");
    addRow("name missing", goodRowWith(R"("name":"Production Line 1",)", ""), "row %1, field name: it is missing");
    addRow("single_use missing", goodRowWith(R"("single_use":true,)", ""), "row %1, field single_use: it is missing");
    addRow("use_count missing", goodRowWith(R"("use_count":1,)", ""), "row %1, field use_count: it is missing");
    addRow("created_at missing", goodRowWith(R"("created_at":"2024-01-15T10:30:00Z",)", ""),
           "row %1, field created_at: it is missing");
    addRow("name is null", goodRowWith(R"("Production Line 1")", "null"), "row %1, field name: null instead of text");
    addRow("name is a number", goodRowWith(R"("Production Line 1")", "7"),
           "row %1, field name: a number instead of text");
    addRow("name is a list", goodRowWith(R"("Production Line 1")", "[]"), "row %1, field name: a list instead of text");
    addRow("name is an object", goodRowWith(R"("Production Line 1")", "{}"),
           "row %1, field name: an object instead of text");
    addRow("name is true", goodRowWith(R"("Production Line 1")", "true"),
           "row %1, field name: true or false instead of text");
    addRow("half a surrogate", goodRowWith("Production Line 1", R"(\ud83d)"), "row %1, field name: not valid JSON");
    addRow("unknown escape", goodRowWith("Production Line 1", R"(\x41)"), "row %1, field name: not valid JSON");
    addRow("name twice", goodRowWith(R"("single_use")", R"("name":"Other","single_use")"),
           "row %1, field name: it is there twice");
    addRow("name twice, escaped", goodRowWith(R"("single_use")", R"("n\u0061me":"Other","single_use")"),
           "row %1, field name: it is there twice");
    addRow("id is no UUID", goodRowWith("550e8400", "550e84zz"), "row %1, field id: not a UUID");
    addRow("id in braces",
           goodRowWith("550e8400-e29b-41d4-a716-446655440000", "{550e8400-e29b-41d4-a716-446655440000}"),
           "row %1, field id: not a UUID");
    addRow("id too long", goodRowWith("446655440000", "4466554400001"), "row %1, field id: not a UUID");
    addRow("id empty", goodRowWith("550e8400-e29b-41d4-a716-446655440000", ""), "row %1, field id: not a UUID");
    addRow("id nil", goodRowWith("550e8400-e29b-41d4-a716-446655440000", "00000000-0000-0000-0000-000000000000"),
           "row %1, field id: not a UUID");
    addRow("id is a number", goodRowWith(R"("550e8400-e29b-41d4-a716-446655440000")", "5"),
           "row %1, field id: a number instead of text");
    addRow("single_use is text", goodRowWith("true", R"("true")"),
           "row %1, field single_use: text instead of true or false");
    addRow("single_use is 1", goodRowWith("true", "1"), "row %1, field single_use: a number instead of true or false");
    addRow("single_use is null", goodRowWith("true", "null"),
           "row %1, field single_use: null instead of true or false");
    addRow("single_use is broken", goodRowWith("true", "trux"), "row %1, field single_use: not valid JSON");
    addRow("use_count negative", goodRowWith(R"("use_count":1)", R"("use_count":-1)"),
           "row %1, field use_count: not a whole number from 0 to 4294967295");
    addRow("use_count fraction", goodRowWith(R"("use_count":1)", R"("use_count":1.5)"),
           "row %1, field use_count: not a whole number from 0 to 4294967295");
    addRow("use_count exponent", goodRowWith(R"("use_count":1)", R"("use_count":1e3)"),
           "row %1, field use_count: not a whole number from 0 to 4294967295");
    addRow("use_count too large", goodRowWith(R"("use_count":1)", R"("use_count":4294967296)"),
           "row %1, field use_count: not a whole number from 0 to 4294967295");
    addRow("use_count absurd", goodRowWith(R"("use_count":1)", R"("use_count":18446744073709551616)"),
           "row %1, field use_count: not a whole number from 0 to 4294967295");
    addRow("use_count with a zero in front", goodRowWith(R"("use_count":1)", R"("use_count":01)"),
           "row %1, field use_count: not a whole number from 0 to 4294967295");
    addRow("use_count is text", goodRowWith(R"("use_count":1)", R"("use_count":"1")"),
           "row %1, field use_count: text instead of a number");
    addRow("use_count is null", goodRowWith(R"("use_count":1)", R"("use_count":null)"),
           "row %1, field use_count: null instead of a number");
    addRow("created_at without zone", goodRowWith("10:30:00Z", "10:30:00"),
           "row %1, field created_at: the time has no zone");
    addRow("created_at impossible", goodRowWith("2024-01-15T10:30:00Z", "2024-02-30T10:30:00Z"),
           "row %1, field created_at: there is no such time");
    addRow("created_at is a date", goodRowWith("2024-01-15T10:30:00Z", "2024-01-15"),
           "row %1, field created_at: not a time");
    addRow("created_at is a number", goodRowWith(R"("2024-01-15T10:30:00Z")", "1705314600"),
           "row %1, field created_at: a number instead of text");
    addRow("created_at is null", goodRowWith(R"("2024-01-15T10:30:00Z")", "null"),
           "row %1, field created_at: null instead of text");
    addRow("expires_at without zone", goodRowWith("10:30:00+01:00", "10:30:00"),
           "row %1, field expires_at: the time has no zone");
    addRow("expires_at empty", goodRowWith("2024-01-22T10:30:00+01:00", ""), "row %1, field expires_at: not a time");
    addRow("last_used_at is false", goodRowWith(R"("2024-01-15T11:00:00.250Z")", "false"),
           "row %1, field last_used_at: true or false instead of text");
    addRow("revoked_at is no null", goodRowWith("null", "nul"), "row %1, field revoked_at: not valid JSON");
    addRow("a row is null", "null", "row %1: null instead of an object");
    addRow("a row is a list", "[1]", "row %1: a list instead of an object");
    addRow("a comma too many", "", "row %1: not valid JSON");
    addRow("no comma between fields", goodRowWith(R"(,"use_count")", R"( "use_count")"), "row %1: not valid JSON");
    addRow("no colon", goodRowWith(R"("name":)", R"("name" )"), "row %1: not valid JSON");
    addRow("broken inside an unknown field", goodRowWith(R"("name")", R"("x":[1 2],"name")"), "row %1: not valid JSON");
    addRow("brackets that do not match", goodRowWith(R"("name")", R"("x":[1},"name")"), "row %1: not valid JSON");
    addRow("unknown number that is none", goodRowWith(R"("name")", R"("x":1-2,"name")"), "row %1: not valid JSON");
    addRow("nested without end",
           goodRowWith(R"("name")", "\"x\":" + QByteArray(40, '[') + QByteArray(40, ']') + ",\"name\""),
           "row %1: nested too deeply");

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
    add("total negative", listOf(goodRow(), R"(,"meta":{"total":-1})"),
        "field meta.total: not a whole number from 0 to 4294967295");
    add("total is text", listOf(goodRow(), R"(,"meta":{"total":"7"})"), "field meta.total: text instead of a number");
    add("a second document", listOf(goodRow()) + "{}", "something follows the end of the answer");
    add("a bracket too many", listOf(goodRow()) + '}', "something follows the end of the answer");
    add("letters behind it", listOf(goodRow()) + " x", "not valid JSON");
    add("invalid UTF-8", listOf(goodRowWith("Production", "Pr\xc3\x28")), "the text is not UTF-8");
    add("overlong UTF-8", listOf(goodRowWith("Production", "\xc0\xaf")), "the text is not UTF-8");
    add("a surrogate in UTF-8", listOf(goodRowWith("Production", "\xed\xa0\x80")), "the text is not UTF-8");
    add("a control character in a name", listOf(goodRowWith("Production", "\x01")), "not valid JSON");
    add("an unclosed text", R"({"success":true,"data":["x)", "not valid JSON");
    return all;
}

} // namespace tokendesk
