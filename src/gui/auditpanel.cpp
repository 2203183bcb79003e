// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/auditpanel.h"

#include "gui/statecolors.h"

#include <QLabel>
#include <QPainter>

namespace tokendesk {

AuditPanel::AuditPanel(QWidget *parent) : QFrame(parent)
{
    setContentsMargins(12, 8, 12, 8);
}

void AuditPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(panelLine(palette()));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

void makePanelTitle(QLabel *label)
{
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    label->setTextFormat(Qt::PlainText);
}

QColor panelLine(const QPalette &palette)
{
    return blended(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.18);
}

} // namespace tokendesk
