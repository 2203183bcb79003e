// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/life.h"

#include <algorithm>

namespace tokendesk::simulator {

Life::Life(Organization &organization, const ServerClock &clock, quint64 seed)
    : m_organization(organization), m_clock(clock), m_dice(seed ^ 0x11fe)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Life::happen);
}

void Life::start()
{
    m_mostRows = m_organization.rows().size() + std::max<size_t>(20, m_organization.rows().size() / 4);
    arm();
}

void Life::arm()
{
    const auto ms = static_cast<double>(m_dice.between(1500, 5000)) / m_clock.scale();
    m_timer.start(std::max(20, static_cast<int>(ms)));
}

void Life::happen()
{
    const auto size = static_cast<qint64>(m_organization.rows().size());
    const qint64 devices = 1 + m_dice.below(1 + std::min<qint64>(size / 2000, 50));
    for (qint64 i = 0; i < devices; ++i)
        deviceJoins();
    if (m_dice.chance(8))
        colleagueActs();
    arm();
}

void Life::deviceJoins()
{
    if (const Row *row = someLiveRow())
        m_organization.provisionById(row->id, "live-" + randomHex().left(16));
}

void Life::colleagueActs()
{
    if (m_dice.chance(30)) {
        if (const Row *row = someLiveRow())
            m_organization.revoke(row->id);
    } else if (m_organization.rows().size() < m_mostRows) {
        constexpr qint64 day = 86'400'000;
        m_organization.create(sampleName(m_dice), m_clock.now() + 30 * day, m_dice.chance(50));
    }
}

const Row *Life::someLiveRow()
{
    const auto &rows = m_organization.rows();
    const qint64 now = m_clock.now();
    for (int tries = 0; tries < 64 && !rows.empty(); ++tries) {
        // The larger of two throws: young tokens are busier than old ones.
        const auto size = static_cast<qint64>(rows.size());
        const Row &row = rows[static_cast<size_t>(std::max(m_dice.below(size), m_dice.below(size)))];
        if (row.revokedAt == never && (row.expiresAt == never || row.expiresAt > now))
            return &row;
    }
    return nullptr;
}

} // namespace tokendesk::simulator
