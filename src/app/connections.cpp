// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connections.h"

#include "auth/providerhttp.h"
#include "session/providerroutes.h"
#include "session/remotetokenservice.h"

#include <QDesktopServices>

namespace tokendesk {

Connector::ServiceFactory remoteServices(NetworkThread &network, const Clock &clock, RequestLog &log,
                                         std::shared_ptr<const std::atomic<qint64>> maxListBytes)
{
    return [&network, &clock, &log, maxListBytes = std::move(maxListBytes)](const Profile &profile,
                                                                            const Connector::Sources &sources) {
        ApiConfig config;
        config.baseUrl = profile.serverUrl;
        config.bearer = [accessToken = sources.accessToken] { return accessToken->current(); };
        config.trust = profile.trust;
        config.proxy = profile.proxy;
        config.proxyPassword = [password = sources.proxyPassword] { return password->current(); };
        config.allowClearText = profile.allowsClearText;
        config.clock = &clock;
        config.log = &log;
        config.maxListBytes = [maxListBytes] { return maxListBytes->load(); };
        return std::make_unique<RemoteTokenService>(network, std::move(config));
    };
}

Connector::SignInWorldFactory signInWorlds(NetworkThread &network, const Clock &clock)
{
    return [&network, &clock](const Profile &profile, const Connector::Sources &sources) {
        SignInWorld world;
        world.findRoute = providerRoutes(network, profile, sources);
        world.clock = &clock;
        world.openBrowser = [](const QUrl &url) { return QDesktopServices::openUrl(url); };
        return world;
    };
}

} // namespace tokendesk
