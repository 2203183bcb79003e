// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tokensorter.h"

#include "core/radixsort.h"

#include <algorithm>
#include <numeric>

namespace tokendesk {

namespace {

constexpr size_t mostKnown = 4;

std::optional<RankedField> rankedField(TokenSortKey key)
{
    switch (key) {
    case TokenSortKey::State:
    case TokenSortKey::Kind:
        return std::nullopt;
    case TokenSortKey::Name:
        return RankedField::Name;
    case TokenSortKey::Uses:
        return RankedField::Uses;
    case TokenSortKey::Created:
        return RankedField::Created;
    case TokenSortKey::Expires:
        return RankedField::Expires;
    case TokenSortKey::LastUsed:
        return RankedField::LastUsed;
    case TokenSortKey::Revoked:
        return RankedField::Revoked;
    case TokenSortKey::Id:
        return RankedField::Id;
    }
    Q_UNREACHABLE();
}

/// Stable. `rankOf(row)`: 0 … distinct - 1, or `distinct` for what is empty.
template <class RankOf>
void sortByRank(std::vector<quint32> &rows, Qt::SortOrder order, quint32 distinct, RankOf rankOf)
{
    // Rank and row in one word, so that the passes read straight through memory.
    std::vector<quint64> words(rows.size());
    std::transform(rows.begin(), rows.end(), words.begin(), [&](quint32 row) {
        quint32 rank = rankOf(row);
        // Turning the rank round, not the comparison, keeps equals in order and what is empty at the end.
        if (order == Qt::DescendingOrder && rank < distinct)
            rank = distinct - 1 - rank;
        return quint64(rank) << 32 | row;
    });
    radixSort(words, [](quint64 word) { return word >> 32; });
    std::transform(words.begin(), words.end(), rows.begin(), [](quint64 word) { return static_cast<quint32>(word); });
}

void sortBy(std::vector<quint32> &rows, const TokenSnapshot &tokens, const TokenStates &states, TokenSortOrder by)
{
    if (const auto field = rankedField(by.key)) {
        const Ranks &ranks = tokens.ranks(*field);
        sortByRank(rows, by.order, ranks.distinct, [&](quint32 row) { return ranks.ofRow[row]; });
    } else if (by.key == TokenSortKey::State) {
        sortByRank(rows, by.order, quint32(allTokenStates.size()),
                   [&](quint32 row) { return static_cast<quint32>(states.of(row)); });
    } else {
        sortByRank(rows, by.order, 2, [&](quint32 row) { return tokens.facts(row).singleUse ? 1U : 0U; });
    }
}

} // namespace

TokenRows TokenSorter::rows(const TokenSnapshot &tokens, const TokenStates &states,
                            const std::vector<TokenSortOrder> &sorting)
{
    const auto known =
        std::find_if(m_known.begin(), m_known.end(), [&](const Known &entry) { return entry.sorting == sorting; });
    if (known != m_known.end()) {
        std::rotate(m_known.begin(), known, known + 1);
        return m_known.front().rows;
    }
    auto rows = std::make_shared<std::vector<quint32>>(tokens.size());
    std::iota(rows->begin(), rows->end(), 0U);
    for (auto key = sorting.rbegin(); key != sorting.rend(); ++key)
        sortBy(*rows, tokens, states, *key);
    if (m_known.size() == mostKnown)
        m_known.pop_back();
    m_known.insert(m_known.begin(), {sorting, rows});
    return rows;
}

void TokenSorter::forgetStates()
{
    std::erase_if(m_known, [](const Known &entry) {
        return std::any_of(entry.sorting.begin(), entry.sorting.end(),
                           [](const TokenSortOrder &by) { return by.key == TokenSortKey::State; });
    });
}

} // namespace tokendesk
