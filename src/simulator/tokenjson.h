// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/organization.h"

#include <QJsonObject>

namespace tokendesk::simulator {

/// "2024-01-15T10:30:00Z", or null for `never`.
[[nodiscard]] QJsonValue instantJson(qint64 msSinceEpoch);
[[nodiscard]] QJsonObject rowJson(const Row &row);

/// Rows newest first, from `offset`, at most `limit` of them, appended as a JSON array. Written by hand: a million
/// QJsonObjects would cost seconds and gigabytes.
void appendRows(QByteArray &to, const std::vector<Row> &oldestFirst, qint64 offset, qint64 limit);

/// A row as a test writes it: what is missing gets a sensible value (a new id, created now, never used).
/// Refuses unknown fields and values of the wrong type, so that a typing mistake in a test is not silent.
[[nodiscard]] Outcome<Row> rowFromJson(const QJsonObject &json, qint64 now);

} // namespace tokendesk::simulator
