// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile.h"

#include <optional>

class QSettings;

namespace tokendesk {

/// The connection that comes back at the next start, as settings keep it under "connection/". Never a secret.
struct SavedConnection
{
    Profile profile;
    /// The access token is in the keychain; otherwise it was for one session only.
    bool tokenInKeychain = true;

    /// Nothing where none is saved, or where what is saved makes no sense or would not be safe (core/serverurl.h).
    [[nodiscard]] static std::optional<SavedConnection> load(const QSettings &settings);
    void save(QSettings &settings) const;
    /// Only if it is this profile that is saved.
    static void remove(QSettings &settings, const Profile &profile);
};

} // namespace tokendesk
