// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/httpdate.h"

#include <QTest>

using namespace tokendesk;

namespace {
constexpr qint64 now = 1772366400000; // 2026-03-01T12:00:00Z
constexpr qint64 invalid = -1;
constexpr qint64 oneDay = 86'400'000;
} // namespace

class TestHttpDate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDateIsReadInAllThreeForms_data();
    void aDateIsReadInAllThreeForms();
    void retryAfterIsMillisecondsFromNow_data();
    void retryAfterIsMillisecondsFromNow();
    void aRetryDateIsComparedWithTheServersOwnDate();
};

void TestHttpDate::aDateIsReadInAllThreeForms_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("expected");
    // The three examples of RFC 9110 5.6.7 are one instant.
    QTest::newRow("IMF-fixdate") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << qint64(784111777000);
    QTest::newRow("RFC 850") << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT") << qint64(784111777000);
    QTest::newRow("asctime") << QByteArray("Sun Nov  6 08:49:37 1994") << qint64(784111777000);
    QTest::newRow("asctime, two digits") << QByteArray("Wed Nov 16 08:49:37 1994") << qint64(784975777000);
    QTest::newRow("RFC 850, this century") << QByteArray("Sunday, 01-Mar-26 12:00:00 GMT") << now;
    QTest::newRow("RFC 850, 50 years ahead") << QByteArray("Sunday, 01-Mar-76 12:00:00 GMT") << qint64(3350289600000);
    QTest::newRow("RFC 850, 51 years ahead is the past")
        << QByteArray("Tuesday, 01-Mar-77 12:00:00 GMT") << qint64(226065600000);
    QTest::newRow("leap second") << QByteArray("Sat, 31 Dec 2016 23:59:60 GMT") << qint64(1483228800000);
    QTest::newRow("29 February") << QByteArray("Thu, 29 Feb 2024 00:00:00 GMT") << qint64(1709164800000);
    QTest::newRow("no 29 February") << QByteArray("Sat, 29 Feb 2025 00:00:00 GMT") << invalid;
    QTest::newRow("other zone") << QByteArray("Sun, 06 Nov 1994 08:49:37 CET") << invalid;
    QTest::newRow("no zone") << QByteArray("Sun, 06 Nov 1994 08:49:37") << invalid;
    QTest::newRow("hour 24") << QByteArray("Sun, 06 Nov 1994 24:00:00 GMT") << invalid;
    QTest::newRow("signs") << QByteArray("Sun, 06 Nov 1994 +8:49:37 GMT") << invalid;
    QTest::newRow("unknown month") << QByteArray("Sun, 06 Nox 1994 08:49:37 GMT") << invalid;
    QTest::newRow("ISO") << QByteArray("1994-11-06T08:49:37Z") << invalid;
    QTest::newRow("empty") << QByteArray() << invalid;
}

void TestHttpDate::aDateIsReadInAllThreeForms()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, expected);
    QCOMPARE(parseHttpDate(text, now).value_or(invalid), expected);
}

void TestHttpDate::retryAfterIsMillisecondsFromNow_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("seconds") << QByteArray("120") << qint64(120'000);
    QTest::newRow("none") << QByteArray("0") << qint64(0);
    QTest::newRow("blanks") << QByteArray(" 5 ") << qint64(5000);
    QTest::newRow("more than a day") << QByteArray("100000") << oneDay;
    QTest::newRow("more than any number") << QByteArray("99999999999999999999999999") << oneDay;
    QTest::newRow("IMF-fixdate") << QByteArray("Sun, 01 Mar 2026 12:00:30 GMT") << qint64(30'000);
    QTest::newRow("RFC 850") << QByteArray("Sunday, 01-Mar-26 12:00:30 GMT") << qint64(30'000);
    QTest::newRow("asctime") << QByteArray("Sun Mar  1 12:00:30 2026") << qint64(30'000);
    QTest::newRow("date that has passed") << QByteArray("Sun, 01 Mar 2026 11:00:00 GMT") << qint64(0);
    QTest::newRow("date of next year") << QByteArray("Mon, 01 Mar 2027 12:00:00 GMT") << oneDay;
    QTest::newRow("negative") << QByteArray("-5") << invalid;
    QTest::newRow("fraction") << QByteArray("1.5") << invalid;
    QTest::newRow("words") << QByteArray("soon") << invalid;
    QTest::newRow("empty") << QByteArray() << invalid;
}

void TestHttpDate::retryAfterIsMillisecondsFromNow()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, expected);
    QCOMPARE(parseRetryAfter(text, std::nullopt, now).value_or(invalid), expected);
}

void TestHttpDate::aRetryDateIsComparedWithTheServersOwnDate()
{
    // The server is an hour behind this machine, and means twenty seconds.
    const qint64 serverDate = now - 3'600'000;
    QCOMPARE(parseRetryAfter("Sun, 01 Mar 2026 11:00:20 GMT", serverDate, now), std::optional<qint64>(20'000));
    QCOMPARE(parseRetryAfter("20", serverDate, now), std::optional<qint64>(20'000));
}

QTEST_GUILESS_MAIN(TestHttpDate)
#include "testhttpdate.moc"
