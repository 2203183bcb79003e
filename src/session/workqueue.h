// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>
#include <mutex>

namespace tokendesk {

/// Work that one thread hands to another, in order. The hand-over is under a mutex of our own, for ThreadSanitizer does
/// not see those inside Qt. Thread-safe.
class WorkQueue
{
public:
    ~WorkQueue() { drop(); }

    void push(std::function<void()> work)
    {
        const std::lock_guard lock(m_mutex);
        m_work.push_back(std::move(work));
    }
    /// There is some.
    [[nodiscard]] std::function<void()> take()
    {
        const std::lock_guard lock(m_mutex);
        std::function<void()> work = std::move(m_work.front());
        m_work.pop_front();
        return work;
    }
    void drop()
    {
        const std::lock_guard lock(m_mutex);
        m_work.clear();
    }

private:
    std::mutex m_mutex;
    std::deque<std::function<void()>> m_work;
};

} // namespace tokendesk
