// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tokendelegate.h"

#include "gui/statecolors.h"
#include "gui/symbolicicon.h"
#include "models/tokentablemodel.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>
#include <QtMath>

#include <cmath>

namespace tokendesk {

namespace {

constexpr int iconSize = 16;
constexpr int iconGap = 6;

QRect placed(const QStyleOptionViewItem &option, const QRect &logical)
{
    return QStyle::visualRect(option.direction, option.rect, logical);
}

/// Device pixels a logical one. The painter knows better than its device: a widget that is rendered into a picture is
/// painted at the picture's scale.
qreal scaleOf(const QPainter &painter)
{
    const QTransform &toDevice = painter.deviceTransform();
    return toDevice.type() <= QTransform::TxScale ? toDevice.m11() : painter.device()->devicePixelRatioF();
}

/// Pixel on pixel: wherever else it stood at a scale like 125 %, its edges would be ragged.
void drawIcon(QPainter *painter, QPointF topLeft, const QPixmap &icon)
{
    const QTransform &toDevice = painter->deviceTransform();
    if (toDevice.type() == QTransform::TxScale) {
        const QPointF device = toDevice.map(topLeft);
        topLeft = toDevice.inverted().map(QPointF(qRound(device.x()), qRound(device.y())));
    }
    const qreal scale = scaleOf(*painter);
    painter->drawPixmap(QRectF(topLeft, QSizeF(icon.size()) / scale), icon, icon.rect());
}

void drawFrame(QPainter *painter, const QStyleOptionViewItem &option, const QColor &colour)
{
    using Position = QStyleOptionViewItem::ViewItemPosition;
    const QRect rect = option.rect;
    // Not with lines, which stand astride of the edge wherever a pixel is not one of the device's.
    painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), colour);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour);
    const bool rtl = option.direction == Qt::RightToLeft;
    const bool first = option.viewItemPosition == Position::Beginning || option.viewItemPosition == Position::OnlyOne;
    const bool last = option.viewItemPosition == Position::End || option.viewItemPosition == Position::OnlyOne;
    if (rtl ? last : first)
        painter->fillRect(QRect(rect.left(), rect.top(), 1, rect.height()), colour);
    if (rtl ? first : last)
        painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), colour);
}

} // namespace

TokenDelegate::TokenDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

int TokenDelegate::rowHeight(const QFontMetrics &metrics)
{
    return qMax(24, metrics.height() + 8);
}

