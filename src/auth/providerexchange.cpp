// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/providerexchange.h"

#include "core/secret.h"

#include <QLocale>
#include <QMetaEnum>
#include <QNetworkReply>
#include <QSslError>
#include <QTimeZone>

namespace tokendesk {

namespace {

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

ErrorKind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorKind::Tls;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return ErrorKind::Timeout;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
        return ErrorKind::Protocol;
    default:
        return ErrorKind::Network;
    }
}

/// QNetworkReply::errorString() holds the URL; the name of the code holds nothing.
QString nameOf(QNetworkReply::NetworkError error)
{
    const char *name = QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(error);
    return name ? QString::fromLatin1(name) : QString::number(int(error));
}

/// IMF-fixdate, the one form that a sender may use (RFC 9110 section 5.6.7).
std::optional<qint64> imfDate(const QByteArray &text)
{
    const QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    return date.isValid() ? std::optional(QDateTime(date.date(), date.time(), Qt::UTC).toMSecsSinceEpoch())
                          : std::nullopt;
}

/// RFC 9110 section 10.2.3: seconds, or a date on the provider's clock.
std::optional<qint64> retryAfter(const QByteArray &text, qint64 providerNow)
{
    constexpr qint64 day = 24 * 60 * 60 * 1000;
    bool isNumber = false;
    const quint64 seconds = text.trimmed().toULongLong(&isNumber);
    if (isNumber)
        return qint64(std::min<quint64>(seconds, day / 1000)) * 1000;
    const std::optional<qint64> date = imfDate(text);
    return date ? std::optional(std::clamp<qint64>(*date - providerNow, 0, day)) : std::nullopt;
}

} // namespace

ProviderExchange::ProviderExchange(QNetworkReply *reply, const Clock &clock, Limits limits, QObject *context, Done done,
                                   QObject *parent)
    : QObject(parent), m_reply(reply), m_clock(clock), m_limits(limits), m_sentAtMs(clock.nowMs()), m_context(context),
      m_done(std::move(done))
{
    m_received.reserve(m_limits.maxBytes);
    m_deadline.setSingleShot(true);
    m_deadline.start(m_limits.deadline);
    connect(&m_deadline, &QTimer::timeout, this, [this] { conclude(ErrorKind::Timeout); });
    connect(context, &QObject::destroyed, this, [this] { delete this; });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &ProviderExchange::drain); // may announce too much
    connect(m_reply, &QNetworkReply::readyRead, this, &ProviderExchange::drain);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            m_tlsProblems << error.errorString();
    });
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
    if (ours)
        return error;
    if (error.kind == ErrorKind::Tls && !m_tlsProblems.isEmpty())
        error.detail = m_tlsProblems.join(QStringLiteral("; "));
    else
        error.detail = error.httpStatus != 0 ? QStringLiteral("the answer was cut off") : nameOf(m_reply->error());
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
    reply.serverDateMs = imfDate(m_reply->rawHeader("Date"));
    reply.retryAfterMs = retryAfter(m_reply->rawHeader("Retry-After"), reply.serverDateMs.value_or(reply.receivedAtMs));
    reply.body = Secret::take(m_received);
    return reply;
}

} // namespace tokendesk
