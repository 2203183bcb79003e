// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is kept of looks, and for how long.
#include "core/tokendiff.h"
#include "historyrig.h"

#include <QFileInfo>
#include <QLocale>
#include <QTest>

using namespace tokendesk;

namespace {

using Kind = TokenEventKind;

QByteArray everyByteIn(const QString &folder)
{
    QByteArray bytes;
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden)) {
        QFile file(info.filePath());
        if (file.open(QFile::ReadOnly))
            bytes += file.readAll();
    }
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
        writeFile(folder + QStringLiteral("/profile.damaged-20260101-000000.sqlite"), "Needle of old");
        writeFile(folder + QStringLiteral("/another.sqlite"), "another profile's");
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
