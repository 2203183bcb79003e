// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/profilecolors.h"

#include "gui/statecolors.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>

namespace tokendesk {

namespace {

struct ProfileColors
{
    Q_DECLARE_TR_FUNCTIONS(ProfileColors)
};

struct Shades
{
    QRgb onLight;
    QRgb onDark;
};

Shades shadesOf(ProfileColor color)
{
    switch (color) {
    case ProfileColor::None:
        break;
    case ProfileColor::Red:
        return {0xFF7C0C22, 0xFFE8596A};
    case ProfileColor::Orange:
        return {0xFFA84400, 0xFFD0780F};
    case ProfileColor::Yellow:
        return {0xFFA58700, 0xFFFED21A};
    case ProfileColor::Green:
        return {0xFF15945A, 0xFF8FE08A};
    case ProfileColor::Teal:
        return {0xFF00727F, 0xFFBDF2EE};
    case ProfileColor::Blue:
        return {0xFF0C4DA2, 0xFF7FA8EA};
    case ProfileColor::Purple:
        return {0xFFB43CE0, 0xFFC65CFF};
    }
    Q_UNREACHABLE();
}

class SwatchEngine final : public QIconEngine
{
public:
    explicit SwatchEngine(ProfileColor color) : m_color(color) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QGuiApplication::palette();
        const QColor ground = palette.color(mode == QIcon::Selected ? QPalette::Highlight : QPalette::Window);
        const qreal side = qMin(rect.width(), rect.height()) * 0.75;
        QRectF square(0, 0, side, side);
        square.moveCenter(QRectF(rect).center());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (m_color == ProfileColor::None) {
            const qreal line = qMax(1.0, side / 10);
            painter->setPen(QPen(blended(palette.color(QPalette::WindowText), ground, 0.6), line));
            square.adjust(line / 2, line / 2, -line / 2, -line / 2);
        } else {
            painter->setPen(Qt::NoPen);
            painter->setBrush(profileColor(m_color, ground));
        }
        if (mode == QIcon::Disabled)
            painter->setOpacity(0.5);
        painter->drawRoundedRect(square, side / 5, side / 5);
        painter->restore();
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new SwatchEngine(m_color); }

private:
    const ProfileColor m_color;
};

} // namespace

QString profileColorName(ProfileColor color)
{
    switch (color) {
    case ProfileColor::None:
        return ProfileColors::tr("No colour");
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

QColor profileColor(ProfileColor color, const QColor &ground)
{
    if (color == ProfileColor::None)
        return {};
    const auto [onLight, onDark] = shadesOf(color);
    const bool isLight = contrastRatio(Qt::black, ground) > contrastRatio(Qt::white, ground);
    return readableOn(QColor::fromRgb(isLight ? onLight : onDark), ground);
}

QIcon profileSwatch(ProfileColor color)
{
    return QIcon(new SwatchEngine(color));
}

} // namespace tokendesk
