// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profilewindow.h"

#include "gui/tokendialogs.h"

#include <QTimer>

#include <utility>

namespace tokendesk {

namespace {

constexpr std::chrono::seconds paintDeadline{2};

WindowDialogs dialogsOf(const SharedParts &parts, Session &session, Connector &connector,
                        std::function<void(QWidget *parent)> manageProfiles)
{
    WindowDialogs dialogs = makeWindowDialogs(session, connector, parts.clipboard, parts.clock, parts.log);
    dialogs.manageProfiles = std::move(manageProfiles);
    return dialogs;
}

} // namespace

ProfileWindow::ProfileWindow(const SharedParts &parts, ManageProfiles manageProfiles)
    : m_session(parts.clock), m_history(parts.historyThread, m_session, parts.clock, parts.historyFolder),
      m_connector(parts.credentials, m_session, parts.services, parts.worlds),
      m_window(m_session, m_connector, parts.profiles,
               dialogsOf(parts, m_session, m_connector,
                         [this, manage = std::move(manageProfiles)](QWidget *parent) { manage(*this, parent); }),
               parts.clock, parts.settings, m_history)
{}

ProfileWindow::~ProfileWindow()
{
    m_session.close();
}

QUuid ProfileWindow::uuid() const
{
    const auto profile = m_window.profile();
    return profile ? profile->uuid : QUuid();
}

void ProfileWindow::show(bool inFront, std::function<void()> painted)
{
    auto once = [painted = std::move(painted), done = std::make_shared<bool>(false)] {
        if (!std::exchange(*done, true))
            painted();
    };
    // A window that no desktop has room for (it starts minimized, the screen is locked) is not painted.
    QTimer::singleShot(paintDeadline, this, once);
    connect(&m_window, &MainWindow::firstPainted, this, once);
    m_window.setAttribute(Qt::WA_ShowWithoutActivating, !inFront);
    m_window.show();
    m_window.setAttribute(Qt::WA_ShowWithoutActivating, false);
}

void ProfileWindow::bringToFront()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.raise();
    m_window.activateWindow();
}

} // namespace tokendesk
