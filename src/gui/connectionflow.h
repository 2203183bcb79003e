// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/signinstatus.h"
#include "gui/windowdialogs.h"

#include <QObject>

#include <optional>

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
        Restoring,     ///< the keychain is asked for the access token, or the provider for one
        RestoreFailed, ///< error() says why
        TokenNotKept,  ///< a connection is saved; its secrets were for one session only
        Forgetting,    ///< the secrets are withdrawn and removed
        ForgetFailed,  ///< the session is closed, but a secret may still be there; error() says why
        Forgotten,     ///< the person disconnected or signed out; revocation() says what the provider did
    };

    /// All outlive this object; `window` is the parent of dialogs.
    ConnectionFlow(Session &session, Connector &connector, WindowDialogs dialogs, ProfileStore &profiles,
                   QWidget *window);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] Forgotten::Revocation revocation() const { return m_revocation; }
    /// The open one, or the one this window is for, as it is saved: its name and colour may be newer than the
    /// session's.
    [[nodiscard]] std::optional<Profile> profile() const;
    /// Whether the profile is saved as one whose secrets are kept. The session has it as it was when it was opened.
    [[nodiscard]] bool wantsStoring() const;
    /// Makes the window one for this profile, or for none; another one that was open is closed.
    void choose(const std::optional<QUuid> &uuid);

    /// Opens the profile this window is for, the one used last where none was chosen, if there is one.
    void restore();
    void openDialog(ConnectReason reason);
    /// Of the last refresh, or of what was tried to come to a connection.
    void showCertificate();
    /// At once, without a form, where the profile has a provider; otherwise a new access token is asked for.
    void signIn();
    /// The editor for another profile than this window's, or (nothing) a new one; when it connects, the window is for
    /// that one. `parent`: this window or a dialog of it.
    void edit(QWidget *parent, ConnectReason reason, const std::optional<Profile> &profile);
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
    [[nodiscard]] std::function<void(const Profile &)> whenOpened();

    Session &m_session;
    Connector &m_connector;
    WindowDialogs m_dialogs;
    ProfileStore &m_profiles;
    QWidget *m_window;
    State m_state = State::Idle;
    Error m_error;
    Forgotten::Revocation m_revocation = Forgotten::Revocation::NotNeeded;
    std::optional<QUuid> m_uuid; ///< whom this window is for
};

} // namespace tokendesk
