// SPDX-License-Identifier: GPL-3.0-or-later
// The connect dialog as the profile's editor: everything beyond pasting an access token.
#include "gui/connectdialog.h"

#include "gui/dialogs/dialogtest.h"
#include "gui/fingerprintview.h"
#include "gui/profilecolors.h"
#include "session/profilestore.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QRadioButton>
#include <QSettings>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>

using namespace tokendesk;

namespace {

const QByteArray pin(32, '\x5a');

Profile withProvider(Profile profile)
{
    profile.signIn = SignInMethod::Browser;
    profile.provider.issuer = QStringLiteral("https://login.example/realm");
    profile.provider.clientId = QStringLiteral("token-desk");
    return profile;
}

Profile withProxy(Profile profile)
{
    profile.proxy = {ProxyChoice::Kind::Own, ProxyChoice::Protocol::Http, QStringLiteral("proxy.example"), 3128,
                     QStringLiteral("me")};
    return profile;
}

Error unknownCertificate()
{
    auto facts = std::make_shared<CertificateFacts>();
    facts->sha256 = pin;
    facts->problems = {CertificateProblem::SelfSigned};
    Error error{.kind = ErrorKind::Tls};
    error.certificate = facts;
    return error;
}

} // namespace

class ProfileEditorTest : public QObject
{
    Q_OBJECT

    struct SigningIn
    {
        Profile profile;
        QString proxyPassword;
        std::function<void(const Profile &)> signedIn;
    };
    struct Showing
    {
        Profile profile;
        Error error;
        std::function<void(const Profile &)> trusted;
    };

    std::unique_ptr<DialogWorld> m_world;
    std::unique_ptr<QWidget> m_window;
    QPointer<ConnectDialog> m_dialog;
    std::optional<Profile> m_connected;
    std::optional<Profile> m_saved;
    std::vector<SigningIn> m_signIns;
    std::vector<Showing> m_certificates;

    void whenOpened(const std::optional<Profile> &profile = {}, ConnectReason reason = ConnectReason::Change)
    {
        ConnectDialog::Dialogs others;
        others.signIn = [this](QWidget *, const Profile &of, Secret password, auto signedIn) {
            m_signIns.push_back({of, password.toText(), std::move(signedIn)});
        };
        others.showCertificate = [this](QWidget *, const Profile &of, const Error &error, auto trusted) {
            m_certificates.push_back({of, error, std::move(trusted)});
        };
        m_dialog = new ConnectDialog(m_world->connector, m_world->clock, others,
                                     profile ? reason : ConnectReason::First, profile, m_window.get());
        connect(m_dialog, &ConnectDialog::connected, this, [this](const Profile &of) { m_connected = of; });
        connect(m_dialog, &ConnectDialog::saved, this, [this](const Profile &of) { m_saved = of; });
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
        m_dialog->activateWindow();
    }
    void go(const char *page) const
    {
        part<QTabWidget>(m_dialog, "pages")->setCurrentWidget(part<QWidget>(m_dialog, page));
    }
    void choose(const char *combo, int data) const
    {
        auto *box = part<QComboBox>(m_dialog, combo);
        QVERIFY2(box->isVisible(), combo);
        QVERIFY2(box->findData(data) >= 0, combo);
        box->setCurrentIndex(box->findData(data));
    }
    void tick(const char *name) const
    {
        auto *radio = part<QRadioButton>(m_dialog, name);
        QVERIFY2(radio->isVisible() && radio->isEnabled(), name);
        radio->click(); // a mouse would have to hit its words
    }
    void chooseMethod(SignInMethod method) const { choose("methodCombo", static_cast<int>(method)); }
    QLineEdit *line(const char *name) const { return part<QLineEdit>(m_dialog, name); }
    [[nodiscard]] QString button() const { return part<QWidget>(m_dialog, "connectButton")->accessibleName(); }
    [[nodiscard]] bool isOn(const char *page) const
    {
        return part<QTabWidget>(m_dialog, "pages")->currentWidget() == part<QWidget>(m_dialog, page);
    }
    void keepInKeychain(const char *token) const
    {
        m_world->store.entries.insert(Connector::accessTokenKey(m_world->profile), token);
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DialogWorld>();
        m_world->session.setPollInterval(std::chrono::milliseconds(0));
        m_window = std::make_unique<QWidget>();
        m_window->show();
        m_connected.reset();
        m_saved.reset();
        m_signIns.clear();
        m_certificates.clear();
    }
    void cleanup()
    {
        m_window.reset();
        m_world.reset();
    }

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

