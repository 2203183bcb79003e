// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dialogsymbols.h"

#include <QFrame>

class QLabel;

namespace tokendesk {

/// A message inside a dialog, where the work is: a symbol, a headline, an explanation. Takes no room while it has
/// nothing to say. Texts are plain, whatever they hold.
class InlineMessage : public QFrame
{
    Q_OBJECT
public:
    explicit InlineMessage(QWidget *parent = nullptr);

    /// `announced`: assistive technology is told at once.
    void say(Symbol kind, const QString &headline, const QString &explanation = {}, bool announced = true);
    void clear();
    /// Headline and explanation; empty while there is nothing.
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void drawSymbol();

    Symbol m_kind = Symbol::Information;
    QLabel *m_symbol;
    QLabel *m_headline;
    QLabel *m_explanation;
};

} // namespace tokendesk
