// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/auth/storecalls.h"
#include "support/keyring/keyringrig.h"

#include <QDirIterator>
#include <QFile>

using namespace tokendesk;

namespace {

const QString service = QStringLiteral("Token Desk");
const QString key = QStringLiteral("tokendesk/0b1e6c0a-8f7d-4a55-9d3e-1f2a3b4c5d6e/access-token");
const QByteArray token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyb3VuZC10cmlwIn0.c2lnbmF0dXJl";

QByteArray longToken(char c)
{
    QByteArray bytes;
    for (int i = 0; bytes.size() < 6000; ++i)
        bytes += c + QByteArray::number(i) + '.';
    return bytes.left(6000);
}

} // namespace

/// The store and the real gnome-keyring, looked at from outside by secret-tool.
class TestKeychain : public QObject
{
    Q_OBJECT

    KeyringRig rig;

private Q_SLOTS:
    void initTestCase() { QCOMPARE(rig.start(KeyringRig::Service::GnomeKeyring), QString()); }

    void cleanup()
    {
        KeychainCredentialStore store;
        (void)told(startRemove(store, key));
    }

    void whatIsWrittenIsInTheKeyringUntilItIsRemoved()
    {
        KeychainCredentialStore store;
        QCOMPARE(told(startRead(store, key)), QByteArray("missing"));
        QCOMPARE(told(startWrite(store, key, token)), QByteArray("done"));
        QCOMPARE(rig.lookup(key, service), std::optional(token));
        QCOMPARE(told(startRead(store, key)), "read " + token);

        QCOMPARE(told(startWrite(store, key, "another")), QByteArray("done"));
        QCOMPARE(rig.lookup(key, service), std::optional(QByteArray("another")));

        QCOMPARE(told(startRemove(store, key)), QByteArray("done"));
        QCOMPARE(rig.lookup(key, service), std::optional<QByteArray>());
        QCOMPARE(told(startRead(store, key)), QByteArray("missing"));
        QCOMPARE(told(startRemove(store, key)), QByteArray("done"));
    }

    void anotherStoreReadsWhatOneHasWritten()
    {
        {
            KeychainCredentialStore store;
            QCOMPARE(told(startWrite(store, key, token)), QByteArray("done"));
        }
        KeychainCredentialStore store;
        QCOMPARE(told(startRead(store, key)), "read " + token);
        KeychainCredentialStore elsewhere({.service = QStringLiteral("Something Else")});
        QCOMPARE(told(startRead(elsewhere, key)), QByteArray("missing"));
    }

    void aLongTokenComesBackWhole()
    {
        KeychainCredentialStore store;
        QCOMPARE(told(startWrite(store, key, longToken('a'))), QByteArray("done"));
        QCOMPARE(told(startRead(store, key)), "read " + longToken('a'));
        QVERIFY(rig.lookup(key + QStringLiteral("/3"), service).has_value());
        for (const char *part : {"", "/2", "/3"})
            QVERIFY(rig.lookup(key + QLatin1String(part), service)->size() <= 2560);

        QCOMPARE(told(startWrite(store, key, token)), QByteArray("done"));
        QCOMPARE(told(startRead(store, key)), "read " + token);
        for (const char *part : {"/2", "/3", "/4"})
            QVERIFY(!rig.lookup(key + QLatin1String(part), service).has_value());

        QCOMPARE(told(startWrite(store, key, longToken('b'))), QByteArray("done"));
        QCOMPARE(told(startRemove(store, key)), QByteArray("done"));
        for (const char *part : {"", "/2", "/3"})
            QVERIFY(!rig.lookup(key + QLatin1String(part), service).has_value());
    }

    void textBeyondAsciiComesBackByteForByte()
    {
        KeychainCredentialStore store;
        const QByteArray secret = QStringLiteral("schlüssel 🔑\n zweite Zeile ").toUtf8();
        QCOMPARE(told(startWrite(store, key, secret)), QByteArray("done"));
        QCOMPARE(told(startRead(store, key)), "read " + secret);
    }

