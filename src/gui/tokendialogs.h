// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "gui/secretclipboard.h"
#include "gui/windowdialogs.h"
#include "session/connector.h"
#include "session/session.h"

namespace tokendesk {

class RequestLog;

/// The real dialogs behind the window's actions. Everything handed in outlives the window.
[[nodiscard]] WindowDialogs makeWindowDialogs(Session &session, Connector &connector, SecretClipboard &clipboard,
                                              const Clock &clock, const RequestLog &log);

} // namespace tokendesk
