// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/credentialtransfer.h"
#include "auth/secretparts.h"

#include <QMap>
#include <QTest>

#include <optional>

using namespace tokendesk;

namespace {

const QString key = QStringLiteral("k");

/// Entries in memory that answer at once, remember what was asked, and break off or fail when told.
class Entries final : public KeychainEntries
{
public:
    QMap<QString, QByteArray> kept;
    QStringList asked;
    int breaksOffAfter = -1;             ///< that many calls are carried out, the next ones are never answered
    std::optional<ErrorKind> everyError; ///< instead of an answer
    bool forgetsWrites = false;
    bool forgetsRemovals = false;

    void readEntry(const QString &name, ReadReply reply) override
    {
        if (!goesOn(QStringLiteral("read ") + name))
            return;
        if (everyError)
            return reply(failure({.kind = *everyError}));
        if (!kept.contains(name))
            return reply(failure({.kind = ErrorKind::KeychainMissing}));
        reply(Secret(kept.value(name)));
    }
    void writeEntry(const QString &name, const Secret &secret, DoneReply reply) override
    {
        if (!goesOn(QStringLiteral("write ") + name))
            return;
        if (everyError)
            return reply(failure({.kind = *everyError}));
        if (!forgetsWrites)
            kept.insert(name, secret.view().toByteArray());
        reply({});
    }
    void removeEntry(const QString &name, DoneReply reply) override
    {
        if (!goesOn(QStringLiteral("remove ") + name))
            return;
        if (everyError)
            return reply(failure({.kind = *everyError}));
        if (!kept.contains(name)) // as Windows and macOS answer; libsecret is content
            return reply(failure({.kind = ErrorKind::KeychainMissing}));
        if (!forgetsRemovals)
            kept.remove(name);
        reply({});
    }

private:
    bool goesOn(const QString &what)
    {
        if (breaksOffAfter == 0)
            return false;
        if (breaksOffAfter > 0)
            --breaksOffAfter;
        asked << what;
        return true;
    }
};

std::optional<Result<void>> write(Entries &entries, const QByteArray &secret)
{
    std::optional<Result<void>> got;
    writeCredential(entries, key, Secret(secret), [&](Result<void> result) { got = result; });
    return got;
}

std::optional<Result<void>> remove(Entries &entries)
{
    std::optional<Result<void>> got;
    removeCredential(entries, key, [&](Result<void> result) { got = result; });
    return got;
}

/// The secret, or the kind of the error in brackets.
QByteArray read(Entries &entries)
{
    QByteArray got = "(none)";
    readCredential(entries, key, [&](Result<Secret> result) {
        got = result ? result->view().toByteArray() : "(" + QByteArray::number(int(result.error().kind)) + ")";
    });
    return got;
}

QByteArray named(ErrorKind kind)
{
    return "(" + QByteArray::number(int(kind)) + ")";
}
QByteArray longSecret(char c)
{
    return QByteArray(6000, c);
}

} // namespace

