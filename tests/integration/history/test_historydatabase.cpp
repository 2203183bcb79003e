// SPDX-License-Identifier: GPL-3.0-or-later
//
// The history in real files.
#include "core/tokendiff.h"
#include "historyrig.h"

#include <QFileInfo>
#include <QLocale>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

using namespace tokendesk;

namespace {

using Kind = TokenEventKind;

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

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(bytes);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray everyByteIn(const QString &folder)
{
    QByteArray bytes;
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden))
        bytes += contentOf(info.filePath());
    return bytes;
}

} // namespace

class TestHistoryDatabase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFirstLookFindsEveryTokenOldestFirst()
    {
        HistoryRig rig;
        auto database = rig.opened();
        QCOMPARE(database->status(), HistoryDatabase::Status::Keeping);
        QVERIFY(!database->problem());
        const auto tokens = tokensOfEveryState(rig.clock.nowMs());
        const Look look = rig.nextLook();
        database->record(*snapshotOf(tokens), look);

        const TokenHistoryPtr history = database->history();
        QCOMPARE(history->looks().size(), size_t(1));
        QCOMPARE(history->looks()[0].serverMs, look.serverMs);
        QCOMPARE(history->looks()[0].localMs, look.localMs);
        QCOMPARE(history->tokenCount(), 7U);
        QCOMPARE(history->eventCount(), size_t(0));
        for (quint32 token = 0; token < 7; ++token) {
            const TestToken &given = tokens[6 - token];
            const FirstSight &first = history->first(token);
            QCOMPARE(first.token.id, testTokenId(given.number));
            QCOMPARE(first.token.createdAt, given.createdAt);
            QCOMPARE(first.token.expiresAt, given.expiresAt);
            QCOMPARE(first.token.lastUsedAt, given.lastUsedAt);
            QCOMPARE(first.token.revokedAt, given.revokedAt);
            QCOMPARE(first.token.useCount, given.useCount);
            QCOMPARE(first.token.singleUse, given.singleUse);
            QCOMPARE(QString::fromUtf8(history->name(first.name)), given.name);
        }
    }

    void everyKindOfChangeIsAnEventAndSurvivesReopening()
    {
        HistoryRig rig;
        auto database = rig.opened();
        auto tokens = tokensOfEveryState(rig.clock.nowMs());
        database->record(*snapshotOf(tokens), rig.nextLook());
        const TestToken before = tokens[0];
        tokens[0].useCount += 3;
        tokens[0].lastUsedAt = rig.clock.nowMs();
        tokens[1].name = QStringLiteral("Renamed Łódź");
        tokens[2].revokedAt = rig.clock.nowMs();
        tokens[6].expiresAt = rig.clock.nowMs() + msPerDay;
        tokens[5].revokedAt = noInstant; // a revocation vanishes
        const TestToken vanishing = tokens[4];
        tokens.erase(tokens.begin() + 4);
        database->record(*snapshotOf(tokens), rig.nextLook());
        tokens[0].useCount -= 1; // a count falls
        tokens.insert(tokens.begin() + 4, vanishing);
        tokens.insert(tokens.begin(), {8, QStringLiteral("New one"), rig.clock.nowMs()});
        database->record(*snapshotOf(tokens), rig.nextLook());

        const TokenHistoryPtr history = database->history();
        const auto eventsOf = [&](int number) {
            const auto events = history->events(*history->tokenOf(testTokenId(number)));
            return std::vector<TokenEvent>(events.begin(), events.end());
        };
        const qint64 secondMs = tokens[0].createdAt - 60'000;
        QCOMPARE(eventsOf(1), (std::vector<TokenEvent>{{1, Kind::UseCount, before.useCount, before.useCount + 3},
                                                       {1, Kind::LastUsed, before.lastUsedAt, secondMs},
                                                       {2, Kind::UseCount, before.useCount + 3, before.useCount + 2}}));
        QCOMPARE(eventsOf(2).size(), size_t(1));
        QCOMPARE(eventsOf(2)[0].kind, Kind::Name);
        QCOMPARE(QString::fromUtf8(history->name(static_cast<quint32>(eventsOf(2)[0].before))),
                 QStringLiteral("Line 2 gateways"));
        QCOMPARE(QString::fromUtf8(history->name(static_cast<quint32>(eventsOf(2)[0].after))),
                 QStringLiteral("Renamed Łódź"));
        QCOMPARE(eventsOf(3), (std::vector<TokenEvent>{{1, Kind::Revocation, noInstant, secondMs}}));
        QCOMPARE(eventsOf(7), (std::vector<TokenEvent>{{1, Kind::Expiry, noInstant, secondMs + msPerDay}}));
        QCOMPARE(eventsOf(6)[0].kind, Kind::Revocation);
        QCOMPARE(eventsOf(6)[0].after, noInstant);
        QCOMPARE(eventsOf(5), (std::vector<TokenEvent>{{1, Kind::Vanished}, {2, Kind::Returned}}));
        QCOMPARE(history->first(*history->tokenOf(testTokenId(8))).look, 2U);

        const QStringList told = toldBy(*history);
        database.reset();
        QCOMPARE(toldBy(*rig.opened()->history()), told);
    }

    void instantsAtTheEdgesOfTimeAreKept()
    {
        HistoryRig rig;
        auto database = rig.opened();
        // The years 0000 to 9999, as RFC 3339 has them.
        const qint64 first = -62'167'219'200'000;
        const qint64 far = 253'402'300'799'999;
        database->record(
            *snapshotOf({{1, QStringLiteral("a"), first, far, first, far, ~0U, true}, {2, QString(), far}}),
            rig.nextLook());
        database->record(
            *snapshotOf({{1, QStringLiteral("a"), first, first, far, first, 0, true}, {2, QString(), far}}),
            rig.nextLook());
        const QStringList told = toldBy(*database->history());
        QCOMPARE(database->history()->eventCount(), size_t(4));
        database.reset();
        const TokenHistoryPtr history = rig.opened()->history();
        QCOMPARE(toldBy(*history), told);
        const quint32 token = *history->tokenOf(testTokenId(1));
        QCOMPARE(history->first(token).token.expiresAt, far);
        QCOMPARE(history->first(token).token.useCount, ~0U);
        QCOMPARE(history->events(token)[1].after, far);
    }

    void looksThatFoundNothingAreThinnedButTheirSpanStays()
    {
        HistoryRig rig;
        auto database = rig.opened();
        auto tokens = tokensOfEveryState(rig.clock.nowMs());
        const auto list = snapshotOf(tokens);
        const Look first = rig.nextLook();
        database->record(*list, first);
        Look last;
        for (int look = 0; look < 60; ++look) {
            last = rig.nextLook();
            database->record(*list, last);
        }
        const auto looks = database->history()->looks();
        QVERIFY2(looks.size() >= 7 && looks.size() <= 14, qPrintable(QString::number(looks.size())));
        QCOMPARE(looks.front().serverMs, first.serverMs);
        QCOMPARE(looks.back().serverMs, last.serverMs);
        for (size_t i = 1; i < looks.size(); ++i)
            QVERIFY(looks[i].localMs - looks[i - 1].localMs <= HistoryDatabase::thinnedToMs);
        // What changes is between the last look and this one, however many found nothing.
        tokens[0].useCount++;
        database->record(*snapshotOf(tokens), rig.nextLook());
        const TokenHistoryPtr history = database->history();
        QCOMPARE(history->looks()[history->looks().size() - 2].serverMs, last.serverMs);
        const QStringList told = toldBy(*history);
        database.reset();
        QCOMPARE(toldBy(*rig.opened()->history()), told);
    }

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

    void reviewsAndHiddenFindingsAreKept()
    {
        HistoryRig rig;
        auto database = rig.opened();
        const Review first{1000, 2000, QStringLiteral("All well – “so far”")};
        const Review second{3000, 4000, QString()};
        QVERIFY(database->addReview(first));
        QVERIFY(database->addReview(second));
        for (const FindingRule rule : allFindingRules)
            QVERIFY(database->setFindingHidden(testTokenId(1), rule, true));
        QVERIFY(database->setFindingHidden(testTokenId(2), FindingRule::Stale, true));
        QVERIFY(database->setFindingHidden(testTokenId(2), FindingRule::Stale, false));
        QCOMPARE(database->hiddenFindings().size(), qsizetype(allFindingRules.size()));
        const HiddenFindings hidden = database->hiddenFindings();
        database.reset();
        database = rig.opened();
        QCOMPARE(database->reviews(), (std::vector<Review>{first, second}));
        QCOMPARE(database->hiddenFindings(), hidden);
    }

    void oldLooksAreDroppedAndWhatWasKnownStays()
    {
        HistoryRig rig;
        auto database = rig.opened();
        auto tokens = tokensOfEveryState(rig.clock.nowMs());
        const TestToken vanishing = tokens.back();
        const qint64 start = rig.clock.nowMs();
        for (int day = 0; day < 40; ++day) {
            rig.clock.set(start + day * msPerDay);
            tokens[0].useCount++;
            if (day == 3)
                tokens.pop_back();
            if (day == 5)
                tokens[1].name = QStringLiteral("Renamed");
            if (day == 7)
                tokens.insert(tokens.begin() + 2, {9, QStringLiteral("Ninth"), rig.clock.nowMs()});
            database->record(*snapshotOf(tokens), {rig.clock.nowMs(), rig.clock.nowMs()});
        }
        const TokenHistoryPtr whole = database->history();
        QVERIFY(database->addReview({1, 2, QStringLiteral("r")}));
        database->setRetentionDays(10);
        QCOMPARE(database->status(), HistoryDatabase::Status::Keeping);

        const TokenHistoryPtr cut = database->history();
        QCOMPARE(cut->looks().size(), size_t(12)); // 11 that are young enough, and the one before
        QCOMPARE(cut->tokenCount(), whole->tokenCount());
        QCOMPARE(database->reviews().size(), size_t(1));
        const quint32 used = *cut->tokenOf(testTokenId(1));
        QCOMPARE(cut->first(used).token.useCount, 17U + 29U);
        QCOMPARE(cut->events(used).size(), size_t(11));
        QCOMPARE(QString::fromUtf8(cut->name(cut->first(*cut->tokenOf(testTokenId(2))).name)),
                 QStringLiteral("Renamed"));
        QVERIFY(cut->tokenOf(testTokenId(vanishing.number)));
        // Each list that is still there is the list that it was.
        const QCollator collator = nameCollator(QLocale::c());
        for (quint32 look = 0; look < cut->looks().size(); ++look) {
            const auto then = tokensAt(*whole, look + 28, collator);
            QVERIFY(diffTokens(*then, *tokensAt(*cut, look, collator)).isEmpty());
        }
        const QStringList told = toldBy(*cut);
        database.reset();
        database = std::make_unique<HistoryDatabase>(rig.path(), rig.clock);
        database->open();
        QCOMPARE(toldBy(*database->history()), told);
        // And it goes on as if nothing had happened.
        tokens[0].useCount++;
        database->record(*snapshotOf(tokens), rig.nextLook());
        QCOMPARE(database->history()->events(used).back().before, 17 + 40);
    }

    void whatChangedSinceALookLongAgoIsStillFound()
    {
        HistoryRig rig;
        auto database = rig.opened();
        auto tokens = tokensOfEveryState(rig.clock.nowMs());
        database->record(*snapshotOf(tokens), rig.nextLook());
        tokens[0].useCount++;
        database->record(*snapshotOf(tokens), rig.nextLook());
        rig.clock.advance(3000 * msPerDay);
        database.reset();
        database = rig.opened();
        QCOMPARE(database->history()->looks().size(), size_t(1));
        QCOMPARE(database->history()->eventCount(), size_t(0));
        tokens[0].useCount++;
        database->record(*snapshotOf(tokens), rig.nextLook());
        QCOMPARE(database->history()->eventCount(), size_t(1));
    }

    void deletingLeavesNothingToRead()
    {
        HistoryRig rig;
        auto database = rig.opened();
        auto tokens = tokensOfEveryState(rig.clock.nowMs());
        for (int look = 0; look < 50; ++look) {
            tokens[0].name = QStringLiteral("Needle %1").arg(look);
            database->record(*snapshotOf(tokens), rig.nextLook());
        }
        QVERIFY(database->addReview({1, 2, QStringLiteral("Needle in a review")}));
        QVERIFY(database->setFindingHidden(testTokenId(1), FindingRule::Stale, true));
        const QString folder = rig.folder.filePath(QStringLiteral("history"));
        write(folder + QStringLiteral("/profile.damaged-20260101-000000.sqlite"), "Needle of old");
        write(folder + QStringLiteral("/another.sqlite"), "another profile's");
        QVERIFY(everyByteIn(folder).contains("Needle"));

        // What another program has open is emptied too, for it keeps what is removed.
        QFile held(rig.path());
        QVERIFY(held.open(QFile::ReadOnly));
        QVERIFY(database->deleteEverything());
        QVERIFY(!held.readAll().contains("Needle"));
        QVERIFY(!everyByteIn(folder).contains("Needle"));
        QVERIFY(rig.files().contains(QStringLiteral("another.sqlite")));
        QCOMPARE(database->status(), HistoryDatabase::Status::Keeping);
        QCOMPARE(database->history()->tokenCount(), 0U);
        QVERIFY(database->reviews().empty());
        QVERIFY(database->hiddenFindings().isEmpty());
        database->record(*snapshotOf(tokens), rig.nextLook());
        database.reset();
        QCOMPARE(rig.opened()->history()->looks().size(), size_t(1));
    }

    void aHistoryThatAnotherWindowDeletedBeginsAnewHereToo()
    {
        HistoryRig rig;
        auto one = rig.opened();
        auto tokens = tokensOfEveryState(rig.clock.nowMs());
        one->record(*snapshotOf(tokens), rig.nextLook());
        one->record(*snapshotOf(tokens), rig.nextLook());
        auto other = rig.opened();
        QVERIFY(other->deleteEverything());
        one->record(*snapshotOf(tokens), rig.nextLook());
        QCOMPARE(one->history()->looks().size(), size_t(1));
        other->record(*snapshotOf(tokens), rig.nextLook());
        QCOMPARE(other->history()->looks().size(), size_t(2));
        QCOMPARE(other->history()->tokenCount(), 7U);
        QCOMPARE(other->history()->eventCount(), size_t(0));
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
            write(rig.path(), bytes.left(bytes.size() / 2));
        } else if (content == "overwritten") {
            write(rig.path(), bytes.left(4096) + QByteArray(bytes.size() - 4096, '\xa5'));
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
            write(rig.path(), content);
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
        QVERIFY(sql(rig.path(), {QStringLiteral("PRAGMA user_version = %1").arg(HistoryFile::schemaVersion + 1),
                                 QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")}) != QStringList{});
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
        write(rig.folder.filePath(QStringLiteral("history")), "a file in the way");
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
        write(folder, "a file in the way");
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

    void aListThatAnotherWindowHasOvertakenChangesNothing()
    {
        HistoryRig rig;
        auto one = rig.opened();
        auto other = rig.opened();
        auto tokens = tokensOfEveryState(rig.clock.nowMs());
        one->record(*snapshotOf(tokens), rig.nextLook());
        const auto oldList = snapshotOf(tokens);
        const Look oldLook = rig.nextLook();
        tokens[0].useCount++;
        other->record(*snapshotOf(tokens), rig.nextLook());
        one->record(*oldList, oldLook);
        QCOMPARE(one->history()->looks().size(), size_t(2));
        QCOMPARE(one->history()->eventCount(), size_t(1));
        // A clock that was set back is not an older list: one window's own looks always count.
        one->record(*snapshotOf(tokens), rig.nextLook());
        one->record(*snapshotOf(tokens), {oldLook.serverMs - 3'600'000, oldLook.localMs - 3'600'000});
        QCOMPARE(one->history()->looks().size(), size_t(4));
    }
};

QTEST_GUILESS_MAIN(TestHistoryDatabase)
#include "test_historydatabase.moc"
