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

} // namespace

std::optional<quint32> TokenHistory::tokenOf(const QUuid &id) const
{
    const auto it = std::lower_bound(m_byId.begin(), m_byId.end(), id, [this](quint32 token, const QUuid &wanted) {
        return idLess(m_firsts[token].token.id, wanted);
    });
    if (it == m_byId.end() || m_firsts[*it].token.id != id)
        return std::nullopt;
    return *it;
}

quint32 TokenHistoryBuilder::addLook(const Look &look)
{
    m_looks.push_back(look);
    return static_cast<quint32>(m_looks.size() - 1);
}

quint32 TokenHistoryBuilder::addName(const QByteArray &nameUtf8)
{
    m_names.push_back(nameUtf8);
    return static_cast<quint32>(m_names.size() - 1);
}

quint32 TokenHistoryBuilder::addToken(const TokenRow &token, const QByteArray &nameUtf8)
{
    Q_ASSERT(!m_looks.empty());
    m_firsts.push_back({token, addName(nameUtf8), static_cast<quint32>(m_looks.size() - 1)});
    return static_cast<quint32>(m_firsts.size() - 1);
}

void TokenHistoryBuilder::addEvent(quint32 token, TokenEventKind kind, qint64 before, qint64 after)
{
    Q_ASSERT(token < m_firsts.size());
    m_seen.push_back({{static_cast<quint32>(m_looks.size() - 1), kind, before, after}, token});
}

TokenHistoryPtr TokenHistoryBuilder::build() const
{
    auto history = std::make_shared<TokenHistory>();
    history->m_looks = m_looks;
    history->m_firsts = m_firsts;
    history->m_names = m_names;

    // A counting sort by token; it keeps the order of looks within each.
    history->m_begins.assign(m_firsts.size() + 1, 0);
    for (const Seen &seen : m_seen)
        ++history->m_begins[seen.token + 1];
    std::partial_sum(history->m_begins.begin(), history->m_begins.end(), history->m_begins.begin());
    std::vector<size_t> next(history->m_begins.begin(), history->m_begins.end() - 1);
    history->m_events.resize(m_seen.size());
    for (const Seen &seen : m_seen)
        history->m_events[next[seen.token]++] = seen.event;

    history->m_byId.resize(m_firsts.size());
    std::iota(history->m_byId.begin(), history->m_byId.end(), 0U);
    std::sort(history->m_byId.begin(), history->m_byId.end(),
              [this](quint32 a, quint32 b) { return idLess(m_firsts[a].token.id, m_firsts[b].token.id); });
    return history;
}

TokenSnapshotPtr tokensAt(const TokenHistory &history, quint32 look, const QCollator &collator)
{
    struct Then
    {
        TokenRow token;
        quint32 name;
    };
    std::vector<Then> listed;
    for (quint32 token = 0; token < history.tokenCount(); ++token) {
        const FirstSight &first = history.first(token);
        if (first.look > look)
            continue;
        Then then{first.token, first.name};
        bool present = true;
        for (const TokenEvent &event : history.events(token)) {
            if (event.look > look)
                break;
            switch (event.kind) {
            case TokenEventKind::UseCount:
                then.token.useCount = static_cast<quint32>(event.after);
                break;
            case TokenEventKind::LastUsed:
                then.token.lastUsedAt = event.after;
                break;
            case TokenEventKind::Revocation:
                then.token.revokedAt = event.after;
                break;
            case TokenEventKind::Expiry:
                then.token.expiresAt = event.after;
                break;
            case TokenEventKind::Name:
                then.name = static_cast<quint32>(event.after);
                break;
            case TokenEventKind::Vanished:
                present = false;
                break;
            case TokenEventKind::Returned:
                present = true;
                break;
            }
        }
        if (present)
            listed.push_back(then);
    }
    std::stable_sort(listed.begin(), listed.end(),
                     [](const Then &a, const Then &b) { return a.token.createdAt > b.token.createdAt; });
    TokenSnapshotBuilder builder;
    for (const Then &then : listed) {
        const QByteArray &name = history.name(then.name);
        builder.add(then.token, {name.constData(), static_cast<size_t>(name.size())});
    }
    return builder.finish(collator);
}

} // namespace tokendesk
