// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "gui/formdialog.h"
#include "gui/profileform.h"
#include "gui/windowdialogs.h"
#include "session/connector.h"

namespace Ui {
class ConnectDialog;
}

namespace tokendesk {

/// The profile's editor: tests before it connects, signs in, or only saves where nothing that decides about the
/// connection was changed. Secrets go to the keychain through the Connector or stay in memory, as the person chooses;
/// the fields forget them when the dialog closes.
class ConnectDialog : public FormDialog
{
    Q_OBJECT
public:
    /// Other dialogs, by what WindowDialogs has of them; without signIn nobody can choose to sign in with a provider.
    struct Dialogs
    {
        decltype(WindowDialogs::signIn) signIn;
        decltype(WindowDialogs::showCertificate) showCertificate;
    };

    /// `connector`, `clock`: outlive the dialog. `profile`: what the fields begin with; its uuid is kept.
    ConnectDialog(Connector &connector, const Clock &clock, Dialogs dialogs, ConnectReason reason,
                  const std::optional<Profile> &profile, QWidget *parent = nullptr);
    ~ConnectDialog() override;

    /// While it works: ends the attempt and stays open. After a session was opened but its token could not be stored:
    /// the same as "Use for This Session Only".
    void reject() override;

Q_SIGNALS:
    /// A session has been opened with `profile`; the dialog closes.
    void connected(const tokendesk::Profile &profile);
    /// Only what does not touch the connection is different in `profile`; the dialog closes.
    void saved(const tokendesk::Profile &profile);

protected:
    void done(int result) override;

private:
    enum class Stage { Editing, Testing, Connecting, Reconnecting, Storing, NotStored };

    void setStage(Stage stage, const QString &busyText = {});
    void updateButtons();
    [[nodiscard]] bool check(ProfileForm::For what);
    void startTest();
    void tested(const Result<Organization> &organization, bool withKeptToken);
    void goOn();
    void save();
    void reconnect();
    void startConnecting();
    void startSigningIn();
    void store(const Organization &organization);
    void notStored(const Error &error);
    void finish(bool keptInKeychain);
    void showFailure(const Error &error);
    void showCertificate();

    std::unique_ptr<Ui::ConnectDialog> m_ui;
    Connector &m_connector;
    Dialogs m_dialogs;
    Profile m_profile; ///< as it was when the attempt began
    Stage m_stage = Stage::Editing;
    Error m_failure; ///< with a certificate to look at
    bool m_shownByProvider = false;
    void (ConnectDialog::*m_interrupted)() = {}; ///< what m_failure ended
    int m_attempt = 0;                           ///< answers to an attempt that was given up are not for us
};

} // namespace tokendesk
