// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/profilesecrets.h"

#include "session/secretkeys.h"

#include <deque>

namespace tokendesk {

namespace {

struct Storing
{
    CredentialStore &store;
    std::vector<std::pair<QString, Secret>> left;
    QPointer<QObject> context;
    std::function<void(Result<void>)> done;
    Result<void> result{};
};
using StoringPtr = std::shared_ptr<Storing>;

void storeNext(const StoringPtr &storing)
{
    if (!storing->context)
        return;
    if (storing->left.empty())
        return storing->done(storing->result);
    auto [key, secret] = std::move(storing->left.back());
    storing->left.pop_back();
    storing->store.write(key, std::move(secret), [storing](const Result<void> &written) {
        if (!written && storing->result)
            storing->result = failure(written.error());
        storeNext(storing);
    });
}

struct Forgetting
{
    CredentialStore &store;
    std::shared_ptr<ProviderLink> link;
    std::deque<QString> keys;
    QPointer<QObject> context;
    std::function<void(const Forgotten &)> done;
    Forgotten report{};
};
using ForgettingPtr = std::shared_ptr<Forgetting>;

/// The next entry would meet the same, and perhaps ask the person once more.
bool isClosed(ErrorKind kind)
{
    return kind == ErrorKind::KeychainLocked || kind == ErrorKind::KeychainUnavailable ||
           kind == ErrorKind::KeychainTimeout;
}

void removeNext(const ForgettingPtr &forgetting)
{
    const auto &error = forgetting->report.keychainError;
    if (forgetting->keys.empty() || (error && isClosed(error->kind))) {
        if (forgetting->context)
            forgetting->done(forgetting->report);
        return;
    }
    const QString key = forgetting->keys.front();
    forgetting->keys.pop_front();
    forgetting->store.remove(key, [forgetting](const Result<void> &removed) {
        if (!removed && !forgetting->report.keychainError)
            forgetting->report.keychainError = removed.error();
        removeNext(forgetting);
    });
}

Forgotten::Revocation revocationOf(SignedOut::Revocation revocation)
{
    switch (revocation) {
    case SignedOut::Revocation::Done:
        return Forgotten::Revocation::Done;
    case SignedOut::Revocation::NotOffered:
        return Forgotten::Revocation::NotOffered;
    case SignedOut::Revocation::Nothing:
        return Forgotten::Revocation::NotNeeded;
    case SignedOut::Revocation::Failed:
        return Forgotten::Revocation::Failed;
    }
    Q_UNREACHABLE();
}

} // namespace

void storeSecrets(CredentialStore &store, const QUuid &profile, ConnectionSecrets secrets, QObject *context,
                  std::function<void(Result<void>)> done)
{
    const auto storing = std::make_shared<Storing>(Storing{store, {}, context, std::move(done)});
    const auto add = [&](SecretKind kind, Secret &secret) {
        if (!secret.isEmpty())
            storing->left.emplace_back(secretKey(profile, kind), std::move(secret));
    };
    add(SecretKind::ProxyPassword, secrets.proxyPassword);
    add(SecretKind::AccessToken, secrets.accessToken);
    QMetaObject::invokeMethod(
        context, [storing] { storeNext(storing); }, Qt::QueuedConnection);
}

void forgetSecrets(CredentialStore &store, const QUuid &profile, std::shared_ptr<ProviderLink> link, QObject *context,
                   std::function<void(const Forgotten &)> done)
{
    const auto forgetting = std::make_shared<Forgetting>(
        Forgetting{store,
                   link,
                   {secretKey(profile, SecretKind::RefreshToken), secretKey(profile, SecretKind::AccessToken),
                    secretKey(profile, SecretKind::ProxyPassword)},
                   context,
                   std::move(done)});
    if (!link)
        return removeNext(forgetting);
    TokenKeeper &keeper = link->keeper;
    keeper.signOut(&keeper, [forgetting](const SignedOut &out) {
        forgetting->report.revocation = revocationOf(out.revocation);
        forgetting->report.revocationError = out.revocationError;
        forgetting->report.keychainError = out.keychainError;
        // Not from inside the keeper, which may end with this.
        QMetaObject::invokeMethod(
            &forgetting->link->keeper, [forgetting] { removeNext(forgetting); }, Qt::QueuedConnection);
    });
}

} // namespace tokendesk
