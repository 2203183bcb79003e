// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accesstoken.h"

#include <QTest>

using namespace tokendesk;

using Verdict = AccessTokenCheck::Verdict;
namespace {

constexpr qint64 now = 1772366400000;
constexpr qint64 nowSeconds = now / 1000;

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray jwt(const QByteArray &claims)
{
    return base64Url("{\"alg\":\"RS256\"}") + '.' + base64Url(claims) + ".c2ln";
}

AccessTokenCheck check(const QByteArray &token)
{
    return checkAccessToken(Secret(token), now);
}

} // namespace

class TestAccessToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatComesAlongWithACopyIsTakenOff_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QByteArray>("token");
        const auto row = [](const char *name, const char16_t *pasted, const char *token = "eyJh.eyJl.c2ln") {
            QTest::newRow(name) << QString::fromUtf16(pasted) << QByteArray(token);
        };
        row("plain", u"eyJh.eyJl.c2ln");
        row("blanks around", u"  eyJh.eyJl.c2ln\t\n");
        row("no-break space around", u"\u00A0eyJh.eyJl.c2ln\u00A0");
        row("broken into lines", u"eyJh.\neyJl.\r\nc2ln\r\n");
        row("bearer", u"Bearer eyJh.eyJl.c2ln");
        row("bearer in capitals", u"BEARER eyJh.eyJl.c2ln");
        row("bearer and several blanks", u"bearer    eyJh.eyJl.c2ln");
        row("bearer and a tabulator", u"Bearer\teyJh.eyJl.c2ln");
        row("bearer on a line of its own", u"Bearer\neyJh.eyJl.c2ln");
        row("bearer, carriage return", u"Bearer\r\neyJh.eyJl.c2ln");
        row("header", u"Authorization: Bearer eyJh.eyJl.c2ln");
        row("header, no blank", u"authorization:Bearer eyJh.eyJl.c2ln");
        row("header broken", u"Authorization: Bearer\r\n eyJh.eyJl.c2ln");
        row("double quotes", u"\"eyJh.eyJl.c2ln\"");
        row("single quotes", u"'eyJh.eyJl.c2ln'");
        row("back quotes", u"`eyJh.eyJl.c2ln`");
        row("quoted header", u"'Authorization: Bearer eyJh.eyJl.c2ln'");
        row("bearer and quotes", u"Bearer \"eyJh.eyJl.c2ln\"");
        row("quotes and blanks", u"\" eyJh.eyJl.c2ln \"");
        row("byte order mark", u"\uFEFFeyJh.eyJl.c2ln");
        row("byte order mark and a blank", u"\uFEFF eyJh.eyJl.c2ln");
        row("zero-width space", u"eyJh.\u200BeyJl.c2ln\u200B");
        row("zero-width space and blanks", u" \u200B eyJh.eyJl.c2ln \u200B ");
        row("a blank inside stays, to be seen", u"eyJh. eyJl.c2ln", "eyJh. eyJl.c2ln");
        row("one quote stays", u"\"eyJh", "\"eyJh");
        row("a token that begins like the word", u"BearerToken123", "BearerToken123");
        row("the word alone", u"Bearer ", "");
        row("the header alone", u"Authorization: Bearer", "");
        row("nothing", u"", "");
        row("blanks only", u" \r\n\t", "");
        row("quotes only", u"\"\"", "");
    }
    void whatComesAlongWithACopyIsTakenOff()
    {
        QFETCH(QString, pasted);
        QTEST(cleanAccessToken(pasted).view().toByteArray(), "token");
    }

    void theVerdictFollowsTheText_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<Verdict>("verdict");
        const auto row = [](const char *name, const QByteArray &token, Verdict verdict) {
            QTest::newRow(name) << token << verdict;
        };
        row("empty", "", Verdict::Empty);
        row("opaque", "gho_16C7e42F292c6912E7710c838347Ae178B4a", Verdict::Opaque);
        row("all characters of RFC 6750", "aZ09-._~+/==", Verdict::Opaque);
        row("only padding", "==", Verdict::Malformed);
        row("padding inside", "ab=cd", Verdict::Malformed);
        row("blank", "abc def", Verdict::Malformed);
        row("line feed", "abc\ndef", Verdict::Malformed);
        row("header injection", "abc\r\nX-Evil: 1", Verdict::Malformed);
        row("quote", "\"abc", Verdict::Malformed);
        row("not ascii", "abc\xC3\xA9", Verdict::Malformed);
        row("null byte", QByteArray("abc\0def", 7), Verdict::Malformed);
        row("three words", "a.b.c", Verdict::Opaque);
        row("no header", QByteArray(".") + base64Url("{}") + ".x", Verdict::Opaque);
        row("claims are a list", base64Url("{}") + '.' + base64Url("[]") + ".x", Verdict::Opaque);
        row("claims are broken", base64Url("{}") + '.' + base64Url("{\"exp\":") + ".x", Verdict::Opaque);
        row("five parts (JWE)", jwt("{}") + ".d.e", Verdict::Opaque);
        row("no times", jwt("{\"sub\":\"x\"}"), Verdict::Usable);
        row("no signature", base64Url("{}") + '.' + base64Url("{}") + '.', Verdict::Usable);
        row("exp is a text", jwt("{\"exp\":\"soon\"}"), Verdict::Usable);
        row("exp is null", jwt("{\"exp\":null}"), Verdict::Usable);
        row("exp is absurd", jwt("{\"exp\":1e300}"), Verdict::Usable);
        row("nbf is absurd", jwt("{\"nbf\":-1e300}"), Verdict::Usable);
    }
    void theVerdictFollowsTheText()
    {
        QFETCH(QByteArray, token);
        QFETCH(Verdict, verdict);
        QCOMPARE(int(check(token).verdict), int(verdict));
    }

    void expiryHasAMinuteOfGrace_data()
    {
        QTest::addColumn<QByteArray>("claims");
        QTest::addColumn<Verdict>("verdict");
        const auto row = [](const char *name, const char *claim, qint64 seconds, Verdict verdict) {
            QTest::newRow(name) << (QByteArray("{\"") + claim + "\":" + QByteArray::number(seconds) + "}") << verdict;
        };
        row("expires later", "exp", nowSeconds + 3600, Verdict::Usable);
        row("expires now", "exp", nowSeconds, Verdict::Usable);
        row("expired 59 s ago", "exp", nowSeconds - 59, Verdict::Usable);
        row("expired 60 s ago", "exp", nowSeconds - 60, Verdict::Expired);
        row("expired long ago", "exp", 0, Verdict::Expired);
        row("expired before the epoch", "exp", -5, Verdict::Expired);
        row("valid since an hour", "nbf", nowSeconds - 3600, Verdict::Usable);
        row("valid in 60 s", "nbf", nowSeconds + 60, Verdict::Usable);
        row("valid in 61 s", "nbf", nowSeconds + 61, Verdict::NotYetValid);
    }
    void expiryHasAMinuteOfGrace()
    {
        QFETCH(QByteArray, claims);
        QFETCH(Verdict, verdict);
        QCOMPARE(int(check(jwt(claims)).verdict), int(verdict));
    }

    void theTimesAreHandedOn()
    {
        const AccessTokenCheck both = check(jwt("{\"exp\":1772370000.5,\"nbf\":1772360000}"));
        QCOMPARE(both.expiresAt, 1772370000500);
        QCOMPARE(both.notBefore, 1772360000000);
        const AccessTokenCheck none = check(jwt("{}"));
        QCOMPARE(none.expiresAt, noInstant);
        QCOMPARE(none.notBefore, noInstant);
    }
};

QTEST_APPLESS_MAIN(TestAccessToken)
#include "testaccesstoken.moc"
