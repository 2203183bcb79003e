// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/connector.h"

#include "session/flowsignin.h"
#include "session/profilesecrets.h"
#include "session/secretkeys.h"
#include "session/signedintokenservice.h"

#include <algorithm>

namespace tokendesk {

namespace {

/// What a person typed for a proxy that asks nobody is not kept.
ConnectionSecrets keptOf(const Profile &profile, ConnectionSecrets secrets)
{
    if (!profile.proxy.wantsPassword())
        secrets.proxyPassword.wipe();
    return secrets;
}

} // namespace

Connector::Connector(CredentialStore &store, Session &session, ServiceFactory services, SignInWorldFactory worlds,
                     QObject *parent)
    : QObject(parent), m_store(store), m_session(session), m_services(std::move(services)), m_worlds(std::move(worlds))
{
    m_statusDue.setSingleShot(true);
    connect(&m_statusDue, &QTimer::timeout, this, &Connector::updateStatus);
    connect(&m_lookDue, &QTimer::timeout, this, &Connector::lookForSignIn);
    connect(&m_session, &Session::statusChanged, this, &Connector::sessionChanged);
}

Connector::~Connector() = default;

QString Connector::accessTokenKey(const Profile &profile)
{
    return secretKey(profile.uuid, SecretKind::AccessToken);
}

// --- What a connection needs

Connector::Sources Connector::sourcesFor(const Profile &profile, Secret proxyPassword) const
{
    Sources sources;
    if (!proxyPassword.isEmpty())
        sources.proxyPassword->set(std::move(proxyPassword));
    else if (m_profile && m_profile->uuid == profile.uuid && m_profile->proxy == profile.proxy)
        sources.proxyPassword->set(m_sources.proxyPassword->current());
    return sources;
}

/// `then` runs at once where there is nothing to fetch. An entry that is not there is no error: the proxy says whether
/// it wants a password.
void Connector::fetchProxyPassword(const Profile &profile, const Sources &sources, QObject *context,
                                   std::function<void(Result<void>)> then)
{
    if (!profile.proxy.wantsPassword() || !profile.keepsSecrets || !sources.proxyPassword->current().isEmpty())
        return then({});
    m_store.read(
        secretKey(profile.uuid, SecretKind::ProxyPassword),
        [password = sources.proxyPassword, guard = QPointer(context), then = std::move(then)](Result<Secret> reply) {
            if (!guard)
                return;
            if (reply)
                password->set(*std::move(reply));
            else if (reply.error().kind != ErrorKind::KeychainMissing)
                return then(failure(reply.error()));
            then({});
        });
}

/// The same for all that was not typed. `then` gets KeychainMissing where the access token cannot be had.
void Connector::fetchSecrets(const Profile &profile, const Sources &sources, QObject *context,
                             std::function<void(Result<void>)> then)
{
    if (profile.usesProvider() || !sources.accessToken->current().isEmpty())
        return fetchProxyPassword(profile, sources, context, std::move(then));
    if (!profile.keepsSecrets) {
        QMetaObject::invokeMethod(
            context, [then = std::move(then)] { then(failure({.kind = ErrorKind::KeychainMissing})); },
            Qt::QueuedConnection);
        return;
    }
    m_store.read(accessTokenKey(profile), [this, self = QPointer(this), profile, sources, guard = QPointer(context),
                                           then = std::move(then)](Result<Secret> token) {
        if (!self || !guard)
            return;
        if (!token)
            return then(failure(token.error()));
        sources.accessToken->set(*std::move(token));
        fetchProxyPassword(profile, sources, guard, then);
    });
}

// --- Opening

void Connector::openSession(const Profile &profile, std::unique_ptr<TokenService> service, bool mayBeSomebodyElse)
{
    m_opening = true;
    m_isOpen = true;
    m_opensByItself = false;
    m_profile = profile;
    // The list may only stay on screen where it cannot belong to somebody else.
    if (!mayBeSomebodyElse && m_session.profile() && m_session.profile()->uuid == profile.uuid &&
        m_session.profile()->serverUrl == profile.serverUrl)
        m_session.renew(profile, std::move(service));
    else
        m_session.open(profile, std::move(service));
    m_opening = false;
    updateStatus();
}

void Connector::openWithToken(const Profile &profile, const Sources &sources)
{
    const bool wasSignedIn = m_link != nullptr;
    useLink({});
    m_sources = sources;
    m_pasted = readPastedToken(sources.accessToken->current());
    m_storingProblem.reset();
    openSession(profile, m_services(profile, sources), wasSignedIn);
}

void Connector::openWithLink(const Profile &profile, bool mayBeSomebodyElse)
{
    m_sources = m_link->sources;
    TokenRenewal renewal{
        [link = m_link] { return link->keeper.currentAccessToken(); },
        [link = m_link](const Secret &refused, QObject *context, std::function<void(Result<void>)> done) {
            link->keeper.renew(refused, context, std::move(done));
        }};
    openSession(profile,
                std::make_unique<SignedInTokenService>(m_services(profile, m_link->sources), std::move(renewal)),
                mayBeSomebodyElse);
}

// --- What the gui asks for

void Connector::test(const Profile &profile, ConnectionSecrets secrets, QObject *context,
                     std::function<void(Result<Organization>)> done)
{
    const Sources sources = sourcesFor(profile, std::move(secrets.proxyPassword));
    sources.accessToken->set(std::move(secrets.accessToken));
    fetchSecrets(
        profile, sources, this,
        [this, profile, sources, guard = QPointer(context), done = std::move(done)](const Result<void> &fetched) {
            if (!guard)
                return;
            if (!fetched)
                return done(failure(fetched.error()));
            askOrganization(m_services(profile, sources), guard, done);
        });
}

void Connector::askOrganization(std::unique_ptr<TokenService> of, QObject *context,
                                std::function<void(Result<Organization>)> done)
{
    m_testing.push_back(std::move(of));
    TokenService *service = m_testing.back().get();
    service->organization([this, service, guard = QPointer<QObject>(context),
                           done = std::move(done)](Result<Organization> reply) mutable {
        // Erasing ends this function object too, so everything it needs is taken out first.
        const auto answer = std::move(done);
        const auto stillWanted = std::move(guard);
        std::erase_if(m_testing, [service](const auto &candidate) { return candidate.get() == service; });
        if (stillWanted)
            answer(std::move(reply));
    });
}

void Connector::connectTo(const Profile &profile, ConnectionSecrets secrets, QObject *context,
                          std::function<void(Result<void>)> stored)
{
    cancelSignIn();
    const quint64 attempt = ++m_attempt;
    const Sources sources = sourcesFor(profile, secrets.proxyPassword.clone());
    sources.accessToken->set(secrets.accessToken.clone());
    const auto kept = std::make_shared<ConnectionSecrets>(keptOf(profile, std::move(secrets)));
    const auto answer = [this, attempt, guard = QPointer<QObject>(context),
                         stored = std::move(stored)](const Result<void> &result) {
        if (attempt == m_attempt && m_isOpen) {
            m_storingProblem = result ? std::nullopt : std::optional(result.error());
            updateStatus();
        }
        if (guard)
            stored(result);
    };
    fetchProxyPassword(
        profile, sources, this, [this, attempt, profile, sources, kept, answer](const Result<void> &fetched) {
            if (attempt != m_attempt)
                return answer(failure({.kind = ErrorKind::Cancelled}));
            openWithToken(profile, sources);
            if (!profile.keepsSecrets)
                *kept = {};
            storeSecrets(m_store, profile.uuid, std::move(*kept), this,
                         [answer, fetched](const Result<void> &written) { answer(written ? fetched : written); });
        });
}

void Connector::restore(const Profile &profile, QObject *context, std::function<void(Result<void>)> done)
{
    const quint64 attempt = ++m_attempt;
    // What is open of another profile belongs to nobody any more.
    if (m_session.profile() && m_session.profile()->uuid != profile.uuid)
        m_session.close();
    const auto answer = [this, attempt, guard = QPointer<QObject>(context),
                         done = std::move(done)](Result<void> result, const std::function<void()> &open) {
        if (attempt != m_attempt) // the person was faster
            result = failure({.kind = ErrorKind::Cancelled});
        else if (result)
            open();
        if (guard)
            done(std::move(result));
    };
    if (profile.usesProvider())
        return restoreFromProvider(profile, answer);
    const Sources sources = sourcesFor(profile, {});
    fetchSecrets(profile, sources, this, [this, profile, sources, answer](const Result<void> &fetched) {
        answer(fetched, [&] { openWithToken(profile, sources); });
    });
}

void Connector::close()
{
    cancelSignIn();
    ++m_attempt;
    leave();
    m_session.close();
    updateStatus();
}

void Connector::forget(const Profile &profile, QObject *context, std::function<void(const Forgotten &)> done)
{
    cancelSignIn();
    ++m_attempt;
    LinkPtr link;
    if (m_session.profile() && m_session.profile()->uuid == profile.uuid) {
        link = m_link; // over which it was signed in, whatever the profile says by now
        m_session.close();
    }
    if (m_profile && m_profile->uuid == profile.uuid) { // it could not be restored
        link = m_link;
        leave();
        updateStatus();
    }
    if (!link && m_worlds && !profile.provider.issuer.isEmpty()) {
        // One that is not open, or that was: something may have been kept all the same.
        Profile kept = profile;
        kept.keepsSecrets = true;
        link = std::make_shared<ProviderLink>(kept, m_worlds, sourcesFor(kept, {}), m_store);
    }
    const auto go = [this, uuid = profile.uuid, link, guard = QPointer<QObject>(context),
                     done = std::move(done)](const Result<void> &) { forgetSecrets(m_store, uuid, link, guard, done); };
    if (link)
        fetchProxyPassword(link->profile, link->sources, this, go); // without it the proxy, then the person is told
    else
        go({});
}

} // namespace tokendesk
