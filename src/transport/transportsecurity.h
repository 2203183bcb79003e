// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/trust.h"

#include <QSslConfiguration>

namespace tokendesk {

/// A connection's trust as Qt understands it. Reads the authority's file and the system's store: not on the gui
/// thread. ErrorKind::AuthorityFile where that file cannot be used.
///
/// Pinned: a configuration that trusts nobody at all, so that every handshake asks CertificateJudge, and without
/// resumed sessions, which skip that question.
[[nodiscard]] Result<QSslConfiguration> sslConfigurationFor(const Trust &trust);

} // namespace tokendesk
