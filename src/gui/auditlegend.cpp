// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/auditlegend.h"

#include <QPainter>
#include <QStyle>

namespace tokendesk {

namespace {

constexpr int swatchWidth = 22;
constexpr int gap = 6;
constexpr int between = 16;

} // namespace

AuditLegend::AuditLegend(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void AuditLegend::setEntries(std::vector<LegendEntry> entries)
{
    m_entries = std::move(entries);
    QStringList words;
    for (const LegendEntry &entry : m_entries)
        words << entry.word;
    //: %1 is a list of what is drawn in a picture: "Active, Expiring, Used up"
    setAccessibleName(tr("Legend: %1").arg(words.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

int AuditLegend::heightForWidth(int width) const
{
    return paint(nullptr, QRect(0, 0, width, 0), font(), palette(), m_entries, layoutDirection());
}

QSize AuditLegend::sizeHint() const
{
    return {200, heightForWidth(width() > 100 ? width() : 400)};
}

QSize AuditLegend::minimumSizeHint() const
{
    return {60, fontMetrics().height()};
}

void AuditLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter, rect(), font(), palette(), m_entries, layoutDirection());
}

int AuditLegend::paint(QPainter *painter, const QRect &area, const QFont &font, const QPalette &palette,
                       const std::vector<LegendEntry> &entries, Qt::LayoutDirection direction)
{
    if (entries.empty())
        return 0;
    const QFontMetrics metrics(font);
    const int line = metrics.height() + 4;
    const AuditColors colors(palette);
    int x = 0;
    int y = 0;
    for (const LegendEntry &entry : entries) {
        const int width = swatchWidth + gap + metrics.horizontalAdvance(entry.word);
        if (x > 0 && x + width > area.width()) {
            x = 0;
            y += line;
        }
        if (painter) {
            const QRect logical(area.left() + x, area.top() + y, width, line);
            const QRect cell = QStyle::visualRect(direction, area, logical);
            const bool mirrored = direction == Qt::RightToLeft;
            const int middle = cell.top() + line / 2;
            const QRectF swatch(mirrored ? cell.right() - swatchWidth + 1 : cell.left(), middle - 5, swatchWidth, 10);
            painter->save();
            painter->setLayoutDirection(direction);
            entry.paint(*painter, swatch, colors);
            painter->restore();
            painter->setFont(font);
            painter->setPen(colors.text);
            painter->drawText(
                mirrored ? cell.adjusted(0, 0, -swatchWidth - gap, 0) : cell.adjusted(swatchWidth + gap, 0, 0, 0),
                Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::TextSingleLine, entry.word);
        }
        x += width + between;
    }
    return y + line;
}

std::vector<LegendEntry> stateLegend(bool asPoints)
{
    std::vector<LegendEntry> entries;
    for (const TokenState state :
         {TokenState::Active, TokenState::Expiring, TokenState::UsedUp, TokenState::Expired, TokenState::Revoked}) {
        entries.push_back({[state, asPoints](QPainter &painter, const QRectF &swatch, const AuditColors &colors) {
                               if (asPoints)
                                   paintStatePoint(painter, swatch.center(), 4.5, state, colors.ground);
                               else
                                   paintStateBar(painter, swatch.adjusted(0, 1, 0, -1), state, colors.ground);
                           },
                           stateWord(state)});
    }
    return entries;
}

} // namespace tokendesk
