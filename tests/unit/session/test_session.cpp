// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"
#include "support/fakeclock.h"
#include "support/faketokenservice.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;
using namespace std::chrono_literals;

namespace {

struct Rig
{
    FakeClock clock;
    FakeServer server{clock};
    Session session{clock};
    Profile profile{QUuid::createUuid(), QStringLiteral("Production"), QUrl(QStringLiteral("https://acusight.io/api"))};

    Rig()
    {
        server.tokens = tokensOfEveryState(clock.nowMs());
        session.setPollInterval(0ms);
    }
    void open() { session.open(profile, std::make_unique<FakeTokenService>(server)); }
    [[nodiscard]] bool openAndWait()
    {
        open();
        return QTest::qWaitFor([this] { return session.phase() != Session::Phase::Loading; });
    }
    [[nodiscard]] bool refreshAndWait()
    {
        session.refresh();
        return QTest::qWaitFor([this] { return !session.isRefreshing(); });
    }
};

} // namespace

class TestSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<TokenDiff>(); }

    void openingLoadsTheListAndNamesTheOrganization()
    {
        Rig rig;
        QSignalSpy changed(&rig.session, &Session::tokensChanged);
        rig.open();
        QCOMPARE(rig.session.phase(), Session::Phase::Loading);
        QTRY_COMPARE(rig.session.phase(), Session::Phase::Ready);
        QTRY_VERIFY(rig.session.organization());
        QCOMPARE(rig.session.organization()->name, QStringLiteral("Acme Manufacturing"));
        QCOMPARE(rig.session.tokens()->size(), 7u);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(rig.session.loadedAt(), rig.clock.nowMs());
    }

    void anEmptyListIsAListAndSaysSo()
    {
        Rig rig;
        rig.server.tokens.clear();
        QSignalSpy changed(&rig.session, &Session::tokensChanged);
        QVERIFY(rig.openAndWait());
        QCOMPARE(rig.session.phase(), Session::Phase::Ready);
        QCOMPARE(changed.size(), 1);
    }

    void aRefreshThatBringsNothingNewAnnouncesNoChange()
    {
        Rig rig;
        QVERIFY(rig.openAndWait());
        const auto before = rig.session.tokens();
        QSignalSpy changed(&rig.session, &Session::tokensChanged);
        QSignalSpy refreshed(&rig.session, &Session::refreshed);
        rig.clock.advance(5000);
        QVERIFY(rig.refreshAndWait());
        QCOMPARE(refreshed.size(), 1);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(rig.session.tokens(), before);
        QCOMPARE(rig.session.loadedAt(), rig.clock.nowMs());
    }

    void aRefreshAnnouncesWhatDiffers()
    {
        Rig rig;
        QVERIFY(rig.openAndWait());
        QSignalSpy changed(&rig.session, &Session::tokensChanged);
        rig.server.tokens[2].useCount = 9;
        QVERIFY(rig.refreshAndWait());
        QCOMPARE(changed.size(), 1);
        const auto diff = changed[0][1].value<TokenDiff>();
        QCOMPARE(diff.changed, std::vector<quint32>{2});
        QVERIFY(diff.added.empty() && diff.removed.empty() && !diff.reordered);
    }

    void aFailedRefreshKeepsTheListAndIsStale()
    {
        Rig rig;
        QVERIFY(rig.openAndWait());
        rig.server.listErrors.push_back({.kind = ErrorKind::Server, .httpStatus = 502});
        QVERIFY(rig.refreshAndWait());
        QCOMPARE(rig.session.phase(), Session::Phase::Ready);
        QVERIFY(rig.session.isStale());
        QCOMPARE(rig.session.tokens()->size(), 7u);
        QVERIFY(rig.refreshAndWait());
        QVERIFY(!rig.session.isStale());
    }

    void aFirstListThatFailsCanBeTriedAgain()
    {
        Rig rig;
        rig.server.listErrors.push_back({.kind = ErrorKind::Network});
        QVERIFY(rig.openAndWait());
        QCOMPARE(rig.session.phase(), Session::Phase::Failed);
        QCOMPARE(rig.session.lastError()->kind, ErrorKind::Network);
        rig.session.refresh();
        QCOMPARE(rig.session.phase(), Session::Phase::Loading);
        QTRY_COMPARE(rig.session.phase(), Session::Phase::Ready);
    }

    void theOrganizationIsAskedForAgainAfterAnOutage()
    {
        Rig rig;
        rig.server.organizationErrors.push_back({.kind = ErrorKind::Network});
        QVERIFY(rig.openAndWait());
        QTRY_COMPARE(rig.server.count(QStringLiteral("organization")), 1);
        QVERIFY(rig.refreshAndWait());
        QTRY_VERIFY(rig.session.organization());
    }

    void pollingIsArmedAgainAfterTheReply()
    {
        Rig rig;
        rig.session.setPollInterval(20ms);
        QVERIFY(rig.openAndWait());
        rig.server.hold = true;
        QTRY_COMPARE(rig.server.count(QStringLiteral("list")), 2);
        QTest::qWait(100); // the second request hangs; no third one may start meanwhile
        QCOMPARE(rig.server.count(QStringLiteral("list")), 2);
        rig.server.release();
        QTRY_VERIFY(rig.server.count(QStringLiteral("list")) >= 4);
    }

    void pollingStopsWhilePausedAndCatchesUpOnWaking()
    {
        Rig rig;
        rig.session.setPollInterval(20ms);
        QVERIFY(rig.openAndWait());
        rig.session.setPaused(true);
        const int before = rig.server.count(QStringLiteral("list"));
        QTest::qWait(120);
        QCOMPARE(rig.server.count(QStringLiteral("list")), before);
        rig.session.setPollInterval(1h);
        rig.session.setPaused(false);
        QTRY_COMPARE(rig.server.count(QStringLiteral("list")), before + 1);
    }

    void aSignInThatHasEndedStopsPollingUntilThereIsANewOne_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addRow("401") << ErrorKind::Unauthorized;
        QTest::addRow("invalid_grant") << ErrorKind::SignInRequired;
        QTest::addRow("401 to a new token") << ErrorKind::SignInNotAccepted;
    }
    void aSignInThatHasEndedStopsPollingUntilThereIsANewOne()
    {
        QFETCH(const ErrorKind, kind);
        Rig rig;
        rig.session.setPollInterval(20ms);
        QVERIFY(rig.openAndWait());
        rig.server.everyError = Error{.kind = kind, .httpStatus = 401};
        QTRY_VERIFY(rig.session.isStale());
        const int before = rig.server.count(QStringLiteral("list"));
        QTest::qWait(120);
        QCOMPARE(rig.server.count(QStringLiteral("list")), before);
        QCOMPARE(rig.session.tokens()->size(), 7u);
        rig.server.everyError.reset();
        rig.session.renew(rig.profile, std::make_unique<FakeTokenService>(rig.server));
        QCOMPARE(rig.session.tokens()->size(), 7u);
        QTRY_VERIFY(rig.server.count(QStringLiteral("list")) > before + 2);
        QVERIFY(!rig.session.isStale());
    }

    void aRateLimitIsWaitedFor()
    {
        Rig rig;
        QVERIFY(rig.openAndWait());
        rig.server.listErrors.push_back({.kind = ErrorKind::RateLimited, .httpStatus = 429, .retryAfterMs = 12'000});
        QVERIFY(rig.refreshAndWait());
        QCOMPARE(rig.session.waitMs(), 12'000);
        const int before = rig.server.count(QStringLiteral("list"));
        rig.session.refresh();
        QCOMPARE(rig.server.count(QStringLiteral("list")), before);
        rig.clock.advance(12'000);
        QVERIFY(rig.refreshAndWait());
        QCOMPARE(rig.server.count(QStringLiteral("list")), before + 1);
        QVERIFY(!rig.session.isStale());
    }

    void statesFollowTheServersClock()
    {
        Rig rig;
        rig.server.clockOffsetMs = 3'600'000;
        QVERIFY(rig.openAndWait());
        // A Date header has whole seconds.
        QVERIFY(qAbs(rig.session.serverNow() - rig.clock.nowMs() - 3'600'000) <= 1000);
    }

    void cancellingARefreshKeepsTheListAndIsNoError()
    {
        Rig rig;
        QVERIFY(rig.openAndWait());
        rig.server.hold = true;
        rig.session.refresh();
        rig.session.cancelRefresh();
        rig.server.release();
        QTRY_VERIFY(!rig.session.isRefreshing());
        QVERIFY(!rig.session.lastError());
        QCOMPARE(rig.session.phase(), Session::Phase::Ready);
    }

    void closingEmptiesTheListAndDropsAnswersOnTheirWay()
    {
        Rig rig;
        QVERIFY(rig.openAndWait());
        rig.server.hold = true;
        rig.session.refresh();
        rig.session.close();
        rig.server.release();
        QTest::qWait(20);
        QCOMPARE(rig.session.phase(), Session::Phase::NotConnected);
        QCOMPARE(rig.session.tokens()->size(), 0u);
        QVERIFY(!rig.session.profile());
    }

    void closingFromASlotOfAChangeIsSafe()
    {
        Rig rig;
        QVERIFY(rig.openAndWait());
        connect(&rig.session, &Session::tokensChanged, &rig.session, [&] {
            if (rig.session.phase() == Session::Phase::Ready)
                rig.session.close();
        });
        rig.server.tokens.pop_back();
        rig.session.refresh();
        QTRY_COMPARE(rig.session.phase(), Session::Phase::NotConnected);
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "test_session.moc"
