// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tokenwords.h"

#include "core/relativetime.h"
#include "core/safetext.h"

#include <QCoreApplication>

namespace tokendesk {

namespace {

struct TokenWords
{
    Q_DECLARE_TR_FUNCTIONS(TokenWords)
};

} // namespace

QString tokenInWords(const TokenSnapshot &tokens, quint32 row, TokenState state, qint64 now)
{
    const TokenRow &token = tokens.row(row);
    QStringList words{stateWord(state)};
    //: %1 is "3 days ago"
    words << TokenWords::tr("created %1").arg(relativeTime(token.createdAt, now));
    switch (state) {
    case TokenState::Active:
    case TokenState::Expiring:
        words << (token.expiresAt == noInstant ? TokenWords::tr("never expires")
                                               //: %1 is "in 2 weeks"
                                               : TokenWords::tr("expires %1").arg(relativeTime(token.expiresAt, now)));
        break;
    case TokenState::Expired:
        //: %1 is "3 days ago"
        words << TokenWords::tr("expired %1").arg(relativeTime(token.expiresAt, now));
        break;
    case TokenState::Revoked:
        //: %1 is "3 days ago"
        words << TokenWords::tr("revoked %1").arg(relativeTime(token.revokedAt, now));
        break;
    case TokenState::UsedUp:
        break;
    }
    words << TokenWords::tr("%Ln use(s)", nullptr, static_cast<int>(std::min(token.useCount, 1'000'000'000U)));
    words << (token.lastUsedAt == noInstant ? TokenWords::tr("never used")
                                            //: %1 is "3 days ago"
                                            : TokenWords::tr("last used %1").arg(relativeTime(token.lastUsedAt, now)));
    //: %1 is a token's name, %2 what is known of it: "Active, created 3 days ago, 12 uses"
    return TokenWords::tr("%1: %2").arg(isolatedText(tokens.name(row)), words.join(QStringLiteral(", ")));
}

} // namespace tokendesk
