// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eventtexts.h"

#include "core/relativetime.h"
#include "core/safetext.h"
#include "core/tokenstatus.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <limits>

namespace tokendesk {

namespace {

struct EventWords
{
    Q_DECLARE_TR_FUNCTIONS(TokenEvents)
};

int counted(qint64 number)
{
    return int(std::clamp<qint64>(number, 0, std::numeric_limits<int>::max()));
}

QString nameText(std::string_view utf8)
{
    return utf8.empty() ? EventWords::tr("(no name)") : isolatedText(QString::fromUtf8(utf8));
}

QString joinedText(qint64 uses)
{
    return EventWords::tr("%Ln device(s) joined", nullptr, counted(uses));
}

/// Turns the events of one token into lines, look by look.
class Teller
{
public:
    Teller(const TokenHistory &history, quint32 token, const QLocale &locale, quint32 lastLook,
           std::vector<EventText> &lines)
        : m_history(history), m_token(token), m_locale(locale), m_lookEnd(lookEnd(history, lastLook)), m_lines(lines),
          m_then(history.first(token))
    {}

    void tell()
    {
        tellFirstSight();
        const std::span<const TokenEvent> events = m_history.events(m_token);
        for (size_t i = 0; i < events.size() && events[i].look < m_lookEnd;) {
            size_t end = i;
            while (end < events.size() && events[end].look == events[i].look)
                ++end;
            tellLook(events.subspan(i, end - i));
            i = end;
        }
        tellGaps();
    }

private:
    [[nodiscard]] static quint32 lookEnd(const TokenHistory &history, quint32 lastLook)
    {
        const auto looks = static_cast<quint32>(history.looks().size());
        return lastLook < looks ? lastLook + 1 : looks;
    }
    [[nodiscard]] qint64 at(quint32 look) const { return m_history.looks()[look].serverMs; }

    void add(qint64 from, qint64 to, const QString &text, bool gap = false)
    {
        m_lines.push_back({qMin(from, to), to, text, gap});
    }

    void tellFirstSight()
    {
        const FirstSight &first = m_history.first(m_token);
        const qint64 seen = at(first.look);
        if (first.token.useCount > 0)
            add(first.token.createdAt, first.token.lastUsedAt != noInstant ? first.token.lastUsedAt : seen,
                joinedText(first.token.useCount));
        if (first.token.revokedAt != noInstant)
            add(first.token.revokedAt, first.token.revokedAt, EventWords::tr("Revoked"));
    }

    void tellLook(std::span<const TokenEvent> events)
    {
        const quint32 look = events.front().look;
        quint32 before = look == 0 ? 0 : look - 1;
        qint64 rise = 0;
        const qint64 usedBefore = m_then.token.lastUsedAt;
        for (const TokenEvent &event : events) {
            if (event.kind == TokenEventKind::Vanished)
                m_vanishedAt = look;
            else if (event.kind == TokenEventKind::Returned && m_vanishedAt > 0)
                before = m_vanishedAt - 1;
            else if (event.kind == TokenEventKind::UseCount)
                rise += qMax(event.after - event.before, qint64(0));
        }
        for (const TokenEvent &event : events) {
            m_then.apply(event);
            tellEvent(event, at(before), at(look));
        }
        const qint64 used = m_then.token.lastUsedAt;
        const bool dated = used != usedBefore && used != noInstant;
        if (rise > 0)
            add(rise == 1 && dated ? used : at(before), dated ? used : at(look), joinedText(rise));
        else if (dated)
            add(used, used, EventWords::tr("Used, but the use count did not rise"));
    }

