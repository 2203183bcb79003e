// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace tokendesk {

/// Paints the cells of the token table: icon and word for a state, a bar and a number for uses, muted "Never", and the
/// current row framed as a whole. Everything in grey while the list is old.
class TokenDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit TokenDelegate(QObject *parent = nullptr);

    void setStale(bool stale) { m_stale = stale; }
    /// The largest number of uses in the list: a full bar.
    void setMostUses(quint32 uses) { m_mostUses = uses; }
    /// The row to frame, or -1.
    void setFramedRow(int row) { m_framedRow = row; }
    [[nodiscard]] int framedRow() const { return m_framedRow; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Pixels left and right of the text in a cell.
    static constexpr int cellMargin = 8;
    /// The pixels that `text` and what is drawn beside it need in `column` of a TokenTableModel.
    [[nodiscard]] static int cellWidth(const QFontMetrics &metrics, int column, const QString &text);
    /// The height of a row in this font.
    [[nodiscard]] static int rowHeight(const QFontMetrics &metrics);

private:
    bool m_stale = false;
    quint32 m_mostUses = 0;
    int m_framedRow = -1;
};

} // namespace tokendesk
