// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokensnapshot.h"

#include <QRandomGenerator>

#include <string>
#include <vector>

namespace tokendesk::bench {

/// A list of tokens as an organization of some years would have it, the same one for the same number: names by pattern
/// and by hand, with accents; random ids; every state. The newest token comes first.
class SampleList
{
public:
    /// `now`: milliseconds since the epoch, UTC.
    SampleList(int count, qint64 now);

    [[nodiscard]] TokenSnapshotPtr snapshot() const;
    /// What a refresh brings: `changed` tokens have been used, `added` ones are new.
    void advance(int changed, int added);

private:
    struct Token
    {
        TokenRow row;
        std::string name;
    };
    [[nodiscard]] Token randomToken(qint64 createdAt);

    QRandomGenerator m_random{20'260'301};
    qint64 m_now;
    std::vector<Token> m_tokens;
};

} // namespace tokendesk::bench
