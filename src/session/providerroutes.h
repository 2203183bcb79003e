// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile.h"
#include "session/connectionsecrets.h"
#include "session/networkthread.h"
#include "transport/route.h"

namespace tokendesk {

/// How a profile's provider is reached: through the profile's proxy, and trusting whom the profile trusts; its pin
/// holds only where the provider is the same origin as the server. Files and the system are asked on the network
/// thread; a list that is being read there is waited for. `network` outlives the answer.
[[nodiscard]] RouteFinder providerRoutes(NetworkThread &network, const Profile &profile,
                                         const ConnectionSources &sources);

} // namespace tokendesk
