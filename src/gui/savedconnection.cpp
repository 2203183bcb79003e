// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/savedconnection.h"

#include "core/serverurl.h"

#include <QSettings>

namespace tokendesk {

namespace {

constexpr QLatin1String uuidKey("connection/uuid");
constexpr QLatin1String nameKey("connection/name");
constexpr QLatin1String serverKey("connection/serverUrl");
constexpr QLatin1String keptKey("connection/tokenInKeychain");

} // namespace

std::optional<SavedConnection> SavedConnection::load(const QSettings &settings)
{
    const QUuid uuid(settings.value(uuidKey).toString());
    const auto server = parseServerUrl(settings.value(serverKey).toString());
    if (uuid.isNull() || !server)
        return std::nullopt;
    QString name = settings.value(nameKey).toString().trimmed();
    if (name.isEmpty())
        name = server->host();
    return SavedConnection{{uuid, name, *server}, settings.value(keptKey, true).toBool()};
}

void SavedConnection::save(QSettings &settings) const
{
    settings.setValue(uuidKey, profile.uuid.toString(QUuid::WithoutBraces));
    settings.setValue(nameKey, profile.name);
    settings.setValue(serverKey, profile.serverUrl.toString());
    settings.setValue(keptKey, tokenInKeychain);
}

void SavedConnection::remove(QSettings &settings, const Profile &profile)
{
    if (QUuid(settings.value(uuidKey).toString()) == profile.uuid)
        settings.remove(QStringLiteral("connection"));
}

} // namespace tokendesk
