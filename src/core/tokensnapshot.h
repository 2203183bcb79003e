// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/token.h"

#include <QCollator>

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace tokendesk {

/// An immutable list of tokens, in the server's order, with everything that sorting, filtering and comparing need
/// worked out once: folded names, name ranks, an order by id. Built on a worker thread, then shared by any number of
/// threads through TokenSnapshotPtr without locks.
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
    /// Position of the name in the collator's order; equal names have equal ranks.
    [[nodiscard]] quint32 nameRank(quint32 row) const { return m_nameRanks[row]; }
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
    std::vector<quint32> m_nameRanks;
    std::vector<quint32> m_byId;
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
    std::shared_ptr<TokenSnapshot> m_snapshot = std::make_shared<TokenSnapshot>();
};

/// The collator the application sorts names with: the given locale, "Line 2" before "Line 10", case ignored.
[[nodiscard]] QCollator nameCollator(const QLocale &locale);

} // namespace tokendesk
