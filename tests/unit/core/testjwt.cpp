// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jwt.h"

#include <QTest>

using namespace tokendesk;

namespace {

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

const QByteArray header = base64Url("{\"alg\":\"RS256\"}");
const QByteArray claims = base64Url("{\"sub\":\"ada\"}");

std::optional<JwtError> problemWith(const QByteArray &token)
{
    const auto jwt = parseJwt(token);
    return jwt ? std::nullopt : std::optional(jwt.error());
}

} // namespace

class TestJwt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theExampleOfRfc7519IsRead()
    {
        // RFC 7519 section 3.1, signature of RFC 7515 appendix A.1.
        const auto jwt = parseJwt("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9."
                                  "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290"
                                  "Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
        QVERIFY(jwt.has_value());
        QCOMPARE(jwt->header.value(QLatin1String("alg")).toString(), QStringLiteral("HS256"));
        QCOMPARE(jwt->claims.value(QLatin1String("iss")).toString(), QStringLiteral("joe"));
        QCOMPARE(numericDate(jwt->claims.value(QLatin1String("exp"))), 1300819380000LL);
        QVERIFY(jwt->isSigned);
    }

    void oneTokenHasOneSpelling_data()
    {
        QTest::addColumn<QByteArray>("token");
        const auto row = [](const char *name, const QByteArray &token) { QTest::newRow(name) << token; };
        row("empty", "");
        row("one part", header);
        row("two parts", header + '.' + claims);
        row("four parts", header + '.' + claims + ".c2ln.x");
        row("no header", '.' + claims + ".c2ln");
        row("no claims", header + "..c2ln");
        row("padding", base64Url("{\"a\":1}") + "==." + claims + ".c2ln");
        row("blank", ' ' + header + '.' + claims + ".c2ln");
        row("line break inside", header.left(5) + '\n' + header.mid(5) + '.' + claims + ".c2ln");
        row("plain base64 alphabet", header + '.' + claims + ".+/+/");
        row("bits left over", header + '.' + claims + ".c2x");
        row("an impossible length", header + '.' + claims + ".c");
        row("NUL", header + '.' + claims + QByteArray(".c2l\0", 5));
        row("header is a list", base64Url("[]") + '.' + claims + ".c2ln");
        row("claims are a text", header + '.' + base64Url("\"x\"") + ".c2ln");
        row("claims are cut", header + '.' + base64Url("{\"sub\":") + ".c2ln");
        row("nested beyond reason",
            header + '.' + base64Url("{\"a\":" + QByteArray(5000, '[') + QByteArray(5000, ']') + '}') + ".c2ln");
    }
    void oneTokenHasOneSpelling()
    {
        QFETCH(QByteArray, token);
        QVERIFY(problemWith(token) == JwtError::Malformed);
    }

    void sizeAndEncryptionAreToldApart()
    {
        QVERIFY(problemWith("a.b.c.d.e") == JwtError::Encrypted);
        QVERIFY(problemWith(QByteArray(maxJwtBytes + 1, 'a')) == JwtError::TooLarge);
        QVERIFY(problemWith(header + '.' + claims + '.' + QByteArray(maxJwtBytes, 'A')) == JwtError::TooLarge);
        QVERIFY(!problemWith(header + '.' + claims + ".c2ln"));
    }

    void anUnsignedTokenIsKnownAsOne()
    {
        QVERIFY(parseJwt(header + '.' + claims + ".c2ln")->isSigned);
        QVERIFY(!parseJwt(header + '.' + claims + '.')->isSigned);
        for (const char *unsignedHeader : {"{\"alg\":\"none\"}", "{\"alg\":\"NonE\"}", "{\"alg\":\"\"}", "{}"})
            QVERIFY2(!parseJwt(base64Url(unsignedHeader) + '.' + claims + ".c2ln")->isSigned, unsignedHeader);
    }

    void numericDatesThatSayNothingAreNone()
    {
        QCOMPARE(numericDate(QJsonValue(1.5)), 1500LL);
        QCOMPARE(numericDate(QJsonValue(0)), 0LL);
        QCOMPARE(numericDate(QJsonValue(1e300)), noInstant);
        QCOMPARE(numericDate(QJsonValue(QStringLiteral("1300819380"))), noInstant);
        QCOMPARE(numericDate(QJsonValue()), noInstant);
    }
};

QTEST_APPLESS_MAIN(TestJwt)
#include "testjwt.moc"
