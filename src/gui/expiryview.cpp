// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/expiryview.h"

#include "gui/amountbars.h"
#include "gui/auditaxes.h"

#include <algorithm>

namespace tokendesk {

namespace {

/// As many bars as are still told apart in a small picture.
constexpr size_t mostBuckets = 36;
/// Between the bars of time and "never": there is no time between them.
constexpr double apart = 0.6;

} // namespace

ExpiryView::ExpiryView(AuditScene &scene, QWidget *parent)
    : AuditPicture(scene, QStringLiteral("expiry"), tr("Expiry calendar"), parent),
      m_bars(new AmountBars(keyAxis(), valueAxis())), m_ticker(new QCPAxisTickerText)
{
    keyAxis()->setTicker(m_ticker);
    valueAxis()->setTicker(QSharedPointer<QCPAxisTicker>(new CountTicker));
    valueAxis()->ticker()->setTickCount(4);
    connect(&scene, &AuditScene::selectionChanged, this, [this] {
        if (isVisible())
            updateSelection();
    });
}

void ExpiryView::rebuild()
{
    const TokenSnapshotPtr tokens = scene().tokens();
    const qint64 now = scene().now();
    const QTimeZone zone = QTimeZone::systemTimeZone();
    // The finest period that reaches the last expiry; where none does, months and one bar for what comes later.
    UsePeriod period = UsePeriod::Day;
    for (const UsePeriod candidate : {UsePeriod::Day, UsePeriod::Week, UsePeriod::Month}) {
        period = candidate;
        m_calendar = expiryCalendar(*tokens, scene().shown(), period, now, zone, mostBuckets);
        if (m_calendar.later == 0)
            break;
    }
    const QLocale locale;
    m_columns.clear();
    for (const ExpiryBucket &bucket : m_calendar.buckets) {
        const QDate first = QDateTime::fromMSecsSinceEpoch(bucket.fromMs).date();
        const QDate last = QDateTime::fromMSecsSinceEpoch(bucket.toMs - 1).date();
        Column column{bucket.fromMs, bucket.toMs, bucket.tokens, {}, {}};
        switch (period) {
        case UsePeriod::Hour:
        case UsePeriod::Day:
            //: a day without its year, on an axis of time: "14 Mar"
            column.label = locale.toString(first, tr("d MMM"));
            column.words = locale.toString(first, QLocale::LongFormat);
            break;
        case UsePeriod::Week:
            column.label = locale.toString(first, tr("d MMM"));
            //: from a day to a day
            column.words =
                tr("%1 to %2")
                    .arg(locale.toString(first, QLocale::ShortFormat), locale.toString(last, QLocale::ShortFormat));
            break;
        case UsePeriod::Month:
            //: a month with its year, on an axis of time: "Mar 2026"
            column.label = locale.toString(first, tr("MMM yyyy"));
            column.words = locale.toString(first, QStringLiteral("MMMM yyyy"));
            break;
        }
        m_columns.push_back(std::move(column));
    }
    if (m_calendar.later > 0)
        m_columns.push_back({m_columns.empty() ? now : m_columns.back().toMs, std::numeric_limits<qint64>::max(),
                             m_calendar.later, tr("later"), tr("Later")});
    if (!m_columns.empty() || m_calendar.never > 0)
        m_columns.push_back({noInstant, noInstant, m_calendar.never, tr("never"), tr("Never")});

    std::vector<AmountBar> bars;
    double from = 0;
    for (const Column &column : m_columns) {
        if (column.toMs == noInstant && !bars.empty())
            from += apart;
        bars.push_back({from, from + 1, double(column.tokens)});
        from += 1;
    }
    m_bars->setBars(std::move(bars));
    keyAxis()->setRange(0, std::max(from, 6.0)); // a single bar is still a bar, not a wall
    valueAxis()->setRange(0, std::max(1.0, m_bars->highest() * 1.08));
    quint32 live = m_calendar.never + m_calendar.later;
    for (const ExpiryBucket &bucket : m_calendar.buckets)
        live += bucket.tokens;
    const int n = static_cast<int>(live);
    setSubtitle(n == 0                      ? QString()
                : period == UsePeriod::Day  ? tr("%Ln live token(s), by the day on which they expire", nullptr, n)
                : period == UsePeriod::Week ? tr("%Ln live token(s), by the week in which they expire", nullptr, n)
                                            : tr("%Ln live token(s), by the month in which they expire", nullptr, n));
    updateTicks();
    updateSelection();
}

void ExpiryView::updateTicks()
{
    m_ticker->clear();
    const double pixels = axisRect()->width() / std::max(1.0, keyAxis()->range().size());
    const QFontMetrics metrics(keyAxis()->tickLabelFont());
    // From the right: "never" is always said, then as many as have room.
    double free = std::numeric_limits<double>::max();
    for (size_t index = m_columns.size(); index-- > 0;) {
        const AmountBar &bar = m_bars->bars()[index];
        const double centre = (bar.from + bar.to) / 2;
        const double half = metrics.horizontalAdvance(m_columns[index].label) / 2.0 + 5;
        if (centre * pixels + half > free)
            continue;
        m_ticker->addTick(centre, m_columns[index].label);
        free = centre * pixels - half;
    }
    replot(rpQueuedReplot);
}

void ExpiryView::resizeEvent(QResizeEvent *event)
{
    AuditPicture::resizeEvent(event);
    updateTicks();
}

int ExpiryView::columnOf(const TokenRow &token) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(), [&](const Column &column) {
        if (column.toMs == noInstant || token.expiresAt == noInstant)
            return column.toMs == noInstant && token.expiresAt == noInstant;
        return token.expiresAt >= column.fromMs && token.expiresAt < column.toMs;
    });
    return found == m_columns.end() ? -1 : static_cast<int>(found - m_columns.begin());
}

