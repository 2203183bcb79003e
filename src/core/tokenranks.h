// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/token.h"

#include <QtGlobal>

#include <array>
#include <vector>

class QCollator;

namespace tokendesk {

class TokenSnapshot;

/// Where each row stands when all are ordered by one of their fields: 0 … distinct - 1, equal values at equal ranks.
/// What is empty (never, no name) has the rank `distinct`.
struct Ranks
{
    std::vector<quint32> ofRow;
    quint32 distinct = 0;
};

/// The fields that are ranked. States are not: they are a matter of time.
enum class RankedField : quint8 { Name, Uses, Created, Expires, LastUsed, Revoked, Id };
inline constexpr size_t rankedFields = 7;

/// `byId`: all rows in the order of their ids.
[[nodiscard]] std::array<Ranks, rankedFields> rankTokens(const TokenSnapshot &tokens, const QCollator &collator,
                                                         const std::vector<quint32> &byId);
/// All rows by id, those with the same id in the order they came.
[[nodiscard]] std::vector<quint32> orderedById(const std::vector<TokenRow> &rows);

} // namespace tokendesk
