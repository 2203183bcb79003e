// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/connector.h"
#include "support/fakeclock.h"
#include "support/fakecredentialstore.h"
#include "support/faketokenservice.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;
using namespace std::chrono_literals;

namespace {

enum class Keep { InKeychain, ThisSessionOnly };

struct Rig
{
    FakeClock clock;
    FakeServer server{clock};
    FakeCredentialStore store;
    Session session{clock};
    std::vector<QUrl> servers;
    std::vector<std::shared_ptr<AccessTokenSource>> sources;
    QList<QByteArray> passwords; ///< for the proxy, when the service was made
    Connector connector{store, session, [this](const Profile &of, const Connector::Sources &from) {
                            servers.push_back(of.serverUrl);
                            sources.push_back(from.accessToken);
                            passwords << from.proxyPassword->current().view().toByteArray();
                            return std::make_unique<FakeTokenService>(server);
                        }};
    QObject context;
    Profile profile{QUuid::createUuid(), QStringLiteral("Production"), QUrl(QStringLiteral("https://acusight.io/api"))};
    std::optional<Result<void>> stored;

    Rig()
    {
        server.tokens = tokensOfEveryState(clock.nowMs());
        session.setPollInterval(0ms);
    }
    [[nodiscard]] QString key(const char *kind) const
    {
        return QStringLiteral("tokendesk/%1/%2").arg(profile.uuid.toString(QUuid::WithoutBraces), QLatin1String(kind));
    }
    void useProxy(const QString &user)
    {
        profile.proxy = {ProxyChoice::Kind::Own, ProxyChoice::Protocol::Http, QStringLiteral("proxy.example"), 3128,
                         user};
    }
    void connectTo(Keep keep, const QByteArray &proxyPassword = {})
    {
        stored.reset();
        profile.keepsSecrets = keep == Keep::InKeychain;
        connector.connectTo(profile, {Secret("jwt.one.two"), Secret(proxyPassword)}, &context,
                            [this](Result<void> result) { stored = std::move(result); });
    }
};

} // namespace

