// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "session/historykeeper.h"
#include "session/historythread.h"
#include "session/session.h"

#include <memory>

namespace tokendesk {

/// The history in one SQLite file a profile: <folder>/<profile-uuid>.sqlite. The file is opened, read, written and
/// closed on the HistoryThread; here are only its last contents. Closing a profile, and the destructor, wait for
/// nothing: looks that are on their way are still recorded, and HistoryThread's end waits for them.
class SqliteHistoryKeeper : public HistoryKeeper
{
    Q_OBJECT
public:
    /// `thread`, `session`, `clock` outlive this object; `clock` outlives `thread`'s end too. `folder` need not exist.
    SqliteHistoryKeeper(HistoryThread &thread, Session &session, const Clock &clock, QString folder,
                        QObject *parent = nullptr);
    ~SqliteHistoryKeeper() override;
    /// The file of a profile's history.
    [[nodiscard]] static QString pathFor(const QString &folder, const Profile &profile);

    /// Removes every file of a profile's history. Of one that is open in this process it has to be closed before.
    /// `done` runs once, after the call has returned, unless `context` is gone; a value means that nothing is left.
    static void erase(HistoryThread &thread, const QString &folder, const Profile &profile, QObject *context,
                      std::function<void(Result<void>)> done);

    [[nodiscard]] Status status() const override { return m_contents.status; }
    [[nodiscard]] std::optional<Problem> problem() const override { return m_contents.problem; }
    [[nodiscard]] TokenHistoryPtr history() const override { return m_contents.history; }
    [[nodiscard]] const std::vector<Review> &reviews() const override { return m_contents.reviews; }
    [[nodiscard]] const HiddenFindings &hiddenFindings() const override { return m_contents.hidden; }

    void markReviewed(const QString &note, QObject *context, std::function<void(Result<void>)> done) override;
    void setFindingHidden(const QUuid &token, FindingRule rule, bool hidden) override;
    void deleteHistory(QObject *context, std::function<void(Result<void>)> done) override;
    void setRetentionDays(int days) override;

private:
    class Worker;
    struct Contents
    {
        Status status = Status::Off;
        std::optional<Problem> problem;
        TokenHistoryPtr history = TokenHistoryBuilder().build();
        std::vector<Review> reviews;
        HiddenFindings hidden;
    };

    void follow();
    void close();
    void look(const TokenSnapshotPtr &tokens, const ReplyStamp &stamp);
    void show(Contents contents);
    /// Runs `work` on the thread, shows what the history then is, and tells `done`.
    void ask(std::function<Result<void>(Worker &)> work, QObject *context, std::function<void(Result<void>)> done);

    HistoryThread &m_thread;
    Session &m_session;
    const Clock &m_clock;
    const QString m_folder;
    std::optional<int> m_retentionDays;
    QUuid m_profile; ///< whose history is open; null: none
    Worker *m_worker = nullptr;
    std::shared_ptr<bool> m_wanted; ///< by the worker's answers: still this profile's
    Contents m_contents;
};

} // namespace tokendesk
