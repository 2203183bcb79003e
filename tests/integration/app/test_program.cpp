// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program as a shell sees it.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Ended
{
    int exitCode = -1;
    QByteArray out, err;
};

class Home
{
public:
    Ended run(const QStringList &arguments, const QString &platform = QStringLiteral("offscreen"))
    {
        QProcess process;
        start(process, arguments, platform);
        if (!process.waitForFinished(90'000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }
    /// What the program tells of its start, until it says `last`; then it is ended.
    QByteArrayList stepsUntil(const QByteArray &last, const QStringList &arguments)
    {
        QProcess process;
        start(process, arguments, QStringLiteral("offscreen"));
        QByteArrayList steps;
        while (!steps.contains(last) && (process.canReadLine() || process.waitForReadyRead(30'000))) {
            while (process.canReadLine()) {
                const QByteArray line = process.readLine().trimmed();
                if (line.startsWith("tokendesk.start: "))
                    steps << line.mid(17);
            }
        }
        process.terminate();
        process.waitForFinished(30'000);
        return steps;
    }
    void save(const QByteArray &settings)
    {
        QDir(path()).mkpath(QStringLiteral("config/TokenDesk"));
        QFile file(path() + QStringLiteral("/config/TokenDesk/TokenDesk.ini"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(settings) == settings.size());
    }
    [[nodiscard]] QString path() const { return m_folder.path(); }

private:
    void start(QProcess &process, const QStringList &arguments, const QString &platform)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), m_folder.path());
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder.filePath(QStringLiteral("config")));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), platform);
        environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("tokendesk.start=true"));
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nowhere"));
        environment.remove(QStringLiteral("DISPLAY"));
        process.setProcessEnvironment(environment);
        process.setReadChannel(QProcess::StandardError);
        process.start(QStringLiteral(TOKENDESK_PROGRAM), arguments);
    }

    QTemporaryDir m_folder;
};

} // namespace

class TestProgram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void versionAndHelpNeedNoDisplay()
    {
        Home home;
        const Ended version = home.run({QStringLiteral("--version")}, QStringLiteral("xcb"));
        QCOMPARE(version.exitCode, 0);
        QCOMPARE(version.out, QByteArray("tokendesk " TOKENDESK_VERSION "\n"));
        const Ended help = home.run({QStringLiteral("--help")}, QStringLiteral("xcb"));
        QCOMPARE(help.exitCode, 0);
        QVERIFY(help.out.contains("--demo"));
    }

    void aWrongOptionIsSaidAndEndsWith2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown") << QStringList{QStringLiteral("--nonsense")};
        QTest::newRow("no number") << QStringList{QStringLiteral("--demo"), QStringLiteral("--demo-tokens"),
                                                  QStringLiteral("many")};
        QTest::newRow("too many") << QStringList{QStringLiteral("--demo"), QStringLiteral("--demo-tokens=1000001")};
        QTest::newRow("an address") << QStringList{QStringLiteral("https://acusight.io")};
    }
    void aWrongOptionIsSaidAndEndsWith2()
    {
        QFETCH(QStringList, arguments);
        const Ended ended = Home().run(arguments);
        QCOMPARE(ended.exitCode, 2);
        QVERIFY(!ended.err.isEmpty());
        QVERIFY(ended.out.isEmpty());
    }

    void theSelfCheckCountsTheDemosRows()
    {
        Home home;
        const Ended ended =
            home.run({QStringLiteral("--self-check"), QStringLiteral("--demo-tokens"), QStringLiteral("37")});
        QVERIFY2(ended.exitCode == 0, ended.err.constData());
        QCOMPARE(ended.out, QByteArray("{\"rows\":37}\n"));
        // The demo leaves a real connection's settings alone.
        QVERIFY(!QFile::exists(home.path() + QStringLiteral("/config/TokenDesk/TokenDesk.ini")));
    }

    void theWindowIsPaintedBeforeAnythingSlowIsTouched_data()
    {
        QTest::addColumn<bool>("saved");
        QTest::addColumn<QByteArray>("last");
        QTest::newRow("network") << false << QByteArray("network");
        QTest::newRow("keychain") << true << QByteArray("keychain");
    }
    void theWindowIsPaintedBeforeAnythingSlowIsTouched()
    {
        QFETCH(bool, saved);
        QFETCH(QByteArray, last);
        Home home;
        if (saved) {
            home.save("[connection]\nuuid=550e8400-e29b-41d4-a716-446655440000\nname=Test\n"
                      "serverUrl=http://127.0.0.1:9/api\ntokenInKeychain=true\n");
        }
        const QByteArrayList steps =
            home.stepsUntil(last, saved ? QStringList() : QStringList{QStringLiteral("--demo")});
        QVERIFY2(steps.contains(last), steps.join("; ").constData());
        QCOMPARE(steps.constFirst(), QByteArray("painted"));
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "test_program.moc"
