// SPDX-License-Identifier: GPL-3.0-or-later
//
// What every benchmark program shares. Two sides of one ratio are measured in turns, so that whatever else the machine
// does meets both; medians are compared. Each result is one line of JSON on standard output:
//   {"row": "...", "ours": number, "peer": number, "unit": "ms|bytes|ratio", "ratio": number, "bar": number,
//    "holds": bool}
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <utility>
#include <vector>

namespace tokendesk::bench {

struct Options
{
    bool quick = false; ///< within a minute: fewer rounds, and nothing with a million tokens
    int tokens = 0;     ///< instead of the program's own number of tokens; 0: not given
    QString only;       ///< rows with this in their name; empty: all

    /// At least five; each round runs both sides once.
    [[nodiscard]] int rounds(int wanted) const { return quick ? 5 : std::max(5, wanted); }
};

/// `--quick`, `--tokens N`, `--only TEXT`; whatever else is there belongs to the program.
inline Options parseOptions(const QStringList &arguments)
{
    Options options;
    options.quick = arguments.contains(QStringLiteral("--quick"));
    const auto value = [&](const QString &name) { return arguments.value(arguments.indexOf(name) + 1); };
    if (arguments.contains(QStringLiteral("--tokens")))
        options.tokens = value(QStringLiteral("--tokens")).toInt();
    if (arguments.contains(QStringLiteral("--only")))
        options.only = value(QStringLiteral("--only"));
    return options;
}

inline double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const size_t middle = values.size() / 2;
    return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// Milliseconds that `work` takes, once.
template <class Work>
double timeMs(Work &&work)
{
    QElapsedTimer timer;
    timer.start();
    std::forward<Work>(work)();
    return double(timer.nsecsElapsed()) / 1e6;
}

struct Sides
{
    double ours = 0;
    double peer = 0;
};

/// Milliseconds of processor time that `work` takes of the calling thread: what a person would wait for on a machine
/// with nothing else to do. For work that neither blocks nor leaves the thread; on a busy machine the clock on the wall
/// tells more about the others.
template <class Work>
double cpuMs(Work &&work)
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    };
    const double before = now();
    std::forward<Work>(work)();
    return now() - before;
#else
    return timeMs(std::forward<Work>(work));
#endif
}

/// Medians of both sides, each of which returns what it measured of one round. The first round warms up and is not
/// counted.
template <class Ours, class Peer>
Sides interleaved(int rounds, Ours ours, Peer peer)
{
    std::vector<double> our;
    std::vector<double> their;
    for (int round = 0; round <= rounds; ++round) {
        const double a = ours();
        const double b = peer();
        if (round == 0)
            continue;
        our.push_back(a);
        their.push_back(b);
    }
    return {median(our), median(their)};
}

/// Prints one line. It holds where ours / peer is at most `bar`.
inline bool report(const QString &row, Sides sides, const char *unit, double bar)
{
    const double ratio = sides.peer > 0 ? sides.ours / sides.peer : 0;
    const bool holds = sides.peer > 0 && ratio <= bar;
    const QJsonObject line{{QStringLiteral("row"), row},         {QStringLiteral("ours"), sides.ours},
                           {QStringLiteral("peer"), sides.peer}, {QStringLiteral("unit"), QString::fromLatin1(unit)},
                           {QStringLiteral("ratio"), ratio},     {QStringLiteral("bar"), bar},
                           {QStringLiteral("holds"), holds}};
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    return holds;
}

} // namespace tokendesk::bench
