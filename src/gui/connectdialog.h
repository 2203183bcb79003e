// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "gui/formdialog.h"
#include "gui/windowdialogs.h"
#include "session/connector.h"

namespace Ui {
class ConnectDialog;
}

namespace tokendesk {

/// Profile name, server, access token; tests before it connects. The access token goes to the keychain through the
/// Connector or stays in memory, as the person chooses; the fields forget it when the dialog closes.
class ConnectDialog : public FormDialog
{
    Q_OBJECT
public:
    /// `connector`, `clock`: outlive the dialog. `profile`: what the fields begin with; its uuid is kept.
    ConnectDialog(Connector &connector, const Clock &clock, ConnectReason reason, const std::optional<Profile> &profile,
                  QWidget *parent = nullptr);
    ~ConnectDialog() override;

    /// While it works: ends the attempt and stays open. After a session was opened but its token could not be stored:
    /// the same as "Use for This Session Only".
    void reject() override;

Q_SIGNALS:
    /// A session has been opened with `profile`; the dialog closes.
    void connected(const tokendesk::Profile &profile);

private:
    enum class Stage { Editing, Testing, Connecting, Storing, NotStored };

    void setStage(Stage stage, const QString &busyText = {});
    void completeServer();
    void showTokenCheck(bool complainIfEmpty);
    /// Says at the fields what is missing; true where all can be used.
    [[nodiscard]] bool check();
    void startTest();
    void startConnecting();
    void store(const Organization &organization);
    void notStored(const Error &error);
    void finish(bool keptInKeychain);
    [[nodiscard]] ConnectionSecrets secrets() const;
    void showFailure(const Error &error);

    std::unique_ptr<Ui::ConnectDialog> m_ui;
    Connector &m_connector;
    const Clock &m_clock;
    Profile m_profile;
    Stage m_stage = Stage::Editing;
    int m_attempt = 0; ///< answers to an attempt that was given up are not for us
};

} // namespace tokendesk
