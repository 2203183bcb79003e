// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/signout.h"

namespace tokendesk {

namespace {

struct Leaving
{
    OidcClient &client;
    RefreshTokenVault &vault;
    Secret accessToken;
    QPointer<QObject> context;
    std::function<void(SignedOut)> done;
    SignedOut report{};
};
using LeavingPtr = std::shared_ptr<Leaving>;

void note(SignedOut &report, const Result<bool> &revoked)
{
    if (!revoked) {
        report.revocation = SignedOut::Revocation::Failed;
        report.revocationError = revoked.error();
    } else {
        report.revocation = *revoked ? SignedOut::Revocation::Done : SignedOut::Revocation::NotOffered;
    }
}

void forget(const LeavingPtr &leaving)
{
    leaving->vault.remove([leaving](const Result<void> &removed) {
        if (!removed)
            leaving->report.keychainError = removed.error();
        if (leaving->context)
            leaving->done(std::move(leaving->report));
    });
}

void revokeAccessToken(const LeavingPtr &leaving, bool counts)
{
    if (leaving->accessToken.isEmpty())
        return forget(leaving);
    leaving->client.revoke(leaving->accessToken, OidcClient::TokenKind::Access, leaving->context,
                           [leaving, counts](const Result<bool> &revoked) {
                               if (counts)
                                   note(leaving->report, revoked);
                               forget(leaving);
                           });
}

} // namespace

void revokeAndForget(OidcClient &client, RefreshTokenVault &vault, Secret accessToken, QObject *context,
                     std::function<void(SignedOut)> done)
{
    const auto leaving =
        std::make_shared<Leaving>(Leaving{client, vault, std::move(accessToken), context, std::move(done)});
    if (vault.held().isEmpty())
        return revokeAccessToken(leaving, true);
    client.revoke(vault.held(), OidcClient::TokenKind::Refresh, context, [leaving](const Result<bool> &revoked) {
        note(leaving->report, revoked);
        // With the refresh token the sign-in is over; an access token that cannot be revoked by itself (most JWTs) ends
        // in minutes, and is no failure.
        revokeAccessToken(leaving, false);
    });
}

} // namespace tokendesk
