// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tokendelegate.h"

#include "gui/statecolors.h"
#include "gui/symbolicicon.h"
#include "models/tokentablemodel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLocale>
#include <QPainter>

#include <cmath>

namespace tokendesk {

namespace {

constexpr int iconSize = 16;
constexpr int iconGap = 6;

/// Colours of one cell.
struct CellColors
{
    QColor ground;
    QColor text;
    QColor muted;
};

CellColors cellColors(const QStyleOptionViewItem &option, bool stale)
{
    const bool selected = option.state & QStyle::State_Selected;
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const bool alternate = option.features & QStyleOptionViewItem::Alternate;
    CellColors colors;
    colors.ground = option.palette.color(group, selected    ? QPalette::Highlight
                                                : alternate ? QPalette::AlternateBase
                                                            : QPalette::Base);
    colors.text = option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    // Still readable: at least 4.5:1 where the palette's own colours allow it.
    colors.muted = selected ? colors.text
                            : readableOn(blended(colors.text, colors.ground, 0.6), colors.ground,
                                         qMin(4.5, contrastRatio(colors.text, colors.ground)));
    if (stale)
        colors.text = colors.muted;
    return colors;
}

QRect placed(const QStyleOptionViewItem &option, const QRect &logical)
{
    return QStyle::visualRect(option.direction, option.rect, logical);
}

void drawFrame(QPainter *painter, const QStyleOptionViewItem &option, const QColor &colour)
{
    using Position = QStyleOptionViewItem::ViewItemPosition;
    const QRect rect = option.rect;
    painter->setPen(colour);
    painter->drawLine(rect.topLeft(), rect.topRight());
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    const bool rtl = option.direction == Qt::RightToLeft;
    const bool first = option.viewItemPosition == Position::Beginning || option.viewItemPosition == Position::OnlyOne;
    const bool last = option.viewItemPosition == Position::End || option.viewItemPosition == Position::OnlyOne;
    if (rtl ? last : first)
        painter->drawLine(rect.topLeft(), rect.bottomLeft());
    if (rtl ? first : last)
        painter->drawLine(rect.topRight(), rect.bottomRight());
}

} // namespace

TokenDelegate::TokenDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

int TokenDelegate::rowHeight(const QFontMetrics &metrics)
{
    return qMax(24, metrics.height() + 8);
}

int TokenDelegate::cellWidth(const QFontMetrics &metrics, int column, const QString &text)
{
    int width = metrics.horizontalAdvance(text) + 2 * cellMargin;
    if (column == TokenTableModel::State)
        width += iconSize + iconGap;
    else if (column == TokenTableModel::Uses)
        width += cellMargin + 48; // a bar that can tell few from many
    return width;
}

QSize TokenDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {cellWidth(option.fontMetrics, index.column(), index.data().toString()), rowHeight(option.fontMetrics)};
}

void TokenDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const CellColors colors = cellColors(option, m_stale);
    const bool selected = option.state & QStyle::State_Selected;

    painter->save();
    // The style paints selection and hovering; text, icon and focus are ours.
    option.state &= ~QStyle::State_HasFocus;
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);

    QRect content = option.rect.adjusted(cellMargin, 0, -cellMargin, 0);
    const auto column = static_cast<TokenTableModel::Column>(index.column());
    QColor textColor = colors.text;
    if (column == TokenTableModel::State) {
        const auto state = static_cast<TokenState>(index.data(TokenTableModel::StateRole).toInt());
        const QRect icon =
            placed(option, QRect(content.left(), content.center().y() - iconSize / 2 + 1, iconSize, iconSize));
        // The highlight may have any colour, so that only its own text colour is sure to stand out.
        const QColor colour = selected ? colors.text : m_stale ? colors.muted : stateColor(state, colors.ground);
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(icon, symbolPixmap(stateSymbol(state), colour, qRound(iconSize * ratio)));
        content.setLeft(content.left() + iconSize + iconGap);
    } else if (column == TokenTableModel::Uses) {
        const auto *model = static_cast<const TokenTableModel *>(index.model());
        const quint32 uses = model->tokens()->row(model->snapshotRow(index.row())).useCount;
        const int numberWidth = option.fontMetrics.horizontalAdvance(option.locale.toString(m_mostUses));
        const int room = content.width() - numberWidth - cellMargin;
        // By the square root: beside one token with thousands of uses, ten and a hundred still look different.
        if (uses > 0 && m_mostUses > 0 && room >= 16) {
            const int length = qMax(2, static_cast<int>(room * std::sqrt(double(uses) / m_mostUses)));
            const QRect bar(content.left() + room - length, content.center().y() - 2, length, 6);
            painter->fillRect(placed(option, bar), selected || m_stale ? blended(colors.muted, colors.ground, 0.5)
                                                                       : amountColor(colors.ground));
        }
    } else if ((column == TokenTableModel::Expires || column == TokenTableModel::LastUsed ||
                column == TokenTableModel::Revoked)) {
        const auto *model = static_cast<const TokenTableModel *>(index.model());
        const TokenRow &token = model->tokens()->row(model->snapshotRow(index.row()));
        const qint64 instant = column == TokenTableModel::Expires    ? token.expiresAt
                               : column == TokenTableModel::LastUsed ? token.lastUsedAt
                                                                     : token.revokedAt;
        if (instant == noInstant)
            textColor = colors.muted;
    }

    painter->setFont(option.font);
    painter->setPen(textColor);
    // A name keeps its own direction, whichever way the window runs.
    painter->setLayoutDirection(Qt::LayoutDirectionAuto);
    const QString line = option.fontMetrics.elidedText(option.text, Qt::ElideRight, content.width());
    painter->drawText(placed(option, content),
                      int(QStyle::visualAlignment(option.direction, option.displayAlignment)) | Qt::TextSingleLine,
                      line);
    if (index.row() == m_framedRow)
        drawFrame(painter, option, readableOn(option.palette.color(QPalette::Highlight), colors.ground, 2.0));
    painter->restore();
}

} // namespace tokendesk
