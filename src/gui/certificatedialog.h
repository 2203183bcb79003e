// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/profile.h"
#include "gui/formdialog.h"

namespace Ui {
class CertificateDialog;
}

namespace tokendesk {

/// Shows the certificate that was not accepted and what is wrong with it; for a changed pin, both fingerprints beside
/// each other. Pinning takes two deliberate steps, and nothing but leaving is ever the default.
class CertificateDialog : public FormDialog
{
    Q_OBJECT
public:
    enum class Offer {
        Pin,
        Nothing, ///< it is the sign-in service's, to which a profile's pin does not apply
    };

    /// `error` has a certificate (ErrorKind::Tls or PinChanged).
    CertificateDialog(const Profile &profile, const Error &error, Offer offer, QWidget *parent = nullptr);
    ~CertificateDialog() override;

Q_SIGNALS:
    /// `profile` with this certificate pinned; it is not saved. The dialog closes.
    void trusted(const tokendesk::Profile &profile);

private:
    void describe(const QString &host, bool changed);
    void fillFacts();
    void fillFingerprints(bool changed);
    void offerPin(bool changed, bool offered);
    void pin();

    std::unique_ptr<Ui::CertificateDialog> m_ui;
    Profile m_profile;
    Error m_error;
};

} // namespace tokendesk
