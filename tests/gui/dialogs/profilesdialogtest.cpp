// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/profilesdialog.h"

#include "dialogtest.h"
#include "gui/profilelist.h"

#include <QCheckBox>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>

#include <memory>

using namespace tokendesk;

class TestProfilesDialog : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ProfileStore> m_profiles;
    std::unique_ptr<QWidget> m_window;
    QPointer<ProfilesDialog> m_dialog;
    std::vector<Profile> m_three;

    struct Call
    {
        QByteArray what;
        QUuid uuid;
        friend bool operator==(const Call &, const Call &) = default;
    };
    std::vector<Call> m_calls;
    std::function<void(const Forgotten &)> m_forgotten;
    std::function<void(Result<void>)> m_historyDeleted;

    static Profile named(const char *name, ProfileColor color)
    {
        Profile profile{QUuid::createUuid(), QString::fromLatin1(name),
                        QUrl(QStringLiteral("https://%1.example/api").arg(QString::fromLatin1(name)))};
        profile.color = color;
        return profile;
    }
    ProfileList *list() const { return part<ProfileList>(m_dialog, "profileList"); }
    QStringList shown() const
    {
        QStringList names;
        for (int row = 0; row < list()->topLevelItemCount(); ++row)
            names << list()->topLevelItem(row)->text(0);
        return names;
    }
    QStringList stored() const
    {
        QStringList names;
        for (const Profile &profile : m_profiles->profiles())
            names << profile.name;
        return names;
    }
    QMessageBox *question() const
    {
        return m_dialog->findChild<QMessageBox *>(QStringLiteral("deleteProfileQuestion"));
    }
    bool isEnabled(const char *button) const { return part<QPushButton>(m_dialog, button)->isEnabled(); }
    void confirmDeleting(bool withHistory)
    {
        click(m_dialog, "deleteButton");
        QVERIFY(question());
        part<QCheckBox>(question(), "deleteProfileHistory")->setChecked(withHistory);
        QTest::mouseClick(part<QPushButton>(question(), "deleteProfileButton"), Qt::LeftButton);
    }
    void open(const std::optional<QUuid> &current = {})
    {
        ProfileActions actions;
        actions.open = [this](const QUuid &uuid, bool inNewWindow) {
            m_calls.push_back({inNewWindow ? "new window" : "open", uuid});
        };
        actions.edit = [this](QWidget *parent, const std::optional<Profile> &profile) {
            QCOMPARE(parent, m_dialog);
            m_calls.push_back({"edit", profile ? profile->uuid : QUuid()});
        };
        actions.forget = [this](const Profile &profile, QObject *, auto done) {
            m_calls.push_back({"forget", profile.uuid});
            m_forgotten = std::move(done);
        };
        actions.deleteHistory = [this](const Profile &profile, QObject *, auto done) {
            m_calls.push_back({"history", profile.uuid});
            m_historyDeleted = std::move(done);
        };
        actions.leave = [this](const Profile &profile) {
            QVERIFY(m_profiles->find(profile.uuid)); // so that windows can still save where they have been
            m_calls.push_back({"leave", profile.uuid});
        };
        m_dialog = new ProfilesDialog(*m_profiles, std::move(actions), current, m_window.get());
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    }

