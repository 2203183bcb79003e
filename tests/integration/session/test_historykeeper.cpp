// SPDX-License-Identifier: GPL-3.0-or-later
//
// The history beside a session: thread and database are the real ones, the server is in memory. Runs under
// ThreadSanitizer too.
#include "session/sqlitehistorykeeper.h"
#include "support/fakeclock.h"
#include "support/fakehistorykeeper.h"
#include "support/faketokenservice.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tokendesk;
using namespace std::chrono_literals;
using Status = HistoryKeeper::Status;

namespace {

struct Rig
{
    QTemporaryDir folder;
    FakeClock clock;
    FakeServer server{clock};
    std::unique_ptr<HistoryThread> thread = std::make_unique<HistoryThread>();
    Session session{clock};
    std::unique_ptr<SqliteHistoryKeeper> keeper;
    Profile profile{QUuid::createUuid(), QStringLiteral("Production"), QUrl(QStringLiteral("https://acusight.io/api"))};

    Rig()
    {
        server.tokens = tokensOfEveryState(clock.nowMs());
        session.setPollInterval(0ms);
        makeKeeper();
    }
    ~Rig() { keeper.reset(); }
    void makeKeeper() { keeper = std::make_unique<SqliteHistoryKeeper>(*thread, session, clock, historyFolder()); }
    [[nodiscard]] QString historyFolder() const { return folder.filePath(QStringLiteral("history")); }
    [[nodiscard]] QString file() const
    {
        return historyFolder() + u'/' + profile.uuid.toString(QUuid::WithoutBraces) + QStringLiteral(".sqlite");
    }
    void open() { session.open(profile, std::make_unique<FakeTokenService>(server)); }
    [[nodiscard]] bool openAndWait(size_t looks = 1)
    {
        open();
        return waitForLooks(looks);
    }
    [[nodiscard]] bool refreshAndWait()
    {
        const size_t looks = keeper->history()->looks().size();
        clock.advance(60'000);
        session.refresh();
        return waitForLooks(looks + 1);
    }
    [[nodiscard]] bool waitForLooks(size_t looks)
    {
        return QTest::qWaitFor([=, this] { return keeper->history()->looks().size() == looks; }, 20'000);
    }
};

} // namespace

class TestHistoryKeeper : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutAProfileItIsOff()
    {
        Rig rig;
        QCOMPARE(rig.keeper->status(), Status::Off);
        QVERIFY(rig.keeper->history());
        QVERIFY(!rig.keeper->problem());
        std::optional<Result<void>> told;
        rig.keeper->markReviewed(QString(), this, [&](Result<void> result) { told = result; });
        QVERIFY(!told);
        QTRY_VERIFY(told);
        QVERIFY(!*told);
        QVERIFY(!QDir(rig.historyFolder()).exists());
    }

    void eachLookIsRecordedAlsoOneThatFoundNothing()
    {
        Rig rig;
        rig.server.clockOffsetMs = 3'600'000;
        QSignalSpy changed(rig.keeper.get(), &HistoryKeeper::historyChanged);
        rig.open();
        QCOMPARE(rig.keeper->status(), Status::Opening);
        QVERIFY(rig.waitForLooks(1));
        QCOMPARE(rig.keeper->status(), Status::Keeping);
        QVERIFY(!changed.isEmpty());
        const Look look = rig.keeper->history()->looks()[0];
        QCOMPARE(look.localMs, rig.clock.nowMs());
        QVERIFY(qAbs(look.serverMs - look.localMs - 3'600'000) <= 1000);
        QCOMPARE(rig.keeper->history()->tokenCount(), 7U);
        QVERIFY(rig.refreshAndWait());
        QCOMPARE(rig.keeper->history()->eventCount(), size_t(0));
        rig.server.tokens[0].useCount++;
        QVERIFY(rig.refreshAndWait());
        QCOMPARE(rig.keeper->history()->eventCount(), size_t(1));
    }

    void aListThatFailedIsNoLook()
    {
        Rig rig;
        QVERIFY(rig.openAndWait());
        rig.server.listErrors.push_back({.kind = ErrorKind::Server, .httpStatus = 502});
        QSignalSpy looked(&rig.session, &Session::looked);
        QSignalSpy refreshed(&rig.session, &Session::refreshed);
        rig.session.refresh();
        QTRY_COMPARE(refreshed.size(), 1);
        QCOMPARE(looked.size(), 0);
        QVERIFY(rig.refreshAndWait());
        QCOMPARE(rig.keeper->history()->looks().size(), size_t(2));
    }

