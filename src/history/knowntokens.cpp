// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/knowntokens.h"

#include "history/bytes.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <string_view>

namespace tokendesk {

namespace {

constexpr quint8 formatOfChanges = 1;

// These bits are on disk: never give one another meaning.
enum NewTokenFlag : quint8 { SingleUse = 0x01, Expires = 0x02, Used = 0x04, Revoked = 0x08 };
enum ChangeFlag : quint8 {
    UsesChanged = 0x01,
    LastUsedChanged = 0x02,
    RevocationChanged = 0x04,
    ExpiryChanged = 0x08,
    NameChanged = 0x10,
    HasVanished = 0x20,
    HasReturned = 0x40,
};

struct Change
{
    quint32 token;
    quint32 row; ///< of the list; nothing where it vanished
    quint8 flags;
};

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

void writeToken(ByteWriter &to, const TokenRow &token, std::string_view name, qint64 lookMs)
{
    to.uuid(token.id);
    to.byte((token.singleUse ? SingleUse : 0) | (token.expiresAt != noInstant ? Expires : 0) |
            (token.lastUsedAt != noInstant ? Used : 0) | (token.revokedAt != noInstant ? Revoked : 0));
    to.difference(token.createdAt, lookMs);
    for (const qint64 instant : {token.expiresAt, token.lastUsedAt, token.revokedAt}) {
        if (instant != noInstant)
            to.difference(instant, token.createdAt);
    }
    to.number(token.useCount);
    to.text(name);
}

TokenRow readToken(ByteReader &from, qint64 lookMs)
{
    TokenRow token;
    token.id = from.uuid();
    const quint8 flags = from.byte();
    token.singleUse = flags & SingleUse;
    token.createdAt = from.difference(lookMs);
    const auto instant = [&](quint8 flag) { return flags & flag ? from.difference(token.createdAt) : noInstant; };
    token.expiresAt = instant(Expires);
    token.lastUsedAt = instant(Used);
    token.revokedAt = instant(Revoked);
    token.useCount = static_cast<quint32>(from.number());
    return token;
}

void writeInstant(ByteWriter &to, qint64 instant, qint64 lookMs)
{
    to.byte(instant != noInstant);
    if (instant != noInstant)
        to.difference(instant, lookMs);
}

qint64 readInstant(ByteReader &from, qint64 lookMs)
{
    return from.byte() ? from.difference(lookMs) : noInstant;
}

} // namespace

void KnownTokens::orderById()
{
    const auto less = [this](quint32 a, quint32 b) {
        return std::memcmp(&m_tokens[a].token.id, &m_tokens[b].token.id, sizeof(QUuid)) < 0;
    };
    const auto ordered = static_cast<std::ptrdiff_t>(m_byId.size());
    m_byId.resize(m_tokens.size());
    std::iota(m_byId.begin() + ordered, m_byId.end(), static_cast<quint32>(ordered));
    std::sort(m_byId.begin() + ordered, m_byId.end(), less);
    std::inplace_merge(m_byId.begin(), m_byId.begin() + ordered, m_byId.end(), less);
}

QByteArray KnownTokens::changesOf(const TokenSnapshot &list, const Look &look)
{
    orderById();
    std::vector<quint32> added;
    std::vector<Change> changed;
    const std::vector<quint32> &rows = list.rowsById();
    size_t i = 0;
    size_t j = 0;
    while (i < m_byId.size() || j < rows.size()) {
        int order = 0;
        if (i == m_byId.size())
            order = 1;
        else if (j == rows.size())
            order = -1;
        else
            order = std::memcmp(&m_tokens[m_byId[i]].token.id, &list.row(rows[j]).id, sizeof(QUuid));
        if (order > 0) {
            added.push_back(rows[j++]);
            continue;
        }
        const Known &known = m_tokens[m_byId[i]];
        Change change{m_byId[i], 0, 0};
        if (order < 0) {
            change.flags = known.listed ? HasVanished : 0;
        } else {
            const TokenRow &row = list.row(rows[j]);
            change.row = rows[j++];
            change.flags = (known.listed ? 0 : HasReturned) | (row.useCount != known.token.useCount ? UsesChanged : 0) |
                           (row.lastUsedAt != known.token.lastUsedAt ? LastUsedChanged : 0) |
                           (row.revokedAt != known.token.revokedAt ? RevocationChanged : 0) |
                           (row.expiresAt != known.token.expiresAt ? ExpiryChanged : 0) |
                           (list.nameUtf8(change.row) != view(known.name) ? NameChanged : 0);
        }
        ++i;
        if (change.flags)
            changed.push_back(change);
    }
    if (added.empty() && changed.empty())
        return {};

    // The server lists the newest first; numbers go from old to new.
    std::sort(added.begin(), added.end(), std::greater<>());
    std::sort(changed.begin(), changed.end(), [](const Change &a, const Change &b) { return a.token < b.token; });
    ByteWriter to;
    to.byte(formatOfChanges);
    to.number(added.size());
    for (const quint32 row : added)
        writeToken(to, list.row(row), list.nameUtf8(row), look.serverMs);
    to.number(changed.size());
    quint32 before = 0;
    for (const Change &change : changed) {
        to.number(change.token - before);
        before = change.token;
        to.byte(change.flags);
        if (change.flags == HasVanished)
            continue;
        const TokenRow &row = list.row(change.row);
        if (change.flags & UsesChanged)
            to.number(row.useCount);
        if (change.flags & LastUsedChanged)
            writeInstant(to, row.lastUsedAt, look.serverMs);
        if (change.flags & RevocationChanged)
            writeInstant(to, row.revokedAt, look.serverMs);
        if (change.flags & ExpiryChanged)
            writeInstant(to, row.expiresAt, look.serverMs);
        if (change.flags & NameChanged)
            to.text(list.nameUtf8(change.row));
    }
    return to.bytes();
}

bool KnownTokens::apply(const QByteArray &changes, const Look &look, TokenHistoryBuilder &history)
{
    if (changes.isEmpty())
        return true;
    ByteReader from(changes);
    if (from.byte() != formatOfChanges)
        return false;
    for (quint64 left = from.number(); left > 0 && from.ok(); --left) {
        Known known;
        known.token = readToken(from, look.serverMs);
        known.name = from.text();
        if (!from.ok())
            return false;
        const quint32 number = history.addToken(known.token, known.name);
        known.nameNumber = history.nameOf(number);
        m_tokens.push_back(std::move(known));
    }
    quint64 number = 0;
    for (quint64 left = from.number(); left > 0 && from.ok(); --left) {
        number += from.number();
        if (number >= m_tokens.size())
            return false;
        const auto token = static_cast<quint32>(number);
        Known &known = m_tokens[token];
        const quint8 flags = from.byte();
        const auto changeInstant = [&](quint8 flag, TokenEventKind kind, qint64 &instant) {
            if (!(flags & flag))
                return;
            const qint64 after = readInstant(from, look.serverMs);
            history.addEvent(token, kind, instant, after);
            instant = after;
        };
        if (flags & HasReturned) {
            history.addEvent(token, TokenEventKind::Returned);
            known.listed = true;
        }
        if (flags & UsesChanged) {
            const auto after = static_cast<quint32>(from.number());
            history.addEvent(token, TokenEventKind::UseCount, known.token.useCount, after);
            known.token.useCount = after;
        }
        changeInstant(LastUsedChanged, TokenEventKind::LastUsed, known.token.lastUsedAt);
        changeInstant(RevocationChanged, TokenEventKind::Revocation, known.token.revokedAt);
        changeInstant(ExpiryChanged, TokenEventKind::Expiry, known.token.expiresAt);
        if (flags & NameChanged) {
            known.name = from.text();
            const quint32 after = history.addName(known.name);
            history.addEvent(token, TokenEventKind::Name, known.nameNumber, after);
            known.nameNumber = after;
        }
        if (flags & HasVanished) {
            history.addEvent(token, TokenEventKind::Vanished);
            known.listed = false;
        }
    }
    return from.ok() && from.left() == 0;
}

QByteArray KnownTokens::everythingAt(const Look &look) const
{
    ByteWriter to;
    to.byte(formatOfChanges);
    to.number(m_tokens.size());
    std::vector<quint32> vanished;
    for (quint32 token = 0; token < m_tokens.size(); ++token) {
        writeToken(to, m_tokens[token].token, view(m_tokens[token].name), look.serverMs);
        if (!m_tokens[token].listed)
            vanished.push_back(token);
    }
    to.number(vanished.size());
    quint32 before = 0;
    for (const quint32 token : vanished) {
        to.number(token - before);
        before = token;
        to.byte(HasVanished);
    }
    return to.bytes();
}

} // namespace tokendesk
