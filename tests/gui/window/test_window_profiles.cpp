// SPDX-License-Identifier: GPL-3.0-or-later
// Whose window it is: name, colour, switcher, and what is remembered for each profile.
#include "gui/profilemark.h"
#include "windowfixture.h"

#include <QHeaderView>
#include <QImage>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>

using namespace tokendesk;
using Column = TokenTableModel::Column;

class TestWindowProfiles : public QObject
{
    Q_OBJECT

    static Profile other()
    {
        Profile profile{QUuid::fromString(QStringLiteral("99999999-2222-4333-8444-555555555555")),
                        QStringLiteral("Test lab"), QUrl(QStringLiteral("https://lab.example/api"))};
        profile.color = ProfileColor::Green;
        return profile;
    }
    static Profile production()
    {
        Profile profile = WindowFixture::profile();
        profile.color = ProfileColor::Red;
        return profile;
    }
    static void start(WindowFixture &f)
    {
        f.start();
        f.profiles->save(production());
        f.profiles->save(other());
        for (const Profile &profile : {production(), other()})
            f.store.entries.insert(Connector::accessTokenKey(profile), "pasted-access-token");
    }
    static void show(WindowFixture &f, const Profile &profile)
    {
        f.window->setProfile(profile.uuid);
        f.window->restoreConnection();
        QTRY_VERIFY(f.isListShown());
    }
    static QAction *entry(const WindowFixture &f, const char *kind, const Profile &profile)
    {
        return f.window->findChild<QAction *>(QString::fromLatin1(kind) + profile.uuid.toString(QUuid::WithoutBraces));
    }
    /// What the middle of the edge is painted with.
    static QColor edgeColor(const WindowFixture &f)
    {
        const QImage picture = f.find("profileEdge")->grab().toImage();
        return picture.pixelColor(picture.rect().center());
    }

private Q_SLOTS:
    void titleEdgeAndSwitcherSayWhoseWindowItIs()
    {
        WindowFixture f;
        start(f);
        QCOMPARE(f.window->windowTitle(), QStringLiteral("Token Desk"));
        QVERIFY(!f.find("profileEdge")->isVisible());
        QCOMPARE(f.buttonText("profileButton"), QStringLiteral("No profile"));

        show(f, production());
        QCOMPARE(f.window->windowTitle(), QStringLiteral("Production – Token Desk"));
        QCOMPARE(f.window->accessibleName(), f.window->windowTitle());
        QCOMPARE(f.buttonText("profileButton"), QStringLiteral("Production"));
        QCOMPARE(f.find("profileButton")->accessibleName(), QStringLiteral("Profile: Production"));
        QCOMPARE(f.find("profileButton")->accessibleDescription(), QStringLiteral("Red"));
        QVERIFY(f.find("profileEdge")->isVisible());
        QCOMPARE(f.find("profileEdge")->width(), f.window->width());
        const QColor red = edgeColor(f);

        show(f, other());
        QCOMPARE(f.window->windowTitle(), QStringLiteral("Test lab – Token Desk"));
        QVERIFY(edgeColor(f) != red);
        Profile plain = other();
        plain.color = ProfileColor::None;
        plain.name = QStringLiteral("Lab");
        f.profiles->save(plain);
        f.session->close();
        QCOMPARE(f.window->windowTitle(), QStringLiteral("Lab – Token Desk"));
        QVERIFY(!f.find("profileEdge")->isVisible());
    }

    void theEdgeStaysInTheAuditAndWithoutAList()
    {
        WindowFixture f;
        start(f);
        show(f, production());
        f.trigger("actionViewAudit");
        QVERIFY(f.find("profileEdge")->isVisible());
        f.session->close();
        QVERIFY(!f.isListShown());
        QVERIFY(f.find("profileEdge")->isVisible());
        QCOMPARE(f.window->windowTitle(), QStringLiteral("Production – Token Desk"));
    }

