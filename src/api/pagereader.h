// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Only for .cpp files of this room: simdjson.h is long.

#include "api/strictjson.h"
#include "api/tokendecoder.h"

namespace tokendesk {

/// Reads one page of the list out of parsed JSON, strictly, and adds its rows to a builder. For use by
/// TokenListDecoder, which says what is refused.
class PageReader
{
public:
    using Words = strictjson::Words;

    PageReader(qint64 rowsBefore, TokenSnapshotBuilder &builder) : m_rowsBefore(rowsBefore), m_builder(builder) {}

    /// The whole answer. Words where it is refused; nothing where it is read, or says success=false.
    [[nodiscard]] Words read(strictjson::ondemand::object envelope);
    /// Rows of `data`, whose other rows come before and after: with read() they count as one list.
    [[nodiscard]] Words readRows(strictjson::ondemand::array rows);
    /// An answer has `data`, and it is a list.
    [[nodiscard]] bool hasRows() const { return m_hasData && m_dataWords.isEmpty(); }

    /// Its `rows` may be set back, to read rows once more; they are not added again.
    ListPage page;
    qint64 nameBytes = 0;
    bool success = false;
    QString code;
    QString message;

private:
    [[nodiscard]] Words readField(int key, strictjson::ondemand::value value);
    [[nodiscard]] Words readData(strictjson::ondemand::value &value);
    [[nodiscard]] Words readRow(strictjson::ondemand::value &value);
    [[nodiscard]] Words readRowField(int key, strictjson::ondemand::value &value, TokenRow &row,
                                     std::string_view &name);
    [[nodiscard]] Words readMeta(strictjson::ondemand::value &value);
    [[nodiscard]] Words readError(strictjson::ondemand::value &value);

    const qint64 m_rowsBefore;
    TokenSnapshotBuilder &m_builder;
    qint64 m_added = 0;
    size_t m_hint = 0;
    Words m_dataWords; ///< why `data` is no list; counts only where the server claims success
    bool m_hasData = false;
};

} // namespace tokendesk
