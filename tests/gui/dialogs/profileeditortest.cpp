// SPDX-License-Identifier: GPL-3.0-or-later
// The connect dialog as the profile's editor: names, ways to sign in, and the whole of it.
#include "gui/dialogs/profileeditor.h"
#include "gui/profilecolors.h"

#include <QAbstractScrollArea>
#include <QSettings>
#include <QSpinBox>

using namespace tokendesk;

class ProfileEditorTest : public ProfileEditor
{
    Q_OBJECT

private Q_SLOTS:
    // Renaming, recolouring

    void renamingAndRecolouringNeedsNoTokenAndTouchesNoConnection()
    {
        m_world->whenConnected();
        whenOpened(m_world->profile);
        QCOMPARE(button(), QStringLiteral("Save"));
        enter(m_dialog, "nameEdit", QStringLiteral("Plant 1, production"));
        go("morePage");
        choose("colorCombo", static_cast<int>(ProfileColor::Red));
        QCOMPARE(button(), QStringLiteral("Save"));
        click(m_dialog, "connectButton");
        QTRY_VERIFY(!m_dialog);
        QVERIFY(m_saved);
        Profile expected = m_world->profile;
        expected.name = QStringLiteral("Plant 1, production");
        expected.color = ProfileColor::Red;
        QVERIFY(*m_saved == expected);
        QVERIFY(!m_connected);
        QVERIFY(m_world->asked.empty());
        QVERIFY(m_world->server.requests.isEmpty());
    }

    void alsoWhileANewTokenIsAskedFor()
    {
        whenOpened(m_world->profile, ConnectReason::NewAccessToken);
        QCOMPARE(button(), QStringLiteral("Connect"));
        enter(m_dialog, "nameEdit", QStringLiteral("Pilot"));
        QCOMPARE(button(), QStringLiteral("Save"));
        enter(m_dialog, "tokenEdit", QStringLiteral("opaque-token-1"));
        QCOMPARE(button(), QStringLiteral("Connect"));
        enter(m_dialog, "tokenEdit", QString());
        click(m_dialog, "connectButton");
        QVERIFY(m_saved);
        QCOMPARE(m_saved->name, QStringLiteral("Pilot"));
        QVERIFY(m_world->asked.empty());
    }

    void everyFieldOfAProfileIsShownAndComesBackAsItWas()
    {
        Profile full = withProxy(withProvider(m_world->profile));
        full.provider.scopes = QStringLiteral("openid offline_access tokens");
        full.provider.audience = QStringLiteral("api://acusight");
        full.trust = Trust::pinned(pin);
        full.proxy.protocol = ProxyChoice::Protocol::Socks5;
        full.serverUrl = QUrl(QStringLiteral("http://plant.example/api"));
        full.allowsClearText = true;
        full.color = ProfileColor::Teal;
        full.keepsSecrets = false;
        for (const SignInMethod method : {SignInMethod::Browser, SignInMethod::DeviceCode, SignInMethod::AccessToken}) {
            full.signIn = method;
            m_saved.reset();
            whenOpened(full);
            click(m_dialog, "connectButton");
            QTRY_VERIFY(!m_dialog);
            QVERIFY(m_saved);
            QVERIFY(*m_saved == full);
        }
    }

    void everyColourCanBeChosen()
    {
        whenOpened();
        go("morePage");
        const auto *combo = part<QComboBox>(m_dialog, "colorCombo");
        QCOMPARE(combo->count(), static_cast<int>(allProfileColors.size()));
        for (int i = 0; i < combo->count(); ++i) {
            QCOMPARE(combo->itemText(i), profileColorName(allProfileColors[static_cast<size_t>(i)]));
            QVERIFY(!combo->itemIcon(i).isNull());
        }
    }

    // What is kept

    void anotherTrustOrProxyConnectsAgainWithTheTokenThatIsKept()
    {
        m_world->whenConnected();
        keepInKeychain("kept-token");
        whenOpened(m_world->profile);
        go("proxyPage");
        tick("noProxyRadio");
        QCOMPARE(button(), QStringLiteral("Connect"));
        click(m_dialog, "connectButton");
        QTRY_VERIFY(m_connected);
        QCOMPARE(m_connected->proxy.kind, ProxyChoice::Kind::None);
        QCOMPARE(m_world->asked.size(), size_t(1));
        QCOMPARE(m_world->asked.front().accessToken, QStringLiteral("kept-token"));
        QVERIFY(m_world->asked.front().profile == *m_connected);
        QTRY_VERIFY(!m_dialog);
    }

