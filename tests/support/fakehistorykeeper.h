// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/historykeeper.h"

#include <QTimer>

namespace tokendesk {

/// A history that a test sets. What is asked of it is done at once and told after the call has returned.
class FakeHistoryKeeper : public HistoryKeeper
{
public:
    using HistoryKeeper::HistoryKeeper;

    [[nodiscard]] Status status() const override { return m_status; }
    [[nodiscard]] std::optional<Problem> problem() const override { return m_problem; }
    [[nodiscard]] TokenHistoryPtr history() const override { return m_history; }
    [[nodiscard]] const std::vector<Review> &reviews() const override { return m_reviews; }
    [[nodiscard]] const HiddenFindings &hiddenFindings() const override { return m_hidden; }

    void markReviewed(const QString &note, QObject *context, std::function<void(Result<void>)> done) override
    {
        if (!nextError)
            m_reviews.push_back({nowMs, nowMs, note});
        tell(context, std::move(done));
    }
    void setFindingHidden(const QUuid &token, FindingRule rule, bool hidden) override
    {
        if (hidden)
            m_hidden.insert({token, rule});
        else
            m_hidden.remove({token, rule});
        Q_EMIT historyChanged();
    }
    void deleteHistory(QObject *context, std::function<void(Result<void>)> done) override
    {
        if (!nextError) {
            m_history = TokenHistoryBuilder().build();
            m_reviews.clear();
            m_hidden.clear();
        }
        tell(context, std::move(done));
    }
    void setRetentionDays(int days) override { retentionDays = days; }

    void set(TokenHistoryPtr history)
    {
        m_history = std::move(history);
        Q_EMIT historyChanged();
    }
    void set(Status status, const std::optional<Problem> &problem = {})
    {
        m_status = status;
        m_problem = problem;
        Q_EMIT statusChanged();
    }
    void setReviews(std::vector<Review> reviews)
    {
        m_reviews = std::move(reviews);
        Q_EMIT historyChanged();
    }

    qint64 nowMs = 1772366400000; ///< when a review is marked
    int retentionDays = 730;
    std::optional<Error> nextError; ///< what the next markReviewed() or deleteHistory() meets instead

private:
    void tell(QObject *context, std::function<void(Result<void>)> done)
    {
        Result<void> result;
        if (nextError)
            result = failure(*std::exchange(nextError, std::nullopt));
        else
            Q_EMIT historyChanged();
        QTimer::singleShot(0, context, [done = std::move(done), result] {
            if (done)
                done(result);
        });
    }

    Status m_status = Status::Keeping;
    std::optional<Problem> m_problem;
    TokenHistoryPtr m_history = TokenHistoryBuilder().build();
    std::vector<Review> m_reviews;
    HiddenFindings m_hidden;
};

} // namespace tokendesk
