// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tokens.h"

#include "core/tokenstatus.h"

namespace tokendesk {

QUuid testTokenId(int number)
{
    // Spread over the whole id, so that no order of ids happens to be the order of numbers.
    const quint32 mixed = static_cast<quint32>(number) * 2654435761u;
    return QUuid(mixed, static_cast<ushort>(number), 0x4000, 0x80, 0, 0, 0, static_cast<uchar>(number >> 24),
                 static_cast<uchar>(number >> 16), static_cast<uchar>(number >> 8), static_cast<uchar>(number));
}

TokenSnapshotPtr snapshotOf(const std::vector<TestToken> &tokens)
{
    TokenSnapshotBuilder builder;
    for (const TestToken &token : tokens) {
        TokenRow row;
        row.id = testTokenId(token.number);
        row.createdAt = token.createdAt;
        row.expiresAt = token.expiresAt;
        row.lastUsedAt = token.lastUsedAt;
        row.revokedAt = token.revokedAt;
        row.useCount = token.useCount;
        row.singleUse = token.singleUse;
        builder.add(row, token.name.toStdString());
    }
    return builder.finish(nameCollator(QLocale(QLocale::English)));
}

std::vector<TestToken> tokensOfEveryState(qint64 now)
{
    constexpr qint64 day = msPerDay;
    return {
        {1, QStringLiteral("Line 10 robots"), now - 40 * day, now + 60 * day, now - 2 * day, noInstant, 17, false},
        {2, QStringLiteral("Line 2 gateways"), now - 20 * day, now + 5 * day, now - day, noInstant, 3, false},
        {3, QStringLiteral("Warehouse cameras"), now - 10 * day, now + 80 * day, noInstant, noInstant, 0, false},
        {4, QStringLiteral("Bench unit 7"), now - 9 * day, now + 21 * day, now - 8 * day, now - 8 * day, 1, true},
        {5, QStringLiteral("Pilot site"), now - 90 * day, now - 60 * day, now - 70 * day, noInstant, 4, false},
        {6, QStringLiteral("Contractor laptop"), now - 30 * day, now + day, now - 25 * day, now - 3 * day, 2, false},
        {7, QStringLiteral("Forever fleet"), now - 400 * day, noInstant, now - day, noInstant, 120, false},
    };
}

} // namespace tokendesk
