// SPDX-License-Identifier: GPL-3.0-or-later
//
// A process of its own that records looks, for test_historyprocesses:
//   historywriter endless <path>             looks without end; the number of each on standard output once it is
//   written historywriter shared <path> <file> <n>   n looks at what a server does that all writers with one <file>
//   share historywriter full <path>                the disk is full for a while; what became of it, on standard output
#include "historyrig.h"

#include <QCoreApplication>
#include <QFile>

#include <csignal>
#include <cstdio>
#include <sys/file.h>
#include <sys/resource.h>

using namespace tokendesk;

namespace {

constexpr qint64 startMs = 1772366400000;
constexpr int tokenCount = 40;

/// At each look every token has been used as often as there have been looks.
TokenSnapshotPtr listAt(int look)
{
    std::vector<TestToken> tokens;
    for (int number = 0; number < tokenCount; ++number) {
        tokens.push_back({number, QStringLiteral("Token %1").arg(number), startMs - number, noInstant,
                          startMs + look * 1000, noInstant, static_cast<quint32>(look), false});
    }
    return snapshotOf(tokens);
}

Look lookAt(int look)
{
    return {startMs + look * 1000, startMs + look * 1000};
}

void say(const QString &line)
{
    std::puts(qPrintable(line));
    std::fflush(stdout);
}

int endless(const QString &path)
{
    FakeClock clock(startMs);
    HistoryDatabase database(path, clock);
    database.open();
    const TokenHistoryPtr history = database.history();
    const auto before =
        history->looks().empty() ? 0 : static_cast<int>((history->looks().back().serverMs - startMs) / 1000);
    for (int look = before + 1;; ++look) {
        database.record(*listAt(look), lookAt(look));
        if (database.status() != HistoryDatabase::Status::Keeping)
            return 1;
        say(QString::number(look));
    }
}

int shared(const QString &path, const QString &serverPath, int looks)
{
    FakeClock clock(startMs);
    HistoryDatabase database(path, clock);
    database.open();
    for (int i = 0; i < looks; ++i) {
        int now = 0;
        {
            QFile server(serverPath);
            if (!server.open(QFile::ReadWrite) || ::flock(server.handle(), LOCK_EX) != 0)
                return 2;
            now = server.readAll().toInt() + 1;
            server.resize(0);
            server.write(QByteArray::number(now));
        }
        database.record(*listAt(now), lookAt(now));
        if (database.status() != HistoryDatabase::Status::Keeping) {
            say(database.problem()->explanation);
            return 1;
        }
    }
    return 0;
}

void limitFiles(rlim_t bytes)
{
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &limit);
}

int full(const QString &path)
{
    std::signal(SIGXFSZ, SIG_IGN);
    FakeClock clock(startMs);
    HistoryDatabase database(path, clock);
    database.open();
    const auto state = [&](const char *when) {
        say(QStringLiteral("%1: %2 %3 %4")
                .arg(QLatin1String(when))
                .arg(static_cast<int>(database.status()))
                .arg(database.problem().has_value())
                .arg(database.history()->looks().size()));
    };
    for (int look = 1; look <= 3; ++look)
        database.record(*listAt(look), lookAt(look));
    state("before");
    limitFiles(4096);
    for (int look = 4; look <= 6; ++look)
        database.record(*listAt(look), lookAt(look));
    say(database.addReview({1, 2, QString()}) ? QStringLiteral("reviewed") : QStringLiteral("not reviewed"));
    state("full");
    limitFiles(RLIM_INFINITY);
    database.record(*listAt(7), lookAt(7));
    say(database.addReview({1, 2, QString()}) ? QStringLiteral("reviewed") : QStringLiteral("not reviewed"));
    state("after");
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QLatin1String("endless"))
        return endless(arguments[2]);
    if (arguments.size() == 5 && arguments[1] == QLatin1String("shared"))
        return shared(arguments[2], arguments[3], arguments[4].toInt());
    if (arguments.size() == 3 && arguments[1] == QLatin1String("full"))
        return full(arguments[2]);
    return 64;
}
