// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <bit>
#include <vector>

namespace tokendesk {

/// A set of rows out of 0 … size - 1, one bit each.
class RowSet
{
public:
    RowSet() = default;
    explicit RowSet(quint32 size) : m_words((size_t(size) + 63) / 64, 0), m_size(size) {}
    [[nodiscard]] static RowSet all(quint32 size)
    {
        RowSet set(size);
        std::fill(set.m_words.begin(), set.m_words.end(), ~quint64(0));
        if (size % 64 != 0)
            set.m_words.back() &= (quint64(1) << (size % 64)) - 1;
        return set;
    }
    /// The rows for which `in(row)` is true.
    template <class Predicate>
    [[nodiscard]] static RowSet where(quint32 size, Predicate in)
    {
        RowSet set(size);
        for (quint32 begin = 0; begin < size; begin += 64) {
            quint64 word = 0;
            const quint32 end = qMin(size, begin + 64);
            for (quint32 row = begin; row < end; ++row)
                word |= quint64(in(row) ? 1 : 0) << (row - begin);
            set.m_words[begin / 64] = word;
        }
        return set;
    }

    [[nodiscard]] quint32 size() const { return m_size; }
    [[nodiscard]] bool contains(quint32 row) const { return (m_words[row / 64] >> (row % 64)) & 1; }
    /// Rows 64 * i to 64 * i + 63, the first one in the lowest bit.
    [[nodiscard]] quint64 word(size_t i) const { return m_words[i]; }
    void insert(quint32 row) { m_words[row / 64] |= quint64(1) << (row % 64); }
    [[nodiscard]] quint32 count() const
    {
        quint32 count = 0;
        for (const quint64 word : m_words)
            count += quint32(std::popcount(word));
        return count;
    }
    RowSet &operator&=(const RowSet &other)
    {
        for (size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= other.m_words[i];
        return *this;
    }
    RowSet &operator|=(const RowSet &other)
    {
        for (size_t i = 0; i < m_words.size(); ++i)
            m_words[i] |= other.m_words[i];
        return *this;
    }
    RowSet &operator^=(const RowSet &other)
    {
        for (size_t i = 0; i < m_words.size(); ++i)
            m_words[i] ^= other.m_words[i];
        return *this;
    }
    RowSet &operator-=(const RowSet &other)
    {
        for (size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= ~other.m_words[i];
        return *this;
    }
    /// Keeps those of its rows for which `in(row)` is true. `soon(row)` tells of each some rows before, so that what
    /// `in` will read can be fetched. The answer decides no branch, which would be guessed wrongly half the time.
    template <class Predicate, class Soon>
    void keep(Predicate in, Soon soon)
    {
        for (size_t i = 0; i < m_words.size(); ++i) {
            quint64 ahead = i + 1 < m_words.size() ? m_words[i + 1] : 0;
            const auto tellNext = [&] {
                if (ahead != 0)
                    soon(quint32(i * 64 + 64 + size_t(std::countr_zero(ahead))));
                ahead &= ahead - 1;
            };
            quint64 kept = 0;
            for (quint64 word = m_words[i]; word != 0; word &= word - 1) {
                tellNext(); // one by one: there is a limit to what can be under way at once
                kept |= (word & -word) & -quint64(in(quint32(i * 64 + size_t(std::countr_zero(word)))) ? 1 : 0);
            }
            while (ahead != 0)
                tellNext();
            m_words[i] = kept;
        }
    }
    /// In ascending order.
    template <class Visitor>
    void forEach(Visitor visit) const
    {
        for (size_t i = 0; i < m_words.size(); ++i)
            for (quint64 word = m_words[i]; word != 0; word &= word - 1)
                visit(quint32(i * 64 + size_t(std::countr_zero(word))));
    }
    friend bool operator==(const RowSet &, const RowSet &) = default;

private:
    std::vector<quint64> m_words;
    quint32 m_size = 0;
};

} // namespace tokendesk
