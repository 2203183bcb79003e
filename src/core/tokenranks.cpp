// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokenranks.h"

#include "core/radixsort.h"
#include "core/tokensnapshot.h"

#include <QCollator>
#include <QtEndian>

#include <cstring>
#include <string_view>
#include <unordered_map>

namespace tokendesk {

namespace {

struct KeyedRow
{
    quint64 key;
    quint32 row;
};

void sortByKey(std::vector<KeyedRow> &rows)
{
    radixSort(std::span(rows), [](const KeyedRow &entry) { return entry.key; });
}

quint64 instantKey(qint64 instant)
{
    // Moves the sign to where unsigned comparison wants it.
    return static_cast<quint64>(instant) ^ (quint64(1) << 63);
}

/// Ranks by number. `fieldOf`: a qint64, noInstant where there is none.
template <class FieldOf>
Ranks rankNumbers(const TokenSnapshot &tokens, FieldOf fieldOf)
{
    std::vector<KeyedRow> rows;
    rows.reserve(tokens.size());
    for (quint32 row = 0; row < tokens.size(); ++row) {
        const qint64 value = fieldOf(tokens.row(row));
        if (value != noInstant)
            rows.push_back({instantKey(value), row});
    }
    sortByKey(rows);
    Ranks ranks;
    for (size_t i = 0; i < rows.size(); ++i)
        ranks.distinct += i == 0 || rows[i].key != rows[i - 1].key ? 1 : 0;
    ranks.ofRow.assign(tokens.size(), ranks.distinct);
    quint32 rank = 0;
    for (size_t i = 0; i < rows.size(); ++i) {
        rank += i > 0 && rows[i].key != rows[i - 1].key ? 1 : 0;
        ranks.ofRow[rows[i].row] = rank;
    }
    return ranks;
}

/// Names repeat (a pattern, a renewed token), and collation is the dear part: one key for each distinct name.
Ranks rankNames(const TokenSnapshot &tokens, const QCollator &collator)
{
    struct Distinct
    {
        QCollatorSortKey key;
        quint32 number;
    };
    std::vector<Distinct> distinct;
    std::vector<quint32> numberOf(tokens.size());
    constexpr quint32 nameless = ~0U;
    std::unordered_map<std::string_view, quint32> numbers;
    numbers.reserve(tokens.size());
    for (quint32 row = 0; row < tokens.size(); ++row) {
        const std::string_view name = tokens.nameUtf8(row);
        if (name.empty()) {
            numberOf[row] = nameless;
            continue;
        }
        const auto [known, isNew] = numbers.try_emplace(name, quint32(distinct.size()));
        if (isNew)
            distinct.push_back({collator.sortKey(tokens.name(row)), known->second});
        numberOf[row] = known->second;
    }
    std::sort(distinct.begin(), distinct.end(),
              [](const Distinct &a, const Distinct &b) { return a.key.compare(b.key) < 0; });

    Ranks ranks;
    std::vector<quint32> rankOf(distinct.size());
    for (size_t i = 0; i < distinct.size(); ++i) {
        ranks.distinct += i == 0 || distinct[i - 1].key.compare(distinct[i].key) != 0 ? 1 : 0;
        rankOf[distinct[i].number] = ranks.distinct - 1;
    }
    ranks.ofRow.resize(tokens.size());
    for (quint32 row = 0; row < tokens.size(); ++row)
        ranks.ofRow[row] = numberOf[row] == nameless ? ranks.distinct : rankOf[numberOf[row]];
    return ranks;
}

} // namespace

std::array<Ranks, rankedFields> rankTokens(const TokenSnapshot &tokens, const QCollator &collator,
                                           const std::vector<quint32> &byId)
{
    std::array<Ranks, rankedFields> all;
    const auto of = [&](RankedField field) -> Ranks & { return all[size_t(field)]; };
    of(RankedField::Name) = rankNames(tokens, collator);
    of(RankedField::Uses) = rankNumbers(tokens, [](const TokenRow &token) { return qint64(token.useCount); });
    of(RankedField::Created) = rankNumbers(tokens, [](const TokenRow &token) { return token.createdAt; });
    of(RankedField::Expires) = rankNumbers(tokens, [](const TokenRow &token) { return token.expiresAt; });
    of(RankedField::LastUsed) = rankNumbers(tokens, [](const TokenRow &token) { return token.lastUsedAt; });
    of(RankedField::Revoked) = rankNumbers(tokens, [](const TokenRow &token) { return token.revokedAt; });
    Ranks &ids = of(RankedField::Id);
    ids.ofRow.resize(byId.size());
    for (const quint32 row : byId)
        ids.ofRow[row] = ids.distinct++;
    return all;
}

std::vector<quint32> orderedById(const std::vector<TokenRow> &rows)
{
    // By memcmp: the order itself means nothing, but it must be total and the same everywhere; QUuid's own operator<
    // depends on the variant. The first eight bytes decide nearly always.
    std::vector<KeyedRow> keyed;
    keyed.reserve(rows.size());
    for (quint32 row = 0; row < rows.size(); ++row)
        keyed.push_back({qFromBigEndian<quint64>(&rows[row].id), row});
    sortByKey(keyed);
    for (auto first = keyed.begin(); first != keyed.end();) {
        auto last = first + 1;
        while (last != keyed.end() && last->key == first->key)
            ++last;
        if (last - first > 1)
            std::stable_sort(first, last, [&](const KeyedRow &a, const KeyedRow &b) {
                return std::memcmp(&rows[a.row].id, &rows[b.row].id, sizeof(QUuid)) < 0;
            });
        first = last;
    }
    std::vector<quint32> order(keyed.size());
    std::transform(keyed.begin(), keyed.end(), order.begin(), [](const KeyedRow &entry) { return entry.row; });
    return order;
}

} // namespace tokendesk
