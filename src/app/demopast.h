// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QByteArray>
#include <QString>

namespace tokendesk {

/// Writes what the demo server tells of its past (docs/simulator.md, /control/past) as the history in the file `path`,
/// one look after the other, as if this program had been there. What it cannot read it leaves out. Takes a while: not
/// for the gui thread.
void recordDemoPast(const QByteArray &json, const QString &path, const Clock &clock);

} // namespace tokendesk
