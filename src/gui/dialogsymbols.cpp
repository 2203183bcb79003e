// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogsymbols.h"

#include <QPainter>
#include <QPixmap>
#include <QPolygonF>

#include <cmath>

namespace tokendesk {

namespace {

double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (qMax(la, lb) + 0.05) / (qMin(la, lb) + 0.05);
}

QColor legible(QColor colour, const QColor &ground)
{
    const bool darkGround = luminance(ground) < 0.18;
    for (int step = 0; step < 40 && contrast(colour, ground) < 3.0; ++step) {
        const float towards = darkGround ? 1.0F : 0.0F;
        const auto moved = [towards](float c) { return c + (towards - c) * 0.06F; };
        colour.setRgbF(moved(colour.redF()), moved(colour.greenF()), moved(colour.blueF()));
    }
    return colour;
}

void stroke(QPainter &painter, const QColor &colour, double width = 1.8)
{
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
}

/// On a field of 16 by 16.
void draw(QPainter &painter, Symbol symbol, const QColor &colour, const QColor &ground)
{
    const QPolygonF tick{QPointF(4.8, 8.3), QPointF(7.1, 10.6), QPointF(11.3, 5.8)};
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (symbol) {
    case Symbol::Active:
        painter.drawEllipse(QPointF(8, 8), 4.5, 4.5);
        break;
    case Symbol::Expiring:
        painter.drawPolygon(QPolygonF{QPointF(8, 2), QPointF(14, 8), QPointF(8, 14), QPointF(2, 8)});
        break;
    case Symbol::UsedUp:
        stroke(painter, colour, 1.6);
        painter.drawEllipse(QPointF(8, 8), 5.5, 5.5);
        painter.drawPolyline(tick);
        break;
    case Symbol::Expired:
        stroke(painter, colour, 1.6);
        painter.drawEllipse(QPointF(8, 8), 5.5, 5.5);
        painter.drawPolyline(QPolygonF{QPointF(8, 4.8), QPointF(8, 8), QPointF(10.3, 9.4)});
        break;
    case Symbol::Revoked:
        stroke(painter, colour, 2.0);
        painter.drawLine(QPointF(4, 4), QPointF(12, 12));
        painter.drawLine(QPointF(12, 4), QPointF(4, 12));
        break;
    case Symbol::Done:
        painter.drawEllipse(QPointF(8, 8), 6.5, 6.5);
        stroke(painter, ground);
        painter.drawPolyline(tick);
        break;
    case Symbol::Information:
        painter.drawEllipse(QPointF(8, 8), 6.5, 6.5);
        stroke(painter, ground);
        painter.drawLine(QPointF(8, 7.4), QPointF(8, 11.2));
        painter.drawPoint(QPointF(8, 4.8));
        break;
    case Symbol::Warning:
        painter.drawPolygon(QPolygonF{QPointF(8, 1.5), QPointF(15, 14), QPointF(1, 14)});
        stroke(painter, ground);
        painter.drawLine(QPointF(8, 6), QPointF(8, 9.4));
        painter.drawPoint(QPointF(8, 12));
        break;
    case Symbol::Failed:
        painter.drawEllipse(QPointF(8, 8), 6.5, 6.5);
        stroke(painter, ground);
        painter.drawLine(QPointF(5.6, 5.6), QPointF(10.4, 10.4));
        painter.drawLine(QPointF(10.4, 5.6), QPointF(5.6, 10.4));
        break;
    }
}

} // namespace

Symbol symbolOf(TokenState state)
{
    switch (state) {
    case TokenState::Expiring:
        return Symbol::Expiring;
    case TokenState::Active:
        return Symbol::Active;
    case TokenState::UsedUp:
        return Symbol::UsedUp;
    case TokenState::Expired:
        return Symbol::Expired;
    case TokenState::Revoked:
        return Symbol::Revoked;
    }
    Q_UNREACHABLE();
}

QColor symbolColour(Symbol symbol, const QColor &ground)
{
    switch (symbol) {
    case Symbol::Active:
    case Symbol::Done:
        return legible(QColor(0x00, 0x9E, 0x73), ground);
    case Symbol::Expiring:
    case Symbol::Warning:
        return legible(QColor(0xE6, 0x9F, 0x00), ground);
    case Symbol::UsedUp:
    case Symbol::Information:
        return legible(QColor(0x00, 0x72, 0xB2), ground);
    case Symbol::Expired:
        return legible(QColor(0x7F, 0x7F, 0x7F), ground);
    case Symbol::Revoked:
    case Symbol::Failed:
        return legible(QColor(0xD5, 0x5E, 0x00), ground);
    }
    Q_UNREACHABLE();
}

QIcon symbolIcon(Symbol symbol, const QPalette &palette)
{
    const QColor ground = palette.color(QPalette::Base);
    QIcon icon;
    for (const int ratio : {1, 2, 3}) {
        QPixmap pixmap(16 * ratio, 16 * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        draw(painter, symbol, symbolColour(symbol, ground), ground);
        painter.end();
        icon.addPixmap(pixmap);
        // A selected row has the accent colour as its ground; the same picture is still told by its shape.
        icon.addPixmap(pixmap, QIcon::Selected);
    }
    return icon;
}

} // namespace tokendesk
