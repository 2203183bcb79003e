// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace tokendesk {

/// Why a certificate was not accepted, in the order in which a person is told.
enum class CertificateProblem {
    OtherHost,     ///< it does not name the host that was asked
    Expired,       ///< this machine's clock is beyond its end
    NotYetValid,   ///< this machine's clock is before its beginning
    SelfSigned,    ///< it vouches for itself
    UnknownIssuer, ///< no authority that is trusted here vouches for it
    Other,         ///< revoked, too weak, not for servers, a broken chain: Error::detail says it in English
};

/// What a server's certificate says about itself, and what is wrong with it. All texts and names come from the server
/// and are hostile until escaped (core/safetext.h); they are bounded by the reader (transport/certificatereader.h).
struct CertificateFacts
{
    QString subject{};                          ///< "CN=…, O=…", separators inside values escaped by a backslash
    QString issuer{};                           ///< likewise
    QStringList names{};                        ///< subject alternative names: DNS names, then IP addresses
    qint64 validFromMs = 0;                     ///< ms since epoch, UTC; 0: it does not say
    qint64 validUntilMs = 0;                    ///< ms since epoch, UTC; 0: it does not say
    QByteArray sha256{};                        ///< of the DER, 32 bytes
    bool selfSigned = false;                    ///< issuer and subject are the same
    std::vector<CertificateProblem> problems{}; ///< ascending, each once; empty: nothing was found wrong

    friend bool operator==(const CertificateFacts &, const CertificateFacts &) = default;
};

using CertificateFactsPtr = std::shared_ptr<const CertificateFacts>;

/// "AB:CD:…" for a person to compare.
[[nodiscard]] QString fingerprintText(const QByteArray &sha256);

/// One sentence, translated; names and dates of the certificate in it are already harmless.
[[nodiscard]] QString certificateProblemText(CertificateProblem problem, const CertificateFacts &facts);

} // namespace tokendesk
