// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/pastedtoken.h"

#include "core/jwt.h"
#include "core/safetext.h"

namespace tokendesk {

namespace {

/// More than a status bar can show.
constexpr qsizetype maxWho = 200;

QString firstText(const QJsonObject &claims, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        const QString text = claims.value(name).toString();
        if (!text.isEmpty())
            return boundedServerText(text, maxWho);
    }
    return {};
}

} // namespace

PastedToken readPastedToken(const Secret &accessToken)
{
    const auto jwt = parseJwt(accessToken.view());
    if (!jwt)
        return {};
    return {firstText(jwt->claims, {QLatin1StringView("email"), QLatin1StringView("preferred_username"),
                                    QLatin1StringView("name"), QLatin1StringView("sub")}),
            numericDate(jwt->claims.value(QLatin1StringView("exp")))};
}

SignInStatus statusOf(const PastedToken &token, qint64 localNowMs, qint64 serverOffsetMs, const Error *refused)
{
    using State = SignInStatus::State;
    SignInStatus status{.who = token.who};
    if (token.expiresAtMs != noInstant) {
        status.expiresAtMs = token.expiresAtMs - serverOffsetMs;
        status.state = localNowMs < status.expiresAtMs - expiryWarningMs ? State::SignedIn : State::Expiring;
    }
    if (refused && endsSignIn(refused->kind)) {
        status.state = State::NeedsSignIn;
        status.problem = *refused;
    }
    return status;
}

} // namespace tokendesk
