// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inlinemessage.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>

namespace tokendesk {

namespace {

constexpr int barWidth = 3;

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText); // what a server said may be in it
    label->setWordWrap(true);
    return label;
}

} // namespace

InlineMessage::InlineMessage(QWidget *parent)
    : QFrame(parent), m_symbol(new QLabel(this)), m_headline(plainLabel(this)), m_explanation(plainLabel(this))
{
    m_headline->setObjectName(QStringLiteral("headline"));
    m_explanation->setObjectName(QStringLiteral("explanation"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(8 + barWidth, 8, 8, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_symbol, 0, 0, Qt::AlignTop);
    grid->addWidget(m_headline, 0, 1);
    grid->addWidget(m_explanation, 1, 1);
    grid->setColumnStretch(1, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    hide();
}

void InlineMessage::say(Symbol kind, const QString &headline, const QString &explanation, bool announced)
{
    m_kind = kind;
    m_headline->setText(headline);
    QFont font = this->font();
    font.setBold(!explanation.isEmpty());
    m_headline->setFont(font);
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
    setAccessibleName(text());
    drawSymbol();
    show();
    update();
    if (announced) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void InlineMessage::clear()
{
    m_headline->clear();
    m_explanation->clear();
    setAccessibleName({});
    hide();
}

QString InlineMessage::text() const
{
    if (m_explanation->text().isEmpty())
        return m_headline->text();
    return m_headline->text() + QLatin1Char(' ') + m_explanation->text();
}

void InlineMessage::drawSymbol()
{
    m_symbol->setPixmap(symbolIcon(m_kind, palette()).pixmap(QSize(16, 16), devicePixelRatioF()));
}

void InlineMessage::paintEvent(QPaintEvent *)
{
    const QColor ground = palette().color(QPalette::Window);
    const QColor accent = symbolColour(m_kind, ground);
    QColor tint = accent;
    tint.setAlphaF(0.12F);
    QPainter painter(this);
    painter.fillRect(rect(), tint);
    const int x = layoutDirection() == Qt::RightToLeft ? width() - barWidth : 0;
    painter.fillRect(x, 0, barWidth, height(), accent);
}

void InlineMessage::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_headline->text().isEmpty())
        drawSymbol();
}

} // namespace tokendesk
