// SPDX-License-Identifier: GPL-3.0-or-later
//
// The session against a living server: network thread, decoder and simulator are the real ones. Runs under
// ThreadSanitizer too.
#include "core/tokenstatus.h"
#include "session/connector.h"
#include "session/remotetokenservice.h"
#include "support/fakecredentialstore.h"
#include "support/simulator/simulatorprocess.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;
using namespace std::chrono_literals;

namespace {

const QString tokensPath = QStringLiteral("/api/provisioning-tokens");

struct Rig
{
    SimulatorProcess server;
    SystemClock clock;
    NetworkThread network;
    FakeCredentialStore store;
    Session session{clock};
    std::chrono::milliseconds deadline = 20s;
    Connector connector{store, session, [this](const Profile &of, const Connector::Sources &from) {
                            ApiConfig config;
                            config.baseUrl = of.serverUrl;
                            config.bearer = [source = from.accessToken] { return source->current(); };
                            config.clock = &clock;
                            config.deadline = deadline;
                            config.listDeadline = deadline * 3;
                            return std::make_unique<RemoteTokenService>(network, std::move(config));
                        }};
    QObject context;
    Profile profile{QUuid::createUuid(), QStringLiteral("Test"), QUrl()};
    std::optional<CreateOutcome> created;
    std::vector<RevokeResult> revoked;
    bool revokeDone = false;

    [[nodiscard]] bool open(const QStringList &options)
    {
        if (!server.start(options))
            return false;
        profile.serverUrl = server.url();
        session.setPollInterval(0ms);
        connectWith(server.bearer());
        return QTest::qWaitFor([this] { return session.phase() != Session::Phase::Loading; }, 60'000) &&
               session.phase() == Session::Phase::Ready;
    }
    void connectWith(const QByteArray &bearer)
    {
        connector.connectTo(profile, Secret(bearer), &context, [](const Result<void> &) {});
    }
    void create(const QString &name)
    {
        session.create({name, 7, false}, &context, [this](CreateOutcome outcome) { created = std::move(outcome); });
    }
    void revoke(const std::vector<QUuid> &ids)
    {
        session.revoke(
            ids, &context, [this](const RevokeResult &result) { revoked.push_back(result); },
            [this] { revokeDone = true; });
    }
    [[nodiscard]] std::vector<QUuid> liveIds() const
    {
        std::vector<QUuid> ids;
        for (quint32 row = 0; row < session.tokens()->size(); ++row)
            if (isLive(tokenState(session.tokens()->row(row), session.serverNow())))
                ids.push_back(session.tokens()->row(row).id);
        return ids;
    }
    [[nodiscard]] bool refreshAndWait()
    {
        session.refresh();
        return QTest::qWaitFor([this] { return !session.isRefreshing(); }, 30'000);
    }
};

} // namespace

class TestSessionHttp : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLivingServersListComesAndFollowsWhatDevicesDo()
    {
        Rig rig;
        QVERIFY2(rig.open({QStringLiteral("--tokens"), QStringLiteral("300")}), qPrintable(rig.server.errorString()));
        QCOMPARE(rig.session.tokens()->size(), 300u);
        QTRY_VERIFY(rig.session.organization());
        const QUuid id = rig.liveIds().front();
        const auto before = rig.session.tokens()->row(*rig.session.tokens()->rowOf(id)).useCount;
        QVERIFY(!rig.server
                     .control("POST", "/provision",
                              QJsonDocument(QJsonObject{{QStringLiteral("id"), id.toString(QUuid::WithoutBraces)},
                                                        {QStringLiteral("device_id"), QStringLiteral("device-1")}}))
                     .isNull());
        QVERIFY(rig.refreshAndWait());
        QCOMPARE(rig.session.tokens()->row(*rig.session.tokens()->rowOf(id)).useCount, before + 1);
    }

