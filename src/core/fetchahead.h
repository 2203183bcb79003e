// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tokendesk {

/// Has the processor fetch the cache line at `memory`, which will be read soon, while it goes on. For lists that are
/// read out of order: to wait for each line, a token's row, takes ten times as long as to look at it. Any address is
/// harmless.
inline void fetchAhead([[maybe_unused]] const void *memory)
{
#if defined(__GNUC__) || defined(__clang__)
    __builtin_prefetch(memory);
#endif
}

} // namespace tokendesk
