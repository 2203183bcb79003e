// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/providerlink.h"

#include "core/safetext.h"
#include "session/secretkeys.h"

#include <QDir>
#include <QStandardPaths>

namespace tokendesk {

namespace {

/// All windows and processes of this person that work on the profile have to name the same file.
QString lockPathFor(const QUuid &uuid)
{
    QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QDir().mkpath(folder);
    return QDir(folder).filePath(QStringLiteral("tokendesk-%1.lock").arg(uuid.toString(QUuid::WithoutBraces)));
}

TokenKeeper::Options optionsFor(const Profile &profile)
{
    TokenKeeper::Options options;
    options.vault.key = secretKey(profile.uuid, SecretKind::RefreshToken);
    options.vault.keepInKeychain = profile.keepsSecrets;
    if (profile.keepsSecrets) // what only this window holds, no other can use
        options.vault.lockPath = lockPathFor(profile.uuid);
    return options;
}

/// More than a status bar can show.
constexpr qsizetype maxWho = 200;

QString whoIs(const Identity &identity)
{
    for (const QString &text : {identity.email, identity.name, identity.subject}) {
        if (!text.isEmpty())
            return boundedServerText(text, maxWho);
    }
    return {};
}

} // namespace

ProviderLink::ProviderLink(const Profile &of, const World &world, ConnectionSources from, CredentialStore &store)
    : profile(of), sources(std::move(from)), client(of.provider, world(of, sources)),
      keeper(client, store, sources.accessToken, optionsFor(of))
{}

bool ProviderLink::fits(const Profile &now) const
{
    return profile.uuid == now.uuid && profile.provider == now.provider && profile.serverUrl == now.serverUrl &&
           profile.trust == now.trust && profile.proxy == now.proxy && profile.keepsSecrets == now.keepsSecrets;
}

SignInStatus ProviderLink::status(const Error *refused) const
{
    using State = SignInStatus::State;
    const TokenKeeper::Status &now = keeper.status();
    SignInStatus status{.expiresAtMs = now.expiresAtMs,
                        .renewsItself = now.isRenewable,
                        .problem = now.renewalProblem,
                        .storingProblem = now.storingProblem};
    if (now.identity)
        status.who = whoIs(*now.identity);
    switch (now.state) {
    case TokenKeeper::State::SignedOut:
        break;
    case TokenKeeper::State::SignedIn:
        status.state = State::SignedIn;
        break;
    case TokenKeeper::State::Expiring:
        status.state = State::Expiring;
        break;
    case TokenKeeper::State::NeedsSignIn:
        status.state = State::NeedsSignIn;
        break;
    }
    if (refused && endsSignIn(refused->kind)) {
        status.state = State::NeedsSignIn;
        if (!status.problem)
            status.problem = *refused;
    }
    return status;
}

} // namespace tokendesk
