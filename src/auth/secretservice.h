// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QObject;

namespace tokendesk {

/// What the Secret Service of this session (freedesktop.org Secret Service API 0.2) says of itself. libsecret answers
/// "not found" alike for an entry that is not there and for one in a locked collection whose prompt was cancelled or
/// could not be shown, and "other error" where there is no service.
enum class SecretServiceState {
    NoBus,        ///< there is no session bus
    NoService,    ///< nobody owns org.freedesktop.secrets, and no KWallet runs either
    OtherService, ///< KWallet is there, and is what qtkeychain uses: on KDE, or for want of a Secret Service
    Present,      ///< the entry is there and open, whatever was said a moment ago
    Locked,       ///< the entry lies in a locked collection, or the default collection is locked
    Open,         ///< the entry is not there; the default collection is open, or there is none at all
    NoAnswer,     ///< the owner did not reply in time
};

/// Asks without unlocking anything and without a prompt. The reply comes later, once, unless `context` dies first.
/// Nothing blocks but the first use of the session bus, which connects to a local socket.
/// `service` and `key` as qtkeychain names them: the attributes "server" and "user".
void askSecretService(QObject *context, const QString &service, const QString &key,
                      const std::function<void(SecretServiceState)> &reply);

} // namespace tokendesk
