// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit.h"

#include <array>
#include <vector>

namespace tokendesk {

/// What can have become of a token since somebody went through the list.
enum class ReviewChange : quint8 { Created, Used, Revoked, Expired, Renamed, ExpiryChanged };
inline constexpr std::array allReviewChanges{ReviewChange::Created, ReviewChange::Used,    ReviewChange::Revoked,
                                             ReviewChange::Expired, ReviewChange::Renamed, ReviewChange::ExpiryChanged};
/// "Created", translated.
[[nodiscard]] QString reviewChangeWord(ReviewChange change);

/// What changed since a review, as far as list and history tell.
struct ReviewDigest
{
    /// What the reviewer had seen: the list as the last look before the review found it, so this look's instant; the
    /// review's own where no look is that old. Milliseconds since the epoch, UTC, the server's clock.
    qint64 sinceMs = noInstant;
    /// Rows of the snapshot, ascending, one list a change. A token can be in several.
    std::array<std::vector<quint32>, allReviewChanges.size()> rows;
    quint64 uses = 0;              ///< of the tokens in the list; at least so many
    std::vector<quint32> vanished; ///< TokenHistory's numbers; neither listed now nor said to have vanished before

    [[nodiscard]] const std::vector<quint32> &rowsOf(ReviewChange change) const
    {
        return rows[static_cast<size_t>(change)];
    }
    [[nodiscard]] bool isEmpty() const;
    /// Sets changedSinceReviewMark in `marks`, one per row of the snapshot, for every row with a change.
    void addMarks(std::vector<AuditMarks> &marks) const;
};

/// `reviewMs`: when the list was reviewed, the server's clock. A use that retired a single-use token is a use, not a
/// revocation. `now` and `lastLook` as for auditTokens(). Any thread.
[[nodiscard]] ReviewDigest reviewDigest(const TokenSnapshot &tokens, const TokenHistory &history, qint64 reviewMs,
                                        qint64 now, quint32 lastLook = notInHistory);

} // namespace tokendesk
