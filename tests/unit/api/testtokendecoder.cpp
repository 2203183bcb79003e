// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/tokendecoder.h"
#include "listbodies.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace tokendesk;

namespace {

/// More than the decoder takes in at once, several times over.
constexpr int manyRows = 4000;

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
    void whatIsCalledNoJsonIsNoneForQtEither();
    void aLongListIsReadAsQtReadsIt();
    void everyPrefixOfAListIsAnError();
    void aRefusalCarriesCodeAndMessage();
    void theDecoderIsReadyAgainAfterAnError();
    void twoRowsWithOneIdAreOneRowAndCounted();
};

void TestTokenDecoder::aRowIsReadField()
{
    const Decoded list = decode(listOf(goodRow(), R"(,"meta":{"count":1,"total":7})"));
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
    QTest::addColumn<qint64>("rows");
    QTest::addColumn<qint64>("at"); // of the row that has the name
    QTest::addColumn<QString>("name");
    for (const GoodBody &good : goodBodies()) {
        const auto add = [&good](const char *where, const QByteArray &body, int more, qint64 at) {
            QTest::addRow("%s%s", good.what, where) << body << good.rows + more << at << good.firstName;
        };
        add("", good.body, 0, 0);
        if (const QByteArray body = withRowsBehind(good.body, manyRows); body != good.body)
            add(", first of many", body, manyRows, 0);
        if (const QByteArray body = withRowsInFront(good.body, manyRows); body != good.body) {
            add(", last of many", body, manyRows, manyRows);
            if (const QByteArray more = withRowsBehind(body, manyRows); more != body)
                add(", among many", more, 2 * manyRows, manyRows);
        }
    }
}

void TestTokenDecoder::goodListsAreRead()
{
    QFETCH(QByteArray, body);
    QFETCH(qint64, rows);
    QFETCH(qint64, at);
    QFETCH(QString, name);
    QJsonParseError problem{};
    const QJsonArray data = QJsonDocument::fromJson(body, &problem).object().value(QStringLiteral("data")).toArray();
    QCOMPARE(problem.error, QJsonParseError::NoError);
    QCOMPARE(data.size(), rows);
    const Decoded list = decode(body);
    QVERIFY2(list.page.has_value(), list.page ? "" : qPrintable(list.page.error().detail));
    QCOMPARE(list.page->rows, rows);
    QCOMPARE(list.tokens->size(), quint32(rows));
    if (rows > 0)
        QCOMPARE(list.tokens->name(quint32(at)), name);
}

void TestTokenDecoder::badListsAreErrorsThatNameTheSpot_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    constexpr int rowsBefore = 8; // on earlier pages
    for (const BadBody &bad : badBodies()) {
        const auto add = [&bad](const char *where, const QByteArray &body, int inFront) {
            const QString detail = bad.detail.contains(QLatin1String("%1"))
                                       ? bad.detail.arg(QLocale(QLocale::English).toString(rowsBefore + inFront + 2))
                                       : bad.detail;
            QTest::addRow("%s%s", bad.what, where) << body << detail;
        };
        add("", bad.body, 0);
        if (const QByteArray body = withRowsInFront(bad.body, manyRows); body != bad.body) {
            add(", last of many", body, manyRows);
            if (const QByteArray more = withRowsBehind(body, manyRows); more != body)
                add(", among many", more, manyRows);
        }
    }
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

void TestTokenDecoder::whatIsCalledNoJsonIsNoneForQtEither()
{
    // Qt reads these, against RFC 8259 section 7.
    const QByteArrayList qtIsLax{"half a surrogate", "unknown escape", "a control character in a name"};
    for (const BadBody &bad : badBodies()) {
        QJsonParseError problem{};
        QJsonDocument::fromJson(bad.body, &problem);
        const bool isJson = problem.error == QJsonParseError::NoError;
        const bool saysNone = bad.detail.endsWith(QLatin1String("not valid JSON")) ||
                              bad.detail == QLatin1String("the text is not UTF-8") ||
                              bad.detail == QLatin1String("the answer is empty") ||
                              bad.detail == QLatin1String("something follows the end of the answer");
        if (saysNone)
            QVERIFY2(isJson == qtIsLax.contains(bad.what), bad.what);
    }
}

