// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errortext.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace tokendesk {

class SymbolWidget;

/// A strip above the list: what happened, what it means, one button for the next step, Copy Details. Hidden until it
/// has something to say.
class Banner : public QWidget
{
    Q_OBJECT
public:
    enum class Tone {
        Problem,
        Notice, ///< can be closed; it stays closed until another text comes
    };

    explicit Banner(QWidget *parent = nullptr);

    /// Plain text. Showing the same again changes nothing, so that focus and screen readers are left in peace; a new
    /// explanation alone (a countdown) is not announced. `canAct`: whether the button may be pressed already.
    void show(Tone tone, const ErrorText &text, bool canAct = true);
    void clear();
    [[nodiscard]] NextStep nextStep() const { return m_text.nextStep; }

Q_SIGNALS:
    void nextStepChosen(tokendesk::NextStep step);
    void detailsCopied();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyTone();
    void copyDetails();

    Tone m_tone = Tone::Problem;
    ErrorText m_text;
    QString m_closedHeadline;
    SymbolWidget *m_symbol;
    QLabel *m_headline;
    QLabel *m_explanation;
    QPushButton *m_button;
    QPushButton *m_copy;
    QToolButton *m_close;
};

} // namespace tokendesk
