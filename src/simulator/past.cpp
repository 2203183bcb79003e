// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/past.h"

#include "simulator/rhythm.h"
#include "simulator/samples.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace tokendesk::simulator {

namespace {

constexpr qint64 secondMs = 1000;
constexpr qint64 minuteMs = 60 * secondMs;
constexpr int daysBack = 210;
/// Fewer rows, and three anomalies would be all there is to see.
constexpr size_t enoughForAnomalies = 20;

/// One row's life, from which it can be told how the row was at any time.
struct Biography
{
    Row row;
    std::vector<qint64> uses;   ///< ascending
    qint64 uncountedAt = never; ///< from here on, that many uses are no longer counted
    qint64 uncounted = 0;
    qint64 revokedFor[2] = {never, never}; ///< a revocation that vanished: from, until
    qint64 goneAt = never;

    [[nodiscard]] std::optional<Row> at(qint64 time) const
    {
        if (row.createdAt > time || (goneAt != never && goneAt <= time))
            return std::nullopt;
        Row then = row;
        const auto used = std::upper_bound(uses.begin(), uses.end(), time);
        then.useCount = used - uses.begin();
        then.lastUsedAt = used == uses.begin() ? never : *std::prev(used);
        if (uncountedAt != never && uncountedAt <= time)
            then.useCount -= uncounted;
        if (row.revokedAt != never && row.revokedAt > time)
            then.revokedAt = never;
        if (revokedFor[0] != never && revokedFor[0] <= time && time < revokedFor[1])
            then.revokedAt = revokedFor[0];
        return then;
    }
};

bool same(const Row &a, const Row &b)
{
    return a.useCount == b.useCount && a.lastUsedAt == b.lastUsedAt && a.revokedAt == b.revokedAt;
}

class Narrator
{
public:
    Narrator(quint64 seed, qint64 now) : m_dice(seed ^ 0x9a57), m_now(now) {}

    Biography tell(const Row &row)
    {
        Biography life;
        life.row = row;
        addUses(life, row.useCount);
        return life;
    }

    /// The last of them is row.lastUsedAt.
    void addUses(Biography &life, qint64 count)
    {
        const Row &row = life.row;
        if (row.lastUsedAt == never)
            return;
        life.uses.assign(1, row.lastUsedAt);
        const qint64 first = std::min(row.createdAt + minuteMs, row.lastUsedAt);
        for (qint64 use = 1; use < count; ++use)
            life.uses.push_back(someTime(first, row.lastUsedAt));
        std::sort(life.uses.begin(), life.uses.end());
    }

    void fall(Biography &life)
    {
        life.uncountedAt = lastAtWork(m_now - 19 * msPerDay);
        life.uncounted = 3;
        for (qint64 use = 0; use < life.uncounted; ++use)
            life.uses.push_back(someTime(life.row.createdAt + minuteMs, life.uncountedAt - msPerDay));
        std::sort(life.uses.begin(), life.uses.end());
    }
    void unrevoke(Biography &life)
    {
        // Longer than a weekend, so that somebody sees it.
        constexpr qint64 days = 4 * msPerDay;
        life.revokedFor[0] = lastAtWork(m_now - 40 * msPerDay);
        life.revokedFor[1] = life.revokedFor[0] + days;
        for (qint64 &use : life.uses)
            use += use >= life.revokedFor[0] && use < life.revokedFor[1] ? days : 0;
        std::sort(life.uses.begin(), life.uses.end());
    }
    Biography vanished()
    {
        Biography life;
        life.row.id = sampleId(m_dice);
        life.row.name = sampleName(m_dice);
        life.row.createdAt = lastAtWork(m_now - 120 * msPerDay);
        life.row.expiresAt = life.row.createdAt + 365 * msPerDay;
        life.row.lastUsedAt = lastAtWork(m_now - 70 * msPerDay);
        addUses(life, 9);
        life.goneAt = lastAtWork(m_now - 33 * msPerDay);
        return life;
    }

    std::vector<qint64> looks()
    {
        std::vector<qint64> looks;
        const qint64 today = m_now / msPerDay * msPerDay;
        for (int ago = daysBack; ago >= 0; --ago) {
            const qint64 day = today - ago * msPerDay;
            const int weekday = weekdayOf(day);
            const bool holidays = ago > 86 && ago <= 100;
            const int percent = holidays ? 0 : weekday < 5 ? 95 : weekday == 5 ? 20 : 5;
            if (!m_dice.chance(percent))
                continue;
            const qint64 from = weekday < 5 ? 6 : 9;
            const qint64 until = weekday < 5 ? m_dice.between(14, 17) : 11;
            for (qint64 hour = from; hour <= until; ++hour) {
                const qint64 at = day + hour * msPerHour + m_dice.below(40 * 60) * secondMs;
                if (m_dice.chance(88) && at <= m_now - 10 * minuteMs)
                    looks.push_back(at);
            }
        }
        return looks;
    }

private:
    /// A busy time between the two; later ones are likelier where there is a long time to grow busier in.
    qint64 someTime(qint64 from, qint64 to)
    {
        const double skew = to - from > 60 * msPerDay ? 0.6 : 1.0;
        qint64 at = from;
        for (int tries = 0; tries < 40; ++tries) {
            const double part = std::pow(static_cast<double>(m_dice.below(1 << 20)) / (1 << 20), skew);
            at = from + static_cast<qint64>(part * static_cast<double>(to - from)) / secondMs * secondMs;
            if (m_dice.chance(busyness(at)))
                break;
        }
        return at;
    }

    Dice m_dice;
    qint64 m_now;
};

/// The first row that could have had it; each gets one at most.
Biography *candidate(std::vector<Biography> &lives, qint64 now)
{
    for (Biography &life : lives) {
        const Row &row = life.row;
        const bool live = row.revokedAt == never && (row.expiresAt == never || row.expiresAt > now);
        if (live && !row.singleUse && row.useCount > 3 && row.createdAt < now - 50 * msPerDay &&
            row.lastUsedAt > now - 15 * msPerDay && life.uncounted == 0 && life.revokedFor[0] == never)
            return &life;
    }
    return nullptr;
}

} // namespace

std::vector<PastLook> pastOf(const std::vector<Row> &rows, quint64 seed, qint64 now)
{
    Narrator narrator(seed, now);
    std::vector<Biography> lives;
    lives.reserve(rows.size() + 1);
    for (const Row &row : rows)
        lives.push_back(narrator.tell(row));
    if (rows.size() >= enoughForAnomalies) {
        if (Biography *life = candidate(lives, now))
            narrator.fall(*life);
        if (Biography *life = candidate(lives, now))
            narrator.unrevoke(*life);
        const Biography vanished = narrator.vanished();
        lives.insert(
            std::upper_bound(lives.begin(), lives.end(), vanished,
                             [](const Biography &a, const Biography &b) { return a.row.createdAt < b.row.createdAt; }),
            vanished);
    }

    std::vector<PastLook> past;
    std::vector<std::optional<Row>> seen(lives.size());
    for (const qint64 at : narrator.looks()) {
        PastLook look;
        look.at = at;
        for (size_t i = 0; i < lives.size(); ++i) {
            std::optional<Row> then = lives[i].at(at);
            if (then && (!seen[i] || !same(*then, *seen[i])))
                look.rows.push_back(*then);
            if (!then && seen[i])
                look.gone.push_back(seen[i]->id);
            seen[i] = std::move(then);
        }
        past.push_back(std::move(look));
    }
    return past;
}

} // namespace tokendesk::simulator
