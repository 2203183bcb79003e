// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QByteArrayView>

namespace tokendesk {

/// The parameters of a redirect back to us (RFC 6749 sections 4.1.2 and 4.1.2.1, RFC 9207).
struct AuthorizationAnswer
{
    Secret code;
    Secret state;
    QString issuer; ///< "iss"; empty where it is missing
    QString error;
    QString errorDescription;

    /// Carries nothing that an answer carries: a port scan, a person who typed the address.
    [[nodiscard]] bool isEmpty() const { return code.isEmpty() && state.isEmpty() && error.isEmpty(); }
};

/// Pure: application/x-www-form-urlencoded. Nothing where a percent sign has no two hexadecimal digits behind it, a
/// value is no UTF-8, or one of these parameters comes twice (RFC 6749 section 3.1).
[[nodiscard]] std::optional<AuthorizationAnswer> parseAuthorizationAnswer(QByteArrayView query);

struct AnswerRules
{
    QByteArrayView state;
    QString issuer;
    bool issuerRequired = false; ///< the provider promises "iss" (ProviderMetadata::promisesIssuer)
};

/// The code, or why there is none. State and issuer are looked at before anything else, an error included: what does
/// not belong to this sign-in is SignInMismatch, whatever it says. The state is compared in constant time.
[[nodiscard]] Result<Secret> takeCode(AuthorizationAnswer answer, const AnswerRules &rules);

} // namespace tokendesk
