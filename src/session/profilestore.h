// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile.h"

#include <QObject>

#include <functional>
#include <optional>
#include <vector>

class QSettings;

namespace tokendesk {

/// The profiles a person has set up, in that person's order, as settings keep them under "profiles/". Never a secret. A
/// profile that makes no sense or would not be safe (core/serverurl.h) is left out; what is kept of it stays.
///
/// The single connection that earlier versions kept under "connection/" becomes the first profile.
///
/// Threads: gui thread. One store for all windows; other processes' changes are seen with reload().
class ProfileStore : public QObject
{
    Q_OBJECT
public:
    /// `settings` outlives this object.
    explicit ProfileStore(QSettings &settings, QObject *parent = nullptr);

    [[nodiscard]] const std::vector<Profile> &profiles() const { return m_profiles; }
    [[nodiscard]] std::optional<Profile> find(const QUuid &uuid) const;
    /// The one to open at start: the one used last, else the first.
    [[nodiscard]] std::optional<Profile> lastUsed() const;

    /// Replaces the profile with this uuid, or adds it at the end. A pin does not move to another server: where the
    /// server's origin changes and the pin does not, the profile trusts as the system does.
    void save(const Profile &profile);
    /// All that settings keep of it, also what a window remembers under "profiles/<uuid>/"; its secrets and its history
    /// are for the caller.
    void remove(const QUuid &uuid);
    /// Puts it at `index`, 0 to profiles().size() - 1, counted without it.
    void move(const QUuid &uuid, int index);
    void noteUsed(const QUuid &uuid);
    void reload();

Q_SIGNALS:
    /// profiles() is different now.
    void changed();

private:
    /// Reads again, does `work`, writes the order where it needs to be, and announces.
    void change(const std::function<void()> &work);
    void read();
    void writeOrder();

    QSettings &m_settings;
    std::vector<Profile> m_profiles;
};

} // namespace tokendesk
