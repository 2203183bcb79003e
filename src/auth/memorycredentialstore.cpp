// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/memorycredentialstore.h"

#include <QMetaObject>

#include <memory>

namespace tokendesk {

void MemoryCredentialStore::read(const QString &key, ReadReply reply)
{
    auto result = std::make_shared<Result<Secret>>(failure({.kind = ErrorKind::KeychainMissing}));
    if (const auto found = m_entries.find(key); found != m_entries.end())
        *result = found->second.clone();
    QMetaObject::invokeMethod(
        &m_context, [result, reply] { reply(std::move(*result)); }, Qt::QueuedConnection);
}

void MemoryCredentialStore::write(const QString &key, Secret secret, DoneReply reply)
{
    m_entries.insert_or_assign(key, std::move(secret));
    QMetaObject::invokeMethod(
        &m_context, [reply] { reply({}); }, Qt::QueuedConnection);
}

void MemoryCredentialStore::remove(const QString &key, DoneReply reply)
{
    m_entries.erase(key);
    QMetaObject::invokeMethod(
        &m_context, [reply] { reply({}); }, Qt::QueuedConnection);
}

} // namespace tokendesk
