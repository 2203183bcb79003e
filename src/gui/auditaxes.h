// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/auditplot.h"

namespace tokendesk {

/// QCustomPlot's axes of time are in seconds since the epoch, UTC.
[[nodiscard]] inline double axisTime(qint64 ms)
{
    return double(ms) / 1000.0;
}

/// Ticks at whole hours, days, months or years of local time, written in the person's own way and no longer than the
/// distance between them asks for.
class TimeTicker final : public QCPAxisTickerDateTime
{
protected:
    double getTickStep(const QCPRange &range) override;
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;

private:
    double m_step = 1;
};

/// Ticks at whole numbers only: nobody provisions half a device.
class CountTicker final : public QCPAxisTicker
{
protected:
    double getTickStep(const QCPRange &range) override;
    int getSubTickCount(double tickStep) override;
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;
};

/// Rows that belong together: a line above each group and its name at the beginning of the line, which stays in sight
/// as long as any of the group is. Rows are those of the value axis, whose range is reversed.
class GroupMarks final : public QCPAbstractItem
{
    Q_OBJECT
public:
    struct Group
    {
        int first = 0; ///< its first row; it ends where the next one begins
        QString name;  ///< harmless plain text
    };

    explicit GroupMarks(QCustomPlot *plot, QCPAxis *rows);
    void setGroups(std::vector<Group> groups, int rows);
    [[nodiscard]] const std::vector<Group> &groups() const { return m_groups; }
    /// Where the name stands, in the widget's coordinates; empty where there is no room for it.
    [[nodiscard]] QRectF nameRect(size_t group) const;
    void setColors(const QColor &line, const QColor &text, const QColor &ground);
    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }

protected:
    void draw(QCPPainter *painter) override;

private:
    [[nodiscard]] int endOf(size_t group) const;

    QCPAxis *m_axis;
    std::vector<Group> m_groups;
    int m_rows = 0;
    QColor m_line;
    QColor m_text;
    QColor m_ground;
};

/// A line across a picture that says "now".
class NowLine final : public QCPAbstractItem
{
    Q_OBJECT
public:
    NowLine(QCustomPlot *plot, const QString &word);
    void setNow(double seconds) { m_seconds = seconds; }
    void setColors(const QColor &line, const QColor &ground);
    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }

protected:
    void draw(QCPPainter *painter) override;

private:
    QString m_word;
    double m_seconds = 0;
    QColor m_line;
    QColor m_ground;
};

} // namespace tokendesk
