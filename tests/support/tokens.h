// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokensnapshot.h"

#include <QString>

#include <vector>

namespace tokendesk {

/// A token as a test writes it down; the id is made from `number`.
struct TestToken
{
    int number = 0;
    QString name;
    qint64 createdAt = 0;
    qint64 expiresAt = noInstant;
    qint64 lastUsedAt = noInstant;
    qint64 revokedAt = noInstant;
    quint32 useCount = 0;
    bool singleUse = false;

    friend bool operator==(const TestToken &, const TestToken &) = default;
};

[[nodiscard]] QUuid testTokenId(int number);
/// In the order given.
[[nodiscard]] TokenSnapshotPtr snapshotOf(const std::vector<TestToken> &tokens);
/// A list with every state in it: active, expiring, never used, used up, expired, revoked, never expiring. Relative to
/// `now`, milliseconds since the epoch.
[[nodiscard]] std::vector<TestToken> tokensOfEveryState(qint64 now);

} // namespace tokendesk
