// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokensnapshot.h"

#include "core/fold.h"
#include "core/placesort.h"

#include <QLocale>

#include <algorithm>
#include <cstring>

namespace tokendesk {

namespace {

bool idLess(const QUuid &a, const QUuid &b)
{
    // The order itself means nothing, but it must be total and the same everywhere; QUuid's own operator< depends on
    // the variant.
    return std::memcmp(&a, &b, sizeof(QUuid)) < 0;
}

} // namespace

std::string_view TokenSnapshot::nameUtf8(quint32 row) const
{
    const TokenRow &token = m_rows[row];
    return {m_names.data() + token.nameOffset, token.nameLength};
}

QString TokenSnapshot::name(quint32 row) const
{
    const std::string_view utf8 = nameUtf8(row);
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string_view TokenSnapshot::foldedName(quint32 row) const
{
    const quint32 begin = row == 0 ? 0 : m_foldedEnds[row - 1];
    return {m_folded.data() + begin, m_foldedEnds[row] - begin};
}

std::optional<quint32> TokenSnapshot::rowOf(const QUuid &id) const
{
    const auto it = std::lower_bound(m_byId.begin(), m_byId.end(), id, [this](quint32 row, const QUuid &wanted) {
        return idLess(m_rows[row].id, wanted);
    });
    if (it == m_byId.end() || m_rows[*it].id != id)
        return std::nullopt;
    return *it;
}

void TokenSnapshotBuilder::reserve(qsizetype rows, qsizetype nameBytes)
{
    m_snapshot->m_rows.reserve(static_cast<size_t>(rows));
    m_snapshot->m_names.reserve(static_cast<size_t>(nameBytes));
}

void TokenSnapshotBuilder::add(TokenRow row, std::string_view nameUtf8)
{
    row.nameOffset = static_cast<quint32>(m_snapshot->m_names.size());
    row.nameLength = static_cast<quint32>(nameUtf8.size());
    m_snapshot->m_names.insert(m_snapshot->m_names.end(), nameUtf8.begin(), nameUtf8.end());
    m_snapshot->m_rows.push_back(row);
}

void TokenSnapshotBuilder::dropDuplicates()
{
    TokenSnapshot &tokens = *m_snapshot;
    std::vector<TokenRow> &rows = tokens.m_rows;
    tokens.m_byId = orderedById(rows);
    std::vector<bool> duplicate(rows.size(), false);
    for (size_t i = 1; i < rows.size(); ++i) {
        if (rows[tokens.m_byId[i]].id == rows[tokens.m_byId[i - 1]].id) {
            duplicate[tokens.m_byId[i]] = true;
            ++tokens.m_duplicates;
        }
    }
    if (tokens.m_duplicates == 0)
        return;
    size_t kept = 0;
    for (size_t i = 0; i < rows.size(); ++i) {
        if (!duplicate[i])
            rows[kept++] = rows[i];
    }
    rows.resize(kept);
    tokens.m_byId = orderedById(rows);
}

void TokenSnapshotBuilder::gatherFacts()
{
    TokenSnapshot &tokens = *m_snapshot;
    tokens.m_facts.reserve(tokens.size());
    for (quint32 row = 0; row < tokens.size(); ++row) {
        const TokenRow &token = tokens.row(row);
        const TokenState settled = settledState(token);
        const bool neverUsed = token.useCount == 0;
        TokenFacts facts{};
        facts.settled = settled;
        facts.neverUsed = neverUsed;
        facts.singleUse = token.singleUse;
        tokens.m_facts.push_back(facts);
        ++tokens.m_settledCounts[static_cast<size_t>(settled)];
        tokens.m_neverUsed += neverUsed ? 1 : 0;
        tokens.m_mostUses = std::max(tokens.m_mostUses, token.useCount);
        if (settled == TokenState::Active && token.expiresAt != noInstant)
            tokens.m_byExpiry.push_back(row);
    }
    const std::vector<quint32> &expiry = tokens.ranks(RankedField::Expires).ofRow;
    const auto scratch = std::make_unique_for_overwrite<quint64[]>(tokens.m_byExpiry.size());
    placeSort(
        std::span(tokens.m_byExpiry), tokens.ranks(RankedField::Expires).distinct + 1,
        [&](quint32 row) { return expiry[row]; }, std::span(scratch.get(), tokens.m_byExpiry.size()), [](...) {});
}

TokenSnapshotPtr TokenSnapshotBuilder::finish(const QCollator &collator)
{
    TokenSnapshot &tokens = *m_snapshot;
    dropDuplicates();
    tokens.m_foldedEnds.reserve(tokens.m_rows.size());
    tokens.m_folded.reserve(tokens.m_names.size());
    for (quint32 row = 0; row < tokens.size(); ++row) {
        appendFolded(tokens.nameUtf8(row), tokens.m_folded);
        tokens.m_foldedEnds.push_back(static_cast<quint32>(tokens.m_folded.size()));
    }
    tokens.m_ranks = rankTokens(tokens, collator, tokens.m_byId);
    gatherFacts();
    tokens.m_rows.shrink_to_fit();
    tokens.m_names.shrink_to_fit();
    tokens.m_folded.shrink_to_fit();
    tokens.m_byExpiry.shrink_to_fit();
    return std::exchange(m_snapshot, std::make_shared<TokenSnapshot>());
}

QCollator nameCollator(const QLocale &locale)
{
    // The "C" locale's collation compares code points and ignores every option.
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

} // namespace tokendesk
