// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/auth/storecalls.h"

using namespace tokendesk;

/// A session without a bus.
class TestKeychainNoBus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); }

    void everyOperationSaysThatThereIsNoKeychain()
    {
        KeychainCredentialStore store;
        const QString key = QStringLiteral("tokendesk/1/access-token");
        QCOMPARE(told(startRead(store, key)), QByteArray("unavailable"));
        QCOMPARE(told(startWrite(store, key, "token")), QByteArray("unavailable"));
        QCOMPARE(told(startRemove(store, key)), QByteArray("unavailable"));
    }

    void theReasonIsGivenWithoutTheSecret()
    {
        KeychainCredentialStore store;
        const auto writing = startWrite(store, QStringLiteral("tokendesk/1/access-token"), "apt_5ec2e7");
        QCOMPARE(told(writing), QByteArray("unavailable"));
        QVERIFY(!writing->result->error().detail.isEmpty());
        QVERIFY(!writing->result->error().detail.contains(QStringLiteral("5ec2e7")));
    }
};

QTEST_GUILESS_MAIN(TestKeychainNoBus)
#include "testkeychainnobus.moc"
