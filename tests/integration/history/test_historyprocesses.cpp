// SPDX-License-Identifier: GPL-3.0-or-later
//
// What happens to a history when a process is killed, when two of them record, and when the disk is full.
#include "historyrig.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <array>

using namespace tokendesk;

namespace {

const QString writer = QStringLiteral(TOKENDESK_HISTORY_WRITER);

QString integrityOf(const QString &path)
{
    QString found;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("integrity"));
        database.setDatabaseName(path);
        QSqlQuery query(database.open() ? database : QSqlDatabase());
        found = query.exec(QStringLiteral("PRAGMA integrity_check")) && query.next() ? query.value(0).toString()
                                                                                     : QStringLiteral("not opened");
    }
    QSqlDatabase::removeDatabase(QStringLiteral("integrity"));
    return found;
}

/// True where at each look every token had the same number of uses, the one that the look's time tells.
bool everyLookIsWhole(const TokenHistory &history)
{
    for (quint32 token = 0; token < history.tokenCount(); ++token) {
        qint64 uses = history.first(token).token.useCount;
        auto event = history.events(token).begin();
        for (quint32 look = 0; look < history.looks().size(); ++look) {
            for (; event != history.events(token).end() && event->look == look; ++event) {
                if (event->kind == TokenEventKind::UseCount)
                    uses = event->after;
            }
            if (uses != (history.looks()[look].serverMs - 1772366400000) / 1000)
                return false;
        }
    }
    return history.tokenCount() == 40;
}

} // namespace

class TestHistoryProcesses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aKilledProcessLosesAtMostTheLookUnderWay()
    {
        HistoryRig rig;
        int lastTold = 0;
        int looks = 0;
        for (int round = 0; round < 25; ++round) {
            QProcess process;
            process.start(writer, {QStringLiteral("endless"), rig.path()});
            QVERIFY(process.waitForReadyRead(20'000));
            QTest::qSleep(QRandomGenerator::global()->bounded(25));
            process.kill();
            QVERIFY(process.waitForFinished());
            QCOMPARE(process.exitStatus(), QProcess::CrashExit);
            const QList<QByteArray> lines = process.readAllStandardOutput().split('\n');
            for (qsizetype line = 0; line + 1 < lines.size(); ++line) // the last one may be half a number
                lastTold = lines[line].toInt();

            auto database = rig.opened();
            QCOMPARE(database->status(), HistoryDatabase::Status::Keeping);
            QVERIFY(!database->problem());
            const TokenHistoryPtr history = database->history();
            QVERIFY(!history->looks().empty());
            const auto lastKept = static_cast<int>((history->looks().back().serverMs - 1772366400000) / 1000);
            QVERIFY2(lastKept >= lastTold, qPrintable(QStringLiteral("%1 < %2").arg(lastKept).arg(lastTold)));
            QVERIFY(everyLookIsWhole(*history));
            QVERIFY(static_cast<int>(history->looks().size()) > looks);
            looks = static_cast<int>(history->looks().size());
            database.reset();
            QCOMPARE(integrityOf(rig.path()), QStringLiteral("ok"));
        }
    }

    void twoProcessesRecordOneHistory()
    {
        HistoryRig rig;
        const QString server = rig.folder.filePath(QStringLiteral("server"));
        std::array<QProcess, 2> processes;
        // Both find no file at the start.
        for (QProcess &process : processes)
            process.start(writer, {QStringLiteral("shared"), rig.path(), server, QStringLiteral("150")});
        for (QProcess &process : processes) {
            QVERIFY(process.waitForFinished(60'000));
            const QByteArray said = process.readAllStandardOutput() + process.readAllStandardError();
            QVERIFY2(process.exitCode() == 0, said.constData());
        }
        QCOMPARE(integrityOf(rig.path()), QStringLiteral("ok"));
        auto database = rig.opened();
        QVERIFY(!database->problem());
        const TokenHistoryPtr history = database->history();
        QCOMPARE(history->tokenCount(), 40U); // none twice
        QVERIFY(everyLookIsWhole(*history));
        QVERIFY(history->looks().size() > 150); // of both
        // An older list never came after a younger one.
        for (size_t look = 1; look < history->looks().size(); ++look)
            QVERIFY(history->looks()[look].serverMs > history->looks()[look - 1].serverMs);
        QCOMPARE(history->looks().back().serverMs, 1772366400000 + 300 * 1000);
    }

    void aFullDiskIsSaidAndWhatHappenedMeanwhileIsWrittenLater()
    {
        HistoryRig rig;
        QProcess process;
        process.start(writer, {QStringLiteral("full"), rig.path()});
        QVERIFY(process.waitForFinished(60'000));
        const int keeping = static_cast<int>(HistoryDatabase::Status::Keeping);
        const int notKept = static_cast<int>(HistoryDatabase::Status::NotKept);
        QCOMPARE(QString::fromUtf8(process.readAllStandardOutput()), QStringLiteral("before: %1 0 3\n"
                                                                                    "not reviewed\n"
                                                                                    "full: %2 1 6\n"
                                                                                    "reviewed\n"
                                                                                    "after: %1 0 7\n")
                                                                         .arg(keeping)
                                                                         .arg(notKept));
        QCOMPARE(integrityOf(rig.path()), QStringLiteral("ok"));
        const TokenHistoryPtr history = rig.opened()->history();
        QCOMPARE(history->looks().size(), size_t(7));
        QVERIFY(everyLookIsWhole(*history));
    }
};

QTEST_GUILESS_MAIN(TestHistoryProcesses)
#include "test_historyprocesses.moc"
