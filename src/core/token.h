// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QString>
#include <QUuid>

#include <limits>
#include <optional>

namespace tokendesk {

/// "null" of an instant: never expires, never used, not revoked.
inline constexpr qint64 noInstant = std::numeric_limits<qint64>::min();

/// One provisioning token as the list shows it (docs/api, ProvisioningToken), without its name, which lies in the
/// snapshot's arena. 64 bytes, so that a million of them are one cache-friendly block.
/// All instants are milliseconds since the epoch, UTC; noInstant for the contract's null.
struct TokenRow
{
    QUuid id;
    qint64 createdAt = 0;
    qint64 expiresAt = noInstant;
    qint64 lastUsedAt = noInstant;
    qint64 revokedAt = noInstant;
    quint32 useCount = 0;
    quint32 nameOffset = 0; ///< into the arena of TokenSnapshot
    quint32 nameLength = 0; ///< bytes of UTF-8
    bool singleUse = false;
};
static_assert(sizeof(TokenRow) == 64);

/// What the person asks for (docs/api, createProvisioningToken).
struct CreateRequest
{
    QString name;                     ///< trimmed, not empty
    std::optional<int> expiresInDays; ///< >= 1; nothing means that it never expires, sent as null
    bool singleUse = false;
};

/// The only reply that ever holds the raw token (docs/api, CreatedToken). Move-only because of its secrets.
struct CreatedToken
{
    QUuid id;
    QString name;
    Secret token;
    Secret setupCommand; ///< a shell line exactly as the server sent it; it holds the token too
    bool singleUse = false;
    qint64 createdAt = 0;
    qint64 expiresAt = noInstant;
};

/// What revoking one token came to.
struct Revocation
{
    QUuid id;
    qint64 revokedAt = 0; ///< milliseconds since the epoch, UTC, from the server's own answer
};

struct Organization
{
    QString id;
    QString name;
    QString slug;
};

} // namespace tokendesk
