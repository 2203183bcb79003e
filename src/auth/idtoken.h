// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArrayView>

namespace tokendesk {

/// Who is signed in, as the provider says it: hostile until escaped (core/safetext.h).
struct Identity
{
    QString subject; ///< never empty after a check
    QString name;    ///< "name", else "preferred_username"; may be empty
    QString email;   ///< may be empty

    friend bool operator==(const Identity &, const Identity &) = default;
};

struct IdTokenRules
{
    QString issuer;
    QString clientId;
    QByteArray nonce{}; ///< empty: none was sent (device flow, refresh)
    QString subject{};  ///< not empty: it has to be this one (refresh, OpenID Connect Core 12.2)
    qint64 nowMs = 0;   ///< the provider's clock, milliseconds since the epoch, UTC
    qint64 toleranceMs = 60'000;
};

/// Pure. Checks what OpenID Connect Core 1.0 section 3.1.3.7 asks for, but for the signature: the token must come
/// straight from the token endpoint over TLS (item 6). One that is unsigned is refused all the same. SignInMismatch
/// with the name of the claim; never with its value.
[[nodiscard]] Result<Identity> checkIdToken(QByteArrayView token, const IdTokenRules &rules);

} // namespace tokendesk
