// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace tokendesk {

/// Writes the file whole or not at all: what was at `path` before stays until all bytes are on the disk, and on failure
/// nothing is left behind. ErrorKind::FileNotWritten. Waits for the disk: never on the gui thread.
[[nodiscard]] Result<void> writeWhole(const QString &path, const QByteArray &bytes);

} // namespace tokendesk
