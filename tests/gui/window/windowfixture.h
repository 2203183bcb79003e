// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/mainwindow.h"
#include "gui/tokentableview.h"
#include "models/tokentablemodel.h"
#include "session/connector.h"
#include "session/profilestore.h"
#include "support/fakeclock.h"
#include "support/fakecredentialstore.h"
#include "support/fakehistorykeeper.h"
#include "support/faketokenservice.h"

#include <QAction>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace tokendesk {

/// The real window over a server and a keychain in memory, with settings in a folder of its own. Dialogs are recorded,
/// not shown. restart() closes the window and opens another one over the same settings.
class WindowFixture
{
public:
    struct DialogCall
    {
        ConnectReason reason = ConnectReason::First;
        std::optional<Profile> profile;
    };

    WindowFixture();
    ~WindowFixture();

    FakeClock clock;
    FakeServer server{clock};
    FakeCredentialStore store;
    Connector::ServiceFactory makeService; ///< in place of `server`, for a real one
    QTemporaryDir folder;
    FakeHistoryKeeper history;
    std::unique_ptr<QSettings> settings;
    std::unique_ptr<Session> session;
    std::unique_ptr<Connector> connector;
    std::unique_ptr<ProfileStore> profiles;
    std::unique_ptr<MainWindow> window;

    std::vector<DialogCall> connectDialogs;
    std::function<void(const Profile &)> connected; ///< of the connect dialog opened last
    std::vector<Profile> signInDialogs;
    std::function<void(const Profile &)> signedIn; ///< of the sign-in dialog opened last
    int newTokenDialogs = 0;
    std::function<void(const QUuid &)> created;
    std::vector<std::vector<QUuid>> revokeDialogs;
    int logDialogs = 0;
    int profilesDialogs = 0;
    struct CertificateCall
    {
        Profile profile;
        Error error;
        std::function<void(const Profile &)> trusted;
    };
    std::vector<CertificateCall> certificateDialogs;

    static Profile profile();

    /// Makes the window; nothing is connected yet.
    void start();
    void restart();
    /// start(), a session over the server's tokens, and the list on screen.
    void startConnected();
    /// Opens the session as the connect dialog would.
    void openSession();
    /// Waits until the list on screen is the server's.
    void refresh();

    template <class Widget = QWidget>
    Widget *find(const char *name) const
    {
        auto *widget = window->findChild<Widget *>(QString::fromLatin1(name));
        QTest::qVerify(widget, name, "is in the window", __FILE__, __LINE__);
        return widget;
    }
    TokenTableView *table() const { return find<TokenTableView>("tokenTable"); }
    TokenTableModel *model() const { return window->findChild<TokenTableModel *>(); }
    /// An action must exist and be enabled to be triggered.
    void trigger(const char *action) const;
    bool isEnabled(const char *action) const { return find<QAction>(action)->isEnabled(); }
    /// The text of a label, or nothing where it is not visible.
    QString says(const char *label) const;
    QString buttonText(const char *button) const;
    void click(const char *button) const;
    /// Names in the order shown.
    QStringList names() const;
    QString cell(int row, int column) const { return model()->index(row, column).data().toString(); }
    int rowNamed(const QString &name) const;
    void select(const QString &name) const;
    QStringList selectedNames() const;
    QString currentName() const;
    /// The name in the topmost row.
    QString topName() const;
    /// A click on a column's header.
    void clickHeader(int column) const;
    void type(const QString &text) const;
    bool isListShown() const;
};

} // namespace tokendesk
