// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace tokendesk::simulator {

struct CertificateWish
{
    QString host{}; ///< the only name; empty: localhost, 127.0.0.1 and ::1
    bool expired = false;
    bool byAuthority = false; ///< issued by an authority of its own instead of by itself
    bool notYetValid = false;
    QString commonName{}; ///< empty: the first name
};

/// PEM texts, made anew each time with fresh P-256 keys.
struct Certificate
{
    QByteArray certificate;
    QByteArray key;
    QByteArray authority; ///< empty for a self-signed one
    QByteArray authorityKey;
};

/// `sameAuthority`: for `byAuthority`, issued by the one that issued this one. Empty when OpenSSL fails.
[[nodiscard]] std::optional<Certificate> makeCertificate(const CertificateWish &wish,
                                                         const Certificate *sameAuthority = nullptr);

} // namespace tokendesk::simulator
