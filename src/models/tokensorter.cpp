// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tokensorter.h"

#include "core/placesort.h"
#include "core/radixsort.h"
#include "core/rowset.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <span>

namespace tokendesk {

namespace {

constexpr size_t mostKnown = 4;
/// Below this, comparing is quicker than counting.
constexpr size_t fewRows = 64;

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

/// Calls `use` with what says of a row where it stands in that order. What is empty stands at the end either way.
template <class Use>
void withPlaces(const TokenSnapshot &tokens, const TokenStates &states, TokenSortOrder by, Use use)
{
    // Turning the rank round, not the comparison, keeps equals in order and what is empty at the end.
    const auto turned = [&](quint32 distinct, auto rankOf) {
        if (by.order == Qt::AscendingOrder)
            return use(rankOf);
        use([=](quint32 row) {
            const quint32 rank = rankOf(row);
            return rank < distinct ? distinct - 1 - rank : rank;
        });
    };
    if (const auto field = rankedField(by.key)) {
        const Ranks &ranks = tokens.ranks(*field);
        turned(ranks.distinct, [of = ranks.ofRow.data()](quint32 row) { return of[row]; });
    } else if (by.key == TokenSortKey::State) {
        turned(quint32(allTokenStates.size()),
               [of = states.all().data()](quint32 row) { return static_cast<quint32>(of[row]); });
    } else {
        turned(2, [&tokens](quint32 row) { return tokens.facts(row).singleUse ? 1U : 0U; });
    }
}

using Keys = std::span<const TokenSortOrder>;

/// Which of two rows comes first.
class Before
{
public:
    Before(const TokenSnapshot &tokens, const TokenStates &states, Keys keys)
        : m_tokens(tokens), m_states(states), m_keys(keys)
    {}
    bool operator()(quint32 a, quint32 b) const
    {
        for (const TokenSortOrder &by : m_keys) {
            quint32 placeOfA = 0;
            quint32 placeOfB = 0;
            withPlaces(m_tokens, m_states, by, [&](auto placeOf) {
                placeOfA = placeOf(a);
                placeOfB = placeOf(b);
            });
            if (placeOfA != placeOfB)
                return placeOfA < placeOfB;
        }
        return a < b;
    }

private:
    const TokenSnapshot &m_tokens;
    const TokenStates &m_states;
    const Keys m_keys;
};

/// As many as there can be; what is empty has the last one.
quint32 placesOf(const TokenSnapshot &tokens, TokenSortKey key)
{
    const auto field = rankedField(key);
    return field ? tokens.ranks(*field).distinct + 1 : quint32(allTokenStates.size());
}

/// By the first key; then each run of equals by the keys that are left. For a key that tells nearly all apart, like a
/// time, the second one costs next to nothing. `rows`: ascending. `scratch`: as many.
void sortRows(const TokenSnapshot &tokens, const TokenStates &states, Keys keys, std::span<quint32> rows,
              std::span<quint64> scratch)
{
    const quint32 places = placesOf(tokens, keys.front().key);
    const auto sortRun = [&](size_t first, size_t count) {
        if (keys.size() > 1)
            sortRows(tokens, states, keys.subspan(1), rows.subspan(first, count), scratch.subspan(first, count));
    };
    withPlaces(tokens, states, keys.front(), [&](auto placeOf) {
        if (rows.size() > fewRows && rows.size() >= places / 4)
            return placeSort(rows, places, placeOf, scratch, sortRun);
        // Place and row in one word, so that the passes read straight through memory.
        std::transform(rows.begin(), rows.end(), scratch.begin(),
                       [&](quint32 row) { return quint64(placeOf(row)) << 32 | row; });
        if (rows.size() <= fewRows)
            std::sort(scratch.begin(), scratch.end());
        else
            radixSort(scratch, [](quint64 word) { return word >> 32; });
        std::transform(scratch.begin(), scratch.end(), rows.begin(),
                       [](quint64 word) { return static_cast<quint32>(word); });
        for (size_t begin = 0; begin < rows.size();) {
            size_t end = begin + 1;
            while (end < rows.size() && scratch[end] >> 32 == scratch[begin] >> 32)
                ++end;
            if (end - begin > 1)
                sortRun(begin, end - begin);
            begin = end;
        }
    });
}

/// How many bits a place takes.
int placeBits(const TokenSnapshot &tokens, TokenSortKey key)
{
    return std::bit_width(placesOf(tokens, key) - 1);
}

/// By all keys at once, where their places and the row fit into one word. For a first key that leaves rows together a
/// few at a time, as names do that a plant gives again and again: too many runs to sort each for itself. Times tell
/// nearly all rows apart, or are empty, and of states there are few: there the runs are quicker.
bool sortTogether(const TokenSnapshot &tokens, const TokenStates &states, Keys keys, std::span<quint32> rows)
{
    const auto leavesFewTogether = [&](TokenSortKey key) {
        return (key == TokenSortKey::Name || key == TokenSortKey::Uses) &&
               tokens.ranks(*rankedField(key)).distinct <= rows.size() / 2;
    };
    if (keys.size() < 2 || !leavesFewTogether(keys.front().key))
        return false;
    const int rowBits = std::bit_width(rows.size());
    int bits = rowBits;
    for (const TokenSortOrder &by : keys)
        bits += placeBits(tokens, by.key);
    if (bits > 64)
        return false;
    const auto memory = std::make_unique_for_overwrite<quint64[]>(rows.size());
    const std::span<quint64> words(memory.get(), rows.size());
    std::fill(words.begin(), words.end(), 0);
    for (const TokenSortOrder &by : keys) {
        withPlaces(tokens, states, by, [&, width = placeBits(tokens, by.key)](auto placeOf) {
            for (size_t i = 0; i < words.size(); ++i)
                words[i] = words[i] << width | placeOf(rows[i]);
        });
    }
    for (size_t i = 0; i < words.size(); ++i)
        words[i] = words[i] << rowBits | rows[i];
    radixSort(words, [rowBits](quint64 word) { return word >> rowBits; });
    std::transform(words.begin(), words.end(), rows.begin(),
                   [mask = (quint64(1) << rowBits) - 1](quint64 word) { return static_cast<quint32>(word & mask); });
    return true;
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
    if (!sorting.empty() && !sortTogether(tokens, states, sorting, *rows)) {
        const auto scratch = std::make_unique_for_overwrite<quint64[]>(rows->size());
        sortRows(tokens, states, sorting, *rows, {scratch.get(), rows->size()});
    }
    remember(sorting, rows);
    return rows;
}

TokenRows TokenSorter::rowsAfter(const TokenDiff &diff, const TokenRows &before, const TokenSnapshot &tokens,
                                 const TokenStates &states, const std::vector<TokenSortOrder> &sorting)
{
    m_known.clear();
    const size_t touched = diff.added.size() + diff.changed.size();
    if (diff.reordered || touched > tokens.size() / 16)
        return rows(tokens, states, sorting);

    RowSet isTouched(tokens.size());
    std::vector<quint32> moving;
    moving.reserve(touched);
    for (const auto *some : {&diff.added, &diff.changed})
        for (const quint32 row : *some) {
            isTouched.insert(row);
            moving.push_back(row);
        }
    std::vector<quint32> resting;
    resting.reserve(before->size());
    for (const quint32 oldRow : *before)
        if (const quint32 row = diff.newRow(oldRow); row != TokenDiff::gone && !isTouched.contains(row))
            resting.push_back(row);

    const Before less(tokens, states, sorting);
    std::sort(moving.begin(), moving.end(), less);
    auto rows = std::make_shared<std::vector<quint32>>();
    rows->reserve(tokens.size());
    auto from = resting.begin();
    for (const quint32 row : moving) {
        const auto to = std::lower_bound(from, resting.end(), row, less);
        rows->insert(rows->end(), from, to);
        rows->push_back(row);
        from = to;
    }
    rows->insert(rows->end(), from, resting.end());
    Q_ASSERT(rows->size() == tokens.size());
    remember(sorting, rows);
    return rows;
}

void TokenSorter::remember(const std::vector<TokenSortOrder> &sorting, const TokenRows &rows)
{
    if (m_known.size() == mostKnown)
        m_known.pop_back();
    m_known.insert(m_known.begin(), {sorting, rows});
}

void TokenSorter::forgetStates()
{
    std::erase_if(m_known, [](const Known &entry) {
        return std::any_of(entry.sorting.begin(), entry.sorting.end(),
                           [](const TokenSortOrder &by) { return by.key == TokenSortKey::State; });
    });
}

} // namespace tokendesk