    void theFirstListIsComparedWithTheLastRecordedOne()
    {
        Rig rig;
        QVERIFY(rig.openAndWait());
        rig.session.close();
        QCOMPARE(rig.keeper->status(), Status::Off);
        QCOMPARE(rig.keeper->history()->tokenCount(), 0U);
        rig.server.tokens[0].useCount += 5;
        rig.clock.advance(msPerDay);
        QVERIFY(rig.openAndWait(2));
        const TokenHistoryPtr history = rig.keeper->history();
        QCOMPARE(history->eventCount(), size_t(1));
        const auto events = history->events(*history->tokenOf(testTokenId(1)));
        QCOMPARE(events[0], (TokenEvent{1, TokenEventKind::UseCount, 17, 22}));
    }

    void eachProfileHasAHistoryOfItsOwn()
    {
        Rig rig;
        QVERIFY(rig.openAndWait());
        const QUuid first = rig.profile.uuid;
        rig.profile.uuid = QUuid::createUuid();
        rig.clock.advance(1000);
        rig.server.tokens.pop_back();
        QVERIFY(rig.openAndWait());
        QTRY_COMPARE(rig.keeper->history()->tokenCount(), 6U);
        QCOMPARE(QDir(rig.historyFolder()).entryList({QStringLiteral("*.sqlite")}).size(), 2);
        rig.profile.uuid = first;
        rig.clock.advance(1000);
        QVERIFY(rig.openAndWait(2));
        QCOMPARE(rig.keeper->history()->tokenCount(), 7U);
    }

