// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile.h"

#include "core/serverurl.h"

namespace tokendesk {

bool hasProviderElsewhere(const Profile &profile)
{
    return profile.usesProvider() && !isSameOrigin(QUrl(profile.provider.issuer), profile.serverUrl);
}

} // namespace tokendesk
