// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <functional>
#include <optional>

namespace tokendesk {

/// What stands between a history and its file.
struct FileFailure
{
    enum class Kind {
        Damaged,  ///< not a database, or one with errors in it
        ReadOnly, ///< it can be read, but not written
        Full,     ///< no room on the disk
        Busy,     ///< another program holds it
        NoDriver, ///< Qt's driver for SQLite is not installed
        Other,
    };
    Kind kind = Kind::Other;
    QString text; ///< what the system or SQLite says
};

/// One SQLite file with the history's schema: opened or created (readable by its owner only, and so is its folder),
/// brought to the present schema, put aside or removed. Every failure is remembered in failure().
///
/// Threads: used on one thread, the one that made it.
class HistoryFile
{
public:
    /// Rises with every change of the schema; PRAGMA user_version of the file.
    static constexpr int schemaVersion = 1;
    /// How long another window's transaction is waited for, milliseconds.
    static constexpr int busyTimeoutMs = 3000;

    explicit HistoryFile(QString path);
    ~HistoryFile();
    HistoryFile(const HistoryFile &) = delete;
    HistoryFile &operator=(const HistoryFile &) = delete;

    [[nodiscard]] const QString &path() const { return m_path; }
    /// True where it is open afterwards; does nothing where it was before.
    bool open();
    void close();
    [[nodiscard]] bool isOpen() const { return m_open; }
    /// Written by a newer version of Token Desk: only read it, and expect not to understand it.
    [[nodiscard]] bool isNewer() const { return m_newer; }
    /// Another process has removed the open file, or put another one in its place: what is written here is lost.
    [[nodiscard]] bool isReplaced() const;

    /// Runs `work` in one transaction; commits where it returns true. `writes`: keeps other writers out from the start.
    bool transaction(bool writes, const std::function<bool()> &work);
    /// Nothing, and failure(), where it did not work.
    std::optional<QSqlQuery> execute(const QString &sql, const QVariantList &values = {});
    /// False, and failure(), where the query's rows ended because of an error.
    bool checkRead(const QSqlQuery &query);
    /// False, and isNewer(), where a newer version of Token Desk has taken over the open file.
    bool isStillOurs();
    /// Changes whenever another connection has written. Nothing where it cannot be told.
    std::optional<qint64> dataVersion();

    [[nodiscard]] const FileFailure &failure() const { return m_failure; }
    /// For a file that is readable but does not hold what it should.
    void setDamaged(const QString &text) { m_failure = {FileFailure::Kind::Damaged, text}; }

    /// Closes it and gives it another name beside; that name, without the folder. Nothing where that failed, or where
    /// another process has done so meanwhile (then there is a file to open again).
    std::optional<QString> putAside(qint64 nowMs);
    /// Removes the file, what SQLite has beside it, and what was put aside. First it is emptied and overwritten, for
    /// where another process has it open it may stay. False where something is left.
    bool remove();

private:
    bool makeFile();
    bool prepare();
    bool migrate();
    bool fail(FileFailure::Kind kind, const QString &text);
    bool failSql(const QSqlError &error);

    const QString m_path;
    const QString m_connection;
    QSqlDatabase m_database;
    FileFailure m_failure;
    bool m_open = false;
    bool m_newer = false;
    quint64 m_device = 0;
    quint64 m_inode = 0;
};

} // namespace tokendesk