    void hostileNamesAreMadeVisible()
    {
        const QString name = QStringLiteral("Prod\u202Etset &x [*]\n<b>");
        QCOMPARE(windowTitleFor(name), QStringLiteral("Prod\\u202Etset &x [*][*]\\n<b> – Token Desk"));
        WindowFixture f;
        start(f);
        Profile hostile = production();
        hostile.name = name;
        f.profiles->save(hostile);
        show(f, hostile);
        QVERIFY(!f.window->windowTitle().contains(QChar(0x202E)));
        QVERIFY(f.buttonText("profileButton").contains(QStringLiteral("&&")) ||
                !f.buttonText("profileButton").contains(QLatin1Char('&')));
        QCOMPARE(entry(f, "profile_", hostile)->text(), QStringLiteral("Prod\\u202Etset &&x [*]\\n<b>"));
        const QString toolTip = f.find("profileButton")->toolTip();
        QVERIFY(!toolTip.contains(QStringLiteral("<b>")));
        hostile.name = QString(500, QLatin1Char('W'));
        f.profiles->save(hostile);
        f.session->close();
        QVERIFY(f.window->windowTitle().size() < 80);
        QVERIFY(f.find("profileButton")->width() < 300);
    }

    void theMenuHasTheProfilesInTheirOrderAndTheOwnOneChecked()
    {
        WindowFixture f;
        start(f);
        show(f, other());
        auto *menu = f.find<QMenu>("menuProfiles");
        QCOMPARE(f.find<QToolButton>("profileButton")->menu(), menu);
        QCOMPARE(menu->actions()[0], entry(f, "profile_", production()));
        QCOMPARE(menu->actions()[1], entry(f, "profile_", other()));
        QVERIFY(!entry(f, "profile_", production())->isChecked());
        QVERIFY(entry(f, "profile_", other())->isChecked());
        QVERIFY(!entry(f, "profile_", other())->icon().isNull());
        QCOMPARE(entry(f, "profile_", other())->shortcut(), QKeySequence(Qt::ALT | Qt::Key_2));
        f.profiles->move(other().uuid, 0);
        QCOMPARE(menu->actions()[0], entry(f, "profile_", other()));
        f.profiles->remove(production().uuid);
        QVERIFY(!entry(f, "profile_", production()));
        f.profiles->save(production());
        show(f, production());
        QVERIFY(entry(f, "profile_", production())->isChecked());
        QVERIFY(!entry(f, "profile_", other())->isChecked());
    }

