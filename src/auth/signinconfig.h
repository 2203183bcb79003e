// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/signinconfig.h"
#include "transport/route.h"

#include <QByteArray>
#include <QUrl>

#include <functional>

namespace tokendesk {

/// `count` bytes nobody can guess.
using RandomSource = std::function<QByteArray(qsizetype count)>;
/// From the operating system's generator.
[[nodiscard]] QByteArray systemRandom(qsizetype count);

/// What the sign-in needs of the world. `clock` outlives what is given this.
struct SignInWorld
{
    /// For each request to the provider. One OidcClient has one network manager, so this has to be one Router's.
    RouteFinder findRoute;
    const Clock *clock = nullptr;
    RandomSource random = systemRandom;
    /// Shows an address to the person. False where that is known to have failed.
    std::function<bool(const QUrl &url)> openBrowser;
};

} // namespace tokendesk