    // Clear text

    void clearTextBeyondThisMachineIsRefusedUntilItIsChosen()
    {
        whenOpened();
        auto *check = part<QCheckBox>(m_dialog, "clearTextCheck");
        QVERIFY(!check->isVisible());
        enter(m_dialog, "serverEdit", QStringLiteral("http://plant.example/api"));
        enter(m_dialog, "tokenEdit", QStringLiteral("opaque-token-1"));
        QVERIFY(hint(m_dialog, "serverHint").contains(QStringLiteral("readable by anyone")));
        QVERIFY(check->isVisible());
        QVERIFY(!check->isChecked());
        QVERIFY(hint(m_dialog, "clearTextHint").contains(QStringLiteral("gives away everything")));
        click(m_dialog, "connectButton");
        QVERIFY(line("serverEdit")->hasFocus());
        QVERIFY(m_world->asked.empty());

        check->click();
        QCOMPARE(hint(m_dialog, "serverHint"), QString());
        QVERIFY(hint(m_dialog, "clearTextHint").contains(QStringLiteral("gives away everything")));
        click(m_dialog, "connectButton");
        QTRY_VERIFY(m_connected);
        QVERIFY(m_connected->allowsClearText);
        QCOMPARE(m_connected->serverUrl, QUrl(QStringLiteral("http://plant.example/api")));
    }

    void thisMachineNeedsNoSuchChoice()
    {
        whenOpened();
        enter(m_dialog, "serverEdit", QStringLiteral("http://127.0.0.1:8080/api"));
        enter(m_dialog, "tokenEdit", QStringLiteral("opaque-token-1"));
        QVERIFY(!part<QCheckBox>(m_dialog, "clearTextCheck")->isVisible());
        click(m_dialog, "connectButton");
        QTRY_VERIFY(m_connected);
        QVERIFY(!m_connected->allowsClearText);
    }

    void clearTextIsAllowedForOneServerOnly()
    {
        Profile profile = m_world->profile;
        profile.serverUrl = QUrl(QStringLiteral("http://plant.example/api"));
        profile.allowsClearText = true;
        whenOpened(profile);
        auto *check = part<QCheckBox>(m_dialog, "clearTextCheck");
        QVERIFY(check->isVisible() && check->isChecked());
        QCOMPARE(hint(m_dialog, "serverHint"), QString());
        enter(m_dialog, "serverEdit", QStringLiteral("http://plant.example/api/v2")); // the same one
        line("tokenEdit")->setFocus();
        QVERIFY(check->isChecked());
        enter(m_dialog, "serverEdit", QStringLiteral("http://evil.example/api"));
        enter(m_dialog, "tokenEdit", QStringLiteral("opaque-token-1"));
        QVERIFY(!check->isChecked());
        QVERIFY(hint(m_dialog, "serverHint").contains(QStringLiteral("another server")));
        click(m_dialog, "connectButton");
        QVERIFY(hint(m_dialog, "serverHint").contains(QStringLiteral("another server")));
        QVERIFY(m_world->asked.empty());
        enter(m_dialog, "serverEdit", QStringLiteral("https://evil.example/api"));
        click(m_dialog, "connectButton");
        QTRY_VERIFY(m_connected);
        QVERIFY(!m_connected->allowsClearText);
    }

    // Trust

    void aPinIsShownAndCanBeForgotten()
    {
        keepInKeychain("kept-token");
        Profile profile = m_world->profile;
        profile.trust = Trust::pinned(pin);
        whenOpened(profile);
        go("trustPage");
        QCOMPARE(part<FingerprintView>(m_dialog, "pinnedFingerprint")->fingerprint(), pin);
        QVERIFY(part<QRadioButton>(m_dialog, "pinnedTrustRadio")->isChecked());
        click(m_dialog, "forgetPinButton");
        QVERIFY(!part<QWidget>(m_dialog, "pinnedFingerprint")->isVisible());
        QVERIFY(part<QRadioButton>(m_dialog, "systemTrustRadio")->isChecked());
        QVERIFY(hint(m_dialog, "pinHint").contains(QStringLiteral("forgotten")));
        click(m_dialog, "connectButton");
        QTRY_VERIFY(m_connected);
        QVERIFY(m_connected->trust == Trust());
    }

