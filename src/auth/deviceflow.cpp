// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/deviceflow.h"

namespace tokendesk {

using namespace std::chrono_literals;

DeviceFlow::DeviceFlow(OidcClient &client, Done done, QObject *parent)
    : QObject(parent), m_client(client), m_done(std::move(done))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DeviceFlow::poll);
}

void DeviceFlow::start()
{
    m_client.authorizeDevice(this, [this](Result<DeviceAuthorization> device) {
        if (m_ended)
            return;
        if (!device)
            return end(failure(device.error()));
        m_device = *std::move(device);
        m_interval = m_device->interval;
        waitAndPoll();
        Q_EMIT codeReady();
    });
}

void DeviceFlow::waitAndPoll()
{
    const std::chrono::milliseconds left(m_device->expiresAtMs - m_client.world().clock->nowMs());
    // Once more at the very end: the person may have been faster than the last question.
    m_timer.start(std::clamp(left, 0ms, m_interval));
}

void DeviceFlow::poll()
{
    auto fields = std::make_shared<FormFields>();
    fields->add("grant_type", QStringLiteral("urn:ietf:params:oauth:grant-type:device_code"))
        .add("device_code", m_device->deviceCode);
    const bool wantsIdentity = m_client.config().scopes.split(QLatin1Char(' ')).contains(QLatin1String("openid"));
    m_client.requestGrant(fields, {.isRequired = wantsIdentity}, this,
                          [this](Result<Grant> answer) { heard(std::move(answer)); });
}

void DeviceFlow::heard(Result<Grant> answer)
{
    if (m_ended)
        return;
    if (answer)
        return end(std::move(answer));
    const Error &error = answer.error();
    switch (error.kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Server:
        m_interval = std::min<std::chrono::milliseconds>(m_interval * 2, 60s); // RFC 8628 section 3.5
        break;
    case ErrorKind::RateLimited:
        m_interval += 5s; // RFC 8628 section 3.5, slow_down
        m_interval = std::max(m_interval, std::chrono::milliseconds(error.retryAfterMs.value_or(0)));
        break;
    default:
        if (error.serverCode != QLatin1String("authorization_pending"))
            return end(std::move(answer));
    }
    if (m_client.world().clock->nowMs() >= m_device->expiresAtMs)
        return end(failure({.kind = ErrorKind::SignInTimeout}));
    waitAndPoll();
}

void DeviceFlow::cancel()
{
    end(failure({.kind = ErrorKind::Cancelled}));
}

void DeviceFlow::end(Result<Grant> result)
{
    if (m_ended)
        return;
    m_ended = true;
    m_timer.stop();
    auto kept = std::make_shared<Result<Grant>>(std::move(result));
    QMetaObject::invokeMethod(
        this,
        [this, kept] {
            const Done done = std::move(m_done);
            done(std::move(*kept)); // may destroy this object
        },
        Qt::QueuedConnection);
}

} // namespace tokendesk
