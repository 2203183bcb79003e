// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/useseries.h"
#include "gui/auditpicture.h"
#include "models/background.h"

#include <QPointer>

namespace tokendesk {

class AmountBars;

/// How many devices were provisioned when, as far as looks tell: of the selected tokens, or of all that are shown where
/// none is selected. What is only spread over a stretch of time looks so, and where nobody looked is no bar but a gap.
class UsesView final : public AuditPicture
{
    Q_OBJECT
public:
    explicit UsesView(AuditScene &scene, QWidget *parent = nullptr);

    void setPeriod(UsePeriod period);
    [[nodiscard]] UsePeriod period() const { return m_period; }
    [[nodiscard]] const UseSeries &series() const { return m_series; }
    /// Counting is under way.
    [[nodiscard]] bool isBehind() const { return m_counting; }

    [[nodiscard]] std::vector<LegendEntry> legend() const override;
    [[nodiscard]] PictureNumbers numbers() const override;
    [[nodiscard]] int itemsCount() const override { return static_cast<int>(m_series.buckets.size()); }
    [[nodiscard]] QString itemText(int item) const override;
    [[nodiscard]] QRectF itemRect(int item) const override;
    [[nodiscard]] int itemAtPoint(const QPointF &position) const override;
    /// The tokens that were, or may have been, used in that time.
    [[nodiscard]] std::vector<quint32> itemRows(int item) const override;

    [[nodiscard]] bool canZoom() const override { return true; }
    void zoom(double factor, const QPointF &at, Qt::KeyboardModifiers how) override;
    void pan(const QPointF &pixels) override;
    void showAll() override;

Q_SIGNALS:
    /// series() is another one.
    void counted();

protected:
    void rebuild() override;
    void restyle(const AuditColors &colors) override;
    void reveal(int item) override;
    [[nodiscard]] QString emptyText() const override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void take(UseSeries series);
    void setTime(QCPRange time);
    void showLatest();
    void updateSubtitle();
    [[nodiscard]] QString bucketText(const UseBucket &bucket) const;

    AmountBars *m_bars;
    UsePeriod m_period = UsePeriod::Day;
    UseSeries m_series;
    Latest m_latest;
    bool m_counting = false;
    bool m_moved = false;
    bool m_ofSelection = false;
};

/// "per day", translated; for choosing one.
[[nodiscard]] QString usePeriodWord(UsePeriod period);

} // namespace tokendesk
