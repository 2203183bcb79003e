// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/auditpicture.h"

namespace tokendesk {

class GroupMarks;
class LifetimeBars;
class NowLine;

/// One bar a token, from its creation to its end.
///
/// The wheel zooms both ways; with Ctrl only time, with Shift only rows. A drag moves the picture, with Shift it
/// selects. Up and Down walk through the tokens, Left and Right move time.
class LifetimesView final : public AuditPicture
{
    Q_OBJECT
public:
    enum class Order {
        AsTable,
        ByCreation,
        ByState, ///< grouped, each group by creation
        ByKind,  ///< so too
    };

    explicit LifetimesView(AuditScene &scene, QWidget *parent = nullptr);

    void setOrder(Order order);
    /// The row of the snapshot whose bar is there.
    [[nodiscard]] std::optional<quint32> rowAt(const QPointF &position) const;
    [[nodiscard]] bool showsSingleBars() const;
    /// Groups from top to bottom; empty where the order has none.
    [[nodiscard]] const GroupMarks &groupMarks() const { return *m_groups; }

    [[nodiscard]] std::vector<LegendEntry> legend() const override;
    [[nodiscard]] PictureNumbers numbers() const override;
    [[nodiscard]] int itemsCount() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QString itemText(int item) const override;
    [[nodiscard]] QRectF itemRect(int item) const override;
    [[nodiscard]] int itemAtPoint(const QPointF &position) const override;
    [[nodiscard]] std::vector<quint32> itemRows(int item) const override;
    [[nodiscard]] int itemOfRow(quint32 row) const override;

    [[nodiscard]] bool canZoom() const override { return true; }
    void zoom(double factor, const QPointF &at, Qt::KeyboardModifiers how) override;
    void pan(const QPointF &pixels) override;
    void showAll() override;

protected:
    void rebuild() override;
    void restyle(const AuditColors &colors) override;
    void reveal(int item) override;
    [[nodiscard]] std::optional<std::vector<quint32>> rowsIn(const QRectF &area) const override;
    [[nodiscard]] QString emptyText() const override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void sortRows(const TokenSnapshot &tokens);
    [[nodiscard]] double mostRows() const;
    [[nodiscard]] QCPRange wholeTime() const;
    void setRanges(QCPRange time, QCPRange rows);
    void updateSubtitle();

    LifetimeBars *m_bars;
    NowLine *m_now;
    GroupMarks *m_groups;
    std::vector<quint32> m_rows; ///< of the snapshot, from top to bottom
    Order m_order = Order::AsTable;
    bool m_moved = false; ///< the person has chosen what to look at
};

} // namespace tokendesk
