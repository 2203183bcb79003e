// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/knowntokens.h"

#include "history/bytes.h"

#include <algorithm>
#include <cstring>
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

QByteArray KnownTokens::changesOf(const TokenSnapshot &list, const Look &look, TokenHistoryBuilder &history) const
{
    const std::vector<quint32> &byId = history.tokensById();
    std::vector<quint32> added;
    std::vector<Change> changed;
    const std::vector<quint32> &rows = list.rowsById();
    size_t i = 0;
    size_t j = 0;
    while (i < byId.size() || j < rows.size()) {
        int order = 0;
        if (i == byId.size())
            order = 1;
        else if (j == rows.size())
            order = -1;
        else
            order = std::memcmp(&history.first(byId[i]).token.id, &list.row(rows[j]).id, sizeof(QUuid));
        if (order > 0) {
            added.push_back(rows[j++]);
            continue;
        }
        const Known &known = m_tokens[byId[i]];
        Change change{byId[i], 0, 0};
        if (order < 0) {
            change.flags = known.listed ? HasVanished : 0;
        } else {
            const TokenRow &row = list.row(rows[j]);
            change.row = rows[j++];
            change.flags = (known.listed ? 0 : HasReturned) | (row.useCount != known.useCount ? UsesChanged : 0) |
                           (row.lastUsedAt != known.lastUsedAt ? LastUsedChanged : 0) |
                           (row.revokedAt != known.revokedAt ? RevocationChanged : 0) |
                           (row.expiresAt != known.expiresAt ? ExpiryChanged : 0) |
                           (list.nameUtf8(change.row) != history.name(known.name) ? NameChanged : 0);
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
        const TokenRow token = readToken(from, look.serverMs);
        const QByteArray name = from.text();
        if (!from.ok())
            return false;
        const quint32 number = history.addToken(token, {name.constData(), static_cast<size_t>(name.size())});
        m_tokens.push_back(
            {token.expiresAt, token.lastUsedAt, token.revokedAt, token.useCount, history.first(number).name, true});
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
            history.addEvent(token, TokenEventKind::UseCount, known.useCount, after);
            known.useCount = after;
        }
        changeInstant(LastUsedChanged, TokenEventKind::LastUsed, known.lastUsedAt);
        changeInstant(RevocationChanged, TokenEventKind::Revocation, known.revokedAt);
        changeInstant(ExpiryChanged, TokenEventKind::Expiry, known.expiresAt);
        if (flags & NameChanged) {
            const QByteArray name = from.text();
            const quint32 after = history.addName({name.constData(), static_cast<size_t>(name.size())});
            history.addEvent(token, TokenEventKind::Name, known.name, after);
            known.name = after;
        }
        if (flags & HasVanished) {
            history.addEvent(token, TokenEventKind::Vanished);
            known.listed = false;
        }
    }
    return from.ok() && from.left() == 0;
}

QByteArray KnownTokens::everythingAt(const Look &look, const TokenHistoryBuilder &history) const
{
    ByteWriter to;
    to.byte(formatOfChanges);
    to.number(m_tokens.size());
    std::vector<quint32> vanished;
    for (quint32 token = 0; token < m_tokens.size(); ++token) {
        const Known &known = m_tokens[token];
        TokenRow row = history.first(token).token;
        row.expiresAt = known.expiresAt;
        row.lastUsedAt = known.lastUsedAt;
        row.revokedAt = known.revokedAt;
        row.useCount = known.useCount;
        writeToken(to, row, history.name(known.name), look.serverMs);
        if (!known.listed)
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
