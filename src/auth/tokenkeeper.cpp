// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/tokenkeeper.h"

#include <algorithm>

namespace tokendesk {

namespace {

/// For `context` only, and as long as it is there.
template <class Reply>
auto guarded(QObject *context, Reply reply)
{
    return [guard = QPointer<QObject>(context), reply = std::move(reply)](auto result) {
        if (guard)
            reply(std::move(result));
    };
}

} // namespace

TokenKeeper::TokenKeeper(OidcClient &client, CredentialStore &store, std::shared_ptr<AccessTokenSource> handedOut,
                         Options options, QObject *parent)
    : QObject(parent), m_client(client), m_handedOut(std::move(handedOut)), m_options(std::move(options)),
      m_vault(store, m_options.vault)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TokenKeeper::tick);
}

TokenKeeper::~TokenKeeper() = default;

void TokenKeeper::enqueue(std::function<void()> step)
{
    m_steps.push_back(std::move(step));
    if (!m_busy)
        nextStep();
}

void TokenKeeper::nextStep()
{
    if (m_steps.empty()) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (!m_busy)
                    Q_EMIT idle();
            },
            Qt::QueuedConnection);
        return;
    }
    m_busy = true;
    const auto step = std::move(m_steps.front());
    m_steps.pop_front();
    step();
}

void TokenKeeper::stepDone()
{
    m_vault.close();
    m_busy = false;
    nextStep();
}

void TokenKeeper::adopt(Grant grant, QObject *context, Done stored)
{
    ++m_generation;
    m_needsSignIn = false;
    m_status.identity = grant.identity;
    handOut(grant);
    auto token = std::make_shared<Secret>(std::move(grant.refreshToken));
    enqueue([this, token, done = Done(guarded(context, std::move(stored)))] { storeHeld(std::move(*token), done); });
    publish();
}

void TokenKeeper::store(QObject *context, Done done)
{
    const bool again = m_status.storingProblem.has_value();
    enqueue([this, again, done = Done(guarded(context, std::move(done)))] {
        if (again)
            return storeHeld(m_vault.held().clone(), done);
        QMetaObject::invokeMethod(
            this,
            [this, done] {
                storingEnded(m_status.storingProblem ? Result<void>(failure(*m_status.storingProblem)) : Result<void>(),
                             done);
            },
            Qt::QueuedConnection);
    });
}

void TokenKeeper::keepInMemory()
{
    m_vault.keepInMemory();
    m_status.storingProblem.reset();
    publish();
}

void TokenKeeper::storeHeld(Secret token, Done done)
{
    // With a lock, so that another window's renewal of the sign-in before does not overwrite this one. Without it too:
    // the person has just signed in.
    m_vault.open(
        [this, held = std::make_shared<Secret>(std::move(token)), done = std::move(done)](const Result<void> &) {
            const auto ended = [this, done](Result<void> result) { storingEnded(std::move(result), done); };
            // One of an earlier sign-in must not come back at the next start.
            if (held->isEmpty())
                m_vault.remove(ended);
            else
                m_vault.hold(std::move(*held), ended);
        });
}

void TokenKeeper::storingEnded(Result<void> result, const Done &done)
{
    m_status.storingProblem = result ? std::nullopt : std::optional(result.error());
    stepDone();
    publish();
    done(std::move(result));
}

void TokenKeeper::restore(QObject *context, Done done)
{
    if (isLeaving())
        ++m_generation;
    m_waiters.emplace_back(guarded(context, std::move(done)));
    refresh();
}

void TokenKeeper::renew(const Secret &refused, QObject *context, Done done)
{
    const Secret current = currentAccessToken();
    if (!current.isEmpty() && !current.equals(refused.view())) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
        return;
    }
    // The provider asked for a pause.
    if (m_retryAtMs && now() < *m_retryAtMs && m_status.renewalProblem->retryAfterMs) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done), problem = *m_status.renewalProblem] { done(failure(problem)); },
            Qt::QueuedConnection);
        return;
    }
    m_waiters.emplace_back(guarded(context, std::move(done)));
    refresh();
}

void TokenKeeper::refresh()
{
    if (std::exchange(m_refreshing, true))
        return;
    enqueue([this] {
        m_refreshGeneration = m_generation;
        m_vault.open([this](const Result<void> &opened) {
            if (opened)
                askForGrant();
            else if (m_isIn && opened.error().kind == ErrorKind::KeychainMissing)
                refreshed(failure({.kind = ErrorKind::SignInRequired}));
            else
                refreshed(failure(opened.error()));
        });
    });
}

void TokenKeeper::askForGrant()
{
    if (m_vault.held().isEmpty())
        return refreshed(failure({.kind = ErrorKind::SignInRequired}));
    auto fields = std::make_shared<FormFields>();
    fields->add("grant_type", QStringLiteral("refresh_token")).add("refresh_token", m_vault.held());
    const QString subject = m_status.identity ? m_status.identity->subject : QString();
    m_client.requestGrant(fields, {.subject = subject}, this,
                          [this](Result<Grant> grant) { refreshed(std::move(grant)); });
}