    void tellEvent(const TokenEvent &event, qint64 from, qint64 to)
    {
        switch (event.kind) {
        case TokenEventKind::UseCount:
            if (event.after < event.before) {
                //: Two use counts, the larger one first
                add(from, to,
                    EventWords::tr("The use count fell from %1 to %2")
                        .arg(m_locale.toString(event.before), m_locale.toString(event.after)));
            }
            return;
        case TokenEventKind::LastUsed:
            return; // told with the use count
        case TokenEventKind::Revocation:
            if (event.after != noInstant)
                add(event.after, event.after, EventWords::tr("Revoked"));
            else
                add(from, to, EventWords::tr("The revocation vanished"));
            return;
        case TokenEventKind::Expiry:
            //: Two dates, or "Never"
            add(from, to,
                EventWords::tr("The expiry changed from %1 to %2")
                    .arg(longDate(event.before, m_locale), longDate(event.after, m_locale)));
            return;
        case TokenEventKind::Name:
            //: Two names of a token
            add(from, to,
                EventWords::tr("Renamed from %1 to %2")
                    .arg(nameText(m_history.name(static_cast<quint32>(event.before))),
                         nameText(m_history.name(static_cast<quint32>(event.after)))));
            return;
        case TokenEventKind::Vanished:
            add(from, to, EventWords::tr("The server did not list it any more"));
            return;
        case TokenEventKind::Returned:
            add(from, to, EventWords::tr("The server listed it again"));
            return;
        }
    }

    void tellGaps()
    {
        for (quint32 look = m_history.first(m_token).look + 1; look < m_lookEnd; ++look) {
            const qint64 unseen = at(look) - at(look - 1);
            if (unseen > gapWorthSayingMs)
                add(at(look - 1), at(look),
                    EventWords::tr("Nobody looked for %Ln day(s)", nullptr, counted(unseen / msPerDay)), true);
        }
    }

    const TokenHistory &m_history;
    quint32 m_token;
    const QLocale &m_locale;
    quint32 m_lookEnd;
    std::vector<EventText> &m_lines;
    SeenToken m_then;
    quint32 m_vanishedAt = 0;
};

} // namespace

std::vector<EventText> eventTexts(const TokenRow &token, const TokenHistory &history, qint64 now, const QLocale &locale,
                                  quint32 lastLook)
{
    std::vector<EventText> lines;
    lines.push_back({token.createdAt, token.createdAt, EventWords::tr("Created")});
    const auto known = history.tokenOf(token.id);
    if (known && history.first(*known).look <= lastLook) {
        Teller(history, *known, locale, lastLook, lines).tell();
    } else {
        if (token.useCount > 0)
            lines.push_back(
                {token.createdAt, token.lastUsedAt != noInstant ? token.lastUsedAt : now, joinedText(token.useCount)});
        if (token.revokedAt != noInstant)
            lines.push_back({token.revokedAt, token.revokedAt, EventWords::tr("Revoked")});
    }
    if (tokenState(token, now) == TokenState::Expired)
        lines.push_back({token.expiresAt, token.expiresAt, EventWords::tr("Expired")});
    std::stable_sort(lines.begin(), lines.end(),
                     [](const EventText &a, const EventText &b) { return a.toMs < b.toMs; });
    return lines;
}

QString instantRangeText(qint64 fromMs, qint64 toMs, const QLocale &locale)
{
    const QDateTime from = QDateTime::fromMSecsSinceEpoch(fromMs);
    const QDateTime to = QDateTime::fromMSecsSinceEpoch(toMs);
    const auto time = [&](const QDateTime &instant) { return locale.toString(instant.time(), QLocale::ShortFormat); };
    const auto date = [&](qint64 instant) { return longDate(instant, locale); };
    if (date(fromMs) == date(toMs) && time(from) == time(to)) {
        //: A date and a time of day
        return EventWords::tr("%1, %2").arg(date(toMs), time(to));
    }
    if (date(fromMs) == date(toMs)) {
        //: A date and two times of that day
        return EventWords::tr("%1, between %2 and %3").arg(date(toMs), time(from), time(to));
    }
    //: A date, a time, a later date, a time
    return EventWords::tr("between %1, %2 and %3, %4").arg(date(fromMs), time(from), date(toMs), time(to));
}

} // namespace tokendesk