void TestTokenDecoder::aLongListIsReadAsQtReadsIt()
{
    QRandomGenerator random(20240115);
    const auto pick = [&random](const QByteArrayList &choices) { return choices[random.bounded(choices.size())]; };
    const QByteArrayList names{"Line 1",      "},{", R"(\"},{\"id\":)",           "[],[{},{}",
                               R"(\u00c4\\)", "",    "\xc3\x9c \xf0\x9f\x98\x80", QByteArray(700, 'x')};
    const QByteArrayList extras{"", R"("x":[{"a":1},{"b":[{},{}]}],)", R"("note":"},{",)", R"("n":-1.5e3,)"};
    const QByteArrayList instants{"null", R"("2024-01-15T10:30:00Z")", R"("2031-12-31T23:59:59.250+01:00")"};
    const QByteArrayList joints{",", " ,\n", ", "};
    for (int round = 0; round < 4; ++round) {
        QByteArray rows;
        for (int i = 0; i < 5000; ++i) {
            const QUuid id(random.generate(), 1, 0x4000, 0x80, 1, 1, 1, 1, 1, 1, 1);
            rows += (i > 0 ? pick(joints) : QByteArray()) + "{" + pick(extras) + "\"id\":\"" +
                    id.toByteArray(QUuid::WithoutBraces) + "\",\"name\":\"" + pick(names) +
                    "\",\"single_use\":" + pick({"true", "false"}) +
                    ",\"use_count\":" + QByteArray::number(random.generate()) +
                    R"(,"created_at":"2024-02-29T00:00:00Z","expires_at":)" + pick(instants) +
                    ",\"last_used_at\":" + pick(instants) + ",\"revoked_at\":" + pick(instants) + "}";
        }
        const QByteArray body = listOf(rows, R"(,"meta":{"total":5000})");
        const Decoded list = decode(body);
        QVERIFY2(list.page.has_value(), list.page ? "" : qPrintable(list.page.error().detail));
        const QJsonArray data = QJsonDocument::fromJson(body).object().value(QStringLiteral("data")).toArray();
        QCOMPARE(qsizetype(list.tokens->size()), data.size());
        const auto instant = [](const QJsonValue &value) {
            return value.isNull() ? noInstant
                                  : QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toMSecsSinceEpoch();
        };
        for (quint32 i = 0; i < list.tokens->size(); ++i) {
            const QJsonObject expected = data[i].toObject();
            const TokenRow &row = list.tokens->row(i);
            QCOMPARE(row.id, QUuid::fromString(expected.value(QLatin1String("id")).toString()));
            QCOMPARE(list.tokens->name(i), expected.value(QLatin1String("name")).toString());
            QCOMPARE(row.singleUse, expected.value(QLatin1String("single_use")).toBool());
            QCOMPARE(qint64(row.useCount), expected.value(QLatin1String("use_count")).toInteger());
            QCOMPARE(row.createdAt, instant(expected.value(QLatin1String("created_at"))));
            QCOMPARE(row.expiresAt, instant(expected.value(QLatin1String("expires_at"))));
            QCOMPARE(row.lastUsedAt, instant(expected.value(QLatin1String("last_used_at"))));
            QCOMPARE(row.revokedAt, instant(expected.value(QLatin1String("revoked_at"))));
        }
    }
}

void TestTokenDecoder::everyPrefixOfAListIsAnError()
{
    const QByteArray body = listOf(goodRow() + ',' + goodRow(), R"(,"error":null,"meta":{"total":2},"x":[{}])");
    TokenListDecoder decoder;
    for (qsizetype length = 0; length < body.size(); ++length) {
        QByteArray prefix = body.left(length);
        TokenSnapshotBuilder builder;
        QVERIFY2(!decoder.decode(prefix, 0, builder).has_value(), prefix.constData());
    }
    QVERIFY(decode(body).page.has_value());
    // So is one that is cut off after a window of rows, or within one.
    const QByteArray longBody = withRowsInFront(listOf(goodRow()), manyRows);
    for (qsizetype length = longBody.size() / 3; length < longBody.size(); length += 10'007) {
        QByteArray prefix = longBody.left(length);
        TokenSnapshotBuilder builder;
        QVERIFY2(!decoder.decode(prefix, 0, builder).has_value(), qPrintable(QString::number(length)));
    }
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
        QByteArray bad = listOf(goodRow() + ",{");
        TokenSnapshotBuilder dropped;
        QVERIFY(!decoder.decode(bad, 0, dropped).has_value());
        QByteArray good = listOf(goodRow());
        TokenSnapshotBuilder builder;
        QVERIFY(decoder.decode(good, 0, builder).has_value());
        QCOMPARE(builder.rowsSoFar(), 1U);
    }
}

void TestTokenDecoder::twoRowsWithOneIdAreOneRowAndCounted()
{
    const Decoded list = decode(listOf(goodRow() + ',' + goodRowWith("Production Line 1", "Other")));
    QCOMPARE(list.page->rows, 2);
    QCOMPARE(list.tokens->size(), 1U);
    QCOMPARE(list.tokens->duplicatesDropped(), 1U);
    QCOMPARE(list.tokens->name(0), QStringLiteral("Production Line 1"));
}

QTEST_GUILESS_MAIN(TestTokenDecoder)
#include "testtokendecoder.moc"
