// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/proxylookup.h"

#include "core/serverurl.h"

#include <QNetworkProxyFactory>
#include <QNetworkProxyQuery>

namespace tokendesk {

namespace {

QNetworkProxy systemProxyFor(const QUrl &url)
{
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    for (const QNetworkProxy &proxy : proxies) {
        switch (proxy.type()) {
        case QNetworkProxy::NoProxy:
        case QNetworkProxy::HttpProxy:
        case QNetworkProxy::Socks5Proxy:
            return proxy;
        case QNetworkProxy::HttpCachingProxy: // cannot carry TLS
            if (url.scheme() == QLatin1String("http"))
                return proxy;
            break;
        case QNetworkProxy::DefaultProxy:
        case QNetworkProxy::FtpCachingProxy:
            break;
        }
    }
    return QNetworkProxy::NoProxy;
}

} // namespace

QNetworkProxy proxyFor(const QUrl &url, const ProxyChoice &choice, const std::function<Secret()> &password)
{
    // "localhost" is another machine for a proxy, and http:// to this one would leave it in clear text.
    if (isLoopbackHost(url.host()))
        return QNetworkProxy::NoProxy;
    switch (choice.kind) {
    case ProxyChoice::Kind::System:
        return systemProxyFor(url);
    case ProxyChoice::Kind::None:
        return QNetworkProxy::NoProxy;
    case ProxyChoice::Kind::Own: {
        const QNetworkProxy::ProxyType type =
            choice.protocol == ProxyChoice::Protocol::Http ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy;
        QNetworkProxy proxy(type, choice.host, choice.port);
        if (!choice.user.isEmpty()) {
            proxy.setUser(choice.user);
            proxy.setPassword((password ? password() : Secret()).toText());
        }
        return proxy;
    }
    }
    Q_UNREACHABLE();
}

} // namespace tokendesk
