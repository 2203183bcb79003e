// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one set of answers to "list the tokens" that says what is read and what is refused, and with which words.
// Whatever reads a list is held against all of them.
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace tokendesk {

struct GoodBody
{
    const char *what;
    QByteArray body;
    qint64 rows;
    QString firstName; ///< of the first row
};

struct BadBody
{
    const char *what;
    QByteArray body;
    QString detail; ///< "%1" where it names the second row of `body`
};

[[nodiscard]] std::vector<GoodBody> goodBodies();
[[nodiscard]] std::vector<BadBody> badBodies();

/// A row with everything in it.
[[nodiscard]] QByteArray goodRow();
/// The same with one piece replaced.
[[nodiscard]] QByteArray goodRowWith(const char *piece, const QByteArray &instead);
/// An answer with these rows.
[[nodiscard]] QByteArray listOf(const QByteArray &rows, const QByteArray &rest = ",\"error\":null,\"meta\":null");
/// `body` with `count` good rows in front of its first row; unchanged where it does not begin as listOf() does.
[[nodiscard]] QByteArray withRowsInFront(const QByteArray &body, int count);
/// `body` with `count` good rows behind its last row; unchanged where it does not end as listOf() does.
[[nodiscard]] QByteArray withRowsBehind(const QByteArray &body, int count);

} // namespace tokendesk
