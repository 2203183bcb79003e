// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/accesstokensource.h"
#include "auth/signout.h"
#include "core/token.h"

#include <QTimer>

#include <deque>
#include <vector>

namespace tokendesk {

/// Keeps one profile signed in: hands out access tokens (in memory only), renews them in time and after a 401, keeps
/// the refresh token (RefreshTokenVault), signs out. At most one renewal is under way; a rotated refresh token is
/// stored before the access token that came with it is handed out.
///
/// Threads: gui thread. Every reply runs once, from the event loop, unless its context or this object is gone.
class TokenKeeper : public QObject
{
    Q_OBJECT
public:
    enum class State {
        SignedOut,
        SignedIn,
        Expiring,    ///< the access token ends soon, or has ended, and no new one came yet; renewalProblem() says why
        NeedsSignIn, ///< nothing but a new sign-in helps
    };
    struct Options
    {
        RefreshTokenVault::Options vault;
        std::chrono::milliseconds warnBefore{5 * 60'000}; ///< how long before its end a session is Expiring
        std::chrono::milliseconds firstRetry{5'000};      ///< after a renewal that failed; doubles
        std::chrono::milliseconds lastRetry{5 * 60'000};
        std::chrono::milliseconds longestNap{
            30'000}; ///< timers stand still while the machine sleeps; the clock does not
    };
    using Done = std::function<void(Result<void>)>;

    /// `client` and `store` outlive this object; `handedOut` is what requests take their bearer from.
    TokenKeeper(OidcClient &client, CredentialStore &store, std::shared_ptr<AccessTokenSource> handedOut,
                Options options, QObject *parent = nullptr);
    ~TokenKeeper() override;

    /// After a sign-in: hands the access token out at once. `stored` says whether the refresh token is in the keychain;
    /// if not, the session goes on and the token is tried again with the next renewal.
    void adopt(Grant grant, QObject *context, Done stored);
    /// After adopt(): `done` says whether the refresh token is in the keychain. Where that has failed already it is
    /// tried again; otherwise what is under way is waited for.
    void store(QObject *context, Done done);
    /// From now on the refresh token is for this session only.
    void keepInMemory();
    /// At start, and when another window may have signed in: renews with what is in the keychain.
    void restore(QObject *context, Done done);
    /// After a 401 to `refused`: done at once where that is not the current token any more, and refused at once where
    /// the provider asked for a pause (Retry-After) that is not over.
    void renew(const Secret &refused, QObject *context, Done done);

    /// Stops handing out at once; then revokes, forgets, and looks whether it is forgotten.
    void signOut(QObject *context, std::function<void(SignedOut)> done);

    struct Status
    {
        State state = State::SignedOut;
        /// Of the access token that is handed out, by this machine's clock, ms since the epoch, UTC; noInstant without.
        qint64 expiresAtMs = noInstant;
        bool isRenewable = false;              ///< there is a refresh token
        std::optional<Identity> identity{};    ///< nothing where the provider did not say
        std::optional<Error> renewalProblem{}; ///< why the last renewal brought nothing; nothing once one did
        std::optional<Error> storingProblem{}; ///< why the refresh token is in memory for this session only

        friend bool operator==(const Status &, const Status &) = default;
    };
    [[nodiscard]] const Status &status() const { return m_published; }
    [[nodiscard]] Secret currentAccessToken() const { return m_handedOut->current(); }
    /// Something is under way that should not be broken off: a refresh token may be on its way. idle() comes after it.
    [[nodiscard]] bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void idle();
    /// status() is different now.
    void changed();

private:
    void storeHeld(Secret token, Done done);
    void storingEnded(Result<void> result, const Done &done);
    void enqueue(std::function<void()> step);
    void nextStep();
    void stepDone();
    void refresh();
    void askForGrant();
    void refreshed(Result<Grant> grant);
    void refreshOvertaken();
    void refreshEnded(const Result<void> &result);
    void handOut(const Grant &grant);
    void noteFailure(const Error &error);
    void tick();
    void scheduleTick();
    void publish();
    [[nodiscard]] State judge() const;
    [[nodiscard]] std::optional<qint64> nextRenewal() const;
    [[nodiscard]] bool isLeaving() const { return m_leaving == m_generation; }
    [[nodiscard]] bool isOvertaken() const { return m_refreshGeneration != m_generation || isLeaving(); }
    [[nodiscard]] qint64 now() const { return m_client.world().clock->nowMs(); }

    OidcClient &m_client;
    const std::shared_ptr<AccessTokenSource> m_handedOut;
    const Options m_options;
    RefreshTokenVault m_vault;
    QTimer m_timer;
    Status m_status, m_published;
    bool m_isIn = false; ///< a person has signed in and not out
    bool m_needsSignIn = false;
    qint64 m_obtainedAtMs = noInstant;
    std::optional<qint64> m_retryAtMs;
    int m_failures = 0;
    quint64 m_generation = 1; ///< a sign-in or a sign-out makes what is under way for the one before worthless
    quint64 m_leaving = 0;    ///< the generation that signs out
    quint64 m_refreshGeneration = 0;
    bool m_refreshing = false;
    std::vector<Done> m_waiters; ///< for the renewal under way
    bool m_busy = false;         ///< one step at a time has the vault
    std::deque<std::function<void()>> m_steps;
};

} // namespace tokendesk
