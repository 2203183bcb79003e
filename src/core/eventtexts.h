// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokenhistory.h"

#include <QLocale>
#include <QString>

#include <vector>

namespace tokendesk {

/// Something that happened to a token, in words. It happened at `toMs` where both are equal, else at some time between
/// them. Milliseconds since the epoch, UTC, the server's clock.
struct EventText
{
    qint64 fromMs = 0;
    qint64 toMs = 0;
    QString text;     ///< translated, no full stop; harmless (core/safetext.h)
    bool gap = false; ///< nothing happened that is known of: nobody looked

    friend bool operator==(const EventText &, const EventText &) = default;
};

/// Two looks further apart than this leave a gap that is worth a line.
inline constexpr qint64 gapWorthSayingMs = 24LL * 60 * 60 * 1000;

/// A token's life, oldest first: created, used, renamed, revoked, expired, not listed, and the gaps. `token`: as the
/// list has it now; its place in the history is found by its id, and may be none. `now`: the server's clock. Looks
/// after `lastLook` are not heeded: for a list from the past. Any thread.
[[nodiscard]] std::vector<EventText> eventTexts(const TokenRow &token, const TokenHistory &history, qint64 now,
                                                const QLocale &locale, quint32 lastLook = notInHistory);

/// "2 March 2026, 09:00", or "2 March 2026, between 09:00 and 10:00", in this machine's time zone, translated.
[[nodiscard]] QString instantRangeText(qint64 fromMs, qint64 toMs, const QLocale &locale);

} // namespace tokendesk
