// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connectdialog.h"

#include "gui/accesstokenedit.h"
#include "gui/dialogs/dialogtest.h"

#include <QClipboard>
#include <QProgressBar>
#include <QRadioButton>
#include <QSignalSpy>

using namespace tokendesk;

namespace {

QString jwt(const QByteArray &claims)
{
    const auto part64 = [](const QByteArray &json) {
        return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return QString::fromLatin1(part64(R"({"alg":"none"})") + '.' + part64(claims) + ".c2ln");
}

} // namespace

class ConnectDialogTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DialogWorld> m_world;
    std::unique_ptr<QWidget> m_window;
    QPointer<ConnectDialog> m_dialog;
    std::optional<Profile> m_connected;
    std::optional<bool> m_kept;

    void whenOpened(ConnectReason reason = ConnectReason::First, const std::optional<Profile> &profile = {})
    {
        m_dialog = new ConnectDialog(m_world->connector, m_world->clock, {}, reason, profile, m_window.get());
        connect(m_dialog, &ConnectDialog::connected, this, [this](const Profile &opened) {
            m_connected = opened;
            m_kept = opened.keepsSecrets;
        });
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
        m_dialog->activateWindow();
    }
    void whenUserEntersToken(const QString &token = QStringLiteral("opaque-token-1"))
    {
        enter(m_dialog, "tokenEdit", token);
    }
    QLineEdit *line(const char *name) { return part<QLineEdit>(m_dialog, name); }
    [[nodiscard]] QString storedToken() const
    {
        return QString::fromLatin1(m_world->store.entries.value(Connector::accessTokenKey(*m_connected)));
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DialogWorld>();
        m_world->session.setPollInterval(std::chrono::milliseconds(0));
        m_window = std::make_unique<QWidget>();
        m_window->show();
        m_connected.reset();
        m_kept.reset();
    }
    void cleanup()
    {
        m_window.reset();
        m_world.reset();
    }

    void theFirstTimeTheServerIsFilledInAndTheKeychainChosen()
    {
        whenOpened();
        QCOMPARE(m_dialog->windowTitle(), QStringLiteral("Connect"));
        QCOMPARE(m_dialog->accessibleName(), QStringLiteral("Connect"));
        QCOMPARE(line("serverEdit")->text(), QStringLiteral("https://acusight.io/api"));
        QVERIFY(part<QRadioButton>(m_dialog, "keepRadio")->isChecked());
        QCOMPARE(line("tokenEdit")->echoMode(), QLineEdit::Password);
    }

    void connectingTestsFirstThenOpensTheSessionAndKeepsTheToken()
    {
        whenOpened();
        enter(m_dialog, "nameEdit", QStringLiteral(" Plant 2 "));
        whenUserEntersToken();
        click(m_dialog, "connectButton");
        QTRY_VERIFY(m_connected);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(m_connected->name, QStringLiteral("Plant 2"));
        QCOMPARE(m_connected->serverUrl, QUrl(QStringLiteral("https://acusight.io/api")));
        QVERIFY(!m_connected->uuid.isNull());
        QCOMPARE(m_kept, std::optional(true));
        QCOMPARE(storedToken(), QStringLiteral("opaque-token-1"));
        QCOMPARE(m_world->server.requests.first(), QStringLiteral("organization"));
        QTRY_COMPARE(m_world->session.phase(), Session::Phase::Ready);
        QCOMPARE(m_world->asked.size(), size_t(2));
        for (const auto &asked : m_world->asked)
            QCOMPARE(asked.accessToken, QStringLiteral("opaque-token-1"));
    }

    void forThisSessionOnlyStoresNothing()
    {
        whenOpened();
        whenUserEntersToken();
        part<QRadioButton>(m_dialog, "sessionRadio")->setChecked(true);
        click(m_dialog, "connectButton");
        QTRY_VERIFY(m_connected);
        QCOMPARE(m_kept, std::optional(false));
        QVERIFY(m_world->store.entries.isEmpty());
        QCOMPARE(m_connected->name, QStringLiteral("Acme Manufacturing")); // no name was typed
    }

