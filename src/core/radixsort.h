// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <bit>
#include <memory>
#include <span>
#include <utility>

namespace tokendesk {

namespace detail {

inline constexpr int widestDigit = 11; // counters and write streams of one pass stay within the first-level caches
using RadixCounters = std::array<quint32, size_t(1) << widestDigit>;

/// One pass: counts the digits, then puts each word behind those before it. Afterwards `ends` tells where each digit's
/// words end.
template <class Word, class KeyOf>
void sortByDigit(std::span<const Word> from, std::span<Word> to, KeyOf keyOf, int shift, std::span<quint32> ends)
{
    const quint64 mask = ends.size() - 1;
    std::fill(ends.begin(), ends.end(), 0U);
    for (const Word &word : from)
        ++ends[(keyOf(word) >> shift) & mask];
    quint32 begin = 0;
    for (quint32 &end : ends)
        begin += std::exchange(end, begin);
    for (const Word &word : from)
        to[ends[(keyOf(word) >> shift) & mask]++] = word;
}

/// Sorts `words` with room for as many in `spare`; into `spare`, if asked for.
template <class Word, class KeyOf>
void radixSort(std::span<Word> words, std::span<Word> spare, KeyOf keyOf, bool intoSpare, RadixCounters &counters)
{
    quint64 varying = 0;
    for (const Word &word : words)
        varying |= keyOf(word) ^ keyOf(words.front());
    bool isInSpare = false;
    if (varying != 0) {
        const int lowest = std::countr_zero(varying);
        const int bits = 64 - std::countl_zero(varying) - lowest;
        constexpr size_t fitsTheCache = size_t(1) << 15;
        constexpr int upperBits = 8;
        if (words.size() > fitsTheCache && bits > widestDigit) {
            std::array<quint32, size_t(1) << upperBits> ends{};
            sortByDigit<Word>(words, spare, keyOf, lowest + bits - upperBits, ends);
            quint32 begin = 0;
            for (const quint32 end : ends) {
                if (begin != end)
                    radixSort(spare.subspan(begin, end - begin), words.subspan(begin, end - begin), keyOf, !intoSpare,
                              counters);
                begin = end;
            }
            return;
        }
        const int widest = qMin(widestDigit, int(std::bit_width(words.size()))); // there is no counter for nothing
        const int passes = (bits + widest - 1) / widest;
        const int width = (bits + passes - 1) / passes;
        for (int pass = 0; pass < passes; ++pass, isInSpare = !isInSpare)
            sortByDigit<Word>(isInSpare ? spare : words, isInSpare ? words : spare, keyOf, lowest + pass * width,
                              std::span(counters).first(size_t(1) << width));
    }
    if (isInSpare != intoSpare)
        std::copy_n(isInSpare ? spare.begin() : words.begin(), words.size(), isInSpare ? words.begin() : spare.begin());
}

} // namespace detail

/// Sorts stably by `keyOf(word)`, a quint64, in linear time: by counting, digit by digit from the lowest. Bits that are
/// the same in all keys cost nothing. Many words by their highest digit first, then each part, which fits the caches,
/// for itself.
template <class Word, class KeyOf>
void radixSort(std::span<Word> words, KeyOf keyOf)
{
    if (words.size() < 2)
        return;
    const auto spare = std::make_unique_for_overwrite<Word[]>(words.size());
    detail::RadixCounters counters{};
    detail::radixSort(words, std::span<Word>(spare.get(), words.size()), keyOf, false, counters);
}

} // namespace tokendesk
