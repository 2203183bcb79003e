// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/historyrecords.h"
#include "core/result.h"
#include "core/tokenhistory.h"
#include "history/historyfile.h"
#include "history/knowntokens.h"
#include "history/reviewrecords.h"

#include <optional>
#include <vector>

namespace tokendesk {

/// The history of one profile: on disk as far as that works, and in memory in any case. Holds no secret.
///
/// Several processes may have the same one open: each look is compared with what the database holds, not with what this
/// process remembers, in one transaction that keeps other writers out.
///
/// Looks that found nothing are thinned out: of those that follow each other, the first and the last are kept and
/// enough between them that two neighbours are at most thinnedToMs apart. Otherwise a window that is open all year
/// would fill a million rows with nothing.
///
/// Threads: used on one thread, the one that made it. Everything here may wait for the disk.
class HistoryDatabase
{
public:
    enum class Status {
        Keeping,  ///< what is recorded is on disk
        ReadOnly, ///< what is on disk is known; what is recorded is in memory only
        NotKept,  ///< what is recorded is in memory only, and goes to the disk as soon as that works again
    };
    static constexpr int defaultRetentionDays = 730;
    static constexpr qint64 thinnedToMs = 10LL * 60 * 1000;

    /// `path`: of the file, in a folder of its own. Nothing is touched before open().
    HistoryDatabase(QString path, const Clock &clock);

    /// Reads what there is. Where that fails, status() and problem() say so, and everything else works all the same.
    void open();
    /// What the server listed. Where it cannot be written it is kept in memory, and written with a later look.
    void record(const TokenSnapshot &list, const Look &look);
    [[nodiscard]] Result<void> addReview(const Review &review);
    /// Hidden in memory also where it cannot be written.
    [[nodiscard]] Result<void> setFindingHidden(const QUuid &token, FindingRule rule, bool hidden);
    /// Removes the file with everything in it and beside it, and begins anew.
    [[nodiscard]] Result<void> deleteEverything();
    /// Looks older than this are dropped, at once and from now on, but for the youngest of them: what the next one
    /// found is what had changed since then. What was known of each token at that look becomes its FirstSight. 1 to
    /// 36,500.
    void setRetentionDays(int days);

    [[nodiscard]] Status status() const { return m_status; }
    [[nodiscard]] std::optional<HistoryProblem> problem() const;
    [[nodiscard]] TokenHistoryPtr history();
    /// Oldest first.
    [[nodiscard]] const std::vector<Review> &reviews() const { return m_reviews.reviews(); }
    [[nodiscard]] const HiddenFindings &hiddenFindings() const { return m_reviews.hiddenFindings(); }

private:
    struct Written
    {
        Look look;
        QByteArray changes;
    };
    struct Plan; ///< what a look adds

    bool transact(bool writes, const std::function<bool()> &work);
    bool catchUp();
    bool readLooks();
    [[nodiscard]] Plan planOf(const TokenSnapshot &list, const Look &look);
    bool write(const Plan &plan, qint64 &lastNumber);
    void take(const Plan &plan, bool saved);
    bool addToMemory(const Written &written);
    void forget();
    void dropOldLooks(qint64 slackMs);
    bool rewriteFrom(qint64 oldestLocalMs);
    [[nodiscard]] Result<void> failed() const;

    const Clock &m_clock;
    HistoryFile m_file;
    Status m_status = Status::NotKept;
    int m_retentionDays = defaultRetentionDays;
    QString m_putAside; ///< name of the damaged file, for the person

    KnownTokens m_known;
    TokenHistoryBuilder m_builder;
    TokenHistoryPtr m_history; ///< null: to be built
    bool m_lastLookEmpty = false;
    qint64 m_lastNumber = 0;        ///< of the last look that is both in memory and in the database; 0: none
    bool m_lastIsOurs = false;      ///< this process recorded it
    std::vector<Written> m_unsaved; ///< later looks, which are in memory only
    std::optional<qint64> m_dataVersion;
    ReviewRecords m_reviews;
};

} // namespace tokendesk