class TestCredentialTransfer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aShortSecretIsOneEntryAsItIs()
    {
        Entries entries;
        QVERIFY(write(entries, "token")->has_value());
        QCOMPARE(entries.kept, (QMap<QString, QByteArray>{{key, "token"}}));
        QCOMPARE(read(entries), QByteArray("token"));
    }

    void aLongSecretIsWrittenWithItsFirstEntryLast()
    {
        Entries entries;
        QVERIFY(write(entries, longSecret('a'))->has_value());
        QCOMPARE(entries.asked.mid(0, 3),
                 (QStringList{QStringLiteral("write k/2"), QStringLiteral("write k/3"), QStringLiteral("write k")}));
        QCOMPARE(entries.kept.size(), 3);
        QCOMPARE(read(entries), longSecret('a'));
    }

    void overwritingLeavesNothingOfWhatWasThere_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("short by short") << QByteArray("one") << QByteArray("two");
        QTest::newRow("short by long") << QByteArray("one") << longSecret('b');
        QTest::newRow("long by short") << longSecret('a') << QByteArray("two");
        QTest::newRow("long by longer") << longSecret('a') << QByteArray(12'000, 'b');
        QTest::newRow("longer by long") << QByteArray(12'000, 'a') << longSecret('b');
    }
    void overwritingLeavesNothingOfWhatWasThere()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        Entries entries;
        QVERIFY(write(entries, before)->has_value());
        QVERIFY(write(entries, after)->has_value());
        QCOMPARE(read(entries), after);
        const auto parts = splitSecret(Secret(after), "0000000000000000");
        QCOMPARE(entries.kept.size(), qsizetype(parts.size()));
    }

    void aWriteThatBreaksOffIsNoticedOrChangesNothing_data() { overwritingLeavesNothingOfWhatWasThere_data(); }
    void aWriteThatBreaksOffIsNoticedOrChangesNothing()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        for (int calls = 0;; ++calls) {
            Entries entries;
            QVERIFY(write(entries, before)->has_value());
            entries.breaksOffAfter = calls;
            const bool answered = write(entries, after).has_value();
            entries.breaksOffAfter = -1;
            if (answered)
                break;
            const QByteArray seen = read(entries);
            QVERIFY2(seen == before || seen == after || seen == named(ErrorKind::KeychainFailed),
                     seen.left(30).constData());
            // The next write, and the next removal, leave nothing behind.
            Entries copy;
            copy.kept = entries.kept;
            QVERIFY(write(entries, "next")->has_value());
            QCOMPARE(entries.kept, (QMap<QString, QByteArray>{{key, "next"}}));
            QVERIFY(remove(copy)->has_value());
            QVERIFY(copy.kept.isEmpty());
            QVERIFY(calls < 100);
        }
    }

    void aRemovalThatBreaksOffCanBeRepeated()
    {
        for (int calls = 0;; ++calls) {
            Entries entries;
            QVERIFY(write(entries, longSecret('a'))->has_value());
            entries.breaksOffAfter = calls;
            const bool answered = remove(entries).has_value();
            entries.breaksOffAfter = -1;
            if (answered)
                break;
            const QByteArray seen = read(entries);
            QVERIFY(seen == longSecret('a') || seen == named(ErrorKind::KeychainFailed) ||
                    seen == named(ErrorKind::KeychainMissing));
            QVERIFY(remove(entries)->has_value());
            QVERIFY(entries.kept.isEmpty());
            QVERIFY(calls < 100);
        }
    }

    void aMissingPartIsDamageNotAbsence()
    {
        Entries entries;
        QVERIFY(write(entries, longSecret('a'))->has_value());
        entries.kept.remove(QStringLiteral("k/3"));
        QCOMPARE(read(entries), named(ErrorKind::KeychainFailed));
        entries.kept.clear();
        QCOMPARE(read(entries), named(ErrorKind::KeychainMissing));
    }

    void partsOfTwoWritesAreNeverMixed()
    {
        Entries first;
        Entries second;
        QVERIFY(write(first, longSecret('a'))->has_value());
        QVERIFY(write(second, longSecret('a'))->has_value());
        first.kept.insert(QStringLiteral("k/2"), second.kept.value(QStringLiteral("k/2")));
        QCOMPARE(read(first), named(ErrorKind::KeychainFailed));
    }

    void removingWhatIsNotThereSucceeds()
    {
        Entries entries;
        QVERIFY(remove(entries)->has_value());
    }

    void aStoreThatForgetsIsFoundOut()
    {
        Entries entries;
        entries.forgetsWrites = true;
        QVERIFY(!write(entries, "token")->has_value());
        entries.kept.insert(key, "older");
        QCOMPARE(write(entries, "token")->error().kind, ErrorKind::KeychainFailed);
        entries.forgetsRemovals = true;
        QCOMPARE(remove(entries)->error().kind, ErrorKind::KeychainFailed);
        entries.kept.clear();
        entries.kept.insert(QStringLiteral("k/2"), "older");
        QCOMPARE(remove(entries)->error().kind, ErrorKind::KeychainFailed);
    }

    void aLockedStoreIsAskedOnce_data()
    {
        QTest::addColumn<int>("kind");
        for (const ErrorKind kind : {ErrorKind::KeychainLocked, ErrorKind::KeychainUnavailable,
                                     ErrorKind::KeychainTimeout, ErrorKind::KeychainFailed})
            QTest::addRow("%d", int(kind)) << int(kind);
    }
    void aLockedStoreIsAskedOnce()
    {
        QFETCH(int, kind);
        Entries entries;
        entries.everyError = ErrorKind(kind);
        QCOMPARE(read(entries), named(ErrorKind(kind)));
        QCOMPARE(entries.asked.size(), 1); // a second question would be a second prompt
        QCOMPARE(int(write(entries, "token")->error().kind), kind);
        QCOMPARE(entries.asked.size(), 2);
        QCOMPARE(int(write(entries, longSecret('a'))->error().kind), kind);
        QCOMPARE(entries.asked.size(), 3);
        QCOMPARE(int(remove(entries)->error().kind), kind);
        QCOMPARE(entries.asked.size(), 4);
    }

    void whatAKeychainCannotKeepIsNotWritten()
    {
        Entries entries;
        for (const QByteArray &secret :
             {QByteArray(), QByteArray("a\0b", 3), QByteArray("a\xFF"), QByteArray(200'000, 'x')}) {
            const auto result = write(entries, secret);
            QCOMPARE(result->error().kind, ErrorKind::KeychainFailed);
            QVERIFY(entries.asked.isEmpty());
        }
    }
};

QTEST_APPLESS_MAIN(TestCredentialTransfer)
#include "testcredentialtransfer.moc"
