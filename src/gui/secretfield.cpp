// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/secretfield.h"

#include <QFontDatabase>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QTextLayout>

namespace tokendesk {

SecretField::SecretField(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByKeyboard);
    setContextMenuPolicy(Qt::NoContextMenu);
    setWordWrapMode(QTextOption::WrapAnywhere);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (font().pointSizeF() > 0) // a person who reads large letters needs them here most of all
        fixed.setPointSizeF(font().pointSizeF());
    setFont(fixed);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // A command reads from left to right in every language.
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(Qt::LeftToRight);
    option.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute);
    document()->setDefaultTextOption(option);
    setLayoutDirection(Qt::LeftToRight);
    fitHeight();
}

void SecretField::setShown(const QString &text)
{
    setPlainText(text);
    fitHeight();
}

void SecretField::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Cut)) {
        Q_EMIT copyRequested();
        event->accept();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void SecretField::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

void SecretField::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

QMimeData *SecretField::createMimeDataFromSelection() const { return new QMimeData; }

void SecretField::fitHeight()
{
    constexpr int mostLines = 6;
    const int lines = qBound(1, int(document()->size().height()), mostLines);
    const int frame = 2 * frameWidth() + 2 * int(document()->documentMargin());
    const int wanted = lines * fontMetrics().lineSpacing() + frame + 2;
    if (wanted != minimumHeight())
        setFixedHeight(wanted);
}

} // namespace tokendesk
