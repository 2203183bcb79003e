// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lifetimebars.h"

#include "gui/auditaxes.h"
#include "gui/lifetimedensity.h"
#include "gui/statecolors.h"

#include <QGuiApplication>
#include <QLinearGradient>

#include <algorithm>
#include <cmath>

namespace tokendesk {

namespace {

/// Below this a bar and the gap beside it are no longer told apart.
constexpr double thinnestRow = 3;
constexpr double thickestBar = 12;
/// How far behind "now" a bar without end fades, and what is left of it.
constexpr double fadeLength = 160;
constexpr double fadedTo = 0.25;

} // namespace

LifetimeBars::LifetimeBars(QCPAxis *time, QCPAxis *rows)
    : QCPAbstractPlottable(time, rows), m_colors(QGuiApplication::palette())
{
    setSelectable(QCP::stNone);
}

double LifetimeBars::pixelsPerRow() const
{
    return std::abs(valueAxis()->coordToPixel(1) - valueAxis()->coordToPixel(0));
}

double LifetimeBars::pixelOf(qint64 ms) const
{
    return keyAxis()->coordToPixel(axisTime(ms));
}

QRect LifetimeBars::clipRect() const
{
    const auto begin = [](const QCPAxis *axis) {
        return qRound(std::min(axis->coordToPixel(axis->range().lower), axis->coordToPixel(axis->range().upper)));
    };
    return {QPoint(begin(keyAxis()), begin(valueAxis())), keyAxis()->axisRect()->size()};
}

bool LifetimeBars::showsSingleBars() const
{
    return pixelsPerRow() >= thinnestRow;
}

std::pair<int, int> LifetimeBars::rowsInSight() const
{
    const QCPRange range = valueAxis()->range();
    const int last = static_cast<int>(bars().size()) - 1;
    return {std::max(0, static_cast<int>(std::floor(range.lower))),
            std::min(last, static_cast<int>(std::ceil(range.upper)) - 1)};
}

int LifetimeBars::rowAt(const QPointF &position) const
{
    if (!clipRect().contains(position.toPoint()))
        return -1;
    const double row = std::floor(valueAxis()->pixelToCoord(position.y()));
    return row >= 0 && row < double(bars().size()) ? static_cast<int>(row) : -1;
}

QRectF LifetimeBars::rectOf(int row) const
{
    if (row < 0 || size_t(row) >= bars().size())
        return {};
    const QRectF sight = clipRect();
    const double top = valueAxis()->coordToPixel(row);
    const double height = pixelsPerRow();
    if (top + height <= sight.top() || top >= sight.bottom())
        return {};
    const Lifetime &bar = bars()[size_t(row)];
    const bool mirrored = keyAxis()->rangeReversed();
    const double from = pixelOf(bar.fromMs);
    const double to = !bar.endless ? pixelOf(bar.toMs) : mirrored ? sight.left() - 1 : sight.right() + 1;
    double left = std::min(from, to);
    double right = std::max(from, to);
    if (right - left < 2) { // an instant is still something to see
        (mirrored ? left : right) = mirrored ? right - 2 : left + 2;
    }
    if (right < sight.left() || left > sight.right())
        return {};
    left = std::max(left, sight.left());
    right = std::min(right, sight.right() + 1);
    const double thickness = height < thinnestRow ? height : std::clamp(height * 0.66, 2.0, thickestBar);
    return {std::floor(left), std::round(top + (height - thickness) / 2), std::max(1.0, std::floor(right - left)),
            std::max(1.0, std::round(thickness))};
}

QCPRange LifetimeBars::getKeyRange(bool &found, QCP::SignDomain) const
{
    found = !bars().empty();
    if (!found)
        return {};
    double low = axisTime(bars().front().fromMs);
    double high = low;
    for (const Lifetime &bar : bars()) {
        low = std::min(low, axisTime(bar.fromMs));
        high = std::max(high, axisTime(bar.toMs));
    }
    return {low, high};
}

QCPRange LifetimeBars::getValueRange(bool &found, QCP::SignDomain, const QCPRange &) const
{
    found = !bars().empty();
    return {0, double(bars().size())};
}

void LifetimeBars::draw(QCPPainter *painter)
{
    painter->setAntialiasing(false); // QCustomPlot moves everything by half a pixel while it is on
    if (bars().empty())
        return;
    painter->setLayoutDirection(keyAxis()->rangeReversed() ? Qt::RightToLeft : Qt::LeftToRight);
    if (!showsSingleBars())
        return drawDensity(painter);
    const auto [first, last] = rowsInSight();
    for (int row = first; row <= last; ++row)
        drawRow(painter, row);
}

void LifetimeBars::drawDensity(QCPPainter *painter) const
{
    const QRect sight = clipRect();
    const double scale = painter->device()->devicePixelRatioF();
    const QCPRange time = keyAxis()->range();
    const QCPRange rows = valueAxis()->range();
    DensityView view;
    view.size = (QSizeF(sight.size()) * scale).toSize();
    view.leftMs = time.lower * 1000;
    view.msPerPixel = time.size() * 1000 / view.size.width();
    view.firstRow = rows.lower;
    view.rowsPerPixel = rows.size() / view.size.height();
    view.mirrored = keyAxis()->rangeReversed();
    for (const TokenState state : allTokenStates)
        view.colors[size_t(state)] = stateColor(state, m_colors.ground).rgb();
    view.selection = m_colors.selection.rgb();
    painter->drawImage(QRectF(sight), lifetimeDensity(bars(), view, m_selected));
}

void LifetimeBars::drawRow(QCPPainter *painter, int row) const
{
    const QRectF sight = clipRect();
    if (m_selected && m_selected(row)) {
        const double top = std::round(valueAxis()->coordToPixel(row));
        const double bottom = std::round(valueAxis()->coordToPixel(row + 1));
        painter->fillRect(QRectF(sight.left(), top, sight.width(), std::max(1.0, bottom - top)), m_colors.selection);
    }
    const QRectF rect = rectOf(row);
    if (rect.isEmpty())
        return;
    const Lifetime &bar = bars()[size_t(row)];
    const bool mirrored = keyAxis()->rangeReversed();
    const double now = pixelOf(std::max(m_nowMs, bar.fromMs));
    paintStateBar(*painter, rect, bar.state, m_colors.ground);
    if (bar.endless) { // the end is veiled, for there is none
        QRectF veil = rect;
        if (mirrored)
            veil.setRight(std::clamp(now, rect.left(), rect.right()));
        else
            veil.setLeft(std::clamp(now, rect.left(), rect.right()));
        QColor clear = m_colors.ground;
        QColor faded = m_colors.ground;
        clear.setAlphaF(0);
        faded.setAlphaF(float(1 - fadedTo));
        QLinearGradient fade(now, 0, mirrored ? now - fadeLength : now + fadeLength, 0);
        fade.setColorAt(0, clear);
        fade.setColorAt(1, faded);
        painter->fillRect(veil, fade);
    }
    painter->setRenderHint(QPainter::Antialiasing, false);
    double previous = -10;
    const std::span ticks(m_lifetimes.ticks.data() + bar.firstTick, bar.tickCount);
    for (const qint64 use : ticks) {
        const double x = std::floor(pixelOf(use));
        if (std::abs(x - previous) < 2 || x < sight.left() || x > sight.right())
            continue; // ticks on top of one another are one tick
        previous = x;
        painter->fillRect(QRectF(x - 1, rect.top() - 1, 3, rect.height() + 2), m_colors.ground);
        painter->fillRect(QRectF(x, rect.top() - 1, 1, rect.height() + 2), m_colors.text);
    }
}

} // namespace tokendesk
