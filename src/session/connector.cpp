// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/connector.h"

#include <QPointer>

#include <algorithm>

namespace tokendesk {

Connector::Connector(CredentialStore &store, Session &session, ServiceFactory factory, QObject *parent)
    : QObject(parent), m_store(store), m_session(session), m_factory(std::move(factory))
{}

Connector::~Connector() = default;

QString Connector::accessTokenKey(const Profile &profile)
{
    return QStringLiteral("tokendesk/%1/access-token").arg(profile.uuid.toString(QUuid::WithoutBraces));
}

namespace {

Connector::Sources sourcesOf(ConnectionSecrets secrets)
{
    Connector::Sources sources{std::make_shared<AccessTokenSource>(), std::make_shared<AccessTokenSource>()};
    sources.accessToken->set(std::move(secrets.accessToken));
    sources.proxyPassword->set(std::move(secrets.proxyPassword));
    return sources;
}

} // namespace

void Connector::openSession(const Profile &profile, ConnectionSecrets secrets)
{
    auto service = m_factory(profile, sourcesOf(std::move(secrets)));
    // The list may only stay on screen where it cannot belong to somebody else.
    if (m_session.profile() && m_session.profile()->uuid == profile.uuid &&
        m_session.profile()->serverUrl == profile.serverUrl)
        m_session.renew(profile, std::move(service));
    else
        m_session.open(profile, std::move(service));
}

void Connector::test(const Profile &profile, ConnectionSecrets secrets, QObject *context,
                     std::function<void(Result<Organization>)> done)
{
    m_testing.push_back(m_factory(profile, sourcesOf(std::move(secrets))));
    TokenService *service = m_testing.back().get();
    service->organization(
        [this, service, guard = QPointer<QObject>(context), done = std::move(done)](Result<Organization> reply) {
            // Erasing ends this function object too, so everything it needs is taken out first.
            const auto answer = done;
            const auto stillWanted = guard;
            std::erase_if(m_testing, [service](const auto &candidate) { return candidate.get() == service; });
            if (stillWanted)
                answer(std::move(reply));
        });
}

void Connector::connectTo(const Profile &profile, ConnectionSecrets secrets, QObject *context,
                          std::function<void(Result<void>)> stored)
{
    ++m_attempt;
    Secret accessToken = secrets.accessToken.clone();
    openSession(profile, std::move(secrets));
    const auto answer = [guard = QPointer<QObject>(context), stored = std::move(stored)](Result<void> result) {
        if (guard)
            stored(std::move(result));
    };
    if (profile.keepsSecrets)
        m_store.write(accessTokenKey(profile), std::move(accessToken), answer);
    else
        QMetaObject::invokeMethod(
            this, [answer] { answer({}); }, Qt::QueuedConnection);
}

void Connector::restore(const Profile &profile, QObject *context, std::function<void(Result<void>)> done)
{
    m_store.read(accessTokenKey(profile),
                 [this, profile, attempt = ++m_attempt, guard = QPointer<Connector>(this),
                  caller = QPointer<QObject>(context), done = std::move(done)](Result<Secret> reply) {
                     if (!guard)
                         return;
                     Result<void> result;
                     if (attempt != m_attempt) // the person was faster than the keychain
                         result = failure({.kind = ErrorKind::Cancelled});
                     else if (!reply)
                         result = failure(reply.error());
                     else
                         openSession(profile, std::move(*reply));
                     if (caller)
                         done(std::move(result));
                 });
}

void Connector::close()
{
    ++m_attempt;
    m_session.close();
}

void Connector::forget(const Profile &profile, QObject *context, std::function<void(const Forgotten &)> done)
{
    ++m_attempt;
    if (m_session.profile() && m_session.profile()->uuid == profile.uuid)
        m_session.close();
    m_store.remove(accessTokenKey(profile),
                   [guard = QPointer<QObject>(context), done = std::move(done)](const Result<void> &result) {
                       Forgotten forgotten;
                       if (!result)
                           forgotten.keychainError = result.error();
                       if (guard)
                           done(forgotten);
                   });
}

} // namespace tokendesk
