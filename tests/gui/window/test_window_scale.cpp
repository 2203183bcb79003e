// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bad input at scale, over real HTTP, in the real window: the event loop turns all the while, memory stays bounded, the
// list on screen stays, and the error says what and where.
#include "realserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QRegularExpression>

using namespace tokendesk;

namespace {

constexpr qint64 megabyte = 1024 * 1024;

/// A line of /proc/self/status, in bytes.
qint64 statusBytes(const char *name)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith(name))
                return line.simplified().split(' ').value(1).toLongLong() * 1024;
        }
    }
    return -1;
}

/// How far memory rises above what it is now.
class PeakMemory
{
public:
    PeakMemory()
    {
        QFile file(QStringLiteral("/proc/self/clear_refs"));
        m_ready = file.open(QIODevice::WriteOnly) && file.write("5") == 1; // the peak counts from here (man 5 proc)
        file.close();
        m_before = statusBytes("VmRSS:");
    }
    [[nodiscard]] bool isReady() const { return m_ready && m_before > 0; }
    [[nodiscard]] qint64 growth() const { return statusBytes("VmHWM:") - m_before; }

private:
    bool m_ready = false;
    qint64 m_before = 0;
};

/// Counts how often the event loop comes round while something is under way.
class Turns : public QObject
{
public:
    Turns()
    {
        connect(&m_timer, &QTimer::timeout, this, [this] { ++m_count; });
        m_timer.start(1);
        m_since.start();
    }
    /// Twenty a second on average, however busy the machine: a gui thread that inflates or reads has none for seconds.
    [[nodiscard]] bool wereMany() const { return m_count >= m_since.elapsed() / 50; }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_count = 0;
};

} // namespace

class TestWindowScale : public QObject
{
    Q_OBJECT

    /// Refreshes into what lies in wait.
    /// `says`: a regular expression.
    static void refreshInto(RealServer &r, qint64 mostGrowth, const QString &says)
    {
        const int rows = r.f.model()->rowCount();
        const TokenSnapshotPtr before = r.f.session->tokens();
        const PeakMemory memory;
        QVERIFY(memory.isReady());
        const Turns turns;
        r.f.trigger("actionRefresh");
        QVERIFY(r.waitUntilRefreshed());
        QVERIFY(turns.wereMany());
        QVERIFY2(memory.growth() <= mostGrowth, qPrintable(QString::number(memory.growth() / megabyte)));
        QTRY_VERIFY(!r.f.says("bannerHeadline").isEmpty());
        const QString said = r.f.says("bannerHeadline") + QLatin1Char(' ') + r.f.says("bannerExplanation") +
                             QLatin1Char(' ') + r.f.session->lastError()->detail;
        QVERIFY2(said.contains(QRegularExpression(says)), qPrintable(said));
        QVERIFY(r.f.isListShown());
        QCOMPARE(r.f.session->tokens(), before);
        QCOMPARE(r.f.model()->rowCount(), rows);
    }

private Q_SLOTS:
    void aMillionTokensAreShownAndOneBadRowInTheMiddleIsNamed()
    {
        RealServer r;
        const PeakMemory memory;
        const Turns turns;
        r.start({QStringLiteral("--tokens"), QStringLiteral("1000000")});
        QVERIFY(r.waitUntilLoaded());
        QVERIFY(turns.wereMany());
        QCOMPARE(r.f.model()->rowCount(), 1'000'000);
        QVERIFY2(memory.growth() <= 600 * megabyte, qPrintable(QString::number(memory.growth() / megabyte)));
        QVERIFY(r.fault("zoneless-date", 500'000));
        refreshInto(r, 450 * megabyte, QStringLiteral("row 500,001, field created_at: the time has no zone"));
    }

    void aBodyOfThreeHundredMegabytesThatIsCutOffIsSaid_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("says");
        // Whether Qt 6.4 notices that the last chunk is missing depends on what it has read when the peer closes; if it
        // does not, the decoder does.
        QTest::newRow("in chunks") << QStringLiteral("chunked,300")
                                   << QStringLiteral("the answer was cut off|not valid JSON");
        QTest::newRow("without a length") << QStringLiteral(",300") << QStringLiteral("not valid JSON");
    }
    void aBodyOfThreeHundredMegabytesThatIsCutOffIsSaid()
    {
        QFETCH(QString, how);
        QFETCH(QString, says);
        RealServer r;
        r.start({QStringLiteral("--tokens"), QStringLiteral("20000")});
        QVERIFY(r.waitUntilLoaded());
        QVERIFY(r.fault("oversized", how));
        refreshInto(r, 500 * megabyte, says);
    }

    void aBombIsNotInflatedBeyondTheCap_data()
    {
        QTest::addColumn<QString>("bomb");
        QTest::newRow("blanks") << QStringLiteral("2048");
        QTest::newRow("rows, at an honest ratio") << QStringLiteral("512,rows");
    }
    void aBombIsNotInflatedBeyondTheCap()
    {
        QFETCH(QString, bomb);
        RealServer r;
        r.maxListBytes = 128 * megabyte;
        r.start({QStringLiteral("--tokens"), QStringLiteral("20000")});
        QVERIFY(r.waitUntilLoaded());
        QVERIFY(r.fault("bomb", bomb));
        refreshInto(r, 256 * megabyte, QStringLiteral("more than 128 MB"));
    }

    void aServerThatDripsIsGivenUpAtTheDeadline()
    {
        RealServer r;
        r.deadline = std::chrono::seconds(3);
        r.start({QStringLiteral("--tokens"), QStringLiteral("20000")});
        QVERIFY(r.waitUntilLoaded());
        QVERIFY(r.fault("drip", QStringLiteral("100,20")));
        refreshInto(r, 64 * megabyte, QStringLiteral("did not answer in time"));
    }
};

QTEST_MAIN(TestWindowScale)
#include "test_window_scale.moc"
