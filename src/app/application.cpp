// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/connections.h"
#include "app/demopast.h"
#include "auth/keychaincredentialstore.h"
#include "auth/memorycredentialstore.h"
#include "core/startlog.h"
#include "gui/symbolicicon.h"

#include <QApplication>
#include <QDir>
#include <QMessageBox>
#include <QStandardPaths>

#include <cstdio>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace tokendesk {

namespace {

constexpr int selfCheckDeadlineMs = 60'000;

std::unique_ptr<QSettings> makeSettings(const Options &options)
{
    // The demo has settings of its own: it must neither see nor change a real connection.
    const QString name = options.demo ? QStringLiteral("TokenDesk-Demo") : QStringLiteral("TokenDesk");
    return std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("TokenDesk"), name);
}

std::unique_ptr<CredentialStore> makeCredentials(const Options &options)
{
    if (options.demo)
        return std::make_unique<MemoryCredentialStore>();
    return std::make_unique<KeychainCredentialStore>();
}

QString historyFolder(const QTemporaryDir *demo)
{
    QDir parent(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    if (demo) // without a path where nothing can be written, which the history then says
        parent.setPath(demo->isValid() ? demo->path() : QDir::temp().filePath(QStringLiteral("TokenDesk-Demo")));
    return parent.filePath(QStringLiteral("history"));
}

void failSelfCheck(const QString &reason)
{
    std::fputs(qPrintable(reason + u'\n'), stderr);
    QCoreApplication::exit(1);
}

} // namespace

Application::Application(const Options &options, std::unique_ptr<CredentialStore> credentials)
    : m_options(options), m_settings(makeSettings(options)),
      m_credentials(credentials ? std::move(credentials) : makeCredentials(options)),
      m_demoHistory(options.demo ? std::make_unique<QTemporaryDir>() : nullptr), m_profiles(*m_settings),
      m_parts{m_clock,
              *m_settings,
              *m_credentials,
              m_log,
              m_historyThread,
              historyFolder(m_demoHistory.get()),
              m_profiles,
              m_clipboard,
              remoteServices(m_network, m_clock, m_log, m_maxListBytes),
              signInWorlds(m_network, m_clock)}
{
    applyPreferences(Preferences::load(*m_settings));
}

Application::~Application() = default;

void Application::applyPreferences(const Preferences &preferences)
{
    const std::chrono::seconds clearAfter = preferences.clearClipboardAfter;
    m_maxListBytes->store(qint64(preferences.maxListMegabytes) * 1024 * 1024);
    for (const auto &window : m_windows) {
        window->history().setRetentionDays(preferences.historyDays);
        window->session().setPollInterval(preferences.refreshInterval);
    }
    m_clipboard.setClearAfter(clearAfter.count() > 0 ? std::optional(clearAfter) : std::nullopt);
}

void Application::start()
{
    ProfileWindow &first = addWindow();
    if (!m_options.demo) {
        const QList<QUuid> before = windowsOfLastTime();
        const auto last = m_profiles.lastUsed();
        if (last)
            first.window().setProfile(before.isEmpty() || before.contains(last->uuid) ? last->uuid : before.front());
    }
    first.show(true, [this] { begin(); });
}

void Application::begin()
{
    m_begun = true;
    QApplication::setWindowIcon(applicationIcon());
#ifdef __GLIBC__
    malloc_trim(0); // what only the start has used
#endif
    if (m_options.demo)
        return connectDemo();
    m_windows.front()->window().restoreConnection();
    openOtherWindows();
    rememberWindows();
}

void Application::connectDemo()
{
    m_demo = std::make_unique<DemoServer>();
    connect(m_demo.get(), &DemoServer::started, this, [this] {
        Profile profile{QUuid::createUuid(), tr("Demo"), m_demo->url()};
        profile.keepsSecrets = false;
        // Before the session opens: the keeper then finds it when it opens the file, on the same thread.
        m_historyThread.run([past = m_demo->past(), profile, folder = m_parts.historyFolder, clock = &m_clock] {
            recordDemoPast(past, SqliteHistoryKeeper::pathFor(folder, profile), *clock);
        });
        m_windows.front()->connector().connectTo(profile, m_demo->bearer().clone(), this, [](const Result<void> &) {});
    });
    connect(m_demo.get(), &DemoServer::failed, this, [this](const QString &reason) {
        if (m_options.selfCheck) {
            failSelfCheck(reason);
            return;
        }
        auto *box =
            new QMessageBox(QMessageBox::Warning, tr("Demo"), reason, QMessageBox::Close, &m_windows.front()->window());
        box->setTextFormat(Qt::PlainText);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
    if (m_options.selfCheck)
        reportSelfCheck();
    qCDebug(startLog) << "demo server";
    m_demo->start(m_options.demoTokens);
}

void Application::reportSelfCheck()
{
    Session *session = &m_windows.front()->session();
    connect(session, &Session::refreshed, this, [session] {
        if (session->phase() != Session::Phase::Ready)
            return;
        std::printf("{\"rows\":%u}\n", session->tokens()->size());
        std::fflush(stdout);
        QApplication::quit();
    });
    connect(session, &Session::statusChanged, this, [session] {
        if (session->phase() == Session::Phase::Failed)
            failSelfCheck(tr("The demo's list could not be loaded."));
    });
    QTimer::singleShot(selfCheckDeadlineMs, this, [] { failSelfCheck(tr("The demo's list did not come in time.")); });
}

} // namespace tokendesk
