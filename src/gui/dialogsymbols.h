// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokenstatus.h"

#include <QIcon>
#include <QPalette>

namespace tokendesk {

/// Small pictures that stand beside words in the dialogs. Every one has its own shape, so that none is told from another
/// by colour alone; colours are Okabe and Ito's, moved towards black or white until they keep 3:1 against the ground
/// (WCAG 2.1, 1.4.11).
enum class Symbol { Active, Expiring, UsedUp, Expired, Revoked, Done, Information, Warning, Failed };

[[nodiscard]] Symbol symbolOf(TokenState state);
/// The colour of a symbol on `ground`.
[[nodiscard]] QColor symbolColour(Symbol symbol, const QColor &ground);
/// For 1, 2 and 3 device pixels per pixel, on the Base colour of `palette`.
[[nodiscard]] QIcon symbolIcon(Symbol symbol, const QPalette &palette);

} // namespace tokendesk
