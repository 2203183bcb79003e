// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/codeflow.h"
#include "auth/deviceflow.h"
#include "session/providerlink.h"
#include "session/signin.h"

namespace tokendesk {

/// A sign-in over the flow that the profile names. What comes of one that was cancelled or destroyed is dropped.
class FlowSignIn final : public SignIn
{
    Q_OBJECT
public:
    /// Fetches what the way to the provider needs; calls back once, or not at all once this object is gone.
    using Prepare = std::function<void(QObject *context, std::function<void(Result<void>)> ready)>;
    /// Takes what the provider gave and opens the session with it.
    using Accept = std::function<Result<void>(Grant grant)>;

    FlowSignIn(std::shared_ptr<ProviderLink> link, SignInMethod method, Prepare prepare, Accept accept);
    ~FlowSignIn() override;

    void start() override;
    void cancel() override;
    [[nodiscard]] QUrl browserUrl() const override;
    [[nodiscard]] std::optional<DeviceCode> deviceCode() const override;

private:
    void begin();
    void flowEnded(Result<Grant> grant);
    void end(std::optional<Error> error);

    const std::shared_ptr<ProviderLink> m_link;
    const SignInMethod m_method;
    const Prepare m_prepare;
    const Accept m_accept;
    std::unique_ptr<CodeFlow> m_code;
    std::unique_ptr<DeviceFlow> m_device;
    bool m_ended = false;
};

} // namespace tokendesk
