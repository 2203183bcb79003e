// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serverurl.h"

#include <QSet>
#include <QTest>

using namespace tokendesk;

class TestServerUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatPeopleTypeBecomesABaseUrl_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("url");
        const auto row = [](const char *typed, const char *url) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(url);
        };
        row("https://acusight.io/api", "https://acusight.io/api");
        row("  https://acusight.io/api/  ", "https://acusight.io/api");
        row("https://acusight.io/api///", "https://acusight.io/api");
        row("HTTPS://AcuSight.IO/api", "https://acusight.io/api");
        row("https://acusight.io", "https://acusight.io");
        row("https://acusight.io/", "https://acusight.io");
        row("acusight.io", "https://acusight.io/api");
        row("acusight.io/", "https://acusight.io/api");
        row("acusight.io/custom", "https://acusight.io/custom");
        row("acusight.example:8443", "https://acusight.example:8443/api");
        row("acusight.example:8443/v2/", "https://acusight.example:8443/v2");
        row("localhost:8080", "https://localhost:8080/api");
        row("192.168.1.7", "https://192.168.1.7/api");
        row("[2001:db8::7]:8443", "https://[2001:db8::7]:8443/api");
        row("http://localhost:8080/api", "http://localhost:8080/api");
        row("http://LOCALHOST/api", "http://localhost/api");
        row("http://127.0.0.1:8080/api", "http://127.0.0.1:8080/api");
        row("http://127.255.0.9", "http://127.255.0.9");
        row("http://[::1]:8080/api", "http://[::1]:8080/api");
        row("https://host_with_underscore/api", "https://host_with_underscore/api");
        row("https://host/a%20b", "https://host/a%20b");
    }
    void whatPeopleTypeBecomesABaseUrl()
    {
        QFETCH(QString, typed);
        const auto url = parseServerUrl(typed);
        QVERIFY2(url.has_value(), url ? "" : qPrintable(serverUrlErrorText(url.error())));
        QTEST(url->toString(QUrl::FullyEncoded), "url");
        // What was accepted once is accepted again and stays.
        QCOMPARE(parseServerUrl(url->toString(QUrl::FullyEncoded)).value(), *url);
    }

    void whatIsNoServerAddressIsRefused_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<ServerUrlError>("error");
        const auto row = [](const char *typed, ServerUrlError error) {
            QTest::newRow(*typed ? typed : "(empty)") << QString::fromUtf8(typed) << error;
        };
        using enum ServerUrlError;
        row("", Empty);
        row(" \t\n", Empty);
        row("https://", Malformed);
        row("https:///api", Malformed);
        row("https://a b/api", Malformed);
        row("two words", Malformed);
        row("https://host\\@evil/api", Malformed);
        row("https://host:99999/api", Malformed);
        row("https://host:0/api", Malformed);
        row("https://host:port/api", Malformed);
        row("https://[::1/api", Malformed);
        row("https://host/%zz", Malformed);
        row("https://ho\x01st/api", Malformed);
        row("ftp://host/api", Scheme);
        row("file:///etc/passwd", Malformed);
        row("javascript:alert(1)", Scheme);
        row("httpss://host", Scheme);
        row("https://user:secret@host/api", Credentials);
        row("https://user@host/api", Credentials);
        row("https://@host/api", Credentials);
        row("user:secret@host", Credentials);
        row("someone@example.com", Credentials);
        row("https://host/api?x=1", QueryOrFragment);
        row("https://host/api?", QueryOrFragment);
        row("https://host/api#top", QueryOrFragment);
        row("host#x", QueryOrFragment);
        row("http://acusight.io/api", ClearText);
        row("http://192.168.1.7:8080/api", ClearText);
        row("http://localhost.evil.example/api", ClearText);
        row("http://127.0.0.1.evil.example/api", ClearText);
        row("http://1270.0.0.1/api", ClearText);
        row("http://[::ffff:127.0.0.1]/api", ClearText);
        row("http://0.0.0.0/api", ClearText);
    }
    void whatIsNoServerAddressIsRefused()
    {
        QFETCH(QString, typed);
        QFETCH(ServerUrlError, error);
        const auto url = parseServerUrl(typed);
        QVERIFY2(!url.has_value(), url ? qPrintable(url->toString()) : "");
        QVERIFY2(url.error() == error, qPrintable(serverUrlErrorText(url.error())));
    }

    void clearTextIsAcceptedWhereItWasAllowed()
    {
        const auto url = parseServerUrl(QStringLiteral("http://acusight.io/api/"), tokendesk::ClearText::Allowed);
        QVERIFY(url.has_value());
        QCOMPARE(url->toString(), QStringLiteral("http://acusight.io/api"));
        QVERIFY(!parseServerUrl(QStringLiteral("ftp://acusight.io/api"), tokendesk::ClearText::Allowed));
        QVERIFY(!parseServerUrl(QStringLiteral("http://user:secret@acusight.io"), tokendesk::ClearText::Allowed));
        // A bare name is not taken for clear text.
        QCOMPARE(parseServerUrl(QStringLiteral("acusight.io"), tokendesk::ClearText::Allowed)->scheme(),
                 QStringLiteral("https"));
    }

    void anAddressThatWasAcceptedNeverSendsTheTokenInTheClear()
    {
        // Spellings of 127.0.0.1 that resolvers take for it: whatever is accepted must say it plainly.
        for (const QString &typed : {QStringLiteral("http://127.1/api"), QStringLiteral("http://0x7f.0.0.1/api"),
                                     QStringLiteral("http://2130706433/api"), QStringLiteral("http://0177.0.0.1/api"),
                                     QStringLiteral("http://127.0.0.01/api")}) {
            const auto url = parseServerUrl(typed);
            QVERIFY2(!url || url->host() == QStringLiteral("127.0.0.1"), qPrintable(typed));
        }
    }

    void onlyThisMachineIsLoopback()
    {
        for (const char *host : {"localhost", "LocalHost", "127.0.0.1", "127.1.2.3", "::1", "[::1]"})
            QVERIFY2(isLoopbackHost(QLatin1String(host)), host);
        for (const char *host : {"", "localhost.example", "127.0.0", "127.0.0.1.2", "127.0.0.256", "127.0.0.01",
                                 "127.0.0.+1", "127.0.0. 1", "128.0.0.1", "0.0.0.0", "::", "::2", "127.0.0.1x"})
            QVERIFY2(!isLoopbackHost(QLatin1String(host)), host);
    }

    void originsAreSchemeHostAndEffectivePort()
    {
        const auto same = [](const char *a, const char *b) {
            return isSameOrigin(QUrl(QLatin1String(a)), QUrl(QLatin1String(b)));
        };
        QVERIFY(same("https://a/x", "https://a/y?z"));
        QVERIFY(same("https://a", "https://A:443/"));
        QVERIFY(same("http://a", "http://a:80"));
        QVERIFY(!same("https://a", "http://a"));
        QVERIFY(!same("https://a", "https://a:8443"));
        QVERIFY(!same("https://a", "https://a.b"));
        QVERIFY(!same("http://a:443", "https://a"));
    }

    void theDefaultIsAccepted() { QCOMPARE(parseServerUrl(defaultServerUrl().toString()).value(), defaultServerUrl()); }

    void everyRefusalHasItsOwnWords()
    {
        using enum ServerUrlError;
        QSet<QString> words;
        for (const ServerUrlError error : {Empty, Malformed, Scheme, Credentials, QueryOrFragment, ClearText})
            words << serverUrlErrorText(error);
        QCOMPARE(words.size(), 6);
    }

    void clearTextIsHttpBeyondThisMachine()
    {
        const auto clear = [](const char *url) { return isClearText(QUrl(QLatin1String(url))); };
        QVERIFY(clear("http://plant.example/api"));
        QVERIFY(clear("http://192.168.1.7"));
        QVERIFY(!clear("https://plant.example/api"));
        QVERIFY(!clear("http://127.0.0.1:8080/api"));
        QVERIFY(!clear("http://localhost/api"));
        QVERIFY(!isClearText(QUrl()));
    }
};

QTEST_APPLESS_MAIN(TestServerUrl)
#include "testserverurl.moc"
