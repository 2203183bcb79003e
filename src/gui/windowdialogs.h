// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/profile.h"
#include "core/secret.h"

#include <QUuid>

#include <functional>
#include <optional>
#include <vector>

class QWidget;

namespace tokendesk {

/// Why the connect dialog opens; decides its wording and where the cursor is.
enum class ConnectReason {
    First,          ///< nothing is set up yet
    NewAccessToken, ///< the server no longer accepts the token: cursor in the access token field
    Change,         ///< the person wants to look at or change the connection
};

/// The dialogs the main window opens, bound by the composition root, so that window and dialogs do not know each other.
/// Every function returns at once; the dialog is modal to the window and deletes itself. No nested event loop.
struct WindowDialogs
{
    /// The profile's editor. `connected` runs when a session has been opened with the profile as it is now, or when
    /// only what does not touch the connection (its name, its colour) has been changed.
    std::function<void(QWidget *parent, ConnectReason reason, const std::optional<Profile> &profile,
                       std::function<void(const Profile &profile)> connected)>
        connectServer;
    /// Begins at once; modal to `parent`. `signedIn` runs when the session is open with the profile as it is now
    /// (keepsSecrets may have become false). `proxyPassword`: empty for the one in the keychain.
    std::function<void(QWidget *parent, const Profile &profile, Secret proxyPassword,
                       std::function<void(const Profile &profile)> signedIn)>
        signIn;
    /// What is wrong with the server's certificate, and pinning it. `trusted` runs with the profile whose trust is
    /// changed; nothing is saved by the dialog. Without `trusted` (the certificate is not that of the profile's server)
    /// it is only shown.
    std::function<void(QWidget *parent, const Profile &profile, const Error &error,
                       std::function<void(const Profile &profile)> trusted)>
        showCertificate;
    /// New Token, then Token Created. `created` runs when the server has made one, with its id.
    std::function<void(QWidget *parent, std::function<void(const QUuid &id)> created)> newToken;
    std::function<void(QWidget *parent, const std::vector<QUuid> &ids)> revokeTokens;
    /// Add, edit, duplicate, delete, order.
    std::function<void(QWidget *parent)> manageProfiles;
    /// Not modal.
    std::function<void(QWidget *parent)> showLog;
};

} // namespace tokendesk
