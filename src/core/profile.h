// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>
#include <QUuid>

namespace tokendesk {

/// A connection a person has set up. Holds no secret; the access token is in the credential store under
/// "tokendesk/<uuid>/access-token".
struct Profile
{
    QUuid uuid;
    QString name;
    QUrl serverUrl;

    friend bool operator==(const Profile &, const Profile &) = default;
};

} // namespace tokendesk
