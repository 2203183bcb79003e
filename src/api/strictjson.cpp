// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/strictjson.h"

#include "core/isotime.h"

#include <QUuid>

#include <cstring>

namespace tokendesk::strictjson {

using ondemand::json_type;
using simdjson::error_code;

Words wordsOf(error_code error)
{
    switch (error) {
    case simdjson::SUCCESS:
        return {};
    case simdjson::UTF8_ERROR:
        return QStringLiteral("the text is not UTF-8");
    case simdjson::EMPTY:
        return QStringLiteral("the answer is empty");
    case simdjson::DEPTH_ERROR:
        return QStringLiteral("nested too deeply");
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
        return QStringLiteral("too large to read");
    default:
        return QStringLiteral("not valid JSON");
    }
}

const char *nameOf(json_type type)
{
    switch (type) {
    case json_type::array:
        return "a list";
    case json_type::object:
        return "an object";
    case json_type::number:
        return "a number";
    case json_type::string:
        return "text";
    case json_type::boolean:
        return "true or false";
    case json_type::null:
        return "null";
    }
    return "something else";
}

Words mistyped(ondemand::value &value, const char *wanted)
{
    json_type type{};
    if (const error_code error = value.type().get(type))
        return wordsOf(error);
    return QStringLiteral("%1 instead of %2").arg(QLatin1String(nameOf(type)), QLatin1String(wanted));
}

error_code walk(ondemand::value value, int depth)
{
    json_type type{};
    if (const error_code error = value.type().get(type))
        return error;
    switch (type) {
    case json_type::array: {
        ondemand::array items;
        if (depth <= 0)
            return simdjson::DEPTH_ERROR;
        if (const error_code error = value.get_array().get(items))
            return error;
        for (auto item : items) {
            ondemand::value inner;
            if (const error_code error = item.get(inner))
                return error;
            if (const error_code error = walk(inner, depth - 1))
                return error;
        }
        return simdjson::SUCCESS;
    }
    case json_type::object: {
        ondemand::object fields;
        if (depth <= 0)
            return simdjson::DEPTH_ERROR;
        if (const error_code error = value.get_object().get(fields))
            return error;
        for (auto each : fields) {
            ondemand::field field;
            std::string_view key;
            if (const error_code error = std::move(each).get(field))
                return error;
            if (const error_code error = field.unescaped_key().get(key))
                return error;
            if (const error_code error = walk(field.value(), depth - 1))
                return error;
        }
        return simdjson::SUCCESS;
    }
    case json_type::number: {
        double number = 0; // a double, for an unknown number may be longer than any integer of ours
        return value.get_double().get(number);
    }
    case json_type::string: {
        std::string_view text;
        return value.get_string().get(text);
    }
    case json_type::boolean: {
        bool flag = false;
        return value.get_bool().get(flag);
    }
    case json_type::null: {
        bool isNull = false;
        return value.is_null().get(isNull);
    }
    }
    return simdjson::TAPE_ERROR;
}

namespace {

/// The value's text where it stands in the body. Most texts have no escapes to undo: copying them out, byte by byte
/// where the processor is not known at compile time, is the largest part of reading a list. Nothing, and the value is
/// as it was, where get_string() has to look.
bool textInPlace(ondemand::value &value, std::string_view &text)
{
    const std::string_view token = value.raw_json_token();
    if (token.size() < 2 || token.front() != '"')
        return false;
    const char *begin = token.data() + 1;
    const auto *end = static_cast<const char *>(std::memchr(begin, '"', token.size() - 1));
    ondemand::raw_json_string passed;
    if (!end || std::memchr(begin, '\\', static_cast<size_t>(end - begin)) || value.get_raw_json_string().get(passed))
        return false;
    text = {begin, static_cast<size_t>(end - begin)};
    return true;
}

/// What a hexadecimal digit is worth, or 16.
constexpr auto hexValues = [] {
    std::array<quint8, 256> values{};
    values.fill(16);
    for (quint8 i = 0; i < 10; ++i)
        values[size_t('0' + i)] = i;
    for (quint8 i = 0; i < 6; ++i)
        values[size_t('a' + i)] = values[size_t('A' + i)] = quint8(10 + i);
    return values;
}();

} // namespace

Words readText(ondemand::value &value, std::string_view &text)
{
    if (textInPlace(value, text))
        return {};
    const error_code error = value.get_string().get(text);
    return error == simdjson::INCORRECT_TYPE ? mistyped(value, "text") : wordsOf(error);
}

Words readBool(ondemand::value &value, bool &flag)
{
    const error_code error = value.get_bool().get(flag);
    if (error != simdjson::INCORRECT_TYPE)
        return wordsOf(error);
    json_type type{};
    return !value.type().get(type) && type == json_type::boolean ? wordsOf(simdjson::TAPE_ERROR)
                                                                 : mistyped(value, "true or false");
}

QUuid uuidOf(std::string_view text)
{
    // By hand, for QUuid takes several times as long, also reads braces, and stops at what follows.
    if (text.size() != 36 || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
        return {};
    std::array<char, 16> bytes{};
    unsigned odd = 0;
    size_t at = 0;
    for (char &byte : bytes) {
        if (text[at] == '-')
            ++at;
        const unsigned high = hexValues[static_cast<quint8>(text[at])];
        const unsigned low = hexValues[static_cast<quint8>(text[at + 1])];
        odd |= high | low;
        byte = static_cast<char>(high << 4 | low);
        at += 2;
    }
    return odd > 15 ? QUuid() : QUuid::fromRfc4122(QByteArrayView(bytes.data(), 16));
}

Words readUuid(ondemand::value &value, QUuid &id)
{
    std::string_view text;
    if (Words words = readText(value, text); !words.isEmpty())
        return words;
    id = uuidOf(text);
    return id.isNull() ? QStringLiteral("not a UUID") : Words();
}

Words instantWords(std::string_view text, qint64 &instant)
{
    const auto parsed = parseIsoTime(text);
    if (parsed) {
        instant = *parsed;
        return {};
    }
    switch (parsed.error()) {
    case IsoTimeError::NoZone:
        return QStringLiteral("the time has no zone");
    case IsoTimeError::OutOfRange:
        return QStringLiteral("there is no such time");
    case IsoTimeError::Malformed:
        break;
    }
    return QStringLiteral("not a time");
}

Words readInstant(ondemand::value &value, qint64 &instant)
{
    std::string_view text;
    if (Words words = readText(value, text); !words.isEmpty())
        return words;
    return instantWords(text, instant);
}

Words readInstantOrNull(ondemand::value &value, qint64 &instant)
{
    bool isNull = false;
    if (const error_code error = value.is_null().get(isNull))
        return wordsOf(error);
    if (isNull) {
        instant = noInstant;
        return {};
    }
    return readInstant(value, instant);
}

Words readCount(ondemand::value &value, quint64 max, quint64 &count)
{
    json_type type{};
    if (const error_code error = value.type().get(type))
        return wordsOf(error);
    if (type != json_type::number)
        return mistyped(value, "a number");
    uint64_t number = 0;
    if (value.get_uint64().get(number) || number > max)
        return QStringLiteral("not a whole number from 0 to %1").arg(max);
    count = number;
    return {};
}

} // namespace tokendesk::strictjson
