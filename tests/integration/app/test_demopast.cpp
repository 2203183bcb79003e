// SPDX-License-Identifier: GPL-3.0-or-later
//
// What --demo shows of the past: simulator, network, session and database are the real ones.
#include "app/demopast.h"
#include "history/historydatabase.h"
#include "session/connector.h"
#include "session/remotetokenservice.h"
#include "session/sqlitehistorykeeper.h"
#include "support/fakecredentialstore.h"
#include "support/simulator/simulatorprocess.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace tokendesk;
using namespace std::chrono_literals;

class TestDemoPast : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstListFitsTheRecordedPast()
    {
        SimulatorProcess server;
        QVERIFY(server.start({QStringLiteral("--tokens"), QStringLiteral("200")}));
        const QByteArray past = server.control("GET", "/past").toJson();
        const Profile profile{QUuid::createUuid(), QStringLiteral("Demo"), server.url()};
        QTemporaryDir folder;
        SystemClock clock;
        NetworkThread network;
        HistoryThread thread;
        FakeCredentialStore store;
        Session session(clock);
        session.setPollInterval(0ms);
        SqliteHistoryKeeper keeper(thread, session, clock, folder.path());
        Connector connector(store, session, [&](const Profile &of, const Connector::Sources &from) {
            ApiConfig config;
            config.baseUrl = of.serverUrl;
            config.bearer = [source = from.accessToken] { return source->current(); };
            config.clock = &clock;
            return std::make_unique<RemoteTokenService>(network, std::move(config));
        });
        thread.run([&] { recordDemoPast(past, SqliteHistoryKeeper::pathFor(folder.path(), profile), clock); });
        connector.connectTo(profile, Secret(server.bearer()), this, [](const Result<void> &) {});
        const auto isRecorded = [&] {
            return session.phase() == Session::Phase::Ready && !keeper.history()->looks().empty() &&
                   keeper.history()->looks().back().localMs == session.loadedAt();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isRecorded(), 30'000);
        QCOMPARE(keeper.status(), HistoryKeeper::Status::Keeping);

        const TokenHistoryPtr history = keeper.history();
        const std::vector<Look> &looks = history->looks();
        QVERIFY(looks.size() > 100);
        QVERIFY(looks.back().serverMs - looks.front().serverMs > 180 * msPerDay);
        QCOMPARE(history->tokenCount(), 201U); // and the one that vanished
        QVERIFY(history->eventCount() > 1000);
        // The look that made the list found nothing but what happened since the one before it.
        const auto last = static_cast<quint32>(looks.size() - 1);
        const qint64 before = looks[last - 1].serverMs;
        int falls = 0, unrevoked = 0, vanished = 0;
        for (quint32 token = 0; token < history->tokenCount(); ++token) {
            if (history->first(token).look == last)
                QVERIFY(history->first(token).token.createdAt > before);
            for (const TokenEvent &event : history->events(token)) {
                const bool fall = event.kind == TokenEventKind::UseCount && event.after < event.before;
                const bool unrevoke = event.kind == TokenEventKind::Revocation && event.after == noInstant;
                falls += fall;
                unrevoked += unrevoke;
                vanished += event.kind == TokenEventKind::Vanished;
                QVERIFY(event.kind != TokenEventKind::Name && event.kind != TokenEventKind::Expiry);
                if (event.look != last)
                    continue;
                QVERIFY(!fall && !unrevoke && event.kind != TokenEventKind::Vanished);
                if (event.kind == TokenEventKind::LastUsed || event.kind == TokenEventKind::Revocation)
                    QVERIFY(event.after > before);
            }
        }
        QCOMPARE(falls, 1);
        QCOMPARE(unrevoked, 1);
        QCOMPARE(vanished, 1);
    }

    void aPastThatCannotBeReadIsNone()
    {
        QTemporaryDir folder;
        SystemClock clock;
        const QString path = folder.filePath(QStringLiteral("history/demo.sqlite"));
        for (const char *json : {"", "nonsense", "{}", "{\"looks\":[{\"at\":\"yesterday\"},{}]}"}) {
            recordDemoPast(json, path, clock);
            HistoryDatabase database(path, clock);
            database.open();
            QCOMPARE(database.history()->looks().size(), size_t(0));
        }
    }
};

QTEST_GUILESS_MAIN(TestDemoPast)
#include "test_demopast.moc"
