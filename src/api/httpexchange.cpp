// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/httpexchange.h"

#include "api/gunzip.h"
#include "api/replyerror.h"
#include "core/secret.h"
#include "transport/httpdate.h"
#include "transport/networkerrors.h"
#include "transport/onetimebody.h"
#include "transport/readahead.h"

#include <QHostInfo>
#include <QNetworkAccessManager>

#include <algorithm>

namespace tokendesk {

namespace {

const char *methodName(HttpRequest::Method method)
{
    switch (method) {
    case HttpRequest::Method::Get:
        return "GET";
    case HttpRequest::Method::Post:
        return "POST";
    case HttpRequest::Method::Delete:
        return "DELETE";
    }
    Q_UNREACHABLE();
}

/// Errors that come before the first byte of a request goes out.
bool precedesSending(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return true;
    default:
        return false;
    }
}

} // namespace

HttpExchange::HttpExchange(HttpRequest request, const Clock &clock, RequestLog *log, Gunzip &gunzip, QByteArray &buffer,
                           qint64 maxErrorBytes, Done done, QObject *parent)
    : QObject(parent), m_request(std::move(request)), m_clock(clock), m_log(log), m_startedAtMs(clock.nowMs()),
      m_gunzip(gunzip), m_buffer(buffer), m_maxErrorBytes(maxErrorBytes), m_done(std::move(done))
{
    m_duration.start();
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { conclude(ErrorKind::Timeout); });
}

HttpExchange::~HttpExchange()
{
    if (!m_told)
        logAs(QStringLiteral("abandoned"));
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

void HttpExchange::start(QNetworkAccessManager &network, const QNetworkRequest &wire, const Route &route)
{
    m_requestId = QString::fromLatin1(wire.rawHeader("X-Request-Id"));
    m_deadline.start(m_request.deadline);
    switch (m_request.method) {
    case HttpRequest::Method::Get:
        m_reply = network.get(wire);
        break;
    case HttpRequest::Method::Delete:
        m_reply = network.deleteResource(wire);
        break;
    case HttpRequest::Method::Post: {
        auto *upload = new OneTimeBody(Secret(m_request.body));
        m_reply = network.post(wire, upload);
        upload->setParent(m_reply); // which may read it until it is gone
        m_upload = upload;
        break;
    }
    }
    m_reply->setReadBufferSize(readAheadBytes);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_requestSent = true; });
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::drain);
    m_proxyHost = route.proxy.hostName();
    m_judge = std::make_unique<CertificateJudge>(*m_reply, route.trust, nullptr);
    connect(m_judge.get(), &CertificateJudge::pinChanged, this, [this] { conclude(ErrorKind::PinChanged); });
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::finish);
}

void HttpExchange::refuse(Error error)
{
    settle(failure(std::move(error)));
}

void HttpExchange::cancel()
{
    if (m_settled)
        m_result = failure({.kind = ErrorKind::Cancelled, .requestId = m_requestId});
    else
        conclude(ErrorKind::Cancelled);
}

/// Takes what has come and stops at the cap, with or without a Content-Length.
void HttpExchange::drain()
{
    if (m_settled)
        return;
    const int status = statusOf(*m_reply);
    const qint64 cap =
        status >= 200 && status < 300 ? m_request.maxBytes : std::min(m_request.maxBytes, m_maxErrorBytes);
    const qint64 coming = m_reply->bytesAvailable();
    const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (m_received.size() + coming > cap || announced > cap) {
        conclude(ErrorKind::TooLarge);
        return;
    }
    if (m_received.isEmpty()) {
        // One allocation where the length is known: copies that growing leaves behind are never wiped.
        m_received.reserve(std::max<qint64>(announced, std::max<qint64>(coming, 16 * 1024)) + bodyPadding);
    }
    const qsizetype before = m_received.size();
    m_received.resize(before + coming);
    const qint64 got = m_reply->read(m_received.data() + before, coming);
    m_received.resize(before + std::max<qint64>(got, 0));
}

