// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/providerhttp.h"

#include "auth/providerexchange.h"
#include "transport/onetimebody.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace tokendesk {

namespace {

QNetworkRequest requestTo(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setRawHeader("User-Agent", QByteArrayLiteral("TokenDesk/" TOKENDESK_VERSION));
    request.setRawHeader("Accept", "application/json");
    // Set by us, so that Qt neither asks for compression nor inflates: its guard against bombs is a ratio.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    return request;
}

} // namespace

ProviderHttp::ProviderHttp(SignInWorld world, Limits limits, QObject *parent)
    : QObject(parent), m_world(std::move(world)), m_limits(limits)
{}

ProviderHttp::~ProviderHttp()
{
    // Before the manager goes, and with it the replies they hold.
    qDeleteAll(findChildren<ProviderExchange *>(QString(), Qt::FindDirectChildrenOnly));
}

QNetworkAccessManager &ProviderHttp::network()
{
    if (!m_network) {
        m_network = std::make_unique<QNetworkAccessManager>();
        m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        m_network->setAutoDeleteReplies(false);
    }
    return *m_network;
}

void ProviderHttp::get(const QUrl &url, QObject *context, Done done)
{
    send(requestTo(url), nullptr, context, std::move(done));
}

void ProviderHttp::post(const QUrl &url, const FormFields &fields, QObject *context, Done done)
{
    auto body = std::make_shared<Secret>(fields.encoded());
    QNetworkRequest request = requestTo(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/x-www-form-urlencoded"));
    request.setHeader(QNetworkRequest::ContentLengthHeader, body->size());
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    send(request, body, context, std::move(done));
}

void ProviderHttp::send(const QNetworkRequest &request, const std::shared_ptr<Secret> &body, QObject *context,
                        Done done)
{
    if (!m_world.findRoute)
        return start(request, body, {}, context, std::move(done));
    const QUrl url = request.url();
    m_world.findRoute(url, context,
                      [this, guard = QPointer(this), request, body, context = QPointer(context),
                       done = std::move(done)](const Result<Route> &route) {
                          if (!guard || !context)
                              return;
                          if (route)
                              start(request, body, *route, context, done);
                          else
                              done(failure(route.error()));
                      });
}

void ProviderHttp::start(QNetworkRequest request, const std::shared_ptr<Secret> &body, const Route &route,
                         QObject *context, Done done)
{
    request.setSslConfiguration(route.tls);
    network().setProxy(route.proxy);
    QNetworkReply *reply = nullptr;
    if (body) {
        auto *upload = new OneTimeBody(std::move(*body));
        reply = network().post(request, upload);
        upload->setParent(reply); // which may read it until it is gone
    } else {
        reply = network().get(request);
    }
    new ProviderExchange(reply, route.trust, *m_world.clock, m_limits, context, std::move(done), this);
}

} // namespace tokendesk
