// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/idtoken.h"
#include "support/oidc/scriptedprovider.h"

#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 now = 1772366400; // seconds

const QJsonObject good{{u"iss"_s, u"https://id.example"_s},
                       {u"aud"_s, u"tokendesk"_s},
                       {u"sub"_s, u"ada"_s},
                       {u"exp"_s, now + 300},
                       {u"iat"_s, now},
                       {u"nonce"_s, u"n-0S6"_s},
                       {u"name"_s, u"Ada"_s},
                       {u"email"_s, u"ada@example.com"_s}};

Result<Identity> check(const QByteArray &token)
{
    return checkIdToken(token, {.issuer = u"https://id.example"_s,
                                .clientId = u"tokendesk"_s,
                                .nonce = "n-0S6",
                                .subject = u"ada"_s,
                                .nowMs = now * 1000});
}

Result<Identity> checkWith(const char *claim, const QJsonValue &value)
{
    QJsonObject claims = good;
    if (value.isUndefined())
        claims.remove(QLatin1String(claim));
    else
        claims[QLatin1String(claim)] = value;
    return check(ScriptedProvider::jwt(claims));
}

} // namespace

Q_DECLARE_METATYPE(QJsonValue)

class TestIdToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoItIsComesOut()
    {
        const auto identity = check(ScriptedProvider::jwt(good));
        QVERIFY(identity.has_value());
        QCOMPARE(*identity, (Identity{u"ada"_s, u"Ada"_s, u"ada@example.com"_s}));
        QJsonObject claims = good;
        claims.remove("name"_L1);
        claims["preferred_username"_L1] = u"countess"_s;
        QCOMPARE(check(ScriptedProvider::jwt(claims))->name, u"countess"_s);
        QVERIFY(checkWith("name", QString(100'000, u'x'))->name.size() <= 256);
    }

    void everyClaimHasToFit_data()
    {
        QTest::addColumn<QByteArray>("claim");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<bool>("accepted");
        const auto row = [](const char *name, const char *claim, const QJsonValue &value, bool accepted) {
            QTest::newRow(name) << QByteArray(claim) << value << accepted;
        };
        const QJsonValue missing(QJsonValue::Undefined);
        row("no issuer", "iss", missing, false);
        row("another issuer", "iss", u"https://evil.example"_s, false);
        row("almost the issuer", "iss", u"https://id.example/"_s, false);
        row("no audience", "aud", missing, false);
        row("another audience", "aud", u"other"_s, false);
        row("a list of us", "aud", QJsonArray{u"tokendesk"_s}, true);
        row("a list of others", "aud", QJsonArray{u"other"_s}, false);
        row("several audiences, no party", "aud", QJsonArray{u"tokendesk"_s, u"other"_s}, false);
        row("another party", "azp", u"other"_s, false);
        row("our party", "azp", u"tokendesk"_s, true);
        row("no subject", "sub", missing, false);
        row("empty subject", "sub", u""_s, false);
        row("another subject", "sub", u"eve"_s, false);
        row("no nonce", "nonce", missing, false);
        row("another nonce", "nonce", u"n-0S7"_s, false);
        row("no exp", "exp", missing, false);
        row("exp in a text", "exp", QString::number(now + 300), false);
        row("expired within tolerance", "exp", now - 59, true);
        row("expired", "exp", now - 60, false);
        row("no iat", "iat", missing, false);
        row("issued ahead within tolerance", "iat", now + 60, true);
        row("issued in the future", "iat", now + 61, false);
        row("nbf within tolerance", "nbf", now + 60, true);
        row("not yet valid", "nbf", now + 61, false);
        row("nbf that is none", "nbf", u"later"_s, false);
    }
    void everyClaimHasToFit()
    {
        QFETCH(QByteArray, claim);
        QFETCH(QJsonValue, value);
        QFETCH(bool, accepted);
        const auto identity = checkWith(claim.constData(), value);
        QCOMPARE(identity.has_value(), accepted);
        if (!accepted) {
            QCOMPARE(identity.error().kind, ErrorKind::SignInMismatch);
            QVERIFY(!identity.error().detail.contains(u"evil"_s));
        }
    }

    void severalAudiencesNeedOurParty()
    {
        QJsonObject claims = good;
        claims["aud"_L1] = QJsonArray{u"other"_s, u"tokendesk"_s};
        claims["azp"_L1] = u"tokendesk"_s;
        QVERIFY(check(ScriptedProvider::jwt(claims)));
    }

    void tokensThatAreNotSignedAreRefused()
    {
        QVERIFY(!check(ScriptedProvider::jwt(good, "{\"alg\":\"none\"}")));
        QByteArray bare = ScriptedProvider::jwt(good);
        bare.truncate(bare.lastIndexOf('.') + 1);
        QVERIFY(!check(bare));
        QVERIFY(!check("a.b.c.d.e"));
        QVERIFY(!check("not a token"));
    }
};

QTEST_APPLESS_MAIN(TestIdToken)
#include "testidtoken.moc"
