// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokenstates.h"

#include <algorithm>

namespace tokendesk {

TokenStates::TokenStates(const TokenSnapshot &tokens, qint64 now, qint64 horizonMs)
{
    m_states.resize(tokens.size());
    for (quint32 row = 0; row < tokens.size(); ++row)
        m_states[row] = tokens.facts(row).settled;
    setBounds(tokens, now, horizonMs);
    for (size_t i = 0; i < m_expiring; ++i)
        m_states[tokens.rowsByExpiry()[i]] = i < m_expired ? TokenState::Expired : TokenState::Expiring;
}

std::vector<quint32> TokenStates::moveTo(const TokenSnapshot &tokens, qint64 now, qint64 horizonMs)
{
    const size_t expiredBefore = m_expired;
    const size_t expiringBefore = m_expiring;
    setBounds(tokens, now, horizonMs);
    std::vector<quint32> changed;
    const auto update = [&](size_t first, size_t last) {
        for (size_t i = first; i < last; ++i) {
            const quint32 row = tokens.rowsByExpiry()[i];
            const TokenState state = i < m_expired    ? TokenState::Expired
                                     : i < m_expiring ? TokenState::Expiring
                                                      : TokenState::Active;
            if (std::exchange(m_states[row], state) != state)
                changed.push_back(row);
        }
    };
    // Only those between an old bound and a new one; the two stretches overlap where time leaps.
    update(std::min(expiredBefore, m_expired), std::max(expiredBefore, m_expired));
    update(std::min(expiringBefore, m_expiring), std::max(expiringBefore, m_expiring));
    return changed;
}

void TokenStates::setBounds(const TokenSnapshot &tokens, qint64 now, qint64 horizonMs)
{
    const std::vector<quint32> &rows = tokens.rowsByExpiry();
    const auto upTo = [&](qint64 instant) {
        const auto bound = std::upper_bound(rows.begin(), rows.end(), instant,
                                            [&](qint64 at, quint32 row) { return at < tokens.row(row).expiresAt; });
        return static_cast<size_t>(bound - rows.begin());
    };
    m_expired = upTo(now);
    m_expiring = upTo(now + horizonMs);

    const auto count = [&](TokenState state) -> quint32 & { return m_counts[static_cast<size_t>(state)]; };
    count(TokenState::UsedUp) = tokens.settledCount(TokenState::UsedUp);
    count(TokenState::Revoked) = tokens.settledCount(TokenState::Revoked);
    count(TokenState::Expired) = static_cast<quint32>(m_expired);
    count(TokenState::Expiring) = static_cast<quint32>(m_expiring - m_expired);
    count(TokenState::Active) = tokens.settledCount(TokenState::Active) - static_cast<quint32>(m_expiring);

    m_nextChange = noInstant;
    if (m_expired < m_expiring)
        m_nextChange = tokens.row(rows[m_expired]).expiresAt;
    if (m_expiring < rows.size()) {
        const qint64 expiring = tokens.row(rows[m_expiring]).expiresAt - horizonMs;
        m_nextChange = m_nextChange == noInstant ? expiring : std::min(m_nextChange, expiring);
    }
}

} // namespace tokendesk
