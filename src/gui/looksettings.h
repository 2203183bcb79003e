// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUuid>
#include <QVariant>

#include <optional>

class QSettings;

namespace tokendesk {

class ProfileStore;

/// How a window looks, for each profile under "profiles/<uuid>/", where ProfileStore::remove() takes it along. What was
/// set last by any window is also kept outside of all profiles: a profile that has no look of its own begins with it.
class LookSettings
{
public:
    /// Both outlive this object.
    LookSettings(QSettings &settings, const ProfileStore &profiles) : m_settings(settings), m_profiles(profiles) {}

    /// Whose look it is; nothing: nobody's.
    void setProfile(const std::optional<QUuid> &profile) { m_profile = profile; }
    /// `key`: such as "window/geometry".
    [[nodiscard]] QVariant value(const QString &key, const QVariant &otherwise = {}) const;
    /// Kept for the profile itself.
    [[nodiscard]] bool hasOwn(const QString &key) const;
    [[nodiscard]] bool contains(const QString &key) const { return value(key).isValid(); }
    /// Also for the profile, where the store has it: nothing is kept of one that was deleted meanwhile.
    void setValue(const QString &key, const QVariant &value);

private:
    [[nodiscard]] QString ownKey(const QString &key) const;

    QSettings &m_settings;
    const ProfileStore &m_profiles;
    std::optional<QUuid> m_profile;
};

} // namespace tokendesk
