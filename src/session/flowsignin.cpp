// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/flowsignin.h"

namespace tokendesk {

FlowSignIn::FlowSignIn(std::shared_ptr<ProviderLink> link, SignInMethod method, Prepare prepare, Accept accept)
    : m_link(std::move(link)), m_method(method), m_prepare(std::move(prepare)), m_accept(std::move(accept))
{}

FlowSignIn::~FlowSignIn() = default;

void FlowSignIn::start()
{
    m_prepare(this, [this](const Result<void> &ready) {
        if (m_ended)
            return;
        if (!ready)
            end(ready.error());
        else
            begin();
    });
}

void FlowSignIn::begin()
{
    const auto done = [this](Result<Grant> grant) { flowEnded(std::move(grant)); };
    if (m_method == SignInMethod::DeviceCode) {
        m_device = std::make_unique<DeviceFlow>(m_link->client, done);
        connect(m_device.get(), &DeviceFlow::codeReady, this, &SignIn::codeReady);
        m_device->start();
    } else {
        m_code = std::make_unique<CodeFlow>(m_link->client, CodeFlow::Options{}, done);
        connect(m_code.get(), &CodeFlow::browserAsked, this, &SignIn::browserAsked);
        connect(m_code.get(), &CodeFlow::codeReceived, this, &SignIn::answerReceived);
        m_code->start();
    }
}

void FlowSignIn::cancel()
{
    end(Error{.kind = ErrorKind::Cancelled});
}

void FlowSignIn::flowEnded(Result<Grant> grant)
{
    if (m_ended) // nobody wants it any more
        return;
    if (!grant)
        return end(grant.error());
    const QPointer guard(this);
    const Result<void> accepted = m_accept(*std::move(grant)); // announces an open session
    if (guard)
        end(accepted ? std::nullopt : std::optional(accepted.error()));
}

void FlowSignIn::end(std::optional<Error> error)
{
    if (std::exchange(m_ended, true))
        return;
    if (m_code)
        m_code->cancel();
    if (m_device)
        m_device->cancel();
    QMetaObject::invokeMethod(
        this, [this, error = std::move(error)] { Q_EMIT finished(error); }, Qt::QueuedConnection);
}

QUrl FlowSignIn::browserUrl() const
{
    return m_code ? m_code->authorizationUrl() : QUrl();
}

std::optional<SignIn::DeviceCode> FlowSignIn::deviceCode() const
{
    const DeviceAuthorization *device = m_device ? m_device->device() : nullptr;
    if (!device)
        return std::nullopt;
    return DeviceCode{device->userCode, device->verificationUri, device->verificationUriComplete, device->expiresAtMs};
}

} // namespace tokendesk
