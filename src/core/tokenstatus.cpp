// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokenstatus.h"

#include <QCoreApplication>

namespace tokendesk {

namespace {

bool usedUp(const TokenRow &token)
{
    if (!token.singleUse || token.useCount == 0)
        return false;
    if (token.revokedAt == noInstant)
        return true;
    return token.lastUsedAt != noInstant && qAbs(token.revokedAt - token.lastUsedAt) <= retiredByUseToleranceMs;
}

struct StateText
{
    Q_DECLARE_TR_FUNCTIONS(TokenState)
};

} // namespace

TokenState settledState(const TokenRow &token)
{
    if (usedUp(token))
        return TokenState::UsedUp;
    return token.revokedAt != noInstant ? TokenState::Revoked : TokenState::Active;
}

TokenState tokenState(const TokenRow &token, qint64 now, qint64 horizonMs)
{
    if (const TokenState settled = settledState(token); settled != TokenState::Active || token.expiresAt == noInstant)
        return settled;
    if (token.expiresAt <= now)
        return TokenState::Expired;
    return token.expiresAt - now <= horizonMs ? TokenState::Expiring : TokenState::Active;
}

qint64 nextStateChange(const TokenRow &token, qint64 now, qint64 horizonMs)
{
    switch (tokenState(token, now, horizonMs)) {
    case TokenState::Active:
        return token.expiresAt == noInstant ? noInstant : token.expiresAt - horizonMs;
    case TokenState::Expiring:
        return token.expiresAt;
    case TokenState::UsedUp:
    case TokenState::Expired:
    case TokenState::Revoked:
        return noInstant;
    }
    Q_UNREACHABLE();
}

QString stateWord(TokenState state)
{
    switch (state) {
    case TokenState::Expiring:
        return StateText::tr("Expiring");
    case TokenState::Active:
        return StateText::tr("Active");
    case TokenState::UsedUp:
        return StateText::tr("Used up");
    case TokenState::Expired:
        return StateText::tr("Expired");
    case TokenState::Revoked:
        return StateText::tr("Revoked");
    }
    Q_UNREACHABLE();
}

QString stateExplanation(TokenState state)
{
    switch (state) {
    case TokenState::Expiring:
        return StateText::tr("Devices can join with it now, but it expires soon.");
    case TokenState::Active:
        return StateText::tr("Devices can join with it.");
    case TokenState::UsedUp:
        return StateText::tr("It was for a single use and a device has joined with it. The server retired it.");
    case TokenState::Expired:
        return StateText::tr("Its time has passed. No device can join with it any more.");
    case TokenState::Revoked:
        return StateText::tr("It was revoked. No device can join with it any more.");
    }
    Q_UNREACHABLE();
}

} // namespace tokendesk
