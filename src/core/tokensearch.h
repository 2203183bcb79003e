// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rowset.h"
#include "core/tokensnapshot.h"

#include <array>
#include <string_view>

namespace tokendesk {

/// Inserts into `found` every row whose folded name holds `word` (folded, not empty).
void findInNames(const TokenSnapshot &tokens, std::string_view word, RowSet &found);

/// A part of an id as it is written ("e29b-41d4"), made ready to be looked for in many ids: a digit is compared with
/// all 32 at once.
class IdPattern
{
public:
    /// `word`: folded.
    explicit IdPattern(std::string_view word);
    /// Whether it can stand in an id at all.
    [[nodiscard]] bool isPossible() const { return m_starts.high != 0 || m_starts.low != 0; }
    [[nodiscard]] bool isIn(const QUuid &id) const;

private:
    /// 32 hexadecimal digits, the first one in the highest bits.
    struct Digits
    {
        quint64 high = 0;
        quint64 low = 0;
    };
    std::array<quint8, 32> m_digits{};
    size_t m_length = 0;
    Digits m_starts; ///< the highest bit of each digit at which the word may begin
};

/// Takes the rows out of `rows` that do not have it in their id.
void keepRowsWithId(const TokenSnapshot &tokens, const IdPattern &pattern, RowSet &rows);

} // namespace tokendesk
