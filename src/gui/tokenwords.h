// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokensnapshot.h"
#include "core/tokenstatus.h"

namespace tokendesk {

/// One token in one sentence, harmless plain text, translated: "“Line 3”: Active, created 3 days ago, expires in 2
/// weeks, 12 uses, last used yesterday".
[[nodiscard]] QString tokenInWords(const TokenSnapshot &tokens, quint32 row, TokenState state, qint64 now);

} // namespace tokendesk
