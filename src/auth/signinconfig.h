// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/signinconfig.h"

#include <QByteArray>
#include <QUrl>

#include <functional>
#include <memory>

class QNetworkAccessManager;

namespace tokendesk {

/// `count` bytes nobody can guess.
using RandomSource = std::function<QByteArray(qsizetype count)>;
/// From the operating system's generator.
[[nodiscard]] QByteArray systemRandom(qsizetype count);

/// What the sign-in needs of the world. `clock` outlives what is given this.
struct SignInWorld
{
    /// Called once per OidcClient, on its thread; decides about proxy, certificates and pins.
    std::function<std::unique_ptr<QNetworkAccessManager>()> makeNetwork;
    const Clock *clock = nullptr;
    RandomSource random = systemRandom;
    /// Shows an address to the person. False where that is known to have failed.
    std::function<bool(const QUrl &url)> openBrowser;
};

} // namespace tokendesk
