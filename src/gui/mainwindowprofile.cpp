// SPDX-License-Identifier: GPL-3.0-or-later
// Whose window it is: the profile's name and colour, the switcher, and the look that is kept for it.
#include "core/safetext.h"
#include "gui/connectionflow.h"
#include "gui/mainwindow.h"
#include "gui/profilecolors.h"
#include "gui/profilemark.h"
#include "gui/profilemenu.h"
#include "gui/tablelayout.h"
#include "session/profilestore.h"
#include "ui_mainwindow.h"

#include <QHBoxLayout>

#include <utility>

namespace tokendesk {

namespace {

/// Of the name on the switcher; the whole is in the window's title, the tooltip and the menu.
constexpr int switcherColumns = 24;

} // namespace

void MainWindow::setUpProfiles()
{
    m_profileMenu = new ProfileMenu(*m_ui->menuProfiles, *m_ui->menuNewWindow,
                                    {m_ui->actionNewProfile, m_ui->actionManageProfiles}, m_profiles, this);
    connect(m_profileMenu, &ProfileMenu::chosen, this, &MainWindow::profileChosen);
    connect(&m_profiles, &ProfileStore::changed, this, &MainWindow::updateEverything);
    connect(m_ui->actionNewProfile, &QAction::triggered, this, [this] { editProfile(this, std::nullopt); });
    connect(m_ui->actionManageProfiles, &QAction::triggered, this, [this] { m_dialogs.manageProfiles(this); });
    m_ui->profileButton->setMenu(m_ui->menuProfiles);
    // Beside the menus, where there is room also in a small window. Where the system shows them elsewhere it stays in
    // the window's own bar. Not as the corner widget: a menu bar tells a screen reader of nothing but its menus.
    if (m_ui->menuBar->isNativeMenuBar())
        return;
    auto *row = new QWidget(this); // from the start: what leaves a window loses its turn in the order of Tab
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_ui->menuBar, 1, Qt::AlignVCenter);
    layout->addWidget(m_ui->profileButton);
    setMenuWidget(row);
}

std::optional<Profile> MainWindow::profile() const
{
    return m_connection->profile();
}

void MainWindow::setProfile(const std::optional<QUuid> &uuid)
{
    m_connection->choose(uuid);
}

void MainWindow::editProfile(QWidget *parent, const std::optional<Profile> &profile)
{
    m_connection->edit(parent, profile ? ConnectReason::Change : ConnectReason::First, profile);
}

void MainWindow::updateProfile()
{
    const auto now = profile();
    if (now != m_shownProfile || m_ui->profileButton->text().isEmpty())
        showProfile(now);
    const auto uuidOf = [](const std::optional<Profile> &of) { return of ? of->uuid : QUuid(); };
    const auto before = std::exchange(m_shownProfile, now);
    if (uuidOf(before) == uuidOf(now))
        return;
    if (before) {
        saveLook();
        clearFilter(); // it would hide tokens of an organization it was not meant for
    }
    m_created.reset();
    m_look.setProfile(now ? std::optional(now->uuid) : std::nullopt);
    if (isVisible())
        m_layout->restore(); // the window stays where it is
    else
        restoreWindow();
    restorePane();
    Q_EMIT profileChanged();
}

void MainWindow::showProfile(const std::optional<Profile> &profile)
{
    const QString name = profile ? profile->name : QString();
    const ProfileColor color = profile ? profile->color : ProfileColor::None;
    setWindowTitle(windowTitleFor(name));
    setAccessibleName(windowTitle());
    m_profileMenu->setCurrent(profile ? std::optional(profile->uuid) : std::nullopt);
    m_ui->profileEdge->setColor(color);

    const QString said = profile ? visibleText(name, 80) : tr("No profile");
    const QFontMetrics metrics = m_ui->profileButton->fontMetrics();
    m_ui->profileButton->setText(
        withoutMnemonics(metrics.elidedText(said, Qt::ElideMiddle, metrics.averageCharWidth() * switcherColumns)));
    // Alone beside a name, the empty swatch would look like a box to be checked.
    m_ui->profileButton->setIcon(color != ProfileColor::None ? profileSwatch(color) : QIcon());
    m_ui->profileButton->setToolTip(asRichText(said));
    //: Read by a screen reader for the button that switches profiles; %1 is the name of one
    m_ui->profileButton->setAccessibleName(tr("Profile: %1").arg(said));
    m_ui->profileButton->setAccessibleDescription(profile ? profileColorName(color) : QString());
}

} // namespace tokendesk
