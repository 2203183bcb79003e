// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/fingerprintview.h"

#include "core/certificatefacts.h"
#include "gui/dialogsymbols.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>

#include <cmath>

namespace tokendesk {

namespace {

constexpr int bytesInRow = 8;
constexpr int rows = 4;
constexpr int lettersOfByte = 3; // two digits, and what separates them

} // namespace

FingerprintView::FingerprintView(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    setLineWrapMode(NoWrap);
    setLayoutDirection(Qt::LeftToRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    fit();
}

void FingerprintView::setFingerprint(const QByteArray &sha256, const QByteArray &other)
{
    m_sha256 = sha256;
    m_other = other;
    QString text;
    for (qsizetype at = 0; at < sha256.size(); at += bytesInRow) {
        if (at > 0)
            text += QLatin1Char('\n');
        text += fingerprintText(sha256.mid(at, bytesInRow));
    }
    setPlainText(text);
    setAccessibleDescription(fingerprintText(sha256));
    markDifferences();
}

void FingerprintView::copyAll() const
{
    QGuiApplication::clipboard()->setText(fingerprintText(m_sha256));
}

void FingerprintView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::ApplicationFontChange)
        fit();
    if (event->type() == QEvent::PaletteChange)
        markDifferences();
}

void FingerprintView::fit()
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (parentWidget() && parentWidget()->font().pointSizeF() > 0) // large letters stay large
        fixed.setPointSizeF(parentWidget()->font().pointSizeF());
    document()->setDefaultFont(fixed);
    QFont bold(fixed); // which a face that is not truly monospaced makes wider
    bold.setBold(true);
    const QString row(bytesInRow * lettersOfByte - 1, QLatin1Char('D'));
    const int around = 2 * (frameWidth() + static_cast<int>(std::ceil(document()->documentMargin()))) + 2;
    const int width = qMax(QFontMetrics(fixed).horizontalAdvance(row), QFontMetrics(bold).horizontalAdvance(row));
    setFixedSize(width + around, rows * QFontMetrics(fixed).lineSpacing() + around);
}

void FingerprintView::markDifferences()
{
    QList<QTextEdit::ExtraSelection> marks;
    QColor tint = symbolColour(Symbol::Failed, palette().color(QPalette::Base));
    QTextCharFormat different;
    different.setFontUnderline(true);
    different.setFontWeight(QFont::Bold);
    tint.setAlphaF(0.25F);
    different.setBackground(tint);
    for (qsizetype at = 0; !m_other.isEmpty() && at < m_sha256.size(); ++at) {
        if (at < m_other.size() && m_other[at] == m_sha256[at])
            continue;
        QTextCursor cursor(document());
        cursor.setPosition(static_cast<int>(at) * lettersOfByte);
        cursor.setPosition(static_cast<int>(at) * lettersOfByte + 2, QTextCursor::KeepAnchor);
        marks.append({cursor, different});
    }
    setExtraSelections(marks);
}

} // namespace tokendesk
