// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/proxychoice.h"
#include "core/requestlog.h"
#include "core/result.h"
#include "core/secret.h"
#include "core/token.h"
#include "core/tokenlisting.h"
#include "core/trust.h"

#include <QLocale>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace tokendesk {

/// Everything the api needs from outside, so that a test can hold it.
struct ApiConfig
{
    QUrl baseUrl; ///< "https://host/api", without a trailing slash
    /// Called on the api's thread for each request. An empty secret: the request carries no Authorization.
    std::function<Secret()> bearer;
    const Clock *clock = nullptr;              ///< outlives the api
    std::function<QByteArray()> makeRequestId; ///< X-Request-Id; default: a random UUID
    /// Called on the api's thread at the first request; default: a plain manager.
    std::function<std::unique_ptr<QNetworkAccessManager>()> makeNetwork;
    /// Applied when the api is first used, on its thread. Connections are pooled without regard to it (Qt's pool key
    /// leaves it out), so a change of trust needs a new AcusightApi.
    Trust trust;
    ProxyChoice proxy;
    /// Called on the api's thread for each request through an own proxy that has a user.
    std::function<Secret()> proxyPassword;
    /// Whether http:// may leave this machine: everything, the access token too, can be read on the way.
    bool allowClearText = false;
    RequestLog *log = nullptr;                       ///< outlives the api; gets one line for each request
    std::chrono::milliseconds deadline{30'000};      ///< total, from sending to the last byte, per small request
    std::chrono::milliseconds listDeadline{120'000}; ///< total, per page of a list
    /// Called on the api's thread for each list: how many bytes all its pages may have, inflated. Default: 1 GiB.
    std::function<qint64()> maxListBytes;
    qint64 maxReplyBytes = qint64(1) << 20; ///< any other reply, inflated
    QLocale locale;                         ///< orders names
};

class HttpClient;
class TokenListDecoder;

/// The AcuSight REST API, the part in docs/api: four questions, each sent once and answered once.
///
/// Threads: lives on a worker thread, for inflating, parsing and comparing a long list happen inside. It may be made
/// anywhere and moved there before its first request. All calls and callbacks are on that thread. Every callback runs
/// exactly once, after the call has returned, unless the api is destroyed first; it may destroy the api.
///
/// Errors: a request that changes something ends in ErrorKind::OutcomeUnknown wherever it may have reached the server
/// and no usable answer came, with the reason in `cause`. Redirects are never followed (Redirected); http:// beyond
/// this machine is refused before anything is sent (ClearTextRefused) unless it was allowed. Where a certificate was
/// not accepted (Tls, PinChanged) nothing was sent, and the error tells what the certificate says.
class AcusightApi : public QObject
{
    Q_OBJECT
public:
    explicit AcusightApi(ApiConfig config, QObject *parent = nullptr);
    ~AcusightApi() override;

    /// The whole list, all its pages. `previous` may be null; the diff is against it. `progress` may be empty; it runs
    /// after each page, `total` is 0 where the server does not say.
    void list(TokenSnapshotPtr previous, std::function<void(qint64 rows, qint64 total)> progress,
              std::function<void(Result<TokenListing>)> reply);
    /// Sends exactly one POST, whatever happens to the connection.
    void create(const CreateRequest &request, std::function<void(Result<CreatedToken>)> reply);
    /// ErrorKind::Validation also where the token is revoked already: the server's code does not tell (docs/api).
    void revoke(const QUuid &id, std::function<void(Result<Revocation>)> reply);
    void organization(std::function<void(Result<Organization>)> reply);
    /// Ends every list and organization request under way with ErrorKind::Cancelled; never a create or a revoke.
    void cancelReads();

private:
    struct ListCall;

    HttpClient &http();
    void askPage(const std::shared_ptr<ListCall> &call);
    void pageCame(const std::shared_ptr<ListCall> &call, QByteArray &body);

    const ApiConfig m_config;
    std::unique_ptr<TokenListDecoder> m_decoder;
    std::unique_ptr<HttpClient> m_http;
};

} // namespace tokendesk
