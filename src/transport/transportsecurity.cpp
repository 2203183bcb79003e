// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/transportsecurity.h"

#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>

namespace tokendesk {

namespace {

/// A bundle of all public authorities has a quarter of that.
constexpr qint64 maxAuthorityBytes = 1024 * 1024;

Result<QList<QSslCertificate>> readAuthority(const QString &path)
{
    const auto refuse = [](const char *why) {
        return failure({.kind = ErrorKind::AuthorityFile, .detail = QString::fromLatin1(why)});
    };
    const QFileInfo info(path);
    if (path.isEmpty() || !info.exists())
        return refuse("there is no such file");
    if (!info.isFile()) // a pipe would never end
        return refuse("it is no file");
    if (info.size() > maxAuthorityBytes)
        return refuse("it is too large");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse("it cannot be read");
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(file.read(maxAuthorityBytes), QSsl::Pem);
    if (certificates.isEmpty())
        return refuse("it holds no certificate in PEM form");
    return certificates;
}

} // namespace

Result<QSslConfiguration> sslConfigurationFor(const Trust &trust)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    switch (trust.kind) {
    case Trust::Kind::System:
        break;
    case Trust::Kind::OwnAuthority: {
        const Result<QList<QSslCertificate>> own = readAuthority(trust.authorityFile);
        if (!own)
            return failure(own.error());
        // The default configuration's list is empty (loaded on demand), and a list of one's own ends that.
        configuration.setCaCertificates(configuration.caCertificates() + QSslConfiguration::systemCaCertificates() +
                                        *own);
        break;
    }
    case Trust::Kind::Pinned:
        configuration.setCaCertificates({});
        configuration.setSslOption(QSsl::SslOptionDisableSessionSharing, true);
        configuration.setSslOption(QSsl::SslOptionDisableSessionPersistence, true);
        configuration.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
        break;
    }
    return configuration;
}

} // namespace tokendesk
