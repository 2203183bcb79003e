// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile.h"

#include <QColor>
#include <QPalette>

namespace tokendesk {

/// For marks on the window's ground, at 3:1 against it; invalid for None. Never for text, and never the only carrier
/// of a meaning.
[[nodiscard]] QColor profileColor(ProfileColor color, const QPalette &palette);
/// "Red", …; translated.
[[nodiscard]] QString profileColorWord(ProfileColor color);

} // namespace tokendesk
