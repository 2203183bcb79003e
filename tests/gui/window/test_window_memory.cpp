// SPDX-License-Identifier: GPL-3.0-or-later
// What the window remembers from one start to the next.
#include "gui/preferences.h"
#include "gui/preferencesdialog.h"
#include "windowfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>

using namespace tokendesk;
using Column = TokenTableModel::Column;

class TestWindowMemory : public QObject
{
    Q_OBJECT

    static QAction *columnAction(const WindowFixture &f, const char *name)
    {
        auto *menu = f.find<QMenu>("menuColumns");
        Q_EMIT menu->aboutToShow();
        return menu->findChild<QAction *>(QString::fromLatin1(name));
    }

private Q_SLOTS:
    void columnsOrderWidthsAndSortingComeBack()
    {
        WindowFixture f;
        f.startConnected();
        QHeaderView *header = f.table()->horizontalHeader();
        columnAction(f, "showColumn_id")->trigger();
        columnAction(f, "showColumn_kind")->trigger();
        header->moveSection(header->visualIndex(Column::Expires), 0);
        header->resizeSection(Column::Created, 187);
        f.clickHeader(Column::Uses);
        f.clickHeader(Column::Uses);
        f.window->resize(1010, 640);
        const int name = f.table()->columnWidth(Column::Name);
        const QStringList order = f.names();

        f.restart();
        f.openSession();
        QTRY_COMPARE(f.model()->rowCount(), 7);
        header = f.table()->horizontalHeader();
        QVERIFY(!f.table()->isColumnHidden(Column::Id));
        QVERIFY(f.table()->isColumnHidden(Column::Kind));
        QCOMPARE(header->visualIndex(Column::Expires), 0);
        QCOMPARE(f.table()->columnWidth(Column::Created), 187);
        QCOMPARE(f.table()->columnWidth(Column::Name), name);
        QCOMPARE(header->sortIndicatorSection(), int(Column::Uses));
        QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
        QCOMPARE(f.names(), order);
        QCOMPARE(f.window->size(), QSize(1010, 640));
    }

    /// Widths are worked out when the table is first shown.
    void chosenWidthsOutliveAStartWithoutAList()
    {
        WindowFixture f;
        f.startConnected();
        f.table()->horizontalHeader()->resizeSection(Column::Created, 187);
        f.restart(); // offline, say
        QVERIFY(!f.isListShown());
        f.restart();
        f.openSession();
        QTRY_VERIFY(f.isListShown());
        QCOMPARE(f.table()->columnWidth(Column::Created), 187);
    }

    void resettingColumnsBringsTheFirstLookBack()
    {
        WindowFixture f;
        f.startConnected();
        QHeaderView *header = f.table()->horizontalHeader();
        const int width = f.table()->columnWidth(Column::Kind);
        header->moveSection(0, 4);
        header->resizeSection(Column::Kind, 300);
        columnAction(f, "showColumn_revoked")->trigger();
        columnAction(f, "resetColumns")->trigger();
        QCOMPARE(header->visualIndex(Column::State), 0);
        QCOMPARE(f.table()->columnWidth(Column::Kind), width);
        QVERIFY(f.table()->isColumnHidden(Column::Revoked));
    }

    /// They were measured with another font, or by a version that knew other words.
    void widthsThatNobodyChoseAreMeasuredAnew()
    {
        WindowFixture f;
        f.startConnected();
        const int width = f.table()->columnWidth(Column::Created);
        f.window->close();
        QVariantMap widths = f.settings->value(QStringLiteral("table/widths")).toMap();
        widths.insert(QStringLiteral("created"), 60);
        f.settings->setValue(QStringLiteral("table/widths"), widths);
        f.restart();
        f.openSession();
        QTRY_COMPARE(f.model()->rowCount(), 7);
        QCOMPARE(f.table()->columnWidth(Column::Created), width);
    }

    void theLastColumnCannotBeHidden()
    {
        WindowFixture f;
        f.startConnected();
        for (const char *column : {"state", "kind", "uses", "created", "expires", "lastUsed"})
            columnAction(f, qPrintable(QStringLiteral("showColumn_") + QString::fromLatin1(column)))->trigger();
        QVERIFY(!columnAction(f, "showColumn_name")->isEnabled());
        QVERIFY(!f.table()->isColumnHidden(Column::Name));
    }

