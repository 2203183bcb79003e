// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/formdialog.h"
#include "session/session.h"

namespace Ui {
class NewTokenDialog;
}

namespace tokendesk {

/// Collects and checks what a new token needs, sends it once, and hands the answer on. Where no answer came it says so
/// and shows the tokens that fit; nothing is sent again but by the person's own click.
class NewTokenDialog : public FormDialog
{
    Q_OBJECT
public:
    /// `session`: outlives the dialog. `created` runs at most once, with the only copy of the secret, before the dialog
    /// closes.
    NewTokenDialog(Session &session, std::function<void(CreatedToken)> created, QWidget *parent = nullptr);
    ~NewTokenDialog() override;

    /// While the request is under way the dialog stays, for its answer is shown nowhere else, and says so.
    void reject() override;

Q_SIGNALS:
    void revokeRequested(const std::vector<QUuid> &ids);

private:
    enum class Stage { Editing, Creating, Unknown };

    void setStage(Stage stage);
    void updateName();
    void updateExpiry();
    [[nodiscard]] std::optional<int> expiresInDays() const;
    void create();
    void answered(CreateOutcome outcome);
    void showRefusal(const Error &error);
    void showUnknown(bool reloaded, const std::vector<QUuid> &candidates);
    void dropRevoked();
    void reload();

    std::unique_ptr<Ui::NewTokenDialog> m_ui;
    Session &m_session;
    std::function<void(CreatedToken)> m_created;
    Stage m_stage = Stage::Editing;
    CreateRequest m_sent;
    TokenSnapshotPtr m_before; ///< the list when the request was sent
};

} // namespace tokendesk
