// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/preferences.h"

#include <QDialog>

#include <memory>

namespace Ui {
class PreferencesDialog;
}

namespace tokendesk {

/// Shows and edits Preferences; `accepted` with preferences() when OK was pressed.
class PreferencesDialog : public QDialog
{
    Q_OBJECT
public:
    explicit PreferencesDialog(const Preferences &preferences, QWidget *parent = nullptr);
    ~PreferencesDialog() override;
    [[nodiscard]] Preferences preferences() const;
    /// Whether there is a history that can be deleted.
    void setHistoryThere(bool there);

Q_SIGNALS:
    /// The person has not been asked yet.
    void deleteHistoryRequested();

private:
    std::unique_ptr<Ui::PreferencesDialog> m_ui;
};

} // namespace tokendesk
