// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>
#include <QThread>

#include <csignal>

using namespace tokendesk;
using namespace Qt::StringLiterals;

namespace {

QByteArray firstLine(QProcess &process)
{
    while (!process.canReadLine() && process.waitForReadyRead(30'000)) {
    }
    return process.readLine();
}

/// Asked through its port: a process that has ended may still have its id for a while.
bool serves(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    return socket.waitForConnected(5000);
}

/// Errors of a handshake that trusts only `trusted`; the handshake succeeded where the list is empty and `done` is set.
QList<QSslError::SslError> handshake(const SimulatorProcess &simulator, const QByteArray &trusted, bool &done)
{
    QSslSocket socket;
    QSslConfiguration configuration = socket.sslConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromData(trusted));
    socket.setSslConfiguration(configuration);
    QList<QSslError::SslError> errors;
    QObject::connect(&socket, &QSslSocket::sslErrors, &socket, [&](const QList<QSslError> &found) {
        for (const QSslError &error : found)
            errors.append(error.error());
    });
    socket.connectToHostEncrypted(u"127.0.0.1"_s, simulator.port());
    done = socket.waitForEncrypted(20'000);
    return errors;
}

} // namespace

/// The program: what it prints, when it ends, and its certificates.
class TestProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstLineSaysEverything()
    {
        QProcess process;
        process.start(SimulatorProcess::program(), {});
        const QJsonObject line = QJsonDocument::fromJson(firstLine(process)).object();
        QCOMPARE(line.keys(), QStringList({u"authority"_s, u"bearer"_s, u"certificate"_s, u"pid"_s, u"url"_s}));
        QCOMPARE(line.value("pid"_L1).toInteger(), process.processId());
        const QUrl url(line.value("url"_L1).toString());
        QCOMPARE(url.host(), u"127.0.0.1"_s);
        QCOMPARE(url.scheme(), u"http"_s);
        QCOMPARE(url.path(), u"/api"_s);
        QVERIFY(url.port() > 0);
        QCOMPARE(line.value("certificate"_L1).toString(), QString());
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 0);
    }
    void theBearerIsAWebTokenForTwelveHours()
    {
        SimulatorProcess simulator;
        QVERIFY(simulator.start());
        const QList<QByteArray> parts = simulator.bearer().split('.');
        QCOMPARE(parts.size(), 3);
        const QJsonObject claims =
            QJsonDocument::fromJson(QByteArray::fromBase64(parts[1], QByteArray::Base64UrlEncoding)).object();
        const qint64 lifetime = claims.value("exp"_L1).toInteger() - QDateTime::currentSecsSinceEpoch();
        QVERIFY(lifetime > 12 * 3600 - 60 && lifetime <= 12 * 3600);
        QCOMPARE(Wire(simulator).ask("GET", "/api/organization").status, 200);
    }
    void itEndsWithItsStandardInput()
    {
        SimulatorProcess simulator;
        QVERIFY(simulator.start());
        QVERIFY(simulator.stop());
        QCOMPARE(simulator.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(simulator.process().exitCode(), 0);
    }
    void detachedItDoesNot()
    {
        QProcess process;
        process.start(SimulatorProcess::program(), {u"--detached"_s});
        QVERIFY(!firstLine(process).isEmpty());
        process.closeWriteChannel();
        QVERIFY(!process.waitForFinished(700));
        process.kill();
        QVERIFY(process.waitForFinished());
    }
#ifdef Q_OS_UNIX
    void itEndsWithAParentThatIsKilled()
    {
        // A shell in between, killed without a chance to tidy up. Its standard input lives on in our hands, and by way
        // of descriptor 3 it is that of the simulator: what a shell starts in the background has none of its own.
        QProcess shell;
        shell.start(u"/bin/sh"_s, {u"-c"_s, u"exec 3<&0; '%1' <&3 & wait"_s.arg(SimulatorProcess::program())});
        const QUrl url(QJsonDocument::fromJson(firstLine(shell)).object().value("url"_L1).toString());
        const auto port = static_cast<quint16>(url.port());
        QVERIFY(serves(port));
        ::kill(static_cast<pid_t>(shell.processId()), SIGKILL);
#ifndef Q_OS_LINUX
        shell.closeWriteChannel(); // the signal of the kernel is Linux's
#endif
        // Without an event loop, in which QProcess would see the shell gone and close that standard input.
        const QDeadlineTimer deadline(20'000);
        while (serves(port) && !deadline.hasExpired())
            QThread::msleep(20);
        QVERIFY(!serves(port));
    }
#endif
    void theLogIsALinePerRequestWithoutSecrets()
    {
        QProcess process;
        process.start(SimulatorProcess::program(), {u"--log"_s, u"--bearer"_s, u"secret-bearer"_s});
        const quint16 port = static_cast<quint16>(
            QUrl(QJsonDocument::fromJson(firstLine(process)).object().value("url"_L1).toString()).port());
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, port);
        QVERIFY(socket.waitForConnected());
        socket.write("POST /api/provisioning-tokens?x=1 HTTP/1.1\r\nAuthorization: Bearer secret-bearer\r\n"
                     "Content-Length: 12\r\n\r\n{\"name\":\"x\"}"
                     "GET /api/organization HTTP/1.1\r\nConnection: close\r\n\r\n");
        QVERIFY(socket.waitForDisconnected());
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        const QByteArray log = process.readAllStandardError();
        const QList<QByteArray> lines = log.trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        const QJsonObject first = QJsonDocument::fromJson(lines[0]).object();
        QCOMPARE(first.value("method"_L1).toString(), u"POST"_s);
        QCOMPARE(first.value("path"_L1).toString(), u"/api/provisioning-tokens"_s);
        QCOMPARE(first.value("query"_L1).toString(), u"x=1"_s);
        QCOMPARE(first.value("status"_L1).toInt(), 201);
        QCOMPARE(first.value("authorization"_L1).toString(), u"valid"_s);
        QVERIFY(first.value("bytes"_L1).toInt() > 200);
        QCOMPARE(first.value("fault"_L1).toString(), QString());
        QCOMPARE(QJsonDocument::fromJson(lines[1]).object().value("authorization"_L1).toString(), u"absent"_s);
        QVERIFY(!log.contains("secret-bearer"));
        QVERIFY(!log.contains("apt_"));
    }
    void aTakenPortIsAnError()
    {
        SimulatorProcess simulator;
        QVERIFY(simulator.start());
        QProcess second;
        second.start(SimulatorProcess::program(), {u"--port"_s, QString::number(simulator.port())});
        QVERIFY(second.waitForFinished());
        QVERIFY(second.exitCode() != 0);
        QVERIFY(!second.readAllStandardError().isEmpty());
    }
    void helpAndVersion()
    {
        QProcess process;
        process.start(SimulatorProcess::program(), {u"--version"_s});
        QVERIFY(process.waitForFinished());
        QVERIFY(process.readAllStandardOutput().startsWith("tokendesk-simulator "));
        process.start(SimulatorProcess::program(), {u"--help"_s});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        const QByteArray help = process.readAllStandardOutput();
        for (const char *option : {"--tokens", "--fault", "--tls-authority", "--live", "applied-reply-lost"})
            QVERIFY2(help.contains(option), option);
    }

    void theCertificateIsTrustedWhereItIsKnown()
    {
        SimulatorProcess simulator;
        QVERIFY(simulator.start({u"--tls"_s}));
        QCOMPARE(simulator.url().scheme(), u"https"_s);
        bool done = false;
        QCOMPARE(handshake(simulator, simulator.certificate(), done), QList<QSslError::SslError>());
        QVERIFY(done);
        QCOMPARE(simulator.tokens().size(), 40);

        const auto errors = handshake(simulator, {}, done);
        QVERIFY(!done);
        QVERIFY(errors.contains(QSslError::SelfSignedCertificate));
        QVERIFY(!errors.contains(QSslError::HostNameMismatch));
    }
    void anAuthorityVouchesForItsCertificate()
    {
        SimulatorProcess simulator;
        QVERIFY(simulator.start({u"--tls-authority"_s}));
        QVERIFY(simulator.authority() != simulator.certificate());
        bool done = false;
        QCOMPARE(handshake(simulator, simulator.authority(), done), QList<QSslError::SslError>());
        QVERIFY(done);
        handshake(simulator, {}, done);
        QVERIFY(!done);
    }
    void aCertificateMayBeForAnotherHost()
    {
        SimulatorProcess simulator;
        QVERIFY(simulator.start({u"--tls-host"_s, u"acusight.example"_s}));
        const QSslCertificate certificate(simulator.certificate());
        QCOMPARE(certificate.subjectAlternativeNames().values(QSsl::DnsEntry), QStringList(u"acusight.example"_s));
        bool done = false;
        QCOMPARE(handshake(simulator, simulator.certificate(), done),
                 QList<QSslError::SslError>({QSslError::HostNameMismatch}));
        QVERIFY(!done);
    }
    void aCertificateMayHaveRunOut()
    {
        SimulatorProcess simulator;
        QVERIFY(simulator.start({u"--tls-expired"_s}));
        QVERIFY(QSslCertificate(simulator.certificate()).expiryDate() < QDateTime::currentDateTimeUtc());
        bool done = false;
        QVERIFY(handshake(simulator, simulator.certificate(), done).contains(QSslError::CertificateExpired));
        QVERIFY(!done);
    }
    void aCertificateMayBeOfTheFuture()
    {
        SimulatorProcess simulator;
        QVERIFY(simulator.start({u"--tls-not-yet-valid"_s}));
        bool done = false;
        QVERIFY(handshake(simulator, simulator.certificate(), done).contains(QSslError::CertificateNotYetValid));
        QVERIFY(!done);
    }
    void theCertificateChangesOnDemand()
    {
        SimulatorProcess simulator;
        QVERIFY(simulator.start({u"--tls-authority"_s}));
        const QByteArray firstCertificate = simulator.certificate();
        const QByteArray firstAuthority = simulator.authority();
        QSslSocket standing;
        standing.setPeerVerifyMode(QSslSocket::VerifyNone);
        standing.connectToHostEncrypted(u"127.0.0.1"_s, simulator.port());
        QVERIFY(standing.waitForEncrypted(20'000));
        standing.write("GET / HTTP/1.1\r\n\r\n"); // the server has finished the handshake too when it answers
        QVERIFY(standing.waitForReadyRead(20'000));

        QVERIFY(simulator.changeCertificate({{u"same_authority"_s, true}}));
        QVERIFY(simulator.certificate() != firstCertificate);
        QCOMPARE(simulator.authority(), firstAuthority);
        bool done = false;
        QCOMPARE(handshake(simulator, firstAuthority, done), QList<QSslError::SslError>());
        QVERIFY(done);
        QTRY_COMPARE_WITH_TIMEOUT(standing.state(), QAbstractSocket::UnconnectedState, 20'000);

        QVERIFY(simulator.changeCertificate({{u"host"_s, u"acusight.example"_s}, {u"expired"_s, true}}));
        QVERIFY(simulator.authority().isEmpty());
        const auto errors = handshake(simulator, simulator.certificate(), done);
        QVERIFY(!done);
        QVERIFY(errors.contains(QSslError::HostNameMismatch) && errors.contains(QSslError::CertificateExpired));
    }
    void everyStartMakesAnotherCertificate()
    {
        SimulatorProcess first, second;
        QVERIFY(first.start({u"--tls"_s}));
        QVERIFY(second.start({u"--tls"_s}));
        QVERIFY(first.certificate() != second.certificate());
    }
    void aLargeListGoesThroughTls()
    {
        SimulatorProcess simulator;
        QVERIFY(simulator.start({u"--tls"_s, u"--tokens"_s, u"50000"_s}));
        QSslSocket socket;
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.connectToHostEncrypted(u"127.0.0.1"_s, simulator.port());
        QVERIFY(socket.waitForEncrypted(20'000));
        socket.write("GET /api/provisioning-tokens HTTP/1.1\r\nAuthorization: Bearer " + simulator.bearer() +
                     "\r\nConnection: close\r\n\r\n");
        QByteArray all;
        while (socket.waitForReadyRead(20'000))
            all += socket.readAll();
        QVERIFY(all.endsWith("\"meta\":null}"));
        QCOMPARE(all.count("{\"id\":\""), 50'000);
    }
};

QTEST_GUILESS_MAIN(TestProcess)
#include "test_process.moc"
