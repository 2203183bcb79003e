// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/hardening.h"
#include "app/quitsignals.h"
#include "gui/accessiblescrollarea.h"
#include "gui/iconstyle.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <cstdio>
#include <thread>

#ifdef TOKENDESK_FONTCONFIG
#include <fontconfig/fontconfig.h>
#endif

using namespace tokendesk;

namespace {

void name(QCoreApplication &)
{
    QCoreApplication::setOrganizationName(QStringLiteral("TokenDesk"));
    QCoreApplication::setApplicationName(QStringLiteral("TokenDesk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TOKENDESK_VERSION));
}

void installTranslations(QCoreApplication &app)
{
    auto *qt = new QTranslator(&app);
    if (qt->load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
    // English first: its plural forms stand where a language we do not have is asked for.
    for (const QLocale &locale : {QLocale(QLocale::English), QLocale()}) {
        auto *own = new QTranslator(&app);
        if (own->load(locale, QStringLiteral("tokendesk"), QStringLiteral("_"), QStringLiteral(":/i18n")))
            QCoreApplication::installTranslator(own);
    }
}

void readFontConfiguration()
{
#ifdef TOKENDESK_FONTCONFIG
    FcInit(); // once for the process; any thread
#endif
}

/// Help and version need no display.
int print(const Options &options)
{
    std::FILE *out = options.exitCode == 0 ? stdout : stderr;
    std::fputs(qPrintable(options.text), out);
    return options.exitCode;
}

} // namespace

int main(int argc, char *argv[])
{
#ifndef __SANITIZE_ADDRESS__ // LeakSanitizer attaches to the process at its end, and could not
    keepMemoryPrivate();
#endif

    if (argc > 1) {
        QCoreApplication core(argc, argv);
        name(core);
        installTranslations(core);
        QStringList arguments = QCoreApplication::arguments();
        // Qt's own options (-platform, -style …) are taken out by QApplication, which is still to come.
        const Options options = parseOptions(arguments);
        if (options.action == Options::Action::PrintAndExit && options.exitCode == 0)
            return print(options);
    }

    // What the fonts are set up to be takes as long to read as all the rest of the start. Qt asks for it at the first
    // text; meanwhile it connects to the display.
    std::thread fonts(readFontConfiguration);
    QApplication app(argc, argv);
    fonts.join();
    name(app);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Token Desk"));
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.tokendesk.TokenDesk"));
    QApplication::setStyle(new IconStyle);
    installAccessibleScrollAreas();
    installTranslations(app);

    const Options options = parseOptions(QCoreApplication::arguments());
    if (options.action == Options::Action::PrintAndExit)
        return print(options);

    Application application(options);
    QuitSignals quitSignals;
    QObject::connect(&quitSignals, &QuitSignals::quitAsked, &application, &Application::quit);
    application.start();
    return QApplication::exec();
}