void HttpExchange::finish()
{
    drain();
    if (m_settled)
        return;
    const QNetworkReply::NetworkError error = m_reply->error();
    if (endedAtProxy() && (error == QNetworkReply::HostNotFoundError || error == QNetworkReply::UnknownNetworkError)) {
        // Qt does not say whether the proxy's name was unknown or the server's, nor that it was the proxy who refused.
        QHostInfo::lookupHost(m_proxyHost, this, [this](const QHostInfo &info) {
            m_proxyUnknown = info.error() == QHostInfo::HostNotFound;
            conclude(std::nullopt);
        });
        return;
    }
    conclude(std::nullopt);
}

void HttpExchange::conclude(std::optional<ErrorKind> ours)
{
    // abort() emits errorOccurred and finished from inside; by then this is settled and nothing is connected.
    if (m_settled)
        return;
    m_settled = true;
    m_deadline.stop();
    m_status = statusOf(*m_reply);
    m_bytes = m_received.size();
    Result<HttpReply> result = judge(ours);
    m_reply->disconnect(this);
    if (ours)
        m_reply->abort();
    m_reply->deleteLater();
    m_reply.clear();
    if (m_received.isDetached())
        wipeMemory(m_received.data(), m_received.size());
    m_received.clear();
    settle(std::move(result));
}

void HttpExchange::settle(Result<HttpReply> result)
{
    m_settled = true;
    m_result = std::move(result);
    QMetaObject::invokeMethod(this, &HttpExchange::deliver, Qt::QueuedConnection);
}

void HttpExchange::deliver()
{
    const Done done = std::move(m_done);
    Result<HttpReply> result = std::move(*m_result);
    m_told = true;
    logAs(outcomeWord(result ? nullptr : &result.error()));
    deleteLater();
    done(std::move(result)); // may destroy this object
}

void HttpExchange::logAs(const QString &outcome)
{
    if (m_log) {
        m_log->add({.startedAtMs = m_startedAtMs,
                    .method = QString::fromLatin1(methodName(m_request.method)),
                    .path = m_request.path,
                    .status = m_status,
                    .requestId = m_requestId,
                    .milliseconds = m_duration.elapsed(),
                    .bytes = m_bytes,
                    .outcome = outcome});
    }
}

bool HttpExchange::isWhole() const
{
    // Qt reports a status of 400 and above as an error too (400 itself as ProtocolInvalidOperationError); those answers
    // are whole all the same. ContentReSendError stands among them and is none of them.
    const QNetworkReply::NetworkError error = m_reply->error();
    const bool statusError = statusOf(*m_reply) >= 400 && error >= QNetworkReply::ContentAccessDenied &&
                             error <= QNetworkReply::UnknownServerError && error != QNetworkReply::ContentReSendError &&
                             error != QNetworkReply::ProtocolUnknownError && error != QNetworkReply::ProtocolFailure;
    if (error != QNetworkReply::NoError && !statusError)
        return false;
    const QByteArray announced = m_reply->rawHeader("Content-Length");
    return announced.isEmpty() || announced.trimmed().toLongLong() == m_received.size();
}

bool HttpExchange::mayHaveBeenSent() const
{
    if (statusOf(*m_reply) != 0 || m_requestSent)
        return true;
    if (m_judge->isPinChanged())
        return false;
    // The body is fetched from this thread when the connection stands: none fetched, none sent. A DELETE has no body.
    return m_upload ? m_upload->wasRead() : !precedesSending(m_reply->error());
}

bool HttpExchange::endedAtProxy() const
{
    return !m_proxyHost.isEmpty() && !m_requestSent && statusOf(*m_reply) == 0;
}

