// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>
#include <vector>

namespace tokendesk {

/// One <message> of a Qt Linguist file.
struct TsMessage
{
    QString context;
    QString source;
    QStringList forms; ///< one, or one for each plural form
    bool isPlural = false;
    bool isFinished = true;

    /// "context: source", to name it in a failure.
    [[nodiscard]] QString where() const { return context + QStringLiteral(": ") + source; }
};

/// The messages of translations/tokendesk_<language>.ts in the source folder, or nothing if it cannot be read.
[[nodiscard]] std::optional<std::vector<TsMessage>> readTsFile(const QString &language);

/// Words that are the same in German: nothing can be told from their being English.
[[nodiscard]] const QStringList &wordsSameInGerman();

} // namespace tokendesk
