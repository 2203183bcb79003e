// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "session/tokenservice.h"

#include <QObject>

#include <chrono>
#include <map>
#include <memory>

namespace tokendesk {

/// How a service gets a new access token; see TokenKeeper.
struct TokenRenewal
{
    /// What requests carry now.
    std::function<Secret()> current;
    /// Done at once where `refused` is not the current one any more. Calls back once, from the event loop, unless
    /// `context` is gone.
    std::function<void(const Secret &refused, QObject *context, std::function<void(Result<void>)> done)> renew;
};

/// A server that is signed in to with a provider: does about a 401 what can be done. What only reads is asked once more
/// with a new access token. What changes something is never sent again: the answer is SignInRenewed, once there is a
/// new access token, for the person to repeat it. Where there is no new one the answer says why (SignInRequired, or
/// what the network gave); 401 to the new one too is SignInNotAccepted.
///
/// A change whose renewal takes too long ends in Timeout; the renewal goes on.
class SignedInTokenService final : public QObject, public TokenService
{
    Q_OBJECT
public:
    /// `patience`: how long what was to be changed waits for a renewal.
    SignedInTokenService(std::unique_ptr<TokenService> inner, TokenRenewal renewal,
                         std::chrono::milliseconds patience = std::chrono::seconds(60));
    ~SignedInTokenService() override;

    void list(TokenSnapshotPtr previous, ListProgress progress, ListReply reply) override;
    void create(CreateRequest request, CreateReply reply) override;
    void revoke(QUuid id, RevokeReply reply) override;
    void organization(OrganizationReply reply) override;
    void cancelReads() override;

private:
    template <class T>
    using Reply = std::function<void(Result<T>)>;
    template <class T>
    void read(std::function<void(Reply<T>)> ask, Reply<T> reply, int renewals);
    template <class T>
    Reply<T> afterChange(Reply<T> reply);

    const std::unique_ptr<TokenService> m_inner;
    const TokenRenewal m_renewal;
    const std::chrono::milliseconds m_patience;
    /// Reads that wait for a renewal: what ends them as cancelled.
    std::map<quint64, std::function<void()>> m_waitingReads;
    quint64 m_nextRead = 0;
};

} // namespace tokendesk
