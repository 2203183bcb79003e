// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auditpictures.h"

#include <QImage>

#include <array>
#include <functional>

namespace tokendesk {

/// Which part of the bars an image shows, in its pixels.
struct DensityView
{
    QSize size;
    double leftMs = 0; ///< of the edge where time begins, milliseconds since the epoch, UTC
    double msPerPixel = 1;
    double firstRow = 0;
    double rowsPerPixel = 1;
    bool mirrored = false;                            ///< time runs from right to left
    std::array<QRgb, allTokenStates.size()> colors{}; ///< by TokenState
    QRgb selection = 0;
};

/// Every pixel tells how many of the bars that share its line cover its instant: none, and it is transparent; one of
/// many is pale, all of them are full. Its hue is the mean of their states' colours. A line with a selected row in it
/// has the selection's colour where nothing else is. Time grows with bars in sight plus pixels.
[[nodiscard]] QImage lifetimeDensity(const std::vector<Lifetime> &bars, const DensityView &view,
                                     const std::function<bool(int row)> &selected);

} // namespace tokendesk
