// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokenstatus.h"

#include <QIcon>
#include <QPalette>

namespace tokendesk {

/// What a message in a dialog is about. Every one has its own shape, so that none is told from another by colour alone.
enum class Symbol { Done, Information, Warning, Failed };

/// The colour of a symbol, 3:1 against `ground` (WCAG 2.1, 1.4.11).
[[nodiscard]] QColor symbolColour(Symbol symbol, const QColor &ground);
/// For 1, 2 and 3 device pixels per pixel, on the Base colour of `palette`.
[[nodiscard]] QIcon symbolIcon(Symbol symbol, const QPalette &palette);
/// The same icon that the token table has for the state.
[[nodiscard]] QIcon stateIcon(TokenState state, const QPalette &palette);

} // namespace tokendesk
