// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QString>

#include <functional>

namespace tokendesk {

/// Single entries of a keychain, one call at a time; what src/auth/credentialtransfer.h makes credentials of.
/// Threads: gui thread only. Every callback runs exactly once, or never if the operation is given up: what it holds
/// is released then. KeychainMissing means that a store which is not locked has no such entry.
class KeychainEntries
{
public:
    using ReadReply = std::function<void(Result<Secret>)>;
    using DoneReply = std::function<void(Result<void>)>;

    virtual ~KeychainEntries() = default;
    virtual void readEntry(const QString &name, ReadReply reply) = 0;
    /// Overwrites. At most maxKeychainEntryBytes of text.
    virtual void writeEntry(const QString &name, const Secret &secret, DoneReply reply) = 0;
    virtual void removeEntry(const QString &name, DoneReply reply) = 0;
};

} // namespace tokendesk
