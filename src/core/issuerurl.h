// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QUrl>

namespace tokendesk {

enum class IssuerError {
    Empty,
    Blanks,    ///< around or inside it: they would be part of the name that is compared
    Malformed, ///< no scheme, no host
    Parts,     ///< a user, a query or a fragment
    ClearText, ///< neither https nor http to this machine
};

/// What may name an OpenID Connect provider (OpenID Connect Discovery 1.0 section 3, "issuer"). Nothing is trimmed or
/// completed: it is compared letter by letter with what the provider calls itself.
[[nodiscard]] tl::expected<QUrl, IssuerError> checkIssuer(const QString &issuer);
/// One sentence and what to do, translated.
[[nodiscard]] QString issuerErrorText(IssuerError error);

} // namespace tokendesk
