// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/proxychoice.h"
#include "core/result.h"
#include "core/secret.h"
#include "core/trust.h"

#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QUrl>

#include <functional>
#include <optional>

class QObject;

namespace tokendesk {

/// How one request reaches its server.
struct Route
{
    Trust trust{}; ///< what CertificateJudge holds the server's certificate against
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration(); ///< made for that trust
    QNetworkProxy proxy{QNetworkProxy::NoProxy};
};

/// Finds a route without blocking; replies once, from the event loop, unless `context` is gone. May be empty: then
/// every request goes straight and trusts whom the system trusts.
using RouteFinder = std::function<void(const QUrl &url, QObject *context, std::function<void(Result<Route>)> reply)>;

/// The routes of one profile. Reads the authority's file and asks the system for its proxies, which takes time: not on
/// the gui thread. One thread at a time.
///
/// A route's connections are pooled by the network manager without regard to its trust (Qt's pool key leaves it out).
/// Each origin gets always the same trust here, so that one manager a Router is right, and one for two is not.
class Router
{
public:
    /// A pin holds for `pinned`'s origin only; elsewhere the system's authorities count. `proxyPassword` (may be empty)
    /// is called for each route through an own proxy that has a user.
    Router(Trust trust, QUrl pinned, ProxyChoice proxy, std::function<Secret()> proxyPassword);

    /// ErrorKind::AuthorityFile; again as long as it fails, for a person may put the missing file in its place.
    [[nodiscard]] Result<Route> routeTo(const QUrl &url);

private:
    const Trust m_trust;
    const QUrl m_pinned;
    const ProxyChoice m_proxy;
    const std::function<Secret()> m_proxyPassword;
    std::optional<QSslConfiguration> m_tls; ///< for m_trust, read once
};

} // namespace tokendesk
