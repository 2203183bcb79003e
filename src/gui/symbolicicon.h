// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokenstatus.h"

#include <QIcon>
#include <QPixmap>
#include <QWidget>

namespace tokendesk {

/// One of the symbols in resources/icons, by file name without suffix, in the palette's text colour at the moment of
/// painting: it follows a change to dark mode by itself.
[[nodiscard]] QIcon symbolicIcon(const QString &name);

/// A symbol in one colour. `deviceSize`: device pixels, square. Cached.
[[nodiscard]] QPixmap symbolPixmap(const QString &name, const QColor &colour, int deviceSize);

/// "state-active", … : the symbol of a state.
[[nodiscard]] QString stateSymbol(TokenState state);

/// The application's own icon.
[[nodiscard]] QIcon applicationIcon();

/// A symbol standing alone in a layout. Decoration only: assistive technology does not see it.
class SymbolWidget : public QWidget
{
    Q_OBJECT
public:
    explicit SymbolWidget(QWidget *parent = nullptr);
    /// `size`: logical pixels. An invalid colour means the palette's text colour.
    void setSymbol(const QString &name, int size, const QColor &colour = {});
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QColor m_colour;
    int m_size = 16;
};

} // namespace tokendesk
