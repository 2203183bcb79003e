// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <bit>
#include <utility>
#include <vector>

namespace tokendesk {

/// Sorts stably by `keyOf(word)`, a quint64, in linear time: by counting, digit by digit from the lowest. Bits that are
/// the same in all keys cost nothing.
template <class Word, class KeyOf>
void radixSort(std::vector<Word> &words, KeyOf keyOf)
{
    if (words.size() < 2)
        return;
    const quint64 first = keyOf(words.front());
    quint64 varying = 0;
    for (const Word &word : words)
        varying |= keyOf(word) ^ first;
    if (varying == 0)
        return;
    constexpr int most = 11; // counters and write streams of one pass stay within the first-level caches
    const int widest = qMin(most, int(std::bit_width(words.size()))); // and there is no counter for nothing
    const int lowest = std::countr_zero(varying);
    const int bits = 64 - std::countl_zero(varying) - lowest;
    const int passes = (bits + widest - 1) / widest;
    const int width = (bits + passes - 1) / passes;
    const quint64 mask = (quint64(1) << width) - 1;

    std::vector<Word> scratch(words.size());
    std::array<quint32, size_t(1) << most> ends{};
    for (int pass = 0; pass < passes; ++pass) {
        const int shift = lowest + pass * width;
        std::fill_n(ends.begin(), mask + 1, 0U);
        for (const Word &word : words)
            ++ends[(keyOf(word) >> shift) & mask];
        quint32 begin = 0;
        for (size_t digit = 0; digit <= mask; ++digit)
            begin += std::exchange(ends[digit], begin);
        for (const Word &word : words)
            scratch[ends[(keyOf(word) >> shift) & mask]++] = word;
        words.swap(scratch);
    }
}

} // namespace tokendesk
