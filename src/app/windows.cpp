// SPDX-License-Identifier: GPL-3.0-or-later
// Which windows there are, and which profile each one is for.
#include "app/application.h"

#include <QApplication>
#include <QDialog>

#include <algorithm>

namespace tokendesk {

namespace {

constexpr QLatin1String openKey("windows/open");
/// How far a new window is from the one it comes from.
constexpr QPoint cascade{32, 32};

bool hasDialog(const MainWindow &window)
{
    return std::ranges::any_of(window.findChildren<QDialog *>(),
                               [](const QDialog *dialog) { return dialog->isVisible() && dialog->isModal(); });
}

} // namespace

ProfileWindow &Application::addWindow()
{
    m_windows.push_back(std::make_unique<ProfileWindow>(
        m_parts, [this](ProfileWindow &window, QWidget *parent) { manageProfiles(window, parent); }));
    ProfileWindow *added = m_windows.back().get();
    MainWindow *window = &added->window();
    added->history().setRetentionDays(Preferences::load(*m_settings).historyDays);
    connect(window, &MainWindow::preferencesChanged, this, &Application::applyPreferences);
    connect(window, &MainWindow::profileChosen, this,
            [this, added](const QUuid &uuid, bool inNewWindow) { chooseProfile(*added, uuid, inNewWindow); });
    connect(window, &MainWindow::profileChanged, this, &Application::rememberWindows);
    connect(window, &MainWindow::activated, this, [this, added] { noteUsed(added->uuid()); });
    connect(window, &MainWindow::quitRequested, this, &Application::quit);
    connect(
        window, &MainWindow::closed, this, [this, added] { removeWindow(added); },
        Qt::QueuedConnection); // not from inside of it
    return *added;
}

ProfileWindow *Application::windowOf(const QUuid &uuid) const
{
    const auto found = std::ranges::find_if(m_windows, [&uuid](const auto &window) {
        return !uuid.isNull() && window->uuid() == uuid && window->window().isVisible();
    });
    return found == m_windows.end() ? nullptr : found->get();
}

void Application::noteUsed(const QUuid &uuid)
{
    if (m_profiles.find(uuid))
        m_profiles.noteUsed(uuid);
}

void Application::chooseProfile(ProfileWindow &from, const QUuid &uuid, bool inNewWindow)
{
    noteUsed(uuid);
    if (ProfileWindow *there = windowOf(uuid))
        return there->bringToFront();
    if (inNewWindow)
        return openWindow(uuid, from.window(), true);
    from.window().setProfile(uuid);
    from.window().restoreConnection();
}

void Application::openWindow(const QUuid &uuid, const QWidget &beside, bool inFront)
{
    ProfileWindow &added = addWindow();
    MainWindow &window = added.window();
    window.setProfile(uuid);
    if (!window.hasPlaceOfItsOwn())
        window.move(beside.pos() + cascade);
    added.show(inFront, [&window] { window.restoreConnection(); });
    rememberWindows();
}

QList<QUuid> Application::windowsOfLastTime() const
{
    QList<QUuid> uuids;
    for (const QString &word : m_settings->value(openKey).toStringList()) {
        if (const QUuid uuid(word); m_profiles.find(uuid) && !uuids.contains(uuid))
            uuids << uuid;
    }
    return uuids;
}

void Application::openOtherWindows()
{
    for (const QUuid &uuid : windowsOfLastTime()) {
        if (!windowOf(uuid))
            openWindow(uuid, m_windows.front()->window(), false);
    }
}

void Application::removeWindow(const ProfileWindow *window)
{
    if (m_windows.size() == 1)
        return; // the program ends with it, and the next start opens it again
    std::erase_if(m_windows, [window](const auto &candidate) { return candidate.get() == window; });
    rememberWindows();
}

void Application::rememberWindows()
{
    if (!m_begun || m_quitting || m_options.demo)
        return;
    QStringList open;
    for (const auto &window : m_windows) {
        if (m_profiles.find(window->uuid()))
            open << window->uuid().toString(QUuid::WithoutBraces);
    }
    if (m_settings->value(openKey).toStringList() != open) // else every start would write the file
        m_settings->setValue(openKey, open);
}

void Application::quit()
{
    m_quitting = true;
    QCoreApplication::quit();
    // Windows close at once; where one is still there, a dialog of it wants an answer first.
    if (std::ranges::any_of(m_windows, [](const auto &window) { return window->window().isVisible(); }))
        m_quitting = false;
}

void Application::manageProfiles(ProfileWindow &window, QWidget *parent)
{
    ProfileActions actions;
    actions.open = [this, &window](const QUuid &uuid, bool inNewWindow) { chooseProfile(window, uuid, inNewWindow); };
    // A profile that has a window is edited as that window's: its session is the one to be opened anew.
    actions.edit = [this, &window](QWidget *dialog, const std::optional<Profile> &profile) {
        ProfileWindow *there = profile ? windowOf(profile->uuid) : nullptr;
        (there ? *there : window).window().editProfile(dialog, profile);
    };
    actions.forget = [this, &window](const Profile &profile, QObject *context, auto done) {
        ProfileWindow *there = windowOf(profile.uuid);
        (there ? *there : window).connector().forget(profile, context, std::move(done));
    };
    actions.deleteHistory = [this](const Profile &profile, QObject *context, auto done) {
        SqliteHistoryKeeper::erase(m_historyThread, m_parts.historyFolder, profile, context, std::move(done));
    };
    actions.leave = [this, &window](const Profile &profile) {
        ProfileWindow *there = windowOf(profile.uuid);
        if (!there)
            return;
        there->window().setProfile(std::nullopt);
        if (there != &window && !hasDialog(there->window())) // which may show a secret that is not copied yet
            there->window().close();
    };
    const auto own = window.window().profile();
    (new ProfilesDialog(m_profiles, std::move(actions), own ? std::optional(own->uuid) : std::nullopt, parent))->open();
}

} // namespace tokendesk
