// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/accesstokensource.h"
#include "auth/credentialstore.h"
#include "core/profile.h"
#include "session/session.h"

#include <QObject>

namespace tokendesk {

/// From "a person typed a server and an access token" to an open session, and back: test, connect, restore at the next
/// start, forget. Owns no window and no setting; the gui above it never sees the keychain or the network.
///
/// Threads: gui thread only. Every callback runs once, after the call has returned, unless `context` is gone.
class Connector : public QObject
{
    Q_OBJECT
public:
    enum class Keep { InKeychain, ThisSessionOnly };
    using ServiceFactory = std::function<std::unique_ptr<TokenService>(const QUrl &server,
                                                                       std::shared_ptr<AccessTokenSource> accessToken)>;

    /// `store`, `session`: outlive this object.
    Connector(CredentialStore &store, Session &session, ServiceFactory factory, QObject *parent = nullptr);
    ~Connector() override;

    /// Asks the server for its organization with this token; changes nothing.
    void test(const QUrl &server, Secret accessToken, QObject *context, std::function<void(Result<Organization>)> done);

    /// Opens the session with this token at once. With Keep::InKeychain it is also stored; `stored` says how that went,
    /// and the session stays open either way (then for this session only). With Keep::ThisSessionOnly the keychain is
    /// not touched at all, not even to remove an older token: it may be just the locked keychain that made the person
    /// choose so.
    void connectTo(const Profile &profile, Secret accessToken, Keep keep, QObject *context,
                   std::function<void(Result<void>)> stored);

    /// At start: reads the token from the keychain and opens the session. On an error the session stays closed, the
    /// profile stays, and the person may try again or give a new token.
    void restore(const Profile &profile, QObject *context, std::function<void(Result<void>)> done);

    /// Closes the session and removes the token from the keychain; success means it was looked for and is gone.
    void forget(const Profile &profile, QObject *context, std::function<void(Result<void>)> done);

    /// Where the token of a profile is kept.
    [[nodiscard]] static QString accessTokenKey(const Profile &profile);

private:
    void openSession(const Profile &profile, Secret accessToken);

    CredentialStore &m_store;
    Session &m_session;
    ServiceFactory m_factory;
    std::vector<std::unique_ptr<TokenService>> m_testing;
    quint64 m_attempt = 0; ///< a restore that was overtaken by the person changes nothing
};

} // namespace tokendesk
