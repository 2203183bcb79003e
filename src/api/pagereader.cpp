// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/pagereader.h"

#include "api/replyerror.h"
#include "core/safetext.h"

#include <QLocale>

namespace tokendesk {

using namespace strictjson;
using simdjson::error_code;

namespace {

QString fieldWords(std::string_view field, const Words &words)
{
    return QStringLiteral("field %1: %2").arg(QLatin1String(field.data(), qsizetype(field.size())), words);
}

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

/// Which fields an object had, to find the missing and the double.
template <size_t N>
class Fields
{
public:
    explicit Fields(const std::array<std::string_view, N> &names) : m_names(names) {}
    [[nodiscard]] bool add(int index)
    {
        const unsigned bit = 1U << index;
        const bool first = (m_seen & bit) == 0;
        m_seen |= bit;
        return first;
    }
    [[nodiscard]] Words missing(unsigned required) const
    {
        for (size_t i = 0; i < N; ++i) {
            if ((required & ~m_seen & (1U << i)) != 0)
                return fieldWords(m_names[i], QStringLiteral("it is missing"));
        }
        return {};
    }

private:
    const std::array<std::string_view, N> &m_names;
    unsigned m_seen = 0;
};

constexpr std::array<std::string_view, 4> envelopeKeys{"success", "data", "error", "meta"};
constexpr std::array<std::string_view, 8> rowKeys{"id",         "name",       "single_use",   "use_count",
                                                  "created_at", "expires_at", "last_used_at", "revoked_at"};
constexpr unsigned requiredOfRow = 0b00011111;

} // namespace

Words PageReader::read(ondemand::object envelope)
{
    Fields fields(envelopeKeys);
    size_t hint = 0;
    for (auto each : envelope) {
        ondemand::field field;
        if (const error_code error = std::move(each).get(field))
            return wordsOf(error);
        error_code keyError = simdjson::SUCCESS;
        const int key = keyOf(field, envelopeKeys, hint, keyError);
        if (keyError)
            return wordsOf(keyError);
        if (key < 0) {
            if (const error_code error = walk(field.value()))
                return wordsOf(error);
            continue;
        }
        if (!fields.add(key))
            return fieldWords(envelopeKeys[size_t(key)], QStringLiteral("it is there twice"));
        if (Words words = readField(key, field.value()); !words.isEmpty())
            return words;
    }
    if (Words words = fields.missing(0b0001); !words.isEmpty())
        return words;
    if (!success)
        return {};
    if (!m_hasData)
        return fieldWords("data", QStringLiteral("it is missing"));
    return m_dataWords;
}

Words PageReader::readField(int key, ondemand::value value)
{
    switch (key) {
    case 0: {
        const Words words = readBool(value, success);
        return words.isEmpty() ? words : fieldWords("success", words);
    }
    case 1:
        m_hasData = true;
        return readData(value);
    case 2:
        return readError(value);
    default:
        return readMeta(value);
    }
}

Words PageReader::readData(ondemand::value &value)
{
    ondemand::array rows;
    const error_code error = value.get_array().get(rows);
    if (error == simdjson::INCORRECT_TYPE) {
        m_dataWords = fieldWords("data", mistyped(value, "a list"));
        return wordsOf(walk(value));
    }
    return error ? wordsOf(error) : readRows(rows);
}

Words PageReader::readRows(ondemand::array rows)
{
    for (auto each : rows) {
        const auto where = [this] {
            return QStringLiteral("row %1").arg(QLocale(QLocale::English).toString(m_rowsBefore + page.rows + 1));
        };
        ondemand::value row;
        if (const error_code rowError = each.get(row))
            return QStringLiteral("%1: %2").arg(where(), wordsOf(rowError));
        if (const Words words = readRow(row); !words.isEmpty()) {
            const QString joint =
                words.startsWith(QLatin1String("field ")) ? QStringLiteral(", ") : QStringLiteral(": ");
            return where() + joint + words;
        }
        ++page.rows;
    }
    return {};
}

Words PageReader::readRow(ondemand::value &value)
{
    ondemand::object object;
    if (const error_code error = value.get_object().get(object))
        return error == simdjson::INCORRECT_TYPE ? mistyped(value, "an object") : wordsOf(error);
    TokenRow row;
    std::string_view name;
    Fields fields(rowKeys);
    for (auto each : object) {
        ondemand::field field;
        if (const error_code error = std::move(each).get(field))
            return wordsOf(error);
        error_code keyError = simdjson::SUCCESS;
        const int key = keyOf(field, rowKeys, m_hint, keyError);
        if (keyError)
            return wordsOf(keyError);
        if (key < 0) {
            if (const error_code error = walk(field.value()))
                return wordsOf(error);
            continue;
        }
        if (!fields.add(key))
            return fieldWords(rowKeys[size_t(key)], QStringLiteral("it is there twice"));
        if (const Words words = readRowField(key, field.value(), row, name); !words.isEmpty())
            return fieldWords(rowKeys[size_t(key)], words);
    }
    if (Words words = fields.missing(requiredOfRow); !words.isEmpty())
        return words;
    if (page.rows == 0)
        page.firstId = row.id;
    if (page.rows >= m_added) {
        m_builder.add(row, name);
        ++m_added;
        nameBytes += qint64(name.size());
    }
    return {};
}

Words PageReader::readRowField(int key, ondemand::value &value, TokenRow &row, std::string_view &name)
{
    switch (key) {
    case 0:
        return readUuid(value, row.id);
    case 1:
        return readText(value, name);
    case 2:
        return readBool(value, row.singleUse);
    case 3: {
        quint64 count = 0;
        Words words = readCount(value, std::numeric_limits<quint32>::max(), count);
        row.useCount = static_cast<quint32>(count);
        return words;
    }
    case 4:
        return readInstant(value, row.createdAt);
    case 5:
        return readInstantOrNull(value, row.expiresAt);
    case 6:
        return readInstantOrNull(value, row.lastUsedAt);
    default:
        return readInstantOrNull(value, row.revokedAt);
    }
}

Words PageReader::readMeta(ondemand::value &value)
{
    ondemand::object meta;
    if (value.get_object().get(meta))
        return wordsOf(walk(value));
    for (auto each : meta) {
        ondemand::field field;
        if (const error_code error = std::move(each).get(field))
            return wordsOf(error);
        static constexpr std::array<std::string_view, 1> keys{"total"};
        size_t hint = 0;
        error_code error = simdjson::SUCCESS;
        const int key = keyOf(field, keys, hint, error);
        bool isNull = true;
        if (!error && key == 0)
            error = field.value().is_null().get(isNull);
        if (!error && isNull)
            error = walk(field.value());
        if (error)
            return wordsOf(error);
        if (isNull)
            continue;
        quint64 total = 0;
        // Row numbers are 32 bits wide (TokenSnapshot).
        if (const Words words = readCount(field.value(), std::numeric_limits<quint32>::max(), total); !words.isEmpty())
            return fieldWords("meta.total", words);
        page.total = qint64(total);
    }
    return {};
}

Words PageReader::readError(ondemand::value &value)
{
    ondemand::object said;
    if (value.get_object().get(said))
        return wordsOf(walk(value));
    for (auto each : said) {
        ondemand::field field;
        if (const error_code error = std::move(each).get(field))
            return wordsOf(error);
        static constexpr std::array<std::string_view, 2> keys{"code", "message"};
        size_t hint = 0;
        error_code error = simdjson::SUCCESS;
        const int key = keyOf(field, keys, hint, error);
        std::string_view text;
        if (!error && (key < 0 || field.value().get_string().get(text)))
            error = walk(field.value());
        if (error)
            return wordsOf(error);
        if (key == 0)
            code = boundedServerText(textOf(text), 100);
        else if (key == 1)
            message = boundedServerText(textOf(text));
    }
    return {};
}

} // namespace tokendesk
