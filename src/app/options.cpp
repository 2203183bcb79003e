// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace tokendesk {

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

constexpr int mostTokens = 1'000'000;

Options printed(const QString &text, int exitCode)
{
    Options options;
    options.action = Options::Action::PrintAndExit;
    options.text = text;
    options.exitCode = exitCode;
    return options;
}

} // namespace

Options parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(CommandLine::tr("Manage the provisioning tokens of an AcuSight organization."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, CommandLine::tr("Show this help."));
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")},
                                     CommandLine::tr("Show the version."));
    const QCommandLineOption demo(
        QStringLiteral("demo"),
        CommandLine::tr("Try Token Desk with a made-up organization on this computer. Needs no account, keychain or "
                        "network, and changes no settings."));
    const QCommandLineOption demoTokens(QStringLiteral("demo-tokens"),
                                        CommandLine::tr("How many tokens the made-up organization has, 0 to 1000000."),
                                        CommandLine::tr("number"), QStringLiteral("200"));
    const QCommandLineOption selfCheck(
        QStringLiteral("self-check"),
        CommandLine::tr("Open the window with the made-up organization, wait for its list, print how many rows it has, "
                        "and quit."));
    parser.addOptions({help, version, demo, demoTokens, selfCheck});

    if (!parser.parse(arguments))
        return printed(parser.errorText() + u'\n' + CommandLine::tr("\"tokendesk --help\" lists the options.") + u'\n',
                       2);
    if (parser.isSet(help))
        return printed(parser.helpText(), 0);
    if (parser.isSet(version))
        return printed(QStringLiteral("tokendesk " TOKENDESK_VERSION "\n"), 0);
    if (!parser.positionalArguments().isEmpty())
        return printed(
            CommandLine::tr("Token Desk takes no file or address: %1").arg(parser.positionalArguments().constFirst()) +
                u'\n',
            2);
    Options options;
    options.selfCheck = parser.isSet(selfCheck);
    options.demo = parser.isSet(demo) || options.selfCheck;
    bool isNumber = false;
    options.demoTokens = parser.value(demoTokens).toInt(&isNumber);
    if (!isNumber || options.demoTokens < 0 || options.demoTokens > mostTokens)
        return printed(CommandLine::tr("--demo-tokens takes a number from 0 to 1000000.") + u'\n', 2);
    return options;
}

} // namespace tokendesk