int TokenDelegate::cellWidth(const QFontMetrics &metrics, int column, const QString &text)
{
    // To the next whole pixel: QFontMetrics rounds, and a word that is a fraction wider is elided.
    int width = qCeil(QFontMetricsF(metrics).horizontalAdvance(text)) + 2 * cellMargin;
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

const TokenDelegate::Look &TokenDelegate::look(const QStyleOptionViewItem &option, qreal ratio) const
{
    const int iconPixels = qRound(iconSize * ratio);
    if (const qint64 palette = option.palette.cacheKey(); palette != m_palette || iconPixels != m_iconPixels) {
        m_palette = palette;
        m_iconPixels = iconPixels;
        m_looks.fill(std::nullopt);
    }
    const bool selected = option.state & QStyle::State_Selected;
    const bool active = option.state & QStyle::State_Active;
    const bool alternate = option.features & QStyleOptionViewItem::Alternate;
    std::optional<Look> &known =
        m_looks[(selected ? 1U : 0U) | (active ? 2U : 0U) | (alternate ? 4U : 0U) | (m_stale ? 8U : 0U)];
    if (known)
        return *known;

    const auto group = active ? QPalette::Active : QPalette::Inactive;
    Look look;
    look.ground = option.palette.color(group, selected    ? QPalette::Highlight
                                              : alternate ? QPalette::AlternateBase
                                                          : QPalette::Base);
    look.text = option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    // Still readable: at least 4.5:1 where the palette's own colours allow it.
    look.muted = selected ? look.text
                          : readableOn(blended(look.text, look.ground, 0.6), look.ground,
                                       qMin(4.5, contrastRatio(look.text, look.ground)));
    if (m_stale)
        look.text = look.muted;
    look.bar = selected || m_stale ? blended(look.muted, look.ground, 0.5) : amountColor(look.ground);
    look.frame = readableOn(option.palette.color(QPalette::Highlight), look.ground, 2.0);
    for (const TokenState state : allTokenStates) {
        // The highlight may have any colour, so that only its own text colour is sure to stand out.
        const QColor colour = selected ? look.text : m_stale ? look.muted : stateColor(state, look.ground);
        look.icons[static_cast<size_t>(state)] = symbolPixmap(stateSymbol(state), colour, iconPixels);
    }
    known = look;
    return *known;
}

const TokenDelegate::Line &TokenDelegate::line(const QStyleOptionViewItem &option, const QString &text, int room) const
{
    if (option.font != m_font) {
        m_font = option.font;
        m_lines.clear();
    }
    const LineKey key{text, room};
    if (const Line *known = m_lines.object(key))
        return *known;
    auto *line = new Line;
    line->text.setTextFormat(Qt::PlainText);
    line->text.setPerformanceHint(QStaticText::AggressiveCaching);
    // A name keeps its own direction, whichever way the window runs.
    QTextOption direction;
    direction.setTextDirection(Qt::LayoutDirectionAuto);
    direction.setWrapMode(QTextOption::NoWrap);
    line->text.setTextOption(direction);
    line->text.setText(option.fontMetrics.elidedText(text, Qt::ElideRight, room));
    line->text.prepare({}, option.font);
    line->size = line->text.size();
    m_lines.insert(key, line);
    return *line;
}

void TokenDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &model = static_cast<const TokenTableModel &>(*index.model());
    const auto column = static_cast<TokenTableModel::Column>(index.column());
    const quint32 row = model.snapshotRow(index.row());
    const TokenRow &token = model.tokens()->row(row);
    const Look &look = this->look(option, scaleOf(*painter));
    const QPen penBefore = painter->pen();

    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        // The style paints selection and hovering; text, icon and focus are ours.
        QStyleOptionViewItem panel = option;
        panel.state &= ~QStyle::State_HasFocus;
        const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
        style->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter, option.widget);
    }

    QRect content = option.rect.adjusted(cellMargin, 0, -cellMargin, 0);
    bool muted = false;
    bool trailing = false;
    switch (column) {
    case TokenTableModel::State: {
        const QRect icon(content.left(), content.center().y() - iconSize / 2 + 1, iconSize, iconSize);
        drawIcon(painter, placed(option, icon).topLeft(), look.icons[static_cast<size_t>(model.stateOf(row))]);
        content.setLeft(content.left() + iconSize + iconGap);
        break;
    }
    case TokenTableModel::Uses: {
        trailing = true;
        const quint32 most = model.tokens()->mostUses();
        const int room = content.width() -
                         qCeil(line(option, option.locale.toString(most), content.width()).size.width()) - cellMargin;
        // By the square root: beside one token with thousands of uses, ten and a hundred still look different.
        if (token.useCount > 0 && room >= 16) {
            const int length = qMax(2, static_cast<int>(room * std::sqrt(double(token.useCount) / most)));
            const QRect bar(content.left() + room - length, content.center().y() - 2, length, 6);
            painter->fillRect(placed(option, bar), look.bar);
        }
        break;
    }
    case TokenTableModel::Expires:
        muted = token.expiresAt == noInstant;
        break;
    case TokenTableModel::LastUsed:
        muted = token.lastUsedAt == noInstant;
        break;
    case TokenTableModel::Revoked:
        muted = token.revokedAt == noInstant;
        break;
    case TokenTableModel::Name:
    case TokenTableModel::Kind:
    case TokenTableModel::Created:
    case TokenTableModel::Id:
    case TokenTableModel::ColumnCount:
        break;
    }

    const QFont fontBefore = painter->font();
    if (fontBefore != option.font)
        painter->setFont(option.font);
    painter->setPen(muted ? look.muted : look.text);
    const Line &text = line(option, model.text(row, column), content.width());
    const int width = qMin(content.width(), qCeil(text.size.width()));
    const int left = trailing ? content.right() + 1 - width : content.left();
    const int top = content.top() + (content.height() - qCeil(text.size.height())) / 2;
    painter->drawStaticText(placed(option, QRect(left, top, width, content.height())).topLeft(), text.text);

    if (index.row() == m_framedRow)
        drawFrame(painter, option, look.frame);
    painter->setPen(penBefore);
    if (fontBefore != option.font)
        painter->setFont(fontBefore);
}

} // namespace tokendesk
