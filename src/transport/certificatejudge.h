// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/trust.h"

#include <QObject>
#include <QPointer>
#include <QSslError>
#include <QStringList>

class QNetworkReply;

namespace tokendesk {

/// Looks at the certificate that the server of one request shows, before the first byte of the request goes out.
/// Without a pin every error of the handshake stands. With one exactly that certificate is taken, whatever is unusual
/// about it.
///
/// Threads: the reply's.
class CertificateJudge : public QObject
{
    Q_OBJECT
public:
    /// The request was made with the configuration for `trust` (transport/transportsecurity.h). Goes before `reply`.
    CertificateJudge(QNetworkReply &reply, Trust trust, QObject *parent);

    [[nodiscard]] bool isPinChanged() const { return m_pinChanged; }
    /// Adds to the error of the request what is known of the certificate that was not accepted.
    void describe(Error &error) const;

Q_SIGNALS:
    /// Another certificate than the pinned one. Whoever hears it aborts the reply then and there.
    void pinChanged();

private:
    void judge(const QList<QSslError> &errors);

    QNetworkReply &m_reply;
    const Trust m_trust;
    QStringList m_problems;
    CertificateFactsPtr m_certificate;
    bool m_pinChanged = false;
};

} // namespace tokendesk
