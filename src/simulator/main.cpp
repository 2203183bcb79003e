// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/certificate.h"
#include "simulator/life.h"
#include "simulator/options.h"
#include "simulator/parentwatch.h"
#include "simulator/server.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

#include <cstdio>

using namespace tokendesk::simulator;
using namespace Qt::StringLiterals;

namespace {

/// Of more, nobody told it: it would be hundreds of megabytes of JSON.
constexpr qint64 mostTokensWithPast = 2000;

void print(FILE *to, const QByteArray &line)
{
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), to);
    std::fputc('\n', to);
    std::fflush(to);
}

int fail(const QString &why)
{
    print(stderr, "tokendesk-simulator: " + why.toLocal8Bit());
    return 2;
}

QSslConfiguration tlsConfiguration(const Certificate &made)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    QList<QSslCertificate> chain{QSslCertificate(made.certificate)};
    if (!made.authority.isEmpty())
        chain.append(QSslCertificate(made.authority));
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(QSslKey(made.key, QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

QString slugOf(const QString &name)
{
    QString slug;
    for (const QChar c : name.toLower())
        slug += c.isLetterOrNumber() ? c : u'-';
    return slug;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"tokendesk-simulator"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TOKENDESK_VERSION));
    const auto read = readOptions(QCoreApplication::arguments());
    if (const auto *complaint = std::get_if<QString>(&read))
        return fail(*complaint);
    const Options &options = std::get<Options>(read);

    ServerClock clock;
    if (options.startTime)
        clock.startAt(*options.startTime);
    clock.advance(options.clockOffsetMs);
    clock.setScale(options.timeScale);

    Organization organization(clock);
    Dice dice(~options.seed); // not the row's, whose first id it would share
    organization.id = sampleId(dice);
    organization.name = options.organization;
    organization.slug = slugOf(options.organization);
    const qint64 now = clock.now();
    organization.replaceAll(sampleRows(options.tokens, options.seed, now));

    Bearer bearer = options.anyBearer          ? Bearer::any(*options.anyBearer)
                    : options.bearer.isEmpty() ? Bearer::generated(clock.now(), options.organization)
                                               : Bearer(options.bearer);
    Api api(organization, bearer, clock, options.api);
    Faults faults;
    for (const FaultRule &rule : options.faults)
        faults.add(rule);
    RequestLog log(options.log);
    Control control(organization, bearer, faults, log, clock);
    if (options.tokens <= mostTokensWithPast)
        control.setPast(organization.rows(), options.seed, now);
    Server server(api, control, faults, log, bearer, clock);

    std::optional<Certificate> certificate;
    std::optional<QSslConfiguration> tls;
    if (options.api.tls) {
        certificate =
            makeCertificate({options.tlsHost, options.tlsExpired, options.tlsAuthority, options.tlsNotYetValid});
        if (!certificate)
            return fail(u"OpenSSL could not make a certificate."_s);
        tls = tlsConfiguration(*certificate);
        control.changeCertificate = [&certificate, &server](const CertificateWish &wish, bool sameAuthority) {
            std::optional<Certificate> made = makeCertificate(wish, sameAuthority ? &*certificate : nullptr);
            if (made) {
                certificate = made;
                server.setTls(tlsConfiguration(*certificate));
            }
            return made;
        };
    }
    if (!server.listen(options.host, options.port, tls ? &*tls : nullptr))
        return fail(server.errorString());

    Life life(organization, clock, options.seed);
    if (options.live)
        life.start();
    if (!options.detached)
        stopWithParent();

    const QString host = options.host.protocol() == QAbstractSocket::IPv6Protocol
                             ? u'[' + options.host.toString() + u']'
                             : options.host.toString();
    const QString url = u"%1://%2:%3/api"_s.arg(tls ? u"https"_s : u"http"_s, host).arg(server.port());
    print(stdout,
          QJsonDocument(QJsonObject{
                            {u"url"_s, url},
                            {u"pid"_s, QCoreApplication::applicationPid()},
                            {u"bearer"_s, QString::fromUtf8(bearer.token())},
                            {u"certificate"_s, certificate ? QString::fromLatin1(certificate->certificate) : QString()},
                            {u"authority"_s, certificate ? QString::fromLatin1(certificate->authority) : QString()},
                        })
              .toJson(QJsonDocument::Compact));
    return QCoreApplication::exec();
}
