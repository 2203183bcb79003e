// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/httpclient.h"

#include "core/serverurl.h"

#include <QUuid>

#include <algorithm>

namespace tokendesk {

namespace {

constexpr qsizetype keptBuffer = 8 * 1024 * 1024;

/// What a header can carry without becoming two (RFC 6750 b64token is narrower; the server judges that).
bool fitsHeader(QByteArrayView value)
{
    return std::all_of(value.begin(), value.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

} // namespace

HttpClient::HttpClient(const ApiConfig &config)
    : m_config(config), m_router(config.trust, config.baseUrl, config.proxy, config.proxyPassword)
{}

HttpClient::~HttpClient()
{
    // Before the manager goes, and with it the replies they hold.
    qDeleteAll(findChildren<HttpExchange *>(QString(), Qt::FindDirectChildrenOnly));
}

std::optional<Error> HttpClient::whyNotSend(const QUrl &url, const Secret &bearer) const
{
    if (url.scheme() != QLatin1String("https")) {
        if (url.scheme() != QLatin1String("http"))
            return Error{.detail = QStringLiteral("the address is neither https nor http")};
        if (!m_config.allowClearText && !isLoopbackHost(url.host()))
            return Error{.kind = ErrorKind::ClearTextRefused};
    }
    if (!fitsHeader(bearer.view())) {
        return Error{.kind = ErrorKind::Unauthorized,
                     .detail = QStringLiteral("the access token holds characters that no header can carry")};
    }
    return std::nullopt;
}

QNetworkRequest HttpClient::wireRequest(const HttpRequest &request, const QUrl &url, const Secret &bearer,
                                        const Route &route) const
{
    QNetworkRequest wire(url);
    if (!bearer.isEmpty()) {
        // A copy that Qt keeps and never wipes; docs/security.md says so.
        wire.setRawHeader("Authorization", QByteArrayLiteral("Bearer ") + bearer.view().toByteArray());
    }
    wire.setRawHeader("User-Agent", QByteArrayLiteral("TokenDesk/" TOKENDESK_VERSION));
    wire.setRawHeader("X-Request-Id", m_config.makeRequestId ? m_config.makeRequestId()
                                                             : QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    wire.setRawHeader("Accept", "application/json");
    // Set by us, so that Qt leaves the body alone: it would inflate it twice, and its guard is a ratio.
    wire.setRawHeader("Accept-Encoding", "gzip");
    if (request.method == HttpRequest::Method::Post) {
        wire.setRawHeader("Content-Type", "application/json");
        wire.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        wire.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    }
    // The default policy carries Authorization to another origin (6.4 and 6.11).
    wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    wire.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // Over HTTP/2 a lost connection takes all its streams along, and Qt sends them again.
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    wire.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    wire.setSslConfiguration(route.tls);
    return wire;
}

QNetworkAccessManager &HttpClient::network()
{
    if (!m_network) {
        m_network = m_config.makeNetwork ? m_config.makeNetwork() : std::make_unique<QNetworkAccessManager>();
        m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        m_network->setAutoDeleteReplies(false);
    }
    return *m_network;
}

void HttpClient::send(const HttpRequest &request, HttpExchange::Done done)
{
    QUrl url = m_config.baseUrl;
    url.setUserInfo({});
    url.setPath(url.path() + request.path);
    url.setQuery(request.query.isEmpty() ? QString() : request.query);
    url.setFragment({});

    auto *exchange = new HttpExchange(request, *m_config.clock, m_config.log, m_gunzip, m_buffer,
                                      m_config.maxReplyBytes, std::move(done), this);
    const Secret bearer = m_config.bearer ? m_config.bearer() : Secret();
    if (std::optional<Error> error = whyNotSend(url, bearer)) {
        exchange->refuse(std::move(*error));
        return;
    }
    const Result<Route> route = m_router.routeTo(url);
    if (!route) {
        exchange->refuse(route.error());
        return;
    }
    network().setProxy(route->proxy);
    exchange->start(network(), wireRequest(request, url, bearer, *route), *route);
}

void HttpClient::cancelReads()
{
    for (HttpExchange *exchange : findChildren<HttpExchange *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (!exchange->changesSomething())
            exchange->cancel();
    }
}

void HttpClient::giveBack(QByteArray &&body)
{
    if (body.capacity() <= keptBuffer && body.capacity() > m_buffer.capacity())
        m_buffer = std::move(body);
}

} // namespace tokendesk
