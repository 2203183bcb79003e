// SPDX-License-Identifier: GPL-3.0-or-later
#include "apicalls.h"
#include "scriptedserver.h"
#include "support/tls/testcertificate.h"

#include <QTemporaryDir>

using namespace tokendesk;
using simulator::CertificateWish;

namespace {
const CertificateWish byAuthority{.byAuthority = true};
}

/// Which certificates a connection takes, and that nothing leaves before it is decided.
class TestApiTrust : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void aRefusedCertificateSaysWhatIsWrongWithIt_data();
    void aRefusedCertificateSaysWhatIsWrongWithIt();
    void aRefusedCertificateIsDescribed();
    void aHostileCertificateIsHeldAsText();
    void aPinnedCertificateIsTakenWhateverIsUnusualAboutIt_data();
    void aPinnedCertificateIsTakenWhateverIsUnusualAboutIt();
    void anotherCertificateThanThePinnedOneGetsNothing_data();
    void anotherCertificateThanThePinnedOneGetsNothing();
    void aCertificateThatTheSystemTrustsIsRefusedWhereAnotherIsPinned();
    void aHandshakeWithoutAnyErrorIsComparedToo();
    void aChangeBetweenTwoConnectionsIsSeen_data();
    void aChangeBetweenTwoConnectionsIsSeen();
    void aChangeWhileADeleteIsSentAgainIsAnUnknownOutcome();
    void aPinThatIsNoFingerprintFitsNothing();
    void aPinIsTrustedByItsOwnApiOnly();
    void anOwnAuthorityIsTrustedBesidesTheSystems();
    void anOwnAuthorityDoesNotExcuseTheRest();
    void anAuthorityFileThatCannotBeUsedIsSaid_data();
    void anAuthorityFileThatCannotBeUsedIsSaid();
    void anAuthorityFileThatIsPutInPlaceLaterIsUsed();

