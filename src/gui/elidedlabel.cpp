// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/elidedlabel.h"

#include "core/safetext.h"

#include <QPainter>
#include <QStyle>

namespace tokendesk {

namespace {

constexpr int sideMargin = 6;

} // namespace

ElidedLabel::ElidedLabel(QWidget *parent, int leastColumns, Qt::TextElideMode mode)
    : QLabel(parent), m_leastColumns(leastColumns), m_mode(mode)
{
    setTextFormat(Qt::PlainText);
    setMargin(sideMargin);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void ElidedLabel::setLine(const QString &text)
{
    if (text == this->text())
        return;
    setText(text);
    setVisible(!text.isEmpty());
    updateToolTip();
}

void ElidedLabel::setMore(const QString &more)
{
    if (more == m_more)
        return;
    m_more = more;
    setAccessibleDescription(more);
    updateToolTip();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2 * margin() + 2, fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), fontMetrics().averageCharWidth() * m_leastColumns), fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto); // a name keeps its own
    const QRect room = rect().adjusted(margin(), 0, -margin(), 0);
    const QString line = fontMetrics().elidedText(text(), m_mode, room.width());
    style()->drawItemText(&painter, room, int(QStyle::visualAlignment(layoutDirection(), alignment())), palette(),
                          isEnabled(), line, foregroundRole());
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    updateToolTip();
}

void ElidedLabel::updateToolTip()
{
    const bool cut = fontMetrics().horizontalAdvance(text()) > width() - 2 * margin();
    QStringList lines;
    if (cut)
        lines << text();
    if (!m_more.isEmpty())
        lines << m_more;
    setToolTip(lines.isEmpty() ? QString() : asRichText(lines.join(QLatin1Char('\n'))));
}

} // namespace tokendesk
