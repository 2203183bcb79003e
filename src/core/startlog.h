// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace tokendesk {

/// "tokendesk.start": what happens at the start of the program, in its order, one debug message each. The window comes
/// first ("painted"); network, keychain and database say when they are touched. Off unless QT_LOGGING_RULES says
/// "tokendesk.start=true".
Q_DECLARE_LOGGING_CATEGORY(startLog)

} // namespace tokendesk
