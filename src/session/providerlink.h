// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/tokenkeeper.h"
#include "core/profile.h"
#include "core/signinstatus.h"
#include "session/connectionsecrets.h"

#include <functional>

namespace tokendesk {

/// One profile and its OpenID Connect provider: how that is reached, what it gave, and what keeps it alive. Shared by
/// the connector, a sign-in under way and the service whose requests carry its tokens. Gui thread.
struct ProviderLink
{
    using World = std::function<SignInWorld(const Profile &profile, const ConnectionSources &sources)>;

    /// `store` outlives this object.
    ProviderLink(const Profile &of, const World &world, ConnectionSources from, CredentialStore &store);

    /// Whether it can go on serving the profile as it is now: another provider, trust or proxy needs another link.
    [[nodiscard]] bool fits(const Profile &now) const;

    /// `refused`: the server's last word; null for none.
    [[nodiscard]] SignInStatus status(const Error *refused) const;

    const Profile profile;
    const ConnectionSources sources;
    OidcClient client;
    TokenKeeper keeper;
};

} // namespace tokendesk
