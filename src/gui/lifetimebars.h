// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auditpictures.h"
#include "gui/auditpaint.h"
#include "gui/auditplot.h"

#include <functional>
#include <vector>

namespace tokendesk {

/// Bars from left to right in time, one row each from top to bottom: row n lies between n and n + 1 on the value axis,
/// whose range is reversed. Rows thinner than a few pixels are drawn as density: how many of the tokens that share a
/// line of pixels live at an instant, in the mixture of their colours. Either way only what is in sight costs time.
class LifetimeBars final : public QCPAbstractPlottable
{
    Q_OBJECT
public:
    LifetimeBars(QCPAxis *time, QCPAxis *rows);

    void setLifetimes(Lifetimes lifetimes) { m_lifetimes = std::move(lifetimes); }
    void setNow(qint64 nowMs) { m_nowMs = nowMs; }
    void setColors(const AuditColors &colors) { m_colors = colors; }
    /// Asked for rows in sight only.
    void setSelected(std::function<bool(int row)> selected) { m_selected = std::move(selected); }

    /// Whether single bars are drawn, not their density.
    [[nodiscard]] bool showsSingleBars() const;
    /// -1: no row there. Widget coordinates.
    [[nodiscard]] int rowAt(const QPointF &position) const;
    /// The bar as it is drawn, cut off at the edges of the axes; empty out of sight.
    [[nodiscard]] QRectF rectOf(int row) const;
    /// First and last row in sight; last < first where there is none.
    [[nodiscard]] std::pair<int, int> rowsInSight() const;

    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }
    QCPRange getKeyRange(bool &found, QCP::SignDomain domain) const override;
    QCPRange getValueRange(bool &found, QCP::SignDomain domain, const QCPRange &keys) const override;

protected:
    /// Exactly what the axes' ranges cover: a reversed axis of QCustomPlot lies one pixel before its rect.
    [[nodiscard]] QRect clipRect() const override;
    void draw(QCPPainter *painter) override;
    void drawLegendIcon(QCPPainter *, const QRectF &) const override {}

private:
    [[nodiscard]] const std::vector<Lifetime> &bars() const { return m_lifetimes.bars; }
    [[nodiscard]] double pixelsPerRow() const;
    [[nodiscard]] double pixelOf(qint64 ms) const;
    void drawDensity(QCPPainter *painter) const;
    void drawRow(QCPPainter *painter, int row) const;

    Lifetimes m_lifetimes;
    std::function<bool(int row)> m_selected;
    AuditColors m_colors;
    qint64 m_nowMs = 0;
};

} // namespace tokendesk
