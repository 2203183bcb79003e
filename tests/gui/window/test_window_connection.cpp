// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include <QMessageBox>
#include <QPushButton>

using namespace tokendesk;

class TestWindowConnection : public QObject
{
    Q_OBJECT

    static void saveConnection(WindowFixture &f, bool kept = true)
    {
        Profile profile = WindowFixture::profile();
        profile.keepsSecrets = kept;
        f.profiles->save(profile);
        if (kept)
            f.store.entries.insert(Connector::accessTokenKey(WindowFixture::profile()), "pasted-access-token");
    }
    static QMessageBox *question(const WindowFixture &f)
    {
        return f.window->findChild<QMessageBox *>(QStringLiteral("forgetQuestion"));
    }

private Q_SLOTS:
    void theWindowIsNotCalledByWhatTheServerSays()
    {
        WindowFixture f;
        f.server.organization = QStringLiteral("<h1>Evil</h1>");
        f.startConnected();
        QCOMPARE(f.window->windowTitle(), QStringLiteral("Production – Token Desk"));
        QCOMPARE(f.window->accessibleName(), QStringLiteral("Production – Token Desk"));
    }

    void withoutAConnectionThePageOffersToConnect()
    {
        WindowFixture f;
        f.start();
        f.window->restoreConnection();
        QCOMPARE(f.says("pageHeadline"), QStringLiteral("Not connected yet"));
        f.click("pageButton");
        QCOMPARE(f.connectDialogs.size(), size_t(1));
        QCOMPARE(f.connectDialogs[0].reason, ConnectReason::First);
        QVERIFY(!f.connectDialogs[0].profile);
        QVERIFY(!f.isEnabled("actionNewToken"));
        QVERIFY(!f.isEnabled("actionRevoke"));
        QVERIFY(!f.isEnabled("actionRefresh"));
        QVERIFY(!f.isEnabled("actionDisconnect"));
    }

    void aConnectionMadeInTheDialogIsBackAfterARestart()
    {
        WindowFixture f;
        f.start();
        f.click("pageButton");
        f.connector->connectTo(WindowFixture::profile(), Secret("pasted-access-token"), f.window.get(),
                               [](const Result<void> &) {});
        f.connected(WindowFixture::profile());
        QTRY_VERIFY(f.isListShown());
        QTRY_COMPARE(f.store.entries.size(), 1);

        f.restart();
        QCOMPARE(f.session->phase(), Session::Phase::NotConnected);
        f.window->restoreConnection();
        QTRY_VERIFY(f.isListShown());
        QCOMPARE(f.model()->rowCount(), 7);
        QTRY_COMPARE(f.says("statusOrganization"), QStringLiteral("Acme Manufacturing"));
        QCOMPARE(f.says("statusProfile"), QStringLiteral("Production"));
        QCOMPARE(f.says("statusHost"), QStringLiteral("acusight.example"));
    }

