// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/auth/storecalls.h"
#include "support/keyring/keyringrig.h"

#include <QTimer>

using namespace tokendesk;
using namespace std::chrono_literals;

namespace {

const QString service = QStringLiteral("Token Desk");
const QString key = QStringLiteral("tokendesk/5f0b7d7e-0c4b-4a43-8d8c-6a1f9d0f2f11/access-token");
const QString otherKey = QStringLiteral("tokendesk/never-written/access-token");

} // namespace

/// The real gnome-keyring, locked, with a person at the prompt who cancels, or is not there.
class TestKeychainLocked : public QObject
{
    Q_OBJECT

    KeyringRig rig;

private Q_SLOTS:
    void initTestCase() { QCOMPARE(rig.start(KeyringRig::Service::GnomeKeyring), QString()); }

    void init()
    {
        QVERIFY(rig.setPrompter(KeyringRig::Prompter::None));
        QVERIFY(rig.unlock());
        KeychainCredentialStore store;
        QCOMPARE(told(startWrite(store, key, "kept")), QByteArray("done"));
        QVERIFY(rig.lock());
    }

    void withoutAnybodyToPromptItIsLockedNeverMissing()
    {
        KeychainCredentialStore store;
        QCOMPARE(told(startRead(store, key)), QByteArray("locked"));
        QCOMPARE(told(startRead(store, otherKey)), QByteArray("locked"));
        QCOMPARE(told(startWrite(store, key, "other")), QByteArray("locked"));
        QCOMPARE(told(startRemove(store, key)), QByteArray("locked"));
        QVERIFY(rig.unlock());
        QCOMPARE(told(startRead(store, key)), QByteArray("read kept"));
        QCOMPARE(told(startRead(store, otherKey)), QByteArray("missing"));
        QCOMPARE(rig.lookup(key, service), std::optional(QByteArray("kept")));
    }

    void aCancelledPromptIsLockedNeverMissingAndComesOnce()
    {
        QVERIFY(rig.setPrompter(KeyringRig::Prompter::Cancels));
        KeychainCredentialStore store;
        int prompts = rig.promptsSeen();
        QCOMPARE(told(startRead(store, key)), QByteArray("locked"));
        QCOMPARE(rig.promptsSeen(), prompts + 1);

        prompts = rig.promptsSeen();
        QCOMPARE(told(startRemove(store, key)), QByteArray("locked"));
        QVERIFY(rig.promptsSeen() <= prompts + 1);

        prompts = rig.promptsSeen();
        QCOMPARE(told(startWrite(store, key, QByteArray(6000, 'x'))), QByteArray("locked"));
        QVERIFY(rig.promptsSeen() <= prompts + 1);

        QVERIFY(rig.unlock());
        QCOMPARE(told(startRead(store, key)), QByteArray("read kept"));
    }

    void anIgnoredPromptEndsInATimeoutWhileTheEventLoopTurns()
    {
        QVERIFY(rig.setPrompter(KeyringRig::Prompter::Ignores));
        KeychainCredentialStore store({.patience = 600ms});
        int ticks = 0;
        QTimer ticker;
        connect(&ticker, &QTimer::timeout, this, [&] { ++ticks; });
        ticker.start(10ms);
        const int prompts = rig.promptsSeen();
        const auto outcome = startRead(store, key);
        QCOMPARE(told(outcome), QByteArray("timeout"));
        QCOMPARE(rig.promptsSeen(), prompts + 1); // it was a prompt that it waited for
        QVERIFY2(ticks >= 20, qPrintable(QString::number(ticks)));
        QVERIFY(!outcome->result->error().detail.isEmpty());

        // The job that hangs holds up neither this store nor another.
        QVERIFY(rig.unlock());
        QCOMPARE(told(startRead(store, key)), QByteArray("read kept"));
        KeychainCredentialStore another;
        QCOMPARE(told(startRead(another, key)), QByteArray("read kept"));
        QCOMPARE(outcome->replies, 1);
    }

    void aKeyringThatIsUnlockedMeanwhileGivesTheSecretThoughThePromptWasDismissed()
    {
        QVERIFY(rig.setPrompter(KeyringRig::Prompter::Ignores));
        KeychainCredentialStore store;
        const int prompts = rig.promptsSeen();
        const auto reading = startRead(store, key);
        QTRY_VERIFY_WITH_TIMEOUT(rig.promptsSeen() > prompts, 30'000);
        // Unlocked elsewhere (by the password manager's own window), then the prompt goes away unanswered.
        QVERIFY(rig.unlock());
        QVERIFY(rig.setPrompter(KeyringRig::Prompter::None));
        QCOMPARE(told(reading), QByteArray("read kept"));
    }

    void aWriteThatWasGivenUpIsNotOvertaken()
    {
        QVERIFY(rig.setPrompter(KeyringRig::Prompter::Ignores));
        KeychainCredentialStore store({.patience = 600ms});
        QCOMPARE(told(startWrite(store, key, "late")), QByteArray("timeout"));
        // The first write may still be carried out at any time: the next one waits for it.
        const auto newer = startWrite(store, key, "newer");
        QCOMPARE(told(newer), QByteArray("timeout"));
        QVERIFY(newer->result->error().detail.contains(QStringLiteral("earlier change")));

        // The prompt goes away, and with it the first write.
        QVERIFY(rig.setPrompter(KeyringRig::Prompter::None));
        QVERIFY(rig.unlock());
        QTRY_COMPARE_WITH_TIMEOUT(told(startWrite(store, key, "newest")), QByteArray("done"), 30'000);
        QCOMPARE(told(startRead(store, key)), QByteArray("read newest"));
        QTest::qWait(100);
        QCOMPARE(rig.lookup(key, service), std::optional(QByteArray("newest")));
    }

    void aStoreDestroyedBehindAnOpenPromptDoesNoHarm()
    {
        QVERIFY(rig.setPrompter(KeyringRig::Prompter::Ignores));
        const int prompts = rig.promptsSeen();
        auto store = std::make_unique<KeychainCredentialStore>();
        const auto reading = startRead(*store, key);
        const auto writing = startWrite(*store, key, "never");
        QTRY_VERIFY_WITH_TIMEOUT(rig.promptsSeen() > prompts, 30'000);
        store.reset();

        // Its job ends only now.
        QVERIFY(rig.setPrompter(KeyringRig::Prompter::None));
        QVERIFY(rig.unlock());
        KeychainCredentialStore another;
        QCOMPARE(told(startRead(another, key)), QByteArray("read kept"));
        QTest::qWait(100);
        QCOMPARE(reading->replies, 0);
        QCOMPARE(writing->replies, 0);
    }
};

QTEST_GUILESS_MAIN(TestKeychainLocked)
#include "testkeychainlocked.moc"
