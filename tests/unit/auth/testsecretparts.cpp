// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/secretparts.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tokendesk;

namespace {

const QByteArray tag("00112233aabbccdd");

QByteArray joined(const std::vector<Secret> &entries)
{
    SecretJoiner joiner;
    for (const Secret &entry : entries) {
        if (joiner.isComplete() || !joiner.add(entry))
            return "(refused)";
    }
    return joiner.isComplete() ? joiner.joined().view().toByteArray() : QByteArray("(incomplete)");
}

} // namespace

class TestSecretParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatFitsIsKeptAsItIs()
    {
        for (const qsizetype size : {qsizetype(1), qsizetype(40), maxKeychainEntryBytes}) {
            const QByteArray secret(size, 'x');
            const auto entries = splitSecret(Secret(secret), tag);
            QCOMPARE(entries.size(), size_t(1));
            QCOMPARE(entries[0].view().toByteArray(), secret);
            QCOMPARE(joined(entries), secret);
        }
    }

    void aLongSecretIsCutIntoEntriesThatFit()
    {
        for (const qsizetype size : {maxKeychainEntryBytes + 1, qsizetype(6000), qsizetype(100'000)}) {
            QByteArray secret;
            QRandomGenerator random(1);
            while (secret.size() < size)
                secret.append(char('!' + random.bounded(90)));
            const auto entries = splitSecret(Secret(secret), tag);
            QVERIFY(entries.size() > 1);
            QVERIFY(entries.size() <= size_t(size / 2500 + 1));
            for (const Secret &entry : entries)
                QVERIFY(entry.size() <= maxKeychainEntryBytes);
            QCOMPARE(joined(entries), secret);
        }
    }

    void everyLengthAroundTheBordersComesBack()
    {
        for (qsizetype size = 1; size < 400; ++size) {
            const QByteArray secret(size, 'y');
            const auto entries = splitSecret(Secret(secret), tag, 80);
            for (const Secret &entry : entries)
                QVERIFY(entry.size() <= 80);
            QCOMPARE(joined(entries), secret);
        }
    }

    void noCharacterIsCutInTwo()
    {
        const QByteArray secret = QStringLiteral("aü€🔑").repeated(300).toUtf8();
        for (qsizetype entryBytes = 60; entryBytes < 100; ++entryBytes) {
            const auto entries = splitSecret(Secret(secret), tag, entryBytes + 40);
            QVERIFY(!entries.empty());
            for (const Secret &entry : entries)
                QVERIFY(isKeychainText(entry.view()));
            QCOMPARE(joined(entries), secret);
        }
    }

    void aSecretThatLooksLikeALineOfOursComesBack()
    {
        for (const QByteArray &secret :
             {QByteArray("tokendesk-parts 3 x\nrest"), QByteArray("tokendesk-parts "),
              QByteArray("tokendesk-part 2 x\nrest"), QByteArray("tokendesk-parts 1 " + tag + "\n")})
            QCOMPARE(joined(splitSecret(Secret(secret), tag)), secret);
    }

    void whatIsTooLongIsRefused()
    {
        QVERIFY(splitSecret(Secret(QByteArray(maxSecretParts * 2560, 'x')), tag).empty());
        QCOMPARE(splitSecret(Secret(QByteArray(maxSecretParts * 2500, 'x')), tag).size(), size_t(maxSecretParts));
    }

    void onlyTextCanBeKept()
    {
        QVERIFY(isKeychainText("eyJh.eyJl.c2ln"));
        QVERIFY(isKeychainText(QStringLiteral("schlüssel 🔑").toUtf8()));
        QVERIFY(!isKeychainText({}));
        QVERIFY(!isKeychainText(QByteArrayView("a\0b", 3)));
        QVERIFY(!isKeychainText("a\xFF"));
        QVERIFY(!isKeychainText("a\xED\xA0\x80")); // half a surrogate pair
    }

    void partsOfAnotherWriteAreRefused()
    {
        const QByteArray secret(6000, 'x');
        const auto first = splitSecret(Secret(secret), tag);
        const auto second = splitSecret(Secret(secret), "ffffffffffffffff");
        SecretJoiner joiner;
        QVERIFY(joiner.add(first[0]));
        QCOMPARE(joiner.expected(), 3);
        QCOMPARE(joiner.nextNumber(), 2);
        QVERIFY(!joiner.isComplete());
        QVERIFY(!joiner.add(second[1]));
        QVERIFY(!joiner.add(first[2])); // out of order
        QVERIFY(!joiner.add(first[0]));
        QVERIFY(joiner.add(first[1]));
        QVERIFY(joiner.add(first[2]));
        QVERIFY(joiner.isComplete());
        QVERIFY(!joiner.add(first[2]));
    }

    void aDamagedLineIsRefused_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::newRow("no number") << QByteArray("tokendesk-parts x y\nrest");
        QTest::newRow("no parts") << QByteArray("tokendesk-parts 0 y\nrest");
        QTest::newRow("negative") << QByteArray("tokendesk-parts -2 y\nrest");
        QTest::newRow("far too many") << QByteArray("tokendesk-parts 4000000000 y\nrest");
        QTest::newRow("no tag") << QByteArray("tokendesk-parts 2\nrest");
        QTest::newRow("empty tag") << QByteArray("tokendesk-parts 2 \nrest");
        QTest::newRow("no end") << QByteArray("tokendesk-parts 2 y");
        QTest::newRow("endless") << (QByteArray("tokendesk-parts 2 ") + QByteArray(100, 'y') + "\nrest");
    }
    void aDamagedLineIsRefused()
    {
        QFETCH(QByteArray, entry);
        SecretJoiner joiner;
        QVERIFY(!joiner.add(Secret(entry)));
    }
};

QTEST_APPLESS_MAIN(TestSecretParts)
#include "testsecretparts.moc"
