// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auditpictures.h"

#include "core/rowset.h"
#include "core/tokenvisit.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace tokendesk {

namespace {

qint64 endOf(const TokenRow &token, TokenState state, qint64 now)
{
    switch (state) {
    case TokenState::Active:
    case TokenState::Expiring:
        return token.expiresAt == noInstant ? now : token.expiresAt;
    case TokenState::Expired:
        return token.expiresAt;
    case TokenState::Revoked:
        return token.expiresAt == noInstant ? token.revokedAt : qMin(token.revokedAt, token.expiresAt);
    case TokenState::UsedUp:
        if (token.revokedAt != noInstant)
            return token.revokedAt;
        return token.lastUsedAt != noInstant ? token.lastUsedAt : token.createdAt;
    }
    Q_UNREACHABLE();
}

void addTicks(std::vector<qint64> &ticks, const TokenRow &token, const TokenHistory &history, quint32 known,
              quint32 lastLook)
{
    const auto begin = ticks.size();
    const auto add = [&](qint64 instant) {
        if (instant != noInstant)
            ticks.push_back(instant);
    };
    if (known != notInHistory && history.first(known).look <= lastLook) {
        add(history.first(known).token.lastUsedAt);
        for (const TokenEvent &event : history.events(known)) {
            if (event.look > lastLook)
                break;
            if (event.kind == TokenEventKind::LastUsed)
                add(event.after);
        }
    }
    add(token.lastUsedAt);
    const auto first = ticks.begin() + qptrdiff(begin);
    std::sort(first, ticks.end());
    ticks.erase(std::unique(first, ticks.end()), ticks.end());
}

} // namespace

