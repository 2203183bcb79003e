// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/usesview.h"

#include "gui/amountbars.h"
#include "gui/auditaxes.h"

#include <algorithm>

namespace tokendesk {

namespace {

constexpr double day = msPerDay / 1000.0;

/// How far back the bars of a period go, and how much of that is in sight at first: seconds.
struct Reach
{
    double whole;
    double first;
};

Reach reachOf(UsePeriod period)
{
    switch (period) {
    case UsePeriod::Hour:
        return {31 * day, 3 * day};
    case UsePeriod::Day:
        return {3 * 366 * day, 60 * day};
    case UsePeriod::Week:
        return {20 * 366 * day, 366 * day};
    case UsePeriod::Month:
        return {100 * 366 * day, 3 * 366 * day};
    }
    Q_UNREACHABLE();
}

QString amountText(double amount)
{
    // A share of a rise need not be whole.
    const bool whole = std::abs(amount - std::round(amount)) < 0.05;
    return QLocale().toString(amount, 'f', whole ? 0 : 1);
}

} // namespace

QString usePeriodWord(UsePeriod period)
{
    switch (period) {
    case UsePeriod::Hour:
        return UsesView::tr("per hour");
    case UsePeriod::Day:
        return UsesView::tr("per day");
    case UsePeriod::Week:
        return UsesView::tr("per week");
    case UsePeriod::Month:
        return UsesView::tr("per month");
    }
    Q_UNREACHABLE();
}

UsesView::UsesView(AuditScene &scene, QWidget *parent)
    : AuditPicture(scene, QStringLiteral("uses"), tr("Devices provisioned"), parent),
      m_bars(new AmountBars(keyAxis(), valueAxis()))
{
    keyAxis()->setTicker(QSharedPointer<QCPAxisTicker>(new TimeTicker));
    keyAxis()->ticker()->setTickCount(4);
    valueAxis()->setTicker(QSharedPointer<QCPAxisTicker>(new CountTicker));
    valueAxis()->ticker()->setTickCount(4);
    connect(&scene, &AuditScene::selectionChanged, this, &UsesView::outdate);
}

void UsesView::setPeriod(UsePeriod period)
{
    if (m_period == period)
        return;
    m_period = period;
    m_moved = false;
    outdate();
}

void UsesView::rebuild()
{
    const TokenHistoryPtr history = scene().history();
    m_ofSelection = scene().selectedCount() > 0;
    if (history->looks().empty()) {
        m_latest.drop();
        m_counting = false;
        return take({});
    }
    const qint64 now = scene().now();
    const qint64 from =
        std::max(history->looks().front().serverMs, now - static_cast<qint64>(reachOf(m_period).whole * 1000));
    // Where nothing is chosen and nothing filtered, tokens that are not listed any more count as well.
    const bool all = !m_ofSelection && scene().shown().size() == scene().tokens()->size();
    auto rows = all ? std::vector<quint32>() : m_ofSelection ? scene().selected() : scene().shown();
    m_counting = true;
    m_latest.run(
        this,
        [history, tokens = scene().tokens(), rows = std::move(rows), all, period = m_period, from, now] {
            std::vector<bool> wanted(history->tokenCount(), all);
            for (const quint32 row : rows) {
                if (const auto token = history->tokenOf(tokens->row(row).id))
                    wanted[*token] = true;
            }
            return useSeries(
                *history, [&](quint32 token) { return wanted[token]; }, period, from, now + 1,
                QTimeZone::systemTimeZone());
        },
        [this](UseSeries series) {
            m_counting = false;
            take(std::move(series));
        });
}

void UsesView::take(UseSeries series)
{
    m_series = std::move(series);
    std::vector<AmountBar> bars;
    bars.reserve(m_series.buckets.size());
    for (const UseBucket &bucket : m_series.buckets)
        bars.push_back({axisTime(bucket.fromMs), axisTime(bucket.toMs), bucket.known, bucket.spread, !bucket.looked});
    m_bars->setBars(std::move(bars));
    if (m_moved)
        setTime(keyAxis()->range());
    else
        showLatest();
    updateSubtitle();
    itemsChanged();
    Q_EMIT counted();
}

void UsesView::showLatest()
{
    if (m_series.buckets.empty())
        return setTime(QCPRange(axisTime(scene().now()) - day, axisTime(scene().now())));
    const double end = axisTime(m_series.buckets.back().toMs);
    const double begin = axisTime(m_series.buckets.front().fromMs);
    setTime(QCPRange(std::max(begin, end - reachOf(m_period).first), end));
}

void UsesView::showAll()
{
    m_moved = true;
    if (!m_series.buckets.empty())
        setTime(QCPRange(axisTime(m_series.buckets.front().fromMs), axisTime(m_series.buckets.back().toMs)));
}

void UsesView::setTime(QCPRange time)
{
    if (!m_series.buckets.empty()) {
        const double begin = axisTime(m_series.buckets.front().fromMs);
        const double end = axisTime(m_series.buckets.back().toMs);
        const double length = std::clamp(time.size(), std::min(3600.0 * 6, end - begin), end - begin);
        const double lower = std::clamp(time.center() - length / 2, begin, end - length);
        time = QCPRange(lower, lower + length);
    }
    keyAxis()->setRange(time);
    double highest = 0;
    for (const AmountBar &bar : m_bars->bars()) {
        if (bar.to > time.lower && bar.from < time.upper)
            highest = std::max(highest, bar.known + bar.estimated);
    }
    valueAxis()->setRange(0, std::max(1.0, highest * 1.08));
    replot(rpQueuedReplot);
    update();
}

void UsesView::zoom(double factor, const QPointF &at, Qt::KeyboardModifiers)
{
    m_moved = true;
    const QCPRange time = keyAxis()->range();
    const double still = keyAxis()->pixelToCoord(at.x());
    setTime(QCPRange(still - (still - time.lower) / factor, still + (time.upper - still) / factor));
}

void UsesView::pan(const QPointF &pixels)
{
    m_moved = true;
    setTime(keyAxis()->range() + (keyAxis()->pixelToCoord(0) - keyAxis()->pixelToCoord(pixels.x())));
}

void UsesView::reveal(int item)
{
    const AmountBar &bar = m_bars->bars()[size_t(item)];
    const QCPRange time = keyAxis()->range();
    if (bar.from >= time.lower && bar.to <= time.upper)
        return;
    m_moved = true;
    const double shift = bar.from < time.lower ? bar.from - time.lower : bar.to - time.upper;
    setTime(time + shift);
}

void UsesView::resizeEvent(QResizeEvent *event)
{
    AuditPicture::resizeEvent(event);
    // As many dates as do not run into one another.
    keyAxis()->ticker()->setTickCount(std::clamp(axisRect()->width() / (fontMetrics().averageCharWidth() * 14), 1, 6));
}

void UsesView::restyle(const AuditColors &colors)
{
    m_bars->setColors(colors);
    keyAxis()->grid()->setVisible(false);
    keyAxis()->setLabel(tr("local time"));
    valueAxis()->setLabel(tr("devices"));
}

void UsesView::updateSubtitle()
{
    const TokenHistoryPtr history = scene().history();
    if (history->looks().empty())
        return setSubtitle({});
    const QLocale locale;
    const QString of = m_ofSelection ? tr("of %Ln selected token(s)", nullptr, scene().selectedCount())
                       : scene().shown().size() == scene().tokens()->size()
                           ? tr("of all tokens")
                           : tr("of %Ln token(s) shown", nullptr, static_cast<int>(scene().shown().size()));
    //: %1 is "of all tokens", %2 a number of uses
    setSubtitle(tr("%1; before the history began: %2").arg(of, locale.toString(m_series.beforeHistory)));
}

QString UsesView::bucketText(const UseBucket &bucket) const
{
    const QLocale locale;
    const QDateTime from = QDateTime::fromMSecsSinceEpoch(bucket.fromMs);
    const QDateTime to = QDateTime::fromMSecsSinceEpoch(bucket.toMs - 1);
    switch (m_period) {
    case UsePeriod::Hour:
        return locale.toString(from, QLocale::ShortFormat);
    case UsePeriod::Day:
        return locale.toString(from.date(), QLocale::LongFormat);
    case UsePeriod::Week:
        //: from a day to a day
        return tr("%1 to %2")
            .arg(locale.toString(from.date(), QLocale::ShortFormat), locale.toString(to.date(), QLocale::ShortFormat));
    case UsePeriod::Month:
        return locale.toString(from.date(), QStringLiteral("MMMM yyyy"));
    }
    Q_UNREACHABLE();
}

QString UsesView::itemText(int item) const
{
    const UseBucket &bucket = m_series.buckets[size_t(item)];
    const QString when = bucketText(bucket);
    QString text;
    if (bucket.known + bucket.spread <= 0)
        //: %1 is a day or a stretch of time
        text = bucket.looked ? tr("%1: none").arg(when) : tr("%1: nobody looked").arg(when);
    else if (bucket.spread <= 0)
        //: %1 is a day or a stretch of time, %2 a number of devices
        text = tr("%1: %2 for certain").arg(when, amountText(bucket.known));
    else
        //: %1 is a day or a stretch of time, %2 and %3 are numbers of devices
        text = tr("%1: %2 for certain, about %3 more, seen later and spread over the time between two looks")
                   .arg(when, amountText(bucket.known), amountText(bucket.spread));
    return text;
}

QRectF UsesView::itemRect(int item) const
{
    return m_bars->rectOf(item);
}

int UsesView::itemAtPoint(const QPointF &position) const
{
    return m_bars->barAt(position);
}

std::vector<quint32> UsesView::itemRows(int item) const
{
    const UseBucket &bucket = m_series.buckets[size_t(item)];
    const TokenHistoryPtr history = scene().history();
    const std::vector<Look> &looks = history->looks();
    std::vector<quint32> rows;
    for (const quint32 row : scene().shown()) {
        const auto token = history->tokenOf(scene().tokens()->row(row).id);
        if (!token)
            continue;
        for (const TokenEvent &event : history->events(*token)) {
            bool within = false;
            if (event.kind == TokenEventKind::LastUsed && event.after != noInstant)
                within = event.after >= bucket.fromMs && event.after < bucket.toMs;
            else if (event.kind == TokenEventKind::UseCount && event.after > event.before + 1 && event.look > 0)
                within = looks[event.look].serverMs >= bucket.fromMs && looks[event.look - 1].serverMs < bucket.toMs;
            if (within) {
                rows.push_back(row);
                break;
            }
        }
    }
    return rows;
}

QString UsesView::emptyText() const
{
    return scene().history()->looks().empty() ? tr("Nothing is known yet: the history begins with the first look.")
                                              : tr("Counting…");
}

std::vector<LegendEntry> UsesView::legend() const
{
    const auto bar = [](bool estimated) {
        return [estimated](QPainter &painter, const QRectF &swatch, const AuditColors &colors) {
            paintAmountBar(painter, swatch.adjusted(4, -1, -4, 1), colors, estimated);
        };
    };
    return {{bar(false), tr("For certain")},
            {bar(true), tr("Spread between two looks")},
            {[](QPainter &painter, const QRectF &swatch, const AuditColors &colors) {
                 paintUnseen(painter, swatch, colors);
             },
             tr("Nobody looked")}};
}

PictureNumbers UsesView::numbers() const
{
    PictureNumbers numbers;
    numbers.columns = {tr("From"), tr("To"), tr("For certain"), tr("Spread"), tr("Looked")};
    numbers.rows = itemsCount();
    numbers.cell = [buckets = m_series.buckets](int item, int column) {
        const UseBucket &bucket = buckets[size_t(item)];
        const QLocale locale;
        switch (column) {
        case 0:
            return locale.toString(QDateTime::fromMSecsSinceEpoch(bucket.fromMs), QLocale::ShortFormat);
        case 1:
            return locale.toString(QDateTime::fromMSecsSinceEpoch(bucket.toMs), QLocale::ShortFormat);
        case 2:
            return amountText(bucket.known);
        case 3:
            return amountText(bucket.spread);
        default:
            return bucket.looked ? tr("yes") : tr("no");
        }
    };
    return numbers;
}

} // namespace tokendesk
