// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"

#include "session/sessionactions.h"

#include <algorithm>

namespace tokendesk {

namespace {

/// What a 429 without Retry-After is taken to mean.
constexpr qint64 defaultWaitMs = 60'000;

} // namespace

Session::Session(const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_serverClock(clock), m_tokens(std::make_shared<TokenSnapshot>())
{
    m_poll.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &Session::pollDue);
}

// abandonService() is for callers that live on; at the end nobody is told anything any more.
Session::~Session() = default;

void Session::open(const Profile &profile, std::unique_ptr<TokenService> service)
{
    close();
    m_profile = profile;
    m_service = std::move(service);
    m_phase = Phase::Loading;
    startListing({});
    askOrganization();
}

void Session::renew(const Profile &profile, std::unique_ptr<TokenService> service)
{
    Q_ASSERT(m_profile && m_profile->uuid == profile.uuid && m_profile->serverUrl == profile.serverUrl);
    abandonService();
    m_profile = profile;
    m_service = std::move(service);
    m_lastError.reset();
    m_waitUntil = 0;
    if (m_phase != Phase::Ready)
        m_phase = Phase::Loading;
    startListing({});
    askOrganization();
}

void Session::close()
{
    abandonService();
    m_profile.reset();
    m_organization.reset();
    m_serverClock = ServerClock(m_clock);
    m_phase = Phase::NotConnected;
    m_loadedAt = noInstant;
    m_lastError.reset();
    m_waitUntil = 0;
    m_pollMissed = false;
    if (m_tokens->size() > 0) {
        const TokenSnapshotPtr before = std::exchange(m_tokens, std::make_shared<TokenSnapshot>());
        Q_EMIT tokensChanged(m_tokens, diffTokens(*before, *m_tokens));
    }
    Q_EMIT statusChanged();
}

void Session::abandonService()
{
    m_poll.stop();
    ++m_serviceGeneration;
    ++m_listGeneration;
    m_refreshing = false;
    m_askingOrganization = false;
    m_service.reset();
    if (m_create) {
        finishCreate({.result = failure({.kind = ErrorKind::OutcomeUnknown, .cause = ErrorKind::Cancelled}),
                      .listReloaded = false,
                      .candidates = {}});
    }
    if (m_revoke)
        settleRevokes(false);
}

qint64 Session::waitMs() const
{
    return std::max<qint64>(0, m_waitUntil - m_clock.nowMs());
}

void Session::setPollInterval(std::chrono::milliseconds interval)
{
    m_pollInterval = interval;
    armPoll();
}

void Session::setPaused(bool paused)
{
    m_paused = paused;
    if (!m_paused && std::exchange(m_pollMissed, false))
        refresh();
}

void Session::refresh()
{
    if (!m_service || m_refreshing || m_acting || waitMs() > 0)
        return;
    if (m_phase == Phase::Failed)
        m_phase = Phase::Loading;
    startListing({});
}

void Session::cancelRefresh()
{
    if (m_refreshing && !m_acting)
        m_service->cancelReads();
}

void Session::armPoll()
{
    m_poll.stop();
    if (!m_service || m_refreshing || m_acting || m_pollInterval.count() <= 0)
        return;
    // Nothing gets better by asking again with a token that the server no longer accepts.
    if (m_lastError && endsSignIn(m_lastError->kind))
        return;
    m_poll.start(std::max(m_pollInterval, std::chrono::milliseconds(waitMs())));
}

void Session::pollDue()
{
    if (m_paused) {
        m_pollMissed = true;
        return;
    }
    refresh();
    armPoll(); // no-op once a refresh is under way; a wait that was prolonged meanwhile is waited for
}

void Session::startListing(std::function<void(bool)> then)
{
    m_poll.stop();
    m_refreshing = true;
    const quint64 generation = ++m_listGeneration;
    Q_EMIT statusChanged();
    if (generation != m_listGeneration)
        return; // a slot has closed the session
    m_service->list(
        m_tokens,
        [this, generation](qint64 rows, qint64 total) {
            if (generation == m_listGeneration)
                Q_EMIT loadProgress(rows, total);
        },
        [this, generation, then = std::move(then)](const Result<TokenListing> &reply) {
            if (generation != m_listGeneration)
                return;
            // A slot of what listed() announces may close the session, which ends this service and this function
            // object.
            const auto next = then;
            const QPointer<Session> guard(this);
            const bool worked = reply.has_value();
            listed(reply);
            if (guard && next && generation == m_listGeneration)
                next(worked);
        });
}

void Session::listed(const Result<TokenListing> &reply)
{
    m_refreshing = false;
    bool changed = false;
    if (reply) {
        if (reply->stamp.serverDateMs)
            m_serverClock.observe(*reply->stamp.serverDateMs, reply->stamp.receivedAtMs);
        m_loadedAt = reply->stamp.receivedAtMs;
        m_lastError.reset();
        m_waitUntil = 0;
        changed = m_phase != Phase::Ready || !reply->diff.isEmpty() ||
                  reply->tokens->duplicatesDropped() != m_tokens->duplicatesDropped();
        m_phase = Phase::Ready;
        if (changed)
            m_tokens = reply->tokens;
    } else {
        const Error &error = reply.error();
        if (error.kind == ErrorKind::RateLimited)
            m_waitUntil = m_clock.nowMs() + error.retryAfterMs.value_or(defaultWaitMs);
        // Giving up on a refresh says nothing about the list that is there.
        if (error.kind != ErrorKind::Cancelled || m_phase != Phase::Ready)
            m_lastError = error;
        if (m_phase != Phase::Ready)
            m_phase = Phase::Failed;
    }
    armPoll();
    const QPointer<Session> guard(this);
    const quint64 generation = m_listGeneration;
    if (changed)
        Q_EMIT tokensChanged(m_tokens, reply->diff);
    if (!guard || generation != m_listGeneration)
        return;
    if (reply)
        Q_EMIT looked(m_tokens, reply->stamp);
    if (!guard || generation != m_listGeneration)
        return;
    Q_EMIT statusChanged();
    if (!guard || generation != m_listGeneration)
        return;
    Q_EMIT refreshed();
    // The name of the organization may have been lost to the same outage, or to an action that was in a hurry.
    if (guard && generation == m_listGeneration && reply && !m_organization)
        askOrganization();
}

void Session::askOrganization()
{
    if (!m_service || m_askingOrganization)
        return;
    m_askingOrganization = true;
    m_service->organization([this, generation = m_serviceGeneration](Result<Organization> reply) {
        if (generation != m_serviceGeneration)
            return;
        m_askingOrganization = false;
        // Without a name the list is as good as before; what is wrong with the server shows in the list's own error.
        if (!reply)
            return;
        m_organization = *reply;
        Q_EMIT statusChanged();
    });
}

void Session::beginAction()
{
    Q_ASSERT(m_service && !m_acting);
    m_acting = true;
    m_poll.stop();
    if (m_refreshing) {
        // What it would bring is older than what the action changes.
        m_refreshing = false;
        ++m_listGeneration;
        m_service->cancelReads();
    }
    Q_EMIT statusChanged();
}

void Session::endAction()
{
    m_acting = false;
    armPoll();
    Q_EMIT statusChanged();
}

void Session::noteActionError(const Error &error)
{
    if (error.kind == ErrorKind::RateLimited)
        m_waitUntil = m_clock.nowMs() + error.retryAfterMs.value_or(defaultWaitMs);
    // The list on screen is then old too, and stays so until there is a new access token.
    if (endsSignIn(error.kind))
        m_lastError = error;
}

} // namespace tokendesk
