// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/messagepage.h"

#include "core/safetext.h"
#include "gui/symbolicicon.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokendesk {

namespace {

constexpr int textWidth = 440;

QLabel *centredLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    return label;
}

} // namespace

MessagePage::MessagePage(QWidget *parent)
    : QWidget(parent), m_symbol(new SymbolWidget(this)), m_headline(centredLabel(QStringLiteral("pageHeadline"), this)),
      m_explanation(centredLabel(QStringLiteral("pageExplanation"), this)), m_progress(new QProgressBar(this)),
      m_button(new QPushButton(this)), m_copy(new QPushButton(tr("Copy Details"), this))
{
    QFont large = font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.25);
    m_headline->setFont(large);
    m_progress->setObjectName(QStringLiteral("pageProgress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(textWidth / 2);
    m_button->setObjectName(QStringLiteral("pageButton"));
    m_button->setAutoDefault(true); // Enter presses it, as in a dialog
    m_copy->setObjectName(QStringLiteral("pageCopyDetails"));
    m_copy->setAccessibleName(tr("Copy Details"));
    m_copy->setFlat(true);

    // Words that wrap get their height only in a column of one width; aligning them one by one would cut them off.
    auto *middle = new QWidget(this);
    middle->setFixedWidth(textWidth);
    auto *row = new QHBoxLayout(this);
    row->addStretch();
    row->addWidget(middle);
    row->addStretch();
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_symbol, 0, Qt::AlignHCenter);
    column->addSpacing(8);
    column->addWidget(m_headline);
    column->addWidget(m_explanation);
    column->addWidget(m_progress, 0, Qt::AlignHCenter);
    column->addSpacing(8);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addWidget(m_copy, 0, Qt::AlignHCenter);
    column->addStretch(3);

    connect(m_button, &QPushButton::clicked, this, &MessagePage::buttonPressed);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_content.headline + QLatin1Char('\n') + m_content.explanation +
                                              QLatin1Char('\n') + m_content.details);
        Q_EMIT detailsCopied();
    });
    apply(m_content);
}

void MessagePage::show(const Content &content)
{
    if (content == m_content)
        return;
    m_content = content;
    apply(content);
}

void MessagePage::apply(const Content &content)
{
    m_symbol->setSymbol(content.symbol, 48);
    m_symbol->setVisible(!content.symbol.isEmpty());
    m_headline->setText(content.headline);
    m_explanation->setText(content.explanation);
    m_explanation->setVisible(!content.explanation.isEmpty());
    m_progress->setVisible(content.busy);
    // In thousandths, because a progress bar counts with int.
    m_progress->setRange(0, content.total > 0 ? 1000 : 0);
    m_progress->setValue(content.total > 0 ? static_cast<int>(content.rows * 1000 / content.total) : 0);
    m_button->setText(withoutMnemonics(content.button));
    m_button->setAccessibleName(content.button);
    m_button->setMinimumWidth(m_button->sizeHint().width() + 16);
    m_button->setVisible(!content.button.isEmpty());
    m_button->setEnabled(content.canAct);
    m_copy->setVisible(!content.details.isEmpty());
    setAccessibleName(content.headline);
    setAccessibleDescription(content.explanation);
}

} // namespace tokendesk
