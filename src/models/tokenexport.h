// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokensnapshot.h"
#include "core/tokenstatus.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace tokendesk {

/// The table as it is shown, to be taken elsewhere, and where it is from. The texts are as the server or the person
/// wrote them; what is made of them here is harmless.
struct TokenExport
{
    QString organization;
    QString profile;
    QString server;
    QString filter; ///< in words, as the person sees it; empty: all tokens
    qint64 now = 0; ///< milliseconds since the epoch, UTC, the server's clock
    qint64 horizonMs = defaultExpiryHorizonMs;
    TokenSnapshotPtr tokens = std::make_shared<TokenSnapshot>(); ///< never null
    std::vector<quint32> rows;                                   ///< of `tokens`, in the order shown
};

/// RFC 4180 in UTF-8 with a byte order mark (a spreadsheet takes it for Latin-1 without one), every cell quoted, and
/// none that a spreadsheet would compute: one that begins with = + - @ (also full-width), TAB, CR or LF gets an
/// apostrophe in front (OWASP, CSV injection). Columns and words are the contract's (docs/api), whatever the language,
/// so that the same tokens make the same bytes; instants in RFC 3339, UTC; nothing for null. Control and format
/// characters in names are visible escapes. Any thread.
[[nodiscard]] QByteArray tokensAsCsv(const TokenExport &what);

/// An object that says where it is from, with an array `tokens` of the contract's fields and `state`. Names are exact:
/// characters that are not harmless to look at are written as \uXXXX. UTF-8. Any thread.
[[nodiscard]] QByteArray tokensAsJson(const TokenExport &what);

/// One cell of a CSV file, quoted and harmless in a spreadsheet.
[[nodiscard]] QString csvCell(const QString &text);

/// Lower-case hexadecimal SHA-256.
[[nodiscard]] QString sha256Text(const QByteArray &bytes);

} // namespace tokendesk
