// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a profile's provider is reached: whom it trusts and which proxy it takes, with real TLS. Runs under
// ThreadSanitizer too.
#include "auth/oidcclient.h"
#include "session/providerroutes.h"
#include "support/oidc/scriptedprovider.h"
#include "support/proxy/testproxy.h"
#include "support/tls/testcertificate.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

class TestProviderRoutes : public QObject
{
    Q_OBJECT

    SystemClock m_clock;
    QTemporaryDir m_folder;

    [[nodiscard]] QString fileWith(const QByteArray &content) const
    {
        QFile file(m_folder.filePath(u"authority.pem"_s));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }
    static Profile profileFor(const ScriptedProvider &provider)
    {
        Profile profile{QUuid::createUuid(), u"Test"_s, QUrl(u"https://acusight.test/api"_s), SignInMethod::Browser};
        profile.provider = provider.config();
        return profile;
    }
    Result<ProviderMetadata> discover(const Profile &profile, const QByteArray &proxyPassword = {})
    {
        NetworkThread network;
        ConnectionSources sources;
        sources.proxyPassword->set(Secret(proxyPassword));
        OidcClient client(profile.provider, {.findRoute = providerRoutes(network, profile, sources),
                                             .clock = &m_clock,
                                             .random = systemRandom,
                                             .openBrowser = {}});
        std::optional<Result<ProviderMetadata>> got;
        client.discover(&client, [&got](Result<ProviderMetadata> metadata) { got = std::move(metadata); });
        (void)QTest::qWaitFor([&] { return got.has_value(); }, 60'000);
        return got.value_or(failure({.detail = u"no answer"_s}));
    }

private Q_SLOTS:
    void whomTheSystemDoesNotTrustGetsNothing()
    {
        const TestCertificate certificate;
        ScriptedProvider provider(certificate.configuration());
        const auto found = discover(profileFor(provider));
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::Tls);
        QCOMPARE(found.error().certificate->sha256, certificate.sha256());
        QCOMPARE(provider.bytes, QByteArray());
    }

    void anOwnAuthorityVouchesForTheProviderToo()
    {
        const TestCertificate certificate({.byAuthority = true});
        ScriptedProvider provider(certificate.configuration());
        Profile profile = profileFor(provider);
        profile.trust = Trust::ownAuthority(fileWith(certificate.authority()));
        const auto found = discover(profile);
        QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().detail));
        QCOMPARE(provider.count("GET"), 1);
    }

    void anAuthorityFileThatIsMissingIsSaid()
    {
        const TestCertificate certificate({.byAuthority = true});
        ScriptedProvider provider(certificate.configuration());
        Profile profile = profileFor(provider);
        profile.trust = Trust::ownAuthority(m_folder.filePath(u"missing.pem"_s));
        const auto found = discover(profile);
        QCOMPARE(found.error().kind, ErrorKind::AuthorityFile);
        QCOMPARE(provider.connections, 0);
    }

    void aPinHoldsForAProviderOnTheServersOrigin()
    {
        const TestCertificate certificate({.expired = true});
        ScriptedProvider provider(certificate.configuration());
        Profile profile = profileFor(provider);
        profile.serverUrl = provider.url();
        profile.trust = Trust::pinned(certificate.sha256());
        const auto found = discover(profile);
        QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().detail));
    }

    void anotherCertificateThanThePinnedOneGetsNothing()
    {
        const TestCertificate certificate;
        ScriptedProvider provider(certificate.configuration());
        Profile profile = profileFor(provider);
        profile.serverUrl = provider.url();
        profile.trust = Trust::pinned(QByteArray(32, 'x'));
        const auto found = discover(profile);
        QCOMPARE(found.error().kind, ErrorKind::PinChanged);
        QCOMPARE(found.error().pinnedSha256, QByteArray(32, 'x'));
        QCOMPARE(found.error().certificate->sha256, certificate.sha256());
        QCOMPARE(provider.bytes, QByteArray());
    }

    void aPinDoesNotHoldElsewhere()
    {
        const TestCertificate certificate;
        ScriptedProvider provider(certificate.configuration());
        Profile profile = profileFor(provider); // the server is somewhere else
        profile.trust = Trust::pinned(certificate.sha256());
        const auto found = discover(profile);
        QCOMPARE(found.error().kind, ErrorKind::Tls);
        QCOMPARE(provider.bytes, QByteArray());
    }

    void theProfilesProxyAndItsPasswordAreTaken_data()
    {
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<bool>("isRight");
        QTest::addRow("right") << QByteArray("pass word:%&") << true;
        QTest::addRow("wrong") << QByteArray("guessed") << false;
    }
    void theProfilesProxyAndItsPasswordAreTaken()
    {
        QFETCH(const QByteArray, password);
        QFETCH(const bool, isRight);
        const TestCertificate certificate({.host = u"login.test"_s, .byAuthority = true});
        ScriptedProvider provider(certificate.configuration(), u"login.test"_s);
        TestProxy proxy(TestProxy::Protocol::Http);
        proxy.user = "operator";
        proxy.password = "pass word:%&";
        Profile profile = profileFor(provider);
        profile.trust = Trust::ownAuthority(fileWith(certificate.authority()));
        profile.proxy = {.kind = ProxyChoice::Kind::Own,
                         .protocol = ProxyChoice::Protocol::Http,
                         .host = u"127.0.0.1"_s,
                         .port = proxy.serverPort(),
                         .user = u"operator"_s};
        const auto found = discover(profile, password);
        if (isRight) {
            QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().detail));
            QCOMPARE(proxy.asked, QStringList(u"login.test:%1"_s.arg(provider.serverPort())));
        } else {
            QCOMPARE(found.error().kind, ErrorKind::ProxyAuthentication);
            QCOMPARE(provider.connections, 0);
        }
        QVERIFY(!provider.bytes.toLower().contains("proxy-"));
    }

    void whoAsksMayBeGoneBeforeTheRouteIsFound()
    {
        ScriptedProvider provider;
        NetworkThread network;
        bool isTold = false;
        {
            OidcClient client(provider.config(), {.findRoute = providerRoutes(network, profileFor(provider), {}),
                                                  .clock = &m_clock,
                                                  .random = systemRandom,
                                                  .openBrowser = {}});
            client.discover(&client, [&isTold](const Result<ProviderMetadata> &) { isTold = true; });
        }
        QTest::qWait(100);
        QVERIFY(!isTold);
        QCOMPARE(provider.connections, 0);
    }
};

QTEST_GUILESS_MAIN(TestProviderRoutes)
#include "test_providerroutes.moc"
