// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/token.h"

#include <QByteArray>

namespace tokendesk {

/// The small replies. Errors: Protocol, whose detail names the field, and Server where the envelope says success=false.
/// A field that is there twice counts by its last value (as QJsonDocument has it): here a refusal would lose a secret
/// that cannot be had again.

/// Overwrites `body`, which holds the secret, whatever comes of it; hand in the only reference.
[[nodiscard]] Result<CreatedToken> decodeCreated(QByteArray &body);
/// The answer must speak of `asked`.
[[nodiscard]] Result<Revocation> decodeRevocation(const QByteArray &body, const QUuid &asked);
[[nodiscard]] Result<Organization> decodeOrganization(const QByteArray &body);

} // namespace tokendesk
