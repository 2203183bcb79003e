// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/startlog.h"

namespace tokendesk {

Q_LOGGING_CATEGORY(startLog, "tokendesk.start", QtWarningMsg)

} // namespace tokendesk
