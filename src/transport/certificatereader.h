// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certificatefacts.h"

#include <QList>
#include <QSslError>

namespace tokendesk {

/// The SHA-256 of the DER of a certificate, 32 bytes; empty for none.
[[nodiscard]] QByteArray fingerprintOf(const QSslCertificate &certificate);

/// What `leaf`, the server's own certificate, says about itself, bounded to what a person could read; with the problems
/// that `errors` of its handshake tell. Null without a certificate.
[[nodiscard]] CertificateFactsPtr certificateFacts(const QSslCertificate &leaf, const QList<QSslError> &errors);

} // namespace tokendesk
