// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit.h"
#include "core/error.h"
#include "core/result.h"
#include "core/tokenhistory.h"

#include <QObject>
#include <QSet>
#include <QUuid>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace tokendesk {

/// "Somebody has gone through the list", dated.
struct Review
{
    qint64 serverMs = 0; ///< milliseconds since the epoch, UTC, the server's clock
    qint64 localMs = 0;  ///< this machine's clock
    QString note;        ///< the person's own words; may be empty

    friend bool operator==(const Review &, const Review &) = default;
};

using HiddenFindings = QSet<std::pair<QUuid, FindingRule>>;

/// What is remembered of the open profile, as models and windows see it. Whoever implements it follows the session:
/// opens the profile's history when a profile opens, records every look, closes it with the profile.
///
/// Threads: gui thread only. Nothing here waits; what takes time happens elsewhere and is announced.
class HistoryKeeper : public QObject
{
    Q_OBJECT
public:
    enum class Status {
        Off,      ///< no profile is open
        Opening,  ///< history() is empty as yet
        Keeping,  ///< every look is recorded
        ReadOnly, ///< what is there can be seen, but looks are not recorded; problem() says why
        NotKept,  ///< neither; problem() says why. Looks of this session are still in history(), in memory
    };
    Q_ENUM(Status)

    using QObject::QObject;

    [[nodiscard]] virtual Status status() const = 0;
    /// For ReadOnly and NotKept, and beside Keeping where a damaged history was put aside: a sentence for the person,
    /// translated, and what it means. Nothing where all is well.
    struct Problem
    {
        QString headline;
        QString explanation;
    };
    [[nodiscard]] virtual std::optional<Problem> problem() const = 0;
    /// Never null; empty while nothing is known.
    [[nodiscard]] virtual TokenHistoryPtr history() const = 0;
    /// Oldest first.
    [[nodiscard]] virtual const std::vector<Review> &reviews() const = 0;
    [[nodiscard]] virtual const HiddenFindings &hiddenFindings() const = 0;

    /// `done` runs once, after the call has returned, unless `context` is gone.
    virtual void markReviewed(const QString &note, QObject *context, std::function<void(Result<void>)> done) = 0;
    virtual void setFindingHidden(const QUuid &token, FindingRule rule, bool hidden) = 0;
    /// Everything that is remembered of this profile, for good; recording begins anew.
    virtual void deleteHistory(QObject *context, std::function<void(Result<void>)> done) = 0;
    /// Looks older than this are dropped, 1 to 36,500 days. Default 730.
    virtual void setRetentionDays(int days) = 0;

Q_SIGNALS:
    /// history(), reviews() or hiddenFindings() have changed.
    void historyChanged();
    /// status() or problem() may have changed.
    void statusChanged();
};

} // namespace tokendesk
