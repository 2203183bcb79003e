// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/loopbackreceiver.h"
#include "auth/oidcclient.h"

#include <QTimer>

namespace tokendesk {

/// One sign-in in the system's browser: authorization code with PKCE (RFC 7636), back over a loopback redirect (RFC
/// 8252). One use; to try again make another one. Destroying it ends it without a word.
///
/// Ends in SignInDenied, SignInTimeout, SignInMismatch, SignInRefused, Cancelled, or what the network gave. The ports
/// of the redirect differ from time to time: the provider has to take "http://127.0.0.1/callback" with any (RFC
/// 8252 7.3).
///
/// Threads: one. `done` runs once, from the event loop.
class CodeFlow : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        /// For the person to sign in. Nobody tells us when the browser is closed.
        std::chrono::milliseconds patience{5 * 60'000};
        LoopbackReceiver::Limits receiver{};
    };
    using Done = std::function<void(Result<Grant>)>;

    /// `client` outlives this object.
    CodeFlow(OidcClient &client, Options options, Done done, QObject *parent = nullptr);
    ~CodeFlow() override;

    void start();
    /// The person gave up: ErrorKind::Cancelled. Nothing once it has ended.
    void cancel();

    /// Where the browser was sent, for a person who wants to carry it there by hand; empty before `browserAsked`. Holds
    /// the state of this sign-in: it may be shown and copied, but not logged.
    [[nodiscard]] QUrl authorizationUrl() const { return m_authorizationUrl; }

Q_SIGNALS:
    /// The sign-in waits for the browser now. `opened` is false where there is none; the address can still be copied.
    void browserAsked(bool opened);
    /// The browser came back, and the code is being exchanged.
    void codeReceived();

private:
    void openBrowser(const ProviderMetadata &metadata);
    [[nodiscard]] LoopbackReceiver::Verdict judge(QByteArrayView query);
    void exchange(Secret code);
    void end(Result<Grant> result);

    OidcClient &m_client;
    const Options m_options;
    Done m_done;
    QTimer m_patience;
    QUrl m_authorizationUrl;
    Secret m_verifier, m_state, m_nonce;
    bool m_issuerRequired = false;
    bool m_ended = false;
    std::unique_ptr<LoopbackReceiver> m_receiver;
};

} // namespace tokendesk
