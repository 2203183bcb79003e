// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/samples.h"

#include "simulator/rhythm.h"

#include <algorithm>
#include <array>

namespace tokendesk::simulator {

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = msPerHour;
constexpr qint64 day = msPerDay;

enum class Story {
    InUse,
    NeverUsed,
    UsedUp,
    Expiring,
    NeverExpires,
    Expired,
    Revoked,
    SingleWaiting,
    ExpiresWithinMinutes,
    NeverExpiresUnused,
    ExpiredUnused,
    RevokedUnused,
    LongLived,
    SingleExpired,
    // What an audit is for.
    Stale,
    Forgotten,
    Namesake,
    UsedAfterRevocation,
};

/// Each story once, so that a short list shows all of them; then by weight. The first fourteen show every state.
constexpr std::array eachOnce{Story::InUse,         Story::UsedUp,        Story::NeverUsed,
                              Story::Expiring,      Story::NeverExpires,  Story::Expired,
                              Story::Revoked,       Story::SingleWaiting, Story::ExpiresWithinMinutes,
                              Story::ExpiredUnused, Story::RevokedUnused, Story::NeverExpiresUnused,
                              Story::SingleExpired, Story::LongLived,     Story::Stale,
                              Story::Forgotten,     Story::Namesake,      Story::UsedAfterRevocation};

Story weighted(Dice &dice)
{
    struct Share
    {
        Story story;
        int percent;
    };
    constexpr std::array shares{
        Share{Story::UsedUp, 29},       Share{Story::Expired, 20},      Share{Story::InUse, 11},
        Share{Story::ExpiredUnused, 8}, Share{Story::SingleExpired, 6}, Share{Story::Revoked, 6},
        Share{Story::NeverExpires, 4},  Share{Story::NeverUsed, 3},     Share{Story::SingleWaiting, 3},
        Share{Story::RevokedUnused, 3}, Share{Story::Expiring, 2},      Share{Story::LongLived, 1},
        Share{Story::Stale, 2},         Share{Story::Forgotten, 1},     Share{Story::Namesake, 1},
    };
    qint64 left = dice.below(100);
    for (const Share &share : shares) {
        left -= share.percent;
        if (left < 0)
            return share.story;
    }
    return Story::UsedUp;
}

/// How far back the list goes: a few weeks for a handful of tokens, three years for thousands.
qint64 historyOf(qint64 count)
{
    return std::clamp<qint64>(count * 10 * day, 60 * day, 3 * 365 * day);
}

qint64 someUses(Dice &dice)
{
    const qint64 few = dice.between(1, 12);
    return dice.chance(20) ? few * dice.between(3, 40) : few;
}

class Teller
{
public:
    Teller(Dice &dice, qint64 now, qint64 history) : m_dice(dice), m_now(now), m_history(history) {}

