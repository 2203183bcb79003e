// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demoserver.h"
#include "app/options.h"
#include "app/profilewindow.h"
#include "core/clock.h"
#include "core/requestlog.h"
#include "gui/preferences.h"
#include "gui/profilesdialog.h"
#include "gui/secretclipboard.h"
#include "session/historythread.h"
#include "session/networkthread.h"
#include "session/profilestore.h"

#include <QObject>
#include <QSettings>
#include <QTemporaryDir>

#include <atomic>
#include <memory>
#include <vector>

namespace tokendesk {

/// The one place that knows all rooms: makes each part and hands it what it needs. It also has the windows, and knows
/// which one is for which profile: a profile has one at most. Lives on the gui thread; the order of the members is the
/// order in which they are made, and taken down the other way round.
class Application : public QObject
{
    Q_OBJECT
public:
    /// `credentials`: nothing means the person's keychain, or memory for the demo.
    explicit Application(const Options &options, std::unique_ptr<CredentialStore> credentials = {});
    ~Application() override;

    /// Shows the window used last; everything slow begins once it is painted, and so do the other windows.
    void start();
    /// Closes all windows, which the next start opens again, and ends the program; a dialog that has something to ask
    /// (a token not copied yet) keeps it running.
    void quit();

private:
    void begin();
    void applyPreferences(const Preferences &preferences);
    void connectDemo();
    void reportSelfCheck();

    // windows.cpp
    ProfileWindow &addWindow();
    /// The window for this profile; null: it has none.
    [[nodiscard]] ProfileWindow *windowOf(const QUuid &uuid) const;
    void noteUsed(const QUuid &uuid);
    void chooseProfile(ProfileWindow &from, const QUuid &uuid, bool inNewWindow);
    void openWindow(const QUuid &uuid, const QWidget &beside, bool inFront);
    [[nodiscard]] QList<QUuid> windowsOfLastTime() const;
    void openOtherWindows();
    void removeWindow(const ProfileWindow *window);
    void rememberWindows();
    void manageProfiles(ProfileWindow &window, QWidget *parent);

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
    ProfileStore m_profiles;
    SecretClipboard m_clipboard;
    const SharedParts m_parts;
    std::vector<std::unique_ptr<ProfileWindow>> m_windows; ///< never empty while the program runs
    std::unique_ptr<DemoServer> m_demo;
    bool m_begun = false;
    bool m_quitting = false;
};

} // namespace tokendesk
