// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace tokendesk {

/// A part of the audit view: a calm surface with room around what lies on it.
class AuditPanel : public QFrame
{
    Q_OBJECT
public:
    explicit AuditPanel(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A heading on a panel.
void makePanelTitle(QLabel *label);

/// The line around panels and cards.
[[nodiscard]] QColor panelLine(const QPalette &palette);

} // namespace tokendesk
