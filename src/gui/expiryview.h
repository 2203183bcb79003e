// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auditpictures.h"
#include "gui/auditpicture.h"

namespace tokendesk {

class AmountBars;

/// How many live tokens expire when; "never" has a bar of its own.
class ExpiryView final : public AuditPicture
{
    Q_OBJECT
public:
    explicit ExpiryView(AuditScene &scene, QWidget *parent = nullptr);

    [[nodiscard]] const ExpiryCalendar &calendar() const { return m_calendar; }
    /// The last item, always there.
    [[nodiscard]] int neverItem() const { return itemsCount() - 1; }

    [[nodiscard]] std::vector<LegendEntry> legend() const override;
    [[nodiscard]] PictureNumbers numbers() const override;
    [[nodiscard]] int itemsCount() const override { return static_cast<int>(m_columns.size()); }
    [[nodiscard]] QString itemText(int item) const override;
    [[nodiscard]] QRectF itemRect(int item) const override;
    [[nodiscard]] int itemAtPoint(const QPointF &position) const override;
    [[nodiscard]] std::vector<quint32> itemRows(int item) const override;

protected:
    void rebuild() override;
    void restyle(const AuditColors &colors) override;
    [[nodiscard]] QString emptyText() const override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// One bar: from (included) to (not included); noInstant at both ends: never.
    struct Column
    {
        qint64 fromMs = noInstant;
        qint64 toMs = noInstant;
        quint32 tokens = 0;
        QString label;
        QString words;
    };
    [[nodiscard]] int columnOf(const TokenRow &token) const;
    void updateSelection();
    void updateTicks();

    AmountBars *m_bars;
    ExpiryCalendar m_calendar;
    std::vector<Column> m_columns;
    QSharedPointer<QCPAxisTickerText> m_ticker;
};

} // namespace tokendesk