    Row tell(Story story)
    {
        Row row;
        row.id = sampleId(m_dice);
        row.name = sampleName(m_dice);
        switch (story) {
        case Story::InUse:
            createdAgo(row, between(2 * day, 28 * day), m_dice.chance(70) ? 90 : 365);
            used(row, m_now - between(5 * minute, 2 * day));
            m_nameInUse = row.name;
            break;
        case Story::NeverUsed:
            createdAgo(row, between(hour, 12 * day), 30);
            break;
        case Story::Expiring:
            createdAgo(row, between(17 * day, 29 * day), 30);
            used(row, m_now - between(hour, 9 * day));
            break;
        case Story::ExpiresWithinMinutes:
            createdAgo(row, 7 * day - between(2 * minute, 25 * minute), 7);
            used(row, m_now - between(hour, 3 * day));
            break;
        case Story::NeverExpires:
            createdAgo(row, old(), 0);
            used(row, m_now - between(minute, m_dice.chance(60) ? 10 * day : 200 * day));
            row.useCount = m_dice.between(40, 400); // over years
            break;
        case Story::NeverExpiresUnused:
            createdAgo(row, std::max(old(), 95 * day), 0);
            break;
        case Story::Stale:
            createdAgo(row, between(170 * day, 300 * day), 365);
            used(row, m_now - between(95 * day, 160 * day));
            break;
        case Story::Forgotten:
            createdAgo(row, between(35 * day, 80 * day), 90);
            break;
        case Story::Namesake:
            createdAgo(row, between(day, 25 * day), 90);
            used(row, m_now - between(hour, 20 * hour));
            row.name = m_nameInUse;
            break;
        case Story::UsedAfterRevocation:
            createdAgo(row, between(60 * day, 80 * day), 180);
            used(row, m_now - between(6 * day, 16 * day));
            row.revokedAt = row.lastUsedAt - between(2 * day, 9 * day);
            break;
        case Story::LongLived:
            createdAgo(row, between(10 * day, 300 * day), 730);
            used(row, m_now - between(hour, 9 * day));
            break;
        case Story::UsedUp:
            singleUse(row, m_dice.chance(15) ? between(hour, 6 * day) : old());
            used(row, row.createdAt + between(4 * minute, m_dice.chance(75) ? 8 * hour : 6 * day));
            row.useCount = 1;
            row.revokedAt = row.lastUsedAt;
            break;
        case Story::SingleWaiting:
            singleUse(row, between(10 * minute, 6 * day));
            break;
        case Story::SingleExpired:
            singleUse(row, old());
            break;
        case Story::Expired:
            createdAgo(row, old(), m_dice.chance(30) ? 7 : 30);
            used(row, row.createdAt + between(day, m_dice.chance(60) ? 26 * day : 7 * day));
            row.useCount += m_dice.chance(50) ? m_dice.between(20, 90) : 0; // a rollout
            break;
        case Story::ExpiredUnused:
            createdAgo(row, old(), 30);
            break;
        case Story::Revoked:
            createdAgo(row, old(), m_dice.chance(50) ? 0 : 90);
            used(row, row.createdAt + between(hour, 5 * day));
            revoked(row);
            break;
        case Story::RevokedUnused:
            createdAgo(row, old(), 30);
            revoked(row);
            break;
        }
        return row;
    }

private:
    /// Whole seconds, as everything the server dates.
    qint64 between(qint64 least, qint64 most) { return m_dice.between(least / second, most / second) * second; }
    /// Past 31 days, so that what lives 30 days is over; denser towards today.
    qint64 old()
    {
        const qint64 a = between(0, m_history), b = between(0, m_history);
        return m_now - lastAtWork(m_now - 31 * day - hour - std::min(a, b));
    }
    void createdAgo(Row &row, qint64 ago, int days)
    {
        row.createdAt = m_now - ago;
        row.expiresAt = days == 0 ? never : row.createdAt + days * day;
    }
    void singleUse(Row &row, qint64 ago)
    {
        row.singleUse = true;
        createdAgo(row, ago, m_dice.chance(60) ? 7 : 30);
    }
    /// Never before its creation, after its expiry or in the future; where there is room for it, at work.
    void used(Row &row, qint64 at)
    {
        qint64 latest = m_now - second;
        if (row.expiresAt != never)
            latest = std::min(latest, row.expiresAt - second);
        const qint64 earliest = std::min(row.createdAt + minute, latest);
        const bool weekend = weekdayOf(at) >= 5;
        const qint64 atWork = lastAtWork(std::min(weekend ? at - m_dice.below(4) * day : at, latest));
        row.lastUsedAt = atWork >= earliest ? atWork : std::clamp(at, earliest, latest);
        row.useCount = someUses(m_dice);
    }
    void revoked(Row &row)
    {
        const qint64 after = row.lastUsedAt == never ? row.createdAt : row.lastUsedAt;
        row.revokedAt = after + between(10 * minute, 14 * day);
    }

    Dice &m_dice;
    qint64 m_now;
    qint64 m_history;
    QByteArray m_nameInUse;
};

} // namespace

QUuid sampleId(Dice &dice)
{
    const quint64 high = dice.next(), low = dice.next();
    // RFC 9562, version 4 and the variant of that document.
    const auto part3 = static_cast<ushort>((high & 0x0fff) | 0x4000);
    const auto byte = [low](int i) { return static_cast<uchar>(low >> (8 * i)); };
    return QUuid(static_cast<uint>(high >> 32), static_cast<ushort>(high >> 16), part3,
                 static_cast<uchar>((byte(0) & 0x3f) | 0x80), byte(1), byte(2), byte(3), byte(4), byte(5), byte(6),
                 byte(7));
}

std::vector<Row> sampleRows(qint64 count, quint64 seed, qint64 now)
{
    Dice dice(seed);
    Teller teller(dice, now, historyOf(count));
    std::vector<Row> rows;
    rows.reserve(static_cast<size_t>(count));
    for (qint64 i = 0; i < count; ++i) {
        const auto index = static_cast<size_t>(i);
        rows.push_back(teller.tell(index < eachOnce.size() ? eachOnce[index] : weighted(dice)));
    }
    return rows;
}

} // namespace tokendesk::simulator
