// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auditpictures.h"
#include "gui/auditpaint.h"
#include "gui/auditplot.h"

#include <functional>
#include <vector>

namespace tokendesk {

/// Where a number of days lies on an axis: at its square root, so that one old token does not press all young ones into
/// a corner.
[[nodiscard]] double axisDays(double days);

/// Points at (age, idle time), sized by uses, shaped and coloured by state. Above a few thousand they are drawn as
/// density, for they would only hide one another.
class IdlePoints final : public QCPAbstractPlottable
{
    Q_OBJECT
public:
    struct Point
    {
        AgePoint at;
        TokenState state = TokenState::Active;
    };

    IdlePoints(QCPAxis *age, QCPAxis *idle);

    void setPoints(std::vector<Point> points, double staleDays);
    [[nodiscard]] const std::vector<Point> &points() const { return m_points; }
    void setSelected(std::function<bool(quint32 row)> selected) { m_selected = std::move(selected); }
    void setColors(const AuditColors &colors) { m_colors = colors; }
    [[nodiscard]] bool showsSinglePoints() const;

    /// The nearest one that is touched, or -1.
    [[nodiscard]] int pointAt(const QPointF &position) const;
    [[nodiscard]] QRectF rectOf(int point) const;
    [[nodiscard]] static double radiusFor(quint32 uses);
    /// The corner to clean up, in pixels; empty where it is out of sight.
    [[nodiscard]] QRectF corner() const;

    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }
    QCPRange getKeyRange(bool &found, QCP::SignDomain domain) const override;
    QCPRange getValueRange(bool &found, QCP::SignDomain domain, const QCPRange &keys) const override;

protected:
    void draw(QCPPainter *painter) override;
    void drawLegendIcon(QCPPainter *, const QRectF &) const override {}

private:
    [[nodiscard]] QPointF pixelOf(const Point &point) const;
    [[nodiscard]] size_t cellOf(double age, double idle) const;
    void drawCorner(QCPPainter *painter) const;
    void drawDensity(QCPPainter *painter) const;

    std::vector<Point> m_points;
    std::vector<quint32> m_byUses; ///< points, most uses first: small ones are drawn above large ones
    double m_staleDays = 90;
    // A grid over the points, so that the mouse need not ask all of them.
    double m_mostAge = 1;
    double m_mostIdle = 1;
    std::vector<quint32> m_byCell;
    std::vector<quint32> m_cellBegins;
    std::function<bool(quint32 row)> m_selected;
    AuditColors m_colors;
};

} // namespace tokendesk