    void theTokenThatIsKeptNeverGoesToAnotherServer()
    {
        keepInKeychain("kept-token");
        whenOpened(m_world->profile);
        enter(m_dialog, "serverEdit", QStringLiteral("https://other.example/api"));
        click(m_dialog, "connectButton");
        QCOMPARE(hint(m_dialog, "tokenHint"), QStringLiteral("Paste an access token."));
        QVERIFY(line("tokenEdit")->hasFocus());
        QVERIFY(m_world->asked.empty());
    }

    void whereTheKeychainHasNothingTheTokenIsAskedFor()
    {
        whenOpened(m_world->profile);
        m_world->store.readError = Error{.kind = ErrorKind::KeychainMissing};
        go("proxyPage");
        tick("noProxyRadio");
        click(m_dialog, "connectButton");
        QTRY_VERIFY(saidIn(m_dialog, "message").contains(QStringLiteral("keychain gave no access token")));
        QVERIFY(isOn("generalPage"));
        QVERIFY(line("tokenEdit")->hasFocus());
        click(m_dialog, "connectButton");
        QCOMPARE(hint(m_dialog, "tokenHint"), QStringLiteral("Paste an access token."));
        QVERIFY(!m_connected);
    }

    void aTokenForOneSessionOnlyCannotBeUsedAgain()
    {
        Profile profile = m_world->profile;
        profile.keepsSecrets = false;
        whenOpened(profile);
        go("proxyPage");
        tick("noProxyRadio");
        click(m_dialog, "connectButton");
        QCOMPARE(hint(m_dialog, "tokenHint"), QStringLiteral("Paste an access token."));
        QVERIFY(m_world->asked.empty());
    }

    void aTestAsksWithTheTokenThatIsKeptAndChangesNothing()
    {
        keepInKeychain("kept-token");
        whenOpened(m_world->profile);
        go("proxyPage");
        tick("noProxyRadio");
        click(m_dialog, "testButton");
        QTRY_VERIFY(saidIn(m_dialog, "message").contains(QStringLiteral("The connection works.")));
        QCOMPARE(m_world->asked.size(), size_t(1));
        QCOMPARE(m_world->asked.front().accessToken, QStringLiteral("kept-token"));
        QCOMPARE(m_world->asked.front().profile.proxy.kind, ProxyChoice::Kind::None);
        QVERIFY(!m_connected && !m_saved);
        QCOMPARE(m_world->session.phase(), Session::Phase::NotConnected);
        QCOMPARE(m_world->store.entries.size(), 1);
        QCOMPARE(line("tokenEdit")->text(), QString());
    }

    void aTestNeverTakesTheTokenThatIsKeptToAnotherServer()
    {
        keepInKeychain("kept-token");
        whenOpened(m_world->profile);
        enter(m_dialog, "serverEdit", QStringLiteral("https://other.example/api"));
        click(m_dialog, "testButton");
        QCOMPARE(hint(m_dialog, "tokenHint"), QStringLiteral("Paste an access token."));
        QVERIFY(m_world->asked.empty());
        QVERIFY(m_world->store.asked.isEmpty());
    }

    void aTestThatShowsTheTokenToBeOfNoUseAsksForAnother_data()
    {
        QTest::addColumn<bool>("kept");
        QTest::addColumn<QString>("says");
        QTest::newRow("refused") << true << QStringLiteral("does not accept this access token");
        QTest::newRow("not there") << false << QStringLiteral("keychain gave no access token");
    }
    void aTestThatShowsTheTokenToBeOfNoUseAsksForAnother()
    {
        QFETCH(bool, kept);
        QFETCH(QString, says);
        if (kept)
            keepInKeychain("kept-token");
        else
            m_world->store.readError = Error{.kind = ErrorKind::KeychainMissing};
        m_world->server.organizationErrors = {Error{.kind = ErrorKind::Unauthorized}};
        whenOpened(m_world->profile);
        QCOMPARE(button(), QStringLiteral("Save"));
        click(m_dialog, "testButton");
        QTRY_VERIFY2(saidIn(m_dialog, "message").contains(says), qPrintable(saidIn(m_dialog, "message")));
        QVERIFY(line("tokenEdit")->hasFocus());
        click(m_dialog, "testButton");
        QCOMPARE(hint(m_dialog, "tokenHint"), QStringLiteral("Paste an access token."));
        QCOMPARE(m_world->asked.size(), size_t(kept ? 1 : 0));
        QCOMPARE(button(), QStringLiteral("Connect"));
    }

    // Sign-in with a provider

