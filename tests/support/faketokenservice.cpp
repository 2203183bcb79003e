// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faketokenservice.h"

#include "core/tokenstatus.h"

#include <QCryptographicHash>
#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace tokendesk {

void FakeServer::release()
{
    hold = false;
    const auto held = std::exchange(m_held, {});
    for (const auto &answer : held)
        answer();
}

int FakeServer::count(const QString &request) const
{
    return static_cast<int>(std::count_if(requests.begin(), requests.end(), [&](const QString &seen) {
        return seen == request || seen.startsWith(request + u' ');
    }));
}

void FakeTokenService::later(std::function<void()> answer)
{
    auto guarded = [guard = QPointer<QObject>(this), answer = std::move(answer)] {
        if (guard)
            answer();
    };
    if (m_server.hold)
        m_server.m_held.push_back(guarded);
    else
        QTimer::singleShot(0, this, guarded);
}

std::optional<Error> FakeTokenService::failure(std::deque<Error> &queue)
{
    if (!queue.empty()) {
        Error error = queue.front();
        queue.pop_front();
        return error;
    }
    return m_server.everyError;
}

void FakeTokenService::list(TokenSnapshotPtr previous, ListProgress progress, ListReply reply)
{
    m_server.requests << QStringLiteral("list");
    later([this, generation = m_readGeneration, previous, progress, reply] {
        if (generation != m_readGeneration)
            return reply(tokendesk::failure({.kind = ErrorKind::Cancelled}));
        if (auto error = failure(m_server.listErrors))
            return reply(tokendesk::failure(*error));
        TokenListing listing;
        listing.tokens = snapshotOf(m_server.tokens);
        listing.diff = diffTokens(previous ? *previous : TokenSnapshot(), *listing.tokens);
        listing.stamp.receivedAtMs = m_server.m_clock.nowMs();
        listing.stamp.serverDateMs = listing.stamp.receivedAtMs + m_server.clockOffsetMs;
        if (progress)
            progress(listing.tokens->size(), listing.tokens->size());
        reply(listing);
    });
}

void FakeTokenService::create(CreateRequest request, CreateReply reply)
{
    m_server.requests << QStringLiteral("create ") + request.name;
    later([this, request, reply] {
        const auto error = failure(m_server.createErrors);
        if (error && !m_server.applyDespiteError)
            return reply(tokendesk::failure(*error));
        TestToken token;
        token.number = m_server.m_nextNumber++;
        token.name = request.name;
        token.singleUse = request.singleUse;
        token.createdAt = m_server.m_clock.nowMs() + m_server.clockOffsetMs;
        if (request.expiresInDays)
            token.expiresAt = token.createdAt + *request.expiresInDays * msPerDay;
        m_server.tokens.insert(m_server.tokens.begin(), token);
        if (error)
            return reply(tokendesk::failure(*error));
        m_server.lastSecret =
            "apt_" + QCryptographicHash::hash(QByteArray::number(token.number), QCryptographicHash::Sha256).toHex();
        CreatedToken created;
        created.id = testTokenId(token.number);
        created.name = token.name;
        created.token = Secret(m_server.lastSecret);
        created.setupCommand = Secret::fromText(m_server.setupCommand.arg(QString::fromLatin1(m_server.lastSecret)));
        created.singleUse = token.singleUse;
        created.createdAt = token.createdAt;
        created.expiresAt = token.expiresAt;
        reply(std::move(created));
    });
}

void FakeTokenService::revoke(QUuid id, RevokeReply reply)
{
    m_server.requests << QStringLiteral("revoke ") + id.toString(QUuid::WithoutBraces);
    later([this, id, reply] {
        const auto error = failure(m_server.revokeErrors);
        if (error && !m_server.applyDespiteError)
            return reply(tokendesk::failure(*error));
        auto found = std::find_if(m_server.tokens.begin(), m_server.tokens.end(),
                                  [&](const TestToken &token) { return testTokenId(token.number) == id; });
        if (found == m_server.tokens.end())
            return reply(tokendesk::failure({.kind = ErrorKind::NotFound, .httpStatus = 404}));
        if (found->revokedAt != noInstant)
            return reply(tokendesk::failure({.kind = ErrorKind::Validation,
                                             .httpStatus = 400,
                                             .serverCode = QStringLiteral("VALIDATION_ERROR"),
                                             .serverMessage = QStringLiteral("token is already revoked")}));
        found->revokedAt = m_server.m_clock.nowMs() + m_server.clockOffsetMs;
        if (error)
            return reply(tokendesk::failure(*error));
        reply(Revocation{id, found->revokedAt});
    });
}

void FakeTokenService::organization(OrganizationReply reply)
{
    m_server.requests << QStringLiteral("organization");
    later([this, generation = m_readGeneration, reply] {
        if (generation != m_readGeneration)
            return reply(tokendesk::failure({.kind = ErrorKind::Cancelled}));
        if (auto error = failure(m_server.organizationErrors))
            return reply(tokendesk::failure(*error));
        reply(Organization{QStringLiteral("7c9e6679-7425-40de-944b-e07fc1f90ae7"), m_server.organization,
                           QStringLiteral("acme")});
    });
}

void FakeTokenService::cancelReads()
{
    m_server.requests << QStringLiteral("cancelReads");
    ++m_readGeneration;
}

} // namespace tokendesk
