// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/idlepoints.h"

#include "gui/statecolors.h"

#include <QGuiApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tokendesk {

namespace {

constexpr size_t mostSingle = 3000;
constexpr double smallest = 2.5;
constexpr double largest = 9;
constexpr double reachAround = 3; ///< pixels beside a point that still touch it
constexpr size_t cells = 64;      ///< along each side
constexpr int densityCell = 4;    ///< logical pixels

} // namespace

double axisDays(double days)
{
    return std::sqrt(std::max(0.0, days));
}

IdlePoints::IdlePoints(QCPAxis *age, QCPAxis *idle)
    : QCPAbstractPlottable(age, idle), m_colors(QGuiApplication::palette())
{
    setSelectable(QCP::stNone);
}

double IdlePoints::radiusFor(quint32 uses)
{
    return std::min(largest, smallest + std::sqrt(double(uses)) * 0.6);
}

size_t IdlePoints::cellOf(double age, double idle) const
{
    const auto along = [](double value, double most) {
        return static_cast<size_t>(std::clamp(value / most * cells, 0.0, double(cells - 1)));
    };
    return along(idle, m_mostIdle) * cells + along(age, m_mostAge);
}

void IdlePoints::setPoints(std::vector<Point> points, double staleDays)
{
    m_points = std::move(points);
    m_staleDays = staleDays;
    m_mostAge = 1;
    m_mostIdle = 1;
    for (const Point &point : m_points) {
        m_mostAge = std::max(m_mostAge, axisDays(point.at.ageDays));
        m_mostIdle = std::max(m_mostIdle, axisDays(point.at.idleDays));
    }
    m_byUses.resize(m_points.size());
    std::iota(m_byUses.begin(), m_byUses.end(), 0U);
    if (m_points.size() <= mostSingle)
        std::stable_sort(m_byUses.begin(), m_byUses.end(),
                         [&](quint32 a, quint32 b) { return m_points[a].at.uses > m_points[b].at.uses; });
    m_cellBegins.assign(cells * cells + 1, 0);
    for (const Point &point : m_points)
        ++m_cellBegins[cellOf(axisDays(point.at.ageDays), axisDays(point.at.idleDays)) + 1];
    std::partial_sum(m_cellBegins.begin(), m_cellBegins.end(), m_cellBegins.begin());
    std::vector<quint32> next(m_cellBegins.begin(), m_cellBegins.end() - 1);
    m_byCell.resize(m_points.size());
    for (size_t index = 0; index < m_points.size(); ++index) {
        const AgePoint &at = m_points[index].at;
        m_byCell[next[cellOf(axisDays(at.ageDays), axisDays(at.idleDays))]++] = static_cast<quint32>(index);
    }
}

bool IdlePoints::showsSinglePoints() const
{
    return m_points.size() <= mostSingle;
}

QPointF IdlePoints::pixelOf(const Point &point) const
{
    return {keyAxis()->coordToPixel(axisDays(point.at.ageDays)),
            valueAxis()->coordToPixel(axisDays(point.at.idleDays))};
}

QRectF IdlePoints::rectOf(int point) const
{
    if (point < 0 || size_t(point) >= m_points.size())
        return {};
    const QPointF centre = pixelOf(m_points[size_t(point)]);
    if (!clipRect().adjusted(-10, -10, 10, 10).contains(centre.toPoint()))
        return {};
    const double radius = showsSinglePoints() ? radiusFor(m_points[size_t(point)].at.uses) : smallest;
    return {centre.x() - radius, centre.y() - radius, radius * 2, radius * 2};
}

int IdlePoints::pointAt(const QPointF &position) const
{
    const double reach = largest + reachAround;
    const double ages[] = {keyAxis()->pixelToCoord(position.x() - reach),
                           keyAxis()->pixelToCoord(position.x() + reach)};
    const double idles[] = {valueAxis()->pixelToCoord(position.y() + reach),
                            valueAxis()->pixelToCoord(position.y() - reach)};
    const size_t low = cellOf(std::min(ages[0], ages[1]), std::min(idles[0], idles[1]));
    const size_t high = cellOf(std::max(ages[0], ages[1]), std::max(idles[0], idles[1]));
    int best = -1;
    double least = std::numeric_limits<double>::max();
    for (size_t y = low / cells; y <= high / cells; ++y) {
        for (size_t x = low % cells; x <= high % cells && !m_points.empty(); ++x) {
            const size_t cell = y * cells + x;
            for (quint32 place = m_cellBegins[cell]; place < m_cellBegins[cell + 1]; ++place) {
                const Point &point = m_points[m_byCell[place]];
                const QPointF away = pixelOf(point) - position;
                const double distance = std::hypot(away.x(), away.y());
                const double radius = showsSinglePoints() ? radiusFor(point.at.uses) : smallest;
                // Of two that are touched, the one nearer to its own centre; a small one in a large one is reached.
                if (distance <= radius + reachAround && distance < least) {
                    least = distance;
                    best = static_cast<int>(m_byCell[place]);
                }
            }
        }
    }
    return best;
}

