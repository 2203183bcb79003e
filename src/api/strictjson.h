// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Only for .cpp files of this room: simdjson.h is long.

#include "api/httpexchange.h"
#include "core/token.h"

#include <QByteArray>
#include <QString>

#include <simdjson.h>

#include <array>
#include <string_view>

namespace tokendesk::strictjson {

namespace ondemand = simdjson::ondemand;

static_assert(bodyPadding >= qsizetype(simdjson::SIMDJSON_PADDING));

/// What is wrong, in English, for Error::detail; empty where nothing is.
using Words = QString;

[[nodiscard]] Words wordsOf(simdjson::error_code error);
/// "null instead of text".
[[nodiscard]] Words mistyped(ondemand::value &value, const char *wanted);

/// Reads a value nobody asked for, to the bottom: On-Demand skips without looking, and a document that is broken inside
/// an unknown field is broken. At most `depth` levels.
[[nodiscard]] simdjson::error_code walk(ondemand::value value, int depth = 32);

[[nodiscard]] Words readText(ondemand::value &value, std::string_view &text);
[[nodiscard]] Words readBool(ondemand::value &value, bool &flag);
[[nodiscard]] Words readUuid(ondemand::value &value, QUuid &id);
/// Milliseconds since the epoch, UTC. A time without a zone is refused (core/isotime.h).
[[nodiscard]] Words readInstant(ondemand::value &value, qint64 &instant);
/// The same, or null: noInstant.
[[nodiscard]] Words readInstantOrNull(ondemand::value &value, qint64 &instant);
/// 0 to `max`, no fraction, no exponent.
[[nodiscard]] Words readCount(ondemand::value &value, quint64 max, quint64 &count);

/// A text of 36 characters in the usual form; null where it is none, or the nil UUID, which no token has.
[[nodiscard]] QUuid uuidOf(std::string_view text);
[[nodiscard]] Words instantWords(std::string_view text, qint64 &instant);

/// `body` for a parser; makes room behind its end where there is none.
[[nodiscard]] inline simdjson::padded_string_view padded(QByteArray &body)
{
    if (body.capacity() < body.size() + bodyPadding)
        body.reserve(body.size() + bodyPadding);
    return simdjson::padded_string_view(body.data(), static_cast<size_t>(body.size()),
                                        static_cast<size_t>(body.capacity()));
}

/// Whether nothing but white space follows the value that was read.
[[nodiscard]] inline bool isAtEnd(ondemand::document &document)
{
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS;
}

/// Which of `keys` a field has, or -1. Servers keep their order, so `hint` makes the first try the right one.
template <size_t N>
[[nodiscard]] int keyOf(ondemand::field &field, const std::array<std::string_view, N> &keys, size_t &hint,
                        simdjson::error_code &error)
{
    const ondemand::raw_json_string raw = field.key();
    for (size_t tried = 0; tried < N; ++tried) {
        const size_t i = (hint + tried) % N;
        if (raw == keys[i]) {
            hint = i + 1;
            return static_cast<int>(i);
        }
    }
    // Unknown, or written with escapes.
    std::string_view name;
    error = field.unescaped_key().get(name);
    for (size_t i = 0; !error && i < N; ++i) {
        if (name == keys[i])
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace tokendesk::strictjson
