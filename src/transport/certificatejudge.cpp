// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/certificatejudge.h"

#include "transport/certificatereader.h"

#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace tokendesk {

CertificateJudge::CertificateJudge(QNetworkReply &reply, Trust trust, QObject *parent)
    : QObject(parent), m_reply(reply), m_trust(std::move(trust))
{
    connect(&m_reply, &QNetworkReply::sslErrors, this, &CertificateJudge::judge);
    if (m_trust.kind == Trust::Kind::Pinned) {
        // A handshake in which nothing is wrong asks nobody. One that trusts nobody has always something wrong, but
        // that is Qt's to keep (a resumed session is not verified again). This runs for every new connection while the
        // request waits: Qt blocks its thread for it, and hears abort() there before it sends.
        connect(&m_reply, &QNetworkReply::encrypted, this, [this] { judge({}); });
    }
}

void CertificateJudge::judge(const QList<QSslError> &errors)
{
    const QSslCertificate leaf = m_reply.sslConfiguration().peerCertificate();
    if (m_trust.kind != Trust::Kind::Pinned) {
        for (const QSslError &error : errors)
            m_problems << error.errorString();
        m_certificate = certificateFacts(leaf, errors);
        return;
    }
    if (!leaf.isNull() && fingerprintOf(leaf) == m_trust.pinnedSha256) {
        m_reply.ignoreSslErrors(errors); // these of this certificate, not whatever comes later
        return;
    }
    m_certificate = certificateFacts(leaf, {});
    m_pinChanged = true;
    Q_EMIT pinChanged();
}

void CertificateJudge::describe(Error &error) const
{
    error.certificate = m_certificate;
    if (m_pinChanged)
        error.pinnedSha256 = m_trust.pinnedSha256;
    if (error.kind == ErrorKind::Tls && !m_problems.isEmpty())
        error.detail = m_problems.join(QStringLiteral("; "));
}

} // namespace tokendesk
