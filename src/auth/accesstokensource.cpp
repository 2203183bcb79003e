// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/accesstokensource.h"

namespace tokendesk {

void AccessTokenSource::set(Secret accessToken)
{
    const std::lock_guard lock(m_mutex);
    m_accessToken = std::move(accessToken);
}

void AccessTokenSource::clear()
{
    const std::lock_guard lock(m_mutex);
    m_accessToken.wipe();
}

Secret AccessTokenSource::current() const
{
    const std::lock_guard lock(m_mutex);
    return m_accessToken.clone();
}

} // namespace tokendesk
