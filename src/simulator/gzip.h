// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace tokendesk::simulator {

/// The bytes as one gzip member (RFC 1952). Large ones are packed fast rather than small.
[[nodiscard]] QByteArray gzip(const QByteArray &plain);

/// gzip of `head`, then `repeat` times `piece`, then `tail`, without ever holding it unpacked.
[[nodiscard]] QByteArray gzipRepeated(const QByteArray &head, const QByteArray &piece, qint64 repeat,
                                      const QByteArray &tail);

} // namespace tokendesk::simulator
