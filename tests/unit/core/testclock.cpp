// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "support/fakeclock.h"

#include <QDateTime>
#include <QTest>

using namespace tokendesk;

class TestClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSystemClockIsUtcInMilliseconds()
    {
        const qint64 before = QDateTime::currentDateTimeUtc().toMSecsSinceEpoch();
        const qint64 between = SystemClock().nowMs();
        const qint64 after = QDateTime::currentDateTimeUtc().toMSecsSinceEpoch();
        QVERIFY(before <= between && between <= after);
    }

    void withoutAWordFromTheServerItsClockIsOurs()
    {
        FakeClock local;
        const ServerClock server(local);
        QCOMPARE(server.offsetMs(), 0);
        local.advance(1234);
        QCOMPARE(server.nowMs(), local.nowMs());
    }

    void aServerThatIsAheadOrBehindIsFollowed()
    {
        FakeClock local;
        ServerClock server(local);
        server.observe(local.nowMs() + 3'600'000, local.nowMs());
        // Half a second for what the Date header cuts off.
        QCOMPARE(server.offsetMs(), 3'600'500);
        local.advance(10'000);
        QCOMPARE(server.nowMs(), local.nowMs() + 3'600'500);
        server.observe(local.nowMs() - 86'400'000, local.nowMs());
        QCOMPARE(server.offsetMs(), -86'399'500);
    }

    void wholeSecondsInTheDateHeaderAreNoiseNotDrift()
    {
        FakeClock local(1772366400999);
        ServerClock server(local);
        server.observe(1772366400000, local.nowMs());
        QCOMPARE(server.offsetMs(), 0);
        server.observe(local.nowMs() + 60'000, local.nowMs());
        const qint64 known = server.offsetMs();
        server.observe(local.nowMs() + 60'000 + 1999, local.nowMs());
        QCOMPARE(server.offsetMs(), known);
        server.observe(local.nowMs() + 60'000 - 1999, local.nowMs());
        QCOMPARE(server.offsetMs(), known);
        server.observe(local.nowMs() + 60'000 + 2000, local.nowMs());
        QCOMPARE(server.offsetMs(), known + 2000);
    }

    void aServerWhoseClockWasSetRightIsBelieved()
    {
        FakeClock local;
        ServerClock server(local);
        server.observe(local.nowMs() + 3'600'000, local.nowMs());
        server.observe(local.nowMs(), local.nowMs());
        QVERIFY(qAbs(server.offsetMs()) <= 1000);
    }
};

QTEST_APPLESS_MAIN(TestClock)
#include "testclock.moc"