    void operationsRunInTheOrderInWhichTheyWereAsked()
    {
        KeychainCredentialStore store;
        const auto first = startWrite(store, key, "first");
        const auto seenFirst = startRead(store, key);
        const auto second = startWrite(store, key, longToken('s'));
        const auto seenSecond = startRead(store, key);
        const auto removed = startRemove(store, key);
        const auto seenLast = startRead(store, key);
        QCOMPARE(seenLast->replies, 0); // never before the call has returned
        QCOMPARE(told(seenLast), QByteArray("missing"));
        QCOMPARE(told(first), QByteArray("done"));
        QCOMPARE(told(seenFirst), QByteArray("read first"));
        QCOMPARE(told(second), QByteArray("done"));
        QCOMPARE(told(seenSecond), "read " + longToken('s'));
        QCOMPARE(told(removed), QByteArray("done"));
    }

    void twoStoresDoNotDisturbEachOther()
    {
        KeychainCredentialStore one;
        KeychainCredentialStore two;
        const QString other = key + QStringLiteral("-2");
        const auto a = startWrite(one, key, "a");
        const auto b = startWrite(two, other, "b");
        QCOMPARE(told(a), QByteArray("done"));
        QCOMPARE(told(b), QByteArray("done"));
        QCOMPARE(told(startRead(two, key)), QByteArray("read a"));
        QCOMPARE(told(startRead(one, other)), QByteArray("read b"));
        QCOMPARE(told(startRemove(one, other)), QByteArray("done"));
    }

    void aReplyMayDestroyTheStore()
    {
        auto store = std::make_unique<KeychainCredentialStore>();
        bool told = false;
        store->read(key, [&](const Result<Secret> &) {
            store.reset();
            told = true;
        });
        store->read(key, [&](const Result<Secret> &) { QFAIL("answered by a store that is gone"); });
        QTRY_VERIFY_WITH_TIMEOUT(told, 30'000);
        QTest::qWait(50);
    }

    void aStoreThatGoesAwayWhileAJobIsUnderWayDoesNoHarm()
    {
        for (int ms = 0; ms < 12; ++ms) {
            ReadOutcome outcome;
            {
                KeychainCredentialStore store;
                outcome = startRead(store, key);
                (void)startWrite(store, key, token);
                QTest::qWait(ms);
            }
            KeychainCredentialStore next;
            QVERIFY(told(startRead(next, key)) != QByteArray("no answer"));
            QVERIFY(outcome->replies <= 1);
        }
    }

    void theTokenIsInNoFileInPlain()
    {
        KeychainCredentialStore store;
        QCOMPARE(told(startWrite(store, key, token)), QByteArray("done"));
        QCOMPARE(told(startWrite(store, key + QStringLiteral("-long"), longToken('f'))), QByteArray("done"));
        int keyringFiles = 0;
        QDirIterator files(rig.home(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY2(file.open(QFile::ReadOnly), qPrintable(file.fileName()));
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains(token) && !bytes.contains(token.left(20)), qPrintable(file.fileName()));
            QVERIFY2(!bytes.contains(token.toBase64().left(20)), qPrintable(file.fileName()));
            QVERIFY2(!bytes.contains(longToken('f').mid(100, 40)), qPrintable(file.fileName()));
            const bool isKeyring = file.fileName().startsWith(rig.home() + QStringLiteral("/.local/share/keyrings/"));
            QVERIFY2(isKeyring, qPrintable(file.fileName()));
            if (file.fileName().endsWith(QStringLiteral("/login.keyring"))) {
                ++keyringFiles;
                QVERIFY(bytes.size() > 6000); // it is there, enciphered
            }
        }
        QCOMPARE(keyringFiles, 1);
        QCOMPARE(told(startRemove(store, key + QStringLiteral("-long"))), QByteArray("done"));
    }

    /// Stays last: the keyring does not come back.
    void aServiceThatDiesIsUnavailableNotMissing()
    {
        KeychainCredentialStore store;
        QCOMPARE(told(startWrite(store, key, token)), QByteArray("done"));
        rig.killService();
        QCOMPARE(told(startRead(store, key)), QByteArray("unavailable"));
        QCOMPARE(told(startWrite(store, key, token)), QByteArray("unavailable"));
        QCOMPARE(told(startRemove(store, key)), QByteArray("unavailable"));
    }
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "testkeychain.moc"
