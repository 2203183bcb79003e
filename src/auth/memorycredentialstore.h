// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/credentialstore.h"

#include <QObject>

#include <map>

namespace tokendesk {

/// "For this session only": credentials in memory, wiped when the store dies. What the application falls back to where
/// there is no keychain. An entry that is not there was never there; nothing can be locked.
class MemoryCredentialStore final : public CredentialStore
{
public:
    void read(const QString &key, ReadReply reply) override;
    void write(const QString &key, Secret secret, DoneReply reply) override;
    void remove(const QString &key, DoneReply reply) override;

private:
    std::map<QString, Secret> m_entries;
    QObject m_context; ///< replies that have not been given die with it
};

} // namespace tokendesk
