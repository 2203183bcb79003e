// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokensearch.h"

#include "core/fetchahead.h"

#include <QtEndian>

#include <bit>
#include <cstring>

namespace tokendesk {

namespace {

/// Eight bytes, the first one lowest.
quint64 eightAt(const char *bytes)
{
    return qFromLittleEndian<quint64>(bytes);
}

constexpr quint64 inEachByte(char byte)
{
    return 0x0101'0101'0101'0101 * static_cast<quint8>(byte);
}

/// The highest bit of each byte that is zero.
quint64 zeroBytes(quint64 bytes)
{
    return ~(((bytes & inEachByte('\x7f')) + inEachByte('\x7f')) | bytes | inEachByte('\x7f'));
}

/// Whether `text` holds the byte that stands in each byte of `byte`.
bool holdsByte(std::string_view text, quint64 byte)
{
    const size_t length = text.size();
    if (length < 8)
        return text.find(static_cast<char>(byte)) != std::string_view::npos;
    // Four looks that overlap are enough for a name of up to 32 bytes: no loop, whose turns would be guessed wrongly.
    const size_t last = length - 8;
    const auto zeros = [&](size_t at) { return zeroBytes(eightAt(text.data() + at) ^ byte); };
    quint64 found = zeros(0) | zeros(qMin<size_t>(8, last)) | zeros(qMin<size_t>(16, last)) | zeros(last);
    for (size_t at = 24; at < last; at += 8)
        found |= zeros(at);
    return found != 0;
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
    const quint64 first = inEachByte(word.front());
    if (word.size() == 1) { // which is in most names
        found |= RowSet::where(tokens.size(), [&](quint32 row) { return holdsByte(tokens.foldedName(row), first); });
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
    // Eight places at a time, where the first byte of the word stands and its last one where it would have to: a name
    // is seventeen bytes on average, too short for memchr or memmem to pay.
    const quint64 last = inEachByte(word.back());
    size_t start = 0;
    for (; start + toLast + 8 <= names.size(); start += 8) {
        const quint64 differing =
            (eightAt(names.data() + start) ^ first) | (eightAt(names.data() + start + toLast) ^ last);
        for (quint64 hits = zeroBytes(differing); hits != 0; hits &= hits - 1)
            lookAt(start + size_t(std::countr_zero(hits)) / 8);
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
