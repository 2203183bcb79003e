// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lifeline.h"

#include "gui/auditpaint.h"

#include <QDateTime>
#include <QLinearGradient>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <span>

namespace tokendesk {

namespace {

constexpr int barHeight = 12;
constexpr int around = 4;

} // namespace

LifeLine::LifeLine(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("lifeLine"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize LifeLine::sizeHint() const
{
    return {160, around * 3 + barHeight + fontMetrics().height()};
}

void LifeLine::setLife(Lifetimes life, qint64 now)
{
    m_life = std::move(life);
    m_now = now;
    if (!m_life.bars.empty()) {
        const Lifetime &bar = m_life.bars.front();
        const QLocale locale;
        const auto date = [&](qint64 ms) {
            return locale.toString(QDateTime::fromMSecsSinceEpoch(ms).date(), QLocale::ShortFormat);
        };
        const QString end = bar.endless ? tr("without end") : date(bar.toMs);
        //: %1 and %2 are dates
        setAccessibleName(tr("Lifetime from %1 to %2").arg(date(bar.fromMs), end));
        setAccessibleDescription(tr("%Ln use(s) seen", nullptr, static_cast<int>(bar.tickCount)));
        setToolTip(accessibleName() + QStringLiteral("; ") + accessibleDescription());
    }
    update();
}

void LifeLine::paintEvent(QPaintEvent *)
{
    if (m_life.bars.empty())
        return;
    QPainter painter(this);
    const Lifetime &bar = m_life.bars.front();
    QPalette onWindow = palette();
    onWindow.setColor(QPalette::Base, palette().color(QPalette::Window));
    onWindow.setColor(QPalette::Text, palette().color(QPalette::WindowText));
    const AuditColors colors(onWindow);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const qint64 begin = bar.fromMs;
    const qint64 behind = std::max<qint64>(m_now - begin, 3'600'000);
    const qint64 end = bar.endless ? std::max(m_now, begin) + behind / 3 : std::max({bar.toMs, m_now, begin + 1});
    const auto pixel = [&](qint64 ms) {
        const double share = double(ms - begin) / double(end - begin);
        return std::clamp(mirrored ? width() - share * width() : share * width(), 0.0, double(width()));
    };
    const double from = pixel(bar.fromMs);
    const double to = pixel(bar.endless ? end : bar.toMs);
    QRectF area(std::min(from, to), around, std::max(2.0, std::abs(to - from)), barHeight);
    painter.setLayoutDirection(layoutDirection());
    paintStateBar(painter, area, bar.state, colors.ground);
    if (bar.endless) {
        const double now = pixel(m_now);
        QColor clear = colors.ground;
        clear.setAlphaF(0);
        QLinearGradient fade(now, 0, mirrored ? 0 : width(), 0);
        fade.setColorAt(0, clear);
        fade.setColorAt(1, colors.ground);
        painter.fillRect(mirrored ? QRectF(0, around, now, barHeight) : QRectF(now, around, width() - now, barHeight),
                         fade);
    }
    for (const qint64 tick : std::span(m_life.ticks.data() + bar.firstTick, bar.tickCount)) {
        const double x = std::floor(pixel(tick));
        painter.fillRect(QRectF(x - 1, around - 1, 3, barHeight + 2), colors.ground);
        painter.fillRect(QRectF(x, around - 1, 1, barHeight + 2), colors.text);
    }
    painter.setPen(QPen(colors.now, 1.5, Qt::DashLine));
    const double now = std::clamp(pixel(m_now), 1.0, width() - 1.0);
    painter.drawLine(QPointF(now, 0), QPointF(now, around * 2 + barHeight));
    const QLocale locale;
    const auto date = [&](qint64 ms) {
        return locale.toString(QDateTime::fromMSecsSinceEpoch(ms).date(), QLocale::ShortFormat);
    };
    const QRect line(0, around * 3 + barHeight, width(), fontMetrics().height());
    painter.setPen(colors.quiet);
    painter.drawText(line, mirrored ? Qt::AlignRight : Qt::AlignLeft, date(begin));
    painter.drawText(line, mirrored ? Qt::AlignLeft : Qt::AlignRight, bar.endless ? tr("never expires") : date(end));
}

} // namespace tokendesk
