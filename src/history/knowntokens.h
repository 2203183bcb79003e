// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokenhistory.h"

#include <QByteArray>

#include <deque>

namespace tokendesk {

/// The tokens as the last look left them, and what a look is written down as: only what it found different. Tokens have
/// the numbers that TokenHistory gives them.
///
/// The changes of one look are one block of bytes, because a year of hourly looks then is some thousand rows instead of
/// a million, and reading it is a matter of milliseconds. Its format, numbers being LEB128 ("varint"), signed ones
/// zigzag-coded, instants null or a signed difference (see the code for from what):
///   format (1) | number of new tokens | each: id (16 bytes), flags, created, what flags say, uses, name
///              | number of changed tokens | each: step from the number before, mask of kinds, the new value of each
class KnownTokens
{
public:
    /// How `list`, loaded at `look`, differs from what is known; null where it does not. `history`: what apply() has
    /// told so far.
    [[nodiscard]] QByteArray changesOf(const TokenSnapshot &list, const Look &look, TokenHistoryBuilder &history) const;
    /// Takes over what changesOf() or everythingAt() made, and tells `history`, to which the look has been added. False
    /// where these bytes are something else; then both are spoilt. `look`: as it was when the bytes were made.
    [[nodiscard]] bool apply(const QByteArray &changes, const Look &look, TokenHistoryBuilder &history);
    /// All that is known, as if `look` had been the first one. The numbers stay.
    [[nodiscard]] QByteArray everythingAt(const Look &look, const TokenHistoryBuilder &history) const;

private:
    /// What may change of a token; the rest is as the history saw it first.
    struct Known
    {
        qint64 expiresAt;
        qint64 lastUsedAt;
        qint64 revokedAt;
        quint32 useCount;
        quint32 name; ///< TokenHistory::name()
        bool listed;  ///< by the last look
    };

    std::deque<Known> m_tokens; ///< grows by a hundred thousand at once without a copy of them all
};

} // namespace tokendesk
