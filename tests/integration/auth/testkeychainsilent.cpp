// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/auth/storecalls.h"
#include "support/keyring/keyringrig.h"

#include <QTimer>

using namespace tokendesk;
using namespace std::chrono_literals;

/// Somebody owns org.freedesktop.secrets and never replies.
class TestKeychainSilent : public QObject
{
    Q_OBJECT

    KeyringRig rig;

private Q_SLOTS:
    void initTestCase() { QCOMPARE(rig.start(KeyringRig::Service::Silent), QString()); }

    void everyOperationEndsInATimeoutWhileTheEventLoopTurns()
    {
        KeychainCredentialStore store({.patience = 400ms});
        int ticks = 0;
        QTimer ticker;
        connect(&ticker, &QTimer::timeout, this, [&] { ++ticks; });
        ticker.start(10ms);
        const auto reading = startRead(store, QStringLiteral("a"));
        const auto writing = startWrite(store, QStringLiteral("b"), "x");
        const auto removing = startRemove(store, QStringLiteral("c"));
        QCOMPARE(told(reading), QByteArray("timeout"));
        QCOMPARE(told(writing), QByteArray("timeout"));
        QCOMPARE(told(removing), QByteArray("timeout"));
        QVERIFY2(ticks >= 40, qPrintable(QString::number(ticks)));
        QCOMPARE(reading->replies + writing->replies + removing->replies, 3);
    }

    void aStoreDestroyedMeanwhileDoesNoHarm()
    {
        ReadOutcome outcome;
        {
            KeychainCredentialStore store;
            outcome = startRead(store, QStringLiteral("a"));
            QTest::qWait(100);
        }
        QTest::qWait(100);
        QCOMPARE(outcome->replies, 0);
    }
};

QTEST_GUILESS_MAIN(TestKeychainSilent)
#include "testkeychainsilent.moc"
