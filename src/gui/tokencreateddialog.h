// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/token.h"
#include "gui/formdialog.h"

namespace Ui {
class TokenCreatedDialog;
}

namespace tokendesk {

class SecretClipboard;

/// The only place that shows a new token's secret, and the only owner of it. Closing it wipes the secret; closing it
/// before anything was copied asks once.
class TokenCreatedDialog : public FormDialog
{
    Q_OBJECT
public:
    /// `serverHost`: the profile's, to warn of a setup command that names another one. `clipboard`: outlives the dialog.
    TokenCreatedDialog(CreatedToken created, const QString &serverHost, SecretClipboard &clipboard,
                       QWidget *parent = nullptr);
    ~TokenCreatedDialog() override;

    void accept() override;
    void reject() override;

Q_SIGNALS:
    /// The person chose to revoke the token instead of copying it; the dialog closes.
    void revokeRequested(const QUuid &id);

private:
    void showSecrets(bool revealed);
    void copy(const Secret &secret);
    void showCountdown(bool announced);
    [[nodiscard]] bool mayClose();

    std::unique_ptr<Ui::TokenCreatedDialog> m_ui;
    SecretClipboard &m_clipboard;
    CreatedToken m_created;
    bool m_copied = false;
};

} // namespace tokendesk
