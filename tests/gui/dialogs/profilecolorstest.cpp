// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/profilecolors.h"

#include "gui/statecolors.h"

#include <QImage>
#include <QSet>
#include <QTest>

#include <array>
#include <cmath>

using namespace tokendesk;

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

// Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation of Color Vision Deficiency (2009),
// severity 1.0, on linear RGB.
constexpr Matrix protanopia{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deuteranopia{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix everything{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

/// CIELAB of what somebody with this kind of sight sees, D65.
Triple seen(const QColor &color, const Matrix &sight)
{
    const Triple rgb{linear(double(color.redF())), linear(double(color.greenF())), linear(double(color.blueF()))};
    Triple as{};
    for (size_t row = 0; row < 3; ++row)
        as[row] = std::clamp(sight[row][0] * rgb[0] + sight[row][1] * rgb[1] + sight[row][2] * rgb[2], 0.0, 1.0);
    const auto root = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = root((0.4124 * as[0] + 0.3576 * as[1] + 0.1805 * as[2]) / 0.9505);
    const double y = root(0.2126 * as[0] + 0.7152 * as[1] + 0.0722 * as[2]);
    const double z = root((0.0193 * as[0] + 0.1192 * as[1] + 0.9505 * as[2]) / 1.089);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double difference(const Triple &a, const Triple &b)
{
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

} // namespace

class TestProfileColors : public QObject
{
    Q_OBJECT

    static void grounds()
    {
        QTest::addColumn<QColor>("ground");
        QTest::newRow("white") << QColor(0xFF, 0xFF, 0xFF);
        QTest::newRow("light grey") << QColor(0xEF, 0xEF, 0xEF);
        QTest::newRow("dark grey") << QColor(0x35, 0x35, 0x35);
        QTest::newRow("black") << QColor(0, 0, 0);
    }

private Q_SLOTS:
    void everyColourStandsOutFromItsGround_data()
    {
        grounds();
        QTest::newRow("middle grey") << QColor(0x80, 0x80, 0x80);
        QTest::newRow("highlight") << QColor(0x30, 0x8C, 0xC6);
    }
    void everyColourStandsOutFromItsGround()
    {
        QFETCH(QColor, ground);
        for (const ProfileColor color : allProfileColors) {
            if (color == ProfileColor::None)
                QVERIFY(!profileColor(color, ground).isValid());
            else
                QVERIFY2(contrastRatio(profileColor(color, ground), ground) >= 3.0,
                         qPrintable(profileColorName(color)));
        }
    }

    void colourBlindPeopleTellAnyTwoApart_data() { grounds(); }
    void colourBlindPeopleTellAnyTwoApart()
    {
        QFETCH(QColor, ground);
        for (const Matrix &sight : {everything, protanopia, deuteranopia}) {
            for (size_t a = 1; a < allProfileColors.size(); ++a) {
                for (size_t b = a + 1; b < allProfileColors.size(); ++b) {
                    const double apart = difference(seen(profileColor(allProfileColors[a], ground), sight),
                                                    seen(profileColor(allProfileColors[b], ground), sight));
                    QVERIFY2(apart > 12, qPrintable(QStringLiteral("%1, %2: %3")
                                                        .arg(profileColorName(allProfileColors[a]),
                                                             profileColorName(allProfileColors[b]))
                                                        .arg(apart)));
                }
            }
        }
    }

    void everyColourHasAWordAndASwatchOfItsOwn()
    {
        QSet<QString> words;
        for (const ProfileColor color : allProfileColors) {
            words << profileColorName(color);
            const QImage swatch = profileSwatch(color).pixmap(QSize(16, 16)).toImage();
            QCOMPARE(swatch.pixelColor(8, 8).alpha() > 0, color != ProfileColor::None);
            bool drawn = false;
            for (int x = 0; x < swatch.width(); ++x)
                drawn = drawn || swatch.pixelColor(x, swatch.height() / 2).alpha() > 0;
            QVERIFY(drawn);
        }
        QCOMPARE(words.size(), qsizetype(allProfileColors.size()));
    }
};

QTEST_MAIN(TestProfileColors)
#include "profilecolorstest.moc"