    void aPinIsForOneServerOnly()
    {
        Profile profile = m_world->profile;
        profile.trust = Trust::pinned(pin);
        whenOpened(profile);
        enter(m_dialog, "serverEdit", QStringLiteral("https://acusight.io:8443/api"));
        enter(m_dialog, "tokenEdit", QStringLiteral("opaque-token-1"));
        QVERIFY(hint(m_dialog, "serverHint").contains(QStringLiteral("pinned certificate was dropped")));
        click(m_dialog, "connectButton");
        QTRY_VERIFY(m_connected);
        QVERIFY(m_connected->trust == Trust());
    }

    void withoutAPinThereIsNoneToChoose()
    {
        whenOpened();
        go("trustPage");
        QVERIFY(!part<QWidget>(m_dialog, "pinnedTrustRadio")->isVisible());
        QVERIFY(!part<QWidget>(m_dialog, "forgetPinButton")->isVisible());
    }

    void anAuthorityNeedsAFileWhichIsChosenOrTyped()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("authority.pem")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        whenOpened();
        enter(m_dialog, "tokenEdit", QStringLiteral("opaque-token-1"));
        go("trustPage");
        tick("authorityTrustRadio");
        go("generalPage");
        click(m_dialog, "connectButton");
        QVERIFY(isOn("trustPage"));
        QVERIFY(hint(m_dialog, "authorityHint").contains(QStringLiteral("Choose the file")));
        QVERIFY(line("authorityFileEdit")->hasFocus());
        enter(m_dialog, "authorityFileEdit", QStringLiteral("authority.pem"));
        click(m_dialog, "connectButton");
        QVERIFY(hint(m_dialog, "authorityHint").contains(QStringLiteral("whole path")));
        QVERIFY(m_world->asked.empty());

        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        click(m_dialog, "authorityFileButton");
        auto *chooser = part<QFileDialog>(m_dialog, "authorityFileChooser");
        QTRY_VERIFY(chooser->isVisible());
        chooser->selectFile(file.fileName());
        Q_EMIT chooser->fileSelected(file.fileName());
        chooser->close();
        QCOMPARE(line("authorityFileEdit")->text(), file.fileName());
        click(m_dialog, "connectButton");
        QTRY_VERIFY(m_connected);
        QVERIFY(m_connected->trust == Trust::ownAuthority(file.fileName()));
    }

    void whatIsWrongLeadsToItsField_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("authority") << ErrorKind::AuthorityFile << QByteArray("trustPage")
                                   << QByteArray("authorityFileEdit");
        QTest::newRow("proxy") << ErrorKind::ProxyNotFound << QByteArray("proxyPage") << QByteArray("proxyHostEdit");
        QTest::newRow("407") << ErrorKind::ProxyAuthentication << QByteArray("proxyPage")
                             << QByteArray("proxyPasswordEdit");
        QTest::newRow("401") << ErrorKind::Unauthorized << QByteArray("generalPage") << QByteArray("tokenEdit");
        QTest::newRow("404") << ErrorKind::NotFound << QByteArray("generalPage") << QByteArray("serverEdit");
    }
    void whatIsWrongLeadsToItsField()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(QByteArray, page);
        QFETCH(QByteArray, field);
        Profile profile = withProxy(m_world->profile);
        profile.trust = Trust::ownAuthority(QStringLiteral("/etc/authority.pem"));
        whenOpened(profile);
        m_world->server.everyError = Error{.kind = kind};
        enter(m_dialog, "tokenEdit", QStringLiteral("opaque-token-1"));
        go("morePage");
        click(m_dialog, "testButton");
        QTRY_VERIFY(!saidIn(m_dialog, "message").isEmpty());
        QVERIFY(isOn(page.constData()));
        QVERIFY(line(field.constData())->hasFocus());
    }

    void anUnknownCertificateCanBeLookedAtAndPinnedFromHere_data()
    {
        QTest::addColumn<QByteArray>("started");
        QTest::newRow("test") << QByteArray("testButton");
        QTest::newRow("connect") << QByteArray("connectButton");
    }
    void anUnknownCertificateCanBeLookedAtAndPinnedFromHere()
    {
        QFETCH(QByteArray, started);
        whenOpened();
        QVERIFY(!part<QWidget>(m_dialog, "certificateButton")->isVisible());
        enter(m_dialog, "tokenEdit", QStringLiteral("opaque-token-1"));
        m_world->server.organizationErrors = {unknownCertificate()};
        click(m_dialog, started.constData());
        QTRY_VERIFY(part<QWidget>(m_dialog, "certificateButton")->isVisible());
        QVERIFY(saidIn(m_dialog, "message").contains(QStringLiteral("self-signed")));
        QVERIFY(m_certificates.empty()); // nothing opens by itself
        click(m_dialog, "certificateButton");
        QCOMPARE(m_certificates.size(), size_t(1));
        QVERIFY(m_certificates.front().error == unknownCertificate());
        QVERIFY(!m_connected);

        Profile trusting = m_certificates.front().profile;
        trusting.trust = Trust::pinned(pin);
        m_certificates.front().trusted(trusting);
        if (started == "testButton")
            QTRY_VERIFY(saidIn(m_dialog, "message").contains(QStringLiteral("The connection works.")));
        else
            QTRY_VERIFY(m_connected);
        QVERIFY(m_world->asked[0].profile.trust == Trust());
        QVERIFY(m_world->asked[1].profile.trust == Trust::pinned(pin));
        QCOMPARE(m_world->asked[1].accessToken, QStringLiteral("opaque-token-1"));
        if (started == "connectButton")
            QVERIFY(m_connected->trust == Trust::pinned(pin));
    }

    void aCertificateOfAnAttemptThatWasGivenUpIsNotOffered()
    {
        whenOpened();
        enter(m_dialog, "tokenEdit", QStringLiteral("opaque-token-1"));
        m_world->server.organizationErrors = {unknownCertificate()};
        click(m_dialog, "testButton");
        QTRY_VERIFY(part<QWidget>(m_dialog, "certificateButton")->isVisible());
        enter(m_dialog, "serverEdit", QStringLiteral("https://other.example/api"));
        QVERIFY(!part<QWidget>(m_dialog, "certificateButton")->isVisible());
    }

    // Proxy

    void aProxyOfTheProfilesOwnIsChecked_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("word");
        QTest::newRow("none") << QString() << QStringLiteral("Enter the name");
        QTest::newRow("url") << QStringLiteral("http://proxy.example") << QStringLiteral("without http://");
        QTest::newRow("port") << QStringLiteral("proxy.example:3128") << QStringLiteral("without the port");
        QTest::newRow("good") << QStringLiteral("proxy.example") << QString();
        QTest::newRow("IPv6") << QStringLiteral("2001:db8::7") << QString();
    }
    void aProxyOfTheProfilesOwnIsChecked()
    {
        QFETCH(QString, host);
        QFETCH(QString, word);
        whenOpened();
        enter(m_dialog, "tokenEdit", QStringLiteral("opaque-token-1"));
        go("proxyPage");
        QVERIFY(!line("proxyHostEdit")->isEnabled());
        tick("ownProxyRadio");
        choose("proxyProtocolCombo", static_cast<int>(ProxyChoice::Protocol::Socks5));
        enter(m_dialog, "proxyHostEdit", host);
        part<QSpinBox>(m_dialog, "proxyPortSpin")->setValue(1080);
        QVERIFY(!line("proxyPasswordEdit")->isEnabled());
        go("generalPage");
        click(m_dialog, "connectButton");
        if (word.isEmpty()) {
            QTRY_VERIFY(m_connected);
            QVERIFY((m_connected->proxy ==
                     ProxyChoice{ProxyChoice::Kind::Own, ProxyChoice::Protocol::Socks5, host, 1080, {}}));
        } else {
            QVERIFY(isOn("proxyPage"));
            QVERIFY(line("proxyHostEdit")->hasFocus());
            QVERIFY2(hint(m_dialog, "proxyHostHint").contains(word), qPrintable(hint(m_dialog, "proxyHostHint")));
            QVERIFY(m_world->asked.empty());
        }
    }

    void thePasswordOfAProxyGoesToTheConnectorAndStaysNowhere()
    {
        const QByteArray secret = "proxy-password-1";
        whenOpened(withProxy(m_world->profile));
        go("proxyPage");
        auto *password = line("proxyPasswordEdit");
        QCOMPARE(password->echoMode(), QLineEdit::Password);
        QCOMPARE(password->text(), QString());
        QVERIFY(password->placeholderText().contains(QStringLiteral("keep")));
        password->setFocus();
        QTest::keyClicks(password, QString::fromLatin1(secret));
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(password);
        QVERIFY(!accessible->text(QAccessible::Value).contains(QString::fromLatin1(secret)));
        password->selectAll();
        QTest::keyClick(password, Qt::Key_Delete);
        password->undo();
        QCOMPARE(password->text(), QString());
        QTest::keyClicks(password, QString::fromLatin1(secret));
        go("generalPage");
        click(m_dialog, "connectButton"); // a new password is stored together with the token
        QCOMPARE(hint(m_dialog, "tokenHint"), QStringLiteral("Paste an access token."));
        enter(m_dialog, "tokenEdit", QStringLiteral("opaque-token-1"));
        click(m_dialog, "connectButton");
        QTRY_VERIFY(m_connected);
        for (const auto &asked : m_world->asked)
            QCOMPARE(asked.proxyPassword, QString::fromLatin1(secret));
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(placesOf(secret, m_window.get()), QStringList());
        QCOMPARE(placesOf("opaque-token-1", m_window.get()), QStringList());

        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        ProfileStore(settings).save(*m_connected);
        settings.sync();
        QFile file(settings.fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray written = file.readAll();
        QVERIFY(written.contains("proxy.example"));
        QVERIFY(!written.contains(secret));
        QVERIFY(!written.contains("opaque-token-1"));
    }

    void whatWasTypedIsForgottenWhenTheDialogIsLeft()
    {
        whenOpened(withProxy(m_world->profile));
        enter(m_dialog, "tokenEdit", QStringLiteral("opaque-token-1"));
        go("proxyPage");
        enter(m_dialog, "proxyPasswordEdit", QStringLiteral("proxy-password-1"));
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(line("tokenEdit")->text(), QString());
        QCOMPARE(line("proxyPasswordEdit")->text(), QString());
        QVERIFY(!line("proxyPasswordEdit")->isUndoAvailable());
    }

    void aStoredPasswordIsNotHandedToAnotherProxyOrUser_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("another proxy") << QByteArray("proxyHostEdit");
        QTest::newRow("another user") << QByteArray("proxyUserEdit");
    }
    void aStoredPasswordIsNotHandedToAnotherProxyOrUser()
    {
        QFETCH(QByteArray, field);
        keepInKeychain("kept-token");
        whenOpened(withProxy(m_world->profile));
        go("proxyPage");
        enter(m_dialog, field.constData(), QStringLiteral("evil.example"));
        click(m_dialog, "connectButton");
        QVERIFY(hint(m_dialog, "proxyPasswordHint").contains(QStringLiteral("another proxy or user")));
        QVERIFY(line("proxyPasswordEdit")->hasFocus());
        QVERIFY(m_world->asked.empty());
    }

    void signingInTakesTheProxysPasswordAlong()
    {
        whenOpened(withProxy(withProvider(m_world->profile)));
        go("proxyPage");
        enter(m_dialog, "proxyPasswordEdit", QStringLiteral("proxy-password-1"));
        QCOMPARE(button(), QStringLiteral("Sign In"));
        click(m_dialog, "connectButton");
        QCOMPARE(m_signIns.size(), size_t(1));
        QCOMPARE(m_signIns.front().proxyPassword, QStringLiteral("proxy-password-1"));
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
        const QRect there(field->mapTo(area->viewport(), QPoint()), field->size());
        QTRY_VERIFY(
            area->viewport()->rect().intersects(QRect(field->mapTo(area->viewport(), QPoint()), field->size())));
        QVERIFY(part<QWidget>(m_dialog, "connectButton")->geometry().bottom() <= m_dialog->height());
    }
};

QTEST_MAIN(ProfileEditorTest)
#include "profileeditortest.moc"
