// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace tokendesk {

/// The desktop's style, with what it leaves rough mended, and with our own pictures where Qt's widgets bring theirs, in
/// the colours of the text beside them. Qt's come from the desktop's icon theme, or are files: to look for them, before
/// the window is painted, takes longer than to paint it.
class IconStyle : public QProxyStyle
{
    Q_OBJECT
public:
    using QProxyStyle::QProxyStyle;
    [[nodiscard]] QIcon standardIcon(StandardPixmap icon, const QStyleOption *option,
                                     const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                         const QWidget *widget) const override;
};

} // namespace tokendesk
