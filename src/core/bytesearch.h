// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtEndian>

#if defined(__SSE2__) || defined(_M_X64)
#include <emmintrin.h>
#endif

namespace tokendesk {

/// How many bytes placesOfByte() looks at.
inline constexpr size_t bytesAtOnce = 16;

/// Bit i is set where `bytes[i]` is `byte`, of sixteen bytes. For any processor.
[[nodiscard]] inline quint32 placesOfByteAnywhere(const char *bytes, char byte)
{
    constexpr quint64 ones = 0x0101'0101'0101'0101;
    constexpr quint64 sevenBits = 0x7F * ones;
    const auto ofEight = [&](const char *eight) {
        const quint64 differing = qFromLittleEndian<quint64>(eight) ^ (ones * static_cast<quint8>(byte));
        // The highest bit of each byte that is zero; then all eight of them side by side.
        const quint64 zeros = ~(((differing & sevenBits) + sevenBits) | differing | sevenBits);
        return static_cast<quint32>((zeros >> 7) * 0x0102'0408'1020'4080 >> 56);
    };
    return ofEight(bytes) | ofEight(bytes + 8) << 8;
}

/// The same; in three instructions, where the processor is one that has them.
[[nodiscard]] inline quint32 placesOfByte(const char *bytes, char byte)
{
#if defined(__SSE2__) || defined(_M_X64)
    const __m128i sixteen = _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes));
    return static_cast<quint32>(_mm_movemask_epi8(_mm_cmpeq_epi8(sixteen, _mm_set1_epi8(byte))));
#else
    return placesOfByteAnywhere(bytes, byte);
#endif
}

} // namespace tokendesk
