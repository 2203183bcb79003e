// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/auditpanel.h"

class QHBoxLayout;
class QLabel;

namespace tokendesk {

class AuditLegend;
class AuditPicture;

/// A picture with its title, what it shows, its legend, and buttons for what it can do.
class PictureFrame : public AuditPanel
{
    Q_OBJECT
public:
    /// Takes the picture.
    explicit PictureFrame(AuditPicture *picture, QWidget *parent = nullptr);
    [[nodiscard]] AuditPicture *picture() const { return m_picture; }
    /// Between title and menu: a choice of the picture's own.
    void addControl(QWidget *control);

private:
    void updateTexts();

    AuditPicture *m_picture;
    QLabel *m_title;
    QLabel *m_subtitle;
    AuditLegend *m_legend;
    QHBoxLayout *m_controls;
};

} // namespace tokendesk
