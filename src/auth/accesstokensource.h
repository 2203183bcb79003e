// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <mutex>

namespace tokendesk {

/// Holds the access token that requests carry. Set on the gui thread, read on the network thread: thread-safe.
class AccessTokenSource
{
public:
    void set(Secret accessToken);
    void clear();
    /// A copy for one request; empty where there is none.
    [[nodiscard]] Secret current() const;

private:
    mutable std::mutex m_mutex;
    Secret m_accessToken;
};

} // namespace tokendesk
