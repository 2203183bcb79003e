// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/samples.h"

#include <array>

namespace tokendesk::simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array places{"Hamburg", "Rotterdam", "Zürich",    "Łódź",  "München", "Lyon",
                            "Gdańsk",  "Göteborg",  "Besançon",  "Leeds", "Köln",    "Bilbao",
                            "Wien",    "Brno",      "Würzburg",  "Porto", "Tampere", "Aarhus",
                            "Detroit", "Monterrey", "São Paulo", "Osaka", "Pune",    "Rüsselsheim"};

constexpr std::array alone{"Warehouse gateways",
                           "Development devices",
                           "Staging",
                           "CI runners",
                           "Cold chain sensors",
                           "Field test",
                           "Loading dock cams",
                           "Forklift terminals",
                           "Wartungskoffer",
                           "Messgeräte Gießerei",
                           "Spare units",
                           "Visitor kiosks",
                           "Außendienst",
                           "Compressor room",
                           "Energy meters",
                           "Contractor ACME Robotics",
                           "Prüflabor – temporär",
                           "Café terminals",
                           "Label printers",
                           "Night shift spare",
                           "HVAC Gebäude B",
                           "Paint shop retrofit",
                           "Pilot: edge vision",
                           "Hochregallager Süd"};

constexpr std::array rollouts{"Kiosk rollout", "Gateway swap",  "Warehouse gateways", "Retrofit",
                              "Cold chain",    "Pick-by-light", "Scanner refresh"};

constexpr std::array benches{"Prüfstand", "Montage", "Verpackung", "Schweißzelle"};

QByteArray padded(qint64 number, int width)
{
    return QByteArray::number(number).rightJustified(width, '0');
}

template <size_t N>
QByteArray oneOf(Dice &dice, const std::array<const char *, N> &pool)
{
    return pool[static_cast<size_t>(dice.below(static_cast<qint64>(N)))];
}

} // namespace

QByteArray sampleName(Dice &dice)
{
    switch (dice.below(10)) {
    case 0:
    case 1:
    case 2:
        return "Line "_ba + QByteArray::number(dice.between(1, 9)) + " - "_ba + padded(dice.between(1, 240), 3);
    case 3:
    case 4:
        return oneOf(dice, rollouts) + " "_ba + oneOf(dice, places);
    case 5:
        return "Linie "_ba + QByteArray::number(dice.between(1, 6)) + " – "_ba + oneOf(dice, benches) + " "_ba +
               padded(dice.between(1, 24), 2);
    case 6:
        return oneOf(dice, places) + " / hall "_ba + QByteArray::number(dice.between(1, 7)) + " / gw-"_ba +
               padded(dice.between(1, 99), 2);
    case 7:
        return "Replacement unit "_ba + padded(dice.between(1, 9999), 4);
    default:
        return oneOf(dice, alone);
    }
}

} // namespace tokendesk::simulator