    void aLookOnItsWayIsRecordedThoughEverythingEnds()
    {
        Rig rig;
        QVERIFY(rig.openAndWait());
        rig.server.tokens[0].useCount++;
        rig.clock.advance(60'000);
        QSignalSpy looked(&rig.session, &Session::looked);
        rig.session.refresh();
        QVERIFY(looked.wait());
        rig.keeper.reset(); // nothing of it has come back yet
        rig.thread.reset();
        rig.thread = std::make_unique<HistoryThread>();
        rig.session.close();
        rig.makeKeeper();
        rig.clock.advance(60'000);
        QVERIFY(rig.openAndWait(3));
        QCOMPARE(rig.keeper->history()->eventCount(), size_t(1));
    }

    void aReviewAndAHiddenFindingAreToldAndKept()
    {
        Rig rig;
        QVERIFY(rig.openAndWait());
        std::optional<Result<void>> told;
        rig.keeper->markReviewed(QStringLiteral("All well"), this, [&](Result<void> result) { told = result; });
        QVERIFY(!told);
        QTRY_VERIFY(told);
        QVERIFY(*told);
        QCOMPARE(rig.keeper->reviews().size(), size_t(1));
        QCOMPARE(rig.keeper->reviews()[0].note, QStringLiteral("All well"));
        QCOMPARE(rig.keeper->reviews()[0].localMs, rig.clock.nowMs());
        rig.keeper->setFindingHidden(testTokenId(7), FindingRule::NeverExpires, true);
        QTRY_COMPARE(rig.keeper->hiddenFindings(), (HiddenFindings{{testTokenId(7), FindingRule::NeverExpires}}));

        auto context = std::make_unique<QObject>();
        bool wrong = false;
        rig.keeper->markReviewed(QStringLiteral("Again"), context.get(), [&](const Result<void> &) { wrong = true; });
        context.reset();
        QTRY_COMPARE(rig.keeper->reviews().size(), size_t(2));
        QVERIFY(!wrong);

        rig.session.close();
        rig.clock.advance(60'000);
        QVERIFY(rig.openAndWait(2));
        QCOMPARE(rig.keeper->reviews().size(), size_t(2));
        QCOMPARE(rig.keeper->hiddenFindings().size(), 1);
    }

    void deletingBeginsAnewWithWhatIsOnTheScreen()
    {
        Rig rig;
        QVERIFY(rig.openAndWait());
        rig.server.tokens[0].useCount = 99;
        QVERIFY(rig.refreshAndWait());
        std::optional<Result<void>> told;
        rig.keeper->deleteHistory(this, [&](Result<void> result) { told = result; });
        QTRY_VERIFY(told);
        QVERIFY(*told);
        QCOMPARE(rig.keeper->history()->looks().size(), size_t(1));
        QCOMPARE(rig.keeper->history()->eventCount(), size_t(0));
        QCOMPARE(rig.keeper->history()->first(*rig.keeper->history()->tokenOf(testTokenId(1))).token.useCount, 99U);
    }

    void anOutcomeIsToldThoughTheProfileIsClosedMeanwhile()
    {
        Rig rig;
        QVERIFY(rig.openAndWait());
        std::optional<Result<void>> told;
        rig.keeper->markReviewed(QString(), this, [&](Result<void> result) { told = result; });
        rig.session.close();
        QTRY_VERIFY(told);
        QCOMPARE(rig.keeper->status(), Status::Off);
        QVERIFY(rig.keeper->reviews().empty());
    }

    void oldLooksAreDroppedAsAskedForBeforeOrAfterOpening()
    {
        Rig rig;
        rig.keeper->setRetentionDays(10);
        QVERIFY(rig.openAndWait());
        rig.clock.advance(20 * msPerDay);
        QVERIFY(rig.refreshAndWait());
        rig.clock.advance(msPerDay);
        QVERIFY(rig.refreshAndWait());
        rig.clock.advance(20 * msPerDay);
        rig.session.refresh();
        QTRY_COMPARE(rig.keeper->history()->looks().back().localMs, rig.clock.nowMs());
        QCOMPARE(rig.keeper->history()->looks().size(), size_t(2));
        rig.keeper->setRetentionDays(30);
        QVERIFY(rig.refreshAndWait());
    }

    void withoutADiskTheSessionGoesOnAndTheHistoryIsInMemory()
    {
        Rig rig;
        QFile inTheWay(rig.historyFolder());
        QVERIFY(inTheWay.open(QFile::WriteOnly));
        QVERIFY(rig.openAndWait());
        QCOMPARE(rig.keeper->status(), Status::NotKept);
        QVERIFY(rig.keeper->problem());
        QCOMPARE(rig.session.phase(), Session::Phase::Ready);
        rig.server.tokens[0].useCount++;
        QVERIFY(rig.refreshAndWait());
        QCOMPARE(rig.keeper->history()->eventCount(), size_t(1));
        QSignalSpy status(rig.keeper.get(), &HistoryKeeper::statusChanged);
        QVERIFY(inTheWay.remove());
        QVERIFY(rig.refreshAndWait());
        QCOMPARE(rig.keeper->status(), Status::Keeping);
        QVERIFY(!rig.keeper->problem());
        QVERIFY(!status.isEmpty());
        QVERIFY(QFile::exists(rig.file()));
    }

    void erasingLeavesNothingOfThatProfileAndEverythingOfOthers()
    {
        Rig rig;
        QVERIFY(rig.openAndWait());
        const Profile other{QUuid::createUuid(), QStringLiteral("Other"), rig.profile.serverUrl};
        const QString others = SqliteHistoryKeeper::pathFor(rig.historyFolder(), other);
        QVERIFY(QFile::copy(rig.file(), others));
        QFile aside(rig.file() + QStringLiteral(".damaged-1"));
        QVERIFY(aside.open(QFile::WriteOnly));
        aside.close();
        rig.session.close();
        std::optional<Result<void>> told;
        SqliteHistoryKeeper::erase(*rig.thread, rig.historyFolder(), rig.profile, this,
                                   [&](Result<void> result) { told = std::move(result); });
        QVERIFY(!told);
        QTRY_VERIFY(told);
        QVERIFY(*told);
        QCOMPARE(QDir(rig.historyFolder()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{QFileInfo(others).fileName()});
    }

    void erasingWhatIsNotThereIsDoneAndCreatesNothing()
    {
        Rig rig;
        std::optional<Result<void>> told;
        SqliteHistoryKeeper::erase(*rig.thread, rig.historyFolder(), rig.profile, this,
                                   [&](Result<void> result) { told = std::move(result); });
        QTRY_VERIFY(told);
        QVERIFY(*told);
        QVERIFY(!QFile::exists(rig.historyFolder()));
    }

    void whatCannotBeErasedIsSaid()
    {
        Rig rig;
        QVERIFY(QDir().mkpath(rig.file() + QStringLiteral("/in the way")));
        std::optional<Result<void>> told;
        SqliteHistoryKeeper::erase(*rig.thread, rig.historyFolder(), rig.profile, this,
                                   [&](Result<void> result) { told = std::move(result); });
        QTRY_VERIFY(told);
        QVERIFY(!*told);
        QCOMPARE(told->error().kind, ErrorKind::HistoryFailed);
    }

    void theFakeKeeperTellsAfterTheCallAsTheRealOneDoes()
    {
        FakeHistoryKeeper keeper;
        bool told = false;
        keeper.nextError = Error{.kind = ErrorKind::HistoryFailed};
        keeper.markReviewed(QString(), this, [&](const Result<void> &result) { told = !result; });
        QVERIFY(!told);
        QTRY_VERIFY(told);
        QVERIFY(keeper.reviews().empty());
    }
};

QTEST_GUILESS_MAIN(TestHistoryKeeper)
#include "test_historykeeper.moc"