    void settingsNeverHoldTheAccessToken()
    {
        WindowFixture f;
        f.start();
        saveConnection(f);
        f.window->restoreConnection();
        QTRY_VERIFY(f.isListShown());
        f.window->close();
        f.settings->sync();
        QFile file(f.settings->fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray written = file.readAll();
        QVERIFY(written.contains("acusight.example"));
        QVERIFY(!written.contains("pasted-access-token"));
    }

    void aLockedKeychainIsSaidAndCanBeTriedAgain()
    {
        WindowFixture f;
        f.start();
        saveConnection(f);
        f.store.readError = Error{.kind = ErrorKind::KeychainLocked};
        f.window->restoreConnection();
        QTRY_COMPARE(f.says("pageHeadline"), QStringLiteral("The keychain is locked."));
        QCOMPARE(f.buttonText("pageButton"), QStringLiteral("Try Again"));
        f.store.readError.reset();
        f.click("pageButton");
        QTRY_VERIFY(f.isListShown());
    }

    void whereTheKeychainGivesNothingTheProfileStaysAndANewTokenCanBeGiven()
    {
        WindowFixture f;
        f.start();
        saveConnection(f);
        f.store.entries.clear();
        f.window->restoreConnection();
        QTRY_COMPARE(f.says("pageHeadline"), QStringLiteral("The keychain gave no access token."));
        f.trigger("actionConnection");
        QCOMPARE(f.connectDialogs.back().reason, ConnectReason::NewAccessToken);
        QVERIFY(f.connectDialogs.back().profile == WindowFixture::profile());
    }

    void aTokenForOneSessionOnlyIsAskedForAtTheNextStart()
    {
        WindowFixture f;
        f.start();
        saveConnection(f, false);
        f.window->restoreConnection();
        QCOMPARE(f.says("pageHeadline"), QStringLiteral("An access token is needed"));
        QVERIFY(f.says("pageExplanation").contains(QStringLiteral("Production")));
        f.click("pageButton");
        QCOMPARE(f.connectDialogs.back().reason, ConnectReason::NewAccessToken);
    }

    void aKeychainThatTakesLongIsSaidOnlyAfterAWhile()
    {
        WindowFixture f;
        f.start();
        saveConnection(f);
        f.store.readError = Error{.kind = ErrorKind::KeychainTimeout};
        f.window->restoreConnection();
        QCOMPARE(f.says("pageHeadline"), QString()); // under way, and nothing flickers
        QTRY_COMPARE(f.says("pageHeadline"), QStringLiteral("The keychain does not answer."));
    }

    void disconnectingAsksWithTheFocusOnCancelAndSaysThatTheTokenIsGone()
    {
        WindowFixture f;
        f.start();
        saveConnection(f);
        f.window->restoreConnection();
        QTRY_VERIFY(f.isListShown());

        f.trigger("actionDisconnect");
        QVERIFY(question(f));
        QCOMPARE(question(f)->textFormat(), Qt::PlainText);
        QCOMPARE(question(f)->defaultButton(), question(f)->button(QMessageBox::Cancel));
        QTest::keyClick(question(f), Qt::Key_Escape);
        QVERIFY(f.isListShown());
        QTRY_VERIFY(!question(f));

        f.trigger("actionDisconnect");
        QTest::mouseClick(question(f)->findChild<QPushButton *>(QStringLiteral("forgetButton")), Qt::LeftButton);
        QTRY_COMPARE(f.says("pageHeadline"), QStringLiteral("You are disconnected"));
        QVERIFY(f.says("statusMessage").contains(QStringLiteral("no longer in the keychain")));
        QVERIFY(f.store.entries.isEmpty());
        QCOMPARE(f.model()->rowCount(), 0);
        QCOMPARE(f.says("statusHost"), QString());
        QVERIFY(!f.isEnabled("actionDisconnect"));

        QCOMPARE(f.profiles->profiles().size(), size_t(1)); // to connect again
        f.click("pageButton");
        QCOMPARE(f.connectDialogs.back().reason, ConnectReason::NewAccessToken);
        QVERIFY(f.connectDialogs.back().profile == WindowFixture::profile());
    }

    void aTokenThatCannotBeRemovedIsNotSaidToBeGone()
    {
        WindowFixture f;
        f.start();
        saveConnection(f);
        f.window->restoreConnection();
        QTRY_VERIFY(f.isListShown());
        f.store.removeError = Error{.kind = ErrorKind::KeychainLocked};
        f.trigger("actionDisconnect");
        QTest::mouseClick(question(f)->findChild<QPushButton *>(QStringLiteral("forgetButton")), Qt::LeftButton);
        QTRY_COMPARE(f.says("pageHeadline"), QStringLiteral("The access token could not be removed."));
        QCOMPARE(f.says("statusMessage"), QString());
        QCOMPARE(f.profiles->profiles().size(), size_t(1));
        f.store.removeError.reset();
        f.click("pageButton");
        QTRY_COMPARE(f.says("pageHeadline"), QStringLiteral("You are disconnected"));
        QVERIFY(f.store.entries.isEmpty());
    }

    void aDamagedOrUnsafeSavedConnectionIsNone_data()
    {
        QTest::addColumn<QString>("uuid");
        QTest::addColumn<QString>("url");
        const QString good = QStringLiteral("11111111-2222-4333-8444-555555555555");
        QTest::newRow("no uuid") << QStringLiteral("nonsense") << QStringLiteral("https://acusight.example/api");
        QTest::newRow("no url") << good << QString();
        QTest::newRow("clear text") << good << QStringLiteral("http://acusight.example/api");
        QTest::newRow("credentials") << good << QStringLiteral("https://me:secret@acusight.example/api");
    }
    void aDamagedOrUnsafeSavedConnectionIsNone()
    {
        QFETCH(QString, uuid);
        QFETCH(QString, url);
        WindowFixture f;
        f.start();
        f.settings->setValue(QStringLiteral("connection/uuid"), uuid);
        f.settings->setValue(QStringLiteral("connection/serverUrl"), url);
        f.restart();
        f.window->restoreConnection();
        QCOMPARE(f.says("pageHeadline"), QStringLiteral("Not connected yet"));
        QCOMPARE(f.session->phase(), Session::Phase::NotConnected);
    }

    void aSessionThatWasOpenBeforeTheWindowIsShown()
    {
        WindowFixture f;
        f.startConnected();
        MainWindow second(*f.session, *f.connector, *f.profiles, {}, f.clock, *f.settings, f.history);
        second.show();
        QCOMPARE(second.findChild<TokenTableModel *>()->rowCount(), 7);
        QVERIFY(second.findChild<TokenTableView *>()->isVisible());
    }
};

QTEST_MAIN(TestWindowConnection)
#include "test_window_connection.moc"
