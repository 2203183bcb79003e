// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/oidcclient.h"

#include <QTimer>

namespace tokendesk {

/// One sign-in with a code that the person enters on another device (RFC 8628). One use; destroying it ends it without
/// a word. Ends in SignInDenied, SignInTimeout (the code expired), SignInRefused, Cancelled, or what the network gave
/// before there was a code; once there is one, a network that fails is tried again until the code expires.
///
/// Threads: one. `done` runs once, from the event loop.
class DeviceFlow : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<Grant>)>;

    /// `client` outlives this object.
    DeviceFlow(OidcClient &client, Done done, QObject *parent = nullptr);

    void start();
    /// The person gave up: ErrorKind::Cancelled. Nothing once it has ended.
    void cancel();

    /// What to show; nullptr before `codeReady`. Count down to its expiresAtMs by the clock of the client's world.
    [[nodiscard]] const DeviceAuthorization *device() const { return m_device ? &*m_device : nullptr; }
    /// How long from one question to the next; grows when the provider asks for it or the network fails.
    [[nodiscard]] std::chrono::milliseconds interval() const { return m_interval; }

Q_SIGNALS:
    void codeReady();

private:
    void waitAndPoll();
    void poll();
    void heard(Result<Grant> answer);
    void end(Result<Grant> result);

    OidcClient &m_client;
    Done m_done;
    std::optional<DeviceAuthorization> m_device;
    std::chrono::milliseconds m_interval{0};
    QTimer m_timer;
    bool m_ended = false;
};

} // namespace tokendesk
