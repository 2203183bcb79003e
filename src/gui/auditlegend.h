// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/auditpaint.h"

#include <QWidget>

#include <functional>
#include <vector>

namespace tokendesk {

/// One thing a picture is made of: how it looks, and the word for it.
struct LegendEntry
{
    std::function<void(QPainter &painter, const QRectF &swatch, const AuditColors &colors)> paint;
    QString word;
};

/// Swatches with words, in as many lines as they need.
class AuditLegend : public QWidget
{
    Q_OBJECT
public:
    explicit AuditLegend(QWidget *parent = nullptr);
    void setEntries(std::vector<LegendEntry> entries);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// Paints entries into `area`; returns the height they took. Without a painter it only measures.
    static int paint(QPainter *painter, const QRect &area, const QFont &font, const QPalette &palette,
                     const std::vector<LegendEntry> &entries, Qt::LayoutDirection direction);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<LegendEntry> m_entries;
};

/// The states, as bars or as points.
[[nodiscard]] std::vector<LegendEntry> stateLegend(bool asPoints);

} // namespace tokendesk
