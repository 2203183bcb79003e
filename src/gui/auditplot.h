// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// QCustomPlot 2.1's header is written with Qt's keywords, which the project switches off (QT_NO_KEYWORDS,
// QT_NO_FOREACH).
#define signals Q_SIGNALS
#define foreach(variable, container) for (variable : container) // NOLINT(bugprone-macro-parentheses)
#include <qcustomplot.h>
#undef foreach
#undef signals