    void aCreatedTokensSecretIsTheOneTheServerKnows()
    {
        Rig rig;
        QVERIFY(rig.open({}));
        rig.create(QStringLiteral("Halle 4 – Ü"));
        QTRY_VERIFY_WITH_TIMEOUT(rig.created, 20'000);
        QVERIFY(rig.created->result);
        const QJsonObject row = rig.server.tokens().first().toObject();
        QCOMPARE(row.value(QStringLiteral("name")).toString(), QStringLiteral("Halle 4 – Ü"));
        QVERIFY(rig.created->result->token.equals(row.value(QStringLiteral("token")).toString().toUtf8()));
        QTRY_VERIFY(rig.session.tokens()->rowOf(rig.created->result->id));
    }

    void aLostReplyMakesOneTokenAndNamesIt_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("made");
        QTest::newRow("applied, reply lost") << QStringLiteral("applied-reply-lost") << true;
        QTest::newRow("closed before anything") << QStringLiteral("close-before-reply") << false;
    }
    void aLostReplyMakesOneTokenAndNamesIt()
    {
        QFETCH(QString, fault);
        QFETCH(bool, made);
        Rig rig;
        QVERIFY(rig.open({}));
        const quint32 before = rig.session.tokens()->size();
        QVERIFY(rig.server.fault(fault, QJsonValue::Undefined, QStringLiteral("POST")));
        rig.create(QStringLiteral("Lost one"));
        QTRY_VERIFY_WITH_TIMEOUT(rig.created, 20'000);
        QCOMPARE(rig.created->result.error().kind, ErrorKind::OutcomeUnknown);
        QVERIFY(rig.created->listReloaded);
        QCOMPARE(rig.server.count(QStringLiteral("POST"), tokensPath), 1);
        QCOMPARE(rig.created->candidates.size(), made ? 1u : 0u);
        QCOMPARE(rig.session.tokens()->size(), before + (made ? 1 : 0));
    }

    void revokingTwoWithOneReplyLostEndsInTwoRevoked()
    {
        Rig rig;
        QVERIFY(rig.open({}));
        const auto live = rig.liveIds();
        QVERIFY(live.size() >= 2);
        QVERIFY(rig.server.fault(QStringLiteral("applied-reply-lost"), QJsonValue::Undefined, QStringLiteral("DELETE"),
                                 {}, -1));
        rig.revoke({live[0], live[1]});
        QTRY_VERIFY_WITH_TIMEOUT(rig.revokeDone, 30'000);
        QCOMPARE(rig.revoked.size(), 2u);
        for (const RevokeResult &result : rig.revoked)
            QVERIFY(result.kind == RevokeResult::Kind::Revoked || result.kind == RevokeResult::Kind::AlreadyRevoked);
    }

    void anExpiredAccessTokenKeepsTheListUntilThereIsANewOne()
    {
        Rig rig;
        QVERIFY(rig.open({}));
        const quint32 rows = rig.session.tokens()->size();
        QVERIFY(!rig.server.control("POST", "/expire-bearer").isNull());
        QVERIFY(rig.refreshAndWait());
        QVERIFY(rig.session.isStale());
        QCOMPARE(rig.session.lastError()->kind, ErrorKind::Unauthorized);
        QCOMPARE(rig.session.tokens()->size(), rows);
        QVERIFY(!rig.server
                     .control("POST", "/bearer",
                              QJsonDocument(QJsonObject{{QStringLiteral("bearer"), QStringLiteral("fresh-token")}}))
                     .isNull());
        rig.connectWith("fresh-token");
        QTRY_VERIFY(!rig.session.isRefreshing());
        QVERIFY(!rig.session.isStale());
        QCOMPARE(rig.session.tokens()->size(), rows);
    }

    void aServerThatGoesAndComesBackIsFoundAgain()
    {
        Rig rig;
        QVERIFY(rig.open({}));
        const QString port = QString::number(rig.server.port());
        const QByteArray bearer = rig.server.bearer();
        QVERIFY(rig.server.stop());
        QVERIFY(rig.refreshAndWait());
        QVERIFY(rig.session.isStale());
        QCOMPARE(rig.session.lastError()->kind, ErrorKind::Network);
        QVERIFY2(
            rig.server.start({QStringLiteral("--port"), port, QStringLiteral("--bearer"), QString::fromLatin1(bearer)}),
            qPrintable(rig.server.errorString()));
        QVERIFY(rig.refreshAndWait());
        QVERIFY(!rig.session.isStale());
    }

    void theEventLoopTurnsWhileALongListComesInPages()
    {
        Rig rig;
        int ticks = 0;
        QTimer tick;
        QObject::connect(&tick, &QTimer::timeout, &tick, [&] { ++ticks; });
        tick.start(1ms);
        QSignalSpy progress(&rig.session, &Session::loadProgress);
        QVERIFY(rig.open({QStringLiteral("--tokens"), QStringLiteral("20000"), QStringLiteral("--page-size"),
                          QStringLiteral("5000")}));
        QCOMPARE(rig.session.tokens()->size(), 20000u);
        QCOMPARE(progress.size(), 4);
        QCOMPARE(progress.last().at(1).toLongLong(), 20000);
        QVERIFY(ticks > 5);
    }

    void closingInMidRequestIsQuiet()
    {
        Rig rig;
        QVERIFY(rig.open({}));
        QVERIFY(rig.server.fault(QStringLiteral("hang"), QJsonValue::Undefined, {}, {}, -1));
        rig.session.refresh();
        QTRY_VERIFY(rig.server.count(QStringLiteral("GET"), tokensPath) >= 2);
        rig.session.close();
        QCOMPARE(rig.session.phase(), Session::Phase::NotConnected);
    }

    void theConnectionTestSaysWhatIsWrong()
    {
        Rig rig;
        QVERIFY(rig.server.start());
        rig.profile.serverUrl = rig.server.url();
        std::optional<Result<Organization>> answer;
        rig.connector.test(rig.profile, Secret("wrong"), &rig.context,
                           [&](Result<Organization> reply) { answer = std::move(reply); });
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error().kind, ErrorKind::Unauthorized);
        answer.reset();
        rig.connector.test(rig.profile, Secret(rig.server.bearer()), &rig.context,
                           [&](Result<Organization> reply) { answer = std::move(reply); });
        QTRY_VERIFY(answer);
        QVERIFY(!answer->value().name.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSessionHttp)
#include "test_session_http.moc"
