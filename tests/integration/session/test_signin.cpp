// SPDX-License-Identifier: GPL-3.0-or-later
//
// From a profile to an open session and back, with a certified provider and a living server. Runs under ThreadSanitizer
// too.
#include "integration/api/scriptedserver.h"
#include "integration/session/signinrig.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QTemporaryFile>

using namespace tokendesk;
using namespace Qt::StringLiterals;

using State = SignInStatus::State;

class TestConnectorSignIn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void signingInOpensTheSessionAndSaysWho_data()
    {
        QTest::addColumn<SignInMethod>("method");
        QTest::addRow("browser") << SignInMethod::Browser;
        QTest::addRow("device") << SignInMethod::DeviceCode;
    }
    void signingInOpensTheSessionAndSaysWho()
    {
        QFETCH(const SignInMethod, method);
        SignInPlace place;
        QCOMPARE(place.start(), QString());
        place.profile.signIn = method;
        SignInDesk desk(place.keychain, place.profile);
        QVERIFY(desk.isSignedIn());
        QCOMPARE(desk.session.tokens()->size(), 40u);
        QTRY_VERIFY(!place.keychain.entries.isEmpty());
        QCOMPARE(place.keychain.entries.keys(), QStringList{place.key("refresh-token")});
        const SignInStatus &status = desk.connector.signInStatus();
        QCOMPARE(status.state, State::SignedIn);
        QCOMPARE(status.who, u"ada@example.com"_s);
        QVERIFY(status.expiresAtMs > desk.clock.nowMs() + 3'500'000);
        QTRY_VERIFY(desk.connector.signInStatus().renewsItself);
    }

    void theNextStartRestoresTheSession()
    {
        SignInPlace place;
        QCOMPARE(place.start(), QString());
        {
            SignInDesk desk(place.keychain, place.profile);
            QVERIFY(desk.isSignedIn());
            QTRY_VERIFY(!place.keychain.entries.isEmpty());
        }
        const QByteArray kept = place.keychain.entries.value(place.key("refresh-token"));
        SignInDesk desk(place.keychain, place.profile);
        const auto restored = desk.restore();
        QVERIFY(restored && *restored);
        QVERIFY(desk.comesToRest());
        QCOMPARE(desk.session.phase(), Session::Phase::Ready);
        QCOMPARE(desk.connector.signInStatus().who, u"ada@example.com"_s);
        QVERIFY(place.keychain.entries.value(place.key("refresh-token")) != kept); // rotated and kept
        QCOMPARE(desk.browser->visited.size(), 0);
    }

    void forgettingRevokesAndRemovesEverything()
    {
        SignInPlace place;
        QCOMPARE(place.start(), QString());
        SignInDesk desk(place.keychain, place.profile);
        QVERIFY(desk.isSignedIn());
        QTRY_VERIFY(!place.keychain.entries.isEmpty());
        place.keychain.entries.insert(place.key("access-token"), "pasted long ago");
        place.keychain.entries.insert(place.key("proxy-password"), "typed long ago");
        const auto forgotten = desk.forget();
        QVERIFY(forgotten);
        QCOMPARE(forgotten->revocation, Forgotten::Revocation::Done);
        QVERIFY(!forgotten->keychainError);
        QVERIFY(place.keychain.entries.isEmpty());
        QCOMPARE(desk.session.phase(), Session::Phase::NotConnected);
        QCOMPARE(desk.state(), State::Unknown);
        const auto restored = desk.restore();
        QVERIFY(restored && !*restored);
        QCOMPARE(restored->error().kind, ErrorKind::SignInRequired);
    }

    void aProfileThatIsNotOpenIsForgottenToo()
    {
        SignInPlace place;
        QCOMPARE(place.start(), QString());
        {
            SignInDesk desk(place.keychain, place.profile);
            QVERIFY(desk.isSignedIn());
            QTRY_VERIFY(!place.keychain.entries.isEmpty());
        }
        SignInDesk desk(place.keychain, place.profile);
        const auto forgotten = desk.forget();
        QVERIFY(forgotten);
        QCOMPARE(forgotten->revocation, Forgotten::Revocation::Done);
        QVERIFY(!forgotten->keychainError);
        QVERIFY(place.keychain.entries.isEmpty());
        const auto again = desk.forget(); // nothing is left to revoke
        QVERIFY(again && *again == Forgotten{});
    }

    void aKeychainThatIsLockedIsSaidAndTheProviderIsToldAllTheSame()
    {
        SignInPlace place;
        QCOMPARE(place.start(), QString());
        SignInDesk desk(place.keychain, place.profile);
        QVERIFY(desk.isSignedIn());
        QTRY_VERIFY(!place.keychain.entries.isEmpty());
        place.keychain.readError = place.keychain.removeError = Error{.kind = ErrorKind::KeychainLocked};
        const auto forgotten = desk.forget();
        QVERIFY(forgotten);
        QCOMPARE(forgotten->revocation, Forgotten::Revocation::Done);
        QCOMPARE(forgotten->keychainError->kind, ErrorKind::KeychainLocked);
        QCOMPARE(desk.session.phase(), Session::Phase::NotConnected);
    }

    void whoDeclinesIsToldSoAndNothingOpens()
    {
        SignInPlace place;
        QCOMPARE(place.start(), QString());
        SignInDesk desk(place.keychain, place.profile);
        desk.browser->declines = true;
        const auto ended = desk.signIn();
        QVERIFY(ended && *ended);
        QCOMPARE((*ended)->kind, ErrorKind::SignInDenied);
        QCOMPARE(desk.session.phase(), Session::Phase::NotConnected);
        QVERIFY(place.keychain.asked.isEmpty());
        QVERIFY(desk.connector.signInStatus() == SignInStatus{});
    }

    void aSecondSignInEndsTheFirstOne()
    {
        SignInPlace place;
        QCOMPARE(place.start(), QString());
        SignInDesk desk(place.keychain, place.profile);
        QUrl firstAddress;
        desk.browser->intercept = [&firstAddress](const QUrl &url) {
            const bool isFirst = firstAddress.isEmpty();
            if (isFirst)
                firstAddress = url; // the person leaves that page open
            return isFirst;
        };
        const auto first = desk.connector.signIn(place.profile);
        std::optional<std::optional<Error>> firstEnded;
        connect(first.get(), &SignIn::finished, this, [&](const std::optional<Error> &error) { firstEnded = error; });
        first->start();
        QTRY_VERIFY_WITH_TIMEOUT(!firstAddress.isEmpty(), 30'000);
        QCOMPARE(first->browserUrl(), firstAddress);

        QVERIFY(desk.isSignedIn());
        QVERIFY(firstEnded && *firstEnded);
        QCOMPARE((*firstEnded)->kind, ErrorKind::Cancelled);
        const QByteArray token = desk.accessToken->current().view().toByteArray();
        StandInBrowser late; // back to the open page
        late.open(firstAddress);
        QTRY_VERIFY_WITH_TIMEOUT(late.isDone || late.visited.size() > 6, 30'000);
        QTest::qWait(100);
        QCOMPARE(desk.accessToken->current().view().toByteArray(), token);
        QCOMPARE(place.provider.granted(u"authorization_code"_s), 1);
    }

    void nothingComesOfASignInThatIsAbandoned_data()
    {
        QTest::addColumn<int>("how");
        QTest::addRow("cancelled") << 0;
        QTest::addRow("destroyed") << 1;
        QTest::addRow("another connection") << 2;
        QTest::addRow("forgotten") << 3;
        QTest::addRow("closed") << 4;
    }
    void nothingComesOfASignInThatIsAbandoned()
    {
        QFETCH(const int, how);
        SignInPlace place;
        QCOMPARE(place.start(), QString());
        SignInDesk desk(place.keychain, place.profile);
        auto attempt = desk.connector.signIn(place.profile);
        std::optional<std::optional<Error>> ended;
        connect(attempt.get(), &SignIn::finished, this, [&](const std::optional<Error> &error) { ended = error; });
        bool isThrough = false;
        Profile pasted = place.profile;
        pasted.signIn = SignInMethod::AccessToken;
        pasted.keepsSecrets = false;
        // At the last moment: the code is there, and tokens are being fetched.
        connect(attempt.get(), &SignIn::answerReceived, this, [&] {
            isThrough = true;
            switch (how) {
            case 0:
                return attempt->cancel();
            case 1:
                return attempt.release()->deleteLater();
            case 2:
                return desk.connector.connectTo(pasted, Secret("pasted"), &desk.context, [](const Result<void> &) {});
            case 3:
                return desk.connector.forget(place.profile, &desk.context, [](const Forgotten &) {});
            default:
                return desk.connector.close();
            }
        });
        attempt->start();
        QTRY_VERIFY_WITH_TIMEOUT(isThrough, 60'000);
        if (how != 1) {
            QTRY_VERIFY(ended && *ended);
            QCOMPARE((*ended)->kind, ErrorKind::Cancelled);
        }
        QTRY_VERIFY_WITH_TIMEOUT(desk.browser->isDone, 30'000);
        QTest::qWait(200);
        QVERIFY(place.keychain.entries.isEmpty());
        QCOMPARE(desk.session.phase() != Session::Phase::NotConnected, how == 2);
        if (how == 2)
            QVERIFY(desk.accessToken->current().equals("pasted"));
    }

    void forThisSessionOnlyTheKeychainIsNotTouched()
    {
        SignInPlace place;
        QCOMPARE(place.start(), QString());
        place.profile.keepsSecrets = false;
        SignInDesk desk(place.keychain, place.profile);
        QVERIFY(desk.isSignedIn());
        QVERIFY(!place.server.control("POST", "/expire-bearer").isNull());
        QVERIFY(desk.refresh());
        QVERIFY(!desk.session.lastError());
        QVERIFY(desk.connector.signInStatus().renewsItself);
        SignInDesk next(place.keychain, place.profile);
        const auto restored = next.restore();
        QVERIFY(restored && !*restored);
        QCOMPARE(restored->error().kind, ErrorKind::SignInRequired);
        QVERIFY(place.keychain.asked.isEmpty());
    }

    void aKeychainThatCannotKeepIsSaidAndTheSessionIsOpen()
    {
        SignInPlace place;
        QCOMPARE(place.start(), QString());
        place.keychain.writeError = Error{.kind = ErrorKind::KeychainLocked};
        SignInDesk desk(place.keychain, place.profile);
        QVERIFY(desk.isSignedIn());
        QTRY_VERIFY(desk.connector.signInStatus().storingProblem);
        QCOMPARE(desk.connector.signInStatus().storingProblem->kind, ErrorKind::KeychainLocked);
        QVERIFY(desk.connector.signInStatus().renewsItself);
    }

    void somebodyElsesListDoesNotStayOnScreen()
    {
        SignInPlace place;
        QCOMPARE(place.start(), QString());
        SignInDesk desk(place.keychain, place.profile);
        QVERIFY(desk.isSignedIn());
        QSignalSpy listChanged(&desk.session, &Session::tokensChanged);
        QVERIFY(desk.isSignedIn()); // the same person
        QCOMPARE(listChanged.size(), 0);
        desk.browser.emplace(); // without the cookies of the one before
        desk.browser->login = u"eve"_s;
        QVERIFY(desk.isSignedIn());
        QCOMPARE(desk.connector.signInStatus().who, u"eve@example.com"_s);
        QCOMPARE(listChanged.size(), 2); // away, and new
        Profile pasted = place.profile;
        pasted.signIn = SignInMethod::AccessToken;
        pasted.keepsSecrets = false;
        desk.connector.connectTo(pasted, Secret("whose?"), &desk.context, [](const Result<void> &) {});
        QCOMPARE(desk.session.tokens()->size(), 0u);
    }

    void theServersTrustLetsTheProviderInToo_data()
    {
        QTest::addColumn<bool>("isPinned");
        QTest::addRow("own authority") << false;
        QTest::addRow("pinned") << true;
    }
    void theServersTrustLetsTheProviderInToo()
    {
        QFETCH(const bool, isPinned);
        SignInPlace place;
        QCOMPARE(place.start({}, {u"--any-bearer"_s, u"0"_s, u"--tls-authority"_s}), QString());
        QTemporaryFile authority;
        QVERIFY(authority.open() && authority.write(place.server.authority()) > 0 && authority.flush());
        SignInDesk stranger(place.keychain, place.profile);
        const auto ended = stranger.signIn();
        QVERIFY(ended && !*ended); // the provider is http to this machine
        QVERIFY(stranger.comesToRest());
        QCOMPARE(stranger.session.lastError()->kind, ErrorKind::Tls);
        QCOMPARE(place.listed(), 0);

        place.profile.trust =
            isPinned ? Trust::pinned(QSslCertificate(place.server.certificate()).digest(QCryptographicHash::Sha256))
                     : Trust::ownAuthority(authority.fileName());
        SignInDesk desk(place.keychain, place.profile);
        QVERIFY(desk.isSignedIn());
        // What was trusted is not trusted any more: everything is made anew.
        desk.profile.trust = Trust::pinned(QByteArray(32, 'x'));
        const auto restored = desk.restore();
        QVERIFY(restored && *restored);
        QVERIFY(desk.comesToRest());
        QCOMPARE(desk.session.lastError()->kind, ErrorKind::PinChanged);
    }

    void nobodyElseGetsAnAuthorization()
    {
        SignInPlace place;
        QCOMPARE(place.start(), QString());
        ScriptedServer elsewhere;
        elsewhere.answer = [](QTcpSocket &peer, const QByteArray &) {
            peer.write(ScriptedServer::reply(R"({"success":true,"data":[]})"));
        };
        SignInDesk desk(place.keychain, place.profile);
        QVERIFY(desk.isSignedIn());
        QVERIFY(place.server.fault(u"redirect"_s, elsewhere.url().toString(), {}, {}, -1));
        QVERIFY(desk.refresh());
        QCOMPARE(desk.session.lastError()->kind, ErrorKind::Redirected);
        QVERIFY(desk.forget());
        QCOMPARE(elsewhere.bytes, QByteArray());
        for (const QJsonValue &request : place.provider.requests())
            QVERIFY2(!request[u"authorization"_s].toBool(), qPrintable(request[u"path"_s].toString()));
        for (const QJsonValue &request : place.server.requests())
            QVERIFY(request[u"authorization"_s] == u"valid"_s);
    }
};

QTEST_GUILESS_MAIN(TestConnectorSignIn)
#include "test_signin.moc"