    void choosingAProfileIsToldAndNothingElseHappensByItself()
    {
        WindowFixture f;
        start(f);
        show(f, production());
        QSignalSpy chosen(f.window.get(), &MainWindow::profileChosen);
        QTest::keyClick(f.window.get(), Qt::Key_2, Qt::AltModifier);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0], QVariantList({other().uuid, false}));
        QVERIFY(!entry(f, "profile_", other())->isChecked());
        entry(f, "newWindow_", other())->trigger();
        QCOMPARE(chosen[1], QVariantList({other().uuid, true}));
        QCOMPARE(f.session->profile()->uuid, production().uuid);
    }

    void switchingShowsNothingOfTheOtherOrganization()
    {
        WindowFixture f;
        start(f);
        show(f, production());
        f.select(QStringLiteral("Pilot site"));
        f.type(QStringLiteral("Pilot"));
        QCOMPARE(f.model()->rowCount(), 1);
        f.server.tokens = {};
        QSignalSpy changed(f.window.get(), &MainWindow::profileChanged);
        f.window->setProfile(other().uuid);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(f.model()->rowCount(), 0);
        QCOMPARE(f.find<QLineEdit>("filterField")->text(), QString());
        QCOMPARE(f.session->phase(), Session::Phase::NotConnected);
        f.window->restoreConnection();
        QTRY_COMPARE(f.says("pageHeadline"), QStringLiteral("No tokens yet"));
        QCOMPARE(f.says("statusHost"), QStringLiteral("lab.example"));
    }

    void aKeychainThatAnswersAfterTheSwitchOpensNothing()
    {
        WindowFixture f;
        start(f);
        f.window->setProfile(production().uuid);
        f.window->restoreConnection();
        f.window->setProfile(other().uuid);
        QTest::qWait(50);
        QVERIFY(!f.session->profile() || f.session->profile()->uuid == other().uuid);
        QCOMPARE(f.window->windowTitle(), QStringLiteral("Test lab – Token Desk"));
    }

    void aNewProfileIsMadeInTheEditorAndThisWindowIsThenForIt()
    {
        WindowFixture f;
        start(f);
        show(f, production());
        f.trigger("actionNewProfile");
        QCOMPARE(f.connectDialogs.back().reason, ConnectReason::First);
        QVERIFY(!f.connectDialogs.back().profile);
        const Profile added{QUuid::createUuid(), QStringLiteral("Added"), QUrl(QStringLiteral("https://a.example"))};
        f.connector->connectTo(added, Secret("t"), f.window.get(), [](const Result<void> &) {});
        f.connected(added);
        QCOMPARE(f.window->windowTitle(), QStringLiteral("Added – Token Desk"));
        QCOMPARE(f.profiles->profiles().size(), size_t(3));
        QVERIFY(f.profiles->lastUsed() == added);
        QVERIFY(entry(f, "profile_", added)->isChecked());
    }

    void theLookIsRememberedForEachProfileAndNewOnesBeginWithTheLastOne()
    {
        WindowFixture f;
        start(f);
        show(f, production());
        f.table()->sortByColumn(Column::Uses, Qt::DescendingOrder);
        f.table()->setColumnHidden(Column::Id, false);
        f.trigger("actionDetails");
        const bool details = f.find<QAction>("actionDetails")->isChecked();
        f.window->resize(1100, 650);

        show(f, other()); // begins as the other one was left
        QCOMPARE(f.window->size(), QSize(1100, 650));
        QCOMPARE(f.table()->horizontalHeader()->sortIndicatorSection(), int(Column::Uses));
        QVERIFY(!f.table()->isColumnHidden(Column::Id));
        QCOMPARE(f.find<QAction>("actionDetails")->isChecked(), details);
        f.table()->sortByColumn(Column::Name, Qt::AscendingOrder);
        f.table()->setColumnHidden(Column::Id, true);
        f.trigger("actionDetails");
        f.window->resize(900, 620);

        show(f, production());
        QCOMPARE(f.window->size(), QSize(900, 620)); // a window does not jump about
        QCOMPARE(f.table()->horizontalHeader()->sortIndicatorSection(), int(Column::Uses));
        QVERIFY(!f.table()->isColumnHidden(Column::Id));
        QCOMPARE(f.find<QAction>("actionDetails")->isChecked(), details);
        show(f, other());
        QCOMPARE(f.table()->horizontalHeader()->sortIndicatorSection(), int(Column::Name));
        QVERIFY(f.table()->isColumnHidden(Column::Id));
        QCOMPARE(f.find<QAction>("actionDetails")->isChecked(), !details);
    }

    void nothingIsKeptOfAProfileThatIsGone()
    {
        WindowFixture f;
        start(f);
        show(f, production());
        f.window->close();
        const QString group = QStringLiteral("profiles/") + production().uuid.toString(QUuid::WithoutBraces);
        QVERIFY(f.settings->contains(group + QStringLiteral("/window/geometry")));
        QVERIFY(f.settings->contains(group + QStringLiteral("/table/sort")));
        f.window->show();
        f.profiles->remove(production().uuid);
        f.window->close(); // which saves its look once more
        for (const QString &key : f.settings->allKeys())
            QVERIFY2(!key.startsWith(group), qPrintable(key));
    }

    void theLookOfEarlierVersionsIsWhatProfilesBeginWith()
    {
        WindowFixture f;
        start(f);
        f.window->close();
        f.window.reset();
        f.settings->remove(QStringLiteral("profiles/") + production().uuid.toString(QUuid::WithoutBraces) +
                           QStringLiteral("/table"));
        f.settings->setValue(
            QStringLiteral("table/sort"),
            QStringList{QStringLiteral("name"), QStringLiteral("expires"), QStringLiteral("ascending")});
        f.start();
        show(f, production());
        QCOMPARE(f.table()->horizontalHeader()->sortIndicatorSection(), int(Column::Expires));
    }
};

QTEST_MAIN(TestWindowProfiles)
#include "test_window_profiles.moc"
