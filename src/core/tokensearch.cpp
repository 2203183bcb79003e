// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokensearch.h"

#include "core/bytesearch.h"
#include "core/fetchahead.h"

#include <QtEndian>

#include <bit>
#include <cstring>
#include <utility>

namespace tokendesk {

namespace {

/// Whether the `length` bytes from `begin` on hold `byte`. There are more bytes behind most names, those of the next
/// ones: 32 can be looked at whatever the length, without a turn that would be guessed wrongly half the time.
bool holdsByte(std::string_view names, size_t begin, size_t length, char byte)
{
    constexpr size_t most = 2 * bytesAtOnce;
    if (length > most || begin + most > names.size())
        return names.substr(begin, length).find(byte) != std::string_view::npos;
    const char *name = names.data() + begin;
    const quint64 places = placesOfByte(name, byte) | quint64(placesOfByte(name + bytesAtOnce, byte)) << bytesAtOnce;
    return (places & ((quint64(1) << length) - 1)) != 0;
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
    if (word.size() == 1) { // which is in most names
        size_t begin = 0;
        found |= RowSet::where(tokens.size(), [&](quint32 row) {
            const size_t start = std::exchange(begin, ends[row]);
            return holdsByte(names, start, ends[row] - start, word.front());
        });
        return;
    }
    const size_t toLast = word.size() - 1;
    quint32 row = 0;
    size_t from = 0; // the rest of a name in which it was found is passed over
    const auto lookAt = [&](size_t start) {
        if (start < from || std::memcmp(names.data() + start + 1, word.data() + 1, toLast - 1) != 0)
            return;
        while (ends[row] <= start)
            ++row;
        if (start + word.size() > ends[row]) // half of it is the next name's
            return;
        found.insert(row);
        from = ends[row];
    };
    // Sixteen places at a time, where the first byte of the word stands and its last one where it would have to: a name
    // is seventeen bytes on average, too short for memchr or memmem to pay.
    size_t start = 0;
    for (; start + toLast + bytesAtOnce <= names.size(); start += bytesAtOnce) {
        const char *bytes = names.data() + start;
        for (quint32 hits = placesOfByte(bytes, word.front()) & placesOfByte(bytes + toLast, word.back()); hits != 0;
             hits &= hits - 1)
            lookAt(start + size_t(std::countr_zero(hits)));
    }
    for (; start + toLast < names.size(); ++start)
        if (names[start] == word.front() && names[start + toLast] == word.back())
            lookAt(start);
}

void keepRowsWithId(const TokenSnapshot &tokens, const IdPattern &pattern, RowSet &rows)
{
    rows.keep([&](quint32 row) { return pattern.isIn(tokens.row(row).id); },
              [&](quint32 row) { fetchAhead(&tokens.row(row).id); });
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
    // Any digit is in nearly every id: only after two of them it pays to ask whether there is more to do.
    for (size_t i = 0; i < m_length && (i < 2 || (startsHigh | startsLow) != 0); ++i) {
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
