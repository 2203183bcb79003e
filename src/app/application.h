// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demoserver.h"
#include "app/options.h"
#include "core/clock.h"
#include "core/requestlog.h"
#include "gui/mainwindow.h"
#include "gui/preferences.h"
#include "gui/secretclipboard.h"
#include "session/connector.h"
#include "session/historythread.h"
#include "session/networkthread.h"
#include "session/profilestore.h"
#include "session/session.h"
#include "session/sqlitehistorykeeper.h"

#include <QObject>
#include <QSettings>
#include <QTemporaryDir>

#include <atomic>
#include <memory>

namespace tokendesk {

/// The one place that knows all rooms: makes each part and hands it what it needs. Lives on the gui thread; the order
/// of the members is the order in which they are made, and taken down the other way round.
class Application : public QObject
{
    Q_OBJECT
public:
    explicit Application(const Options &options);
    ~Application() override;

    /// Shows the window; everything slow begins once it is painted.
    void start();

private:
    void begin();
    void applyPreferences(const Preferences &preferences);
    void connectDemo();
    void reportSelfCheck();

    const Options m_options;
    SystemClock m_clock;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<CredentialStore> m_credentials;
    RequestLog m_log;
    NetworkThread m_network;
    /// Read on the network thread, changed in the preferences.
    const std::shared_ptr<std::atomic<qint64>> m_maxListBytes = std::make_shared<std::atomic<qint64>>(0);
    std::unique_ptr<QTemporaryDir> m_demoHistory; ///< only for the demo, whose history begins anew with each start
    HistoryThread m_historyThread;
    Session m_session;
    SqliteHistoryKeeper m_history;
    Connector m_connector;
    ProfileStore m_profiles;
    SecretClipboard m_clipboard;
    MainWindow m_window;
    std::unique_ptr<DemoServer> m_demo;
    bool m_begun = false;
};

} // namespace tokendesk
