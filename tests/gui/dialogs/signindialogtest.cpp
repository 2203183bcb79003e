// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/signindialog.h"

#include "gui/dialogs/dialogtest.h"
#include "gui/qrcode.h"
#include "support/fakesignin.h"

#include <QClipboard>
#include <QProcess>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace tokendesk;

namespace {

const QUrl &authorizationUrl()
{
    static const QUrl url(
        QStringLiteral("https://login.example/authorize?client_id=desk&state=abc%2Bdef&scope=openid"));
    return url;
}

bool isBlackOnWhite(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y) | 0xFF000000;
            if (pixel != 0xFF000000 && pixel != 0xFFFFFFFF)
                return false;
        }
    }
    return true;
}

/// The darkness of a module of a code drawn in `image`, by the pixel in its middle.
bool isDarkAt(const QImage &image, int size, int row, int column)
{
    const int module = image.width() / (size + 8);
    const int margin = (image.width() - module * size) / 2;
    return qGray(image.pixel(margin + column * module + module / 2, margin + row * module + module / 2)) < 128;
}

Error unknownCertificate()
{
    auto facts = std::make_shared<CertificateFacts>();
    facts->sha256 = QByteArray(32, '\x5a');
    Error error{.kind = ErrorKind::Tls};
    error.certificate = facts;
    return error;
}

} // namespace

class SignInDialogTest : public QObject
{
    Q_OBJECT

    FakeClock m_clock;
    std::unique_ptr<QWidget> m_window;
    QPointer<SignInDialog> m_dialog;
    QPointer<FakeSignIn> m_signIn;
    int m_attempts = 0;
    QByteArray m_password;
    QList<QUrl> m_opened;
    bool m_browserIsThere = true;
    std::optional<Result<void>> m_keychainAnswer; ///< at once; nothing: when a test calls m_stored
    std::function<void(Result<void>)> m_stored;
    bool m_inMemory = false;
    std::optional<Profile> m_signedIn;
    std::optional<Trust> m_trust; ///< of the last attempt
    QByteArray m_shown;           ///< the fingerprint of the certificate
    std::function<void(const Profile &)> m_trusted;

