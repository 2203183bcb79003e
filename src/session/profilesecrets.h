// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/credentialstore.h"
#include "core/signinstatus.h"
#include "session/providerlink.h"

namespace tokendesk {

/// A profile's secrets for the store; empty ones are not written. One after the other; `done` gets the first error,
/// runs once, from the event loop, unless `context` is gone. `store` outlives the reply.
void storeSecrets(CredentialStore &store, const QUuid &profile, ConnectionSecrets secrets, QObject *context,
                  std::function<void(Result<void>)> done);

/// Signs out over `link` (null: nothing to sign out of), then removes every secret of the profile from the store, kept
/// or not, and looks whether they are gone. A store that is locked or silent is not asked for the next one. `store`
/// outlives the reply. `done` runs once, from the event loop, unless `context` is gone; forgetting goes on in any case.
void forgetSecrets(CredentialStore &store, const QUuid &profile, std::shared_ptr<ProviderLink> link, QObject *context,
                   std::function<void(const Forgotten &)> done);

} // namespace tokendesk
