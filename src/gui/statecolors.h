// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokenstatus.h"

#include <QColor>

namespace tokendesk {

/// Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.1, 1.4.3).
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

/// `colour`, lightened or darkened just enough to stand out from `ground` by `ratio`. Its hue stays.
[[nodiscard]] QColor readableOn(const QColor &colour, const QColor &ground, double ratio = 3.0);

/// The colour of a state's icon (Okabe-Ito palette, told apart by colour-blind people), at 3:1 against `ground`. Never
/// for text, and never the only carrier of a meaning.
[[nodiscard]] QColor stateColor(TokenState state, const QColor &ground);

/// For bars that show an amount.
[[nodiscard]] QColor amountColor(const QColor &ground);

/// `share` of `top` over `ground`; both opaque.
[[nodiscard]] QColor blended(const QColor &top, const QColor &ground, double share);

} // namespace tokendesk
