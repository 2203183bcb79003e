// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokenhistory.h"
#include "core/tokenstatus.h"

#include <QString>

#include <array>
#include <span>
#include <vector>

namespace tokendesk {

/// What is too old, too long, too idle. Days of 24 hours, 1 to 3650 each.
struct AuditThresholds
{
    int staleDays = 90;         ///< live and reusable, and unused for this long: counted from the last use, or creation
    int neverUsedDays = 30;     ///< live, and not used once since its creation this long ago
    int longLifeDays = 365;     ///< live, and from its creation to its expiry (to now where it has none) it is longer
    int expiryHorizonDays = 14; ///< live, and expires within this

    friend bool operator==(const AuditThresholds &, const AuditThresholds &) = default;
};

/// Why a token is looked at. The order is the order of weight: the first that holds is the token's primary finding.
/// An anomaly stays one for good, whatever happened later (a revocation that vanished and came back may have been taken
/// away for an hour on purpose); a person who has looked into it hides it.
enum class FindingRule : quint8 {
    UsedAfterEnd,       ///< critical: used after it had expired or been revoked, but for the use that retired it
    SingleUseUsedAgain, ///< critical: single-use, and used more than once
    UseCountFell,       ///< critical: a look found fewer uses than the one before
    RevocationVanished, ///< critical: a look found a revoked token not revoked any more
    NeverExpires,       ///< high: live, reusable, no expiry
    Stale,              ///< high: live, reusable, unused for the stale time
    NeverUsed,          ///< medium: live, and not used since its creation, as far as list and history tell
    LivesLong,          ///< medium: live, and lives longer than it should
    ExpiresSoon,        ///< low: live, and expires within the horizon
    SameName,           ///< low: another live token has the same name, case and accents folded; no name is none
};
inline constexpr std::array allFindingRules{FindingRule::UsedAfterEnd, FindingRule::SingleUseUsedAgain,
                                            FindingRule::UseCountFell, FindingRule::RevocationVanished,
                                            FindingRule::NeverExpires, FindingRule::Stale,
                                            FindingRule::NeverUsed,    FindingRule::LivesLong,
                                            FindingRule::ExpiresSoon,  FindingRule::SameName};

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

/// One finding, with the numbers behind it; findingReason() says it in words.
///
/// | rule                  | number                                | instant (ms since the epoch, UTC, server's clock)
/// |
/// |-----------------------|---------------------------------------|----------------------------------------------------|
/// | UsedAfterEnd          | seconds from the end to the use       | the use | | SingleUseUsedAgain    | uses | the
/// last use, or noInstant                         | | UseCountFell          | how many fewer                        |
/// the (last) look that found it                      | | RevocationVanished    | 0 | the (last) look that found it |
/// | NeverExpires          | age, whole days                       | creation | | Stale                 | whole days
/// without a use              | the last use, or noInstant where there was none    | | NeverUsed             | age,
/// whole days                       | creation                                           | | LivesLong             |
/// life, days begun                      | expiry, or noInstant                               | | ExpiresSoon | days
/// begun until then                 | expiry                                             | | SameName              |
/// how many other live tokens            | noInstant                                          |
struct Finding
{
    quint32 row = 0; ///< of the snapshot
    FindingRule rule = FindingRule::SameName;
    bool afterExpiry = false; ///< UsedAfterEnd: the end was its expiry, not a revocation
    qint64 number = 0;
    qint64 instant = noInstant;

    friend bool operator==(const Finding &, const Finding &) = default;
};

/// Whether `a` stands before `b` in a list that begins with the worst: by rule; among equals the one with the larger
/// number (ExpiresSoon: the smaller), then by row.
[[nodiscard]] bool isWorse(const Finding &a, const Finding &b);

struct AuditResult
{
    std::vector<Finding> findings; ///< a token's worst that is not hidden; in the order of isWorse()
    std::vector<Finding> hidden;   ///< all that a person has hidden and that still hold; in the same order
    std::vector<AuditMarks> marks; ///< one per row of the snapshot: every rule that holds and is not hidden

    friend bool operator==(const AuditResult &, const AuditResult &) = default;
};

/// Every rule on every token. Dead tokens (used up, revoked, expired) only ever have anomalies. `history` may be empty:
/// then nothing is known but what the list itself shows. `now`: the server's clock, milliseconds since the epoch, UTC;
/// this machine's clock is asked nowhere. Looks after `lastLook` are not heeded: for a list from the past. `hidden`:
/// per row the rules that a person does not want to hear of; empty where there are none. Any thread.
[[nodiscard]] AuditResult auditTokens(const TokenSnapshot &tokens, const TokenHistory &history,
                                      const AuditThresholds &thresholds, qint64 now, quint32 lastLook = notInHistory,
                                      std::span<const AuditMarks> hidden = {});

/// Every finding of one token, hidden or not, worst first. Looks at all tokens, for namesakes.
[[nodiscard]] std::vector<Finding> findingsOf(const TokenSnapshot &tokens, quint32 row, const TokenHistory &history,
                                              const AuditThresholds &thresholds, qint64 now,
                                              quint32 lastLook = notInHistory);

/// "Critical", translated.
[[nodiscard]] QString severityWord(FindingSeverity severity);
/// A few words that name the rule, translated: "Stale".
[[nodiscard]] QString findingRuleWord(FindingRule rule);
/// One sentence with the numbers, translated: "Reusable, and unused for 213 days." `now` as for auditTokens().
[[nodiscard]] QString findingReason(const Finding &finding, qint64 now);

} // namespace tokendesk
