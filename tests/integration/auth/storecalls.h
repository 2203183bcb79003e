// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/keychaincredentialstore.h"

#include <QTest>

#include <memory>
#include <optional>

namespace tokendesk {

/// What became of a call; filled when the reply comes, however late.
template <class T>
struct Outcome
{
    std::optional<Result<T>> result;
    int replies = 0;
};
using ReadOutcome = std::shared_ptr<Outcome<Secret>>;
using DoneOutcome = std::shared_ptr<Outcome<void>>;

inline ReadOutcome startRead(CredentialStore &store, const QString &key)
{
    auto outcome = std::make_shared<Outcome<Secret>>();
    store.read(key, [outcome](Result<Secret> result) {
        outcome->result = std::move(result);
        ++outcome->replies;
    });
    return outcome;
}

inline CredentialStore::DoneReply into(const DoneOutcome &outcome)
{
    return [outcome](Result<void> result) {
        outcome->result = result;
        ++outcome->replies;
    };
}

inline DoneOutcome startWrite(CredentialStore &store, const QString &key, const QByteArray &secret)
{
    auto outcome = std::make_shared<Outcome<void>>();
    store.write(key, Secret(secret), into(outcome));
    return outcome;
}

inline DoneOutcome startRemove(CredentialStore &store, const QString &key)
{
    auto outcome = std::make_shared<Outcome<void>>();
    store.remove(key, into(outcome));
    return outcome;
}

/// "done" or "read <secret>", or the kind of the error by name; "no answer" after 30 s.
template <class T>
QByteArray told(const std::shared_ptr<Outcome<T>> &outcome)
{
    if (!QTest::qWaitFor([&] { return outcome->replies > 0; }, 30'000))
        return "no answer";
    if (outcome->result->has_value()) {
        if constexpr (std::is_void_v<T>)
            return "done";
        else
            return "read " + outcome->result->value().view().toByteArray();
    }
    const Error &error = outcome->result->error();
    switch (error.kind) {
    case ErrorKind::KeychainUnavailable:
        return "unavailable";
    case ErrorKind::KeychainLocked:
        return "locked";
    case ErrorKind::KeychainTimeout:
        return "timeout";
    case ErrorKind::KeychainMissing:
        return "missing";
    case ErrorKind::KeychainFailed:
        return "failed: " + error.detail.toUtf8();
    default:
        return "not an error of a keychain";
    }
}

} // namespace tokendesk