QRectF IdlePoints::corner() const
{
    const QRectF sight = clipRect();
    const double x = keyAxis()->coordToPixel(axisDays(m_staleDays));
    const double y = valueAxis()->coordToPixel(axisDays(m_staleDays));
    const QRectF area = keyAxis()->rangeReversed() ? QRectF(QPointF(sight.left(), sight.top()), QPointF(x, y))
                                                   : QRectF(QPointF(x, sight.top()), QPointF(sight.right() + 1, y));
    return area.width() > 0 && area.height() > 0 ? area & sight : QRectF();
}

void IdlePoints::drawCorner(QCPPainter *painter) const
{
    const QRectF area = corner();
    if (area.isEmpty())
        return;
    QColor fill = stateColor(TokenState::Revoked, m_colors.ground);
    fill.setAlphaF(0.13F);
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->fillRect(area, fill);
    painter->setPen(QPen(stateColor(TokenState::Revoked, m_colors.ground), 1, Qt::DashLine));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(area.adjusted(0, 0, -1, -1));
}

void IdlePoints::draw(QCPPainter *painter)
{
    painter->setAntialiasing(false); // QCustomPlot moves everything by half a pixel while it is on
    drawCorner(painter);
    if (!showsSinglePoints())
        return drawDensity(painter);
    for (const quint32 index : m_byUses) {
        const Point &point = m_points[index];
        const QPointF centre = pixelOf(point);
        const double radius = radiusFor(point.at.uses);
        if (m_selected && m_selected(point.at.row)) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(m_colors.text, 2));
            painter->setBrush(m_colors.selection);
            painter->drawEllipse(centre, radius + 3.5, radius + 3.5);
        }
        paintStatePoint(*painter, centre, radius, point.state, m_colors.ground, 0.85);
    }
}

void IdlePoints::drawDensity(QCPPainter *painter) const
{
    const QRect sight = clipRect();
    const int columns = sight.width() / densityCell + 1;
    const int rows = sight.height() / densityCell + 1;
    struct Cell
    {
        int all = 0;
        int expiring = 0;
        bool selected = false;
    };
    std::vector<Cell> grid(size_t(columns) * size_t(rows));
    int most = 1;
    for (const Point &point : m_points) {
        const QPointF at = pixelOf(point) - QPointF(sight.topLeft());
        const int x = static_cast<int>(at.x()) / densityCell;
        const int y = static_cast<int>(at.y()) / densityCell;
        if (x < 0 || y < 0 || x >= columns || y >= rows)
            continue;
        Cell &cell = grid[size_t(y) * size_t(columns) + size_t(x)];
        most = std::max(most, ++cell.all);
        cell.expiring += point.state == TokenState::Expiring;
        cell.selected = cell.selected || (m_selected && m_selected(point.at.row));
    }
    const QColor active = stateColor(TokenState::Active, m_colors.ground);
    const QColor expiring = stateColor(TokenState::Expiring, m_colors.ground);
    painter->setRenderHint(QPainter::Antialiasing, false);
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < columns; ++x) {
            const Cell &cell = grid[size_t(y) * size_t(columns) + size_t(x)];
            if (cell.all == 0)
                continue;
            QColor fill = blended(expiring, active, double(cell.expiring) / cell.all);
            // By the logarithm: one token alone is still seen beside a thousand.
            fill.setAlphaF(float(0.35 + 0.65 * std::log1p(cell.all) / std::log1p(most)));
            const QRect place(sight.left() + x * densityCell, sight.top() + y * densityCell, densityCell, densityCell);
            painter->fillRect(place, fill);
            if (cell.selected)
                painter->fillRect(place.adjusted(1, 1, -1, -1), m_colors.text);
        }
    }
}

QCPRange IdlePoints::getKeyRange(bool &found, QCP::SignDomain) const
{
    found = !m_points.empty();
    return {0, m_mostAge};
}

QCPRange IdlePoints::getValueRange(bool &found, QCP::SignDomain, const QCPRange &) const
{
    found = !m_points.empty();
    return {0, m_mostIdle};
}

} // namespace tokendesk
