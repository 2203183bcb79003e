// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/useseries.h"

#include "core/tokenstatus.h"

#include <QDateTime>

#include <algorithm>

namespace tokendesk {

namespace {

constexpr qint64 msPerHour = 60LL * 60 * 1000;

QDate firstDayOf(UsePeriod period, QDate day)
{
    switch (period) {
    case UsePeriod::Hour:
    case UsePeriod::Day:
        return day;
    case UsePeriod::Week:
        return day.addDays(1 - day.dayOfWeek()); // ISO 8601: weeks begin on Monday
    case UsePeriod::Month:
        return {day.year(), day.month(), 1};
    }
    Q_UNREACHABLE();
}

QDate nextFirstDay(UsePeriod period, QDate first)
{
    switch (period) {
    case UsePeriod::Hour:
    case UsePeriod::Day:
        return first.addDays(1);
    case UsePeriod::Week:
        return first.addDays(7);
    case UsePeriod::Month:
        return first.addMonths(1);
    }
    Q_UNREACHABLE();
}

/// Collects uses. What is spread over an interval costs the same however many periods the interval has: a rate that
/// begins in one period and ends in another, summed up at the end.
class Collector
{
public:
    explicit Collector(std::vector<UseBucket> &buckets)
        : m_buckets(buckets), m_rate(buckets.size() + 1), m_from(buckets.front().fromMs), m_to(buckets.back().toMs)
    {}

    void at(qint64 instant, double uses)
    {
        if (instant >= m_from && instant < m_to)
            m_buckets[indexOf(instant)].known += uses;
    }

    /// Somewhere after `from`, and not after `to`.
    void within(qint64 from, qint64 to, double uses)
    {
        if (to <= from) {
            at(to, uses);
            return;
        }
        const qint64 begin = qMax(from, m_from);
        const qint64 end = qMin(to, m_to);
        if (end <= begin)
            return;
        const size_t first = indexOf(begin);
        const size_t last = indexOf(end - 1);
        if (first == last && begin == from && end == to) {
            m_buckets[first].known += uses;
            return;
        }
        const double rate = uses / double(to - from);
        m_buckets[first].spread += rate * double(qMin(end, m_buckets[first].toMs) - begin);
        if (last > first) {
            m_buckets[last].spread += rate * double(end - m_buckets[last].fromMs);
            m_rate[first + 1] += rate;
            m_rate[last] -= rate;
        }
    }

    void finish()
    {
        // Rates that were added and taken away leave the rounding behind.
        constexpr double lessThanAnything = 1e-6;
        double rate = 0;
        for (size_t i = 0; i < m_buckets.size(); ++i) {
            UseBucket &bucket = m_buckets[i];
            rate += m_rate[i];
            bucket.spread += rate * double(bucket.toMs - bucket.fromMs);
            if (bucket.spread < lessThanAnything)
                bucket.spread = 0;
        }
    }

private:
    [[nodiscard]] size_t indexOf(qint64 instant) const
    {
        // The uses of one token follow each other, and those of one look lie together.
        if (instant >= m_buckets[m_recent].fromMs && instant < m_buckets[m_recent].toMs)
            return m_recent;
        const auto after = std::upper_bound(m_buckets.begin(), m_buckets.end(), instant,
                                            [](qint64 wanted, const UseBucket &b) { return wanted < b.fromMs; });
        m_recent = size_t(after - m_buckets.begin()) - 1;
        return m_recent;
    }

