// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/accesstokensource.h"
#include "core/secret.h"

#include <memory>

namespace tokendesk {

/// What a person typed for one connection; empty: nothing.
struct ConnectionSecrets
{
    Secret accessToken;   ///< for SignInMethod::AccessToken
    Secret proxyPassword; ///< for a proxy of the profile's own that has a user

    ConnectionSecrets(Secret token = {}, Secret password = {})
        : accessToken(std::move(token)), proxyPassword(std::move(password))
    {}
};

/// What the requests of one connection take their secrets from. Never null.
struct ConnectionSources
{
    std::shared_ptr<AccessTokenSource> accessToken = std::make_shared<AccessTokenSource>();
    std::shared_ptr<AccessTokenSource> proxyPassword = std::make_shared<AccessTokenSource>();
};

} // namespace tokendesk
