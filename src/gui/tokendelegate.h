// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokenstatus.h"

#include <QCache>
#include <QPixmap>
#include <QStaticText>
#include <QStyledItemDelegate>

#include <array>
#include <optional>

namespace tokendesk {

/// Paints the cells of the token table: icon and word for a state, a bar and a number for uses, muted "Never", and the
/// current row framed as a whole. Everything in grey while the list is old.
///
/// A page has hundreds of cells and is painted at every keystroke, so that what they have in common is worked out once:
/// colours by kind of cell, texts laid out and elided by what they say. It asks no item roles but reads the model.
class TokenDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit TokenDelegate(QObject *parent = nullptr);

    void setStale(bool stale) { m_stale = stale; }
    /// The row to frame, or -1.
    void setFramedRow(int row) { m_framedRow = row; }
    [[nodiscard]] int framedRow() const { return m_framedRow; }

    /// `index` belongs to a TokenTableModel.
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Pixels left and right of the text in a cell.
    static constexpr int cellMargin = 8;
    /// The pixels that `text` and what is drawn beside it need in `column` of a TokenTableModel.
    [[nodiscard]] static int cellWidth(const QFontMetrics &metrics, int column, const QString &text);
    /// The height of a row in this font.
    [[nodiscard]] static int rowHeight(const QFontMetrics &metrics);

private:
    /// What cells of one kind have in common: alternate or not, selected or not, in an active window or not.
    struct Look
    {
        QColor ground;
        QColor text;
        QColor muted;
        QColor bar;
        QColor frame;
        std::array<QPixmap, allTokenStates.size()> icons;
    };
    /// A text as it is drawn.
    struct Line
    {
        QStaticText text;
        QSizeF size;
    };
    struct LineKey
    {
        QString text;
        int room;
        friend bool operator==(const LineKey &, const LineKey &) = default;
        friend size_t qHash(const LineKey &key, size_t seed) { return qHashMulti(seed, key.text, key.room); }
    };

    const Look &look(const QStyleOptionViewItem &option, qreal ratio) const;
    const Line &line(const QStyleOptionViewItem &option, const QString &text, int room) const;

    bool m_stale = false;
    int m_framedRow = -1;
    mutable std::array<std::optional<Look>, 16> m_looks;
    mutable qint64 m_palette = 0;                ///< QPalette::cacheKey() of the looks
    mutable int m_iconPixels = 0;                ///< of the icons in the looks
    mutable QCache<LineKey, Line> m_lines{1024}; ///< some pages; two kilobytes each
    mutable QFont m_font;                        ///< of the lines
};

} // namespace tokendesk
