// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program as a shell sees it.
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
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), m_folder.path());
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder.filePath(QStringLiteral("config")));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), platform);
        environment.remove(QStringLiteral("DISPLAY"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(TOKENDESK_PROGRAM), arguments);
        if (!process.waitForFinished(90'000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }
    [[nodiscard]] QString path() const { return m_folder.path(); }

private:
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
};

QTEST_GUILESS_MAIN(TestProgram)
#include "test_program.moc"
