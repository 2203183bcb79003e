// SPDX-License-Identifier: GPL-3.0-or-later
// The audit view in the real window, by a person's steps.
#include "windowfixture.h"

#include "gui/auditcards.h"
#include "gui/lifetimesview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSlider>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

using namespace tokendesk;
using Column = TokenTableModel::Column;

class TestAuditPage : public QObject
{
    Q_OBJECT

    static QString cardName(AuditCard card) { return QStringLiteral("card%1").arg(static_cast<int>(card)); }
    static AuditCardButton *card(const WindowFixture &f, AuditCard which)
    {
        return f.find<AuditCardButton>(cardName(which).toLatin1().constData());
    }
    static void openAudit(WindowFixture &f)
    {
        f.server.tokens = tokensOfEveryState(f.clock.nowMs());
        // Live and reusable, and idle for long.
        f.server.tokens.push_back({8, QStringLiteral("Forgotten kiosk"), f.clock.nowMs() - 300 * msPerDay,
                                   f.clock.nowMs() + 30 * msPerDay, f.clock.nowMs() - 200 * msPerDay, noInstant, 5,
                                   false});
        f.startConnected();
        f.trigger("actionViewAudit");
        QTRY_COMPARE(card(f, AuditCard::Stale)->number(), QStringLiteral("1"));
    }
    /// Two looks: one ten days ago that knew fewer tokens, and one of now.
    static TokenHistoryPtr history(qint64 now)
    {
        TokenHistoryBuilder builder;
        builder.addLook({now - 10 * msPerDay, now - 10 * msPerDay});
        TokenRow row;
        row.id = testTokenId(7);
        row.createdAt = now - 400 * msPerDay;
        row.useCount = 100;
        builder.addToken(row, "Forever fleet, then");
        builder.addLook({now, now});
        builder.addEvent(0, TokenEventKind::UseCount, 100, 120);
        return builder.build();
    }

private Q_SLOTS:
    void aCardFiltersTheTableAndASecondClickShowsAllAgain()
    {
        WindowFixture f;
        openAudit(f);
        QTest::mouseClick(card(f, AuditCard::Stale), Qt::LeftButton);
        QCOMPARE(f.names(), QStringList{QStringLiteral("Forgotten kiosk")});
        QVERIFY(card(f, AuditCard::Stale)->isChecked());
        QCOMPARE(card(f, AuditCard::Stale)->accessibleName(), QStringLiteral("Stale: 1"));
        QVERIFY(f.find("marksButton")->isVisible());
        QCOMPARE(f.find<LifetimesView>("lifetimes")->itemsCount() <= 8, true);
        QTest::mouseClick(card(f, AuditCard::Stale), Qt::LeftButton);
        QCOMPARE(f.model()->rowCount(), 8);
        QVERIFY(!f.find("marksButton")->isVisible());
    }

    void theCardForActiveTokensIsTheStateChoice()
    {
        WindowFixture f;
        openAudit(f);
        QTest::mouseClick(card(f, AuditCard::Active), Qt::LeftButton);
        QCOMPARE(f.find<QComboBox>("stateChoice")->currentData().toInt(), int(StateChoice::Active));
        f.find<QComboBox>("stateChoice")->setCurrentIndex(0);
        QVERIFY(!card(f, AuditCard::Active)->isChecked());
    }

    void theAuditStaysWhereNothingPassesTheFilter()
    {
        WindowFixture f;
        openAudit(f);
        f.type(QStringLiteral("no such token"));
        QCOMPARE(f.model()->rowCount(), 0);
        QCOMPARE(f.find<QStackedWidget>("pages")->currentWidget()->objectName(), QStringLiteral("auditPage"));
    }

    void aBarThatIsClickedIsSelectedInTheTableAndTheOtherWayRound()
    {
        WindowFixture f;
        openAudit(f);
        auto *view = f.find<LifetimesView>("lifetimes");
        QTRY_COMPARE(view->itemsCount(), 8);
        view->replot();
        const QRectF bar = view->itemRect(2);
        QTest::mouseClick(view, Qt::LeftButton, {}, bar.center().toPoint());
        QCOMPARE(f.table()->selection().positions(), std::vector<int>{2});
        f.trigger("actionViewTokens");
        QCOMPARE(f.table()->selection().positions(), std::vector<int>{2});
        QVERIFY(f.isListShown());
    }

    void aFindingSelectsItsTokenCanBeHiddenAndShownAgain()
    {
        WindowFixture f;
        openAudit(f);
        auto *findings = f.find<QTableView>("findingsTable");
        QTRY_VERIFY(findings->model()->rowCount() > 0);
        const int before = findings->model()->rowCount();
        const QUuid id = findings->model()->index(0, 0).data(Qt::UserRole).toUuid();
        findings->selectRow(0);
        QCOMPARE(f.table()->selection().count(), 1);
        QCOMPARE(*f.model()->tokenId(f.table()->selection().positions().front()), id);
        QTest::mouseClick(f.find<QPushButton>("revokeFinding"), Qt::LeftButton);
        QCOMPARE(f.revokeDialogs.size(), size_t(1));
        QCOMPARE(f.revokeDialogs.front(), std::vector<QUuid>{id});
        const int hiddenBefore = int(f.history.hiddenFindings().size());
        QTest::mouseClick(f.find<QPushButton>("hideFinding"), Qt::LeftButton);
        QCOMPARE(int(f.history.hiddenFindings().size()), hiddenBefore + 1);
        QTRY_VERIFY(f.says("findingsSubtitle").contains(QStringLiteral("hidden")));
        f.find<QCheckBox>("showHiddenFindings")->setChecked(true);
        QTRY_VERIFY(findings->model()->rowCount() >= before);
    }

