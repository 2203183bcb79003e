// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/organization.h"

#include <vector>

namespace tokendesk::simulator {

/// What an operator would have seen who looked at the list at `at`: the rows that are new or not as they were at the
/// look before, oldest first, and what is listed no more.
struct PastLook
{
    qint64 at = 0; ///< milliseconds since the epoch, UTC
    std::vector<Row> rows;
    std::vector<QUuid> gone;
};

/// The seven months before `now` (milliseconds since the epoch, UTC) as looks at working hours, with nights, weekends
/// and two weeks of holidays in which nobody looked. It leads to exactly `rows`: uses rise with the rhythm of a plant
/// to what each row has, each row's last use, revocation and creation are where the row says. Beside what the rows
/// themselves show, one use count falls, one revocation vanishes, and one token vanishes, where the rows are enough for
/// it to stand out. The same for the same arguments.
[[nodiscard]] std::vector<PastLook> pastOf(const std::vector<Row> &rows, quint64 seed, qint64 now);

} // namespace tokendesk::simulator
