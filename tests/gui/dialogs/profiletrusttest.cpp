// SPDX-License-Identifier: GPL-3.0-or-later
// The connect dialog as the profile's editor: clear text, certificates and authorities.
#include "gui/dialogs/profileeditor.h"
#include "gui/fingerprintview.h"

#include <QFileDialog>
#include <QTemporaryDir>

using namespace tokendesk;

class ProfileTrustTest : public ProfileEditor
{
    Q_OBJECT

private Q_SLOTS:
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
};

QTEST_MAIN(ProfileTrustTest)
#include "profiletrusttest.moc"
