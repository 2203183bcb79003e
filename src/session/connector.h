// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/credentialstore.h"
#include "core/profile.h"
#include "core/signinstatus.h"
#include "session/connectionsecrets.h"
#include "session/pastedtoken.h"
#include "session/session.h"
#include "session/signin.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace tokendesk {

class FlowSignIn;
struct Grant;
struct ProviderLink;
struct SignInWorld;

/// From "a person typed a server and an access token" (or signed in) to an open session, and back: test, connect, sign
/// in, restore at the next start, forget. Owns no window and no setting; the gui above it never sees the keychain or
/// the network.
///
/// A profile that keeps no secrets has none in the keychain, and the keychain is not touched for it, but to forget. A
/// proxy's password is the one that was typed; else the one in use; else, where the profile keeps secrets and its own
/// proxy has a user, the one in the keychain, which is read first.
///
/// Threads: gui thread only. Every callback runs once, after the call has returned, unless `context` is gone.
class Connector : public QObject
{
    Q_OBJECT
public:
    using Sources = ConnectionSources;
    using ServiceFactory = std::function<std::unique_ptr<TokenService>(const Profile &profile, const Sources &sources)>;
    /// The world in which a profile signs in: how its provider is reached (with this proxy password), and the browser.
    using SignInWorldFactory = std::function<SignInWorld(const Profile &profile, const Sources &sources)>;

    /// `store`, `session`: outlive this object; `store` outlives `session`. Without `worlds` no profile can use a
    /// provider.
    Connector(CredentialStore &store, Session &session, ServiceFactory services, SignInWorldFactory worlds = {},
              QObject *parent = nullptr);
    ~Connector() override;

    /// Asks the server for its organization with these secrets; changes nothing. Without an access token the one in the
    /// keychain is used, where the profile keeps it; that it was given for this server is the caller's business.
    void test(const Profile &profile, ConnectionSecrets secrets, QObject *context,
              std::function<void(Result<Organization>)> done);

    /// Opens the session with this access token at once (or as soon as the proxy's password is read). Where the profile
    /// keeps its secrets they are also stored; `stored` says how that went, and the session stays open either way (then
    /// for this session only). Ends a sign-in that is under way.
    void connectTo(const Profile &profile, ConnectionSecrets secrets, QObject *context,
                   std::function<void(Result<void>)> stored);

    /// A sign-in with the profile's provider, to be started by the caller. When it has succeeded the session is open,
    /// with the list on screen still there if it can only belong to the same person; where the profile keeps secrets
    /// they are being stored, and signInStatus() says how that went. One at a time: a new one, connectTo() and forget()
    /// end the one before with Cancelled, and nothing comes of it.
    [[nodiscard]] std::unique_ptr<SignIn> signIn(const Profile &profile, Secret proxyPassword = {});

    /// After a sign-in: `done` says whether what is to be kept of it is in the keychain. Where that has failed already
    /// it is tried again.
    void storeSignIn(QObject *context, std::function<void(Result<void>)> done);

    /// After a sign-in that could not be stored: it is for this session only, and the keychain is left alone.
    void keepSignInInMemory();

    /// At start: opens the session with what is in the keychain. On an error the session stays closed, the profile
    /// stays, and the person may try again, give a new token or sign in. SignInRequired where a provider wants a new
    /// sign-in. Where it could not be reached it is tried again, and the session opens when it can.
    void restore(const Profile &profile, QObject *context, std::function<void(Result<void>)> done);

    /// Closes what is open, and nothing comes of what is under way, a sign-in or one that waits for its provider too.
    /// Secrets stay where they are.
    void close();

    /// Closes the session if it is this profile's, signs out where it is signed in with a provider, and removes all of
    /// its secrets from the keychain; no keychainError means they were looked for and are gone.
    void forget(const Profile &profile, QObject *context, std::function<void(const Forgotten &)> done);

    /// Where a new sign-in is needed: looks whether another window on the profile has brought one, and goes on with it.
    /// Happens now and then by itself; a window that becomes active may ask for it at once.
    void lookForSignIn();

    /// Of the open connection, or of the one that restore() could not open.
    [[nodiscard]] const SignInStatus &signInStatus() const { return m_signInStatus; }

    /// Where the token of a profile is kept.
    [[nodiscard]] static QString accessTokenKey(const Profile &profile);

Q_SIGNALS:
    /// signInStatus() is different now.
    void signInChanged();

private:
    using LinkPtr = std::shared_ptr<ProviderLink>;

    [[nodiscard]] Sources sourcesFor(const Profile &profile, Secret proxyPassword) const;
    void fetchProxyPassword(const Profile &profile, const Sources &sources, QObject *context,
                            std::function<void(Result<void>)> then);
    void askOrganization(std::unique_ptr<TokenService> of, QObject *context,
                         std::function<void(Result<Organization>)> done);
    void fetchSecrets(const Profile &profile, const Sources &sources, QObject *context,
                      std::function<void(Result<void>)> then);
    void openSession(const Profile &profile, std::unique_ptr<TokenService> service, bool mayBeSomebodyElse);
    void openWithToken(const Profile &profile, const Sources &sources);
    void openWithLink(const Profile &profile, bool mayBeSomebodyElse);
    void leave();

    [[nodiscard]] LinkPtr linkFor(const Profile &profile, Sources sources);
    void useLink(LinkPtr link);
    void retire(LinkPtr link);
    void signedIn(const LinkPtr &link, const Profile &profile, Secret typedPassword, Grant grant);
    void cancelSignIn();
    void restoreFromProvider(const Profile &profile,
                             std::function<void(Result<void>, const std::function<void()> &open)> answer);
    void keeperChanged();
    void sessionChanged();
    void updateStatus();

    CredentialStore &m_store;
    Session &m_session;
    const ServiceFactory m_services;
    const SignInWorldFactory m_worlds;
    std::vector<std::unique_ptr<TokenService>> m_testing;
    std::optional<Profile> m_profile; ///< open, or being restored; what follows belongs to it
    bool m_isOpen = false;
    Sources m_sources;
    LinkPtr m_link; ///< null with a pasted access token
    PastedToken m_pasted;
    qint64 m_linkExpiresAt = noInstant; ///< of the access token that the link gave last
    bool m_opensByItself = false;       ///< as soon as the link gives a token: it could not be restored
    std::optional<Error> m_storingProblem;
    std::vector<LinkPtr> m_retired; ///< not used any more, but not to be broken off
    QPointer<FlowSignIn> m_signIn;  ///< under way
    SignInStatus m_signInStatus;
    QTimer m_statusDue;
    QTimer m_lookDue;
    quint64 m_attempt = 0;  ///< a restore that was overtaken by the person changes nothing
    bool m_opening = false; ///< what is announced meanwhile is half-done
};

} // namespace tokendesk
