// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/requestlog.h"
#include "core/result.h"
#include "core/tokenlisting.h"
#include "transport/certificatejudge.h"
#include "transport/route.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace tokendesk {

class Gunzip;
class OneTimeBody;

/// Room that a JSON parser may read behind the end of a body (simdjson's SIMDJSON_PADDING, which says "do not rely").
inline constexpr qsizetype bodyPadding = 64;

/// What is asked. GET only reads; POST and DELETE change something.
struct HttpRequest
{
    enum class Method { Get, Post, Delete };
    Method method = Method::Get;
    QString path;    ///< behind the base URL, with a leading slash
    QString query;   ///< encoded, without "?"
    QByteArray body; ///< JSON, for Post only
    std::chrono::milliseconds deadline{0};
    qint64 maxBytes = 0; ///< as it comes and inflated
};

/// A complete 2xx answer that is not HTML. `body` is inflated and has bodyPadding bytes of room behind its end.
struct HttpReply
{
    int status = 0;
    QByteArray body;
    ReplyStamp stamp;
    QString requestId;
};

/// One request and its one end: transport, then HTTP status, then encoding. The only place that reads a QNetworkReply.
///
/// Owned by HttpClient, deletes itself after `done` ran. `done` runs from the event loop, never from inside a call.
class HttpExchange : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<HttpReply>)>;

    /// `clock`, `log` (may be null), `gunzip` and `buffer` outlive this object. `log` gets one line, when `done` runs
    /// or this is destroyed before. `buffer` is memory to inflate into; it may be taken.
    HttpExchange(HttpRequest request, const Clock &clock, RequestLog *log, Gunzip &gunzip, QByteArray &buffer,
                 qint64 maxErrorBytes, Done done, QObject *parent);
    ~HttpExchange() override;

    /// `wire` is `request` as the factory made it.
    void start(QNetworkAccessManager &network, const QNetworkRequest &wire, const Route &route);
    /// Ends it before anything was sent.
    void refuse(Error error);
    /// Ends a request that only reads; an answer that came but was not told yet is dropped.
    void cancel();
    [[nodiscard]] bool changesSomething() const { return m_request.method != HttpRequest::Method::Get; }

private:
    void drain();
    void conclude(std::optional<ErrorKind> ours);
    void finish();
    void settle(Result<HttpReply> result);
    void deliver();
    void logAs(const QString &outcome);
    [[nodiscard]] Result<HttpReply> judge(std::optional<ErrorKind> ours);
    [[nodiscard]] Error transportError(std::optional<ErrorKind> ours) const;
    [[nodiscard]] Error redirected(Error error) const;
    [[nodiscard]] bool isWhole() const;
    [[nodiscard]] bool mayHaveBeenSent() const;
    [[nodiscard]] bool endedAtProxy() const;
    [[nodiscard]] Result<QByteArray> decodedBody(qint64 cap);

    const HttpRequest m_request;
    const Clock &m_clock;
    RequestLog *const m_log;
    const qint64 m_startedAtMs;
    QElapsedTimer m_duration;
    Gunzip &m_gunzip;
    QByteArray &m_buffer;
    const qint64 m_maxErrorBytes;
    Done m_done;
    QPointer<QNetworkReply> m_reply;
    QPointer<OneTimeBody> m_upload;
    QTimer m_deadline;
    QString m_requestId;
    QByteArray m_received; ///< as it came, maybe compressed
    std::unique_ptr<CertificateJudge> m_judge;
    QString m_proxyHost;         ///< empty: none
    bool m_proxyUnknown = false; ///< its name was not found
    bool m_requestSent = false;
    bool m_settled = false;
    bool m_told = false;
    int m_status = 0;
    qint64 m_bytes = 0;
    std::optional<Result<HttpReply>> m_result;
};

} // namespace tokendesk
