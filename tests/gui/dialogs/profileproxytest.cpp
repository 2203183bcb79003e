// SPDX-License-Identifier: GPL-3.0-or-later
// The connect dialog as the profile's editor: proxies and their passwords.
#include "gui/dialogs/profileeditor.h"

#include <QSettings>
#include <QSpinBox>

using namespace tokendesk;

class ProfileProxyTest : public ProfileEditor
{
    Q_OBJECT

private Q_SLOTS:
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
};

QTEST_MAIN(ProfileProxyTest)
#include "profileproxytest.moc"
