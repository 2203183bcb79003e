// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/gunzip.h"

#include <QRandomGenerator>
#include <QTest>
#include <QtEndian>

#include <libdeflate.h>

using namespace tokendesk;

namespace {

QByteArray gzip(const QByteArray &plain)
{
    libdeflate_compressor *compressor = libdeflate_alloc_compressor(6);
    QByteArray out(qsizetype(libdeflate_gzip_compress_bound(compressor, size_t(plain.size()))), '\0');
    out.resize(qsizetype(
        libdeflate_gzip_compress(compressor, plain.constData(), size_t(plain.size()), out.data(), size_t(out.size()))));
    libdeflate_free_compressor(compressor);
    return out;
}

QByteArray noise(qsizetype size)
{
    QRandomGenerator random(4711);
    QByteArray bytes(size, '\0');
    for (char &c : bytes)
        c = char(random.bounded(256));
    return bytes;
}

constexpr qint64 cap = 1 << 20;
constexpr qsizetype padding = 64;

} // namespace

class TestGunzip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasPackedComesBack_data();
    void whatWasPackedComesBack();
    void severalMembersAreOneBody();
    void aBombStopsAtTheCap();
    void aLyingSizeIsNotBelieved();
    void damageIsAnError_data();
    void damageIsAnError();
    void memoryIsReused();
};

void TestGunzip::whatWasPackedComesBack_data()
{
    QTest::addColumn<QByteArray>("plain");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("short") << QByteArray("{}");
    QTest::newRow("repetitive") << QByteArray(500'000, 'x');
    QTest::newRow("noise") << noise(300'000);
    QTest::newRow("exactly the cap") << QByteArray(cap, ' ');
}

void TestGunzip::whatWasPackedComesBack()
{
    QFETCH(QByteArray, plain);
    Gunzip gunzip;
    QByteArray out("left over");
    QCOMPARE(gunzip.inflate(gzip(plain), cap, padding, out), Gunzip::Status::Ok);
    QCOMPARE(out, plain);
    QVERIFY(out.capacity() >= out.size() + padding);
}

void TestGunzip::severalMembersAreOneBody()
{
    const QByteArray a(100'000, 'a');
    const QByteArray b = noise(50'000);
    Gunzip gunzip;
    QByteArray out;
    QCOMPARE(gunzip.inflate(gzip(a) + gzip({}) + gzip(b) + gzip("end"), cap, padding, out), Gunzip::Status::Ok);
    QCOMPARE(out, a + b + "end");
}

void TestGunzip::aBombStopsAtTheCap()
{
    Gunzip gunzip;
    QByteArray out;
    QCOMPARE(gunzip.inflate(gzip(QByteArray(cap + 1, ' ')), cap, padding, out), Gunzip::Status::TooLarge);
    QVERIFY(out.isEmpty());
    // Many members, each of them small enough.
    QCOMPARE(gunzip.inflate(gzip(QByteArray(cap / 2, ' ')).repeated(3), cap, padding, out), Gunzip::Status::TooLarge);
    QVERIFY(out.isEmpty());
}

void TestGunzip::aLyingSizeIsNotBelieved()
{
    QByteArray packed = gzip(QByteArray(100'000, 'x'));
    qToLittleEndian<quint32>(10, packed.data() + packed.size() - 4);
    Gunzip gunzip;
    QByteArray out;
    QCOMPARE(gunzip.inflate(packed, cap, padding, out), Gunzip::Status::Malformed);
    qToLittleEndian<quint32>(0xffffffff, packed.data() + packed.size() - 4);
    QCOMPARE(gunzip.inflate(packed, qint64(1) << 40, padding, out), Gunzip::Status::Malformed);
    QVERIFY(out.isEmpty());
}

void TestGunzip::damageIsAnError_data()
{
    QTest::addColumn<QByteArray>("packed");
    const QByteArray good = gzip("{\"success\":true}");
    QByteArray flipped = good;
    flipped[12] = char(flipped[12] ^ 0x55);
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("plain text") << QByteArray("{\"success\":true}");
    QTest::newRow("cut off") << good.chopped(9);
    QTest::newRow("without its trailer") << good.chopped(1);
    QTest::newRow("flipped bits") << flipped;
    QTest::newRow("something behind it") << good + "x";
    QTest::newRow("half a second member") << good + good.left(12);
}

void TestGunzip::damageIsAnError()
{
    QFETCH(QByteArray, packed);
    Gunzip gunzip;
    QByteArray out;
    QCOMPARE(gunzip.inflate(packed, cap, padding, out), Gunzip::Status::Malformed);
    QVERIFY(out.isEmpty());
}

void TestGunzip::memoryIsReused()
{
    Gunzip gunzip;
    QByteArray out;
    out.reserve(100'000);
    const char *memory = out.constData();
    QCOMPARE(gunzip.inflate(gzip(QByteArray(50'000, 'x')), cap, padding, out), Gunzip::Status::Ok);
    QCOMPARE(static_cast<const void *>(out.constData()), static_cast<const void *>(memory));
}

QTEST_GUILESS_MAIN(TestGunzip)
#include "testgunzip.moc"
