// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/accesstokenedit.h"

#include "core/accesstoken.h"

namespace tokendesk {

AccessTokenEdit::AccessTokenEdit(QWidget *parent) : QLineEdit(parent)
{
    setEchoMode(Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    // A JWT of many groups has some 10 kB; headers beyond that are refused anyway. QLineEdit's own limit is 32,767.
    connect(this, &QLineEdit::textEdited, this, [this](const QString &text) {
        const bool pasted = text.size() > m_lengthBefore + 1;
        m_lengthBefore = text.size();
        if (pasted) {
            tidy();
            return;
        }
        // setText() is what forgets the undo history.
        const int at = cursorPosition();
        setText(text);
        setCursorPosition(at);
    });
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) { m_lengthBefore = text.size(); });
    connect(this, &QLineEdit::editingFinished, this, &AccessTokenEdit::tidy);
    // On X11, what is selected is what a middle click pastes.
    connect(this, &QLineEdit::selectionChanged, this, [this] {
        if (echoMode() == Normal && hasSelectedText())
            deselect();
    });
}

void AccessTokenEdit::setRevealed(bool revealed)
{
    deselect();
    setText(text());
    setEchoMode(revealed ? Normal : Password);
}

Secret AccessTokenEdit::accessToken() const { return cleanAccessToken(text()); }

void AccessTokenEdit::tidy()
{
    const QString cleaned = accessToken().toText();
    if (cleaned != text() || isUndoAvailable())
        setText(cleaned);
}

void AccessTokenEdit::forget() { setText(QString()); }

} // namespace tokendesk
