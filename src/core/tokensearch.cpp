// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokensearch.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace tokendesk {

namespace {

/// Where in the word the byte stands that is rarest in the names, judged by the first some thousand of them: the sweep
/// jumps from one of these to the next.
size_t rarestByte(std::string_view names, std::string_view word)
{
    std::array<quint32, 256> seen{};
    for (const char c : names.substr(0, 16'384))
        ++seen[static_cast<quint8>(c)];
    const auto rarer = [&](char a, char b) { return seen[static_cast<quint8>(a)] < seen[static_cast<quint8>(b)]; };
    return static_cast<size_t>(std::min_element(word.begin(), word.end(), rarer) - word.begin());
}

constexpr int textLength = 36;

bool isDash(int position)
{
    return position == 8 || position == 13 || position == 18 || position == 23;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// The highest bit of each digit of `digits` that equals `digit`.
quint64 equalDigits(quint64 digits, quint8 digit)
{
    constexpr quint64 ones = 0x1111'1111'1111'1111;
    constexpr quint64 threeBits = 0x7777'7777'7777'7777;
    const quint64 differing = digits ^ (ones * digit);
    return ~(((differing & threeBits) + threeBits) | differing | threeBits);
}

} // namespace

void findInNames(const TokenSnapshot &tokens, std::string_view word, RowSet &found)
{
    const std::string_view names = tokens.foldedNames();
    const std::vector<quint32> &ends = tokens.foldedEnds();
    const size_t rarest = rarestByte(names, word);
    quint32 row = 0;
    size_t from = 0; // where the word could begin
    while (from + word.size() <= names.size()) {
        const size_t room = names.size() - word.size() - from + 1;
        const auto *hit = static_cast<const char *>(std::memchr(names.data() + from + rarest, word[rarest], room));
        if (!hit)
            return;
        from = static_cast<size_t>(hit - names.data()) - rarest;
        if (std::memcmp(names.data() + from, word.data(), word.size()) != 0) {
            ++from;
            continue;
        }
        while (ends[row] <= from)
            ++row;
        if (from + word.size() > ends[row]) { // half of it is the next name's
            ++from;
            continue;
        }
        found.insert(row);
        from = ends[row];
    }
}

IdPattern::IdPattern(std::string_view word)
{
    if (word.empty() || word.size() > textLength)
        return;
    for (const char c : word) {
        if (c == '-')
            continue;
        const int digit = hexDigit(c);
        if (digit < 0 || m_length == m_digits.size())
            return;
        m_digits[m_length++] = static_cast<quint8>(digit);
    }
    int digitsBefore = 0;
    for (int start = 0; start + int(word.size()) <= textLength; ++start) {
        bool fits = true;
        for (size_t i = 0; i < word.size() && fits; ++i)
            fits = isDash(start + int(i)) == (word[i] == '-');
        if (fits && digitsBefore < 16)
            m_starts.high |= quint64(8) << (4 * (15 - digitsBefore));
        else if (fits)
            m_starts.low |= quint64(8) << (4 * (31 - digitsBefore));
        digitsBefore += isDash(start) ? 0 : 1;
    }
}

bool IdPattern::isIn(const QUuid &id) const
{
    const quint64 high = quint64(id.data1) << 32 | quint64(id.data2) << 16 | id.data3;
    const quint64 low = qFromBigEndian<quint64>(id.data4);
    quint64 startsHigh = m_starts.high;
    quint64 startsLow = m_starts.low;
    for (size_t i = 0; i < m_length && (startsHigh | startsLow) != 0; ++i) {
        // Brought forward to where the word would begin.
        const quint64 equalHigh = equalDigits(high, m_digits[i]);
        const quint64 equalLow = equalDigits(low, m_digits[i]);
        const size_t shift = 4 * (i % 16);
        const bool far = i >= 16;
        const quint64 upper = far ? equalLow : equalHigh;
        const quint64 lower = far ? 0 : equalLow;
        startsHigh &= shift == 0 ? upper : (upper << shift) | (lower >> (64 - shift));
        startsLow &= lower << shift;
    }
    return (startsHigh | startsLow) != 0;
}

} // namespace tokendesk