void ExpiryView::updateSelection()
{
    std::vector<bool> selected(m_columns.size());
    for (const quint32 row : scene().selected()) {
        const int column = isLive(scene().stateOf(row)) ? columnOf(scene().tokens()->row(row)) : -1;
        if (column >= 0)
            selected[size_t(column)] = true;
    }
    for (size_t column = 0; column < m_columns.size(); ++column)
        m_bars->setSelected(column, selected[column]);
    replot(rpQueuedReplot);
}

void ExpiryView::restyle(const AuditColors &colors)
{
    m_bars->setColors(colors);
    keyAxis()->grid()->setVisible(false);
    valueAxis()->setLabel(tr("tokens"));
    updateTicks();
}

QString ExpiryView::itemText(int item) const
{
    const Column &column = m_columns[size_t(item)];
    //: %1 is a day, a month, "Later" or "Never"
    return tr("%1: %Ln token(s)", nullptr, static_cast<int>(column.tokens)).arg(column.words);
}

QRectF ExpiryView::itemRect(int item) const
{
    return m_bars->rectOf(item);
}

int ExpiryView::itemAtPoint(const QPointF &position) const
{
    return m_bars->barAt(position);
}

std::vector<quint32> ExpiryView::itemRows(int item) const
{
    std::vector<quint32> rows;
    for (const quint32 row : scene().shown()) {
        if (isLive(scene().stateOf(row)) && columnOf(scene().tokens()->row(row)) == item)
            rows.push_back(row);
    }
    return rows;
}

QString ExpiryView::emptyText() const
{
    return tr("No live token is shown.");
}

std::vector<LegendEntry> ExpiryView::legend() const
{
    return {{[](QPainter &painter, const QRectF &swatch, const AuditColors &colors) {
                 paintAmountBar(painter, swatch.adjusted(4, -1, -4, 1), colors, false);
             },
             tr("Live tokens that expire then")}};
}

PictureNumbers ExpiryView::numbers() const
{
    PictureNumbers numbers;
    numbers.columns = {tr("Expires"), tr("Tokens")};
    numbers.rows = itemsCount();
    numbers.cell = [columns = m_columns](int item, int column) {
        const Column &one = columns[size_t(item)];
        return column == 0 ? one.words : QLocale().toString(one.tokens);
    };
    return numbers;
}

} // namespace tokendesk