std::vector<quint32> allRows(const TokenSnapshot &tokens)
{
    std::vector<quint32> rows(tokens.size());
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

AuditMarks cardMarks(AuditCard card)
{
    switch (card) {
    case AuditCard::Active:
        return 0;
    case AuditCard::Expiring:
        return markOf(FindingRule::ExpiresSoon);
    case AuditCard::NeverUsed:
        return markOf(FindingRule::NeverUsed);
    case AuditCard::Stale:
        return markOf(FindingRule::Stale);
    case AuditCard::ReusableForever:
        return markOf(FindingRule::NeverExpires);
    case AuditCard::Anomalies:
        return anomalyMarks;
    }
    Q_UNREACHABLE();
}

AuditCards auditCards(const TokenSnapshot &tokens, std::span<const quint32> rows, const std::vector<AuditMarks> &marks,
                      const AuditThresholds &thresholds, qint64 now)
{
    AuditCards cards;
    const auto card = [&](AuditCard which) -> CardNumbers & { return cards[static_cast<size_t>(which)]; };
    const qint64 horizon = thresholds.expiryHorizonDays * msPerDay;
    qint64 firstExpiry = noInstant;
    visitTokens(tokens, rows, [&](quint32 row, const TokenRow &token) {
        for (const AuditCard which : allAuditCards) {
            if ((marks[row] & cardMarks(which)) != 0)
                ++card(which).count;
        }
        if (tokenState(token, now, horizon) == TokenState::Active) {
            CardNumbers &active = card(AuditCard::Active);
            ++active.count;
            if (token.createdAt > now - 7 * msPerDay)
                ++active.second;
        }
        if ((marks[row] & cardMarks(AuditCard::Expiring)) != 0 &&
            (firstExpiry == noInstant || token.expiresAt < firstExpiry))
            firstExpiry = token.expiresAt;
        for (const AuditCard which : {AuditCard::NeverUsed, AuditCard::Stale}) {
            const qint64 idle = (now - qMax(token.createdAt, token.lastUsedAt)) / msPerDay;
            if ((marks[row] & cardMarks(which)) != 0)
                card(which).second = qMax(card(which).second, idle);
        }
        if ((marks[row] & cardMarks(AuditCard::ReusableForever)) != 0)
            card(AuditCard::ReusableForever).second += token.useCount;
    });
    if (firstExpiry != noInstant)
        card(AuditCard::Expiring).second = (firstExpiry - now + msPerDay - 1) / msPerDay;
    return cards;
}

ExpiryCalendar expiryCalendar(const TokenSnapshot &tokens, std::span<const quint32> rows, UsePeriod period, qint64 now,
                              const QTimeZone &zone, size_t maxBuckets)
{
    // Nothing is sorted or looked up a token: the snapshot knows who expires after whom.
    using Place = std::vector<quint32>::const_iterator;
    const std::vector<quint32> &byExpiry = tokens.rowsByExpiry();
    const auto firstFrom = [&](Place begin, qint64 instant) {
        return std::lower_bound(begin, byExpiry.end(), instant,
                                [&](quint32 row, qint64 at) { return tokens.row(row).expiresAt < at; });
    };
    RowSet asked(tokens.size());
    quint32 alive = 0; // for all that is known without a clock
    for (const quint32 row : rows) {
        asked.insert(row);
        alive += tokens.facts(row).settled == TokenState::Active ? 1 : 0;
    }
    const auto isAsked = [&](quint32 row) { return asked.contains(row); };
    const auto countAsked = [&](Place begin, Place end) {
        return static_cast<quint32>(std::count_if(begin, end, isAsked));
    };

    ExpiryCalendar calendar;
    calendar.never = alive - countAsked(byExpiry.begin(), byExpiry.end());
    Place next = firstFrom(byExpiry.begin(), now + 1);
    const auto last = std::find_if(byExpiry.rbegin(), std::make_reverse_iterator(next), isAsked);
    if (last.base() == next)
        return calendar;
    // A token may live for 100 years, or for a million where somebody meant milliseconds: no more periods than are
    // shown.
    constexpr qint64 longestPeriod = 32 * msPerDay;
    const qint64 horizon = now + qint64(maxBuckets) * longestPeriod;
    const auto periods = usePeriods(period, now, qMin(tokens.row(*last).expiresAt, horizon) + 1, zone);
    for (size_t i = 0; i < periods.size() && i < maxBuckets; ++i) {
        const Place end = firstFrom(next, periods[i].toMs);
        calendar.buckets.push_back({periods[i].fromMs, periods[i].toMs, countAsked(next, end)});
        next = end;
    }
    calendar.later = countAsked(next, byExpiry.end());
    return calendar;
}

std::vector<AgePoint> agePoints(const TokenSnapshot &tokens, std::span<const quint32> rows, qint64 now)
{
    std::vector<AgePoint> points;
    visitTokens(tokens, rows, [&](quint32 row, const TokenRow &token) {
        if (!isLive(tokenState(token, now)))
            return;
        const double age = double(qMax(now - token.createdAt, qint64(0))) / double(msPerDay);
        const double idle = double(qMax(now - qMax(token.createdAt, token.lastUsedAt), qint64(0))) / double(msPerDay);
        points.push_back({row, token.useCount, age, idle});
    });
    return points;
}

Lifetimes lifetimes(const TokenSnapshot &tokens, std::span<const quint32> rows, const TokenHistory &history, qint64 now,
                    qint64 horizonMs, quint32 lastLook)
{
    Lifetimes lives;
    lives.bars.reserve(rows.size());
    const std::vector<quint32> known = historyTokens(tokens, history);
    visitTokens(tokens, rows, [&](quint32 row, const TokenRow &token) {
        Lifetime life;
        life.row = row;
        life.state = tokenState(token, now, horizonMs);
        life.endless = isLive(life.state) && token.expiresAt == noInstant;
        life.fromMs = token.createdAt;
        life.toMs = qMax(token.createdAt, endOf(token, life.state, now));
        life.firstTick = static_cast<quint32>(lives.ticks.size());
        addTicks(lives.ticks, token, history, known[row], lastLook);
        life.tickCount = static_cast<quint32>(lives.ticks.size()) - life.firstTick;
        lives.bars.push_back(life);
    });
    return lives;
}

} // namespace tokendesk
