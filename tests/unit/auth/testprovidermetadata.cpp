// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/providermetadata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tokendesk;

namespace {

QByteArray document(const QString &issuer, const QJsonObject &changes = {})
{
    QJsonObject object{{QStringLiteral("issuer"), issuer},
                       {QStringLiteral("authorization_endpoint"), issuer + QStringLiteral("/authorize?tenant=a")},
                       {QStringLiteral("token_endpoint"), QStringLiteral("https://tokens.example/t")}};
    for (auto it = changes.begin(); it != changes.end(); ++it)
        object.insert(it.key(), it.value());
    return QJsonDocument(object).toJson();
}

const QString issuer = QStringLiteral("https://id.example");

} // namespace

class TestProviderMetadata : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDocumentIsLookedForWhereTheStandardsPutIt_data()
    {
        QTest::addColumn<QString>("issuer");
        QTest::addColumn<QString>("openId");
        QTest::addColumn<QString>("oauth");
        const auto row = [](const char *issuer, const char *openId, const char *oauth) {
            QTest::newRow(issuer) << QString::fromLatin1(issuer) << QString::fromLatin1(openId)
                                  << QString::fromLatin1(oauth);
        };
        row("https://id.example", "https://id.example/.well-known/openid-configuration",
            "https://id.example/.well-known/oauth-authorization-server");
        row("https://id.example/", "https://id.example/.well-known/openid-configuration",
            "https://id.example/.well-known/oauth-authorization-server");
        row("https://id.example:8443/realms/a", "https://id.example:8443/realms/a/.well-known/openid-configuration",
            "https://id.example:8443/.well-known/oauth-authorization-server/realms/a");
    }
    void theDocumentIsLookedForWhereTheStandardsPutIt()
    {
        QFETCH(QString, issuer);
        const auto url = parseIssuer(issuer);
        QVERIFY(url.has_value());
        QTEST(openIdDiscoveryUrl(*url).toString(), "openId");
        QTEST(oauthDiscoveryUrl(*url).toString(), "oauth");
    }

    void anIssuerIsHttpsOrThisMachine()
    {
        for (const char *good :
             {"https://id.example/a/b", "http://127.0.0.1:8080", "http://localhost", "http://[::1]:1"})
            QVERIFY2(parseIssuer(QString::fromLatin1(good)), good);
        for (const char *clear : {"http://id.example", "http://127.0.0.1.evil.example", "ftp://id.example"})
            QVERIFY2(parseIssuer(QString::fromLatin1(clear)).error().kind == ErrorKind::ClearTextRefused, clear);
        for (const char *bad : {"", "id.example", "https://", "https://a@id.example", "https://id.example?x=y",
                                "https://id.example#x", "https://id.example:0", "https://id example"})
            QVERIFY2(parseIssuer(QString::fromLatin1(bad)).error().kind == ErrorKind::SignInRefused, bad);
    }

    void endpointsAndPromisesAreRead()
    {
        const auto metadata = parseProviderMetadata(
            document(issuer, {{QStringLiteral("revocation_endpoint"), QStringLiteral("https://id.example/r")},
                              {QStringLiteral("device_authorization_endpoint"), QStringLiteral("https://id.example/d")},
                              {QStringLiteral("authorization_response_iss_parameter_supported"), true}}),
            issuer);
        QVERIFY(metadata.has_value());
        QCOMPARE(metadata->authorizationEndpoint.toString(), QStringLiteral("https://id.example/authorize?tenant=a"));
        QCOMPARE(metadata->tokenEndpoint.host(), QStringLiteral("tokens.example"));
        QVERIFY(metadata->promisesIssuer);
        const auto less = parseProviderMetadata(document(issuer), issuer);
        QVERIFY(less->revocationEndpoint.isEmpty() && less->deviceAuthorizationEndpoint.isEmpty());
        QVERIFY(!less->promisesIssuer);
    }

    void aProviderThatSpeaksForAnotherIsNotTrusted()
    {
        for (const char *other : {"https://id.example/", "https://ID.example", "https://evil.example", ""}) {
            const auto metadata = parseProviderMetadata(document(QString::fromLatin1(other)), issuer);
            QVERIFY2(!metadata && metadata.error().kind == ErrorKind::SignInMismatch, other);
        }
    }

    void anEndpointThatIsNotSecureIsRefused_data()
    {
        QTest::addColumn<QString>("issuer");
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<bool>("accepted");
        const auto row = [](const char *name, const char *issuer, const char *endpoint, bool accepted) {
            QTest::newRow(name) << QString::fromLatin1(issuer) << QString::fromLatin1(endpoint) << accepted;
        };
        row("https", "https://id.example", "https://id.example/r", true);
        row("http", "https://id.example", "http://id.example/r", false);
        row("http to this machine from elsewhere", "https://id.example", "http://127.0.0.1/r", false);
        row("http to this machine from this machine", "http://127.0.0.1:1", "http://127.0.0.1:2/r", true);
        row("file", "https://id.example", "file:///etc/passwd", false);
        row("user", "https://id.example", "https://a:b@id.example/r", false);
        row("fragment", "https://id.example", "https://id.example/r#x", false);
        row("relative", "https://id.example", "/r", false);
        row("empty", "https://id.example", "", false);
    }
    void anEndpointThatIsNotSecureIsRefused()
    {
        QFETCH(QString, issuer);
        QFETCH(QString, endpoint);
        for (const char *name :
             {"authorization_endpoint", "token_endpoint", "device_authorization_endpoint", "revocation_endpoint"}) {
            const QByteArray text = document(issuer, {{QString::fromLatin1(name), endpoint}});
            QTEST(parseProviderMetadata(text, issuer).has_value(), "accepted");
        }
    }

    void aDocumentThatIsOfNoUseSaysWhy()
    {
        const auto reason = [](const QByteArray &text) { return parseProviderMetadata(text, issuer).error().detail; };
        QVERIFY(reason("<html>").contains(QStringLiteral("JSON")));
        QVERIFY(reason("[]").contains(QStringLiteral("JSON")));
        QVERIFY(reason(document(issuer, {{QStringLiteral("token_endpoint"), QJsonValue::Null}}))
                    .contains(QStringLiteral("token_endpoint")));
        QVERIFY(reason(document(issuer, {{QStringLiteral("code_challenge_methods_supported"),
                                          QJsonDocument::fromJson("[\"plain\"]").array()}}))
                    .contains(QStringLiteral("PKCE")));
    }
};

QTEST_APPLESS_MAIN(TestProviderMetadata)
#include "testprovidermetadata.moc"
