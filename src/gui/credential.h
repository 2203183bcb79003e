// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errortext.h"
#include "core/profile.h"

#include <optional>

namespace tokendesk {

/// What whoever uses this connection has to give where the server wants more.
[[nodiscard]] inline Credential credentialOf(const std::optional<Profile> &profile)
{
    return profile && profile->usesProvider() ? Credential::SignIn : Credential::AccessToken;
}

} // namespace tokendesk
