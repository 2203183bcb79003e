// SPDX-License-Identifier: GPL-3.0-or-later
//
// The application with its windows: one a profile, real dialogs, a real server; a keychain in memory.
#include "app/application.h"
#include "gui/profilelist.h"
#include "support/fakecredentialstore.h"
#include "support/simulator/simulatorprocess.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace tokendesk;

class TestWindows : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Application> m_application;
    FakeCredentialStore *m_keychain = nullptr;
    std::vector<Profile> m_profiles;
    SimulatorProcess m_server;

    static QList<MainWindow *> windows()
    {
        QList<MainWindow *> found;
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *window = qobject_cast<MainWindow *>(widget); window && window->isVisible())
                found << window;
        }
        return found;
    }
    static QStringList titles()
    {
        QStringList titles;
        for (const MainWindow *window : windows())
            titles << window->windowTitle().section(QStringLiteral(" – "), 0, 0);
        titles.sort();
        return titles;
    }
    static MainWindow *windowOn(const char *name)
    {
        for (MainWindow *window : windows()) {
            if (window->windowTitle().startsWith(QLatin1String(name)))
                return window;
        }
        qFatal("no window on %s", name);
    }
    template <class Part>
    static Part *part(const QWidget *of, const char *name)
    {
        auto *found = of->findChild<Part *>(QLatin1String(name));
        if (!found)
            qFatal("no such part: %s", name);
        return found;
    }
    static void click(const QWidget *in, const char *name)
    {
        QTest::mouseClick(part<QAbstractButton>(in, name), Qt::LeftButton);
    }
    static QDialog *dialogOf(const QWidget *window, const char *name)
    {
        for (QDialog *dialog : window->findChildren<QDialog *>(QLatin1String(name))) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    static void trigger(MainWindow *window, const char *action) { part<QAction>(window, action)->trigger(); }
    void choose(MainWindow *window, const char *kind, const Profile &profile)
    {
        part<QAction>(window, (QByteArray(kind) + profile.uuid.toByteArray(QUuid::WithoutBraces)).constData())
            ->trigger();
    }
    static std::unique_ptr<QSettings> settings()
    {
        return std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("TokenDesk"),
                                           QStringLiteral("TokenDesk"));
    }
    QString historyOf(const Profile &profile) const
    {
        return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/history/") +
               profile.uuid.toString(QUuid::WithoutBraces) + QStringLiteral(".sqlite");
    }
    void start()
    {
        auto store = std::make_unique<FakeCredentialStore>();
        m_keychain = store.get();
        m_application = std::make_unique<Application>(Options{}, std::move(store));
        m_application->start();
    }
    /// Until what begins when the first window is painted has begun.
    void startAndWait()
    {
        start();
        QTRY_VERIFY(settings()->contains(QStringLiteral("windows/open")));
    }
    /// What the end of the program does, whatever ended it.
    void restart()
    {
        m_application.reset();
        start();
    }
    /// With the access token, for this session only, through the real dialog.
    void connectWindow(MainWindow *window)
    {
        trigger(window, "actionConnection");
        QDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = dialogOf(window, "ConnectDialog")));
        part<QLineEdit>(dialog, "tokenEdit")->insert(QString::fromLatin1(m_server.bearer()));
        part<QRadioButton>(dialog, "sessionRadio")->setChecked(true);
        click(dialog, "connectButton");
        QTRY_VERIFY_WITH_TIMEOUT(part<QTableView>(window, "tokenTable")->model()->rowCount() == 12, 20'000);
        QTRY_VERIFY(!dialogOf(window, "ConnectDialog"));
    }
    QDialog *manage(MainWindow *window)
    {
        trigger(window, "actionManageProfiles");
        return dialogOf(window, "ProfilesDialog");
    }
    void erase(QDialog *manager, const Profile &profile, bool withHistory)
    {
        part<ProfileList>(manager, "profileList")->setCurrent(profile.uuid);
        click(manager, "deleteButton");
        auto *question = part<QMessageBox>(manager, "deleteProfileQuestion");
        part<QCheckBox>(question, "deleteProfileHistory")->setChecked(withHistory);
        click(question, "deleteProfileButton");
    }
    bool isStored(const Profile &profile) const
    {
        const auto now = settings();
        return ProfileStore(*now).find(profile.uuid).has_value();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("TokenDesk"));
        QCoreApplication::setApplicationName(QStringLiteral("TokenDesk"));
        QVERIFY(m_server.start({QStringLiteral("--tokens"), QStringLiteral("12")}));
    }
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home->filePath(QStringLiteral("config")));
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_home->filePath(QStringLiteral("data"))));
        const auto ini = settings();
        ProfileStore store(*ini);
        m_profiles.clear();
        for (const char *name : {"Production", "Staging", "Lab"}) {
            Profile profile{QUuid::createUuid(), QString::fromLatin1(name), m_server.url()};
            profile.keepsSecrets = false;
            m_profiles.push_back(profile);
            store.save(profile);
        }
        store.noteUsed(m_profiles[1].uuid);
    }
    void cleanup() { m_application.reset(); }

    void theProfileUsedLastIsOpenedAtTheStart()
    {
        start();
        QCOMPARE(titles(), QStringList{QStringLiteral("Staging")});
        QTest::qWait(50);
        QCOMPARE(windows().size(), 1);
    }

    void choosingSwitchesThisWindowAndRaisesTheOneThatIsThere()
    {
        start();
        MainWindow *first = windows().constFirst();
        choose(first, "profile_", m_profiles[0]);
        QCOMPARE(titles(), QStringList{QStringLiteral("Production")});
        choose(first, "newWindow_", m_profiles[2]);
        QTRY_COMPARE(titles(), QStringList({QStringLiteral("Lab"), QStringLiteral("Production")}));
        QVERIFY(windowOn("Lab")->pos() != first->pos());
        first->activateWindow();
        QTRY_VERIFY(first->isActiveWindow());
        // Both ways lead to the window that is there: no profile has two.
        choose(first, "profile_", m_profiles[2]);
        QTRY_VERIFY(windowOn("Lab")->isActiveWindow());
        first->activateWindow();
        choose(first, "newWindow_", m_profiles[2]);
        QTRY_VERIFY(windowOn("Lab")->isActiveWindow());
        choose(first, "newWindow_", m_profiles[0]);
        QTRY_VERIFY(first->isActiveWindow());
        QCOMPARE(titles(), QStringList({QStringLiteral("Lab"), QStringLiteral("Production")}));
    }

    void eachWindowHasAConnectionOfItsOwnAndClosingEndsOnlyThat()
    {
        start();
        MainWindow *first = windows().constFirst();
        choose(first, "newWindow_", m_profiles[0]);
        QTRY_COMPARE(windows().size(), 2);
        connectWindow(first);
        QPointer<MainWindow> second = windowOn("Production");
        QCOMPARE(part<QTableView>(second, "tokenTable")->model()->rowCount(), 0);
        connectWindow(second);
        second->close();
        QTRY_VERIFY(!second);
        QCOMPARE(part<QTableView>(first, "tokenTable")->model()->rowCount(), 12);
        trigger(first, "actionRefresh");
        QCOMPARE(titles(), QStringList{QStringLiteral("Staging")});
    }

    void theWindowsThatWereOpenComeBackAndTheOneUsedLastFirst()
    {
        startAndWait();
        choose(windows().constFirst(), "newWindow_", m_profiles[2]);
        QTRY_VERIFY(windowOn("Lab")->isActiveWindow());
        restart();
        QCOMPARE(titles(), QStringList{QStringLiteral("Lab")});
        QTRY_COMPARE(titles(), QStringList({QStringLiteral("Lab"), QStringLiteral("Staging")}));
        // One that was closed stays closed.
        windowOn("Lab")->close();
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("Staging")});
        QTest::qWait(20);
        restart();
        QTest::qWait(100);
        QCOMPARE(titles(), QStringList{QStringLiteral("Staging")});
        // But for the last one: it was closed to end the program.
        windowOn("Staging")->close();
        restart();
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("Staging")});
    }

    void quittingClosesAllAndRemembersAll()
    {
        startAndWait();
        choose(windows().constFirst(), "newWindow_", m_profiles[2]);
        QTRY_COMPARE(windows().size(), 2);
        QTimer::singleShot(0, this, [] { trigger(windowOn("Lab"), "actionQuit"); });
        QCOMPARE(QApplication::exec(), 0);
        QCOMPARE(windows().size(), 0);
        restart();
        QTRY_COMPARE(titles(), QStringList({QStringLiteral("Lab"), QStringLiteral("Staging")}));
    }

    void preferencesHoldForAllWindows()
    {
        start();
        choose(windows().constFirst(), "newWindow_", m_profiles[2]);
        QTRY_COMPARE(windows().size(), 2);
        MainWindow *first = windowOn("Staging");
        connectWindow(windowOn("Lab"));
        trigger(first, "actionPreferences");
        QDialog *dialog = dialogOf(first, "PreferencesDialog");
        QVERIFY(dialog);
        auto *interval = part<QComboBox>(dialog, "refreshInterval");
        interval->setCurrentIndex(interval->findData(10));
        QTest::mouseClick(part<QDialogButtonBox>(dialog, "buttons")->button(QDialogButtonBox::Ok), Qt::LeftButton);
        // The other window asks the server on its own now, after ten seconds in place of thirty.
        const qsizetype before = m_server.requests().size();
        QTRY_VERIFY_WITH_TIMEOUT(m_server.requests().size() > before, 20'000);
    }

    void deletingAProfileClosesItsWindowAndItsHistoryGoesOnlyIfWished_data()
    {
        QTest::addColumn<bool>("withHistory");
        QTest::newRow("history stays") << false;
        QTest::newRow("history goes") << true;
    }
    void deletingAProfileClosesItsWindowAndItsHistoryGoesOnlyIfWished()
    {
        QFETCH(bool, withHistory);
        start();
        MainWindow *first = windows().constFirst();
        choose(first, "newWindow_", m_profiles[0]);
        QTRY_COMPARE(windows().size(), 2);
        connectWindow(windowOn("Production"));
        QTRY_VERIFY(QFile::exists(historyOf(m_profiles[0])));
        QDialog *manager = manage(first);
        QVERIFY(manager);
        erase(manager, m_profiles[0], withHistory);
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("Staging")});
        QVERIFY(!isStored(m_profiles[0]));
        QCOMPARE(QFile::exists(historyOf(m_profiles[0])), !withHistory);
        QVERIFY(manager->isVisible());
    }

    void aSecretThatMayStillBeThereKeepsTheProfile()
    {
        start();
        MainWindow *first = windows().constFirst();
        choose(first, "newWindow_", m_profiles[0]);
        QTRY_COMPARE(windows().size(), 2);
        connectWindow(windowOn("Production"));
        m_keychain->removeError = Error{.kind = ErrorKind::KeychainLocked};
        QDialog *manager = manage(first);
        erase(manager, m_profiles[0], true);
        QTRY_VERIFY(part<QAbstractButton>(manager, "deleteButton")->isEnabled());
        QVERIFY(isStored(m_profiles[0]));
        QVERIFY(QFile::exists(historyOf(m_profiles[0])));
        QCOMPARE(titles(), QStringList({QStringLiteral("Production"), QStringLiteral("Staging")}));
        QTRY_COMPARE(part<QTableView>(windowOn("Production"), "tokenTable")->model()->rowCount(), 0);
        m_keychain->removeError.reset();
        erase(manager, m_profiles[0], true);
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("Staging")});
        QVERIFY(!QFile::exists(historyOf(m_profiles[0])));
    }

    void theWindowOfADeletedProfileStaysWhereTheDialogIs()
    {
        start();
        MainWindow *first = windows().constFirst();
        connectWindow(first);
        QDialog *manager = manage(first);
        erase(manager, m_profiles[1], false);
        QTRY_VERIFY(!isStored(m_profiles[1]));
        QVERIFY(manager->isVisible());
        QCOMPARE(first->windowTitle(), QStringLiteral("Token Desk"));
        QCOMPARE(part<QTableView>(first, "tokenTable")->model()->rowCount(), 0);
        part<ProfileList>(manager, "profileList")->setCurrent(m_profiles[2].uuid);
        click(manager, "openButton");
        QCOMPARE(titles(), QStringList{QStringLiteral("Lab")});
    }

    void aProfileWithAWindowIsEditedAsThatWindows()
    {
        start();
        MainWindow *first = windows().constFirst();
        choose(first, "newWindow_", m_profiles[0]);
        QTRY_COMPARE(windows().size(), 2);
        MainWindow *second = windowOn("Production");
        QDialog *manager = manage(first);
        part<ProfileList>(manager, "profileList")->setCurrent(m_profiles[0].uuid);
        click(manager, "editButton");
        QDialog *editor = nullptr;
        QTRY_VERIFY((editor = dialogOf(manager, "ConnectDialog")));
        part<QLineEdit>(editor, "nameEdit")->setText(QStringLiteral("Plant"));
        part<QLineEdit>(editor, "tokenEdit")->insert(QString::fromLatin1(m_server.bearer()));
        part<QRadioButton>(editor, "sessionRadio")->setChecked(true);
        click(editor, "connectButton");
        QTRY_COMPARE(part<QTableView>(second, "tokenTable")->model()->rowCount(), 12);
        QTRY_COMPARE(second->windowTitle(), QStringLiteral("Plant – Token Desk"));
        QCOMPARE(first->windowTitle(), QStringLiteral("Staging – Token Desk"));
        QCOMPARE(part<QTableView>(first, "tokenTable")->model()->rowCount(), 0);
    }
};

QTEST_MAIN(TestWindows)
#include "test_windows.moc"
