// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile.h"

#include <QColor>
#include <QIcon>

#include <array>

namespace tokendesk {

/// In the order a person chooses from.
inline constexpr std::array allProfileColors{ProfileColor::None,   ProfileColor::Red,   ProfileColor::Orange,
                                             ProfileColor::Yellow, ProfileColor::Green, ProfileColor::Teal,
                                             ProfileColor::Blue,   ProfileColor::Purple};

/// "Red", "No color": translated.
[[nodiscard]] QString profileColorName(ProfileColor color);

/// What marks a window, at 3:1 at least against `ground` (WCAG 2.1, 1.4.11). The colours differ in lightness too, so
/// that people with protanopia or deuteranopia tell any two of them apart. Never for text, and never without the
/// profile's name beside it. Invalid for ProfileColor::None.
[[nodiscard]] QColor profileColor(ProfileColor color, const QColor &ground);

/// A square in that colour; an empty one for ProfileColor::None. Follows a change to dark mode by itself.
[[nodiscard]] QIcon profileSwatch(ProfileColor color);

} // namespace tokendesk
