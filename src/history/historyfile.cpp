// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historyfile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QThread>
#include <QUuid>

#include <array>
#include <utility>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace tokendesk {

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr std::array besideIt{"-wal", "-shm", "-journal"};

/// Step n brings version n to version n + 1. A step that was released never changes (tests/fixtures/history).
const std::array<QStringList, HistoryFile::schemaVersion> &migrations()
{
    static const std::array<QStringList, HistoryFile::schemaVersion> steps{QStringList{
        // AUTOINCREMENT: a number that was deleted is never given again, so that another window can tell that what it
        // knows is gone. changes: KnownTokens; NULL where nothing differed.
        QStringLiteral("CREATE TABLE looks (number INTEGER PRIMARY KEY AUTOINCREMENT, server_ms INTEGER NOT NULL,"
                       " local_ms INTEGER NOT NULL, changes BLOB)"),
        QStringLiteral("CREATE TABLE reviews (number INTEGER PRIMARY KEY, server_ms INTEGER NOT NULL,"
                       " local_ms INTEGER NOT NULL, note TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE hidden_findings (token BLOB NOT NULL, rule TEXT NOT NULL,"
                       " PRIMARY KEY (token, rule)) WITHOUT ROWID"),
    }};
    return steps;
}

/// For what came back from a backup, say, with the permissions of another place.
void keepPrivate(const QString &path, QFile::Permissions permissions)
{
    constexpr auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    if (QFileInfo(path).permissions() & others)
        QFile::setPermissions(path, permissions);
}

/// Which file stands at the path; zeros where there is none, or where the system has no such numbers.
std::pair<quint64, quint64> identityOf(const QString &path)
{
#ifdef Q_OS_UNIX
    struct stat status
    {};
    if (::stat(QFile::encodeName(path).constData(), &status) == 0)
        return {static_cast<quint64>(status.st_dev), static_cast<quint64>(status.st_ino)};
#else
    Q_UNUSED(path)
#endif
    return {0, 0};
}

} // namespace

HistoryFile::HistoryFile(QString path)
    : m_path(std::move(path)), m_connection(QUuid::createUuid().toString(QUuid::WithoutBraces))
{}

HistoryFile::~HistoryFile()
{
    close();
}

bool HistoryFile::fail(FileFailure::Kind kind, const QString &text)
{
    m_failure = {kind, text};
    return false;
}

bool HistoryFile::failSql(const QSqlError &error)
{
    // SQLite's result codes (sqlite.org/rescode.html); the upper bytes of an extended one are details.
    using Kind = FileFailure::Kind;
    Kind kind = Kind::Other;
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        kind = Kind::Busy;
        break;
    case 8: // SQLITE_READONLY
        kind = Kind::ReadOnly;
        break;
    case 1:  // SQLITE_ERROR; our statements being right, a table is missing or has other columns
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        kind = Kind::Damaged;
        break;
    case 13: // SQLITE_FULL
        kind = Kind::Full;
        break;
    default:
        break;
    }
    return fail(kind, error.databaseText());
}

bool HistoryFile::makeFile()
{
    const QFileInfo info(m_path);
    const QString folder = info.absolutePath();
    if (!QFileInfo::exists(folder)) {
        const QFileInfo folderInfo(folder);
        // Another window may make it at the same moment.
        if (!QDir().mkpath(folderInfo.absolutePath()) ||
            (!QDir(folderInfo.absolutePath()).mkdir(folderInfo.fileName(), ownerOnly | QFile::ExeOwner) &&
             !QFileInfo::exists(folder)))
            return fail(FileFailure::Kind::Other, QDir::toNativeSeparators(folder));
    }
    // Before SQLite makes it: it would be readable as far as the umask lets it be. What SQLite puts beside it gets the
    // same permissions.
    QFile file(m_path);
    keepPrivate(folder, ownerOnly | QFile::ExeOwner);
    keepPrivate(m_path, ownerOnly);
    if (!file.open(QFile::WriteOnly | QFile::NewOnly, ownerOnly) && !QFileInfo::exists(m_path))
        return fail(FileFailure::Kind::Other, file.errorString());
    return true;
}

bool HistoryFile::open()
{
    if (m_open)
        return true;
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLITE")))
        return fail(FileFailure::Kind::NoDriver, {});
    if (!makeFile())
        return false;
    std::tie(m_device, m_inode) = identityOf(m_path);
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    m_database.setDatabaseName(m_path);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs));
    m_open = m_database.open() || failSql(m_database.lastError());
    // Where two windows begin a file at the same moment, the switch to the log fails for one of them at once: SQLite's
    // own waiting does not cover it.
    for (int attempt = 1; m_open && !prepare(); ++attempt) {
        if (m_failure.kind == FileFailure::Kind::Busy && attempt < 40)
            QThread::msleep(25);
        else
            close();
    }
    return m_open;
}

