// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/signinconfig.h"
#include "core/secret.h"

namespace tokendesk {

/// 43 characters of base64url from 32 random bytes: a code verifier (RFC 7636 section 4.1), a state, a nonce.
[[nodiscard]] Secret randomToken(const RandomSource &random);

/// BASE64URL(SHA256(verifier)), RFC 7636 section 4.2.
[[nodiscard]] QByteArray challengeS256(const Secret &verifier);

} // namespace tokendesk
