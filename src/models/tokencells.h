// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokensnapshot.h"
#include "core/tokenstatus.h"
#include "models/tokentablemodel.h"

#include <QLocale>

namespace tokendesk {

/// What one cell says, in each of its voices. All text from the server is made harmless here (core/safetext.h).
/// Instants are milliseconds since the epoch, UTC; `now` is the server's clock.
struct TokenCell
{
    const TokenSnapshot &tokens;
    quint32 row;
    TokenState state;
    qint64 now;

    /// Short, for the table: "3 days ago".
    [[nodiscard]] QString text(TokenTableModel::Column column, const QLocale &locale) const;
    /// Plain text for the tooltip; more than the cell has room for: exact local and UTC time, the whole name.
    [[nodiscard]] QString explanation(TokenTableModel::Column column, const QLocale &locale) const;
    /// What a screen reader says.
    [[nodiscard]] QString spoken(TokenTableModel::Column column, const QLocale &locale) const;
    /// For other programs: instants as RFC 3339 in UTC, numbers without grouping, nothing for never. Harmless in a
    /// spreadsheet: a text that would be a formula there is prefixed with an apostrophe (OWASP, CSV injection).
    [[nodiscard]] QString exported(TokenTableModel::Column column) const;
};

/// "Single use" or "Reusable", translated.
[[nodiscard]] QString kindWord(bool singleUse);
/// Every word a cell of this column can show, where they are few: states, kinds. Nothing for other columns.
[[nodiscard]] QStringList cellWords(TokenTableModel::Column column);

} // namespace tokendesk
