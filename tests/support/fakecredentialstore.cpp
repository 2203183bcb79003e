// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakecredentialstore.h"

#include <QTimer>

namespace tokendesk {

void FakeCredentialStore::read(const QString &key, ReadReply reply)
{
    asked << QStringLiteral("read ") + key;
    QTimer::singleShot(0, this, [this, key, reply] {
        if (readError)
            return reply(failure(*readError));
        if (!entries.contains(key))
            return reply(failure({.kind = ErrorKind::KeychainMissing}));
        reply(Secret(entries.value(key)));
    });
}

void FakeCredentialStore::write(const QString &key, Secret secret, DoneReply reply)
{
    asked << QStringLiteral("write ") + key;
    QTimer::singleShot(0, this, [this, key, bytes = secret.view().toByteArray(), reply] {
        if (writeError)
            return reply(failure(*writeError));
        entries.insert(key, bytes);
        reply({});
    });
}

void FakeCredentialStore::remove(const QString &key, DoneReply reply)
{
    asked << QStringLiteral("remove ") + key;
    QTimer::singleShot(0, this, [this, key, reply] {
        if (removeError)
            return reply(failure(*removeError));
        entries.remove(key);
        reply({});
    });
}

} // namespace tokendesk
