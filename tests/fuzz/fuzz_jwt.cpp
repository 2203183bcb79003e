// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/idtoken.h"
#include "core/accesstoken.h"
#include "core/jwt.h"

#include <cstdlib>

using namespace tokendesk;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

void look(const QByteArray &token)
{
    const auto jwt = parseJwt(token);
    const IdTokenRules rules{.issuer = QStringLiteral("https://id.example"),
                             .clientId = QStringLiteral("tokendesk"),
                             .nonce = "n",
                             .nowMs = 1772366400000};
    const Result<Identity> identity = checkIdToken(token, rules);
    if (identity) {
        require(jwt && jwt->isSigned);
        require(!identity->subject.isEmpty() && identity->subject.size() <= 256);
        require(jwt->claims.value(QLatin1String("iss")).toString() == rules.issuer);
        require(jwt->claims.value(QLatin1String("nonce")).toString() == QLatin1String("n"));
    } else {
        require(identity.error().kind == ErrorKind::SignInMismatch);
        require(identity.error().detail.size() < 100 && identity.error().serverMessage.isEmpty());
    }
    if (jwt) {
        // One token, one spelling: any other bytes of the same meaning are refused.
        require(!parseJwt(token + '=') && !parseJwt(' ' + token));
        require(token.size() <= maxJwtBytes);
    }
    (void)checkAccessToken(Secret(token), rules.nowMs);
}

} // namespace

/// As a token, and as the claims of a token that is well formed otherwise: behind base64 the fuzzer would see no JSON.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    look(bytes);
    look("eyJhbGciOiJSUzI1NiJ9." + bytes.toBase64(base64Url) + ".c2ln");
    return 0;
}
