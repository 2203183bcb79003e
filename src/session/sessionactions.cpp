// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessionactions.h"

#include <algorithm>

namespace tokendesk {

namespace {

/// The server stamps created_at with its own clock, which is known to a second or two.
constexpr qint64 createdSinceToleranceMs = 10'000;

/// The next token would meet the same.
bool endsTheRun(ErrorKind kind)
{
    if (endsSignIn(kind))
        return true;
    switch (kind) {
    case ErrorKind::Forbidden:
    case ErrorKind::RateLimited:
    case ErrorKind::Network:
    case ErrorKind::Tls:
    case ErrorKind::PinChanged:
    case ErrorKind::AuthorityFile:
    case ErrorKind::ProxyFailed:
    case ErrorKind::ProxyNotFound:
    case ErrorKind::ProxyTimeout:
    case ErrorKind::ProxyAuthentication:
    case ErrorKind::ClearTextRefused:
        return true;
    default:
        return false;
    }
}

std::vector<QUuid> tokensThatFit(const CreateRequest &request, const TokenSnapshot &before, const TokenSnapshot &now,
                                 qint64 sentAt)
{
    std::vector<QUuid> fitting;
    const std::string name = request.name.toStdString();
    for (quint32 row = 0; row < now.size(); ++row) {
        const TokenRow &token = now.row(row);
        if (token.createdAt >= sentAt - createdSinceToleranceMs && token.singleUse == request.singleUse &&
            now.nameUtf8(row) == name && !before.rowOf(token.id))
            fitting.push_back(token.id);
    }
    return fitting;
}

} // namespace

void Session::create(const CreateRequest &request, QObject *context, std::function<void(CreateOutcome)> done)
{
    beginAction();
    m_create = std::make_unique<PendingCreate>();
    m_create->request = request;
    m_create->context = context;
    m_create->done = std::move(done);
    m_create->before = m_tokens;
    m_create->sentAt = m_serverClock.nowMs();
    m_service->create(request, [this, generation = m_serviceGeneration](Result<CreatedToken> reply) {
        if (generation == m_serviceGeneration)
            created(std::move(reply));
    });
}

void Session::created(Result<CreatedToken> reply)
{
    if (reply || reply.error().kind != ErrorKind::OutcomeUnknown) {
        if (!reply)
            noteActionError(reply.error());
        const bool worked = reply.has_value();
        const QPointer<Session> guard(this);
        // The secret first; the list can wait.
        finishCreate({.result = std::move(reply), .listReloaded = false, .candidates = {}});
        if (guard && worked)
            refresh();
        return;
    }
    startListing([this, error = reply.error()](bool worked) {
        CreateOutcome outcome{.result = failure(error), .listReloaded = worked, .candidates = {}};
        if (worked)
            outcome.candidates = tokensThatFit(m_create->request, *m_create->before, *m_tokens, m_create->sentAt);
        finishCreate(std::move(outcome));
    });
}

void Session::finishCreate(CreateOutcome outcome)
{
    const std::unique_ptr<PendingCreate> create = std::move(m_create);
    endAction();
    if (create->context)
        create->done(std::move(outcome));
}

void Session::revoke(std::vector<QUuid> ids, QObject *context, std::function<void(RevokeResult)> result,
                     std::function<void()> done)
{
    beginAction();
    m_revoke = std::make_unique<RevokeRun>();
    m_revoke->waiting.assign(ids.begin(), ids.end());
    m_revoke->context = context;
    m_revoke->result = std::move(result);
    m_revoke->done = std::move(done);
    revokeNext();
}

void Session::cancelRevoke()
{
    if (m_revoke)
        m_revoke->stopped = true;
}

void Session::revokeNext()
{
    if (m_revoke->stopped) {
        while (!m_revoke->waiting.empty()) {
            const QUuid id = m_revoke->waiting.front();
            m_revoke->waiting.pop_front();
            m_revoke->report({.id = id, .kind = RevokeResult::Kind::NotAttempted, .error = {}});
        }
    }
    if (m_revoke->waiting.empty()) {
        m_revoke->current.reset();
        startListing([this](bool worked) { settleRevokes(worked); });
        return;
    }
    const QUuid id = m_revoke->waiting.front();
    m_revoke->waiting.pop_front();
    m_revoke->current = id;
    m_service->revoke(id, [this, id, generation = m_serviceGeneration](const Result<Revocation> &reply) {
        if (generation == m_serviceGeneration)
            revokeAnswered(id, reply);
    });
}

void Session::revokeAnswered(const QUuid &id, const Result<Revocation> &reply)
{
    using Kind = RevokeResult::Kind;
    m_revoke->current.reset();
    if (reply) {
        m_revoke->report({.id = id, .kind = Kind::Revoked, .error = {}});
    } else {
        const Error &error = reply.error();
        noteActionError(error);
        const auto row = m_tokens->rowOf(id);
        if (error.kind == ErrorKind::NotFound)
            m_revoke->report({.id = id, .kind = Kind::NotFound, .error = error});
        else if (error.kind == ErrorKind::Validation && row && m_tokens->row(*row).revokedAt != noInstant)
            m_revoke->report({.id = id, .kind = Kind::AlreadyRevoked, .error = {}});
        else if (error.kind == ErrorKind::Validation || error.kind == ErrorKind::Conflict ||
                 error.kind == ErrorKind::OutcomeUnknown)
            // 400 says as little as a lost reply does (docs/api, revokeProvisioningToken): a reload must tell.
            m_revoke->unsettled.push_back({id, error});
        else
            m_revoke->report({.id = id, .kind = Kind::Failed, .error = error});
        if (endsTheRun(error.kind))
            m_revoke->stopped = true;
    }
    revokeNext();
}

void Session::settleRevokes(bool listReloaded)
{
    using Kind = RevokeResult::Kind;
    const std::unique_ptr<RevokeRun> run = std::move(m_revoke);
    const QPointer<Session> guard(this);
    if (run->current) // the service was given up in mid-request
        run->unsettled.push_back({*run->current, {.kind = ErrorKind::OutcomeUnknown, .cause = ErrorKind::Cancelled}});
    const TokenSnapshotPtr tokens = m_tokens;
    for (const auto &[id, error] : run->unsettled) {
        const bool lost = error.kind == ErrorKind::OutcomeUnknown;
        RevokeResult result{.id = id, .kind = lost ? Kind::Unknown : Kind::Failed, .error = error};
        if (listReloaded) {
            const auto row = tokens->rowOf(id);
            if (!row)
                result.kind = Kind::NotFound;
            else if (tokens->row(*row).revokedAt == noInstant)
                result.kind = Kind::Failed;
            else
                result.kind = lost ? Kind::Revoked : Kind::AlreadyRevoked;
        }
        run->report(result);
    }
    for (const QUuid &id : run->waiting)
        run->report({.id = id, .kind = Kind::NotAttempted, .error = {}});
    if (!guard)
        return;
    endAction();
    if (run->context)
        run->done();
}

} // namespace tokendesk
