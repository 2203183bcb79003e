// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokenhistory.h"
#include "core/tokenstatus.h"

#include <QString>

#include <array>
#include <vector>

namespace tokendesk {

/// What is too old, too long, too idle. Days of 24 hours, 1 to 3650 each.
struct AuditThresholds
{
    int staleDays = 90;        ///< live and reusable, and unused for this long: counted from the last use, or creation
    int neverUsedDays = 30;    ///< live, and not used once since its creation this long ago
    int longLifeDays = 365;    ///< live, and expires later than this after its creation
    int expiryHorizonDays = 14; ///< live, and expires within this

    friend bool operator==(const AuditThresholds &, const AuditThresholds &) = default;
};

/// Why a token is looked at. The order is the order of weight: the first that holds is the token's primary finding.
enum class FindingRule : quint8 {
    UsedAfterEnd,       ///< critical: last used after it was revoked (and not by that use) or had expired
    SingleUseUsedAgain, ///< critical: single-use, and used more than once
    UseCountFell,       ///< critical: a look found fewer uses than the one before
    RevocationVanished, ///< critical: it was revoked and is no more
    NeverExpires,       ///< high: live, reusable, no expiry
    Stale,              ///< high: live, reusable, unused for the stale time
    NeverUsed,          ///< medium: live and never used
    LivesLong,          ///< medium: live and lives longer than it should
    ExpiresSoon,        ///< low
    SameName,           ///< low: another live token has the same name
};
inline constexpr std::array allFindingRules{
    FindingRule::UsedAfterEnd, FindingRule::SingleUseUsedAgain, FindingRule::UseCountFell,
    FindingRule::RevocationVanished, FindingRule::NeverExpires, FindingRule::Stale, FindingRule::NeverUsed,
    FindingRule::LivesLong, FindingRule::ExpiresSoon, FindingRule::SameName};

enum class FindingSeverity : quint8 { Critical, High, Medium, Low };

[[nodiscard]] FindingSeverity severityOf(FindingRule rule);

/// A set of rules, and what else a row can be marked with: TokenTableModel::setMarks() and TokenFilter take these bits.
using AuditMarks = quint32;
[[nodiscard]] constexpr AuditMarks markOf(FindingRule rule)
{
    return AuditMarks(1) << static_cast<unsigned>(rule);
}
/// Any of the four critical rules.
inline constexpr AuditMarks anomalyMarks = markOf(FindingRule::UsedAfterEnd) | markOf(FindingRule::SingleUseUsedAgain) |
                                           markOf(FindingRule::UseCountFell) | markOf(FindingRule::RevocationVanished);
/// Any rule at all: "needs attention".
inline constexpr AuditMarks findingMarks = (AuditMarks(1) << allFindingRules.size()) - 1;
/// Created, used, revoked, expired or changed since the last review.
inline constexpr AuditMarks changedSinceReviewMark = AuditMarks(1) << 16;

/// One finding, with the numbers behind it. What `number` and `instant` are depends on the rule; findingReason() says
/// it in words.
struct Finding
{
    quint32 row = 0; ///< of the snapshot
    FindingRule rule = FindingRule::SameName;
    qint64 number = 0;           ///< days, uses, or how many tokens
    qint64 instant = noInstant;  ///< milliseconds since the epoch, UTC, the server's clock

    friend bool operator==(const Finding &, const Finding &) = default;
};

struct AuditResult
{
    /// One primary finding a token, worst first; among equals the one with the larger number, then by row.
    std::vector<Finding> findings;
    /// One per row of the snapshot: every rule that holds, primary or not.
    std::vector<AuditMarks> marks;
};

/// Every rule on every token. Dead tokens (used up, revoked, expired) only ever have anomalies. `history` may be empty:
/// then nothing is known but what the list itself shows. `now`: the server's clock, milliseconds since the epoch, UTC.
/// Any thread.
[[nodiscard]] AuditResult auditTokens(const TokenSnapshot &tokens, const TokenHistory &history,
                                      const AuditThresholds &thresholds, qint64 now);

/// Every finding of one token, worst first.
[[nodiscard]] std::vector<Finding> findingsOf(const TokenSnapshot &tokens, quint32 row, const TokenHistory &history,
                                              const AuditThresholds &thresholds, qint64 now);

/// "Critical", translated.
[[nodiscard]] QString severityWord(FindingSeverity severity);
/// A few words that name the rule, translated: "Stale".
[[nodiscard]] QString findingRuleWord(FindingRule rule);
/// One sentence with the numbers, translated: "Reusable, and unused for 213 days."
[[nodiscard]] QString findingReason(const Finding &finding, qint64 now);

} // namespace tokendesk