Error HttpExchange::transportError(std::optional<ErrorKind> ours) const
{
    Error error{.requestId = m_requestId};
    error.httpStatus = statusOf(*m_reply);
    if (ours) {
        error.kind = ours == ErrorKind::Timeout && endedAtProxy() ? ErrorKind::ProxyTimeout : *ours;
        m_judge->describe(error);
        return error;
    }
    error.kind = kindOf(m_reply->error());
    if (m_proxyUnknown)
        error.kind = ErrorKind::ProxyNotFound;
    else if (endedAtProxy() && m_reply->error() == QNetworkReply::UnknownNetworkError)
        error.kind = ErrorKind::ProxyFailed;
    error.detail = error.httpStatus != 0 ? QStringLiteral("the answer was cut off") : nameOf(m_reply->error());
    m_judge->describe(error);
    return error;
}

Error HttpExchange::redirected(Error error) const
{
    const QByteArray location = m_reply->rawHeader("Location");
    const QUrl target = m_reply->url().resolved(QUrl::fromEncoded(location));
    if (location.isEmpty() || target.host().isEmpty()) {
        error.kind = ErrorKind::Protocol;
        error.detail = QStringLiteral("a redirect without a target");
    } else {
        // Path and query of a redirect are no business of an error text: they may hold a ticket.
        error.detail = target.scheme() + QStringLiteral("://") + target.host();
    }
    return error;
}

Result<QByteArray> HttpExchange::decodedBody(qint64 cap)
{
    const QByteArray encoding = m_reply->rawHeader("Content-Encoding").trimmed().toLower();
    if (encoding.isEmpty() || encoding == "identity") {
        m_received.reserve(m_received.size() + bodyPadding);
        return std::exchange(m_received, {});
    }
    if (encoding != "gzip" && encoding != "x-gzip")
        return failure({.detail = QStringLiteral("a content encoding that was not asked for")});
    QByteArray out = std::exchange(m_buffer, {});
    switch (m_gunzip.inflate(m_received, cap, bodyPadding, out)) {
    case Gunzip::Status::Ok:
        return out;
    case Gunzip::Status::TooLarge:
        return failure({.kind = ErrorKind::TooLarge, .detail = QStringLiteral("the answer inflates beyond the cap")});
    case Gunzip::Status::Malformed:
        break;
    }
    return failure({.detail = QStringLiteral("the compressed answer is damaged")});
}

Result<HttpReply> HttpExchange::judge(std::optional<ErrorKind> ours)
{
    const auto ended = [this](Error error) -> Result<HttpReply> {
        error.requestId = m_requestId;
        error.httpStatus = statusOf(*m_reply);
        return failure(changesSomething() && mayHaveBeenSent() ? asOutcome(std::move(error)) : std::move(error));
    };
    const int status = statusOf(*m_reply);
    const bool success = status >= 200 && status < 300;
    const bool whole = !ours && isWhole();
    if (ours == ErrorKind::Cancelled || status == 0 || (success && !whole))
        return ended(transportError(ours));

    ReplyStamp stamp{.serverDateMs = std::nullopt, .receivedAtMs = m_clock.nowMs()};
    stamp.serverDateMs = parseHttpDate(m_reply->rawHeader("Date"), stamp.receivedAtMs);
    const QByteArray contentType = m_reply->rawHeader("Content-Type");
    if (!success) {
        // The status counts even where the rest of the answer is missing or useless.
        Error error{.kind = kindOfStatus(status)};
        if (status >= 300 && status < 400)
            return ended(redirected(std::move(error)));
        if (error.kind == ErrorKind::RateLimited || status == 503)
            error.retryAfterMs =
                parseRetryAfter(m_reply->rawHeader("Retry-After"), stamp.serverDateMs, stamp.receivedAtMs);
        if (whole) {
            if (const Result<QByteArray> body = decodedBody(m_maxErrorBytes))
                readErrorEnvelope(*body, contentType, error);
        }
        return ended(std::move(error));
    }

    Result<QByteArray> body = decodedBody(m_request.maxBytes);
    if (!body)
        return ended(std::move(body.error()));
    if (body->isEmpty())
        return ended({.detail = QStringLiteral("the answer is empty")});
    if (looksLikeHtml(*body, contentType))
        return ended({.detail = QStringLiteral("HTML came instead of JSON")});
    return HttpReply{status, std::move(*body), stamp, m_requestId};
}

} // namespace tokendesk
