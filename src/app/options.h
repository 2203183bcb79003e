// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tokendesk {

/// What the command line asks for.
struct Options
{
    enum class Action {
        Run,
        PrintAndExit, ///< `text` is the help, the version, or (exitCode not 0) what is wrong with the command line
    };
    Action action = Action::Run;
    QString text;
    int exitCode = 0;
    bool demo = false;
    bool selfCheck = false;
    int demoTokens = 200; ///< 0 to 1,000,000
};

/// `arguments` as QCoreApplication::arguments() has them. Needs no application object.
[[nodiscard]] Options parseOptions(const QStringList &arguments);

} // namespace tokendesk
