// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/callbackpage.h"

#include <QObject>
#include <QTcpServer>

#include <chrono>
#include <functional>

namespace tokendesk {

class CallbackClient;
class CallbackRequestReader;

/// Listens on a free port of 127.0.0.1 for the browser to come back (RFC 8252 section 7.3), until it has one answer or
/// is destroyed. Bounded in clients, bytes and time; whoever talks to it without bringing an answer is sent away and
/// changes nothing. Other machines cannot reach it, and a web page cannot under a name of its own (the Host header has
/// to be ours).
///
/// Threads: one.
class LoopbackReceiver : public QObject
{
    Q_OBJECT
public:
    struct Limits
    {
        int clients = 8;                            ///< the one that is there longest makes room for a new one
        std::chrono::milliseconds patience{10'000}; ///< for a request, and for the browser to read the page
    };
    /// Judges the query of a GET to the right path, and says what the browser shows. Once it returned an outcome, the
    /// receiver listens no longer and judges nothing any more.
    struct Verdict
    {
        CallbackPage page = CallbackPage::NotAnAnswer;
        bool isOutcome = false;
    };
    using Judge = std::function<Verdict(QByteArrayView query)>;

    LoopbackReceiver(Judge judge, Limits limits, QObject *parent = nullptr);
    ~LoopbackReceiver() override;

    /// False where no port could be had.
    [[nodiscard]] bool listen();
    /// "http://127.0.0.1:PORT/callback"; the same letters in the request and in the exchange of the code.
    [[nodiscard]] QString redirectUri() const;
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    void welcome();
    [[nodiscard]] CallbackPage pageFor(const CallbackRequestReader &request);
    [[nodiscard]] QByteArray ownHost() const;

    const Judge m_judge;
    const Limits m_limits;
    QTcpServer m_server;
    quint16 m_port = 0;
    bool m_answered = false;
    QList<CallbackClient *> m_clients; ///< oldest first; owned
};

} // namespace tokendesk
