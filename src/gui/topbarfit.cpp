// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/topbarfit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QToolButton>

namespace tokendesk {

namespace {

int widthWith(const QToolButton &button, Qt::ToolButtonStyle style)
{
    QToolButton probe; // the button itself would ask for a new layout with each change
    probe.setFont(button.font());
    probe.setIcon(button.icon());
    probe.setIconSize(button.iconSize());
    probe.setText(button.text());
    probe.setAutoRaise(button.autoRaise());
    probe.setToolButtonStyle(style);
    return probe.sizeHint().width();
}

} // namespace

TopBarFit::TopBarFit(QHBoxLayout &row, QLabel &label, std::vector<QToolButton *> buttons)
    : QObject(row.parentWidget()), m_row(row), m_label(label),
      m_letter(new QShortcut(QKeySequence::mnemonic(label.text()), row.parentWidget())), m_buttons(std::move(buttons))
{
    m_letter->setEnabled(false);
    connect(m_letter, &QShortcut::activated, label.buddy(),
            [buddy = label.buddy()] { buddy->setFocus(Qt::ShortcutFocusReason); });
    // The window may become as narrow as the row can be, not only as it is.
    for (QToolButton *button : m_buttons)
        button->setMinimumWidth(button->iconSize().width());
    row.parentWidget()->installEventFilter(this);
}

bool TopBarFit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        fit();
    return QObject::eventFilter(watched, event);
}

int TopBarFit::saving(size_t step) const
{
    if (step == 0)
        return m_label.sizeHint().width() + m_row.spacing();
    const QToolButton &button = *m_buttons[step - 1];
    return widthWith(button, Qt::ToolButtonTextBesideIcon) - widthWith(button, Qt::ToolButtonIconOnly);
}

void TopBarFit::fit()
{
    const int room = m_row.parentWidget()->width();
    int needed = m_row.sizeHint().width();
    size_t given = m_given;
    while (needed > room && given <= m_buttons.size())
        needed -= saving(given++);
    while (given > 0 && needed + saving(given - 1) <= room)
        needed += saving(--given);
    if (given == m_given)
        return;
    m_given = given;
    m_label.setVisible(given < 1);
    m_letter->setEnabled(given >= 1); // both would be ambiguous
    for (size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setToolButtonStyle(given > i + 1 ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

} // namespace tokendesk
