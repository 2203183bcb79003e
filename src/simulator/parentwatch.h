// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tokendesk::simulator {

/// Ends the application when standard input ends, which it does when the process at its other end is gone, however
/// it went. On Linux the kernel is asked for a signal besides. To be called once, with the application made.
void stopWithParent();

} // namespace tokendesk::simulator
