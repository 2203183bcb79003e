// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokenhistory.h"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace tokendesk {

namespace {

bool idLess(const QUuid &a, const QUuid &b)
{
    return std::memcmp(&a, &b, sizeof(QUuid)) < 0;
}

/// Names are kept in blocks of this many bytes.
constexpr size_t nameBlock = 64 * 1024;

} // namespace

std::optional<quint32> TokenHistory::tokenOf(const QUuid &id) const
{
    const auto it = std::lower_bound(m_byId->begin(), m_byId->end(), id, [this](quint32 token, const QUuid &wanted) {
        return idLess(m_firsts[token].token.id, wanted);
    });
    if (it == m_byId->end() || m_firsts[*it].token.id != id)
        return std::nullopt;
    return *it;
}

quint32 TokenHistoryBuilder::addLook(const Look &look)
{
    m_looks.push_back(look);
    return static_cast<quint32>(m_looks.size() - 1);
}

void TokenHistoryBuilder::moveLastLook(const Look &look)
{
    Q_ASSERT(!m_looks.empty());
    m_looks.back() = look;
}

quint32 TokenHistoryBuilder::addName(std::string_view nameUtf8)
{
    if (nameUtf8.size() > m_room) {
        m_room = std::max(nameBlock, nameUtf8.size());
        m_nameBytes.push_back(std::make_shared_for_overwrite<char[]>(m_room));
        m_free = m_nameBytes.back().get();
    }
    std::copy(nameUtf8.begin(), nameUtf8.end(), m_free);
    m_names.push_back({m_free, nameUtf8.size()});
    m_free += nameUtf8.size();
    m_room -= nameUtf8.size();
    return static_cast<quint32>(m_names.size() - 1);
}

quint32 TokenHistoryBuilder::addToken(const TokenRow &token, std::string_view nameUtf8)
{
    Q_ASSERT(!m_looks.empty());
    m_firsts.push_back({token, addName(nameUtf8), static_cast<quint32>(m_looks.size() - 1)});
    return tokenCount() - 1;
}

void TokenHistoryBuilder::addEvent(quint32 token, TokenEventKind kind, qint64 before, qint64 after)
{
    Q_ASSERT(token < m_firsts.size());
    m_seen.push_back({{static_cast<quint32>(m_looks.size() - 1), kind, before, after}, token});
}

const std::vector<quint32> &TokenHistoryBuilder::tokensById()
{
    orderById();
    return *m_byId;
}

void TokenHistoryBuilder::orderById()
{
    if (m_byId->size() == m_firsts.size())
        return;
    auto byId = std::make_shared<std::vector<quint32>>();
    byId->reserve(m_firsts.size());
    byId->assign(m_byId->begin(), m_byId->end());
    byId->resize(m_firsts.size());
    const auto added = byId->begin() + static_cast<std::ptrdiff_t>(m_byId->size());
    const auto less = [this](quint32 a, quint32 b) { return idLess(m_firsts[a].token.id, m_firsts[b].token.id); };
    std::iota(added, byId->end(), static_cast<quint32>(m_byId->size()));
    std::sort(added, byId->end(), less);
    std::inplace_merge(byId->begin(), added, byId->end(), less);
    m_byId = std::move(byId);
}

TokenHistoryPtr TokenHistoryBuilder::build()
{
    orderById();
    auto history = std::make_shared<TokenHistory>();
    history->m_looks = m_looks;
    history->m_firsts = m_firsts;
    history->m_names = m_names;
    history->m_nameBytes = m_nameBytes;
    history->m_byId = m_byId;

    // A counting sort by token; it keeps the order of looks within each.
    history->m_begins.assign(m_firsts.size() + 1, 0);
    for (const Seen &seen : m_seen)
        ++history->m_begins[seen.token + 1];
    std::partial_sum(history->m_begins.begin(), history->m_begins.end(), history->m_begins.begin());
    std::vector<quint32> next(history->m_begins.begin(), history->m_begins.end() - 1);
    history->m_events.resize(m_seen.size());
    for (const Seen &seen : m_seen)
        history->m_events[next[seen.token]++] = seen.event;
    return history;
}

std::vector<quint32> historyTokens(const TokenSnapshot &tokens, const TokenHistory &history)
{
    std::vector<quint32> found(tokens.size(), notInHistory);
    // Both are ordered by id: one walk side by side, where looking each one up would miss the cache twenty times.
    auto known = history.tokensById().begin();
    const auto end = history.tokensById().end();
    for (const quint32 row : tokens.rowsById()) {
        const QUuid &id = tokens.row(row).id;
        while (known != end && idLess(history.first(*known).token.id, id))
            ++known;
        if (known == end)
            break;
        if (history.first(*known).token.id == id)
            found[row] = *known;
    }
    return found;
}

void SeenToken::apply(const TokenEvent &event)
{
    switch (event.kind) {
    case TokenEventKind::UseCount:
        token.useCount = static_cast<quint32>(event.after);
        break;
    case TokenEventKind::LastUsed:
        token.lastUsedAt = event.after;
        break;
    case TokenEventKind::Revocation:
        token.revokedAt = event.after;
        break;
    case TokenEventKind::Expiry:
        token.expiresAt = event.after;
        break;
    case TokenEventKind::Name:
        name = static_cast<quint32>(event.after);
        break;
    case TokenEventKind::Vanished:
        listed = false;
        break;
    case TokenEventKind::Returned:
        listed = true;
        break;
    }
}

TokenSnapshotPtr tokensAt(const TokenHistory &history, quint32 look, const QCollator &collator)
{
    std::vector<SeenToken> listed;
    for (quint32 token = 0; token < history.tokenCount(); ++token) {
        if (history.first(token).look > look)
            continue;
        SeenToken then(history.first(token));
        for (const TokenEvent &event : history.events(token)) {
            if (event.look > look)
                break;
            then.apply(event);
        }
        if (then.listed)
            listed.push_back(then);
    }
    std::stable_sort(listed.begin(), listed.end(),
                     [](const SeenToken &a, const SeenToken &b) { return a.token.createdAt > b.token.createdAt; });
    TokenSnapshotBuilder builder;
    for (const SeenToken &then : listed)
        builder.add(then.token, history.name(then.name));
    return builder.finish(collator);
}

} // namespace tokendesk
