// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "gui/windowdialogs.h"

#include <QObject>

class QWidget;

namespace tokendesk {

class Connector;
class ProfileStore;
class Session;

/// How the window comes to a connection and loses it: restoring the saved one, the connect dialog, forgetting.
class ConnectionFlow : public QObject
{
    Q_OBJECT
public:
    /// What is so while the session is closed.
    enum class State {
        Idle,          ///< nothing is going on: no connection is set up, or the session is open
        Restoring,     ///< the keychain is asked for the access token
        RestoreFailed, ///< error() says why
        TokenNotKept,  ///< a connection is saved; its token was for one session only
        Forgetting,    ///< the keychain is asked to remove the token
        ForgetFailed,  ///< the session is closed, but the token may still be there; error() says why
    };

    /// All outlive this object; `window` is the parent of dialogs.
    ConnectionFlow(Session &session, Connector &connector, WindowDialogs dialogs, ProfileStore &profiles,
                   QWidget *window);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error &error() const { return m_error; }
    /// The open one, or the one this window is for, as it is saved: its name and colour may be newer than the
    /// session's.
    [[nodiscard]] std::optional<Profile> profile() const;

    /// Opens the profile used last, if there is one.
    void restore();
    void openDialog(ConnectReason reason);
    /// Of the last refresh, or of what was tried to come to a connection.
    void showCertificate();
    /// Asks first.
    void askToForget();
    /// What was tried last, once more: restore or forget.
    void tryAgain();

Q_SIGNALS:
    void changed();
    /// One sentence for the status bar.
    void said(const QString &sentence);

private:
    void setState(State state, const Error &error = {});
    void forget(const Profile &profile);
    /// With the secrets that are kept.
    void reconnect(const Profile &profile);
    [[nodiscard]] bool isOpen(const Profile &profile) const;

    Session &m_session;
    Connector &m_connector;
    WindowDialogs m_dialogs;
    ProfileStore &m_profiles;
    QWidget *m_window;
    State m_state = State::Idle;
    Error m_error;
    std::optional<Profile> m_forgotten; ///< the one whose token could not be removed
};

} // namespace tokendesk
