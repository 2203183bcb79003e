// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/providerroutes.h"

#include <QPointer>

namespace tokendesk {

RouteFinder providerRoutes(NetworkThread &network, const Profile &profile, const ConnectionSources &sources)
{
    const auto router = std::make_shared<Router>(profile.trust, profile.serverUrl, profile.proxy,
                                                 [password = sources.proxyPassword] { return password->current(); });
    return [&network, router](const QUrl &url, QObject *context, std::function<void(Result<Route>)> reply) {
        network.run([&network, router, url, guard = QPointer(context), reply = std::move(reply)] {
            network.postBack(std::make_shared<bool>(true), [guard, reply, route = router->routeTo(url)] {
                if (guard)
                    reply(route);
            });
        });
    };
}

} // namespace tokendesk
