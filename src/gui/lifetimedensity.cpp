// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lifetimedensity.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace tokendesk {

namespace {

constexpr size_t stateCount = allTokenStates.size();
using Counts = std::array<int, stateCount>;

/// Even one of a thousand is seen.
constexpr double palest = 0.30;

/// What begins and ends in one line of pixels, by column.
class Line
{
public:
    explicit Line(int width) : m_changes(size_t(width) + 1), m_touched(size_t(width) / 64 + 1) {}

    void add(int from, int to, TokenState state)
    {
        ++m_changes[size_t(from)][size_t(state)];
        --m_changes[size_t(to)][size_t(state)];
        touch(from);
        touch(to);
    }

    /// Runs `span(from, to, counts)` for every stretch in which nothing changes, and is empty afterwards.
    template <class Span>
    void sweep(int width, Span span)
    {
        Counts counts{};
        int from = 0;
        for (size_t word = 0; word < m_touched.size(); ++word) {
            for (quint64 bits = m_touched[word]; bits; bits &= bits - 1) {
                const int at = static_cast<int>(word * 64) + std::countr_zero(bits);
                if (at > from)
                    span(from, std::min(at, width), counts);
                from = at;
                Counts &changes = m_changes[size_t(at)];
                for (size_t state = 0; state < stateCount; ++state)
                    counts[state] += changes[state];
                changes = {};
            }
            m_touched[word] = 0;
        }
        if (from < width)
            span(from, width, counts);
    }

private:
    void touch(int column) { m_touched[size_t(column) / 64] |= quint64(1) << (column % 64); }

    std::vector<Counts> m_changes;
    std::vector<quint64> m_touched; ///< one bit a column
};

QRgb mixed(const Counts &counts, int rows, const DensityView &view)
{
    double red = 0;
    double green = 0;
    double blue = 0;
    int all = 0;
    for (size_t state = 0; state < stateCount; ++state) {
        const int count = counts[state];
        all += count;
        red += count * qRed(view.colors[state]);
        green += count * qGreen(view.colors[state]);
        blue += count * qBlue(view.colors[state]);
    }
    if (all == 0)
        return 0;
    const double alpha = palest + (1 - palest) * std::min(1.0, double(all) / rows);
    const double share = alpha / all; // premultiplied
    return qRgba(int(red * share), int(green * share), int(blue * share), int(alpha * 255));
}

} // namespace

QImage lifetimeDensity(const std::vector<Lifetime> &bars, const DensityView &view,
                       const std::function<bool(int row)> &selected)
{
    const int width = view.size.width();
    const int count = static_cast<int>(bars.size());
    QImage image(view.size, QImage::Format_ARGB32_Premultiplied);
    Line line(width);
    const double pixelsPerMs = 1 / view.msPerPixel;
    const auto column = [&](qint64 ms) { return (double(ms) - view.leftMs) * pixelsPerMs; };
    const auto rowAt = [&](int y) {
        return static_cast<int>(std::clamp(std::floor(view.firstRow + y * view.rowsPerPixel), 0.0, double(count)));
    };
    for (int y = 0; y < image.height(); ++y) {
        auto *pixels = reinterpret_cast<QRgb *>(image.scanLine(y));
        const int first = rowAt(y);
        const int last = std::min(count, std::max(first + 1, rowAt(y + 1)));
        bool isSelected = false;
        for (int row = first; row < last; ++row) {
            const Lifetime &bar = bars[size_t(row)];
            const double begin = column(bar.fromMs);
            const double end = bar.endless ? width : std::max(column(bar.toMs), begin + 1);
            isSelected = isSelected || (selected && selected(row));
            if (end <= 0 || begin >= width)
                continue;
            const int from = static_cast<int>(std::max(0.0, begin));
            const int to = std::max(from + 1, static_cast<int>(std::min(double(width), std::ceil(end))));
            if (view.mirrored)
                line.add(width - to, width - from, bar.state);
            else
                line.add(from, to, bar.state);
        }
        const QRgb ground = isSelected ? view.selection : 0;
        line.sweep(width, [&](int from, int to, const Counts &counts) {
            const QRgb colour = mixed(counts, last - first, view);
            std::fill(pixels + from, pixels + to, colour ? colour : ground);
        });
    }
    return image;
}

} // namespace tokendesk
