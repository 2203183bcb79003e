// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sqlitehistorykeeper.h"

#include "history/historydatabase.h"
#include "history/historyfile.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>

namespace tokendesk {

/// One profile's history, on the HistoryThread.
class SqliteHistoryKeeper::Worker
{
public:
    Worker(const Clock &clock, QString path) : m_clock(clock), m_path(std::move(path)) {}

    /// The first call on the thread: a database belongs to the thread that made it.
    void open(std::optional<int> retentionDays)
    {
        m_database = std::make_unique<HistoryDatabase>(m_path, m_clock);
        if (retentionDays)
            m_database->setRetentionDays(*retentionDays);
        m_database->open();
    }
    void record(const TokenSnapshotPtr &tokens, const Look &look)
    {
        m_tokens = tokens;
        m_look = look;
        m_database->record(*tokens, look);
    }
    Result<void> deleteEverything()
    {
        Result<void> result = m_database->deleteEverything();
        if (m_tokens)
            m_database->record(*m_tokens, m_look); // begin anew with what is on the screen
        return result;
    }
    HistoryDatabase &database() { return *m_database; }
    [[nodiscard]] Contents contents()
    {
        return {statusOf(m_database->status()), m_database->problem(), m_database->history(), m_database->reviews(),
                m_database->hiddenFindings()};
    }

private:
    static Status statusOf(HistoryDatabase::Status status)
    {
        switch (status) {
        case HistoryDatabase::Status::Keeping:
            return Status::Keeping;
        case HistoryDatabase::Status::ReadOnly:
            return Status::ReadOnly;
        case HistoryDatabase::Status::NotKept:
            return Status::NotKept;
        }
        Q_UNREACHABLE();
    }

    const Clock &m_clock;
    const QString m_path;
    std::unique_ptr<HistoryDatabase> m_database;
    TokenSnapshotPtr m_tokens; ///< of the last look; null: none yet
    Look m_look;
};

SqliteHistoryKeeper::SqliteHistoryKeeper(HistoryThread &thread, Session &session, const Clock &clock, QString folder,
                                         QObject *parent)
    : HistoryKeeper(parent), m_thread(thread), m_session(session), m_clock(clock), m_folder(std::move(folder))
{
    connect(&session, &Session::statusChanged, this, &SqliteHistoryKeeper::follow);
    connect(&session, &Session::looked, this, &SqliteHistoryKeeper::look);
    follow();
}

SqliteHistoryKeeper::~SqliteHistoryKeeper()
{
    close();
}

QString SqliteHistoryKeeper::pathFor(const QString &folder, const Profile &profile)
{
    return QDir(folder).filePath(profile.uuid.toString(QUuid::WithoutBraces) + QLatin1String(".sqlite"));
}

void SqliteHistoryKeeper::erase(HistoryThread &thread, const QString &folder, const Profile &profile, QObject *context,
                                std::function<void(Result<void>)> done)
{
    auto tell = [context = QPointer<QObject>(context), done = std::move(done)](const Result<void> &result) {
        if (context)
            done(result);
    };
    thread.run([&thread, path = pathFor(folder, profile), tell = std::move(tell)] {
        HistoryFile file(path);
        if (QFileInfo::exists(path))
            file.open(); // so that it is overwritten before it goes
        Result<void> result;
        if (!file.remove() || QFileInfo::exists(path))
            result = failure({.kind = ErrorKind::HistoryFailed, .detail = file.failure().text});
        thread.postBack(std::make_shared<const bool>(true), [tell, result = std::move(result)] { tell(result); });
    });
}

void SqliteHistoryKeeper::follow()
{
    const QUuid profile = m_session.profile() ? m_session.profile()->uuid : QUuid();
    if (profile == m_profile)
        return;
    close();
    m_profile = profile;
    Contents contents;
    if (!profile.isNull()) {
        m_worker = new Worker(m_clock, pathFor(m_folder, *m_session.profile()));
        m_wanted = std::make_shared<bool>(true);
        ask(
            [days = m_retentionDays](Worker &worker) {
                worker.open(days);
                return Result<void>();
            },
            this, {});
        contents.status = Status::Opening;
    }
    show(std::move(contents));
}

void SqliteHistoryKeeper::close()
{
    if (!m_worker)
        return;
    *m_wanted = false;
    m_thread.run([worker = m_worker] { delete worker; }); // after what was asked of it before
    m_worker = nullptr;
}

void SqliteHistoryKeeper::look(const TokenSnapshotPtr &tokens, const ReplyStamp &stamp)
{
    follow();
    const qint64 serverMs = stamp.serverDateMs.value_or(stamp.receivedAtMs + m_session.serverClock().offsetMs());
    ask(
        [tokens, now = Look{serverMs, stamp.receivedAtMs}](Worker &worker) {
            worker.record(tokens, now);
            return Result<void>();
        },
        this, {});
}

void SqliteHistoryKeeper::ask(std::function<Result<void>(Worker &)> work, QObject *context,
                              std::function<void(Result<void>)> done)
{
    auto tell = [context = QPointer<QObject>(context), done = std::move(done)](const Result<void> &result) {
        if (context && done)
            done(result);
    };
    auto always = std::make_shared<const bool>(true); // also when the profile is closed meanwhile
    if (!m_worker) {
        m_thread.postBack(always, [tell = std::move(tell)] { tell(failure({.kind = ErrorKind::HistoryFailed})); });
        return;
    }
    m_thread.run([this, worker = m_worker, thread = &m_thread, wanted = m_wanted, always, work = std::move(work),
                  tell = std::move(tell)] {
        Result<void> result = work(*worker);
        // `this` is only used while it is wanted, on its own thread.
        thread->postBack(wanted, [this, contents = worker->contents()] { show(contents); });
        thread->postBack(always, [tell, result = std::move(result)] { tell(result); });
    });
}

void SqliteHistoryKeeper::show(Contents contents)
{
    const Contents before = std::exchange(m_contents, std::move(contents));
    const QPointer<SqliteHistoryKeeper> guard(this);
    if (before.history != m_contents.history || before.reviews != m_contents.reviews ||
        before.hidden != m_contents.hidden)
        Q_EMIT historyChanged();
    if (guard && (before.status != m_contents.status || before.problem != m_contents.problem))
        Q_EMIT statusChanged();
}

void SqliteHistoryKeeper::markReviewed(const QString &note, QObject *context, std::function<void(Result<void>)> done)
{
    const Review review{m_session.serverNow(), m_clock.nowMs(), note};
    ask([review](Worker &worker) { return worker.database().addReview(review); }, context, std::move(done));
}

void SqliteHistoryKeeper::setFindingHidden(const QUuid &token, FindingRule rule, bool hidden)
{
    ask([=](Worker &worker) { return worker.database().setFindingHidden(token, rule, hidden); }, this, {});
}

void SqliteHistoryKeeper::deleteHistory(QObject *context, std::function<void(Result<void>)> done)
{
    ask([](Worker &worker) { return worker.deleteEverything(); }, context, std::move(done));
}

void SqliteHistoryKeeper::setRetentionDays(int days)
{
    m_retentionDays = days;
    if (m_worker) {
        ask(
            [days](Worker &worker) {
                worker.database().setRetentionDays(days);
                return Result<void>();
            },
            this, {});
    }
}

} // namespace tokendesk
