// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokensnapshot.h"

#include "core/fold.h"

#include <QLocale>

#include <algorithm>
#include <cstring>
#include <numeric>

namespace tokendesk {

namespace {

bool idLess(const QUuid &a, const QUuid &b)
{
    // The order itself means nothing, but it must be total and the same everywhere; QUuid's own operator< depends on
    // the variant.
    return std::memcmp(&a, &b, sizeof(QUuid)) < 0;
}

/// Ranks of the distinct names in the collator's order, then every row's rank. Names repeat (a pattern, a renewed
/// token), and collation is the dear part, so equal names are found first by their bytes.
std::vector<quint32> rankNames(const TokenSnapshot &tokens, const QCollator &collator)
{
    const quint32 rows = tokens.size();
    std::vector<quint32> byBytes(rows);
    std::iota(byBytes.begin(), byBytes.end(), 0U);
    std::sort(byBytes.begin(), byBytes.end(),
              [&](quint32 a, quint32 b) { return tokens.nameUtf8(a) < tokens.nameUtf8(b); });

    struct Distinct
    {
        QCollatorSortKey key;
        size_t first; ///< into byBytes
        size_t last;
    };
    std::vector<Distinct> distinct;
    for (size_t i = 0; i < rows;) {
        size_t j = i + 1;
        while (j < rows && tokens.nameUtf8(byBytes[j]) == tokens.nameUtf8(byBytes[i]))
            ++j;
        distinct.push_back({collator.sortKey(tokens.name(byBytes[i])), i, j});
        i = j;
    }
    std::stable_sort(distinct.begin(), distinct.end(),
                     [](const Distinct &a, const Distinct &b) { return a.key.compare(b.key) < 0; });

    std::vector<quint32> ranks(rows);
    quint32 rank = 0;
    for (size_t d = 0; d < distinct.size(); ++d) {
        if (d > 0 && distinct[d - 1].key.compare(distinct[d].key) != 0)
            ++rank;
        for (size_t i = distinct[d].first; i < distinct[d].last; ++i)
            ranks[byBytes[i]] = rank;
    }
    return ranks;
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

TokenSnapshotPtr TokenSnapshotBuilder::finish(const QCollator &collator)
{
    TokenSnapshot &tokens = *m_snapshot;
    std::vector<TokenRow> &rows = tokens.m_rows;

    const auto orderById = [&] {
        tokens.m_byId.resize(rows.size());
        std::iota(tokens.m_byId.begin(), tokens.m_byId.end(), 0U);
        std::sort(tokens.m_byId.begin(), tokens.m_byId.end(), [&](quint32 a, quint32 b) {
            if (rows[a].id != rows[b].id)
                return idLess(rows[a].id, rows[b].id);
            return a < b;
        });
    };
    orderById();

    std::vector<bool> duplicate(rows.size(), false);
    for (size_t i = 1; i < rows.size(); ++i) {
        if (rows[tokens.m_byId[i]].id == rows[tokens.m_byId[i - 1]].id) {
            duplicate[tokens.m_byId[i]] = true;
            ++tokens.m_duplicates;
        }
    }
    if (tokens.m_duplicates > 0) {
        size_t kept = 0;
        for (size_t i = 0; i < rows.size(); ++i) {
            if (!duplicate[i])
                rows[kept++] = rows[i];
        }
        rows.resize(kept);
        orderById();
    }

    tokens.m_foldedEnds.reserve(rows.size());
    tokens.m_folded.reserve(tokens.m_names.size());
    for (quint32 row = 0; row < tokens.size(); ++row) {
        appendFolded(tokens.nameUtf8(row), tokens.m_folded);
        tokens.m_foldedEnds.push_back(static_cast<quint32>(tokens.m_folded.size()));
    }
    tokens.m_nameRanks = rankNames(tokens, collator);
    tokens.m_rows.shrink_to_fit();
    tokens.m_names.shrink_to_fit();
    tokens.m_folded.shrink_to_fit();
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
