// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logdialog.h"

#include "core/requestlog.h"
#include "gui/inlinemessage.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace tokendesk;

namespace {

RequestLogLine line(const QString &path, int status)
{
    RequestLogLine made;
    made.startedAtMs = 1772366400000; // 2026-03-01T12:00:00Z
    made.method = QStringLiteral("GET");
    made.path = path;
    made.status = status;
    made.outcome = QStringLiteral("ok");
    return made;
}

struct Opened
{
    RequestLog log;
    QPointer<LogDialog> dialog;

    explicit Opened(size_t capacity = RequestLog::defaultCapacity) : log(capacity) {}
    ~Opened() { delete dialog; }
    void open()
    {
        dialog = new LogDialog(log, nullptr);
        dialog->show();
    }
    template <class Widget>
    [[nodiscard]] Widget *part(const char *name) const
    {
        return dialog->findChild<Widget *>(QLatin1String(name));
    }
    [[nodiscard]] QStringList lines() const
    {
        return part<QPlainTextEdit>("logText")->toPlainText().split(QLatin1Char('\n'));
    }
    [[nodiscard]] QString said() const { return dialog->findChild<InlineMessage *>()->text(); }
};

} // namespace

class LogDialogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatHappenedBeforeAndWhatComesWhileItIsOpenIsShown()
    {
        Opened opened;
        opened.log.add(line(QStringLiteral("/organization"), 200));
        opened.open();
        QCOMPARE(opened.lines().size(), 2); // below the names of the columns
        QVERIFY(opened.lines()[1].contains(QStringLiteral("2026-03-01T12:00:00")));
        QVERIFY(opened.lines()[1].contains(QStringLiteral("/organization")));
        opened.log.add(line(QStringLiteral("/provisioning-tokens"), 503));
        QTRY_COMPARE(opened.lines().size(), 3);
        QVERIFY(opened.lines()[2].contains(QStringLiteral("503")));
    }

    void onlyAsMuchAsIsRememberedIsShown()
    {
        Opened opened(3);
        opened.open();
        for (int number = 0; number < 5; ++number)
            opened.log.add(line(QStringLiteral("/%1").arg(number), 200));
        QTRY_VERIFY(opened.lines().last().contains(QStringLiteral("/4")));
        QVERIFY(opened.lines().size() <= 4);
        QVERIFY(!opened.part<QPlainTextEdit>("logText")->toPlainText().contains(QStringLiteral("/0")));
    }

    void allOfItIsCopied()
    {
        Opened opened;
        opened.log.add(line(QStringLiteral("/organization"), 200));
        opened.open();
        QTest::mouseClick(opened.part<QPushButton>("logCopy"), Qt::LeftButton);
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY(text.startsWith(RequestLog::heading()));
        QVERIFY(text.contains(QStringLiteral("/organization")));
        QCOMPARE(opened.said(), QStringLiteral("Copied."));
    }

    void itIsSavedAndAFailureIsSaid()
    {
        const QTemporaryDir folder;
        Opened opened;
        opened.log.add(line(QStringLiteral("/organization"), 200));
        opened.open();
        const auto save = [&](const QString &path) {
            QTest::mouseClick(opened.part<QPushButton>("logSave"), Qt::LeftButton);
            auto *dialog = opened.part<QFileDialog>("logSaveDialog");
            Q_EMIT dialog->fileSelected(path);
            dialog->close();
        };
        const QString path = folder.filePath(QStringLiteral("log.txt"));
        save(path);
        QTRY_VERIFY(opened.said().contains(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("/organization"));

        save(folder.filePath(QStringLiteral("log.txt/below-a-file.txt")));
        QTRY_VERIFY(opened.said().contains(QStringLiteral("could not be written")));
    }

    void everyControlHasAName()
    {
        Opened opened;
        opened.open();
        for (const QWidget *widget : opened.dialog->findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus)
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }
};

QTEST_MAIN(LogDialogTest)
#include "logdialogtest.moc"
