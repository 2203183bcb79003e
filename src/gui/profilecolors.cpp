// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/profilecolors.h"

#include "gui/statecolors.h"

#include <QCoreApplication>

namespace tokendesk {

namespace {

struct ProfileColors
{
    Q_DECLARE_TR_FUNCTIONS(ProfileColors)
};

QColor plainColor(ProfileColor color)
{
    switch (color) {
    case ProfileColor::None:
        return {};
    case ProfileColor::Red:
        return QColor::fromRgb(0xFFD32F2F);
    case ProfileColor::Orange:
        return QColor::fromRgb(0xFFE67700);
    case ProfileColor::Yellow:
        return QColor::fromRgb(0xFFF0C000);
    case ProfileColor::Green:
        return QColor::fromRgb(0xFF2E9E44);
    case ProfileColor::Teal:
        return QColor::fromRgb(0xFF009E9E);
    case ProfileColor::Blue:
        return QColor::fromRgb(0xFF1E6FD9);
    case ProfileColor::Purple:
        return QColor::fromRgb(0xFF9C4DCC);
    }
    Q_UNREACHABLE();
}

} // namespace

QColor profileColor(ProfileColor color, const QPalette &palette)
{
    const QColor plain = plainColor(color);
    return plain.isValid() ? readableOn(plain, palette.color(QPalette::Window)) : plain;
}

QString profileColorWord(ProfileColor color)
{
    switch (color) {
    case ProfileColor::None:
        //: no colour
        return ProfileColors::tr("None");
    case ProfileColor::Red:
        return ProfileColors::tr("Red");
    case ProfileColor::Orange:
        return ProfileColors::tr("Orange");
    case ProfileColor::Yellow:
        return ProfileColors::tr("Yellow");
    case ProfileColor::Green:
        return ProfileColors::tr("Green");
    case ProfileColor::Teal:
        return ProfileColors::tr("Teal");
    case ProfileColor::Blue:
        return ProfileColors::tr("Blue");
    case ProfileColor::Purple:
        return ProfileColors::tr("Purple");
    }
    Q_UNREACHABLE();
}

} // namespace tokendesk