    void brokenSettingsNeverBreakTheWindow()
    {
        WindowFixture f;
        f.start();
        f.settings->setValue(QStringLiteral("window/geometry"), QByteArray("nonsense"));
        f.window->close();
        f.settings->setValue(QStringLiteral("window/geometry"), QByteArray("nonsense"));
        f.settings->setValue(
            QStringLiteral("table/order"),
            QStringList{QStringLiteral("nonsense"), QStringLiteral("id"), QStringLiteral("id"), QString()});
        f.settings->setValue(QStringLiteral("table/hidden"),
                             QStringList{QStringLiteral("state"), QStringLiteral("name"), QStringLiteral("kind"),
                                         QStringLiteral("uses"), QStringLiteral("created"), QStringLiteral("expires"),
                                         QStringLiteral("lastUsed"), QStringLiteral("revoked"), QStringLiteral("id")});
        f.settings->setValue(QStringLiteral("table/widths"),
                             QVariantMap{{QStringLiteral("name"), -5}, {QStringLiteral("kind"), 1'000'000}});
        f.settings->setValue(QStringLiteral("table/sort"), QStringList{QStringLiteral("x")});
        f.settings->setValue(QStringLiteral("refresh/intervalSeconds"), QStringLiteral("soon"));
        f.settings->setValue(QStringLiteral("clipboard/clearAfterSeconds"), -1);
        f.window.reset();
        f.start();
        f.openSession();
        QTRY_COMPARE(f.model()->rowCount(), 7);
        QVERIFY(!f.table()->isColumnHidden(Column::Name));
        QVERIFY(f.table()->columnWidth(Column::Name) > 50);
        columnAction(f, "showColumn_kind")->trigger();
        QVERIFY(f.table()->columnWidth(Column::Kind) > 40 && f.table()->columnWidth(Column::Kind) < 400);
        QCOMPARE(f.table()->horizontalHeader()->sortIndicatorSection(), int(Column::Created));
        QCOMPARE(f.session->pollInterval(), std::chrono::milliseconds(30'000));
        QCOMPARE(Preferences::load(*f.settings), Preferences());
    }

    void preferencesAreKeptAndTheNewIntervalHoldsAtOnce()
    {
        WindowFixture f;
        f.startConnected();
        f.trigger("actionPreferences");
        auto *dialog = f.window->findChild<PreferencesDialog *>();
        QVERIFY(dialog);
        Preferences told;
        connect(f.window.get(), &MainWindow::preferencesChanged, this,
                [&told](const Preferences &preferences) { told = preferences; });
        auto *interval = dialog->findChild<QComboBox *>(QStringLiteral("refreshInterval"));
        QCOMPARE(interval->currentData().toInt(), 30);
        interval->setCurrentIndex(interval->findData(300));
        dialog->findChild<QSpinBox *>(QStringLiteral("clipboardSeconds"))->setValue(45);
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
        QCOMPARE(f.session->pollInterval(), std::chrono::milliseconds(300'000));
        QCOMPARE(f.settings->value(QStringLiteral("clipboard/clearAfterSeconds")).toInt(), 45);
        QCOMPARE(told.clearClipboardAfter, std::chrono::seconds(45));
        f.restart();
        QCOMPARE(f.session->pollInterval(), std::chrono::milliseconds(300'000));
    }

    void neverClearingTheClipboardIsStoredAsZeroAndCancelStoresNothing()
    {
        WindowFixture f;
        f.start();
        f.trigger("actionPreferences");
        auto *dialog = f.window->findChild<PreferencesDialog *>();
        dialog->findChild<QCheckBox *>(QStringLiteral("clearClipboard"))->setChecked(false);
        QVERIFY(!dialog->findChild<QSpinBox *>(QStringLiteral("clipboardSeconds"))->isEnabled());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!f.settings->contains(QStringLiteral("clipboard/clearAfterSeconds")));
        QTRY_VERIFY(!f.window->findChild<PreferencesDialog *>());
        f.trigger("actionPreferences");
        dialog = f.window->findChild<PreferencesDialog *>();
        dialog->findChild<QCheckBox *>(QStringLiteral("clearClipboard"))->setChecked(false);
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
        QCOMPARE(f.settings->value(QStringLiteral("clipboard/clearAfterSeconds")).toInt(), 0);
        QCOMPARE(Preferences::load(*f.settings).clearClipboardAfter, std::chrono::seconds(0));
    }
};

QTEST_MAIN(TestWindowMemory)
#include "test_window_memory.moc"
