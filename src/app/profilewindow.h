// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/mainwindow.h"
#include "session/connector.h"
#include "session/session.h"
#include "session/sqlitehistorykeeper.h"

#include <functional>

namespace tokendesk {

class RequestLog;
class SecretClipboard;

/// What all windows have in common. All of it outlives them.
struct SharedParts
{
    const Clock &clock;
    QSettings &settings;
    CredentialStore &credentials;
    const RequestLog &log;
    HistoryThread &historyThread;
    const QString historyFolder;
    ProfileStore &profiles;
    SecretClipboard &clipboard;
    const Connector::ServiceFactory services;
    const Connector::SignInWorldFactory worlds;
};

/// One window and what is for it alone: its session, its history, its way to the server. Lives on the gui thread; the
/// order of the members is the order in which they are made, and taken down the other way round.
class ProfileWindow : public QObject
{
    Q_OBJECT
public:
    using ManageProfiles = std::function<void(ProfileWindow &window, QWidget *parent)>;
    ProfileWindow(const SharedParts &parts, ManageProfiles manageProfiles);
    ~ProfileWindow() override;

    [[nodiscard]] Session &session() { return m_session; }
    [[nodiscard]] Connector &connector() { return m_connector; }
    [[nodiscard]] SqliteHistoryKeeper &history() { return m_history; }
    [[nodiscard]] MainWindow &window() { return m_window; }
    /// Null: it is for none.
    [[nodiscard]] QUuid uuid() const;

    /// `painted` runs once it is on the screen, or after a while where no desktop has room for it. `inFront`: it also
    /// gets the keyboard.
    void show(bool inFront, std::function<void()> painted);
    /// In front of the others, restored if it was minimized.
    void bringToFront();

private:
    Session m_session;
    SqliteHistoryKeeper m_history;
    Connector m_connector;
    MainWindow m_window;
};

} // namespace tokendesk
