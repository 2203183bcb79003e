// SPDX-License-Identifier: GPL-3.0-or-later
//
// The history against its limits: `ours` is what it takes, `peer` what it may take.
#include "bench.h"

#include "history/historydatabase.h"
#include "support/fakeclock.h"
#include "support/tokens.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace tokendesk;

namespace {

constexpr qint64 hourMs = 3'600'000;

TestToken someToken(int number, qint64 createdAt)
{
    return {number, QStringLiteral("Line %1 - %2").arg(number % 9).arg(number), createdAt, createdAt + 90 * msPerDay};
}

/// One look in which `changes` tokens are used.
void use(std::vector<TestToken> &tokens, int changes, quint32 &dice, qint64 now)
{
    for (int i = 0; i < changes; ++i) {
        dice = dice * 1664525 + 1013904223;
        TestToken &token = tokens[(dice >> 8) % tokens.size()];
        token.useCount++;
        token.lastUsedAt = now - (dice >> 12) % hourMs;
    }
}

/// A year of hourly looks: 1,000 live tokens, 50 of them used between two looks, one in ten looks finds a new token.
void recordYear(const QString &path, FakeClock &clock)
{
    HistoryDatabase database(path, clock);
    database.open();
    quint32 dice = 1;
    std::vector<TestToken> tokens;
    for (int number = 0; number < 1000; ++number)
        tokens.push_back(someToken(number, clock.nowMs() - number * hourMs));
    for (int look = 0; look < 365 * 24; ++look) {
        clock.advance(hourMs);
        use(tokens, 50, dice, clock.nowMs());
        if (look % 10 == 0)
            tokens.insert(tokens.begin(), someToken(1000 + look, clock.nowMs()));
        database.record(*snapshotOf(tokens), {clock.nowMs(), clock.nowMs()});
    }
}

bool yearOpens(const bench::Options &options, const QString &path)
{
    FakeClock clock;
    recordYear(path, clock);
    size_t events = 0;
    const bench::Sides sides = bench::interleaved(
        options.rounds(11),
        [&] {
            return bench::timeMs([&] {
                HistoryDatabase database(path, clock);
                database.open();
                events = database.history()->eventCount();
            });
        },
        [] { return 200.0; });
    std::fprintf(stderr, "%zu events, %lld bytes\n", events, static_cast<long long>(QFileInfo(path).size()));
    return bench::report(QStringLiteral("History: open a year of hourly looks at 1,000 live tokens"), sides, "ms", 1.0);
}

bool changesAreRecorded(const bench::Options &options, const QString &path)
{
    FakeClock clock;
    HistoryDatabase database(path, clock);
    database.open();
    quint32 dice = 1;
    std::vector<TestToken> tokens;
    for (int number = 0; number < (options.tokens > 0 ? options.tokens : 100'000); ++number)
        tokens.push_back(someToken(number, clock.nowMs() - number * 1000));
    const auto record = [&] {
        clock.advance(hourMs);
        use(tokens, 1000, dice, clock.nowMs());
        const TokenSnapshotPtr list = snapshotOf(tokens);
        return bench::timeMs([&] {
            database.record(*list, {clock.nowMs(), clock.nowMs()});
            const TokenHistoryPtr history = database.history();
        });
    };
    std::fprintf(stderr, "first look: %.1f ms\n", record());
    const bench::Sides sides = bench::interleaved(options.rounds(21), record, [] { return 50.0; });
    return bench::report(QStringLiteral("History: record 1,000 changes among 100,000 tokens, and hand it out"), sides,
                         "ms", 1.0);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const bench::Options options = bench::parseOptions(QCoreApplication::arguments());
    const QTemporaryDir folder;
    const bool opens = yearOpens(options, folder.filePath(QStringLiteral("year/history.sqlite")));
    const bool records = changesAreRecorded(options, folder.filePath(QStringLiteral("many/history.sqlite")));
    return opens && records ? 0 : 1;
}
