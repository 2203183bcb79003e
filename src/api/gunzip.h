// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

struct libdeflate_decompressor;

namespace tokendesk {

/// Inflates gzip bodies (RFC 1952, any number of members) with libdeflate, which wants the whole input and a buffer for
/// the whole output. The cap is on absolute bytes: a ratio lets 200 MB at 27:1 pass.
class Gunzip
{
public:
    Gunzip();
    ~Gunzip();
    Gunzip(const Gunzip &) = delete;
    Gunzip &operator=(const Gunzip &) = delete;

    enum class Status {
        Ok,
        Malformed, ///< not gzip, damaged, cut off, or something behind the last member
        TooLarge,  ///< more than the cap
    };
    /// Writes into `out`, whose memory is reused and which afterwards has room for `padding` bytes behind its size. On
    /// failure `out` is empty. Never holds more than `cap` + `padding` bytes.
    [[nodiscard]] Status inflate(const QByteArray &compressed, qint64 cap, qsizetype padding, QByteArray &out);

private:
    libdeflate_decompressor *m_inflater;
};

} // namespace tokendesk
