// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QString>

#include <functional>

namespace tokendesk {

/// Where credentials live between two starts: the OS keychain, or nothing but memory. Never a file of ours.
///
/// Keys are "tokendesk/<profile-uuid>/<kind>". Threads: gui thread only; every callback runs there, after the call has
/// returned, exactly once unless the store is destroyed first. Nothing blocks: a store that does not answer in time
/// ends in ErrorKind::KeychainTimeout. Errors are the ErrorKind::Keychain… ones.
class CredentialStore
{
public:
    using ReadReply = std::function<void(Result<Secret>)>;
    using DoneReply = std::function<void(Result<void>)>;

    virtual ~CredentialStore() = default;

    /// KeychainMissing does not mean that the entry was never there: a locked store may say so too.
    virtual void read(const QString &key, ReadReply reply) = 0;
    /// Overwrites. Success means that reading it back gave the same bytes.
    virtual void write(const QString &key, Secret secret, DoneReply reply) = 0;
    /// Success means that the entry was looked for afterwards and is not there. Removing what is not there succeeds.
    virtual void remove(const QString &key, DoneReply reply) = 0;
};

} // namespace tokendesk
