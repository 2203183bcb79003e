// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/providerhttp.h"

#include <QIODevice>
#include <QStringList>
#include <QTimer>

#include <cstring>

namespace tokendesk {

/// One request to the provider and its one end. Deletes itself.
class ProviderExchange : public QObject
{
    Q_OBJECT
public:
    using Done = ProviderHttp::Done;
    using Limits = ProviderHttp::Limits;

    ProviderExchange(QNetworkReply *reply, const Clock &clock, Limits limits, QObject *context, Done done,
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
    QStringList m_tlsProblems;
    bool m_concluded = false;
};

/// A body that cannot be rewound: QNetworkAccessManager (6.4) sends a POST again by itself when the peer closes before
/// it answers, and a refresh token or a code that arrives twice is taken for stolen.
class OneTimeBody : public QIODevice
{
public:
    OneTimeBody(Secret bytes, QObject *parent) : QIODevice(parent), m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    bool reset() override { return false; } // without QIODevice's warning
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_at + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 count = std::min<qint64>(maxSize, m_bytes.size() - m_at);
        if (count <= 0)
            return maxSize > 0 ? -1 : 0;
        std::memcpy(data, m_bytes.view().data() + m_at, static_cast<size_t>(count));
        m_at += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const Secret m_bytes;
    qint64 m_at = 0;
};

} // namespace tokendesk
