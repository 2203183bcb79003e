// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/api.h"
#include "simulator/faults.h"

#include <chrono>
#include <optional>

namespace tokendesk::simulator {

struct Options
{
    QHostAddress host{QHostAddress::LocalHost};
    quint16 port = 0;
    qint64 tokens = 40;
    quint64 seed = 1;
    bool live = false;
    double timeScale = 1;
    qint64 clockOffsetMs = 0;
    /// Where the server's clock starts instead; milliseconds since the epoch, UTC.
    std::optional<qint64> startTime;
    QByteArray bearer; ///< empty: make one
    /// Take any instead, each for so long; zero: for ever.
    std::optional<std::chrono::seconds> anyBearer;
    QString organization;
    ApiOptions api;
    QString tlsHost;
    bool tlsExpired = false;
    bool tlsAuthority = false;
    bool tlsNotYetValid = false;
    bool log = false;
    bool detached = false;
    std::vector<FaultRule> faults;
};

/// The command line, or what is wrong with it in words for the person who typed it. --help and --version end the
/// process.
[[nodiscard]] std::variant<Options, QString> readOptions(const QStringList &arguments);

} // namespace tokendesk::simulator
