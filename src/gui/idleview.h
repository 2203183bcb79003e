// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/auditpicture.h"

namespace tokendesk {

class IdlePoints;

/// Live tokens by age and by how long they are idle, sized by uses. What is old and idle is in one corner: the one to
/// clean up.
class IdleView final : public AuditPicture
{
    Q_OBJECT
public:
    explicit IdleView(AuditScene &scene, QWidget *parent = nullptr);

    /// From how many idle days on a token is stale: where the corner begins.
    void setStaleDays(int days);
    [[nodiscard]] QRectF corner() const;

    [[nodiscard]] std::vector<LegendEntry> legend() const override;
    [[nodiscard]] PictureNumbers numbers() const override;
    [[nodiscard]] int itemsCount() const override;
    [[nodiscard]] QString itemText(int item) const override;
    [[nodiscard]] QRectF itemRect(int item) const override;
    [[nodiscard]] int itemAtPoint(const QPointF &position) const override;
    [[nodiscard]] std::vector<quint32> itemRows(int item) const override;
    [[nodiscard]] int itemOfRow(quint32 row) const override;

protected:
    void rebuild() override;
    void restyle(const AuditColors &colors) override;
    [[nodiscard]] std::optional<std::vector<quint32>> rowsIn(const QRectF &area) const override;
    [[nodiscard]] QString emptyText() const override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateRanges();

    IdlePoints *m_points;
    int m_staleDays = 90;
};

} // namespace tokendesk
