// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <string_view>

namespace tokendesk {

enum class IsoTimeError {
    Malformed,  ///< not an RFC 3339 date-time
    NoZone,     ///< well formed but for the missing offset: local time of an unknown place, refused on purpose
    OutOfRange, ///< a field that no calendar has (month 13, 30 February, hour 24)
};

/// RFC 3339 section 5.6 date-time to milliseconds since the epoch, UTC. Fractions beyond milliseconds are cut off,
/// "t" and "z" may be lower case, a blank may stand for the "T"; second 60 is taken as the first of the next minute.
/// Years 0000 to 9999. Never reads a locale or a time zone; QDateTime takes a zoneless text for local time, silently.
[[nodiscard]] tl::expected<qint64, IsoTimeError> parseIsoTime(std::string_view text);

/// "2024-01-15T10:30:00Z", with milliseconds only where there are some.
[[nodiscard]] QString formatIsoTime(qint64 msSinceEpoch);

} // namespace tokendesk