class TestConnector : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void testingNamesTheOrganizationAndChangesNothing()
    {
        Rig rig;
        std::optional<Result<Organization>> answer;
        rig.connector.test(rig.profile, Secret("jwt"), &rig.context,
                           [&](Result<Organization> reply) { answer = std::move(reply); });
        QVERIFY(!answer);
        QTRY_VERIFY(answer);
        QCOMPARE(answer->value().name, QStringLiteral("Acme Manufacturing"));
        QCOMPARE(rig.session.phase(), Session::Phase::NotConnected);
        QVERIFY(rig.store.entries.isEmpty());
        QVERIFY(rig.sources[0].use_count() == 1); // ours here: the connector keeps no token
    }

    void testingWithoutATokenUsesTheOneThatIsKept_data()
    {
        QTest::addColumn<bool>("keeps");
        QTest::newRow("kept") << true;
        QTest::newRow("never") << false;
    }
    void testingWithoutATokenUsesTheOneThatIsKept()
    {
        QFETCH(bool, keeps);
        Rig rig;
        rig.profile.keepsSecrets = keeps;
        rig.store.entries.insert(rig.key("access-token"), "kept-token");
        std::optional<Result<Organization>> answer;
        rig.connector.test(rig.profile, {}, &rig.context,
                           [&](Result<Organization> reply) { answer = std::move(reply); });
        QVERIFY(!answer);
        QTRY_VERIFY(answer);
        QCOMPARE(answer->has_value(), keeps);
        QCOMPARE(rig.session.phase(), Session::Phase::NotConnected);
        if (keeps) {
            QCOMPARE(rig.sources.size(), size_t(1));
            QVERIFY(rig.sources[0]->current().equals("kept-token"));
        } else {
            QCOMPARE(answer->error().kind, ErrorKind::KeychainMissing);
            QVERIFY(rig.sources.empty());
            QVERIFY(rig.store.asked.isEmpty());
        }
    }

    void connectingOpensTheSessionAndStoresTheToken()
    {
        Rig rig;
        rig.connectTo(Keep::InKeychain);
        QTRY_VERIFY(rig.stored);
        QVERIFY(*rig.stored);
        QTRY_COMPARE(rig.session.phase(), Session::Phase::Ready);
        QCOMPARE(rig.store.entries.value(Connector::accessTokenKey(rig.profile)), QByteArray("jwt.one.two"));
        QVERIFY(rig.sources[0]->current().equals("jwt.one.two"));
    }

    void forThisSessionOnlyLeavesTheKeychainAlone()
    {
        Rig rig;
        rig.connectTo(Keep::ThisSessionOnly);
        QVERIFY(!rig.stored);
        QTRY_VERIFY(rig.stored);
        QVERIFY(*rig.stored);
        QVERIFY(rig.store.entries.isEmpty());
    }

    void aKeychainThatRefusesLeavesTheSessionOpen()
    {
        Rig rig;
        rig.store.writeError = Error{.kind = ErrorKind::KeychainLocked};
        rig.connectTo(Keep::InKeychain);
        QTRY_VERIFY(rig.stored);
        QCOMPARE(rig.stored->error().kind, ErrorKind::KeychainLocked);
        QTRY_COMPARE(rig.session.phase(), Session::Phase::Ready);
    }

    void aNewTokenForTheSameServerKeepsTheListOnScreen()
    {
        Rig rig;
        rig.connectTo(Keep::InKeychain);
        QTRY_COMPARE(rig.session.phase(), Session::Phase::Ready);
        rig.connectTo(Keep::InKeychain);
        QCOMPARE(rig.session.tokens()->size(), 7u);
        QCOMPARE(rig.session.phase(), Session::Phase::Ready);
        QTRY_VERIFY(!rig.session.isRefreshing());
    }

    void anotherServerStartsWithAnEmptyList()
    {
        Rig rig;
        rig.connectTo(Keep::ThisSessionOnly);
        QTRY_COMPARE(rig.session.phase(), Session::Phase::Ready);
        rig.profile.serverUrl = QUrl(QStringLiteral("https://other.example/api"));
        rig.connectTo(Keep::ThisSessionOnly);
        QCOMPARE(rig.session.tokens()->size(), 0u);
        QCOMPARE(rig.session.phase(), Session::Phase::Loading);
    }

    void restoringReadsTheTokenAndOpens()
    {
        Rig rig;
        rig.store.entries.insert(Connector::accessTokenKey(rig.profile), "kept");
        std::optional<Result<void>> done;
        rig.connector.restore(rig.profile, &rig.context, [&](Result<void> result) { done = std::move(result); });
        QTRY_VERIFY(done);
        QVERIFY(*done);
        QVERIFY(rig.sources[0]->current().equals("kept"));
        QTRY_COMPARE(rig.session.phase(), Session::Phase::Ready);
    }

    void aLockedKeychainAtStartLeavesTheSessionClosedAndSaysSo()
    {
        Rig rig;
        rig.store.readError = Error{.kind = ErrorKind::KeychainLocked};
        std::optional<Result<void>> done;
        rig.connector.restore(rig.profile, &rig.context, [&](Result<void> result) { done = std::move(result); });
        QTRY_VERIFY(done);
        QCOMPARE(done->error().kind, ErrorKind::KeychainLocked);
        QCOMPARE(rig.session.phase(), Session::Phase::NotConnected);
    }

    void aRestoreThatThePersonHasOvertakenChangesNothing()
    {
        Rig rig;
        rig.store.entries.insert(Connector::accessTokenKey(rig.profile), "old");
        std::optional<Result<void>> done;
        rig.connector.restore(rig.profile, &rig.context, [&](Result<void> result) { done = std::move(result); });
        rig.connectTo(Keep::ThisSessionOnly);
        QTRY_VERIFY(done);
        QCOMPARE(done->error().kind, ErrorKind::Cancelled);
        QCOMPARE(rig.sources.size(), 1u);
        QVERIFY(rig.sources[0]->current().equals("jwt.one.two"));
    }

    void nothingComesOfARestoreOnceItIsClosed()
    {
        Rig rig;
        rig.store.entries.insert(Connector::accessTokenKey(rig.profile), "kept");
        std::optional<Result<void>> done;
        rig.connector.restore(rig.profile, &rig.context, [&](Result<void> result) { done = std::move(result); });
        rig.connector.close();
        QTRY_VERIFY(done);
        QCOMPARE(done->error().kind, ErrorKind::Cancelled);
        QCOMPARE(rig.session.phase(), Session::Phase::NotConnected);
        QCOMPARE(rig.store.entries.size(), 1);
    }

    void forgettingClosesAndRemovesTheToken()
    {
        Rig rig;
        rig.connectTo(Keep::InKeychain);
        QTRY_VERIFY(rig.stored);
        std::optional<Forgotten> done;
        rig.connector.forget(rig.profile, &rig.context, [&](const Forgotten &forgotten) { done = forgotten; });
        QCOMPARE(rig.session.phase(), Session::Phase::NotConnected);
        QTRY_VERIFY(done);
        QVERIFY(*done == Forgotten{});
        QVERIFY(rig.store.entries.isEmpty());
    }

    void forgettingRemovesWhatIsNotKeptAnyMoreToo()
    {
        Rig rig;
        for (const char *kind : {"access-token", "refresh-token", "proxy-password"})
            rig.store.entries.insert(rig.key(kind), "of long ago");
        rig.profile.keepsSecrets = false;
        std::optional<Forgotten> done;
        rig.connector.forget(rig.profile, &rig.context, [&](const Forgotten &forgotten) { done = forgotten; });
        QTRY_VERIFY(done);
        QVERIFY(*done == Forgotten{});
        QVERIFY(rig.store.entries.isEmpty());
    }

    void aLockedKeychainIsAskedOnceAndSaid()
    {
        Rig rig;
        rig.store.removeError = Error{.kind = ErrorKind::KeychainLocked};
        std::optional<Forgotten> done;
        rig.connector.forget(rig.profile, &rig.context, [&](const Forgotten &forgotten) { done = forgotten; });
        QTRY_VERIFY(done);
        QCOMPARE(done->keychainError->kind, ErrorKind::KeychainLocked);
        QCOMPARE(rig.store.asked.size(), 1);
    }

    void aProxyThatAsksNobodyMakesNobodyWait_data()
    {
        QTest::addColumn<bool>("isOwn");
        QTest::addRow("no proxy of its own") << false;
        QTest::addRow("without a user") << true;
    }
    void aProxyThatAsksNobodyMakesNobodyWait()
    {
        QFETCH(const bool, isOwn);
        Rig rig;
        if (isOwn)
            rig.useProxy({});
        rig.connectTo(Keep::InKeychain, "typed for nothing");
        QCOMPARE(rig.session.phase(), Session::Phase::Loading);
        QTRY_VERIFY(rig.stored);
        QCOMPARE(rig.store.asked, QStringList{QStringLiteral("write ") + rig.key("access-token")});
    }

    void aTypedProxyPasswordIsUsedAndKept()
    {
        Rig rig;
        rig.useProxy(QStringLiteral("ada"));
        rig.store.entries.insert(rig.key("proxy-password"), "old");
        rig.connectTo(Keep::InKeychain, "typed");
        QTRY_VERIFY(rig.stored);
        QVERIFY(*rig.stored);
        QCOMPARE(rig.passwords, QList<QByteArray>{"typed"});
        QCOMPARE(rig.store.entries.value(rig.key("proxy-password")), QByteArray("typed"));
    }

    void aKeptProxyPasswordIsReadBeforeTheFirstRequest()
    {
        Rig rig;
        rig.useProxy(QStringLiteral("ada"));
        rig.store.entries.insert(rig.key("proxy-password"), "kept");
        rig.connectTo(Keep::InKeychain);
        QTRY_VERIFY(rig.stored);
        QCOMPARE(rig.passwords, QList<QByteArray>{"kept"});
        std::optional<Result<void>> restored;
        rig.connector.restore(rig.profile, &rig.context, [&](Result<void> result) { restored = std::move(result); });
        QTRY_VERIFY(restored);
        std::optional<Result<Organization>> tested;
        rig.connector.test(rig.profile, Secret("jwt"), &rig.context,
                           [&](Result<Organization> reply) { tested = std::move(reply); });
        QTRY_VERIFY(tested);
        QCOMPARE(rig.passwords, (QList<QByteArray>{"kept", "kept", "kept"}));
        QCOMPARE(rig.store.asked.count(QStringLiteral("read ") + rig.key("proxy-password")), 1); // then it is in use
    }

    void aProxyPasswordForThisSessionIsKeptInMemoryOnly()
    {
        Rig rig;
        rig.useProxy(QStringLiteral("ada"));
        rig.connectTo(Keep::ThisSessionOnly, "typed");
        QTRY_VERIFY(rig.stored);
        rig.connectTo(Keep::ThisSessionOnly);
        QTRY_VERIFY(rig.stored);
        QCOMPARE(rig.passwords, (QList<QByteArray>{"typed", "typed"}));
        rig.profile.proxy.host = QStringLiteral("elsewhere.example");
        rig.connectTo(Keep::ThisSessionOnly);
        QTRY_VERIFY(rig.stored);
        QCOMPARE(rig.passwords.last(), QByteArray()); // another proxy is not told
        QVERIFY(rig.store.asked.isEmpty());
    }

    void aKeychainThatDoesNotGiveTheProxyPasswordIsSaid()
    {
        Rig rig;
        rig.useProxy(QStringLiteral("ada"));
        rig.store.readError = Error{.kind = ErrorKind::KeychainLocked};
        std::optional<Result<Organization>> tested;
        rig.connector.test(rig.profile, Secret("jwt"), &rig.context,
                           [&](Result<Organization> reply) { tested = std::move(reply); });
        QTRY_VERIFY(tested);
        QCOMPARE(tested->error().kind, ErrorKind::KeychainLocked);
        rig.connectTo(Keep::InKeychain);
        QTRY_VERIFY(rig.stored);
        QCOMPARE(rig.stored->error().kind, ErrorKind::KeychainLocked);
        QTRY_COMPARE(rig.session.phase(), Session::Phase::Ready);
        QCOMPARE(rig.connector.signInStatus().storingProblem->kind, ErrorKind::KeychainLocked);
    }

    void theStatusFollowsTheServersWord()
    {
        using State = SignInStatus::State;
        Rig rig;
        rig.connectTo(Keep::ThisSessionOnly);
        QTRY_COMPARE(rig.session.phase(), Session::Phase::Ready);
        QCOMPARE(rig.connector.signInStatus().state, State::Unknown); // "jwt.one.two" does not say
        QSignalSpy changed(&rig.connector, &Connector::signInChanged);
        rig.server.everyError = Error{.kind = ErrorKind::Unauthorized};
        rig.session.refresh();
        QTRY_COMPARE(rig.connector.signInStatus().state, State::NeedsSignIn);
        QCOMPARE(changed.size(), 1);
        rig.server.everyError.reset();
        rig.connectTo(Keep::ThisSessionOnly);
        QTRY_VERIFY(!rig.session.isRefreshing());
        QCOMPARE(rig.connector.signInStatus().state, State::Unknown);
        rig.session.close();
        QVERIFY(rig.connector.signInStatus() == SignInStatus{});
    }
};

QTEST_GUILESS_MAIN(TestConnector)
#include "test_connector.moc"
