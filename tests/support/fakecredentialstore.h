// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/credentialstore.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace tokendesk {

/// A keychain in memory that fails on demand and answers after the call has returned.
class FakeCredentialStore final : public QObject, public CredentialStore
{
public:
    QHash<QString, QByteArray> entries;
    std::optional<Error> readError, writeError, removeError;
    QStringList asked; ///< "read KEY", "write KEY", "remove KEY", in order

    void read(const QString &key, ReadReply reply) override;
    void write(const QString &key, Secret secret, DoneReply reply) override;
    void remove(const QString &key, DoneReply reply) override;
};

} // namespace tokendesk
