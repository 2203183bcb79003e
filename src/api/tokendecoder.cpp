// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/tokendecoder.h"

#include "api/pagereader.h"

#include <algorithm>

namespace tokendesk {

using namespace strictjson;
using simdjson::error_code;

/// A name for simdjson's type that the header can mention.
class TokenListDecoder::Parser : public ondemand::parser
{};

namespace {

/// On-Demand notes every bracket, comma and text of a document before it reads the first value. A long list is read in
/// pieces of this size instead, as many documents: the notes stay in the processor's cache, and what is kept from one
/// list to the next is small.
constexpr qsizetype windowBytes = 256 * 1024;
/// In front of the rows there is little to say; what has more is read in one piece.
constexpr qsizetype longestHead = 4096;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The last comma in [from, to) between two rows, as far as bytes tell, or -1. The same may stand in a text or in a
/// list within a row; then what is in front of it is no complete document, and reading finds out.
qsizetype lastCutIn(const QByteArray &body, qsizetype from, qsizetype to)
{
    for (qsizetype comma = to - 1; comma > from; --comma) {
        if (body[comma] != ',')
            continue;
        qsizetype before = comma - 1;
        while (before > from && isBlank(body[before]))
            --before;
        qsizetype behind = comma + 1;
        while (behind < to && isBlank(body[behind]))
            ++behind;
        if (body[before] == '}' && behind < to && body[behind] == '{')
            return comma;
    }
    return -1;
}

simdjson::padded_string_view piece(QByteArray &body, qsizetype from, qsizetype to)
{
    const simdjson::padded_string_view whole = padded(body);
    return simdjson::padded_string_view(whole.data() + from, static_cast<size_t>(to - from),
                                        whole.capacity() - static_cast<size_t>(from));
}

Words readEnvelope(ondemand::parser &parser, const simdjson::padded_string_view &json, PageReader &reader)
{
    ondemand::document document;
    if (const error_code error = parser.iterate(json).get(document))
        return wordsOf(error);
    ondemand::object envelope;
    if (const error_code error = document.get_object().get(envelope))
        return error == simdjson::INCORRECT_TYPE ? QStringLiteral("the answer is not an object") : wordsOf(error);
    if (Words words = reader.read(envelope); !words.isEmpty())
        return words;
    return isAtEnd(document) ? Words() : QStringLiteral("something follows the end of the answer");
}

/// Whether all of it are rows and nothing else.
bool readWindow(ondemand::parser &parser, const simdjson::padded_string_view &json, PageReader &reader)
{
    ondemand::document document;
    ondemand::array rows;
    return !parser.iterate(json).get(document) && !document.get_array().get(rows) && reader.readRows(rows).isEmpty() &&
           isAtEnd(document);
}

/// Where the first row begins if the first bracket opens `data`; 0 if not, or if the rows cannot be taken out.
qsizetype headLength(ondemand::parser &parser, const QByteArray &body)
{
    const qsizetype length = body.left(longestHead).indexOf('[') + 1;
    if (length == 0)
        return 0;
    QByteArray empty = body.left(length) + "]}";
    TokenSnapshotBuilder none;
    PageReader reader(0, none);
    return readEnvelope(parser, padded(empty), reader).isEmpty() && reader.hasRows() ? length : 0;
}

/// Reads rows as long as there is more than a window of them. What is left is the answer from the returned offset on,
/// where a copy of the head stands before the rows that were not read. A window that is not good is left to that.
qsizetype readWindows(ondemand::parser &parser, QByteArray &body, PageReader &reader, TokenSnapshotBuilder &builder)
{
    const QByteArray head = body.left(headLength(parser, body));
    const quint32 rowsBefore = builder.rowsSoFar();
    qsizetype first = head.size();
    while (first > 0 && body.size() - first > windowBytes) {
        const qsizetype cut = lastCutIn(body, first, first + windowBytes);
        if (cut < 0)
            break;
        // A document of its own, "[row,row]": brackets in the place of the commas at both ends.
        body[first - 1] = '[';
        body[cut] = ']';
        const qint64 rows = reader.page.rows;
        if (!readWindow(parser, piece(body, first - 1, cut + 1), reader)) {
            body[cut] = ',';
            reader.page.rows = rows; // they come again
            break;
        }
        if (rowsBefore == 0 && rows == 0) {
            // What is to come, by what came. Growing instead would hold the rows twice for a while.
            const double windows = 1.02 * double(body.size()) / double(cut - first);
            builder.reserve(qsizetype(windows * double(reader.page.rows)),
                            qsizetype(windows * double(reader.nameBytes)));
        }
        first = cut + 1;
    }
    std::copy(head.begin(), head.end(), body.begin() + (first - head.size()));
    return first - head.size();
}

} // namespace

TokenListDecoder::TokenListDecoder() = default;

TokenListDecoder::~TokenListDecoder() = default;

Result<ListPage> TokenListDecoder::decode(QByteArray &body, qint64 rowsBefore, TokenSnapshotBuilder &builder)
{
    if (!m_parser)
        m_parser = std::make_unique<Parser>();
    PageReader reader(rowsBefore, builder);
    const qsizetype at = body.size() > windowBytes ? readWindows(*m_parser, body, reader, builder) : 0;
    const Words words = readEnvelope(*m_parser, piece(body, at, body.size()), reader);
    // Its tables are several times the size of what it read in one piece.
    if (body.size() - at > 2 * windowBytes)
        m_parser.reset();
    if (!words.isEmpty())
        return failure({.kind = ErrorKind::Protocol, .detail = words});
    if (!reader.success)
        return failure({.kind = ErrorKind::Server, .serverCode = reader.code, .serverMessage = reader.message});
    return reader.page;
}

} // namespace tokendesk