    void testingNamesTheOrganizationAndChangesNothing()
    {
        m_world->server.organization = hostileName();
        whenOpened();
        whenUserEntersToken();
        click(m_dialog, "testButton");
        QTRY_VERIFY(saidIn(m_dialog, "message").contains(QStringLiteral("The connection works.")));
        QVERIFY(saidIn(m_dialog, "message").contains(QStringLiteral("\\u202E")));
        QCOMPARE(hostileLabels(m_dialog), QStringList());
        QCOMPARE(m_world->session.phase(), Session::Phase::NotConnected);
        QVERIFY(m_world->store.entries.isEmpty());
        QVERIFY(!m_connected);
        enter(m_dialog, "serverEdit", QStringLiteral("https://other.example/api"));
        QVERIFY(saidIn(m_dialog, "message").isEmpty()); // said of another server
    }

    void theServerIsCompletedOnLeavingTheField()
    {
        whenOpened();
        enter(m_dialog, "serverEdit", QStringLiteral("acusight.example"));
        line("tokenEdit")->setFocus();
        QCOMPARE(line("serverEdit")->text(), QStringLiteral("https://acusight.example/api"));
        QCOMPARE(hint(m_dialog, "serverHint"), QString());
    }

    void aServerThatCannotBeUsedIsExplainedAndNothingIsSent_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("word");
        QTest::newRow("empty") << QString() << QStringLiteral("Enter the address");
        QTest::newRow("credentials") << QStringLiteral("https://a:b@acusight.io/api") << QStringLiteral("password");
        QTest::newRow("query") << QStringLiteral("https://acusight.io/api?x=1") << QStringLiteral("? or #");
        QTest::newRow("clear text") << QStringLiteral("http://acusight.io/api") << QStringLiteral("readable by anyone");
        QTest::newRow("other scheme") << QStringLiteral("ftp://acusight.io") << QStringLiteral("https://");
    }
    void aServerThatCannotBeUsedIsExplainedAndNothingIsSent()
    {
        QFETCH(QString, typed);
        QFETCH(QString, word);
        whenOpened();
        whenUserEntersToken();
        enter(m_dialog, "serverEdit", typed);
        click(m_dialog, "connectButton");
        QVERIFY2(hint(m_dialog, "serverHint").contains(word), qPrintable(hint(m_dialog, "serverHint")));
        QVERIFY(line("serverEdit")->hasFocus());
        QVERIFY(m_world->asked.empty());
    }

    void whatComesAlongWithAPastedTokenIsTakenOff()
    {
        whenOpened();
        QGuiApplication::clipboard()->setText(QStringLiteral("  Authorization: Bearer abc.def\n"));
        line("tokenEdit")->setFocus();
        line("tokenEdit")->paste();
        QCOMPARE(line("tokenEdit")->text(), QStringLiteral("abc.def"));
        click(m_dialog, "connectButton");
        QTRY_VERIFY(m_connected);
        QCOMPARE(m_world->asked.front().accessToken, QStringLiteral("abc.def"));
    }

    void aTokenOutsideItsTimeIsSaidBeforeItIsUsed_data()
    {
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("word");
        QTest::newRow("expired") << jwt(R"({"exp":1700000000})") << QStringLiteral("has expired");
        QTest::newRow("not yet valid") << jwt(R"({"nbf":1900000000})") << QStringLiteral("not valid yet");
        QTest::newRow("blanks inside") << QStringLiteral("abc def") << QStringLiteral("holds blanks");
        QTest::newRow("good") << jwt(R"({"exp":1900000000})") << QString();
    }
    void aTokenOutsideItsTimeIsSaidBeforeItIsUsed()
    {
        QFETCH(QString, token);
        QFETCH(QString, word);
        whenOpened();
        whenUserEntersToken(token);
        const QString said = hint(m_dialog, "tokenHint");
        QVERIFY2(word.isEmpty() ? said.isEmpty() : said.contains(word), qPrintable(said));
        QVERIFY(m_world->asked.empty());
    }

    void aMissingOrMalformedTokenIsNotSent()
    {
        whenOpened();
        click(m_dialog, "connectButton");
        QCOMPARE(hint(m_dialog, "tokenHint"), QStringLiteral("Paste an access token."));
        whenUserEntersToken(QStringLiteral("two words"));
        click(m_dialog, "testButton");
        QVERIFY(m_world->asked.empty());
    }

    void aRefusedTokenPutsTheCursorThere()
    {
        whenOpened();
        m_world->server.everyError = Error{.kind = ErrorKind::Unauthorized, .httpStatus = 401};
        whenUserEntersToken();
        click(m_dialog, "connectButton");
        QTRY_VERIFY(saidIn(m_dialog, "message").contains(QStringLiteral("does not accept")));
        QVERIFY(line("tokenEdit")->hasFocus());
        QCOMPARE(m_world->session.phase(), Session::Phase::NotConnected);
        QVERIFY(m_world->store.entries.isEmpty());
    }

    void anUnreachableServerIsExplainedInPlace()
    {
        whenOpened();
        m_world->server.everyError = Error{.kind = ErrorKind::Network};
        whenUserEntersToken();
        click(m_dialog, "testButton");
        QTRY_VERIFY(saidIn(m_dialog, "message").contains(QStringLiteral("could not be reached")));
        QVERIFY(line("serverEdit")->isEnabled());
    }

    void whileItWorksTheFieldsRestAndCancelEndsTheAttempt()
    {
        whenOpened();
        whenUserEntersToken();
        m_world->server.hold = true;
        click(m_dialog, "connectButton");
        QVERIFY(part<QProgressBar>(m_dialog, "busyBar")->isVisible());
        QVERIFY(!line("tokenEdit")->isEnabled());
        QVERIFY(!part<QWidget>(m_dialog, "connectButton")->isEnabled());
        click(m_dialog, "cancelButton");
        QVERIFY(m_dialog->isVisible());
        QVERIFY(line("tokenEdit")->isEnabled());
        QVERIFY(!part<QProgressBar>(m_dialog, "busyBar")->isVisible());
        m_world->server.release();
        QTest::qWait(20);
        QVERIFY(!m_connected);
        QCOMPARE(m_world->session.phase(), Session::Phase::NotConnected);
        click(m_dialog, "cancelButton");
        QTRY_VERIFY(!m_dialog);
    }

    void whenTheKeychainFailsItSaysWhyAndOffersThisSessionOnly()
    {
        whenOpened();
        m_world->store.writeError = Error{.kind = ErrorKind::KeychainLocked};
        whenUserEntersToken();
        click(m_dialog, "connectButton");
        QTRY_VERIFY(saidIn(m_dialog, "message").contains(QStringLiteral("keychain is locked")));
        QVERIFY(!m_connected);
        click(m_dialog, "sessionOnlyButton");
        QTRY_VERIFY(m_connected);
        QCOMPARE(m_kept, std::optional(false));
        QVERIFY(m_world->store.entries.isEmpty());
        QTRY_COMPARE(m_world->session.phase(), Session::Phase::Ready);
    }

    void storingCanBeTriedAgain()
    {
        whenOpened();
        m_world->store.writeError = Error{.kind = ErrorKind::KeychainLocked};
        whenUserEntersToken();
        click(m_dialog, "connectButton");
        QTRY_VERIFY(part<QWidget>(m_dialog, "storeAgainButton")->isVisible());
        m_world->store.writeError.reset();
        click(m_dialog, "storeAgainButton");
        QTRY_VERIFY(m_connected);
        QCOMPARE(m_kept, std::optional(true));
        QCOMPARE(storedToken(), QStringLiteral("opaque-token-1"));
        QCOMPARE(m_connected->name, QStringLiteral("Acme Manufacturing"));
    }

    void closingAfterTheKeychainFailedKeepsTheOpenSession()
    {
        whenOpened();
        m_world->store.writeError = Error{.kind = ErrorKind::KeychainUnavailable};
        whenUserEntersToken();
        click(m_dialog, "connectButton");
        QTRY_VERIFY(part<QWidget>(m_dialog, "sessionOnlyButton")->isVisible());
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(m_connected);
        QCOMPARE(m_kept, std::optional(false));
    }

    void aNewAccessTokenOnlyAsksForThatAndKeepsTheProfile()
    {
        const Profile profile = m_world->profile;
        whenOpened(ConnectReason::NewAccessToken, profile);
        QVERIFY(hint(m_dialog, "reasonLabel").contains(QStringLiteral("no longer accepts")));
        QCOMPARE(line("nameEdit")->text(), profile.name);
        QCOMPARE(line("serverEdit")->text(), profile.serverUrl.toString());
        QVERIFY(line("tokenEdit")->hasFocus());
        whenUserEntersToken(QStringLiteral("fresh"));
        QTest::keyClick(line("tokenEdit"), Qt::Key_Return);
        QTRY_VERIFY(m_connected);
        QCOMPARE(*m_connected, profile);
        QCOMPARE(storedToken(), QStringLiteral("fresh"));
    }

    void theHiddenTokenIsNotToldToAssistiveTechnologyAndNotBroughtBackByUndo()
    {
        const QByteArray secret = "opaque-token-1";
        whenOpened();
        auto *edit = part<AccessTokenEdit>(m_dialog, "tokenEdit");
        edit->setFocus();
        QTest::keyClicks(edit, QString::fromLatin1(secret));
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(edit);
        QVERIFY(!accessible->text(QAccessible::Value).contains(QString::fromLatin1(secret)));
        QVERIFY(!accessible->textInterface()->text(0, 99).contains(QString::fromLatin1(secret)));
        edit->selectAll();
        edit->copy();
        QVERIFY(QGuiApplication::clipboard()->text() != QString::fromLatin1(secret));

        click(m_dialog, "revealButton");
        QCOMPARE(edit->echoMode(), QLineEdit::Normal);
        QCOMPARE(edit->displayText(), QString::fromLatin1(secret));
        QCOMPARE(part<QWidget>(m_dialog, "revealButton")->accessibleName(), QStringLiteral("Hide access token"));
        edit->selectAll();
        QVERIFY(!edit->hasSelectedText()); // or it would be in the PRIMARY selection
        for (int i = 0; i < secret.size(); ++i)
            QTest::keyClick(edit, Qt::Key_Backspace);
        QCOMPARE(edit->text(), QString());
        edit->undo();
        QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(edit->text(), QString());
    }

    void whatWasClearedWhileHiddenDoesNotComeBackWhenRevealed()
    {
        whenOpened();
        auto *edit = part<AccessTokenEdit>(m_dialog, "tokenEdit");
        edit->setFocus();
        QTest::keyClicks(edit, QStringLiteral("opaque-token-1"));
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        click(m_dialog, "revealButton");
        edit->undo();
        QCOMPARE(edit->text(), QString());
    }

    void afterConnectingNoWidgetHoldsTheToken()
    {
        whenOpened();
        whenUserEntersToken();
        click(m_dialog, "revealButton");
        QVERIFY(!placesOf("opaque-token-1", m_window.get()).isEmpty()); // the search finds what is there
        click(m_dialog, "connectButton");
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(placesOf("opaque-token-1", m_window.get()), QStringList());
        QCOMPARE(placesOf("opaque-token-1", &m_world->session), QStringList());
    }

    void everyControlHasANameAndTabGoesTheWayOneReads()
    {
        whenOpened();
        QCOMPARE(controlsWithoutName(m_dialog), QStringList());
        QCOMPARE(tabOrder(m_dialog, "nameEdit"),
                 (QStringList{QStringLiteral("nameEdit"), QStringLiteral("serverEdit"), QStringLiteral("methodCombo"),
                              QStringLiteral("tokenEdit"), QStringLiteral("revealButton"), QStringLiteral("keepRadio"),
                              QStringLiteral("testButton"), QStringLiteral("cancelButton"),
                              QStringLiteral("connectButton"), QStringLiteral("qt_tabwidget_tabbar")}));
    }
};

QTEST_MAIN(ConnectDialogTest)
#include "connectdialogtest.moc"
