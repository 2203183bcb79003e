// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/organization.h"

namespace tokendesk::simulator {

/// A small generator (SplitMix64, Steele et al. 2014) with the same numbers on every platform, which the standard's
/// distributions do not promise.
class Dice
{
public:
    explicit Dice(quint64 seed) : m_state(seed) {}

    quint64 next()
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    /// From 0 up to, not including, `bound`, which is at least 1.
    qint64 below(qint64 bound) { return static_cast<qint64>(next() % static_cast<quint64>(bound)); }
    qint64 between(qint64 least, qint64 most) { return most <= least ? least : least + below(most - least + 1); }
    bool chance(int percent) { return below(100) < percent; }

private:
    quint64 m_state;
};

/// What an operator would call a token: "Line 4 - 031", "Kiosk rollout Hamburg", "Linie 2 – Prüfstand 07".
[[nodiscard]] QByteArray sampleName(Dice &dice);
[[nodiscard]] QUuid sampleId(Dice &dice);

/// `count` tokens with believable histories up to `now` (milliseconds since the epoch, UTC), the same for the same
/// seed. From fourteen on every state occurs: never used, in use, expiring, never expiring, used up, expired, revoked.
[[nodiscard]] std::vector<Row> sampleRows(qint64 count, quint64 seed, qint64 now);

} // namespace tokendesk::simulator
