// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <atomic>

namespace tokendesk {

/// A clock that a test moves. Callable from any thread.
class FakeClock final : public Clock
{
public:
    /// 2026-03-01T12:00:00Z unless told otherwise.
    explicit FakeClock(qint64 now = 1772366400000) : m_now(now) {}
    [[nodiscard]] qint64 nowMs() const override { return m_now; }
    void set(qint64 now) { m_now = now; }
    void advance(qint64 ms) { m_now += ms; }

private:
    std::atomic<qint64> m_now;
};

} // namespace tokendesk
