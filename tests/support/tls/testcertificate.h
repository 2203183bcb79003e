// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/certificate.h"

#include <QSslCertificate>
#include <QSslConfiguration>

namespace tokendesk {

/// A certificate with its key, as a server inside the test shows it.
class TestCertificate
{
public:
    /// By itself or by an authority, by `wish`; by the same authority as `sibling` where there is one.
    explicit TestCertificate(const simulator::CertificateWish &wish = {}, const TestCertificate *sibling = nullptr);

    [[nodiscard]] QSslConfiguration configuration() const;
    [[nodiscard]] QSslCertificate certificate() const { return QSslCertificate(m_made.certificate); }
    [[nodiscard]] QByteArray sha256() const;
    /// PEM; empty for one that is by itself.
    [[nodiscard]] QByteArray authority() const { return m_made.authority; }

private:
    simulator::Certificate m_made;
};

} // namespace tokendesk
