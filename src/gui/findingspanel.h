// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/auditpanel.h"
#include "models/findingsmodel.h"

#include <QUuid>

#include <vector>

class QCheckBox;
class QPushButton;
class QTableView;

namespace tokendesk {

class AuditScene;

/// What should be looked at, worst first. What is chosen here is chosen in the table; a finding can be hidden, and
/// hidden ones shown again.
class FindingsPanel final : public AuditPanel
{
    Q_OBJECT
public:
    FindingsPanel(AuditScene &scene, FindingsModel &model, QWidget *parent = nullptr);

    /// Read-only: another moment is shown.
    void setActive(bool active);
    void updateTexts();

Q_SIGNALS:
    void hideRequested(const QUuid &token, tokendesk::FindingRule rule, bool hidden);
    void revokeRequested(const std::vector<QUuid> &tokens);
    void said(const QString &sentence);

private:
    [[nodiscard]] std::vector<int> selectedRows() const;
    void tellSelection();
    void followSelection();
    void updateButtons();
    void hideSelected();
    void revokeSelected();
    void showMenu(const QPoint &position);

    AuditScene &m_scene;
    FindingsModel &m_model;
    QLabel *m_title;
    QLabel *m_subtitle;
    QCheckBox *m_showHidden;
    QTableView *m_table;
    QPushButton *m_hide;
    QPushButton *m_revoke;
    QLabel *m_empty;
    bool m_active = true;
    bool m_telling = false;
};

} // namespace tokendesk
