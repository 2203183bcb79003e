// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secret.h"

#include <QTest>

#include <array>
#include <cstdlib>
#include <cstring>
#include <new>
#include <type_traits>

namespace {

/// What was in an array of characters at the moment it was given back: the only way to look at it without touching
/// freed memory.
constexpr const char needle[] = "apt_5ec2e7";
constexpr size_t blockHead = 16;
int arraysGivenBack = 0;
int arraysGivenBackWithTheSecret = 0;

} // namespace

void *operator new[](size_t size)
{
    auto *block = static_cast<char *>(std::malloc(size + blockHead));
    if (!block)
        std::abort();
    std::memcpy(block, &size, sizeof(size));
    return block + blockHead;
}

void operator delete[](void *memory) noexcept
{
    if (!memory)
        return;
    char *block = static_cast<char *>(memory) - blockHead;
    size_t size = 0;
    std::memcpy(&size, block, sizeof(size));
    ++arraysGivenBack;
    if (QByteArrayView(static_cast<const char *>(memory), qsizetype(size)).contains(needle))
        ++arraysGivenBackWithTheSecret;
    std::free(block);
}

void operator delete[](void *memory, size_t) noexcept
{
    operator delete[](memory);
}

using namespace tokendesk;

class TestSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { arraysGivenBack = arraysGivenBackWithTheSecret = 0; }

    void memoryIsOverwrittenBeforeItIsGivenBack()
    {
        // First that the test can see it at all.
        auto naked = std::make_unique<char[]>(sizeof(needle));
        std::memcpy(naked.get(), needle, sizeof(needle));
        naked.reset();
        QCOMPARE(arraysGivenBackWithTheSecret, 1);
        init();

        {
            Secret destroyed{QByteArrayView(needle)};
            Secret wiped = destroyed.clone();
            wiped.wipe();
            QVERIFY(wiped.isEmpty());
            Secret replaced = destroyed.clone();
            replaced = Secret(QByteArrayView("other"));
            QVERIFY(replaced.equals("other"));
            Secret moved = std::move(replaced);
            QVERIFY(moved.equals("other"));
        }
        QCOMPARE(arraysGivenBack, 4);
        QCOMPARE(arraysGivenBackWithTheSecret, 0);
    }

    void wipeMemoryOverwritesExactlyTheGivenBytes()
    {
        std::array<char, 6> bytes{'a', 'b', 'c', 'd', 'e', 'f'};
        wipeMemory(bytes.data() + 1, 4);
        QCOMPARE(QByteArray(bytes.data(), 6), QByteArray("a\0\0\0\0f", 6));
        wipeMemory(nullptr, 10);
        wipeMemory(bytes.data(), 0);
        wipeMemory(bytes.data(), -1);
        QCOMPARE(bytes[0], 'a');
    }

    void nobodyCopiesOneByAccident()
    {
        QVERIFY(!std::is_copy_constructible_v<Secret>);
        QVERIFY(!std::is_copy_assignable_v<Secret>);
        QVERIFY(std::is_nothrow_move_constructible_v<Secret>);
        QVERIFY(std::is_nothrow_move_assignable_v<Secret>);
        QVERIFY((!std::is_convertible_v<Secret, QString>));
        QVERIFY((!std::is_convertible_v<Secret, QByteArray>));
    }

    void whatIsMovedFromIsEmpty()
    {
        Secret first{QByteArrayView(needle)};
        Secret second = std::move(first);
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move)
        QCOMPARE(first.size(), 0);
        QVERIFY(first.view().isEmpty());
        QVERIFY(second.equals(needle));
        first = std::move(second);
        QVERIFY(second.isEmpty()); // NOLINT(bugprone-use-after-move)
        QVERIFY(first.equals(needle));
        Secret &same = first;
        first = std::move(same);
        QVERIFY(first.equals(needle));
    }

    void aCloneIsIndependent()
    {
        Secret first{QByteArrayView(needle)};
        const Secret second = first.clone();
        first.wipe();
        QVERIFY(second.equals(needle));
        QVERIFY(Secret().clone().isEmpty());
    }

    void takingFromAByteArrayEmptiesIt()
    {
        QByteArray source(needle);
        source.detach();
        const Secret secret = Secret::take(source);
        QVERIFY(source.isEmpty());
        QVERIFY(secret.equals(needle));
    }

    void takingFromASharedByteArrayLeavesTheOtherOwnerAlone()
    {
        QByteArray source(needle);
        const QByteArray other = source;
        const Secret secret = Secret::take(source);
        QVERIFY(source.isEmpty());
        QCOMPARE(other, QByteArray(needle));
        QVERIFY(secret.equals(needle));
    }

    void takingFromMemoryOfSomebodyElseDoesNotWriteToIt()
    {
        static const char fixed[] = "read only";
        QByteArray source = QByteArray::fromRawData(fixed, 9);
        const Secret secret = Secret::take(source);
        QVERIFY(secret.equals("read only"));
        QCOMPARE(fixed, "read only");
    }

    void textGoesThroughUtf8()
    {
        const QString text = QStringLiteral("schlüssel 🔑");
        const Secret secret = Secret::fromText(text);
        QCOMPARE(secret.view().toByteArray(), text.toUtf8());
        QCOMPARE(secret.toText(), text);
        QVERIFY(Secret::fromText(QString()).isEmpty());
        QCOMPARE(Secret().toText(), QString());
    }

    void equalsComparesEveryByte()
    {
        const Secret secret{QByteArrayView("abc\0d", 5)};
        QCOMPARE(secret.size(), 5);
        QVERIFY(secret.equals(QByteArrayView("abc\0d", 5)));
        QVERIFY(!secret.equals(QByteArrayView("abc\0e", 5)));
        QVERIFY(!secret.equals(QByteArrayView("Abc\0d", 5)));
        QVERIFY(!secret.equals("abc"));
        QVERIFY(!secret.equals({}));
        QVERIFY(Secret().equals({}));
    }
};

QTEST_APPLESS_MAIN(TestSecret)
#include "testsecret.moc"