    void markingAsReviewedKeepsTheNote()
    {
        WindowFixture f;
        openAudit(f);
        QTest::mouseClick(f.find<QPushButton>("markReviewed"), Qt::LeftButton);
        auto *dialog = f.find<QInputDialog>("reviewDialog");
        dialog->setTextValue(QStringLiteral("with Ann"));
        dialog->accept();
        QTRY_COMPARE(int(f.history.reviews().size()), 1);
        QCOMPARE(f.history.reviews().back().note, QStringLiteral("with Ann"));
        QTRY_VERIFY(f.says("reviewSince").contains(QStringLiteral("with Ann")));
    }

    void thresholdsAreFollowedAtOnceAndKept()
    {
        WindowFixture f;
        openAudit(f);
        QTest::mouseClick(f.find<QPushButton>("thresholds"), Qt::LeftButton);
        f.find<QSpinBox>("staleDays")->setValue(250);
        QTRY_COMPARE(card(f, AuditCard::Stale)->number(), QStringLiteral("0"));
        const QString id = WindowFixture::profile().uuid.toString(QUuid::WithoutBraces);
        QCOMPARE(f.settings->value(QStringLiteral("profiles/%1/audit/staleDays").arg(id)).toInt(), 250);
        QTest::mouseClick(f.find<QPushButton>("resetThresholds"), Qt::LeftButton);
        QTRY_COMPARE(card(f, AuditCard::Stale)->number(), QStringLiteral("1"));
        QVERIFY(!f.settings->contains(QStringLiteral("profiles/%1/audit/staleDays").arg(id)));
    }

    void thePastIsReadOnlyMarkedAndLeftWithOneButton()
    {
        WindowFixture f;
        openAudit(f);
        f.history.set(history(f.clock.nowMs()));
        auto *slider = f.find<QSlider>("lookSlider");
        QTRY_COMPARE(slider->maximum(), 2);
        slider->setValue(0);
        QTRY_COMPARE(f.model()->rowCount(), 1);
        QCOMPARE(f.names(), QStringList{QStringLiteral("Forever fleet, then")});
        QVERIFY(f.find("momentBanner")->isVisible());
        QVERIFY(f.find("momentMark")->isVisible());
        QVERIFY(!f.isEnabled("actionNewToken"));
        QVERIFY(!f.find<QPushButton>("markReviewed")->isEnabled());
        f.table()->selectAll();
        QVERIFY(!f.isEnabled("actionRevoke"));
        // A list that comes meanwhile does not disturb.
        f.server.tokens.pop_back();
        f.refresh();
        QCOMPARE(f.model()->rowCount(), 1);
        f.click("bannerBackToNow");
        QTRY_COMPARE(f.model()->rowCount(), 7);
        QVERIFY(!f.find("momentBanner")->isVisible());
        QVERIFY(f.isEnabled("actionNewToken"));
    }

    void aHistoryThatIsNotKeptIsSaid()
    {
        WindowFixture f;
        openAudit(f);
        f.history.set(HistoryKeeper::Status::NotKept,
                      HistoryProblem{QStringLiteral("The disk is full."), QStringLiteral("History is not kept.")});
        QTRY_COMPARE(f.says("bannerHeadline"), QStringLiteral("The disk is full."));
        QCOMPARE(f.says("bannerExplanation"), QStringLiteral("History is not kept."));
        f.trigger("actionViewTokens"); // also for those who never look at the audit
        QCOMPARE(f.says("bannerHeadline"), QStringLiteral("The disk is full."));
        f.history.set(HistoryKeeper::Status::Keeping);
        QTRY_COMPARE(f.says("bannerHeadline"), QString());
    }

    void theDetailsSayEverythingOfOneTokenAndSumUpSeveral()
    {
        WindowFixture f;
        f.startConnected();
        if (!f.find<QAction>("actionDetails")->isChecked())
            f.trigger("actionDetails");
        f.select(QStringLiteral("Forever fleet"));
        QTRY_COMPARE(f.says("detailsName"), QStringLiteral("Forever fleet"));
        QTRY_VERIFY(!f.says("detailsFindings").isEmpty());
        // The id begins where the fields above it do.
        auto *id = f.find("detailsId");
        QTRY_VERIFY(id->isVisible());
        const QImage line = id->grab().toImage();
        const auto hasInk = [&](int x) {
            for (int y = 0; y < line.height(); ++y)
                if (line.pixel(x, y) != line.pixel(line.width() - 1, 0))
                    return true;
            return false;
        };
        QVERIFY(hasInk(0) || hasInk(1) || hasInk(2));
        f.table()->selectAll();
        QTRY_VERIFY(f.says("detailsName").startsWith(QStringLiteral("7 ")));
        f.trigger("actionDetails");
        QVERIFY(!f.find("tokenDetails")->isVisible());
        QCOMPARE(f.settings->value(QStringLiteral("window/details")).toBool(), false);
    }

