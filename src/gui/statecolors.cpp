// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/statecolors.h"

#include <algorithm>
#include <cmath>

namespace tokendesk {

namespace {

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(double(colour.redF())) + 0.7152 * linear(double(colour.greenF())) +
           0.0722 * linear(double(colour.blueF()));
}

} // namespace

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor blended(const QColor &top, const QColor &ground, double share)
{
    const auto mix = [share](float a, float b) { return float(double(a) * share + double(b) * (1 - share)); };
    return QColor::fromRgbF(mix(top.redF(), ground.redF()), mix(top.greenF(), ground.greenF()),
                            mix(top.blueF(), ground.blueF()));
}

QColor readableOn(const QColor &colour, const QColor &ground, double ratio)
{
    // Towards the end of the scale that has more room.
    const QColor end = contrastRatio(Qt::black, ground) > contrastRatio(Qt::white, ground) ? Qt::black : Qt::white;
    for (int step = 0; step <= 20; ++step) {
        const QColor candidate = blended(end, colour, step / 20.0);
        if (contrastRatio(candidate, ground) >= ratio)
            return candidate;
    }
    return end;
}

QColor stateColor(TokenState state, const QColor &ground)
{
    QRgb okabeIto = 0;
    switch (state) {
    case TokenState::Active:
        okabeIto = 0xFF009E73;
        break;
    case TokenState::Expiring:
        okabeIto = 0xFFE69F00;
        break;
    case TokenState::Expired:
        okabeIto = 0xFF7F7F7F;
        break;
    case TokenState::Revoked:
        okabeIto = 0xFFD55E00;
        break;
    case TokenState::UsedUp:
        okabeIto = 0xFF0072B2;
        break;
    }
    return readableOn(QColor::fromRgb(okabeIto), ground);
}

QColor amountColor(const QColor &ground)
{
    return readableOn(QColor::fromRgb(0xFF56B4E9), ground, 1.6);
}

} // namespace tokendesk
