// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/providerhttp.h"

#include "auth/providerexchange.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace tokendesk {

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
        m_network = m_world.makeNetwork ? m_world.makeNetwork() : std::make_unique<QNetworkAccessManager>();
        m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        m_network->setAutoDeleteReplies(false);
    }
    return *m_network;
}

QNetworkRequest ProviderHttp::request(const QUrl &url) const
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

void ProviderHttp::get(const QUrl &url, QObject *context, Done done)
{
    new ProviderExchange(network().get(request(url)), *m_world.clock, m_limits, context, std::move(done), this);
}

void ProviderHttp::post(const QUrl &url, const FormFields &fields, QObject *context, Done done)
{
    Secret body = fields.encoded();
    QNetworkRequest wire = request(url);
    wire.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/x-www-form-urlencoded"));
    wire.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
    wire.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    auto *upload = new OneTimeBody(std::move(body), nullptr);
    QNetworkReply *reply = network().post(wire, upload);
    upload->setParent(reply); // which may read it until it is gone
    new ProviderExchange(reply, *m_world.clock, m_limits, context, std::move(done), this);
}

} // namespace tokendesk
