// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/iconstyle.h"

#include "gui/symbolicicon.h"

#include <QPainter>
#include <QStyleOption>

namespace tokendesk {

namespace {

constexpr int beside = 10; ///< device-independent pixels between the text of a button and its edge

} // namespace

QIcon IconStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    if (icon == SP_LineEditClearButton)
        return symbolicIcon(QStringLiteral("close"));
    if (icon == SP_ToolBarHorizontalExtensionButton) // of the menu bar, should it ever be too short
        return symbolicIcon(QStringLiteral("more"));
    return QProxyStyle::standardIcon(icon, option, widget);
}

QSize IconStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                  const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (type == CT_PushButton && button && !button->text.isEmpty() && button->icon.isNull())
        size.setWidth(qMax(size.width(), contents.width() + 2 * beside)); // Fusion leaves 3 pixels
    return size;
}

void IconStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    // Fusion draws a line below a menu bar, in pieces: below each menu and between them. Ours shares a row with the
    // profile, which is higher (MainWindow::setUpProfiles): no line at all.
    const bool piece = (element == CE_MenuBarItem && !(option->state & (State_Selected | State_Sunken))) ||
                       element == CE_MenuBarEmptyArea;
    if (!piece) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    painter->save();
    painter->setClipRect(option->rect.adjusted(0, 0, 0, -1), Qt::IntersectClip);
    QProxyStyle::drawControl(element, option, painter, widget);
    painter->restore();
}

} // namespace tokendesk
