// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/auditaxes.h"

#include "core/tokenstatus.h"

#include <QLocale>

namespace tokendesk {

namespace {

constexpr double day = msPerDay / 1000.0;

} // namespace

double TimeTicker::getTickStep(const QCPRange &range)
{
    m_step = QCPAxisTickerDateTime::getTickStep(range);
    return m_step;
}

QString TimeTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    const QLocale locale;
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(qint64(tick * 1000));
    if (m_step < 60)
        return locale.toString(time.time(), QStringLiteral("HH:mm:ss"));
    if (m_step < day && time.time().msecsSinceStartOfDay() != 0)
        return locale.toString(time.time(), QStringLiteral("HH:mm"));
    if (m_step < 27 * day)
        //: a day without its year, on an axis of time: "14 Mar"
        return locale.toString(time.date(), QCoreApplication::translate("TimeTicker", "d MMM"));
    if (m_step < 360 * day)
        //: a month with its year, on an axis of time: "Mar 2026"
        return locale.toString(time.date(), QCoreApplication::translate("TimeTicker", "MMM yyyy"));
    return locale.toString(time.date(), QStringLiteral("yyyy"));
}

double CountTicker::getTickStep(const QCPRange &range)
{
    return std::max(1.0, std::ceil(QCPAxisTicker::getTickStep(range)));
}

int CountTicker::getSubTickCount(double)
{
    return 0;
}

QString CountTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    return QLocale().toString(qRound64(tick));
}

GroupMarks::GroupMarks(QCustomPlot *plot, QCPAxis *rows) : QCPAbstractItem(plot), m_axis(rows)
{
    setSelectable(false);
    setClipToAxisRect(true);
}

void GroupMarks::setGroups(std::vector<Group> groups, int rows)
{
    m_groups = std::move(groups);
    m_rows = rows;
}

void GroupMarks::setColors(const QColor &line, const QColor &text, const QColor &ground)
{
    m_line = line;
    m_text = text;
    m_ground = ground;
}

int GroupMarks::endOf(size_t group) const
{
    return group + 1 < m_groups.size() ? m_groups[group + 1].first : m_rows;
}

QRectF GroupMarks::nameRect(size_t group) const
{
    const QRectF area = m_axis->axisRect()->rect();
    const double top = std::max(area.top(), m_axis->coordToPixel(m_groups[group].first));
    const double bottom = std::min(area.bottom(), m_axis->coordToPixel(endOf(group)));
    const QFontMetricsF metrics(m_axis->tickLabelFont());
    QRectF place(area.left() + 2, top + 1, metrics.horizontalAdvance(m_groups[group].name) + 8, metrics.height());
    if (bottom - top < place.height() + 2)
        return {};
    if (parentPlot()->xAxis->rangeReversed())
        place.moveRight(area.right() - 2);
    return place;
}

void GroupMarks::draw(QCPPainter *painter)
{
    const QRectF area = m_axis->axisRect()->rect();
    painter->setAntialiasing(false);
    painter->setFont(m_axis->tickLabelFont());
    for (size_t group = 0; group < m_groups.size(); ++group) {
        const double top = std::round(m_axis->coordToPixel(m_groups[group].first));
        if (group > 0 && top > area.top() && top < area.bottom()) {
            painter->setPen(QPen(m_line, 1));
            painter->drawLine(QPointF(area.left(), top), QPointF(area.right(), top));
        }
        const QRectF place = nameRect(group);
        if (place.isEmpty())
            continue;
        painter->fillRect(place, m_ground);
        painter->setPen(m_text);
        painter->drawText(place, Qt::AlignCenter, m_groups[group].name);
    }
}

NowLine::NowLine(QCustomPlot *plot, const QString &word) : QCPAbstractItem(plot), m_word(word)
{
    setSelectable(false);
    setClipToAxisRect(true);
}

void NowLine::setColors(const QColor &line, const QColor &ground)
{
    m_line = line;
    m_ground = ground;
}

void NowLine::draw(QCPPainter *painter)
{
    const QRect area = parentPlot()->axisRect()->rect();
    const double x = parentPlot()->xAxis->coordToPixel(m_seconds);
    if (x < area.left() || x > area.right())
        return;
    painter->setPen(QPen(m_line, 1.5, Qt::DashLine));
    painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    painter->setFont(parentPlot()->xAxis->tickLabelFont());
    const QRectF words = painter->fontMetrics().boundingRect(m_word).adjusted(-3, 0, 3, 0);
    const bool atEnd = x + words.width() + 4 > area.right();
    const QRectF place(atEnd ? x - words.width() - 2 : x + 2, area.bottom() - words.height() - 1, words.width(),
                       words.height());
    painter->fillRect(place, m_ground);
    painter->setPen(parentPlot()->xAxis->tickLabelColor());
    painter->drawText(place, Qt::AlignCenter, m_word);
}

} // namespace tokendesk
