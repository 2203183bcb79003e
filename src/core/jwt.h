// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/token.h"

#include <QByteArrayView>
#include <QJsonObject>

#include <tl/expected.hpp>

namespace tokendesk {

enum class JwtError {
    TooLarge,  ///< longer than maxJwtBytes
    Encrypted, ///< a JWE (five parts)
    Malformed, ///< not three parts, not strict base64url, or not a JSON object in it
};

inline constexpr qsizetype maxJwtBytes = 64 * 1024;

/// What a signed JWT says of itself (RFC 7519 over RFC 7515 compact serialization). Nothing is verified here.
struct Jwt
{
    QJsonObject header;
    QJsonObject claims;
    bool isSigned = false; ///< has a signature, and a header that does not say "none"
};

/// Pure and bounded; says nothing of the content in an error. Base64url is taken strictly: no padding, no white space,
/// no stray bits at the end (RFC 7515 appendix C, RFC 4648 section 3.5), so that one token has one spelling.
[[nodiscard]] tl::expected<Jwt, JwtError> parseJwt(QByteArrayView token);

/// A NumericDate (RFC 7519 section 2: seconds since the epoch, perhaps with a fraction) in milliseconds since the
/// epoch, UTC; noInstant where it is none or so far away that it says nothing.
[[nodiscard]] qint64 numericDate(const QJsonValue &value);

} // namespace tokendesk
