// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/auditpaint.h"

#include "gui/statecolors.h"

#include <algorithm>
#include <cmath>

namespace tokendesk {

namespace {

constexpr double thinnestPatterned = 5;

/// Stripes of our own, not a brush pattern: those are made of device pixels and vanish at 200 %.
void stripe(QPainter &painter, const QRectF &area, const QColor &colour, double step, double width, bool crossed)
{
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, width));
    const double height = area.height();
    // No more lines than are in sight, however long the bar is.
    const QRectF sight = painter.clipBoundingRect();
    const double left = std::max(area.left(), sight.left()) - height;
    const double right = std::min(area.right(), sight.right());
    const double first = area.left() + std::floor((left - area.left()) / step) * step;
    const int lines = static_cast<int>(std::ceil((right - first) / step));
    for (int line = 0; line < lines; ++line) {
        const double x = first + line * step;
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + height, area.top()));
        if (crossed)
            painter.drawLine(QPointF(x, area.top()), QPointF(x + height, area.bottom()));
    }
    painter.restore();
}

void outline(QPainter &painter, const QRectF &area, const QColor &line, const QColor &fill)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(area, line);
    const QRectF inside = area.adjusted(1, 1, -1, -1);
    if (inside.width() > 0)
        painter.fillRect(inside, fill);
}

} // namespace

AuditColors::AuditColors(const QPalette &palette)
    : ground(palette.color(QPalette::Base)), text(palette.color(QPalette::Text)),
      quiet(readableOn(blended(text, ground, 0.65), ground, 4.5)), grid(blended(text, ground, 0.14)),
      amount(readableOn(QColor::fromRgb(0xFF0072B2), ground)), now(readableOn(QColor::fromRgb(0xFFD55E00), ground)),
      selection(blended(palette.color(QPalette::Active, QPalette::Highlight), ground, 0.30)),
      alarm(readableOn(QColor::fromRgb(0xFFCC79A7), ground)), unseen(blended(text, ground, 0.10))
{}

void paintStateBar(QPainter &painter, const QRectF &bar, TokenState state, const QColor &ground)
{
    const QColor colour = stateColor(state, ground);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (bar.height() < thinnestPatterned) {
        painter.fillRect(bar, colour);
        return;
    }
    switch (state) {
    case TokenState::Active:
        painter.fillRect(bar, colour);
        return;
    case TokenState::Expiring:
        painter.fillRect(bar, colour);
        stripe(painter, bar, ground, 7, 1.6, false);
        return;
    case TokenState::UsedUp:
        outline(painter, bar, colour, blended(colour, ground, 0.40));
        return;
    case TokenState::Expired:
        outline(painter, bar, colour, ground);
        return;
    case TokenState::Revoked: {
        outline(painter, bar, colour, blended(colour, ground, 0.45));
        stripe(painter, bar.adjusted(1, 1, -1, -1), colour, 6, 1, true);
        const double stop = 2;
        const bool rightToLeft = painter.layoutDirection() == Qt::RightToLeft;
        const double x = rightToLeft ? bar.left() : bar.right() - stop;
        painter.fillRect(QRectF(x, bar.top() - 2, stop, bar.height() + 4), colour);
        return;
    }
    }
}

void paintStatePoint(QPainter &painter, const QPointF &centre, double radius, TokenState state, const QColor &ground,
                     double opacity)
{
    const QColor colour = stateColor(state, ground);
    QColor fill = colour;
    fill.setAlphaF(float(opacity));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    switch (state) {
    case TokenState::Active:
        painter.drawEllipse(centre, radius, radius);
        return;
    case TokenState::Expiring: {
        const double r = radius * 1.2;
        const QPolygonF diamond{QPointF(centre.x(), centre.y() - r), QPointF(centre.x() + r, centre.y()),
                                QPointF(centre.x(), centre.y() + r), QPointF(centre.x() - r, centre.y())};
        painter.drawPolygon(diamond);
        return;
    }
    case TokenState::UsedUp:
        painter.drawRect(QRectF(centre.x() - radius * 0.85, centre.y() - radius * 0.85, radius * 1.7, radius * 1.7));
        return;
    case TokenState::Expired:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(fill, std::max(1.2, radius * 0.35)));
        painter.drawEllipse(centre, radius * 0.9, radius * 0.9);
        return;
    case TokenState::Revoked:
        painter.setPen(QPen(fill, std::max(1.4, radius * 0.45)));
        painter.drawLine(centre - QPointF(radius, radius) * 0.8, centre + QPointF(radius, radius) * 0.8);
        painter.drawLine(centre - QPointF(radius, -radius) * 0.8, centre + QPointF(radius, -radius) * 0.8);
        return;
    }
}

void paintAmountBar(QPainter &painter, const QRectF &bar, const AuditColors &colors, bool estimated)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (!estimated) {
        painter.fillRect(bar, colors.amount);
        return;
    }
    outline(painter, bar, colors.amount, blended(colors.amount, colors.ground, 0.25));
    stripe(painter, bar.adjusted(1, 1, -1, -1), colors.amount, 6, 1, false);
}

void paintUnseen(QPainter &painter, const QRectF &band, const AuditColors &colors)
{
    painter.fillRect(band, colors.unseen);
    stripe(painter, band, blended(colors.text, colors.ground, 0.22), 9, 1, false);
}

} // namespace tokendesk
