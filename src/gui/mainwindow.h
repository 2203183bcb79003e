// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errortext.h"
#include "core/tokenfilter.h"
#include "gui/looksettings.h"
#include "gui/windowdialogs.h"
#include "session/session.h"

#include <QMainWindow>
#include <QTimer>

#include <memory>

class QSettings;

namespace Ui {
class MainWindow;
}

namespace tokendesk {

class AuditDesk;
class AuditPage;
class ConnectionFlow;
class Connector;
class HistoryKeeper;
class MomentBanner;
class MomentMark;
class ProfileMenu;
class ProfileStore;
class StatusLine;
class TableLayout;
class TokenDetails;
class TokenTableModel;
struct PageChoice;
struct Preferences;
enum class PageAction;
struct WindowFacts;

/// A window on one profile: the token list with its filter, a page in its place where there is no list, a banner, the
/// status bar. Shows what the session knows and opens dialogs; decides nothing about tokens itself, and nothing about
/// other windows.
///
/// Threads: gui thread only.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// All references outlive the window. A session that is open already is shown at once. `clock`: this machine's.
    /// `settings`: preferences and the window's own look; never a secret.
    MainWindow(Session &session, Connector &connector, ProfileStore &profiles, WindowDialogs dialogs,
               const Clock &clock, QSettings &settings, HistoryKeeper &history, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// The one that is open, or that this window is for.
    [[nodiscard]] std::optional<Profile> profile() const;
    /// Makes this window one for that profile, or for none. Another one that was open is closed; nothing is opened yet.
    void setProfile(const std::optional<QUuid> &uuid);
    /// Opens the profile this window is for, or the one used last; without any, shows that there is none.
    void restoreConnection();
    /// The editor for any profile, or (nothing) a new one. When it connects, this window is for that one. `parent`:
    /// this window or a dialog of it.
    void editProfile(QWidget *parent, const std::optional<Profile> &profile);
    /// Where the window has been on the screen is kept for this profile, and not only what others began with.
    [[nodiscard]] bool hasPlaceOfItsOwn() const;

Q_SIGNALS:
    /// Once, when what the window first looks like is on the screen. Whatever is slow begins here.
    void firstPainted();
    /// They are saved; the window has applied those that are its own. The clipboard's are for whoever owns it.
    void preferencesChanged(const tokendesk::Preferences &preferences);
    /// profile() is another one now.
    void profileChanged();
    /// The person wants to see this profile, here or in a window of its own. Whoever has the windows knows whether
    /// there is one already.
    void profileChosen(const QUuid &uuid, bool inNewWindow);
    /// The person came to this window.
    void activated();
    /// It has been closed, and has saved its look.
    void closed();
    void quitRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpActions();
    void setUpFilter();
    void setUpTable();
    void setUpSession();
    void setUpAudit();
    void restoreWindow();
    void saveLook();
    // mainwindowprofile.cpp
    void setUpProfiles();
    void updateProfile();
    void showProfile(const std::optional<Profile> &profile);

    void takeTokens(const TokenSnapshotPtr &tokens, const TokenDiff &diff);
    void editFilter();
    void applyFilter();
    void clearFilter();
    void advanceTime();
    void awaitStateChange();
    void tick();
    void updateEverything();
    void updateBusy();
    void updatePage(const WindowFacts &facts);
    void updateCounts();
    void updateActions();
    void updateStateChoice();
    void updatePaused();
    [[nodiscard]] WindowFacts facts() const;

    // mainwindowaudit.cpp
    void showView(bool audit);
    /// What stands in the window's middle; `choice`: the page that replaces the list, if there is one.
    [[nodiscard]] QWidget *pageWidget(const PageChoice *choice);
    [[nodiscard]] QWidget *pageFocus(QWidget *page) const;
    [[nodiscard]] AuditPage *auditPage();
    void chooseMarks(StateChoice state, quint32 marks);
    void updateMarks();
    void followMoment();
    [[nodiscard]] bool isInThePast() const;
    [[nodiscard]] qint64 momentShown() const;
    void updateDetails();
    void restorePane();
    void savePane();
    void saveReport();
    void askToDeleteHistory();

    void newToken();
    void revokeSelected();
    void showCreated();
    void copyRows();
    void copyIds();
    void editPreferences();
    void showAbout();
    void runPageAction();
    void runNextStep(NextStep step);

    Session &m_session;
    const Connector &m_connector;
    WindowDialogs m_dialogs;
    const Clock &m_clock;
    QSettings &m_settings;
    ProfileStore &m_profiles;
    LookSettings m_look;
    std::unique_ptr<Ui::MainWindow> m_ui;
    TokenTableModel *m_model;
    ConnectionFlow *m_connection;
    StatusLine *m_status;
    TableLayout *m_layout;
    HistoryKeeper &m_history;
    AuditDesk *m_audit;
    AuditPage *m_auditPage = nullptr; ///< made when it is looked at for the first time
    TokenDetails *m_details = nullptr;
    MomentBanner *m_momentBanner = nullptr;
    MomentMark *m_momentMark = nullptr;
    quint32 m_marks = 0; ///< only tokens that bear one of these are shown; 0: all
    PageAction m_pageAction;
    ProfileMenu *m_profileMenu = nullptr;
    std::optional<Profile> m_shownProfile; ///< whose name, colour and look the window has
    std::optional<QUuid> m_created;        ///< to be shown as soon as the list has it
    QTimer m_stateTime;                    ///< the next instant at which something in the table reads differently
    QTimer m_secondTick;                   ///< ages and countdowns, while the window is in sight
    QTimer m_patience;                     ///< what is over before it runs out is not shown as busy
    bool m_busyForLong = false;
    bool m_painted = false;
    qint64 m_rowsLoaded = 0;
    qint64 m_rowsTotal = 0;
};

} // namespace tokendesk
