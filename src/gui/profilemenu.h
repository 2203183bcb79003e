// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QUuid>

#include <optional>

class QAction;
class QMenu;

namespace tokendesk {

class ProfileStore;

/// The Profiles menu of a window: the profiles in their order with their colours, the window's own one checked, and
/// once more to open them in a window of their own. Alt+1 to Alt+9 choose the first nine.
class ProfileMenu : public QObject
{
    Q_OBJECT
public:
    /// `menu` gets the profiles, then `newWindow` (a menu), `actions`. All outlive this object.
    ProfileMenu(QMenu &menu, QMenu &newWindow, const QList<QAction *> &actions, ProfileStore &profiles,
                QObject *parent = nullptr);

    /// The window's own profile.
    void setCurrent(const std::optional<QUuid> &uuid);

Q_SIGNALS:
    void chosen(const QUuid &uuid, bool inNewWindow);

private:
    void fill();

    QMenu &m_menu;
    QMenu &m_newWindow;
    const QList<QAction *> m_actions;
    ProfileStore &m_profiles;
    std::optional<QUuid> m_current;
};

} // namespace tokendesk
