// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/signinstatus.h"
#include "gui/formdialog.h"
#include "session/profilestore.h"

#include <functional>
#include <memory>

namespace Ui {
class ProfilesDialog;
}

namespace tokendesk {

/// What managing profiles needs of whoever has the windows. Callbacks run once, after the call has returned, unless
/// `context` is gone.
struct ProfileActions
{
    /// Shows it in the dialog's window, in the one it has already, or in a new one.
    std::function<void(const QUuid &uuid, bool inNewWindow)> open;
    /// The editor; nothing: a new profile. What was edited is saved when it connects.
    std::function<void(QWidget *parent, const std::optional<Profile> &profile)> edit;
    /// Closes what is open of it, signs out and removes its secrets (Connector::forget).
    std::function<void(const Profile &profile, QObject *context, std::function<void(const Forgotten &)> done)> forget;
    /// The profile is about to go: no window is for it any more.
    std::function<void(const Profile &profile)> leave;
    /// Removes the history that is kept of it on this computer.
    std::function<void(const Profile &profile, QObject *context, std::function<void(Result<void>)> done)> deleteHistory;
};

/// The profiles: open, add, edit, duplicate, delete, order. A profile is deleted only when its secrets are.
class ProfilesDialog : public FormDialog
{
    Q_OBJECT
public:
    /// `profiles` outlives the dialog. `current`: where it begins.
    ProfilesDialog(ProfileStore &profiles, ProfileActions actions, const std::optional<QUuid> &current,
                   QWidget *parent = nullptr);
    ~ProfilesDialog() override;

    /// Does nothing while a profile is being deleted: its end has to be told.
    void reject() override;

private:
    [[nodiscard]] std::optional<Profile> current() const;
    void updateButtons();
    void openProfile(bool inNewWindow);
    void duplicate();
    void moveBy(int rows);
    void askToDelete();
    void forget(const Profile &profile, bool withHistory);
    void deleteHistory(const Profile &profile, const Forgotten &forgotten);
    void notDeleted(const Profile &profile, const Error &error, const QString &meaning);
    void finishDeleting(const Profile &profile, const Forgotten &forgotten);

    std::unique_ptr<Ui::ProfilesDialog> m_ui;
    ProfileStore &m_profiles;
    const ProfileActions m_actions;
    bool m_deleting = false;
};

} // namespace tokendesk
