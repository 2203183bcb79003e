// SPDX-License-Identifier: GPL-3.0-or-later
//
// The numbers behind the pictures of the audit. All of it is for the rows handed in (the table's filtered rows, or
// allRows()), on any thread, with `now` of the server's clock. Instants are milliseconds since the epoch, UTC.
#pragma once

#include "core/audit.h"
#include "core/useseries.h"

#include <array>
#include <span>
#include <vector>

namespace tokendesk {

/// 0 to size - 1.
[[nodiscard]] std::vector<quint32> allRows(const TokenSnapshot &tokens);

enum class AuditCard : quint8 { Active, Expiring, NeverUsed, Stale, ReusableForever, Anomalies };
inline constexpr std::array allAuditCards{AuditCard::Active, AuditCard::Expiring,        AuditCard::NeverUsed,
                                          AuditCard::Stale,  AuditCard::ReusableForever, AuditCard::Anomalies};
struct CardNumbers
{
    quint32 count = 0;
    /// For the second line. Active: how many of them were created in the last 7 days; Expiring: days until the first
    /// one, begun; NeverUsed and Stale: days that the longest one is unused; ReusableForever: uses in all; Anomalies:
    /// 0.
    qint64 second = 0;

    friend bool operator==(const CardNumbers &, const CardNumbers &) = default;
};
using AuditCards = std::array<CardNumbers, allAuditCards.size()>;

/// What to filter the table by when a card is chosen; 0 for Active, which is a state.
[[nodiscard]] AuditMarks cardMarks(AuditCard card);
[[nodiscard]] AuditCards auditCards(const TokenSnapshot &tokens, std::span<const quint32> rows,
                                    const std::vector<AuditMarks> &marks, const AuditThresholds &thresholds,
                                    qint64 now);

struct ExpiryBucket
{
    qint64 fromMs = 0;
    qint64 toMs = 0;
    quint32 tokens = 0;

    friend bool operator==(const ExpiryBucket &, const ExpiryBucket &) = default;
};
/// How many live tokens expire when. Nothing is overdue: what has expired does not live.
struct ExpiryCalendar
{
    std::vector<ExpiryBucket> buckets; ///< whole periods without holes, from the one that `now` is in
    quint32 later = 0;                 ///< after the last bucket
    quint32 never = 0;
};
/// At most `maxBuckets` (>= 1), and none after the last expiry.
[[nodiscard]] ExpiryCalendar expiryCalendar(const TokenSnapshot &tokens, std::span<const quint32> rows,
                                            UsePeriod period, qint64 now, const QTimeZone &zone,
                                            size_t maxBuckets = 120);

/// A live token in the picture of age against idle time.
struct AgePoint
{
    quint32 row = 0;
    quint32 uses = 0;
    double ageDays = 0;  ///< >= 0
    double idleDays = 0; ///< since its last use, or its creation; >= 0, <= ageDays

    friend bool operator==(const AgePoint &, const AgePoint &) = default;
};
[[nodiscard]] std::vector<AgePoint> agePoints(const TokenSnapshot &tokens, std::span<const quint32> rows, qint64 now);

/// One token's life: a bar.
struct Lifetime
{
    qint64 fromMs = 0;
    qint64 toMs = 0; ///< >= fromMs; expiry, revocation or the use that ended it; `now` where `endless`
    quint32 row = 0;
    quint32 firstTick = 0; ///< into Lifetimes::ticks
    quint32 tickCount = 0;
    TokenState state = TokenState::Active;
    bool endless = false; ///< live, and never expires: fades out

    friend bool operator==(const Lifetime &, const Lifetime &) = default;
};
struct Lifetimes
{
    std::vector<Lifetime> bars;
    std::vector<qint64> ticks; ///< uses whose instants some look saw; ascending within each bar
};
/// In the order of `rows`.
[[nodiscard]] Lifetimes lifetimes(const TokenSnapshot &tokens, std::span<const quint32> rows,
                                  const TokenHistory &history, qint64 now, qint64 horizonMs = defaultExpiryHorizonMs,
                                  quint32 lastLook = notInHistory);

} // namespace tokendesk
