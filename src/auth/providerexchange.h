// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/providerhttp.h"
#include "transport/certificatejudge.h"

#include <QTimer>

namespace tokendesk {

/// One request to the provider and its one end. Deletes itself.
class ProviderExchange : public QObject
{
    Q_OBJECT
public:
    using Done = ProviderHttp::Done;
    using Limits = ProviderHttp::Limits;

    ProviderExchange(QNetworkReply *reply, Trust trust, const Clock &clock, Limits limits, QObject *context, Done done,
                     QObject *parent);
    ~ProviderExchange() override;

private:
    void drain();
    void conclude(std::optional<ErrorKind> ours);
    [[nodiscard]] Result<ProviderReply> judge(std::optional<ErrorKind> ours);
    [[nodiscard]] Error transportError(std::optional<ErrorKind> ours) const;

    QPointer<QNetworkReply> m_reply;
    const Clock &m_clock;
    const Limits m_limits;
    const qint64 m_sentAtMs;
    QPointer<QObject> m_context;
    Done m_done;
    QTimer m_deadline;
    QByteArray m_received; ///< as much room as it may ever need, so that growing leaves no copies behind
    std::unique_ptr<CertificateJudge> m_judge;
    bool m_concluded = false;
};

} // namespace tokendesk
