// SPDX-License-Identifier: GPL-3.0-or-later
// How a sign-in ends: refused, cancelled, overtaken, not trusted, not stored.
#include "gui/dialogs/signinfixture.h"

using namespace tokendesk;

namespace {

Error unknownCertificate()
{
    auto facts = std::make_shared<CertificateFacts>();
    facts->sha256 = QByteArray(32, '\x5a');
    Error error{.kind = ErrorKind::Tls};
    error.certificate = facts;
    return error;
}

} // namespace

class SignInEndingTest : public SignInDialogFixture
{
    Q_OBJECT

private Q_SLOTS:
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
};

QTEST_MAIN(SignInEndingTest)
#include "signinendingtest.moc"