    std::vector<UseBucket> &m_buckets;
    std::vector<double> m_rate; ///< uses per millisecond; the change at the begin of each period
    qint64 m_from;
    qint64 m_to;
    mutable size_t m_recent = 0;
};

/// All of one look's rise of one token. `lastUsedAt`: what that look found new, or noInstant.
void collectRise(Collector &collector, qint64 lookedBefore, qint64 lookedAt, qint64 lastUsedAt, qint64 uses)
{
    // A Date header has whole seconds, and the list takes a while to come, so that a use may seem to lie a little
    // beyond the look that found it.
    const bool dated = lastUsedAt != noInstant && lastUsedAt >= lookedBefore - retiredByUseToleranceMs &&
                       lastUsedAt <= lookedAt + retiredByUseToleranceMs;
    if (!dated) {
        // A server's clock may be set back between two looks.
        collector.within(qMin(lookedBefore, lookedAt), qMax(lookedBefore, lookedAt), double(uses));
        return;
    }
    collector.at(lastUsedAt, 1);
    if (uses > 1)
        collector.within(qMin(lookedBefore, lastUsedAt), lastUsedAt, double(uses - 1));
}

/// What a token did by itself until it was first seen. Returns the uses from before the history.
quint64 collectFirstSight(Collector &collector, const TokenHistory &history, const FirstSight &first)
{
    if (first.token.useCount == 0)
        return 0;
    const std::vector<Look> &looks = history.looks();
    const bool bornBetweenLooks = first.look > 0 && first.token.createdAt >= looks[first.look - 1].serverMs;
    if (!bornBetweenLooks)
        return first.token.useCount;
    collectRise(collector, first.token.createdAt, looks[first.look].serverMs, first.token.lastUsedAt,
                first.token.useCount);
    return 0;
}

void collectToken(Collector &collector, const TokenHistory &history, quint32 token)
{
    const std::vector<Look> &looks = history.looks();
    const std::span<const TokenEvent> events = history.events(token);
    SeenToken then(history.first(token));
    quint32 vanishedAt = 0;
    for (size_t i = 0; i < events.size();) {
        const quint32 look = events[i].look;
        const quint32 usesBefore = then.token.useCount;
        quint32 lookBefore = look == 0 ? 0 : look - 1;
        qint64 lastUsedAt = noInstant;
        for (; i < events.size() && events[i].look == look; ++i) {
            if (events[i].kind == TokenEventKind::Vanished)
                vanishedAt = look;
            else if (events[i].kind == TokenEventKind::Returned && vanishedAt > 0)
                lookBefore = vanishedAt - 1; // nobody saw it in between
            else if (events[i].kind == TokenEventKind::LastUsed)
                lastUsedAt = events[i].after;
            then.apply(events[i]);
        }
        if (then.token.useCount > usesBefore)
            collectRise(collector, looks[lookBefore].serverMs, looks[look].serverMs, lastUsedAt,
                        then.token.useCount - usesBefore);
    }
}

void markLooked(std::vector<UseBucket> &buckets, const std::vector<Look> &looks)
{
    std::vector<qint64> instants;
    instants.reserve(looks.size());
    for (const Look &look : looks)
        instants.push_back(look.serverMs);
    std::sort(instants.begin(), instants.end()); // a server's clock may be set back
    auto next = instants.begin();
    for (UseBucket &bucket : buckets) {
        while (next != instants.end() && *next < bucket.fromMs)
            ++next;
        if (next == instants.end())
            return;
        const bool within = *next < bucket.toMs;
        const bool enclosed = next != instants.begin() && *next - *(next - 1) <= 2 * (bucket.toMs - bucket.fromMs);
        bucket.looked = within || enclosed;
    }
}

} // namespace

std::vector<UseBucket> usePeriods(UsePeriod period, qint64 fromMs, qint64 toMs, const QTimeZone &zone)
{
    std::vector<UseBucket> buckets;
    if (toMs <= fromMs)
        return buckets;
    const QDateTime from = QDateTime::fromMSecsSinceEpoch(fromMs, zone);
    if (period == UsePeriod::Hour) {
        const QTime time = from.time();
        for (qint64 begin = fromMs - time.msecsSinceStartOfDay() % msPerHour; begin < toMs; begin += msPerHour)
            buckets.push_back({.fromMs = begin, .toMs = begin + msPerHour});
        return buckets;
    }
    QDate day = firstDayOf(period, from.date());
    qint64 begin = day.startOfDay(zone).toMSecsSinceEpoch();
    while (begin < toMs) {
        day = nextFirstDay(period, day);
        const qint64 end = day.startOfDay(zone).toMSecsSinceEpoch();
        buckets.push_back({.fromMs = begin, .toMs = end});
        begin = end;
    }
    return buckets;
}

UseSeries useSeries(const TokenHistory &history, const std::function<bool(quint32)> &wanted, UsePeriod period,
                    qint64 fromMs, qint64 toMs, const QTimeZone &zone)
{
    UseSeries series;
    series.buckets = usePeriods(period, fromMs, toMs, zone);
    if (series.buckets.empty())
        return series;
    Collector collector(series.buckets);
    for (quint32 token = 0; token < history.tokenCount(); ++token) {
        if (!wanted(token))
            continue;
        series.beforeHistory += collectFirstSight(collector, history, history.first(token));
        collectToken(collector, history, token);
    }
    collector.finish();
    markLooked(series.buckets, history.looks());
    return series;
}

} // namespace tokendesk