    void theDetailsOfManyTokensFollowWhatAFilterLeavesOfThem()
    {
        WindowFixture f;
        f.server.tokens.clear();
        for (int number = 1; number <= 3000; ++number) // more than stay in the selection model while the table changes
            f.server.tokens.push_back({number, number <= 1200 ? QStringLiteral("Kiosk") : QStringLiteral("Gate"),
                                       f.clock.nowMs() - msPerDay});
        f.startConnected();
        if (!f.find<QAction>("actionDetails")->isChecked())
            f.trigger("actionDetails");
        f.table()->selectAll();
        QTRY_COMPARE(f.says("detailsName"), QStringLiteral("%1 token(s) selected").arg(QLocale().toString(3000)));
        f.type(QStringLiteral("kiosk"));
        QTRY_COMPARE(f.says("detailsName"), QStringLiteral("%1 token(s) selected").arg(QLocale().toString(1200)));
        f.type({});
        QTest::qWait(50);
        QCOMPARE(f.says("detailsName"), QStringLiteral("%1 token(s) selected").arg(QLocale().toString(1200)));
        f.table()->clearSelection();
        QTRY_COMPARE(f.says("detailsName"), QStringLiteral("No token is selected"));
    }

    void theDetailsCallAKindWhatTheTableCallsIt()
    {
        WindowFixture f;
        f.startConnected();
        if (!f.find<QAction>("actionDetails")->isChecked())
            f.trigger("actionDetails");
        QSet<QString> kinds;
        for (int row = 0; row < f.model()->rowCount(); ++row) {
            f.table()->showRow(row);
            QTRY_COMPARE(f.says("detailsName"), f.model()->index(row, TokenTableModel::Name).data().toString());
            const QString kind = f.model()->index(row, TokenTableModel::Kind).data().toString();
            QTRY_COMPARE(f.says("detailsField"), kind); // the first field
            kinds << kind;
        }
        QCOMPARE(kinds.size(), 2);
    }

    void aReportIsWritten_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("begins");
        QTest::addColumn<QByteArray>("holds");
        QTest::newRow("html") << QStringLiteral("html") << QByteArray("<!DOCTYPE") << QByteArray("Forgotten kiosk");
        QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF") << QByteArray();
        QTest::newRow("csv") << QStringLiteral("csv") << QByteArray("\xEF\xBB\xBF") << QByteArray("Forgotten kiosk");
        QTest::newRow("json") << QStringLiteral("json") << QByteArray("{") << QByteArray("Forgotten kiosk");
    }
    void aReportIsWritten()
    {
        QFETCH(QString, suffix);
        QFETCH(QByteArray, begins);
        QFETCH(QByteArray, holds);
        WindowFixture f;
        openAudit(f);
        f.trigger("actionReport");
        auto *dialog = f.find<QFileDialog>("reportDialog");
        const QString path = f.folder.filePath(QStringLiteral("report.") + suffix);
        Q_EMIT dialog->fileSelected(path);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 30'000);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(bytes.left(60).toUpper().startsWith(begins.toUpper()), bytes.left(60).constData());
        QVERIFY(bytes.contains(holds));
    }

    void aReportThatCannotBeWrittenSaysSoAndLeavesNothing()
    {
        WindowFixture f;
        openAudit(f);
        f.trigger("actionReport");
        const QString path = f.folder.filePath(QStringLiteral("no such folder/report.csv"));
        Q_EMIT f.find<QFileDialog>("reportDialog")->fileSelected(path);
        QTRY_VERIFY(f.window->findChild<QWidget *>(QStringLiteral("reportFailed")));
        QVERIFY(!QFile::exists(path));
    }

    void everythingFitsInto800By600()
    {
        WindowFixture f;
        openAudit(f);
        f.window->resize(800, 600);
        QTRY_COMPARE(f.window->width(), 800);
        auto *scroll = f.find<QScrollArea>("auditScroll");
        QTRY_VERIFY(scroll->widget()->width() <= scroll->viewport()->width());
    }

    void everyControlOfThePageHasANameForThoseWhoCannotSeeIt()
    {
        WindowFixture f;
        openAudit(f);
        const auto widgets = f.find("auditPage")->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            const bool reached = widget->focusPolicy() & Qt::TabFocus;
            if (!reached || !widget->isVisible() || widget->objectName().startsWith(QLatin1String("qt_")))
                continue;
            QVERIFY2(!widget->accessibleName().isEmpty() || qobject_cast<const QScrollArea *>(widget),
                     qPrintable(widget->objectName() + QLatin1String(widget->metaObject()->className())));
        }
    }
};

QTEST_MAIN(TestAuditPage)
#include "test_auditpage.moc"
