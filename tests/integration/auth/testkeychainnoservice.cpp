// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/secretservice.h"
#include "integration/auth/storecalls.h"
#include "support/keyring/keyringrig.h"

using namespace tokendesk;

/// A session without a Secret Service, as over ssh or under a bare window manager.
class TestKeychainNoService : public QObject
{
    Q_OBJECT

    KeyringRig rig;

private Q_SLOTS:
    void initTestCase() { QCOMPARE(rig.start(KeyringRig::Service::None), QString()); }

    void everyOperationSaysThatThereIsNoKeychain()
    {
        KeychainCredentialStore store;
        const QString key = QStringLiteral("tokendesk/1/access-token");
        QCOMPARE(told(startRead(store, key)), QByteArray("unavailable"));
        QCOMPARE(told(startWrite(store, key, "token")), QByteArray("unavailable"));
        QCOMPARE(told(startRemove(store, key)), QByteArray("unavailable"));
    }

    void aRunningKWalletIsBelievedWithoutASecretServiceAndOnKde()
    {
        const auto stateNow = [this] {
            std::optional<SecretServiceState> state;
            askSecretService(this, QStringLiteral("Token Desk"), QStringLiteral("k"), [&](SecretServiceState s) { state = s; });
            (void)QTest::qWaitFor([&] { return state.has_value(); }, 30'000);
            return state.value_or(SecretServiceState::NoAnswer);
        };
        QVERIFY(stateNow() == SecretServiceState::NoService);
        auto bus = QDBusConnection::connectToBus(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("wallet"));
        QVERIFY(bus.registerService(QStringLiteral("org.kde.kwalletd5")));
        QVERIFY(stateNow() == SecretServiceState::OtherService);
        QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.secrets")));
        QVERIFY(stateNow() != SecretServiceState::OtherService);
        qputenv("XDG_CURRENT_DESKTOP", "KDE");
        QVERIFY(stateNow() == SecretServiceState::OtherService);
        qunsetenv("XDG_CURRENT_DESKTOP");
        QVERIFY(bus.unregisterService(QStringLiteral("org.freedesktop.secrets")));
        QVERIFY(bus.unregisterService(QStringLiteral("org.kde.kwalletd5")));
        QVERIFY(stateNow() == SecretServiceState::NoService);
        QDBusConnection::disconnectFromBus(QStringLiteral("wallet"));
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

QTEST_GUILESS_MAIN(TestKeychainNoService)
#include "testkeychainnoservice.moc"
