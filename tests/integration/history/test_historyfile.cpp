// SPDX-License-Identifier: GPL-3.0-or-later
//
// The file itself: who may read it, damage, versions, and where there can be none.
#include "historyrig.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

using namespace tokendesk;

namespace {

/// Runs SQL on a file behind the history's back; the first column of the last statement's rows.
QStringList sql(const QString &path, const QStringList &statements)
{
    QStringList found;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        database.setDatabaseName(path);
        if (!database.open())
            return {QStringLiteral("not opened")};
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            if (!query.exec(statement))
                found << query.lastError().text();
            while (query.next())
                found << query.value(0).toString();
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
    return found;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestHistoryFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFileAndItsFolderAreTheOwnersAlone()
    {
        HistoryRig rig;
        auto database = rig.opened();
        database->record(*snapshotOf(tokensOfEveryState(rig.clock.nowMs())), rig.nextLook());
        QCOMPARE(rig.files(), (QStringList{QStringLiteral("profile.sqlite"), QStringLiteral("profile.sqlite-shm"),
                                           QStringLiteral("profile.sqlite-wal")}));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
        const QString folder = rig.folder.filePath(QStringLiteral("history"));
        QVERIFY(!(QFileInfo(folder).permissions() & others));
        for (const QString &name : rig.files())
            QVERIFY2(!(QFileInfo(folder + u'/' + name).permissions() & others), qPrintable(name));
    }

    void whatOthersCouldReadIsTakenFromThem()
    {
        HistoryRig rig;
        rig.opened().reset();
        const QString folder = rig.folder.filePath(QStringLiteral("history"));
        const auto readable = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
        QVERIFY(QFile::setPermissions(rig.path(), readable));
        QVERIFY(QFile::setPermissions(folder, readable | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther));
        auto database = rig.opened();
        database->record(*snapshotOf(tokensOfEveryState(rig.clock.nowMs())), rig.nextLook());
        QVERIFY(!(QFileInfo(folder).permissions() & (QFile::ReadOther | QFile::ExeOther | QFile::ReadGroup)));
        for (const QString &name : rig.files())
            QVERIFY(!(QFileInfo(folder + u'/' + name).permissions() & (QFile::ReadOther | QFile::ReadGroup)));
    }

    void aDamagedFileIsPutAsideAndNamed_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no database") << QByteArray("This is a letter, not a database. ").repeated(200);
        QTest::newRow("cut off") << QByteArray("cut");
        QTest::newRow("overwritten") << QByteArray("overwritten");
        QTest::newRow("nonsense in a look") << QByteArray("nonsense");
        QTest::newRow("cut off look") << QByteArray("cut look");
        QTest::newRow("no tables") << QByteArray("no tables");
    }
    void aDamagedFileIsPutAsideAndNamed()
    {
        QFETCH(QByteArray, content);
        HistoryRig rig;
        auto database = rig.opened();
        auto tokens = tokensOfEveryState(rig.clock.nowMs());
        for (int look = 0; look < 300; ++look) {
            tokens[0].name = QStringLiteral("A long name so that there are some pages %1").arg(look).repeated(4);
            database->record(*snapshotOf(tokens), rig.nextLook());
        }
        database.reset();
        QByteArray bytes = contentOf(rig.path());
        QVERIFY(bytes.size() > 20'000);
        if (content == "cut") {
            writeFile(rig.path(), bytes.left(bytes.size() / 2));
        } else if (content == "overwritten") {
            writeFile(rig.path(), bytes.left(4096) + QByteArray(bytes.size() - 4096, '\xa5'));
        } else if (content == "nonsense") {
            QVERIFY(
                sql(rig.path(), {QStringLiteral("UPDATE looks SET changes = x'01ffff' WHERE number = 200")}).isEmpty());
        } else if (content == "cut look") {
            QVERIFY(sql(rig.path(), {QStringLiteral("UPDATE looks SET changes = substr(changes, 1, length(changes) - 3)"
                                                    " WHERE number = 200")})
                        .isEmpty());
        } else if (content == "no tables") {
            QVERIFY(sql(rig.path(), {QStringLiteral("DROP TABLE looks")}).isEmpty());
        } else {
            writeFile(rig.path(), content);
        }
        bytes = contentOf(rig.path());

        database = rig.opened();
        QCOMPARE(database->status(), HistoryDatabase::Status::Keeping);
        QVERIFY(database->problem());
        const QStringList aside = rig.files().filter(QStringLiteral("damaged"));
        QCOMPARE(aside.size(), 1);
        QVERIFY(database->problem()->explanation.contains(aside[0]));
        QCOMPARE(contentOf(rig.folder.filePath(QStringLiteral("history/")) + aside[0]), bytes);
        QVERIFY(database->history()->looks().empty());
        database->record(*snapshotOf(tokens), rig.nextLook());
        QCOMPARE(database->history()->tokenCount(), 7U);
        database.reset();
        QCOMPARE(rig.opened()->history()->tokenCount(), 7U);
    }

    void aNewerFileIsOnlyRead()
    {
        HistoryRig rig;
        auto database = rig.opened();
        auto tokens = tokensOfEveryState(rig.clock.nowMs());
        database->record(*snapshotOf(tokens), rig.nextLook());
        database.reset();
        QVERIFY(!sql(rig.path(), {QStringLiteral("PRAGMA user_version = %1").arg(HistoryFile::schemaVersion + 1),
                                  QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")})
                     .isEmpty());
        const QByteArray bytes = contentOf(rig.path());

        database = rig.opened();
        QCOMPARE(database->status(), HistoryDatabase::Status::ReadOnly);
        QVERIFY(database->problem());
        QVERIFY(database->problem()->headline.contains(QStringLiteral("newer")));
        QCOMPARE(database->history()->tokenCount(), 7U);
        tokens[0].useCount++;
        database->record(*snapshotOf(tokens), rig.nextLook());
        QCOMPARE(database->status(), HistoryDatabase::Status::ReadOnly);
        QCOMPARE(database->history()->eventCount(), size_t(1)); // in memory
        QVERIFY(!database->addReview({1, 2, QString()}));
        database.reset();
        QCOMPARE(contentOf(rig.path()), bytes);

        // And one that cannot be understood at all is left alone too.
        QVERIFY(sql(rig.path(), {QStringLiteral("DROP TABLE looks"), QStringLiteral("DROP TABLE reviews")}).isEmpty());
        database = rig.opened();
        QCOMPARE(database->status(), HistoryDatabase::Status::ReadOnly);
        QCOMPARE(database->history()->tokenCount(), 0U);
        QVERIFY(rig.files().filter(QStringLiteral("damaged")).isEmpty());
    }

    void aFileThatANewerVersionTakesOverIsWrittenNoMore()
    {
        HistoryRig rig;
        auto database = rig.opened();
        auto tokens = tokensOfEveryState(rig.clock.nowMs());
        database->record(*snapshotOf(tokens), rig.nextLook());
        sql(rig.path(), {QStringLiteral("PRAGMA user_version = %1").arg(HistoryFile::schemaVersion + 1)});
        tokens[0].useCount++;
        database->record(*snapshotOf(tokens), rig.nextLook());
        QCOMPARE(database->status(), HistoryDatabase::Status::ReadOnly);
        QVERIFY(database->problem()->headline.contains(QStringLiteral("newer")));
        QCOMPARE(database->history()->looks().size(), size_t(2));
        QCOMPARE(sql(rig.path(), {QStringLiteral("SELECT count(*) FROM looks")}), QStringList{QStringLiteral("1")});
    }

    void everyReleasedSchemaCanBeOpened()
    {
        for (int version = 1; version <= HistoryFile::schemaVersion; ++version) {
            HistoryRig rig;
            QVERIFY(QDir(rig.folder.path()).mkdir(QStringLiteral("history")));
            QFile dump(QStringLiteral(TOKENDESK_SOURCE_DIR "/tests/fixtures/history/version%1.sql").arg(version));
            QVERIFY2(dump.open(QFile::ReadOnly), "each version that was released needs a fixture");
            QStringList statements = QString::fromUtf8(dump.readAll()).split(QStringLiteral(";\n"), Qt::SkipEmptyParts);
            QCOMPARE(sql(rig.path(), statements), QStringList{});
            QCOMPARE(sql(rig.path(), {QStringLiteral("PRAGMA user_version")}), QStringList{QString::number(version)});

            auto database = rig.opened();
            QCOMPARE(database->status(), HistoryDatabase::Status::Keeping);
            QVERIFY(!database->problem());
            QCOMPARE(
                toldBy(*database->history()),
                (QStringList{
                    QStringLiteral("look 1772366460000 1772366455000"),
                    QStringLiteral("look 1772370060000 1772370055000"),
                    QStringLiteral("look 1772373660000 1772373655000"),
                    QStringLiteral("token 3c6ef362-0002-4000-8000-000000000002 Łódź at 0: 1772280000000 "
                                   "-9223372036854775808 1772360000000 -9223372036854775808 12 0"),
                    QStringLiteral("  at 1 kind 0: 12 -> 14"),
                    QStringLiteral("  at 1 kind 1: 1772360000000 -> 1772369000000"),
                    QStringLiteral("  at 1 kind 4: Łódź -> Lodz"),
                    QStringLiteral("  at 2 kind 5: 0 -> 0"),
                    QStringLiteral("token 9e3779b1-0001-4000-8000-000000000001 Bench at 0: 1772366400000 1772971200000 "
                                   "-9223372036854775808 -9223372036854775808 0 1"),
                }));
            QCOMPARE(database->reviews(),
                     (std::vector<Review>{{1772370000000, 1772369995000, QStringLiteral("All well")}}));
            QCOMPARE(database->hiddenFindings(), (HiddenFindings{{testTokenId(2), FindingRule::NeverExpires}}));
            database->record(*snapshotOf({{1, QStringLiteral("Bench"), 1772366400000, 1772971200000}}), rig.nextLook());
            database.reset();
            QCOMPARE(sql(rig.path(), {QStringLiteral("PRAGMA user_version")}),
                     QStringList{QString::number(HistoryFile::schemaVersion)});
            QCOMPARE(sql(rig.path(), {QStringLiteral("PRAGMA integrity_check")}), QStringList{QStringLiteral("ok")});
        }
    }

    void aFolderThatCannotBeMadeLeavesItInMemoryUntilItCan()
    {
        HistoryRig rig;
        writeFile(rig.folder.filePath(QStringLiteral("history")), "a file in the way");
        auto database = rig.opened();
        QCOMPARE(database->status(), HistoryDatabase::Status::NotKept);
        QVERIFY(database->problem());
        QVERIFY(database->problem()->explanation.contains(rig.folder.path()));
        auto tokens = tokensOfEveryState(rig.clock.nowMs());
        database->record(*snapshotOf(tokens), rig.nextLook());
        tokens[0].useCount++;
        database->record(*snapshotOf(tokens), rig.nextLook());
        QCOMPARE(database->history()->eventCount(), size_t(1));
        QVERIFY(!database->addReview({1, 2, QString()}));
        QCOMPARE(database->addReview({1, 2, QString()}).error().kind, ErrorKind::HistoryFailed);
        QVERIFY(!database->setFindingHidden(testTokenId(1), FindingRule::Stale, true));
        QVERIFY(database->hiddenFindings().contains({testTokenId(1), FindingRule::Stale}));

        QVERIFY(QFile::remove(rig.folder.filePath(QStringLiteral("history"))));
        tokens[0].useCount++;
        database->record(*snapshotOf(tokens), rig.nextLook());
        QCOMPARE(database->status(), HistoryDatabase::Status::Keeping);
        QVERIFY(!database->problem());
        const QStringList told = toldBy(*database->history());
        QCOMPARE(database->history()->looks().size(), size_t(3));
        database.reset();
        database = rig.opened();
        QCOMPARE(toldBy(*database->history()), told);
        QVERIFY(database->hiddenFindings().contains({testTokenId(1), FindingRule::Stale}));
    }

    void whatWasInMemoryOnlyGivesWayToAHistoryThatIsThere()
    {
        HistoryRig rig;
        auto tokens = tokensOfEveryState(rig.clock.nowMs());
        {
            auto before = rig.opened();
            before->record(*snapshotOf(tokens), rig.nextLook());
        }
        const QString folder = rig.folder.filePath(QStringLiteral("history"));
        QVERIFY(QDir().rename(folder, folder + QStringLiteral("-away")));
        writeFile(folder, "a file in the way");
        auto database = rig.opened();
        tokens[0].useCount += 2;
        database->record(*snapshotOf(tokens), rig.nextLook());
        QCOMPARE(database->history()->eventCount(), size_t(0));
        QVERIFY(QFile::remove(folder));
        QVERIFY(QDir().rename(folder + QStringLiteral("-away"), folder));
        database->record(*snapshotOf(tokens), rig.nextLook());
        QCOMPARE(database->status(), HistoryDatabase::Status::Keeping);
        QCOMPARE(database->history()->looks().size(), size_t(2));
        QCOMPARE(database->history()->eventCount(), size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestHistoryFile)
#include "test_historyfile.moc"
