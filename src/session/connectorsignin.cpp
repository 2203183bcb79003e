// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the connector signs in with a provider, and what it says of a sign-in.
#include "session/connector.h"

#include "session/flowsignin.h"
#include "session/profilesecrets.h"
#include "session/signedintokenservice.h"

#include <algorithm>

namespace tokendesk {

namespace {

/// How often the keychain is asked whether somebody has signed in in another window.
constexpr std::chrono::seconds lookInterval{30};

} // namespace

Connector::LinkPtr Connector::linkFor(const Profile &profile, Sources sources)
{
    if (m_link && m_link->fits(profile)) {
        if (const Secret password = sources.proxyPassword->current(); !password.isEmpty())
            m_link->sources.proxyPassword->set(password.clone());
        return m_link;
    }
    return std::make_shared<ProviderLink>(profile, m_worlds, std::move(sources), m_store);
}

void Connector::useLink(LinkPtr link)
{
    if (link == m_link)
        return;
    if (m_link)
        retire(std::move(m_link));
    m_link = std::move(link);
    m_linkExpiresAt = noInstant;
    m_opensByItself = false;
    if (m_link)
        connect(&m_link->keeper, &TokenKeeper::changed, this, &Connector::keeperChanged);
}

/// A refresh that is broken off may take the refresh token along. And whoever calls may be called by the keeper.
void Connector::retire(LinkPtr link)
{
    TokenKeeper *keeper = &link->keeper;
    keeper->disconnect(this);
    const auto release = [this, keeper] {
        std::erase_if(m_retired, [keeper](const LinkPtr &kept) { return &kept->keeper == keeper; });
    };
    m_retired.push_back(std::move(link));
    if (keeper->isBusy())
        connect(keeper, &TokenKeeper::idle, this, release, Qt::QueuedConnection);
    else
        QMetaObject::invokeMethod(this, release, Qt::QueuedConnection);
}

std::unique_ptr<SignIn> Connector::signIn(const Profile &profile, Secret proxyPassword)
{
    Q_ASSERT(m_worlds && profile.usesProvider());
    cancelSignIn();
    const auto typed = std::make_shared<Secret>(proxyPassword.clone());
    const LinkPtr link = linkFor(profile, sourcesFor(profile, std::move(proxyPassword)));
    const QPointer<Connector> guard(this);
    auto signIn = std::make_unique<FlowSignIn>(
        link, profile.signIn,
        [guard, profile, sources = link->sources](QObject *context, std::function<void(Result<void>)> ready) {
            if (guard)
                guard->fetchProxyPassword(profile, sources, context, std::move(ready));
        },
        [guard, profile, link, typed](Grant grant) -> Result<void> {
            if (!guard)
                return failure({.kind = ErrorKind::Cancelled});
            guard->signedIn(link, profile, std::move(*typed), std::move(grant));
            return {};
        });
    m_signIn = signIn.get();
    return signIn;
}

void Connector::cancelSignIn()
{
    if (m_signIn)
        m_signIn->cancel();
    m_signIn.clear();
}

void Connector::signedIn(const LinkPtr &link, const Profile &profile, Secret typedPassword, Grant grant)
{
    ++m_attempt;
    m_signIn.clear();
    bool somebodyElse = !m_link; // a pasted token says too little
    if (m_link) {
        const auto &before = m_link->keeper.status().identity;
        somebodyElse = m_link->profile.provider.issuer != profile.provider.issuer ||
                       (before && grant.identity && before->subject != grant.identity->subject);
    }
    m_opening = true;
    useLink(link);
    m_storingProblem.reset();
    link->keeper.adopt(std::move(grant), this, [](const Result<void> &) {}); // its status says how that went
    openWithLink(profile, somebodyElse);
    if (profile.keepsSecrets && profile.proxy.wantsPassword()) {
        storeSecrets(m_store, profile.uuid, ConnectionSecrets({}, std::move(typedPassword)), this,
                     [this, attempt = m_attempt](const Result<void> &stored) {
                         if (stored || attempt != m_attempt)
                             return;
                         m_storingProblem = stored.error();
                         updateStatus();
                     });
    }
}

void Connector::storeSignIn(QObject *context, std::function<void(Result<void>)> done)
{
    if (m_link)
        return m_link->keeper.store(context, std::move(done));
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done(failure({.kind = ErrorKind::Cancelled})); }, Qt::QueuedConnection);
}