void HistoryFile::close()
{
    m_open = false;
    m_newer = false;
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

bool HistoryFile::prepare()
{
    std::optional<QSqlQuery> version = execute(QStringLiteral("PRAGMA user_version"));
    if (!version || !version->next())
        return false;
    const int found = version->value(0).toInt();
    version.reset();
    m_newer = found > schemaVersion;
    if (m_newer)
        return execute(QStringLiteral("PRAGMA query_only = ON")).has_value();
    // WAL with NORMAL: no wait for the disk at each look. A killed process loses nothing that was committed; when the
    // power fails, the last looks may be missing, but the file is whole (sqlite.org/pragma.html#pragma_synchronous).
    if (!execute(QStringLiteral("PRAGMA journal_mode = WAL")) && m_failure.kind != FileFailure::Kind::ReadOnly)
        return false;
    // What SQLite sets aside while it works stays out of the folder for temporary files, where others may read.
    if (!execute(QStringLiteral("PRAGMA synchronous = NORMAL")) ||
        !execute(QStringLiteral("PRAGMA temp_store = MEMORY")))
        return false;
    return found == schemaVersion || transaction(true, [this] { return migrate(); });
}

bool HistoryFile::migrate()
{
    // Read again: another window may have done it while this one waited for the lock.
    std::optional<QSqlQuery> version = execute(QStringLiteral("PRAGMA user_version"));
    if (!version || !version->next())
        return false;
    const int found = version->value(0).toInt();
    version.reset();
    for (int step = found; step < schemaVersion; ++step) {
        for (const QString &sql : migrations()[static_cast<size_t>(step)]) {
            if (!execute(sql))
                return false;
        }
    }
    return execute(QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion)).has_value();
}

bool HistoryFile::isReplaced() const
{
    return m_open && (!QFileInfo::exists(m_path) || identityOf(m_path) != std::pair(m_device, m_inode));
}

bool HistoryFile::transaction(bool writes, const std::function<bool()> &work)
{
    if (!execute(writes ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN")))
        return false;
    if (work() && execute(QStringLiteral("COMMIT")))
        return true;
    const FileFailure reason = m_failure; // SQLite may have rolled back already, and then this one fails
    execute(QStringLiteral("ROLLBACK"));
    m_failure = reason;
    return false;
}

std::optional<QSqlQuery> HistoryFile::execute(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    bool worked = query.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    worked = worked && query.exec();
    if (!worked) {
        failSql(query.lastError());
        return std::nullopt;
    }
    return query;
}

bool HistoryFile::checkRead(const QSqlQuery &query)
{
    return !query.lastError().isValid() || failSql(query.lastError());
}

bool HistoryFile::isStillOurs()
{
    std::optional<QSqlQuery> version = execute(QStringLiteral("PRAGMA user_version"));
    if (!version || !version->next())
        return false;
    m_newer = version->value(0).toInt() > schemaVersion;
    return !m_newer || fail(FileFailure::Kind::ReadOnly, {});
}

std::optional<qint64> HistoryFile::dataVersion()
{
    std::optional<QSqlQuery> query = execute(QStringLiteral("PRAGMA data_version"));
    if (!query || !query->next())
        return std::nullopt;
    return query->value(0).toLongLong();
}

std::optional<QString> HistoryFile::putAside(qint64 nowMs)
{
    const bool replaced = isReplaced();
    close();
    if (replaced || identityOf(m_path) != std::pair(m_device, m_inode))
        return std::nullopt;
    const QFileInfo info(m_path);
    const QString stem =
        QStringLiteral("%1.damaged-%2")
            .arg(info.completeBaseName(),
                 QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).toString(QStringLiteral("yyyyMMdd-hhmmss")));
    QString name = stem + QStringLiteral(".sqlite");
    for (int more = 2; QFileInfo::exists(info.dir().filePath(name)); ++more)
        name = QStringLiteral("%1-%2.sqlite").arg(stem).arg(more);
    if (!QFile::rename(m_path, info.dir().filePath(name))) {
        fail(FileFailure::Kind::Other, QDir::toNativeSeparators(m_path));
        return std::nullopt;
    }
    // What was not yet moved from the log into the file belongs to it; it must not be taken for the new one's.
    for (const char *suffix : besideIt)
        QFile::rename(m_path + QLatin1String(suffix), info.dir().filePath(name + QLatin1String(suffix)));
    return name;
}

bool HistoryFile::remove()
{
    if (m_open && !m_newer) {
        execute(QStringLiteral("PRAGMA secure_delete = ON"));
        transaction(true, [this] {
            return execute(QStringLiteral("DELETE FROM looks")) && execute(QStringLiteral("DELETE FROM reviews")) &&
                   execute(QStringLiteral("DELETE FROM hidden_findings"));
        });
        execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    close();
    const QFileInfo info(m_path);
    QDir folder = info.dir();
    const QString stem = info.completeBaseName();
    bool gone = true;
    for (const QString &name : folder.entryList({stem + QStringLiteral(".*")}, QDir::Files | QDir::Hidden)) {
        if (!folder.remove(name))
            gone = fail(FileFailure::Kind::Other, QDir::toNativeSeparators(folder.filePath(name)));
    }
    return gone;
}

} // namespace tokendesk
