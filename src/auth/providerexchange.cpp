// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/providerexchange.h"

#include "core/secret.h"
#include "transport/httpdate.h"
#include "transport/networkerrors.h"
#include "transport/readahead.h"

#include <QNetworkReply>

#include <algorithm>

namespace tokendesk {

ProviderExchange::ProviderExchange(QNetworkReply *reply, Trust trust, const Clock &clock, Limits limits,
                                   QObject *context, Done done, QObject *parent)
    : QObject(parent), m_reply(reply), m_clock(clock), m_limits(limits), m_sentAtMs(clock.nowMs()), m_context(context),
      m_done(std::move(done)), m_judge(std::make_unique<CertificateJudge>(*reply, std::move(trust), nullptr))
{
    m_received.reserve(m_limits.maxBytes);
    m_reply->setReadBufferSize(std::min(m_limits.maxBytes, readAheadBytes));
    m_deadline.setSingleShot(true);
    m_deadline.start(m_limits.deadline);
    connect(&m_deadline, &QTimer::timeout, this, [this] { conclude(ErrorKind::Timeout); });
    connect(context, &QObject::destroyed, this, [this] { delete this; });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &ProviderExchange::drain); // may announce too much
    connect(m_reply, &QNetworkReply::readyRead, this, &ProviderExchange::drain);
    connect(m_judge.get(), &CertificateJudge::pinChanged, this, [this] { conclude(ErrorKind::PinChanged); });
    connect(m_reply, &QNetworkReply::finished, this, [this] {
        drain();
        conclude(std::nullopt);
    });
}

ProviderExchange::~ProviderExchange()
{
    wipeMemory(m_received.data(), m_received.size());
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

void ProviderExchange::drain()
{
    if (m_concluded)
        return;
    const qint64 coming = m_reply->bytesAvailable();
    const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (m_received.size() + coming > m_limits.maxBytes || announced > m_limits.maxBytes) {
        conclude(ErrorKind::TooLarge);
        return;
    }
    const qsizetype before = m_received.size();
    m_received.resize(before + coming);
    const qint64 got = m_reply->read(m_received.data() + before, coming);
    m_received.resize(before + std::max<qint64>(got, 0));
}

void ProviderExchange::conclude(std::optional<ErrorKind> ours)
{
    if (m_concluded)
        return;
    m_concluded = true; // abort() emits finished from inside
    m_deadline.stop();
    auto result = std::make_shared<Result<ProviderReply>>(judge(ours));
    m_reply->disconnect(this);
    if (ours)
        m_reply->abort(); // now: where the pin is changed nothing may be sent any more
    // Queued: nobody is told from inside a signal of the network, and whoever is told may delete everything here.
    QMetaObject::invokeMethod(
        this,
        [this, result] {
            const Done done = std::move(m_done);
            const QPointer<QObject> context = m_context;
            delete this;
            if (context)
                done(std::move(*result));
        },
        Qt::QueuedConnection);
}

Error ProviderExchange::transportError(std::optional<ErrorKind> ours) const
{
    Error error{.kind = ours ? *ours : kindOf(m_reply->error()), .httpStatus = statusOf(*m_reply)};
    if (!ours)
        error.detail = error.httpStatus != 0 ? QStringLiteral("the answer was cut off") : nameOf(m_reply->error());
    m_judge->describe(error);
    return error;
}

Result<ProviderReply> ProviderExchange::judge(std::optional<ErrorKind> ours)
{
    const int status = statusOf(*m_reply);
    if (ours || status == 0)
        return failure(transportError(ours));
    if (status >= 300 && status < 400) {
        const QUrl target = m_reply->url().resolved(QUrl::fromEncoded(m_reply->rawHeader("Location")));
        // Path and query of a redirect may hold a ticket.
        return failure({.kind = ErrorKind::Redirected, .httpStatus = status, .detail = target.host()});
    }
    const QByteArray announced = m_reply->rawHeader("Content-Length");
    const bool cut = !announced.isEmpty() && announced.trimmed().toLongLong() != m_received.size();
    // An error of Qt's beside a status of success: the connection broke, or what came is no HTTP.
    if (cut || (status < 400 && m_reply->error() != QNetworkReply::NoError))
        return failure(transportError(std::nullopt));
    ProviderReply reply{.status = status, .body = {}, .sentAtMs = m_sentAtMs, .receivedAtMs = m_clock.nowMs()};
    reply.serverDateMs = parseHttpDate(m_reply->rawHeader("Date"), reply.receivedAtMs);
    reply.retryAfterMs = parseRetryAfter(m_reply->rawHeader("Retry-After"), reply.serverDateMs, reply.receivedAtMs);
    reply.body = Secret::take(m_received);
    return reply;
}

} // namespace tokendesk
