// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/tokenjson.h"

#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>
#include <charconv>

namespace tokendesk::simulator {

using namespace Qt::StringLiterals;

namespace {

void appendTwo(QByteArray &to, int number)
{
    to += static_cast<char>('0' + number / 10);
    to += static_cast<char>('0' + number % 10);
}

/// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days: four million QDateTimes would take
/// most of a second.
void appendInstant(QByteArray &to, qint64 ms)
{
    if (ms == never) {
        to += "null";
        return;
    }
    qint64 days = ms / 86'400'000;
    qint64 left = ms % 86'400'000;
    if (left < 0) {
        left += 86'400'000;
        --days;
    }
    days += 719'468;
    const qint64 era = (days >= 0 ? days : days - 146'096) / 146'097;
    const auto dayOfEra = static_cast<int>(days - era * 146'097);
    const int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const int shiftedMonth = (5 * dayOfYear + 2) / 153;
    const int day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1;
    const int month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
    const auto year = static_cast<int>(yearOfEra + era * 400 + (month <= 2 ? 1 : 0));

    to += '"';
    appendTwo(to, year / 100);
    appendTwo(to, year % 100);
    to += '-';
    appendTwo(to, month);
    to += '-';
    appendTwo(to, day);
    to += 'T';
    const auto seconds = static_cast<int>(left / 1000);
    appendTwo(to, seconds / 3600);
    to += ':';
    appendTwo(to, seconds / 60 % 60);
    to += ':';
    appendTwo(to, seconds % 60);
    if (const auto fraction = static_cast<int>(left % 1000)) {
        to += '.';
        to += static_cast<char>('0' + fraction / 100);
        appendTwo(to, fraction % 100);
    }
    to += "Z\"";
}

void appendText(QByteArray &to, const QByteArray &utf8)
{
    static const char digits[] = "0123456789abcdef";
    to += '"';
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            to += '\\';
            to += c;
        } else if (byte < 0x20) {
            to += "\\u00";
            to += digits[byte >> 4];
            to += digits[byte & 15];
        } else {
            to += c;
        }
    }
    to += '"';
}

void appendRow(QByteArray &to, const Row &row)
{
    to += "{\"id\":\"";
    to += row.id.toByteArray(QUuid::WithoutBraces);
    to += "\",\"name\":";
    appendText(to, row.name);
    to += row.singleUse ? ",\"single_use\":true,\"use_count\":" : ",\"single_use\":false,\"use_count\":";
    char number[24];
    const auto end = std::to_chars(number, number + sizeof number, row.useCount).ptr;
    to.append(number, end - number);
    to += ",\"created_at\":";
    appendInstant(to, row.createdAt);
    to += ",\"expires_at\":";
    appendInstant(to, row.expiresAt);
    to += ",\"last_used_at\":";
    appendInstant(to, row.lastUsedAt);
    to += ",\"revoked_at\":";
    appendInstant(to, row.revokedAt);
    to += '}';
}

Refusal wrong(const QString &field, const QString &why)
{
    return {400, "VALIDATION_ERROR"_ba, u"%1: %2"_s.arg(field, why)};
}

/// False when the value is neither an instant with a zone nor, where that is allowed, null.
bool readInstant(const QJsonValue &value, bool nullable, qint64 &to)
{
    if (value.isNull() && nullable) {
        to = never;
        return true;
    }
    const QDateTime instant = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (!instant.isValid() || instant.timeSpec() == Qt::LocalTime)
        return false;
    to = instant.toMSecsSinceEpoch();
    return true;
}

} // namespace

QJsonValue instantJson(qint64 msSinceEpoch)
{
    if (msSinceEpoch == never)
        return QJsonValue::Null;
    QByteArray text;
    appendInstant(text, msSinceEpoch);
    return QString::fromLatin1(text.mid(1, text.size() - 2));
}

QJsonObject rowJson(const Row &row)
{
    return {{u"id"_s, row.id.toString(QUuid::WithoutBraces)},
            {u"name"_s, QString::fromUtf8(row.name)},
            {u"single_use"_s, row.singleUse},
            {u"use_count"_s, row.useCount},
            {u"created_at"_s, instantJson(row.createdAt)},
            {u"expires_at"_s, instantJson(row.expiresAt)},
            {u"last_used_at"_s, instantJson(row.lastUsedAt)},
            {u"revoked_at"_s, instantJson(row.revokedAt)}};
}

void appendRows(QByteArray &to, const std::vector<Row> &oldestFirst, qint64 offset, qint64 limit)
{
    const auto size = static_cast<qint64>(oldestFirst.size());
    const qint64 first = std::clamp<qint64>(offset, 0, size);
    const qint64 count = std::clamp<qint64>(limit, 0, size - first);
    to.reserve(to.size() + count * 270 + 64);
    to += '[';
    for (qint64 i = 0; i < count; ++i) {
        if (i > 0)
            to += ',';
        appendRow(to, oldestFirst[static_cast<size_t>(size - 1 - first - i)]);
    }
    to += ']';
}

Outcome<Row> rowFromJson(const QJsonObject &json, qint64 now)
{
    Row row;
    row.id = QUuid::createUuid();
    row.name = "Unnamed"_ba;
    row.createdAt = now;
    for (auto field = json.begin(); field != json.end(); ++field) {
        const QString key = field.key();
        const QJsonValue value = field.value();
        if (key == "id"_L1) {
            row.id = QUuid::fromString(value.toString());
            if (row.id.isNull())
                return wrong(key, u"not a UUID"_s);
        } else if (key == "name"_L1) {
            if (!value.isString())
                return wrong(key, u"not a text"_s);
            row.name = value.toString().toUtf8();
        } else if (key == "single_use"_L1) {
            if (!value.isBool())
                return wrong(key, u"not a boolean"_s);
            row.singleUse = value.toBool();
        } else if (key == "use_count"_L1) {
            row.useCount = value.toInteger(-1);
            if (row.useCount < 0)
                return wrong(key, u"not a whole number from 0"_s);
        } else if (key == "created_at"_L1) {
            if (!readInstant(value, false, row.createdAt))
                return wrong(key, u"not an instant with a zone"_s);
        } else if (key == "expires_at"_L1 || key == "last_used_at"_L1 || key == "revoked_at"_L1) {
            qint64 &to = key == "expires_at"_L1   ? row.expiresAt
                         : key == "revoked_at"_L1 ? row.revokedAt
                                                  : row.lastUsedAt;
            if (!readInstant(value, true, to))
                return wrong(key, u"neither null nor an instant with a zone"_s);
        } else if (key != "token"_L1) {
            return wrong(key, u"unknown field"_s);
        }
    }
    return row;
}

} // namespace tokendesk::simulator
