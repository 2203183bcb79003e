// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/token.h"
#include "core/tokenranks.h"
#include "core/tokenstatus.h"

#include <QCollator>

#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace tokendesk {

/// What is known of a token without a clock, in one byte.
struct TokenFacts
{
    TokenState settled : 3; ///< UsedUp or Revoked for good; Active where expires_at and the time decide
    bool neverUsed : 1;
    bool singleUse : 1;
};
static_assert(sizeof(TokenFacts) == 1);

/// An immutable list of tokens, in the server's order, with everything that sorting, filtering, comparing and the
/// passing of time need worked out once: folded names, ranks, orders by id and by expiry. Built on a worker thread,
/// then shared by any number of threads through TokenSnapshotPtr without locks.
///
/// A row is an index 0 <= row < size(). Asking for another one is a programming error (asserted).
class TokenSnapshot
{
public:
    [[nodiscard]] quint32 size() const { return static_cast<quint32>(m_rows.size()); }
    [[nodiscard]] const TokenRow &row(quint32 row) const { return m_rows[row]; }
    /// UTF-8, as the server sent it; hostile until escaped (core/safetext.h).
    [[nodiscard]] std::string_view nameUtf8(quint32 row) const;
    [[nodiscard]] QString name(quint32 row) const;
    /// Case and accents folded (core/fold.h), UTF-8.
    [[nodiscard]] std::string_view foldedName(quint32 row) const;
    /// All folded names, one behind the other in the order of the rows; `foldedEnds()` says where each one ends.
    [[nodiscard]] std::string_view foldedNames() const { return {m_folded.data(), m_folded.size()}; }
    [[nodiscard]] const std::vector<quint32> &foldedEnds() const { return m_foldedEnds; }
    [[nodiscard]] const Ranks &ranks(RankedField field) const { return m_ranks[static_cast<size_t>(field)]; }
    /// Position of the name in the collator's order; equal names have equal ranks, tokens without a name come last.
    [[nodiscard]] quint32 nameRank(quint32 row) const { return ranks(RankedField::Name).ofRow[row]; }
    [[nodiscard]] TokenFacts facts(quint32 row) const { return m_facts[row]; }
    [[nodiscard]] quint32 settledCount(TokenState state) const { return m_settledCounts[static_cast<size_t>(state)]; }
    [[nodiscard]] quint32 neverUsedCount() const { return m_neverUsed; }
    [[nodiscard]] quint32 mostUses() const { return m_mostUses; }
    /// The rows whose state is still a matter of time, those that expire first in front.
    [[nodiscard]] const std::vector<quint32> &rowsByExpiry() const { return m_byExpiry; }
    [[nodiscard]] std::optional<quint32> rowOf(const QUuid &id) const;
    /// All rows, ordered by id: two snapshots are compared by walking both orders side by side.
    [[nodiscard]] const std::vector<quint32> &rowsById() const { return m_byId; }
    /// How many rows the server sent whose id had come before; they are left out.
    [[nodiscard]] quint32 duplicatesDropped() const { return m_duplicates; }

private:
    friend class TokenSnapshotBuilder;
    std::vector<TokenRow> m_rows;
    std::vector<char> m_names;
    std::vector<char> m_folded;
    std::vector<quint32> m_foldedEnds; ///< end of each folded name in m_folded
    std::array<Ranks, rankedFields> m_ranks;
    std::vector<quint32> m_byId;
    std::vector<quint32> m_byExpiry;
    std::vector<TokenFacts> m_facts;
    std::array<quint32, allTokenStates.size()> m_settledCounts{};
    quint32 m_neverUsed = 0;
    quint32 m_mostUses = 0;
    quint32 m_duplicates = 0;
};

using TokenSnapshotPtr = std::shared_ptr<const TokenSnapshot>;

/// Collects rows, then works out the rest. One builder makes one snapshot.
class TokenSnapshotBuilder
{
public:
    void reserve(qsizetype rows, qsizetype nameBytes);
    /// nameOffset and nameLength of `row` are set here.
    void add(TokenRow row, std::string_view nameUtf8);
    [[nodiscard]] quint32 rowsSoFar() const { return static_cast<quint32>(m_snapshot->m_rows.size()); }
    /// The first of several rows with one id stays. `collator` orders the names: numeric mode and the person's locale.
    [[nodiscard]] TokenSnapshotPtr finish(const QCollator &collator);

private:
    void dropDuplicates();
    void gatherFacts();

    std::shared_ptr<TokenSnapshot> m_snapshot = std::make_shared<TokenSnapshot>();
};

/// The collator the application sorts names with: the given locale, "Line 2" before "Line 10", case ignored.
[[nodiscard]] QCollator nameCollator(const QLocale &locale);

} // namespace tokendesk
