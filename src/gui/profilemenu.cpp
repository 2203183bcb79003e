// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/profilemenu.h"

#include "core/safetext.h"
#include "gui/profilecolors.h"
#include "session/profilestore.h"

#include <QAction>
#include <QMenu>

namespace tokendesk {

namespace {

constexpr int mostShortcuts = 9;
constexpr qsizetype longestName = 60;

} // namespace

ProfileMenu::ProfileMenu(QMenu &menu, QMenu &newWindow, const QList<QAction *> &actions, ProfileStore &profiles,
                         QObject *parent)
    : QObject(parent), m_menu(menu), m_newWindow(newWindow), m_actions(actions), m_profiles(profiles)
{
    connect(&m_profiles, &ProfileStore::changed, this, &ProfileMenu::fill);
    // What another process has changed; and a check that a click on the own profile took away.
    connect(&m_menu, &QMenu::aboutToShow, this, [this] {
        m_profiles.reload();
        fill();
    });
    fill();
}

void ProfileMenu::setCurrent(const std::optional<QUuid> &uuid)
{
    if (m_current == uuid)
        return;
    m_current = uuid;
    fill();
}

void ProfileMenu::fill()
{
    // clear() deletes only what belongs to the menu itself.
    m_menu.clear();
    m_newWindow.clear();
    int number = 0;
    for (const Profile &profile : m_profiles.profiles()) {
        const QString name = withoutMnemonics(visibleText(profile.name, longestName));
        const QString id = profile.uuid.toString(QUuid::WithoutBraces);
        QAction *here = m_menu.addAction(profileSwatch(profile.color), name);
        here->setObjectName(QStringLiteral("profile_") + id);
        here->setCheckable(true);
        here->setChecked(profile.uuid == m_current);
        here->setIconVisibleInMenu(true);
        if (++number <= mostShortcuts)
            here->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + number)));
        connect(here, &QAction::triggered, this, [this, here, uuid = profile.uuid] {
            here->setChecked(uuid == m_current);
            Q_EMIT chosen(uuid, false);
        });
        QAction *elsewhere = m_newWindow.addAction(profileSwatch(profile.color), name);
        elsewhere->setObjectName(QStringLiteral("newWindow_") + id);
        elsewhere->setIconVisibleInMenu(true);
        connect(elsewhere, &QAction::triggered, this, [this, uuid = profile.uuid] { Q_EMIT chosen(uuid, true); });
    }
    m_newWindow.menuAction()->setVisible(number > 0);
    if (number > 0) {
        m_menu.addSeparator();
        m_menu.addMenu(&m_newWindow);
        m_menu.addSeparator();
    }
    m_menu.addActions(m_actions);
}

} // namespace tokendesk
