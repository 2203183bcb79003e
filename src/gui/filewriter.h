// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QObject;

namespace tokendesk {

/// What became of writing a file.
struct WrittenFile
{
    QString path;
    QString error; ///< the system's words; empty where it was written

    [[nodiscard]] bool worked() const { return error.isEmpty(); }
    /// For the person, translated: where it is, or why it is not.
    [[nodiscard]] QString sentence() const;
};

/// Writes what `make` returns, on a thread of its own, both: the gui thread does not wait. An empty result is a failure.
/// All or nothing: a failure leaves the file that was there before, or none. `done` runs once on the gui thread, unless
/// `context` is gone.
void writeFile(const QString &path, std::function<QByteArray()> make, QObject *context,
               std::function<void(const WrittenFile &)> done);

} // namespace tokendesk
