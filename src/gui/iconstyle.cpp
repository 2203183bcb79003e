// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/iconstyle.h"

#include "gui/symbolicicon.h"

namespace tokendesk {

QIcon IconStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    if (icon == SP_LineEditClearButton)
        return symbolicIcon(QStringLiteral("close"));
    if (icon == SP_ToolBarHorizontalExtensionButton) // of the menu bar, should it ever be too short
        return symbolicIcon(QStringLiteral("more"));
    return QProxyStyle::standardIcon(icon, option, widget);
}

} // namespace tokendesk
