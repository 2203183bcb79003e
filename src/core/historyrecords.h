// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit.h"

#include <QSet>
#include <QString>
#include <QUuid>

#include <utility>

namespace tokendesk {

/// "Somebody has gone through the list", dated.
struct Review
{
    qint64 serverMs = 0; ///< milliseconds since the epoch, UTC, the server's clock
    qint64 localMs = 0;  ///< this machine's clock
    QString note;        ///< the person's own words; may be empty

    friend bool operator==(const Review &, const Review &) = default;
};

inline size_t qHash(FindingRule rule, size_t seed = 0) noexcept
{
    return ::qHash(static_cast<uint>(rule), seed);
}

/// What a person does not want to be shown again: this rule, on this token.
using HiddenFindings = QSet<std::pair<QUuid, FindingRule>>;

/// What is wrong with a history, and what that means for the person. Translated.
struct HistoryProblem
{
    QString headline;    ///< one short sentence
    QString explanation; ///< one or two sentences

    friend bool operator==(const HistoryProblem &, const HistoryProblem &) = default;
};

} // namespace tokendesk
