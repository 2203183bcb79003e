// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit.h"
#include "core/auditpictures.h"
#include "core/reviewdigest.h"
#include "session/historykeeper.h"

#include <QObject>

#include <memory>
#include <optional>

namespace tokendesk {

/// What an audit is of.
struct AuditSubject
{
    TokenSnapshotPtr tokens = std::make_shared<TokenSnapshot>(); ///< never null
    TokenHistoryPtr history = std::make_shared<TokenHistory>();  ///< never null
    HiddenFindings hidden;
    /// When the list was reviewed last, milliseconds since the epoch, UTC, the server's clock. Nothing: never; then
    /// everything since the history began is news.
    std::optional<qint64> reviewedAt;
    AuditThresholds thresholds;
    qint64 now = 0;                  ///< milliseconds since the epoch, UTC, the server's clock
    quint32 lastLook = notInHistory; ///< the last look of the history that is heeded: for a list from the past
};

/// What an audit came to. Immutable.
struct Audit
{
    AuditSubject subject;
    AuditResult result;
    ReviewDigest digest;
    /// One per row of subject.tokens: result.marks, and changedSinceReviewMark. What TokenTableModel::setMarks() takes,
    /// as long as the table shows the same snapshot.
    std::vector<AuditMarks> marks;
    AuditCards cards{};                 ///< of all tokens
    qint64 nextStateChange = noInstant; ///< the first instant at which a token has another state, or noInstant

    /// What became of the rows of the list audited before, for whoever carries things over on a thread that must not
    /// search: TokenDiff::newRowOf from `previousTokens` to subject.tokens. Means nothing where that list is gone.
    std::weak_ptr<const TokenSnapshot> previousTokens;
    std::vector<quint32> newRowOf;

    /// Of the given rows of subject.tokens only.
    [[nodiscard]] AuditCards cardsOf(std::span<const quint32> rows) const;
};
using AuditPtr = std::shared_ptr<const Audit>;

/// `previous`: the list of the audit that this one takes the place of, if there was one. Any thread.
[[nodiscard]] AuditPtr auditOf(AuditSubject subject, const TokenSnapshotPtr &previous = {});

/// Keeps the audit up to date with what it is of. Whatever is set within one turn of the event loop makes one audit;
/// what takes long is worked out on another thread, one at a time, and what has been overtaken is announced all the
/// same, so that a threshold that is being dragged is followed.
///
/// Threads: gui thread only. Destroying it while an audit is under way is fine.
class AuditState : public QObject
{
    Q_OBJECT
public:
    explicit AuditState(QObject *parent = nullptr);
    ~AuditState() override;

    void setTokens(TokenSnapshotPtr tokens);
    void setHistory(TokenHistoryPtr history, quint32 lastLook = notInHistory);
    void setHidden(const HiddenFindings &hidden);
    void setReviewedAt(std::optional<qint64> reviewedAt);
    void setThresholds(const AuditThresholds &thresholds);
    [[nodiscard]] const AuditThresholds &thresholds() const { return m_subject.thresholds; }
    /// Can be called as often as wanted: an audit is made where a token changes state, and once a minute.
    void setNow(qint64 now);
    /// Another profile: an audit that is under way is not announced any more, audit() is empty at once. Thresholds
    /// stay.
    void clear();

    /// While nobody looks no audit is made; what was set meanwhile is made up for when somebody looks again. At first
    /// somebody looks.
    void setWatched(bool watched);
    /// What the next audit will be of.
    [[nodiscard]] const AuditSubject &subject() const { return m_subject; }

    /// Never null. It may be of an older list than the one set last; it says which one.
    [[nodiscard]] const AuditPtr &audit() const { return m_audit; }
    /// An audit is under way or will be: audit() is not of what was set last.
    [[nodiscard]] bool isBehind() const { return m_wanted || m_running; }

Q_SIGNALS:
    /// audit() is another one.
    void changed();

private:
    void want();
    void run();
    void finish(AuditPtr audit, quint64 generation);

    AuditSubject m_subject;
    AuditPtr m_audit;
    quint64 m_generation = 0; ///< counts clear()
    bool m_watched = true;
    bool m_wanted = false;
    bool m_running = false;
};

} // namespace tokendesk
