// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/signin.h"

#include <QTimer>

namespace tokendesk {

/// A sign-in that a test leads by the hand.
class FakeSignIn final : public SignIn
{
public:
    using SignIn::SignIn;

    void start() override { isStarted = true; }
    void cancel() override
    {
        QTimer::singleShot(0, this, [this] { end(Error{.kind = ErrorKind::Cancelled}); });
    }
    [[nodiscard]] QUrl browserUrl() const override { return url; }
    [[nodiscard]] std::optional<DeviceCode> deviceCode() const override { return code; }

    void askBrowser(const QUrl &at, bool opened)
    {
        url = at;
        Q_EMIT browserAsked(opened);
    }
    void giveCode(const DeviceCode &given)
    {
        code = given;
        Q_EMIT codeReady();
    }
    void hearAnswer() { Q_EMIT answerReceived(); }
    void end(const std::optional<Error> &error = {}) { Q_EMIT finished(error); }

    bool isStarted = false;
    QUrl url;
    std::optional<DeviceCode> code;
};

} // namespace tokendesk
