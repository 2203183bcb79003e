// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/callbackpage.h"
#include "auth/callbackrequest.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

class QTcpSocket;

namespace tokendesk {

/// One connection to the loopback receiver: one request, one page, the end. Emits `gone` once, then never again.
class CallbackClient : public QObject
{
    Q_OBJECT
public:
    /// `socket` is taken over. `answer` is asked once, when a request is complete.
    CallbackClient(QTcpSocket *socket, std::function<CallbackPage(const CallbackRequestReader &)> answer,
                   std::chrono::milliseconds patience, QObject *parent);
    ~CallbackClient() override;

    /// A page was written; what is left is the browser's to read.
    [[nodiscard]] bool isAnswered() const { return m_answered; }

Q_SIGNALS:
    void gone();

private:
    void read();
    void say(CallbackPage page);

    QTcpSocket *m_socket;
    const std::function<CallbackPage(const CallbackRequestReader &)> m_answer;
    CallbackRequestReader m_request;
    QTimer m_patience;
    bool m_answered = false;
};

} // namespace tokendesk
