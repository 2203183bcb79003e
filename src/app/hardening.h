// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tokendesk {

/// Keeps the process's memory, which holds an access token, out of core dumps, and on Linux out of reach of other
/// processes of the same user (no ptrace, no /proc/<pid>/mem). Inside a sandbox the latter is left out: desktop portals
/// look the process up in /proc and would refuse it. Best effort; call it first thing in main().
void keepMemoryPrivate();

} // namespace tokendesk
