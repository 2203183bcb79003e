// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/route.h"

#include "core/serverurl.h"
#include "transport/proxylookup.h"
#include "transport/transportsecurity.h"

namespace tokendesk {

Router::Router(Trust trust, QUrl pinned, ProxyChoice proxy, std::function<Secret()> proxyPassword)
    : m_trust(std::move(trust)), m_pinned(std::move(pinned)), m_proxy(std::move(proxy)),
      m_proxyPassword(std::move(proxyPassword))
{}

Result<Route> Router::routeTo(const QUrl &url)
{
    Route route{.proxy = proxyFor(url, m_proxy, m_proxyPassword)};
    if (m_trust.kind == Trust::Kind::Pinned && !isSameOrigin(url, m_pinned))
        return route;
    if (!m_tls) {
        Result<QSslConfiguration> tls = sslConfigurationFor(m_trust);
        if (!tls)
            return failure(std::move(tls.error()));
        m_tls = std::move(*tls);
    }
    route.trust = m_trust;
    route.tls = *m_tls;
    return route;
}

} // namespace tokendesk
