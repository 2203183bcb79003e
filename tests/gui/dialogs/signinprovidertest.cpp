// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sign-in dialog as the program opens it, with a certified provider and a living server; only the person and the
// keychain are stand-ins.
#include "core/requestlog.h"
#include "gui/dialogs/dialogtest.h"
#include "gui/secretclipboard.h"
#include "gui/signindialog.h"
#include "gui/tokendialogs.h"
#include "integration/session/signinrig.h"

using namespace tokendesk;

class SignInProviderTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<SignInPlace> m_place;
    std::unique_ptr<SignInDesk> m_desk;
    std::unique_ptr<QWidget> m_window;
    RequestLog m_log;
    SecretClipboard m_clipboard;
    QPointer<SignInDialog> m_dialog;
    std::optional<Profile> m_signedIn;

    void whenOpened(SignInMethod method = SignInMethod::Browser)
    {
        m_desk->profile.signIn = method;
        const WindowDialogs dialogs =
            makeWindowDialogs(m_desk->session, m_desk->connector, m_clipboard, m_desk->clock, m_log);
        dialogs.signIn(m_window.get(), m_desk->profile, Secret(), [this](const Profile &as) { m_signedIn = as; });
        m_dialog = m_window->findChild<SignInDialog *>();
        QVERIFY(m_dialog);
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    }
    [[nodiscard]] bool isThrough()
    {
        return QTest::qWaitFor([this] { return m_signedIn && !m_dialog; }, 60'000) && m_desk->comesToRest() &&
               m_desk->session.phase() == Session::Phase::Ready;
    }
    [[nodiscard]] bool says(const char *words) const
    {
        return QTest::qWaitFor([&] { return saidIn(m_dialog, "message").startsWith(QString::fromLatin1(words)); },
                               60'000);
    }

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<SignInPlace>();
        QCOMPARE(m_place->start(), QString());
        m_desk = std::make_unique<SignInDesk>(m_place->keychain, m_place->profile);
        m_window = std::make_unique<QWidget>();
        m_window->show();
        m_signedIn.reset();
    }
    void cleanup()
    {
        m_window.reset();
        m_desk.reset();
        m_place.reset();
    }

    void theBrowserSignsInAndTheSignInIsStoredBeforeTheDialogCloses()
    {
        whenOpened();
        QVERIFY(isThrough());
        QCOMPARE(m_place->keychain.entries.keys(), QStringList{m_place->key("refresh-token")});
        QVERIFY(m_signedIn->keepsSecrets);
        QCOMPARE(m_desk->connector.signInStatus().who, QStringLiteral("ada@example.com"));
    }

    void whoScansTheSquareSignsInOnAnotherDevice()
    {
        whenOpened(SignInMethod::DeviceCode);
        auto *square = part<QWidget>(m_dialog, "qrCode");
        QVERIFY(QTest::qWaitFor([square] { return square->isVisible(); }, 60'000));
        QVERIFY(!hint(m_dialog, "codeLabel").isEmpty());
        QVERIFY(hint(m_dialog, "countdownLabel").startsWith(QStringLiteral("Valid for another ")));
        QVERIFY(m_desk->browser->visited.isEmpty());
        m_desk->browser->open(QUrl(square->accessibleDescription()));
        QVERIFY(isThrough());
    }

    void whoDeclinesIsToldAndCanThinkAgain()
    {
        m_desk->browser->declines = true;
        whenOpened();
        QVERIFY(says("The sign-in was declined."));
        QCOMPARE(m_desk->session.phase(), Session::Phase::NotConnected);
        m_desk->browser->declines = false;
        click(m_dialog, "againButton");
        QVERIFY(isThrough());
    }

    void cancellingLeavesNothing()
    {
        m_desk->browser->intercept = [](const QUrl &) { return true; }; // nobody looks at the page
        whenOpened();
        QVERIFY(QTest::qWaitFor([this] { return part<QWidget>(m_dialog, "openLinkButton")->isVisible(); }, 60'000));
        click(m_dialog, "cancelButton");
        QTRY_VERIFY(!m_dialog);
        QVERIFY(!m_signedIn);
        QVERIFY(m_place->keychain.entries.isEmpty());
        QCOMPARE(m_desk->session.phase(), Session::Phase::NotConnected);
    }

    void aLockedKeychainIsSaidAndStoringCanBeTriedAgain()
    {
        m_place->keychain.writeError = Error{.kind = ErrorKind::KeychainLocked};
        whenOpened();
        QVERIFY(says("The keychain is locked."));
        QVERIFY(m_desk->session.profile()); // signed in all the same
        m_place->keychain.writeError.reset();
        click(m_dialog, "storeAgainButton");
        QVERIFY(isThrough());
        QVERIFY(m_signedIn->keepsSecrets);
        QCOMPARE(m_place->keychain.entries.keys(), QStringList{m_place->key("refresh-token")});
    }

    void forThisSessionOnlyTheKeychainIsLeftAlone()
    {
        m_place->keychain.writeError = Error{.kind = ErrorKind::KeychainLocked};
        whenOpened();
        QVERIFY(says("The keychain is locked."));
        m_place->keychain.writeError.reset();
        click(m_dialog, "sessionOnlyButton");
        QVERIFY(isThrough());
        QVERIFY(!m_signedIn->keepsSecrets);
        QVERIFY(!m_desk->connector.signInStatus().storingProblem);
        QVERIFY(m_place->keychain.entries.isEmpty());
    }

    void aServiceThatIsNotThereIsSaid()
    {
        m_desk->profile.provider.issuer = QStringLiteral("http://127.0.0.1:9");
        whenOpened();
        QVERIFY(says("The sign-in service could not be reached."));
    }
};

QTEST_MAIN(SignInProviderTest)
#include "signinprovidertest.moc"
