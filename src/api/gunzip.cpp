// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/gunzip.h"

#include "core/secret.h"

#include <QtEndian>

#include <libdeflate.h>

#include <algorithm>

namespace tokendesk {

namespace {

/// Deflate cannot do better than this (zlib FAQ: "the maximum compression factor").
constexpr qint64 maxRatio = 1032;

/// What a first buffer should hold. The trailer's ISIZE is right for one honest member below 4 GiB; it is the peer's
/// word, so it is believed only as far as the input could possibly inflate.
qint64 firstGuess(const QByteArray &compressed, qint64 cap)
{
    qint64 guess = compressed.size() * 4;
    if (compressed.size() >= 18) {
        const qint64 isize = qFromLittleEndian<quint32>(compressed.constData() + compressed.size() - 4);
        if (isize > 0 && isize / maxRatio <= compressed.size())
            guess = isize;
    }
    return std::clamp<qint64>(guess, std::min<qint64>(cap, 1024), cap);
}

} // namespace

Gunzip::Gunzip() : m_inflater(libdeflate_alloc_decompressor()) {}

Gunzip::~Gunzip()
{
    libdeflate_free_decompressor(m_inflater);
}

Gunzip::Status Gunzip::inflate(const QByteArray &compressed, qint64 cap, qsizetype padding, QByteArray &out)
{
    qsizetype room = firstGuess(compressed, cap);
    qsizetype in = 0;
    qsizetype done = 0;
    const auto fail = [&out](Status status) {
        // It may be half of a reply that holds a secret.
        wipeMemory(out.data(), out.size());
        out.clear();
        return status;
    };
    out.reserve(room + padding);
    out.resize(room);
    for (;;) {
        size_t used = 0;
        size_t made = 0;
        const libdeflate_result result = libdeflate_gzip_decompress_ex(
            m_inflater, compressed.constData() + in, static_cast<size_t>(compressed.size() - in), out.data() + done,
            static_cast<size_t>(room - done), &used, &made);
        if (result == LIBDEFLATE_SUCCESS) {
            in += static_cast<qsizetype>(used);
            done += static_cast<qsizetype>(made);
            if (in >= compressed.size())
                break;
        } else if (result == LIBDEFLATE_INSUFFICIENT_SPACE && room < cap) {
            room = std::min<qsizetype>(cap, room * 2);
            out.reserve(room + padding);
            out.resize(room);
        } else {
            return fail(result == LIBDEFLATE_INSUFFICIENT_SPACE ? Status::TooLarge : Status::Malformed);
        }
    }
    out.resize(done);
    return Status::Ok;
}

} // namespace tokendesk