    void theFieldsFollowTheWayToSignIn()
    {
        whenOpened();
        QVERIFY(line("tokenEdit")->isVisible());
        QVERIFY(!line("issuerEdit")->isVisible());
        QVERIFY(part<QWidget>(m_dialog, "testButton")->isVisible());
        for (const SignInMethod method : {SignInMethod::Browser, SignInMethod::DeviceCode}) {
            chooseMethod(method);
            QVERIFY(!line("tokenEdit")->isVisible());
            QVERIFY(line("issuerEdit")->isVisible());
            QVERIFY(line("clientIdEdit")->isVisible());
            QVERIFY(part<QWidget>(m_dialog, "keepRadio")->isVisible());
            QCOMPARE(button(), QStringLiteral("Sign In"));
        }
        go("morePage");
        QVERIFY(line("scopesEdit")->isVisible());
        QCOMPARE(line("scopesEdit")->text(), SignInConfig().scopes);
        QVERIFY(line("audienceEdit")->isVisible());
    }

    void beforeASignInATestTellsWhetherTheServerCanBeReached()
    {
        whenOpened();
        chooseMethod(SignInMethod::Browser);
        m_world->server.organizationErrors = {unknownCertificate(), Error{.kind = ErrorKind::Unauthorized}};
        click(m_dialog, "testButton");
        QTRY_VERIFY(part<QWidget>(m_dialog, "certificateButton")->isVisible());
        click(m_dialog, "certificateButton");
        Profile trusting = m_certificates.at(0).profile;
        trusting.trust = Trust::pinned(pin);
        m_certificates[0].trusted(trusting);
        QTRY_VERIFY(saidIn(m_dialog, "message").contains(QStringLiteral("The server can be reached.")));
        QCOMPARE(m_world->asked.size(), size_t(2));
        for (const auto &asked : m_world->asked)
            QCOMPARE(asked.accessToken, QString());
        enter(m_dialog, "issuerEdit", QStringLiteral("https://acusight.io"));
        enter(m_dialog, "clientIdEdit", QStringLiteral("token-desk"));
        click(m_dialog, "connectButton");
        QVERIFY(m_signIns.at(0).profile.trust == Trust::pinned(pin));
    }

    void withoutASignInDialogNoProviderIsOffered()
    {
        ConnectDialog dialog(m_world->connector, m_world->clock, {}, ConnectReason::First, {}, m_window.get());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QCOMPARE(part<QComboBox>(&dialog, "methodCombo")->count(), 1);
    }

