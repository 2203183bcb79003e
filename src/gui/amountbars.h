// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/auditpaint.h"
#include "gui/auditplot.h"

#include <vector>

namespace tokendesk {

/// One bar that shows a number.
struct AmountBar
{
    double from = 0; ///< on the key axis
    double to = 0;
    double known = 0;
    double estimated = 0; ///< stands on top of what is known
    bool unseen = false;  ///< nobody looked: a band from bottom to top, and no bar
    bool selected = false;
};

/// Bars on axes of their own; the gap between two is a part of their width.
class AmountBars final : public QCPAbstractPlottable
{
    Q_OBJECT
public:
    AmountBars(QCPAxis *keys, QCPAxis *amounts);

    void setBars(std::vector<AmountBar> bars) { m_bars = std::move(bars); }
    [[nodiscard]] const std::vector<AmountBar> &bars() const { return m_bars; }
    void setSelected(size_t bar, bool selected) { m_bars[bar].selected = selected; }
    void setColors(const AuditColors &colors) { m_colors = colors; }
    [[nodiscard]] double highest() const;

    /// The bar's column, from bottom to top of the axes: -1 where there is none.
    [[nodiscard]] int barAt(const QPointF &position) const;
    /// The bar as drawn; an empty one or a gap is its column. Empty out of sight.
    [[nodiscard]] QRectF rectOf(int bar) const;
    /// How high the known part, and with it the estimated one, is drawn: pixels.
    [[nodiscard]] QRectF partRect(int bar, bool estimated) const;

    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }
    QCPRange getKeyRange(bool &found, QCP::SignDomain domain) const override;
    QCPRange getValueRange(bool &found, QCP::SignDomain domain, const QCPRange &keys) const override;

protected:
    void draw(QCPPainter *painter) override;
    void drawLegendIcon(QCPPainter *, const QRectF &) const override {}

private:
    [[nodiscard]] QRectF column(const AmountBar &bar) const;

    std::vector<AmountBar> m_bars;
    AuditColors m_colors;
};

} // namespace tokendesk
