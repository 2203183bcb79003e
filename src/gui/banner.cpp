// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/banner.h"

#include "core/safetext.h"
#include "gui/statecolors.h"
#include "gui/symbolicicon.h"

#include <QAccessible>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace tokendesk {

namespace {

QColor toneColor(Banner::Tone tone)
{
    return QColor::fromRgb(tone == Banner::Tone::Problem ? 0xFFD55E00 : 0xFF0072B2);
}

QLabel *plainLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    return label;
}

} // namespace

Banner::Banner(QWidget *parent)
    : QWidget(parent), m_symbol(new SymbolWidget(this)), m_headline(plainLabel(QStringLiteral("bannerHeadline"), this)),
      m_explanation(plainLabel(QStringLiteral("bannerExplanation"), this)), m_button(new QPushButton(this)),
      m_copy(new QPushButton(tr("Copy Details"), this)), m_close(new QToolButton(this))
{
    QFont bold = font();
    bold.setBold(true);
    m_headline->setFont(bold);
    m_button->setObjectName(QStringLiteral("bannerButton"));
    m_copy->setObjectName(QStringLiteral("bannerCopyDetails"));
    m_copy->setAccessibleName(tr("Copy Details"));
    m_copy->setFlat(true);
    m_close->setObjectName(QStringLiteral("bannerClose"));
    m_close->setAccessibleName(tr("Close this notice"));
    m_close->setToolTip(tr("Close"));
    m_close->setIcon(symbolicIcon(QStringLiteral("close")));
    m_close->setAutoRaise(true);

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_headline);
    words->addWidget(m_explanation);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(8);
    row->addWidget(m_symbol, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(m_button, 0, Qt::AlignVCenter);
    row->addWidget(m_copy, 0, Qt::AlignVCenter);
    row->addWidget(m_close, 0, Qt::AlignVCenter);

    connect(m_button, &QPushButton::clicked, this, [this] { Q_EMIT nextStepChosen(m_text.nextStep); });
    connect(m_copy, &QPushButton::clicked, this, &Banner::copyDetails);
    connect(m_close, &QToolButton::clicked, this, [this] {
        m_closedHeadline = m_text.headline;
        hide();
    });
    hide();
}

void Banner::show(Tone tone, const ErrorText &text, bool canAct)
{
    const bool sameEvent = !isHidden() && tone == m_tone && text.headline == m_text.headline;
    if (sameEvent && text.explanation == m_text.explanation && text.nextStep == m_text.nextStep &&
        canAct == m_button->isEnabled() && text.details == m_text.details)
        return;
    m_tone = tone;
    m_text = text;
    m_headline->setText(text.headline);
    m_explanation->setText(text.explanation);
    m_explanation->setVisible(!text.explanation.isEmpty());
    m_button->setText(withoutMnemonics(text.nextStepLabel));
    m_button->setAccessibleName(text.nextStepLabel);
    m_button->setMinimumWidth(m_button->sizeHint().width() + 16);
    m_button->setVisible(text.nextStep != NextStep::None);
    m_button->setEnabled(canAct);
    m_copy->setVisible(tone == Tone::Problem);
    m_close->setVisible(tone == Tone::Notice);
    setAccessibleName(text.headline);
    setAccessibleDescription(text.explanation);
    if (tone == Tone::Notice && text.headline == m_closedHeadline) {
        hide();
        return;
    }
    m_closedHeadline.clear();
    if (sameEvent)
        return;
    applyTone();
    setVisible(true);
    QAccessibleEvent announce(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announce);
}

void Banner::clear()
{
    m_text = {};
    m_closedHeadline.clear();
    hide();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor ground = palette().color(QPalette::Window);
    painter.fillRect(rect(), blended(toneColor(m_tone), ground, 0.12));
    const QRect edge(layoutDirection() == Qt::RightToLeft ? width() - 4 : 0, 0, 4, height());
    painter.fillRect(edge, readableOn(toneColor(m_tone), ground));
}

void Banner::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

void Banner::applyTone()
{
    m_symbol->setSymbol(m_tone == Tone::Problem ? QStringLiteral("warning") : QStringLiteral("info"), 20,
                        toneColor(m_tone));
    update();
}

void Banner::copyDetails()
{
    QStringList lines{m_text.headline};
    if (!m_text.explanation.isEmpty())
        lines << m_text.explanation;
    if (!m_text.details.isEmpty())
        lines << m_text.details;
    lines << QStringLiteral("Token Desk %1").arg(QStringLiteral(TOKENDESK_VERSION));
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    Q_EMIT detailsCopied();
}

} // namespace tokendesk
