// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tokendesk {

/// Lets assistive technology ask a scroll area for any child, also for one that is not there. Qt's own description of
/// it (QAccessibleAbstractScrollArea::child, 6.4.2) takes every index for valid; and the accessibility bus, which is
/// not told that a scroll bar went away, asks for the one it remembers: the program then crashes.
///
/// Once, before the first window. Gui thread.
void installAccessibleScrollAreas();

} // namespace tokendesk