private:
    ApiConfig config(const ScriptedServer &server, Trust trust = {}) const
    {
        ApiConfig config;
        config.baseUrl = server.url();
        config.bearer = [] { return Secret("bearer-of-the-test"); };
        config.clock = &m_clock;
        config.trust = std::move(trust);
        return config;
    }
    static void serve(ScriptedServer &server, const TestCertificate &certificate)
    {
        server.tls = certificate.configuration();
        server.answer = [](QTcpSocket &peer, const QByteArray &) {
            peer.write(ScriptedServer::reply(R"({"success":true,"data":[]})"));
        };
    }
    QString fileWith(const QByteArray &content)
    {
        QFile file(m_folder.filePath(QStringLiteral("%1.pem").arg(++m_files)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("no temporary file");
        return file.fileName();
    }
    static CreateRequest lineOne() { return {QStringLiteral("Line 1"), 30, false}; }

    FakeClock m_clock;
    QTemporaryDir m_folder;
    const QSslConfiguration m_default = QSslConfiguration::defaultConfiguration();
    int m_files = 0;
};

void TestApiTrust::cleanup()
{
    QSslConfiguration::setDefaultConfiguration(m_default);
}

void TestApiTrust::aRefusedCertificateSaysWhatIsWrongWithIt_data()
{
    QTest::addColumn<CertificateWish>("wish");
    QTest::addColumn<std::vector<CertificateProblem>>("problems");
    using enum CertificateProblem;
    const auto row = [](const char *name, const CertificateWish &wish, std::vector<CertificateProblem> problems) {
        QTest::newRow(name) << wish << std::move(problems);
    };
    const QString other = QStringLiteral("acusight.example");
    row("self-signed", {}, {SelfSigned});
    row("expired", {.expired = true}, {Expired, SelfSigned});
    row("not yet valid", {.notYetValid = true}, {NotYetValid, SelfSigned});
    row("for another host", {.host = other}, {OtherHost, SelfSigned});
    row("private authority", byAuthority, {UnknownIssuer});
    row("everything at once", {.host = other, .expired = true, .byAuthority = true},
        {OtherHost, Expired, UnknownIssuer});
}

void TestApiTrust::aRefusedCertificateSaysWhatIsWrongWithIt()
{
    QFETCH(CertificateWish, wish);
    QFETCH(std::vector<CertificateProblem>, problems);
    const TestCertificate certificate(wish);
    ScriptedServer server;
    serve(server, certificate);
    ApiCalls api(config(server));
    const auto listed = api.list();
    COMPARE_KIND(listed, ErrorKind::Tls);
    QVERIFY(listed.error().certificate);
    QCOMPARE(listed.error().certificate->problems, problems);
    QCOMPARE(listed.error().certificate->sha256, certificate.sha256());
    QVERIFY(!listed.error().detail.isEmpty());
    COMPARE_KIND(api.create(lineOne()), ErrorKind::Tls);
    COMPARE_KIND(api.revoke(QUuid::createUuid()), ErrorKind::Tls);
    QTest::qWait(50);
    QCOMPARE(server.bytes, QByteArray());
}

void TestApiTrust::aRefusedCertificateIsDescribed()
{
    const TestCertificate certificate(byAuthority);
    ScriptedServer server;
    serve(server, certificate);
    const auto listed = ApiCalls(config(server)).list();
    COMPARE_KIND(listed, ErrorKind::Tls);
    const CertificateFacts facts = *listed.error().certificate;
    QCOMPARE(facts.subject, QStringLiteral("CN=localhost, O=Token Desk simulator"));
    QCOMPARE(facts.issuer, QStringLiteral("CN=Simulator authority, O=Token Desk simulator"));
    QCOMPARE(facts.names,
             QStringList({QStringLiteral("localhost"), QStringLiteral("127.0.0.1"), QStringLiteral("::1")}));
    QCOMPARE(facts.validFromMs, certificate.certificate().effectiveDate().toMSecsSinceEpoch());
    QCOMPARE(facts.validUntilMs, certificate.certificate().expiryDate().toMSecsSinceEpoch());
    QVERIFY(!facts.selfSigned);
    QVERIFY(facts.validUntilMs > facts.validFromMs && facts.validFromMs > 1'600'000'000'000);
}

void TestApiTrust::aHostileCertificateIsHeldAsText()
{
    const TestCertificate certificate({.commonName = QStringLiteral("x\u202E, O=Bank <b>")});
    ScriptedServer server;
    serve(server, certificate);
    const auto listed = ApiCalls(config(server)).list();
    COMPARE_KIND(listed, ErrorKind::Tls);
    QCOMPARE(listed.error().certificate->subject,
             QStringLiteral("CN=x\u202E\\, O\\=Bank \\<b\\>, O=Token Desk simulator"));
}

void TestApiTrust::aPinnedCertificateIsTakenWhateverIsUnusualAboutIt_data()
{
    QTest::addColumn<CertificateWish>("wish");
    const QString other = QStringLiteral("acusight.example");
    QTest::newRow("self-signed") << CertificateWish();
    QTest::newRow("expired") << CertificateWish{.expired = true};
    QTest::newRow("not yet valid") << CertificateWish{.notYetValid = true};
    QTest::newRow("for another host") << CertificateWish{.host = other};
    QTest::newRow("private authority") << byAuthority;
    QTest::newRow("everything") << CertificateWish{.host = other, .expired = true, .byAuthority = true};
}

void TestApiTrust::aPinnedCertificateIsTakenWhateverIsUnusualAboutIt()
{
    QFETCH(CertificateWish, wish);
    const TestCertificate certificate(wish);
    ScriptedServer server;
    serve(server, certificate);
    ApiCalls api(config(server, Trust::pinned(certificate.sha256())));
    for (int i = 0; i < 2; ++i) {
        const auto listed = api.list();
        QVERIFY2(listed.has_value(), qPrintable(wordsOf(listed)));
    }
    QCOMPARE(server.count("GET"), 2);
}

void TestApiTrust::anotherCertificateThanThePinnedOneGetsNothing_data()
{
    aPinnedCertificateIsTakenWhateverIsUnusualAboutIt_data();
}

void TestApiTrust::anotherCertificateThanThePinnedOneGetsNothing()
{
    QFETCH(CertificateWish, wish);
    const TestCertificate pinned(wish);
    const TestCertificate shown(wish, &pinned);
    ScriptedServer server;
    serve(server, shown);
    ApiCalls api(config(server, Trust::pinned(pinned.sha256())));
    const auto made = api.create(lineOne());
    COMPARE_KIND(made, ErrorKind::PinChanged);
    QCOMPARE(made.error().pinnedSha256, pinned.sha256());
    QVERIFY(made.error().certificate);
    QCOMPARE(made.error().certificate->sha256, shown.sha256());
    COMPARE_KIND(api.list(), ErrorKind::PinChanged);
    COMPARE_KIND(api.revoke(QUuid::createUuid()), ErrorKind::PinChanged);
    QTest::qWait(50);
    QVERIFY(server.connections > 0);
    QCOMPARE(server.bytes, QByteArray());
}

void TestApiTrust::aCertificateThatTheSystemTrustsIsRefusedWhereAnotherIsPinned()
{
    const TestCertificate shown(byAuthority);
    QSslConfiguration system = m_default;
    system.setCaCertificates(QSslCertificate::fromData(shown.authority()));
    QSslConfiguration::setDefaultConfiguration(system);
    ScriptedServer server;
    serve(server, shown);
    QVERIFY(ApiCalls(config(server)).list().has_value());
    server.bytes.clear();

    const TestCertificate pinned(byAuthority, &shown);
    const auto made = ApiCalls(config(server, Trust::pinned(pinned.sha256()))).create(lineOne());
    COMPARE_KIND(made, ErrorKind::PinChanged);
    QTest::qWait(50);
    QCOMPARE(server.bytes, QByteArray());
}

void TestApiTrust::aHandshakeWithoutAnyErrorIsComparedToo()
{
    /// Trusts whom the system trusts, whatever it was told: as good as a resumed session, which Qt does not verify.
    class Careless : public QNetworkAccessManager
    {
    protected:
        QNetworkReply *createRequest(Operation operation, const QNetworkRequest &asked, QIODevice *data) override
        {
            QNetworkRequest request(asked);
            request.setSslConfiguration(QSslConfiguration::defaultConfiguration());
            return QNetworkAccessManager::createRequest(operation, request, data);
        }
    };
    const TestCertificate shown(byAuthority);
    const TestCertificate pinned(byAuthority, &shown);
    QSslConfiguration system = m_default;
    system.setCaCertificates(QSslCertificate::fromData(shown.authority()));
    QSslConfiguration::setDefaultConfiguration(system);
    ScriptedServer server;
    serve(server, shown);
    const auto careless = [this, &server](const TestCertificate &certificate) {
        ApiConfig config = this->config(server, Trust::pinned(certificate.sha256()));
        config.makeNetwork = [] { return std::make_unique<Careless>(); };
        return config;
    };
    for (int round = 0; round < 20; ++round) {
        ApiCalls api(careless(pinned));
        COMPARE_KIND(api.create(lineOne()), ErrorKind::PinChanged);
        COMPARE_KIND(api.list(), ErrorKind::PinChanged);
        COMPARE_KIND(api.revoke(QUuid::createUuid()), ErrorKind::PinChanged);
    }
    QTest::qWait(50);
    QCOMPARE(server.bytes, QByteArray());
    QVERIFY(ApiCalls(careless(shown)).list().has_value());
}

void TestApiTrust::aChangeBetweenTwoConnectionsIsSeen_data()
{
    QTest::addColumn<CertificateWish>("wish");
    QTest::newRow("self-signed") << CertificateWish();
    // Here the errors of the second handshake are those that were accepted in the first one.
    QTest::newRow("by the same authority") << byAuthority;
}

void TestApiTrust::aChangeBetweenTwoConnectionsIsSeen()
{
    QFETCH(CertificateWish, wish);
    const TestCertificate first(wish);
    const TestCertificate second(wish, &first);
    ScriptedServer server;
    serve(server, first);
    QList<QPointer<QTcpSocket>> peers;
    server.answer = [&](QTcpSocket &peer, const QByteArray &) {
        peers << &peer;
        peer.write(ScriptedServer::reply(R"({"success":true,"data":[]})"));
    };
    ApiCalls api(config(server, Trust::pinned(first.sha256())));
    for (int round = 0; round < 3; ++round) {
        server.tls = first.configuration();
        const auto listed = api.list();
        QVERIFY2(listed.has_value(), qPrintable(wordsOf(listed)));
        server.tls = second.configuration();
        for (const QPointer<QTcpSocket> &peer : peers) {
            if (peer)
                peer->disconnectFromHost();
        }
        QTest::qWait(20);
        server.bytes.clear();
        COMPARE_KIND(api.create(lineOne()), ErrorKind::PinChanged);
        COMPARE_KIND(api.list(), ErrorKind::PinChanged);
        COMPARE_KIND(api.revoke(QUuid::createUuid()), ErrorKind::PinChanged);
        QTest::qWait(20);
        QCOMPARE(server.bytes, QByteArray());
    }
}

void TestApiTrust::aChangeWhileADeleteIsSentAgainIsAnUnknownOutcome()
{
    const TestCertificate first(byAuthority);
    const TestCertificate second(byAuthority, &first);
    ScriptedServer server;
    serve(server, first);
    server.answer = [&](QTcpSocket &peer, const QByteArray &request) {
        if (request.startsWith("GET")) {
            peer.write(ScriptedServer::reply(R"({"success":true,"data":[]})"));
            return;
        }
        server.tls = second.configuration();
        peer.disconnectFromHost();
    };
    ApiCalls api(config(server, Trust::pinned(first.sha256())));
    QVERIFY(api.list().has_value());
    const auto revoked = api.revoke(QUuid::createUuid());
    COMPARE_KIND(revoked, ErrorKind::OutcomeUnknown);
    QCOMPARE(revoked.error().cause, ErrorKind::PinChanged);
    QCOMPARE(server.count("DELETE"), 1);
}

void TestApiTrust::aPinThatIsNoFingerprintFitsNothing()
{
    const TestCertificate certificate;
    ScriptedServer server;
    serve(server, certificate);
    COMPARE_KIND(ApiCalls(config(server, Trust::pinned({}))).list(), ErrorKind::PinChanged);
    COMPARE_KIND(ApiCalls(config(server, Trust::pinned(certificate.sha256().left(16)))).list(), ErrorKind::PinChanged);
    QCOMPARE(server.bytes, QByteArray());
}

void TestApiTrust::aPinIsTrustedByItsOwnApiOnly()
{
    const TestCertificate certificate;
    ScriptedServer server;
    serve(server, certificate);
    ApiCalls pinned(config(server, Trust::pinned(certificate.sha256())));
    ApiCalls plain(config(server));
    QVERIFY(pinned.list().has_value());
    const QByteArray before = server.bytes;
    COMPARE_KIND(plain.list(), ErrorKind::Tls);
    COMPARE_KIND(plain.create(lineOne()), ErrorKind::Tls);
    QCOMPARE(server.bytes, before);
    QVERIFY(pinned.list().has_value());
    COMPARE_KIND(plain.list(), ErrorKind::Tls);
}

void TestApiTrust::anOwnAuthorityIsTrustedBesidesTheSystems()
{
    const TestCertificate own(byAuthority);
    const TestCertificate systems(byAuthority);
    QSslConfiguration system = m_default;
    system.setCaCertificates(QSslCertificate::fromData(systems.authority()));
    QSslConfiguration::setDefaultConfiguration(system);
    ScriptedServer server;
    serve(server, own);
    COMPARE_KIND(ApiCalls(config(server)).list(), ErrorKind::Tls);
    const Trust trust = Trust::ownAuthority(fileWith(own.authority()));
    QVERIFY(ApiCalls(config(server, trust)).list().has_value());
    serve(server, systems);
    QVERIFY(ApiCalls(config(server, trust)).list().has_value());
}

void TestApiTrust::anOwnAuthorityDoesNotExcuseTheRest()
{
    const TestCertificate good(byAuthority);
    const Trust trust = Trust::ownAuthority(fileWith(good.authority()));
    ScriptedServer server;
    serve(server, TestCertificate({.host = QStringLiteral("acusight.example"), .byAuthority = true}, &good));
    const auto otherHost = ApiCalls(config(server, trust)).list();
    COMPARE_KIND(otherHost, ErrorKind::Tls);
    QCOMPARE(otherHost.error().certificate->problems, std::vector{CertificateProblem::OtherHost});
    serve(server, TestCertificate({.expired = true, .byAuthority = true}, &good));
    const auto expired = ApiCalls(config(server, trust)).list();
    COMPARE_KIND(expired, ErrorKind::Tls);
    QCOMPARE(expired.error().certificate->problems, std::vector{CertificateProblem::Expired});
    serve(server, TestCertificate());
    COMPARE_KIND(ApiCalls(config(server, trust)).list(), ErrorKind::Tls);
    QCOMPARE(server.bytes, QByteArray());
}

void TestApiTrust::anAuthorityFileThatCannotBeUsedIsSaid_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("none named") << QString();
    QTest::newRow("missing") << m_folder.filePath(QStringLiteral("missing.pem"));
    QTest::newRow("a folder") << m_folder.path();
    QTest::newRow("empty") << fileWith({});
    QTest::newRow("not PEM") << fileWith("certificate");
    QTest::newRow("damaged") << fileWith("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
    QTest::newRow("endless") << QStringLiteral("/dev/zero");
    QTest::newRow("huge") << fileWith(QByteArray(2 * 1024 * 1024, 'x'));
}

void TestApiTrust::anAuthorityFileThatCannotBeUsedIsSaid()
{
    QFETCH(QString, path);
    ScriptedServer server;
    serve(server, TestCertificate());
    ApiCalls api(config(server, Trust::ownAuthority(path)));
    const auto made = api.create(lineOne());
    COMPARE_KIND(made, ErrorKind::AuthorityFile);
    QVERIFY(!made.error().detail.isEmpty());
    QCOMPARE(server.connections, 0);
}

void TestApiTrust::anAuthorityFileThatIsPutInPlaceLaterIsUsed()
{
    const TestCertificate certificate(byAuthority);
    ScriptedServer server;
    serve(server, certificate);
    const QString path = fileWith({});
    ApiCalls api(config(server, Trust::ownAuthority(path)));
    COMPARE_KIND(api.list(), ErrorKind::AuthorityFile);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(certificate.authority()) > 0);
    file.close();
    QVERIFY(api.list().has_value());
}

QTEST_GUILESS_MAIN(TestApiTrust)
#include "test_trust.moc"
