// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/proxychoice.h"
#include "core/secret.h"

#include <QNetworkProxy>
#include <QUrl>

#include <functional>

namespace tokendesk {

/// The proxy for `url`. Asking the system can take seconds: not on the gui thread. `password` (may be empty) is called
/// for an own proxy with a user only; Qt's copy of it is not overwritten (docs/security.md).
[[nodiscard]] QNetworkProxy proxyFor(const QUrl &url, const ProxyChoice &choice,
                                     const std::function<Secret()> &password);

} // namespace tokendesk