void TokenKeeper::refreshed(Result<Grant> grant)
{
    if (!grant) {
        if (isOvertaken())
            return refreshOvertaken();
        noteFailure(grant.error());
        return refreshEnded(failure(grant.error()));
    }
    auto kept = std::make_shared<Grant>(*std::move(grant));
    Secret token = kept->refreshToken.isEmpty() ? m_vault.held().clone() : std::move(kept->refreshToken);
    m_vault.hold(std::move(token), [this, kept](const Result<void> &stored) {
        if (isOvertaken())
            return refreshOvertaken();
        m_status.storingProblem = stored ? std::nullopt : std::optional(stored.error());
        m_needsSignIn = false;
        if (kept->identity)
            m_status.identity = kept->identity;
        handOut(*kept);
        refreshEnded({});
    });
}

/// The person signed in anew, which is as good as a renewal, or signs out.
void TokenKeeper::refreshOvertaken()
{
    refreshEnded(isLeaving() ? Result<void>(failure({.kind = ErrorKind::Cancelled})) : Result<void>());
}

void TokenKeeper::refreshEnded(const Result<void> &result)
{
    m_refreshing = false;
    const std::vector<Done> waiters = std::exchange(m_waiters, {});
    stepDone();
    publish();
    const QPointer<TokenKeeper> guard(this);
    for (const Done &done : waiters) {
        if (guard)
            done(result);
    }
}

void TokenKeeper::handOut(const Grant &grant)
{
    m_isIn = true;
    m_failures = 0;
    m_retryAtMs.reset();
    m_status.renewalProblem.reset();
    m_obtainedAtMs = now();
    m_status.expiresAtMs = grant.expiresAtMs;
    m_handedOut->set(grant.accessToken.clone());
}

void TokenKeeper::noteFailure(const Error &error)
{
    m_status.renewalProblem = error;
    m_needsSignIn = endsSignIn(error.kind);
    m_retryAtMs.reset();
    if (error.kind == ErrorKind::SignInRequired)
        m_vault.discard();
    // Before the first sign-in there is nothing to keep alive, and a keychain that asks would ask again and again.
    if (m_needsSignIn || m_vault.held().isEmpty())
        return;
    const qint64 pause =
        std::min<qint64>(m_options.firstRetry.count() << std::min(m_failures++, 16), m_options.lastRetry.count());
    // Not all windows at the same instant.
    const qint64 jitter = pause * static_cast<unsigned char>(m_client.world().random(1).at(0)) / 1024;
    m_retryAtMs = now() + std::max(pause + jitter, error.retryAfterMs.value_or(0));
}

void TokenKeeper::signOut(QObject *context, std::function<void(SignedOut)> done)
{
    m_leaving = ++m_generation;
    auto accessToken = std::make_shared<Secret>(currentAccessToken());
    m_handedOut->clear();
    enqueue([this, accessToken, reply = std::function<void(SignedOut)>(guarded(context, std::move(done)))] {
        // Whether the lock can be had or not; open() finds the newest token, which is the one to revoke.
        m_vault.open([this, accessToken, reply](const Result<void> &) {
            revokeAndForget(m_client, m_vault, std::move(*accessToken), this, [this, reply](SignedOut report) {
                if (isLeaving()) {
                    m_isIn = false;
                    m_needsSignIn = false;
                    m_retryAtMs.reset();
                }
                stepDone();
                publish();
                reply(std::move(report));
            });
        });
    });
    publish();
}

std::optional<qint64> TokenKeeper::nextRenewal() const
{
    if (m_refreshing || m_needsSignIn || isLeaving() || m_vault.held().isEmpty())
        return std::nullopt;
    if (m_retryAtMs)
        return m_retryAtMs;
    if (m_status.expiresAtMs == noInstant)
        return std::nullopt;
    return m_obtainedAtMs + (m_status.expiresAtMs - m_obtainedAtMs) * 4 / 5;
}

TokenKeeper::State TokenKeeper::judge() const
{
    if (isLeaving())
        return State::SignedOut;
    if (m_needsSignIn)
        return State::NeedsSignIn;
    const bool isRenewable = !m_vault.held().isEmpty();
    if (m_status.expiresAtMs == noInstant || now() >= m_status.expiresAtMs) {
        if (isRenewable)
            return State::Expiring;
        return m_isIn ? State::NeedsSignIn : State::SignedOut;
    }
    const bool endsSoon = now() >= m_status.expiresAtMs - m_options.warnBefore.count();
    return endsSoon && (!isRenewable || m_status.renewalProblem) ? State::Expiring : State::SignedIn;
}

void TokenKeeper::tick()
{
    const std::optional<qint64> renewal = nextRenewal();
    if (renewal && now() >= *renewal)
        refresh();
    publish();
}

void TokenKeeper::scheduleTick()
{
    const std::optional<qint64> renewal = nextRenewal();
    if (!m_isIn && !renewal)
        return m_timer.stop();
    qint64 wait = m_options.longestNap.count();
    if (renewal)
        wait = std::clamp<qint64>(*renewal - now(), 0, wait);
    if (m_status.expiresAtMs != noInstant) {
        for (const qint64 instant : {m_status.expiresAtMs, m_status.expiresAtMs - m_options.warnBefore.count()}) {
            if (instant > now())
                wait = std::min(wait, instant - now());
        }
    }
    m_timer.start(static_cast<int>(wait));
}

void TokenKeeper::publish()
{
    if (isLeaving())
        m_status = {};
    m_status.isRenewable = !isLeaving() && !m_vault.held().isEmpty();
    m_status.state = judge();
    scheduleTick();
    if (m_status == m_published)
        return;
    m_published = m_status;
    Q_EMIT changed();
}

} // namespace tokendesk
