// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/tokensnapshot.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace tokendesk {

/// What a page of the list says besides its rows.
struct ListPage
{
    qint64 rows = 0;
    QUuid firstId;
    std::optional<qint64> total; ///< meta.total
};

/// Reads the list of tokens (docs/api, listProvisioningTokens) with simdjson On-Demand, checking everything to the end
/// of the document. Keeps its memory between calls: half a megabyte, for a long list is read in windows.
///
/// Unknown fields are read over. A required field that is missing, mistyped or impossible is an error whose detail
/// names it: "row 3, field created_at: the time has no zone". A field that is there twice is an error as well: readers
/// differ on which one counts (RFC 8259 section 4), and what is shown must be what everyone else sees.
///
/// Any thread, one at a time.
class TokenListDecoder
{
public:
    TokenListDecoder();
    ~TokenListDecoder();
    TokenListDecoder(const TokenListDecoder &) = delete;
    TokenListDecoder &operator=(const TokenListDecoder &) = delete;

    /// Appends the rows of one page to `builder`; after an error it holds some of them and is of no use. Rows are
    /// counted from `rowsBefore` + 1 in error texts. Room behind the end of `body` is made where it is missing; what it
    /// holds afterwards is of no use, for a long one is written over while it is read.
    /// Errors: Protocol, and Server where the envelope says success=false.
    [[nodiscard]] Result<ListPage> decode(QByteArray &body, qint64 rowsBefore, TokenSnapshotBuilder &builder);

private:
    class Parser;
    std::unique_ptr<Parser> m_parser;
};

} // namespace tokendesk
