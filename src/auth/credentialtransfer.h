// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/keychainentries.h"

namespace tokendesk {

/// A credential lives in the entry `key`, and, if it is long, in `key` + "/2", "/3", … too (auth/secretparts.h).
/// These walk the entries in an order in which a write or a removal that breaks off half-way is noticed by the next
/// read, and cleaned up by the next write or removal. `entries` must outlive the reply; the reply comes once, or never
/// if `entries` gives up.

/// KeychainFailed where parts are missing or belong to different writes.
void readCredential(KeychainEntries &entries, const QString &key, KeychainEntries::ReadReply reply);

/// Writes the further parts, then the first entry, removes parts of a longer secret that was there before, and reads
/// everything back. Nothing is written where the secret is no text or too long.
void writeCredential(KeychainEntries &entries, const QString &key, Secret secret, KeychainEntries::DoneReply reply);

/// Removes the parts, last one first, then the first entry, and looks whether they are gone.
void removeCredential(KeychainEntries &entries, const QString &key, KeychainEntries::DoneReply reply);

} // namespace tokendesk
