// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/signinfixture.h"

using namespace tokendesk;

class SignInDialogTest : public SignInDialogFixture
{
    Q_OBJECT

private Q_SLOTS:
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
