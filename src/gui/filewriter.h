// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QObject;

namespace tokendesk {

/// Writes what `make` returns, on a thread of its own, both: the gui thread does not wait. All or nothing: a failure
/// leaves the file that was there before, or none. `said` runs once on the gui thread, unless `context` is gone, with a
/// sentence for the person: where the file is, or why it is not.
void writeFile(const QString &path, std::function<QByteArray()> make, QObject *context,
               std::function<void(const QString &sentence, bool written)> said);

} // namespace tokendesk