private Q_SLOTS:
    void init()
    {
        m_calls.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        m_profiles = std::make_unique<ProfileStore>(*m_settings);
        m_three = {named("production", ProfileColor::Red), named("staging", ProfileColor::Orange),
                   named("lab", ProfileColor::None)};
        m_three[1].signIn = SignInMethod::Browser;
        for (const Profile &profile : m_three)
            m_profiles->save(profile);
        m_window = std::make_unique<QWidget>();
        m_window->show();
    }
    void cleanup()
    {
        delete m_dialog;
        m_window.reset();
    }

    void itListsTheProfilesInTheirOrderAndBeginsAtTheWindowsOwn()
    {
        open(m_three[1].uuid);
        QCOMPARE(shown(),
                 QStringList({QStringLiteral("production"), QStringLiteral("staging"), QStringLiteral("lab")}));
        QCOMPARE(list()->current(), m_three[1].uuid);
        QCOMPARE(list()->topLevelItem(0)->text(1), QStringLiteral("https://production.example/api"));
        QCOMPARE(list()->topLevelItem(0)->text(2), QStringLiteral("Access token"));
        QCOMPARE(list()->topLevelItem(1)->text(2), QStringLiteral("Browser"));
        QVERIFY(!list()->topLevelItem(0)->icon(0).isNull());
        QCOMPARE(list()->topLevelItem(0)->data(0, Qt::AccessibleTextRole).toString(),
                 QStringLiteral("production, Red"));
        QCOMPARE(controlsWithoutName(m_dialog), QStringList());
        QVERIFY(m_dialog->isModal());
    }

    void withoutProfilesOnlyANewOneIsOffered()
    {
        for (const Profile &profile : m_three)
            m_profiles->remove(profile.uuid);
        open();
        for (const char *button : {"openButton", "newWindowButton", "editButton", "duplicateButton", "deleteButton",
                                   "upButton", "downButton"})
            QVERIFY2(!isEnabled(button), button);
        click(m_dialog, "newButton");
        QVERIFY(m_calls == std::vector<Call>({{"edit", QUuid()}}));
    }

    void openingClosesTheDialogFirst_data()
    {
        QTest::addColumn<QByteArray>("button");
        QTest::addColumn<QByteArray>("call");
        QTest::newRow("here") << QByteArray("openButton") << QByteArray("open");
        QTest::newRow("new window") << QByteArray("newWindowButton") << QByteArray("new window");
    }
    void openingClosesTheDialogFirst()
    {
        QFETCH(QByteArray, button);
        QFETCH(QByteArray, call);
        open(m_three[2].uuid);
        click(m_dialog, button.constData());
        QVERIFY(m_calls == std::vector<Call>({{call, m_three[2].uuid}}));
        QTRY_VERIFY(!m_dialog);
    }

    void aDoubleClickOpens()
    {
        open();
        const QRect row = list()->visualItemRect(list()->topLevelItem(1));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, row.center());
        QTest::mouseDClick(list()->viewport(), Qt::LeftButton, {}, row.center());
        QVERIFY(m_calls == std::vector<Call>({{"open", m_three[1].uuid}}));
    }

    void editingGoesToTheEditorAndWhatItSavesIsShown()
    {
        open(m_three[1].uuid);
        click(m_dialog, "editButton");
        QVERIFY(m_calls == std::vector<Call>({{"edit", m_three[1].uuid}}));
        Profile renamed = m_three[1];
        renamed.name = QStringLiteral("Staging 2");
        m_profiles->save(renamed);
        QCOMPARE(shown()[1], QStringLiteral("Staging 2"));
        QCOMPARE(list()->current(), renamed.uuid);
    }

    void aDuplicateStandsBelowAndHasAnIdentityOfItsOwn()
    {
        open(m_three[0].uuid);
        click(m_dialog, "duplicateButton");
        QCOMPARE(stored(), QStringList({QStringLiteral("production"), QStringLiteral("Copy of production"),
                                        QStringLiteral("staging"), QStringLiteral("lab")}));
        Profile copy = m_profiles->profiles()[1];
        QCOMPARE(list()->current(), copy.uuid);
        QVERIFY(copy.uuid != m_three[0].uuid && !copy.uuid.isNull());
        copy.uuid = m_three[0].uuid;
        copy.name = m_three[0].name;
        QVERIFY(copy == m_three[0]);
        QVERIFY(m_calls.empty()); // no secret was touched
    }

    void movingChangesTheOrderAndStopsAtTheEnds()
    {
        open(m_three[1].uuid);
        click(m_dialog, "upButton");
        QCOMPARE(stored(),
                 QStringList({QStringLiteral("staging"), QStringLiteral("production"), QStringLiteral("lab")}));
        QCOMPARE(shown(), stored());
        QCOMPARE(list()->current(), m_three[1].uuid);
        QVERIFY(!isEnabled("upButton"));
        QVERIFY(QApplication::focusWidget() != nullptr && QApplication::focusWidget()->isEnabled());
        click(m_dialog, "downButton");
        click(m_dialog, "downButton");
        QCOMPARE(stored(),
                 QStringList({QStringLiteral("production"), QStringLiteral("lab"), QStringLiteral("staging")}));
        QVERIFY(!isEnabled("downButton"));
    }

    void aDraggedRowStaysWhereItWasDropped()
    {
        open(m_three[2].uuid);
        QVERIFY(list()->topLevelItem(0)->flags().testFlag(Qt::ItemIsDragEnabled));
        QVERIFY(!list()->topLevelItem(0)->flags().testFlag(Qt::ItemIsDropEnabled)); // between rows, not into one
        Q_EMIT list()->dragged(m_three[2].uuid, 0);
        QTRY_COMPARE(stored(),
                     QStringList({QStringLiteral("lab"), QStringLiteral("production"), QStringLiteral("staging")}));
        QCOMPARE(shown(), stored());
        QCOMPARE(list()->current(), m_three[2].uuid);
    }

    void deletingAsksWithTheFocusOnCancelAndSaysWhatGoes()
    {
        open(m_three[1].uuid);
        click(m_dialog, "deleteButton");
        QVERIFY(question());
        QVERIFY(question()->text().contains(QStringLiteral("staging")));
        QVERIFY(question()->text().contains(QStringLiteral("keychain")));
        QCOMPARE(question()->textFormat(), Qt::PlainText);
        QCOMPARE(question()->defaultButton(), question()->button(QMessageBox::Cancel));
        QVERIFY(!part<QCheckBox>(question(), "deleteProfileHistory")->isChecked());
        QTest::keyClick(question(), Qt::Key_Escape);
        QTRY_VERIFY(!question());
        QVERIFY(m_calls.empty());
        QCOMPARE(stored().size(), 3);
    }

    void aProfileGoesWhenItsSecretsAreGoneAndItsHistoryStaysUnlessWished()
    {
        open(m_three[1].uuid);
        confirmDeleting(false);
        QVERIFY(m_calls == std::vector<Call>({{"forget", m_three[1].uuid}}));
        QCOMPARE(stored().size(), 3);
        QVERIFY(!isEnabled("deleteButton") && !isEnabled("newButton"));
        m_dialog->reject(); // its end has to be told
        QVERIFY(m_dialog->isVisible());
        m_forgotten({});
        QVERIFY(m_calls == std::vector<Call>({{"forget", m_three[1].uuid}, {"leave", m_three[1].uuid}}));
        QCOMPARE(stored(), QStringList({QStringLiteral("production"), QStringLiteral("lab")}));
        QVERIFY(saidIn(m_dialog, "message").contains(QStringLiteral("was deleted")));
        QVERIFY(isEnabled("deleteButton"));
    }

    void theHistoryGoesAfterTheSecretsAndBeforeTheProfile()
    {
        open(m_three[0].uuid);
        confirmDeleting(true);
        m_forgotten({});
        QVERIFY(m_calls == std::vector<Call>({{"forget", m_three[0].uuid}, {"history", m_three[0].uuid}}));
        QCOMPARE(stored().size(), 3);
        m_historyDeleted({});
        QCOMPARE(stored().size(), 2);
    }

    void whatCouldNotBeRemovedIsSaidAndTheProfileStays()
    {
        open(m_three[0].uuid);
        confirmDeleting(true);
        Forgotten forgotten;
        forgotten.keychainError = Error{.kind = ErrorKind::KeychainLocked};
        m_forgotten(forgotten);
        QCOMPARE(stored().size(), 3);
        QCOMPARE(m_calls.size(), size_t(1));
        QVERIFY(saidIn(m_dialog, "message").contains(QStringLiteral("was not deleted")));
        QVERIFY(saidIn(m_dialog, "message").contains(QStringLiteral("The keychain is locked.")));

        confirmDeleting(true);
        m_forgotten({});
        m_historyDeleted(failure({.kind = ErrorKind::HistoryFailed}));
        QCOMPARE(stored().size(), 3);
        QVERIFY(saidIn(m_dialog, "message").contains(QStringLiteral("history is still on this computer")));
        QVERIFY(isEnabled("deleteButton"));
    }

    void whatTheProviderDidNotDoIsSaid()
    {
        open(m_three[1].uuid);
        confirmDeleting(false);
        Forgotten forgotten;
        forgotten.revocation = Forgotten::Revocation::Failed;
        forgotten.revocationError = Error{.kind = ErrorKind::Network};
        m_forgotten(forgotten);
        QCOMPARE(stored().size(), 2);
        QVERIFY(saidIn(m_dialog, "message").contains(QStringLiteral("The provider was not told")));
    }

    void hostileNamesAreShownAsText()
    {
        Profile hostile = m_three[0];
        hostile.name = hostileName();
        m_profiles->save(hostile);
        open(hostile.uuid);
        QVERIFY(!shown()[0].contains(QChar(0x202E)));
        QVERIFY(shown()[0].contains(QStringLiteral("<b>")));
        QVERIFY(!list()->topLevelItem(0)->toolTip(0).contains(QStringLiteral("<b>")));
        confirmDeleting(false);
        m_forgotten({});
        QCOMPARE(hostileLabels(m_dialog), QStringList());
    }

    void anotherProcesssChangesAreSeenWhenItOpens()
    {
        QSettings second(m_settings->fileName() + QStringLiteral(".alias"), QSettings::IniFormat);
        m_settings->sync();
        QVERIFY(QFile::link(m_settings->fileName(), second.fileName()));
        second.sync();
        ProfileStore(second).save(named("theirs", ProfileColor::Blue));
        QCOMPARE(m_profiles->profiles().size(), size_t(3));
        open();
        QCOMPARE(shown().last(), QStringLiteral("theirs"));
    }
};

QTEST_MAIN(TestProfilesDialog)
#include "profilesdialogtest.moc"
