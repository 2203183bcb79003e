// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tls/testcertificate.h"

#include <QCryptographicHash>
#include <QSslKey>
#include <QSslSocket>

namespace tokendesk {

TestCertificate::TestCertificate(const simulator::CertificateWish &wish, const TestCertificate *sibling)
    : m_made(simulator::makeCertificate(wish, sibling ? &sibling->m_made : nullptr).value())
{}

QSslConfiguration TestCertificate::configuration() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    QList<QSslCertificate> chain{certificate()};
    if (!m_made.authority.isEmpty())
        chain.append(QSslCertificate(m_made.authority));
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(QSslKey(m_made.key, QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

QByteArray TestCertificate::sha256() const
{
    return certificate().digest(QCryptographicHash::Sha256);
}

} // namespace tokendesk
