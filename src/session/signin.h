// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QObject>
#include <QUrl>

#include <memory>
#include <optional>

namespace tokendesk {

/// One attempt to sign a profile in, as a dialog sees it. One use; to try again make another one. Destroying it ends it
/// without a word. When it succeeds, the session is open with the profile.
///
/// Threads: gui thread. Signals come from the event loop, never from inside a call.
class SignIn : public QObject
{
    Q_OBJECT
public:
    /// What the person enters on another device (RFC 8628). From the provider: `userCode` is hostile until escaped, the
    /// addresses are https (or this machine's).
    struct DeviceCode
    {
        QString userCode;
        QUrl verificationUri;
        QUrl verificationUriComplete; ///< with the code in it; empty where it is not offered
        qint64 expiresAtMs = 0;       ///< this machine's clock, milliseconds since the epoch, UTC
    };

    using QObject::QObject;

    virtual void start() = 0;
    /// The person gave up: finished() with ErrorKind::Cancelled. Nothing once it has ended.
    virtual void cancel() = 0;
    /// Browser: where it was sent, for a person who carries it there by hand; empty before browserAsked(). It may be
    /// shown and copied, but not logged.
    [[nodiscard]] virtual QUrl browserUrl() const = 0;
    /// DeviceCode: nothing before codeReady().
    [[nodiscard]] virtual std::optional<DeviceCode> deviceCode() const = 0;

Q_SIGNALS:
    /// The browser was asked to show the provider's page; `opened` is false where there is none.
    void browserAsked(bool opened);
    /// The person is through, and tokens are being fetched.
    void answerReceived();
    void codeReady();
    /// Once, at the end. No error: signed in, and the session is open; whether secrets are in the keychain says
    /// Connector::signInStatus().
    void finished(const std::optional<tokendesk::Error> &error);
};

} // namespace tokendesk
