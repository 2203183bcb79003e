// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/accesstokensource.h"
#include "auth/credentialstore.h"
#include "core/profile.h"
#include "core/signinstatus.h"
#include "session/session.h"
#include "session/signin.h"

#include <QObject>

namespace tokendesk {

/// What a person typed for one connection; empty: nothing.
struct ConnectionSecrets
{
    Secret accessToken;   ///< for SignInMethod::AccessToken
    Secret proxyPassword; ///< for a proxy of the profile's own that has a user

    ConnectionSecrets(Secret token = {}, Secret password = {})
        : accessToken(std::move(token)), proxyPassword(std::move(password))
    {}
};

/// From "a person typed a server and an access token" (or signed in) to an open session, and back: test, connect, sign
/// in, restore at the next start, forget. Owns no window and no setting; the gui above it never sees the keychain or
/// the network.
///
/// Threads: gui thread only. Every callback runs once, after the call has returned, unless `context` is gone.
class Connector : public QObject
{
    Q_OBJECT
public:
    /// What requests take their secrets from.
    struct Sources
    {
        std::shared_ptr<AccessTokenSource> accessToken;
        std::shared_ptr<AccessTokenSource> proxyPassword;
    };
    using ServiceFactory = std::function<std::unique_ptr<TokenService>(const Profile &profile, const Sources &sources)>;

    /// `store`, `session`: outlive this object.
    Connector(CredentialStore &store, Session &session, ServiceFactory factory, QObject *parent = nullptr);
    ~Connector() override;

    /// Asks the server for its organization with these secrets; changes nothing.
    void test(const Profile &profile, ConnectionSecrets secrets, QObject *context,
              std::function<void(Result<Organization>)> done);

    /// Opens the session with this access token at once. Where the profile keeps its secrets they are also stored;
    /// `stored` says how that went, and the session stays open either way (then for this session only). Where it does
    /// not keep them the keychain is not touched at all, not even to remove older ones: it may be just the locked
    /// keychain that made the person choose so.
    void connectTo(const Profile &profile, ConnectionSecrets secrets, QObject *context,
                   std::function<void(Result<void>)> stored);

    /// At start: reads the token from the keychain and opens the session. On an error the session stays closed, the
    /// profile stays, and the person may try again or give a new token.
    void restore(const Profile &profile, QObject *context, std::function<void(Result<void>)> done);

    /// Closes what is open, and nothing comes of what is under way. Secrets stay where they are.
    void close();

    /// Closes the session if it is this profile's, signs out where it is signed in with a provider, and removes all of
    /// its secrets from the keychain; no keychainError means they were looked for and are gone.
    void forget(const Profile &profile, QObject *context, std::function<void(const Forgotten &)> done);

    [[nodiscard]] const SignInStatus &signInStatus() const { return m_signInStatus; }

    /// Where the token of a profile is kept.
    [[nodiscard]] static QString accessTokenKey(const Profile &profile);

Q_SIGNALS:
    /// signInStatus() is different now.
    void signInChanged();

private:
    void openSession(const Profile &profile, ConnectionSecrets secrets);

    CredentialStore &m_store;
    Session &m_session;
    ServiceFactory m_factory;
    std::vector<std::unique_ptr<TokenService>> m_testing;
    SignInStatus m_signInStatus;
    quint64 m_attempt = 0; ///< a restore that was overtaken by the person changes nothing
};

} // namespace tokendesk
