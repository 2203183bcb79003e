// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tokensorter.h"

#include <algorithm>

namespace tokendesk {

namespace {

constexpr quint64 emptyKey = ~quint64(0);

quint64 instantKey(qint64 instant)
{
    // Moves the sign to where unsigned comparison wants it.
    return instant == noInstant ? emptyKey : static_cast<quint64>(instant) ^ (quint64(1) << 63);
}

quint64 ascendingKey(const TokenSnapshot &tokens, quint32 row, TokenState state, TokenSortKey key)
{
    const TokenRow &token = tokens.row(row);
    switch (key) {
    case TokenSortKey::State:
        return static_cast<quint64>(state);
    case TokenSortKey::Name:
        return token.nameLength == 0 ? emptyKey : tokens.nameRank(row);
    case TokenSortKey::Kind:
        return token.singleUse ? 1 : 0;
    case TokenSortKey::Uses:
        return token.useCount;
    case TokenSortKey::Created:
        return instantKey(token.createdAt);
    case TokenSortKey::Expires:
        return instantKey(token.expiresAt);
    case TokenSortKey::LastUsed:
        return instantKey(token.lastUsedAt);
    case TokenSortKey::Revoked:
        return instantKey(token.revokedAt);
    case TokenSortKey::Id:
        break; // has an order of its own, see below
    }
    Q_UNREACHABLE();
}

} // namespace

void sortTokens(std::vector<quint32> &rows, const TokenSnapshot &tokens, const std::vector<TokenState> &states,
                TokenSortOrder order)
{
    const bool descending = order.order == Qt::DescendingOrder;
    std::vector<quint32> idRanks;
    if (order.key == TokenSortKey::Id) {
        idRanks.resize(tokens.size());
        quint32 rank = 0;
        for (const quint32 row : tokens.rowsById())
            idRanks[row] = rank++;
    }
    // Pairs of key and row, so that comparing does not jump about in memory.
    struct Keyed
    {
        quint64 key;
        quint32 row;
    };
    std::vector<Keyed> keyed;
    keyed.reserve(rows.size());
    for (const quint32 row : rows) {
        quint64 key = idRanks.empty() ? ascendingKey(tokens, row, states[row], order.key) : idRanks[row];
        // Turning the key round, not the comparison, keeps equals in order and what is empty at the end.
        if (descending && key != emptyKey)
            key = emptyKey - 1 - key;
        keyed.push_back({key, row});
    }
    std::stable_sort(keyed.begin(), keyed.end(), [](const Keyed &a, const Keyed &b) { return a.key < b.key; });
    std::transform(keyed.begin(), keyed.end(), rows.begin(), [](const Keyed &entry) { return entry.row; });
}

} // namespace tokendesk
