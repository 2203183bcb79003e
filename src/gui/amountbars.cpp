// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/amountbars.h"

#include <QGuiApplication>

#include <algorithm>
#include <cmath>

namespace tokendesk {

AmountBars::AmountBars(QCPAxis *keys, QCPAxis *amounts)
    : QCPAbstractPlottable(keys, amounts), m_colors(QGuiApplication::palette())
{
    setSelectable(QCP::stNone);
}

double AmountBars::highest() const
{
    double most = 0;
    for (const AmountBar &bar : m_bars)
        most = std::max(most, bar.known + bar.estimated);
    return most;
}

QRectF AmountBars::column(const AmountBar &bar) const
{
    const QRectF sight = clipRect();
    double left = keyAxis()->coordToPixel(bar.from);
    double right = keyAxis()->coordToPixel(bar.to);
    if (left > right)
        std::swap(left, right);
    if (right <= sight.left() || left >= sight.right() + 1)
        return {};
    return {std::round(left), sight.top(), std::max(1.0, std::round(right) - std::round(left)), sight.height()};
}

int AmountBars::barAt(const QPointF &position) const
{
    if (!clipRect().contains(position.toPoint()))
        return -1;
    const double key = keyAxis()->pixelToCoord(position.x());
    // Bars come in the order of their keys.
    const auto after = std::upper_bound(m_bars.begin(), m_bars.end(), key,
                                        [](double wanted, const AmountBar &bar) { return wanted < bar.from; });
    if (after == m_bars.begin() || key >= std::prev(after)->to)
        return -1;
    return static_cast<int>(std::distance(m_bars.begin(), after)) - 1;
}

QRectF AmountBars::partRect(int bar, bool estimated) const
{
    const AmountBar &one = m_bars[size_t(bar)];
    QRectF area = column(one);
    if (area.isEmpty())
        return area;
    const double gap = area.width() >= 5 ? std::clamp(std::round(area.width() * 0.16), 1.0, 8.0) : 0;
    area.adjust(std::floor(gap / 2), 0, -std::ceil(gap / 2), 0);
    const double low = estimated ? one.known : 0;
    const double high = estimated ? one.known + one.estimated : one.known;
    const double bottom = std::round(valueAxis()->coordToPixel(low));
    double top = std::round(valueAxis()->coordToPixel(high));
    if (high > low && bottom - top < 1)
        top = bottom - 1; // little is not nothing
    area.setTop(top);
    area.setBottom(bottom);
    return area;
}

QRectF AmountBars::rectOf(int bar) const
{
    if (bar < 0 || size_t(bar) >= m_bars.size())
        return {};
    const AmountBar &one = m_bars[size_t(bar)];
    if (one.unseen || one.known + one.estimated <= 0)
        return column(one) & QRectF(clipRect());
    return partRect(bar, false).united(partRect(bar, true)) & QRectF(clipRect());
}

void AmountBars::draw(QCPPainter *painter)
{
    painter->setAntialiasing(false); // QCustomPlot moves everything by half a pixel while it is on
    for (size_t index = 0; index < m_bars.size(); ++index) {
        const AmountBar &bar = m_bars[index];
        const QRectF whole = column(bar);
        if (whole.isEmpty())
            continue;
        if (bar.unseen)
            paintUnseen(*painter, whole, m_colors);
        if (bar.selected)
            painter->fillRect(whole, m_colors.selection);
        if (bar.known > 0)
            paintAmountBar(*painter, partRect(int(index), false), m_colors, false);
        if (bar.estimated > 0)
            paintAmountBar(*painter, partRect(int(index), true), m_colors, true);
    }
}

QCPRange AmountBars::getKeyRange(bool &found, QCP::SignDomain) const
{
    found = !m_bars.empty();
    return found ? QCPRange(m_bars.front().from, m_bars.back().to) : QCPRange();
}

QCPRange AmountBars::getValueRange(bool &found, QCP::SignDomain, const QCPRange &) const
{
    found = !m_bars.empty();
    return {0, highest()};
}

} // namespace tokendesk
