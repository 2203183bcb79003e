// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/requestlog.h"
#include "session/connector.h"
#include "session/networkthread.h"

#include <atomic>
#include <memory>

namespace tokendesk {

/// How this program's connections reach servers: on the network thread, as each profile says. `maxListBytes` is read
/// there. What is referred to outlives the services.
[[nodiscard]] Connector::ServiceFactory remoteServices(NetworkThread &network, const Clock &clock, RequestLog &log,
                                                       std::shared_ptr<const std::atomic<qint64>> maxListBytes);

/// How they sign in: as each profile says, in the system's browser.
[[nodiscard]] Connector::SignInWorldFactory signInWorlds(NetworkThread &network, const Clock &clock);

} // namespace tokendesk
