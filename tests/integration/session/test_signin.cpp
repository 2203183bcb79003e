// SPDX-License-Identifier: GPL-3.0-or-later
//
// From a profile to an open session and back, with a certified provider and a living server. Runs under ThreadSanitizer
// too.
#include "integration/session/signinrig.h"

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
        QCOMPARE(desk.browser.visited.size(), 0);
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
};

QTEST_GUILESS_MAIN(TestConnectorSignIn)
#include "test_signin.moc"