void Connector::keepSignInInMemory()
{
    m_storingProblem.reset();
    if (m_link)
        m_link->keeper.keepInMemory();
    updateStatus();
}

void Connector::keeperChanged()
{
    const TokenKeeper::Status &status = m_link->keeper.status();
    const bool isNew = status.expiresAtMs != noInstant && status.expiresAtMs != m_linkExpiresAt;
    m_linkExpiresAt = status.expiresAtMs;
    if (m_opening)
        return;
    if (isNew && m_opensByItself) {
        openWithLink(Profile(*m_profile), false);
        return;
    }
    const bool helps = isNew && m_isOpen && m_session.lastError();
    const QPointer guard(this);
    updateStatus();
    if (guard && helps)
        m_session.refresh();
}

void Connector::lookForSignIn()
{
    if (!m_link || !m_link->profile.keepsSecrets || m_link->keeper.isBusy() ||
        m_link->keeper.status().state != TokenKeeper::State::NeedsSignIn)
        return;
    m_link->keeper.restore(this, [this](const Result<void> &restored) {
        // A keychain that asks the person would do so again and again.
        if (!restored && restored.error().kind != ErrorKind::SignInRequired)
            m_lookDue.stop();
    });
}

void Connector::sessionChanged()
{
    if (m_opening)
        return;
    if (m_isOpen && !m_session.profile()) { // closed by somebody else
        m_isOpen = false;
        leave();
    }
    updateStatus();
}

/// Nothing is open any more.
void Connector::leave()
{
    useLink({});
    m_profile.reset();
    m_sources = {};
    m_pasted = {};
    m_storingProblem.reset();
}

void Connector::restoreFromProvider(const Profile &profile,
                                    std::function<void(Result<void>, const std::function<void()> &open)> answer)
{
    Q_ASSERT(m_worlds);
    useLink(linkFor(profile, sourcesFor(profile, {})));
    m_profile = profile;
    fetchProxyPassword(
        profile, m_link->sources, this,
        [this, profile, weak = std::weak_ptr(m_link), answer = std::move(answer)](const Result<void> &fetched) {
            const LinkPtr link = weak.lock();
            if (!fetched || !link)
                return answer(fetched ? failure({.kind = ErrorKind::Cancelled}) : fetched, {});
            link->keeper.restore(this, [this, profile, weak, answer](Result<void> renewed) {
                // A keychain that says so may be locked; a person who signs in is right in any case.
                if (!renewed && renewed.error().kind == ErrorKind::KeychainMissing)
                    renewed = failure({.kind = ErrorKind::SignInRequired});
                m_opensByItself = !renewed && !m_isOpen && m_link && m_link == weak.lock();
                answer(renewed, [&] { openWithLink(profile, false); });
            });
        });
}

void Connector::updateStatus()
{
    const Error *refused = m_isOpen && m_session.lastError() ? &*m_session.lastError() : nullptr;
    const qint64 now = m_session.serverNow() - m_session.serverClock().offsetMs();
    SignInStatus status;
    if (m_link)
        status = m_link->status(refused);
    else if (m_isOpen)
        status = statusOf(m_pasted, now, m_session.serverClock().offsetMs(), refused);
    if (!status.storingProblem)
        status.storingProblem = m_storingProblem;
    if (!m_link && status.expiresAtMs != noInstant) {
        // Timers stand still while the machine sleeps; the clock does not.
        constexpr qint64 longestNap = 30'000;
        for (const qint64 instant : {status.expiresAtMs - expiryWarningMs, status.expiresAtMs}) {
            if (const qint64 left = instant - now; left > 0) {
                m_statusDue.start(int(std::min(left, longestNap)));
                break;
            }
        }
    }
    if (status == m_signInStatus)
        return;
    if (status.state != SignInStatus::State::NeedsSignIn || !m_link)
        m_lookDue.stop();
    else if (m_signInStatus.state != SignInStatus::State::NeedsSignIn)
        m_lookDue.start(lookInterval);
    m_signInStatus = std::move(status);
    Q_EMIT signInChanged();
}

} // namespace tokendesk