    void anIssuerIsCheckedWhileItIsTypedAndNeverChanged_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("word");
        QTest::newRow("https") << QStringLiteral("https://Login.Example/Realm/") << QString();
        QTest::newRow("this machine") << QStringLiteral("http://127.0.0.1:8080") << QString();
        QTest::newRow("clear text") << QStringLiteral("http://login.example") << QStringLiteral("https://");
        QTest::newRow("a bare host") << QStringLiteral("login.example") << QStringLiteral("not an address");
        QTest::newRow("a blank at its end") << QStringLiteral("https://login.example ") << QStringLiteral("blank");
        QTest::newRow("query") << QStringLiteral("https://login.example?a=b") << QStringLiteral("no ?");
        QTest::newRow("password") << QStringLiteral("https://a:b@login.example") << QStringLiteral("no user name");
    }
    void anIssuerIsCheckedWhileItIsTypedAndNeverChanged()
    {
        QFETCH(QString, typed);
        QFETCH(QString, word);
        whenOpened();
        chooseMethod(SignInMethod::Browser);
        enter(m_dialog, "issuerEdit", typed);
        const QString said = hint(m_dialog, "issuerHint");
        QVERIFY2(word.isEmpty() ? said.isEmpty() : said.contains(word), qPrintable(said));
        enter(m_dialog, "clientIdEdit", QStringLiteral("token-desk"));
        QCOMPARE(line("issuerEdit")->text(), typed);
        click(m_dialog, "connectButton");
        QCOMPARE(m_signIns.size(), size_t(word.isEmpty() ? 1 : 0));
        if (word.isEmpty())
            QCOMPARE(m_signIns.front().profile.provider.issuer, typed);
        else
            QVERIFY(line("issuerEdit")->hasFocus());
    }

    void signingInGetsTheProfileAndConnectsWhenItIsThrough()
    {
        whenOpened();
        chooseMethod(SignInMethod::DeviceCode);
        click(m_dialog, "connectButton");
        QVERIFY(hint(m_dialog, "issuerHint").contains(QStringLiteral("Enter the issuer")));
        QVERIFY(hint(m_dialog, "clientIdHint").contains(QStringLiteral("Enter the client ID")));
        enter(m_dialog, "issuerEdit", QStringLiteral("https://login.example"));
        enter(m_dialog, "clientIdEdit", QStringLiteral(" token-desk "));
        go("morePage");
        enter(m_dialog, "scopesEdit", QStringLiteral(" openid  offline_access"));
        enter(m_dialog, "audienceEdit", QStringLiteral("acusight"));
        click(m_dialog, "connectButton");
        QCOMPARE(m_signIns.size(), size_t(1));
        const Profile &asked = m_signIns.front().profile;
        QCOMPARE(asked.signIn, SignInMethod::DeviceCode);
        QCOMPARE(asked.provider.issuer, QStringLiteral("https://login.example"));
        QCOMPARE(asked.provider.clientId, QStringLiteral("token-desk"));
        QCOMPARE(asked.provider.scopes, QStringLiteral("openid offline_access"));
        QCOMPARE(asked.provider.audience, QStringLiteral("acusight"));
        QVERIFY(!asked.uuid.isNull());
        QCOMPARE(asked.name, QStringLiteral("acusight.io")); // no name was typed
        QVERIFY(m_dialog->isVisible());
        QVERIFY(!m_connected);

        Profile signedIn = asked;
        signedIn.keepsSecrets = false; // the keychain failed, and the sign-in dialog said so
        m_signIns.front().signedIn(signedIn);
        QVERIFY(m_connected);
        QVERIFY(*m_connected == signedIn);
        QTRY_VERIFY(!m_dialog);
    }

    void aSignInThatOutlivesTheDialogIsOfNoConsequence()
    {
        whenOpened(withProvider(m_world->profile), ConnectReason::NewAccessToken);
        click(m_dialog, "connectButton");
        QCOMPARE(m_signIns.size(), size_t(1));
        click(m_dialog, "cancelButton");
        QTRY_VERIFY(!m_dialog);
        m_signIns.front().signedIn(m_signIns.front().profile);
        QVERIFY(!m_connected);
    }

    void anotherProviderMeansANewSignIn()
    {
        whenOpened(withProvider(m_world->profile));
        QCOMPARE(button(), QStringLiteral("Save"));
        enter(m_dialog, "clientIdEdit", QStringLiteral("other"));
        QCOMPARE(button(), QStringLiteral("Sign In"));
        enter(m_dialog, "clientIdEdit", QStringLiteral("token-desk"));
        QCOMPARE(button(), QStringLiteral("Save"));
    }

    void scopesThatLeadToSurprisesAreSaid()
    {
        whenOpened(withProvider(m_world->profile));
        go("morePage");
        QCOMPARE(hint(m_dialog, "scopesHint"), QString());
        enter(m_dialog, "scopesEdit", QStringLiteral("openid"));
        QVERIFY(hint(m_dialog, "scopesHint").contains(QStringLiteral("offline_access")));
        enter(m_dialog, "scopesEdit", QStringLiteral("email"));
        QVERIFY(hint(m_dialog, "scopesHint").contains(QStringLiteral("openid")));
        enter(m_dialog, "scopesEdit", QString());
        QCOMPARE(hint(m_dialog, "scopesHint"), QString()); // the usual ones
    }

    // All of it

    void everyControlHasANameOnEveryPage()
    {
        Profile profile = withProxy(withProvider(m_world->profile));
        profile.trust = Trust::pinned(pin);
        whenOpened(profile);
        for (const char *page : {"generalPage", "trustPage", "proxyPage", "morePage"}) {
            go(page);
            QCOMPARE(controlsWithoutName(m_dialog), QStringList());
        }
    }

    void aShortScreenScrollsWhatDoesNotFit()
    {
        whenOpened();
        chooseMethod(SignInMethod::Browser);
        m_dialog->setMinimumSize(0, 0);
        m_dialog->resize(m_dialog->width(), 250);
        QTRY_COMPARE(m_dialog->height(), 250);
        auto *field = line("clientIdEdit");
        field->setFocus();
        auto *area = part<QAbstractScrollArea>(m_dialog, "generalPage");
        QTRY_VERIFY(
            area->viewport()->rect().intersects(QRect(field->mapTo(area->viewport(), QPoint()), field->size())));
        QVERIFY(part<QWidget>(m_dialog, "connectButton")->geometry().bottom() <= m_dialog->height());
    }
};

QTEST_MAIN(ProfileEditorTest)
#include "profileeditortest.moc"