    static Profile profile(SignInMethod method)
    {
        Profile profile{QUuid(QStringLiteral("6f9619ff-8b86-d011-b42d-00c04fc964ff")), QStringLiteral("Plant 1"),
                        QUrl(QStringLiteral("https://acusight.io/api"))};
        profile.signIn = method;
        return profile;
    }
    void whenOpened(const Profile &profile)
    {
        SignInTools tools;
        tools.begin = [this](const Profile &of, Secret password) {
            ++m_attempts;
            m_trust = of.trust;
            m_password = password.view().toByteArray();
            auto signIn = std::make_unique<FakeSignIn>();
            m_signIn = signIn.get();
            return signIn;
        };
        tools.store = [this](QObject *, auto done) {
            if (m_keychainAnswer)
                done(*m_keychainAnswer);
            else
                m_stored = std::move(done);
        };
        tools.keepInMemory = [this] { m_inMemory = true; };
        tools.openLink = [this](const QUrl &url) {
            m_opened << url;
            return m_browserIsThere;
        };
        tools.showCertificate = [this](QWidget *, const Profile &, const Error &error, auto trusted) {
            m_shown = error.certificate->sha256;
            m_trusted = std::move(trusted);
        };
        tools.clock = &m_clock;
        m_dialog = new SignInDialog(std::move(tools), profile, Secret("proxy-secret"), m_window.get());
        connect(m_dialog, &SignInDialog::signedIn, this, [this](const Profile &as) { m_signedIn = as; });
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    }
    void whenOpened(SignInMethod method = SignInMethod::Browser) { whenOpened(profile(method)); }
    void whenTheBrowserIsAsked(bool opened = true)
    {
        whenOpened();
        m_signIn->askBrowser(authorizationUrl(), opened);
    }
    SignIn::DeviceCode deviceCode() const
    {
        return {QStringLiteral("WDJB-MJHT"), QUrl(QStringLiteral("https://login.example/device")),
                QUrl(QStringLiteral("https://login.example/device?user_code=WDJB-MJHT")), m_clock.nowMs() + 585'000};
    }
    void whenACodeIsThere(const SignIn::DeviceCode &code)
    {
        whenOpened(SignInMethod::DeviceCode);
        m_signIn->giveCode(code);
    }
    [[nodiscard]] bool sees(const char *name) const { return part<QWidget>(m_dialog, name)->isVisible(); }
    /// As it is on screen, once the dialog has made room for it.
    [[nodiscard]] QImage squareOnScreen() const
    {
        auto *square = part<QrCode>(m_dialog, "qrCode");
        QTest::qVerify(QTest::qWaitFor([square] { return square->size() == square->sizeHint(); }), "size", "", __FILE__,
                       __LINE__);
        return square->grab().toImage();
    }
    [[nodiscard]] QString heading() const { return hint(m_dialog, "headingLabel"); }
    [[nodiscard]] QPushButton *defaultButton() const
    {
        for (auto *button : m_dialog->findChildren<QPushButton *>()) {
            if (button->isDefault() && button->isVisible())
                return button;
        }
        return nullptr;
    }
    [[nodiscard]] QString defaultName() const { return defaultButton() ? defaultButton()->objectName() : QString(); }
    static QString clipboard() { return QGuiApplication::clipboard()->text(); }

private Q_SLOTS:
    void init()
    {
        m_clock.set(1'772'366'400'000);
        m_window = std::make_unique<QWidget>();
        m_window->show();
        m_attempts = 0;
        m_opened.clear();
        m_browserIsThere = true;
        m_signedIn.reset();
        m_trusted = nullptr;
        m_inMemory = false;
        m_stored = {};
        m_keychainAnswer = Result<void>{};
        QGuiApplication::clipboard()->clear();
    }
    void cleanup() { m_window.reset(); }

    void itBeginsAtOnceWithThePasswordForTheProxy()
    {
        whenOpened();
        QCOMPARE(m_attempts, 1);
        QVERIFY(m_signIn->isStarted);
        QCOMPARE(m_password, QByteArray("proxy-secret"));
        QCOMPARE(m_dialog->windowTitle(), QStringLiteral("Sign In"));
        QCOMPARE(heading(), QStringLiteral("Signing in…"));
        QVERIFY(sees("busyBar"));
        QVERIFY(!defaultButton()); // a key that is still held cancels nothing
    }

    void whileTheBrowserHasThePersonItSaysSoAndNothingMoves()
    {
        whenTheBrowserIsAsked();
        QCOMPARE(heading(), QStringLiteral("Waiting for your browser…"));
        QVERIFY(hint(m_dialog, "explanationLabel").contains(QStringLiteral("Plant 1")));
        QVERIFY(!sees("busyBar"));
        QVERIFY(!sees("codeArea"));
        QCOMPARE(defaultName(), QStringLiteral("openLinkButton"));
        QCOMPARE(part<QLineEdit>(m_dialog, "addressEdit")->text(), QString::fromLatin1(authorizationUrl().toEncoded()));
        QVERIFY(m_opened.isEmpty()); // that was the sign-in's own doing
    }

    void theLinkCanBeCopiedAndOpenedAgain()
    {
        whenTheBrowserIsAsked();
        click(m_dialog, "copyLinkButton");
        QCOMPARE(clipboard(), QString::fromLatin1(authorizationUrl().toEncoded()));
        QCOMPARE(saidIn(m_dialog, "message"), QStringLiteral("Link copied."));
        click(m_dialog, "openLinkButton");
        QCOMPARE(m_opened, QList<QUrl>{authorizationUrl()});
    }

    void withoutABrowserTheLinkIsTheWay()
    {
        whenTheBrowserIsAsked(false);
        QCOMPARE(heading(), QStringLiteral("No browser could be opened"));
        QVERIFY(hint(m_dialog, "explanationLabel").contains(QStringLiteral("on this computer")));
        QCOMPARE(defaultName(), QStringLiteral("copyLinkButton"));
        QVERIFY(part<QWidget>(m_dialog, "copyLinkButton")->hasFocus());
        QTest::keyClick(m_dialog, Qt::Key_Return);
        QCOMPARE(clipboard(), QString::fromLatin1(authorizationUrl().toEncoded()));
    }

    void aBrowserThatDoesNotOpenTheSecondTimeIsSaid()
    {
        whenTheBrowserIsAsked();
        m_browserIsThere = false;
        click(m_dialog, "openLinkButton");
        QVERIFY(saidIn(m_dialog, "message").contains(QStringLiteral("No browser could be opened.")));
        QCOMPARE(defaultName(), QStringLiteral("copyLinkButton"));
    }

    void afterTheAnswerItFetchesAndThenCloses()
    {
        whenTheBrowserIsAsked();
        m_signIn->hearAnswer();
        QVERIFY(hint(m_dialog, "explanationLabel").contains(QStringLiteral("Fetching")));
        QVERIFY(sees("busyBar"));
        QVERIFY(!sees("addressRow"));
        m_signIn->end();
        QTRY_VERIFY(!m_dialog);
        QVERIFY(m_signedIn);
        QCOMPARE(*m_signedIn, profile(SignInMethod::Browser));
    }

    void onlySafeAddressesAreOpenedCopiedOrDrawn_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("usable");
        QTest::newRow("https") << QStringLiteral("https://login.example/device") << true;
        QTest::newRow("this machine") << QStringLiteral("http://127.0.0.1:8080/device") << true;
        QTest::newRow("localhost") << QStringLiteral("http://localhost/device") << true;
        QTest::newRow("clear text") << QStringLiteral("http://login.example/device") << false;
        QTest::newRow("looks like this machine") << QStringLiteral("http://127.0.0.1.evil.example/") << false;
        QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false;
        QTest::newRow("javascript") << QStringLiteral("javascript:alert(1)") << false;
        QTest::newRow("another program's") << QStringLiteral("ssh://login.example/") << false;
        QTest::newRow("none") << QString() << false;
    }
    void onlySafeAddressesAreOpenedCopiedOrDrawn()
    {
        QFETCH(QString, address);
        QFETCH(bool, usable);
        whenACodeIsThere({QStringLiteral("CODE"), QUrl(address), {}, m_clock.nowMs() + 60'000});
        QCOMPARE(part<QWidget>(m_dialog, "openLinkButton")->isEnabled(), usable);
        QCOMPARE(part<QWidget>(m_dialog, "copyLinkButton")->isEnabled(), usable);
        QCOMPARE(sees("qrCode"), usable);
        QCOMPARE(hint(m_dialog, "explanationLabel").contains(QStringLiteral("Scan")), usable);
        QCOMPARE(saidIn(m_dialog, "message").contains(QStringLiteral("not secure")), !usable);
        QTest::mouseClick(part<QWidget>(m_dialog, "openLinkButton"), Qt::LeftButton);
        QCOMPARE(m_opened, usable ? QList<QUrl>{QUrl(address)} : QList<QUrl>{});
    }

    void theCodeIsLargeMonospacedSelectableAndCopied()
    {
        whenACodeIsThere(deviceCode());
        const auto *label = part<QLabel>(m_dialog, "codeLabel");
        QCOMPARE(label->text(), QStringLiteral("WDJB-MJHT"));
        QVERIFY(QFontInfo(label->font()).fixedPitch());
        QVERIFY(label->font().pointSizeF() >= 1.9 * m_dialog->font().pointSizeF());
        QVERIFY(label->textInteractionFlags() & Qt::TextSelectableByMouse);
        QVERIFY(label->textInteractionFlags() & Qt::TextSelectableByKeyboard);
        QCOMPARE(defaultName(), QStringLiteral("copyCodeButton"));
        click(m_dialog, "copyCodeButton");
        QCOMPARE(clipboard(), QStringLiteral("WDJB-MJHT"));
        QCOMPARE(part<QLineEdit>(m_dialog, "addressEdit")->text(), QStringLiteral("https://login.example/device"));
        click(m_dialog, "copyLinkButton");
        QCOMPARE(clipboard(), QStringLiteral("https://login.example/device"));
        click(m_dialog, "openLinkButton");
        QCOMPARE(m_opened, QList<QUrl>{QUrl(QStringLiteral("https://login.example/device"))});
    }

    void whatTheProviderSaysIsShownAsText()
    {
        Profile named = profile(SignInMethod::DeviceCode);
        named.name = hostileName();
        whenOpened(named);
        m_signIn->giveCode({hostileName().repeated(20),
                            QUrl(QStringLiteral("https://xn--pple-43d.example/\u202Egnp")),
                            {},
                            m_clock.nowMs() + 60'000});
        QCOMPARE(hostileLabels(m_dialog), QStringList());
        QVERIFY(part<QLabel>(m_dialog, "codeLabel")->text().size() <= 40);
        const QString address = part<QLineEdit>(m_dialog, "addressEdit")->text();
        QVERIFY2(address.startsWith(QStringLiteral("https://xn--")), qPrintable(address));
        QVERIFY(!address.contains(QChar(0x202E)));
        QVERIFY(m_dialog->width() <= 800);
        click(m_dialog, "copyCodeButton");
        QVERIFY(!clipboard().contains(QLatin1Char('\n')));
        m_signIn->end(Error{.kind = ErrorKind::SignInDenied, .serverMessage = hostileName()});
        QCOMPARE(hostileLabels(m_dialog), QStringList());
    }

    void theCodeCountsDownAndWhenItHasExpiredANewOneIsOneClickAway()
    {
        whenACodeIsThere(deviceCode());
        QCOMPARE(hint(m_dialog, "countdownLabel"), QStringLiteral("Valid for another 9:45"));
        m_clock.advance(540'500);
        QTRY_COMPARE(hint(m_dialog, "countdownLabel"), QStringLiteral("Valid for another 0:45"));
        m_clock.advance(44'500);
        QTRY_COMPARE(heading(), QStringLiteral("The code has expired"));
        QVERIFY(!sees("codeArea"));
        QVERIFY(!sees("addressRow"));
        QCOMPARE(defaultButton()->text(), QStringLiteral("&Get a New Code"));
        QCOMPARE(defaultButton()->accessibleName(), QStringLiteral("Get a New Code"));
        const QPointer<FakeSignIn> old = m_signIn;
        click(m_dialog, "againButton");
        QVERIFY(!old);
        QCOMPARE(m_attempts, 2);
        SignIn::DeviceCode next = deviceCode();
        next.userCode = QStringLiteral("NEXT-CODE");
        m_signIn->giveCode(next);
        QCOMPARE(hint(m_dialog, "codeLabel"), QStringLiteral("NEXT-CODE"));
    }

    void theProvidersWordThatACodeHasExpiredSaysTheSame()
    {
        whenACodeIsThere(deviceCode());
        m_signIn->end(Error{.kind = ErrorKind::SignInTimeout});
        QCOMPARE(heading(), QStringLiteral("The code has expired"));
        click(m_dialog, "closeButton");
        QTRY_VERIFY(!m_dialog);
    }

    void aCodeEnteredInTheLastSecondStillCounts()
    {
        whenACodeIsThere(deviceCode());
        m_clock.advance(600'000);
        QTRY_COMPARE(heading(), QStringLiteral("The code has expired"));
        m_signIn->end();
        QTRY_VERIFY(!m_dialog);
        QVERIFY(m_signedIn);
    }

    void theSquareIsBlackOnWhiteOnDarkAndHoldsTheAddressWithTheCode()
    {
        const QPalette before = QApplication::palette();
        QPalette dark;
        dark.setColor(QPalette::Window, Qt::black);
        dark.setColor(QPalette::WindowText, Qt::white);
        QApplication::setPalette(dark);
        whenACodeIsThere(deviceCode());
        auto *square = part<QrCode>(m_dialog, "qrCode");
        const QImage image = squareOnScreen();
        QApplication::setPalette(before);
        QVERIFY(isBlackOnWhite(image));
        QCOMPARE(image.width(), image.height());
        const QrModules modules = qrModules(QByteArray("https://login.example/device?user_code=WDJB-MJHT"));
        QVERIFY(modules.size >= 21);
        for (int i = -4; i < modules.size + 4; ++i) { // the quiet zone
            QVERIFY(!isDarkAt(image, modules.size, -4, i));
            QVERIFY(!isDarkAt(image, modules.size, i, modules.size + 3));
        }
        for (int row = 0; row < modules.size; ++row) {
            for (int column = 0; column < modules.size; ++column)
                QCOMPARE(isDarkAt(image, modules.size, row, column), modules.isDark(row, column));
        }
        QCOMPARE(square->accessibleName(), QStringLiteral("QR code of the address"));
        QVERIFY(square->accessibleDescription().contains(QStringLiteral("user_code=WDJB-MJHT")));
    }

    void aReaderReadsTheSquare()
    {
        const QString reader = QStandardPaths::findExecutable(QStringLiteral("zbarimg"));
        QVERIFY2(!reader.isEmpty(), "zbar-tools is one of the packages the tests need (scripts/lib.sh)");
        SignIn::DeviceCode code = deviceCode();
        code.verificationUriComplete.clear();
        whenACodeIsThere(code);
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("code.png"));
        QVERIFY(squareOnScreen().save(file));
        QProcess process;
        process.start(reader, {QStringLiteral("--quiet"), QStringLiteral("--raw"), file});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardOutput().trimmed(), QByteArray("https://login.example/device"));
    }

    void anAddressTooLongForASquareIsOnlyText()
    {
        SignIn::DeviceCode code = deviceCode();
        code.verificationUriComplete = QUrl(QStringLiteral("https://login.example/") + QString(4000, QLatin1Char('x')));
        whenACodeIsThere(code);
        QVERIFY(!sees("qrCode"));
        QVERIFY(sees("codeLabel"));
    }

    void everyEndingStaysInWordsAndCanBeTriedAgain_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("words");
        const auto row = [](ErrorKind kind, const char *words) {
            QTest::newRow(words) << int(kind) << QString::fromLatin1(words);
        };
        row(ErrorKind::SignInDenied, "The sign-in was declined.");
        row(ErrorKind::SignInTimeout, "The sign-in was not completed in time.");
        row(ErrorKind::SignInMismatch, "The sign-in could not be trusted.");
        row(ErrorKind::SignInRefused, "The sign-in service refused the request.");
        row(ErrorKind::Network, "The sign-in service could not be reached.");
        row(ErrorKind::Timeout, "The sign-in service did not answer in time.");
        row(ErrorKind::Tls, "The connection to the sign-in service is not secure.");
        row(ErrorKind::Server, "The sign-in service has a problem.");
        row(ErrorKind::NotFound, "There is no sign-in service at this address.");
        row(ErrorKind::Protocol, "The sign-in service's answer makes no sense.");
        row(ErrorKind::ProxyAuthentication, "The proxy asks for a user name and password.");
    }
    void everyEndingStaysInWordsAndCanBeTriedAgain()
    {
        QFETCH(int, kind);
        QFETCH(QString, words);
        whenTheBrowserIsAsked();
        m_signIn->end(Error{.kind = ErrorKind(kind), .detail = QStringLiteral("why")});
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(heading(), QStringLiteral("Signing in did not work"));
        QVERIFY2(saidIn(m_dialog, "message").startsWith(words), qPrintable(saidIn(m_dialog, "message")));
        QVERIFY(!sees("busyBar"));
        QVERIFY(!sees("addressRow"));
        QVERIFY(!sees("cancelButton"));
        QCOMPARE(defaultName(), QStringLiteral("againButton"));
        click(m_dialog, "copyDetailsButton");
        QVERIFY(clipboard().startsWith(words));
        QVERIFY(clipboard().contains(QStringLiteral("why")));
        QTest::keyClick(m_dialog, Qt::Key_Return);
        QCOMPARE(m_attempts, 2);
        QCOMPARE(m_password, QByteArray("proxy-secret"));
        QCOMPARE(saidIn(m_dialog, "message"), QString());
        m_signIn->end();
        QTRY_VERIFY(!m_dialog);
        QVERIFY(m_signedIn);
    }

    void cancellingEndsTheAttemptAndTheDialog_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("Cancel") << false;
        QTest::newRow("Escape") << true;
    }

    void cancellingEndsTheAttemptAndTheDialog()
    {
        QFETCH(bool, byKey);
        whenTheBrowserIsAsked();
        if (byKey)
            QTest::keyClick(m_dialog, Qt::Key_Escape);
        else
            click(m_dialog, "cancelButton");
        QVERIFY(!m_signIn); // at once, not with the dialog
        QTRY_VERIFY(!m_dialog);
        QVERIFY(!m_signedIn);
    }

    void aSignInThatAnotherOneEndedIsSaid()
    {
        whenTheBrowserIsAsked();
        m_signIn->cancel();
        QTRY_COMPARE(heading(), QStringLiteral("Signing in was cancelled"));
        QCOMPARE(defaultName(), QStringLiteral("againButton"));
        QVERIFY(m_dialog->isVisible());
    }

    void aCertificateThatWasNotAcceptedCanBeLookedAt()
    {
        Profile of = profile(SignInMethod::Browser);
        of.provider.issuer = QStringLiteral("https://login.example/realm");
        whenOpened(of);
        m_signIn->end(Error{.kind = ErrorKind::SignInRefused});
        QVERIFY(!sees("certificateButton"));
        click(m_dialog, "againButton");
        m_signIn->end(unknownCertificate());
        click(m_dialog, "certificateButton");
        QCOMPARE(m_shown, unknownCertificate().certificate->sha256);
        QVERIFY2(!m_trusted, "a pin is for the server");
        QCOMPARE(defaultName(), QStringLiteral("againButton"));
    }

    void aProviderOnTheServersOriginIsPinnedWithIt()
    {
        Profile of = profile(SignInMethod::Browser);
        of.provider.issuer = QStringLiteral("https://acusight.io/realm");
        whenOpened(of);
        m_signIn->end(unknownCertificate());
        click(m_dialog, "certificateButton");
        QVERIFY(m_trusted);
        of.trust = Trust::pinned(m_shown);
        m_trusted(of);
        QCOMPARE(m_attempts, 2);
        QVERIFY(m_trust == of.trust);
        QVERIFY(!sees("certificateButton"));
        m_signIn->end();
        QTRY_VERIFY(!m_dialog);
        QVERIFY(m_signedIn->trust == of.trust);
    }

    void closingTheWindowUnderneathEndsTheSignIn()
    {
        whenTheBrowserIsAsked();
        const QPointer<FakeSignIn> signIn = m_signIn;
        m_window.reset();
        QVERIFY(!m_dialog);
        QVERIFY(!signIn);
    }

    void aSignInThatCouldNotBeStoredIsSaidAndCanBeStoredAgain()
    {
        whenTheBrowserIsAsked();
        m_keychainAnswer = failure({.kind = ErrorKind::KeychainLocked});
        m_signIn->end();
        QCOMPARE(heading(), QStringLiteral("You are signed in"));
        QVERIFY(saidIn(m_dialog, "message").startsWith(QStringLiteral("The keychain is locked.")));
        QVERIFY(!m_signedIn);
        QCOMPARE(defaultName(), QStringLiteral("storeAgainButton"));
        m_keychainAnswer.reset();
        click(m_dialog, "storeAgainButton");
        QVERIFY(sees("busyBar"));
        m_stored(failure({.kind = ErrorKind::KeychainFailed}));
        QVERIFY(saidIn(m_dialog, "message").startsWith(QStringLiteral("The keychain reported a problem.")));
        click(m_dialog, "storeAgainButton");
        m_stored({});
        QTRY_VERIFY(!m_dialog);
        QVERIFY(m_signedIn->keepsSecrets);
        QVERIFY(!m_inMemory);
    }

    void aSignInThatCouldNotBeStoredMayBeForThisSessionOnly()
    {
        whenTheBrowserIsAsked();
        m_keychainAnswer = failure({.kind = ErrorKind::KeychainUnavailable});
        m_signIn->end();
        click(m_dialog, "sessionOnlyButton");
        QTRY_VERIFY(!m_dialog);
        QVERIFY(!m_signedIn->keepsSecrets);
        QVERIFY(m_inMemory);
    }

    void aKeychainThatIsNotWaitedForLeavesTheChoice()
    {
        whenTheBrowserIsAsked();
        m_keychainAnswer = failure({.kind = ErrorKind::KeychainLocked});
        m_signIn->end();
        m_keychainAnswer.reset();
        click(m_dialog, "storeAgainButton");
        const auto late = m_stored;
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QVERIFY(saidIn(m_dialog, "message").startsWith(QStringLiteral("The keychain does not answer.")));
        late({});
        QVERIFY(!m_signedIn);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
        QVERIFY(!m_signedIn->keepsSecrets);
    }

    void whoWantsNothingStoredIsNotToldThatNothingWas()
    {
        Profile forNow = profile(SignInMethod::Browser);
        forNow.keepsSecrets = false;
        m_keychainAnswer = failure({.kind = ErrorKind::KeychainLocked});
        whenOpened(forNow);
        m_signIn->end();
        QTRY_VERIFY(!m_dialog);
        QVERIFY(!m_signedIn->keepsSecrets);
    }

    void noWidgetHoldsTheProxysPassword()
    {
        whenTheBrowserIsAsked();
        QCOMPARE(placesOf("proxy-secret", m_window.get()), QStringList());
    }

    void everyControlHasANameAndTabGoesTheWayOneReads()
    {
        whenACodeIsThere(deviceCode());
        QCOMPARE(controlsWithoutName(m_dialog), QStringList());
        QCOMPARE(tabOrder(m_dialog, "copyCodeButton"),
                 (QStringList{QStringLiteral("copyCodeButton"), QStringLiteral("addressEdit"),
                              QStringLiteral("copyLinkButton"), QStringLiteral("openLinkButton"),
                              QStringLiteral("cancelButton")}));
        m_signIn->end(Error{.kind = ErrorKind::SignInRefused, .serverCode = QStringLiteral("invalid_client")});
        QCOMPARE(controlsWithoutName(m_dialog), QStringList());
        QCOMPARE(tabOrder(m_dialog, "againButton"),
                 (QStringList{QStringLiteral("againButton"), QStringLiteral("copyDetailsButton"),
                              QStringLiteral("closeButton")}));
    }
};

QTEST_MAIN(SignInDialogTest)
#include "signindialogtest.moc"
