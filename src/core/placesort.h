// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <bit>
#include <span>
#include <utility>
#include <vector>

namespace tokendesk {

/// Sorts rows stably by `placeOf(row)`, a quint32 below `places`, in linear time. For places of which most are taken:
/// each costs a counter. `scratch`: as long as `rows`, and free again within a run when `equal(first, count)` is called
/// for it: `count` rows, two at the least, have the same place and stand from `rows[first]` on.
///
/// By the upper bits of the place first, then each part for itself, which is small enough for the first caches: to put
/// each row where it belongs in one go would be a write into another page of memory every time.
template <class PlaceOf, class Equal>
void placeSort(std::span<quint32> rows, quint32 places, PlaceOf placeOf, std::span<quint64> scratch, Equal equal)
{
    constexpr int mostUpperBits = 8; // as many streams of writing as the caches and the page tables keep up with
    const int bits = int(std::bit_width(places));
    const int lowerBits = bits <= mostUpperBits ? 0 : std::max(bits / 2, bits - mostUpperBits);
    std::array<quint32, size_t(1) << mostUpperBits> partEnds{};
    for (const quint32 row : rows)
        ++partEnds[placeOf(row) >> lowerBits];
    quint32 begin = 0;
    for (quint32 &end : partEnds)
        begin += std::exchange(end, begin);
    for (const quint32 row : rows) {
        const quint32 place = placeOf(row);
        scratch[partEnds[place >> lowerBits]++] = quint64(place) << 32 | row;
    }

    const quint32 lower = (quint32(1) << lowerBits) - 1;
    std::vector<quint32> ends(size_t(lower) + 1);
    begin = 0;
    for (const quint32 partEnd : partEnds) {
        if (begin == partEnd)
            continue;
        const std::span<const quint64> part = scratch.subspan(begin, partEnd - begin);
        if (lowerBits == 0) { // a counter that all rows share would wait for itself at each
            std::transform(part.begin(), part.end(), rows.begin() + begin,
                           [](quint64 word) { return static_cast<quint32>(word); });
            ends.front() = partEnd;
        } else {
            std::fill(ends.begin(), ends.end(), 0U);
            for (const quint64 word : part)
                ++ends[quint32(word >> 32) & lower];
            quint32 next = begin;
            for (quint32 &end : ends)
                next += std::exchange(end, next);
            for (const quint64 word : part)
                rows[ends[quint32(word >> 32) & lower]++] = static_cast<quint32>(word);
        }
        for (const quint32 end : ends) {
            if (end - begin > 1)
                equal(begin, end - begin);
            begin = end;
        }
    }
}

} // namespace tokendesk
