// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/formfields.h"
#include "auth/pkce.h"

#include <QSet>
#include <QTest>

using namespace tokendesk;

class TestPkce : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theExampleOfRfc7636ComesOut()
    {
        // RFC 7636 appendix B.
        const unsigned char octets[] = {116, 24,  223, 180, 151, 153, 224, 37,  79, 250, 96, 125, 216, 173, 187, 186,
                                        22,  212, 37,  77,  105, 214, 191, 240, 91, 88,  5,  88,  83,  132, 141, 121};
        const Secret verifier = randomToken([&octets](qsizetype count) {
            return QByteArray(reinterpret_cast<const char *>(octets), sizeof octets).left(count);
        });
        QVERIFY(verifier.equals("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));
        QCOMPARE(challengeS256(verifier), QByteArray("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
    }

    void everyVerifierIsAnotherAndFitsTheRules()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < 1000; ++i) {
            const QByteArray text = randomToken(systemRandom).view().toByteArray();
            QCOMPARE(text.size(), 43); // RFC 7636 section 4.1: 43 to 128 characters
            for (const char c : text)
                QVERIFY(QByteArray("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_").contains(c));
            seen << text;
        }
        QCOMPARE(seen.size(), 1000);
    }

    void formFieldsAreEncodedWithoutLoss()
    {
        FormFields fields;
        fields.add("a", QStringLiteral("+ &=%\u00E9~")).add("empty", QString()).add("b", Secret("x/y"));
        QVERIFY(fields.encoded().equals("a=%2B%20%26%3D%25%C3%A9~&b=x%2Fy"));
    }

    void theQueryOfAnEndpointStays()
    {
        FormFields fields;
        fields.add("scope", QStringLiteral("openid a+b"));
        QCOMPARE(fields.behind(QUrl(QStringLiteral("https://id.example/a?tenant=x%2Fy"))).toEncoded(),
                 QByteArray("https://id.example/a?tenant=x%2Fy&scope=openid%20a%2Bb"));
        QCOMPARE(fields.behind(QUrl(QStringLiteral("https://id.example/a"))).toEncoded(),
                 QByteArray("https://id.example/a?scope=openid%20a%2Bb"));
    }

    void onlySecretsCountAsEchoed()
    {
        FormFields fields;
        fields.add("client_id", QStringLiteral("tokendesk")).add("code", Secret("5ec2e7"));
        QVERIFY(!fields.isEchoedIn(QStringLiteral("the client tokendesk is unknown")));
        QVERIFY(fields.isEchoedIn(QStringLiteral("the code <5ec2e7> was used")));
    }
};

QTEST_APPLESS_MAIN(TestPkce)
#include "testpkce.moc"
