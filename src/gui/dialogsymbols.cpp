// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogsymbols.h"

#include "gui/statecolors.h"
#include "gui/symbolicicon.h"

namespace tokendesk {

namespace {

QString fileOf(Symbol symbol)
{
    switch (symbol) {
    case Symbol::Done:
        return stateSymbol(TokenState::UsedUp); // a tick
    case Symbol::Information:
        return QStringLiteral("info");
    case Symbol::Warning:
        return QStringLiteral("warning");
    case Symbol::Failed:
        return stateSymbol(TokenState::Revoked); // a cross
    }
    Q_UNREACHABLE();
}

QIcon iconOf(const QString &file, const QColor &colour)
{
    constexpr int size = 16;
    QIcon icon;
    for (const int ratio : {1, 2, 3}) {
        QPixmap pixmap = symbolPixmap(file, colour, size * ratio);
        pixmap.setDevicePixelRatio(ratio);
        icon.addPixmap(pixmap);
        // A selected row has the accent colour as its ground; the same picture is still told by its shape.
        icon.addPixmap(pixmap, QIcon::Selected);
    }
    return icon;
}

} // namespace

QColor symbolColour(Symbol symbol, const QColor &ground)
{
    switch (symbol) {
    case Symbol::Done:
        return stateColor(TokenState::Active, ground);
    case Symbol::Information:
        return stateColor(TokenState::UsedUp, ground);
    case Symbol::Warning:
        return stateColor(TokenState::Expiring, ground);
    case Symbol::Failed:
        return stateColor(TokenState::Revoked, ground);
    }
    Q_UNREACHABLE();
}

QIcon symbolIcon(Symbol symbol, const QPalette &palette)
{
    return iconOf(fileOf(symbol), symbolColour(symbol, palette.color(QPalette::Base)));
}

QIcon stateIcon(TokenState state, const QPalette &palette)
{
    return iconOf(stateSymbol(state), stateColor(state, palette.color(QPalette::Base)));
}

} // namespace tokendesk
