// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/secretclipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace tokendesk;
using namespace std::chrono_literals;

namespace {

const QByteArray secretText = "apt_5f3a00ff";

QString held() { return QGuiApplication::clipboard()->text(); }

} // namespace

class SecretClipboardTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QGuiApplication::clipboard()->clear(); }

    void aCopyIsTheExactTextWithTheHintForClipboardManagers()
    {
        SecretClipboard clipboard;
        clipboard.copy(Secret(QByteArrayView("a\tb \xE2\x82\xAC\n")));
        QCOMPARE(held(), QStringLiteral("a\tb \u20AC\n"));
        const QMimeData *data = QGuiApplication::clipboard()->mimeData();
#if defined(Q_OS_LINUX)
        QCOMPARE(data->data(QStringLiteral("x-kde-passwordManagerHint")), QByteArrayLiteral("secret"));
        QVERIFY(data->formats().contains(QStringLiteral("x-kde-passwordManagerHint")));
#endif
        QVERIFY(data->hasText());
        QCOMPARE(data->data(QStringLiteral("text/plain")), QByteArrayLiteral("a\tb \xE2\x82\xAC\n"));
    }

    void thePrimarySelectionIsLeftAlone()
    {
        SecretClipboard clipboard;
        clipboard.copy(Secret(secretText));
        if (QGuiApplication::clipboard()->supportsSelection())
            QVERIFY(!QGuiApplication::clipboard()->text(QClipboard::Selection).contains(QLatin1String(secretText)));
        QCOMPARE(held(), QString::fromLatin1(secretText));
    }

    void itIsClearedWhenTheTimeIsUp()
    {
        SecretClipboard clipboard;
        QSignalSpy cleared(&clipboard, &SecretClipboard::cleared);
        clipboard.copy(Secret(secretText), 1s);
        QCOMPARE(clipboard.remaining(), std::optional(1s));
        QTRY_COMPARE(cleared.size(), 1);
        QCOMPARE(cleared.at(0).at(0).toBool(), true);
        QCOMPARE(held(), QString());
        QVERIFY(!clipboard.remaining());
    }

    void theCountdownNamesEverySecondOnce()
    {
        SecretClipboard clipboard;
        QList<qint64> seconds;
        connect(&clipboard, &SecretClipboard::remainingChanged, this,
                [&] { seconds << clipboard.remaining().value_or(-1s).count(); });
        QSignalSpy cleared(&clipboard, &SecretClipboard::cleared);
        clipboard.copy(Secret(secretText), 3s);
        QTRY_COMPARE_WITH_TIMEOUT(cleared.size(), 1, 10000);
        QVERIFY(!seconds.isEmpty());
        QCOMPARE(seconds.first(), 3);
        for (qsizetype i = 1; i < seconds.size(); ++i)
            QVERIFY(seconds[i] <= seconds[i - 1]);
        QVERIFY(seconds.contains(1));
    }

    void somethingElseOnTheClipboardIsLeftAlone()
    {
        SecretClipboard clipboard;
        QSignalSpy cleared(&clipboard, &SecretClipboard::cleared);
        clipboard.copy(Secret(secretText), 1s);
        QGuiApplication::clipboard()->setText(QStringLiteral("shopping list"));
        QTRY_COMPARE(cleared.size(), 1);
        QCOMPARE(cleared.at(0).at(0).toBool(), false);
        QCOMPARE(held(), QStringLiteral("shopping list"));
    }

    void theSameTextTakenOverByAClipboardManagerIsClearedToo()
    {
        SecretClipboard clipboard;
        clipboard.copy(Secret(secretText));
        QGuiApplication::clipboard()->setText(QString::fromLatin1(secretText));
        clipboard.clearNow();
        QCOMPARE(held(), QString());
    }

    void clearNowDoesNotWait()
    {
        SecretClipboard clipboard;
        clipboard.copy(Secret(secretText));
        QCOMPARE(clipboard.remaining(), std::optional(30s));
        clipboard.clearNow();
        QCOMPARE(held(), QString());
        QVERIFY(!clipboard.remaining());
    }

    void aSecondCopyStartsTheCountdownAnew()
    {
        SecretClipboard clipboard;
        clipboard.copy(Secret(secretText), 1s);
        clipboard.copy(Secret(QByteArrayView("apt_other")), 60s);
        QTest::qWait(1300);
        QCOMPARE(held(), QStringLiteral("apt_other"));
        QVERIFY(clipboard.remaining() > 50s);
    }

    void withoutATimeItStaysUntilTheEnd()
    {
        SecretClipboard clipboard;
        clipboard.setClearAfter(std::nullopt);
        clipboard.copy(Secret(secretText));
        QVERIFY(!clipboard.remaining());
        QCOMPARE(held(), QString::fromLatin1(secretText));
    }

    void theSettingIsUsed()
    {
        SecretClipboard clipboard;
        clipboard.setClearAfter(12s);
        clipboard.copy(Secret(secretText));
        QCOMPARE(clipboard.remaining(), std::optional(12s));
    }

    void itIsClearedWithItsOwner()
    {
        {
            SecretClipboard clipboard;
            clipboard.copy(Secret(secretText));
        }
        QCOMPARE(held(), QString());
    }

    void itIsClearedWhenTheApplicationQuits()
    {
        SecretClipboard clipboard;
        clipboard.copy(Secret(secretText));
        QMetaObject::invokeMethod(QCoreApplication::instance(), "aboutToQuit", Qt::DirectConnection);
        QCOMPARE(held(), QString());
    }
};

QTEST_MAIN(SecretClipboardTest)
#include "secretclipboardtest.moc"
