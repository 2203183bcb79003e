// SPDX-License-Identifier: GPL-3.0-or-later
//
// A list that comes in pages over real HTTP, as the window shows it.
#include "realserver.h"

#include <QProgressBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace tokendesk;

class TestWindowPaging : public QObject
{
    Q_OBJECT

    static QStringList inPages(int tokens)
    {
        return {QStringLiteral("--tokens"), QString::number(tokens), QStringLiteral("--page-size"),
                QStringLiteral("500")};
    }
    /// Each page takes long enough to be looked at.
    static QStringList inSlowPages(int tokens)
    {
        return inPages(tokens) +
               QStringList{QStringLiteral("--fault"), QStringLiteral("delay:200@/provisioning-tokens")};
    }

private Q_SLOTS:
    void theFirstListSaysHowFarItIsUntilItIsWhole()
    {
        RealServer r;
        r.start(inSlowPages(2500));
        QTRY_COMPARE_WITH_TIMEOUT(r.f.says("pageExplanation"), QStringLiteral("1,000 of 2,500"), 20'000);
        QCOMPARE(r.f.says("pageHeadline"), QStringLiteral("Loading tokens…"));
        QCOMPARE(r.f.find<QProgressBar>("pageProgress")->value(), 400);
        QVERIFY(!r.f.isListShown());
        QCOMPARE(r.f.model()->rowCount(), 0);
        QVERIFY(r.waitUntilLoaded());
        QVERIFY(r.f.isListShown());
        QCOMPARE(r.f.model()->rowCount(), 2500);
    }

    void theFirstListCanBeCancelledAndTriedAgain()
    {
        RealServer r;
        r.start(inSlowPages(2500));
        QTRY_COMPARE_WITH_TIMEOUT(r.f.says("pageExplanation"), QStringLiteral("500 of 2,500"), 20'000);
        QCOMPARE(r.f.buttonText("pageButton"), QStringLiteral("Cancel"));
        r.f.click("pageButton");
        QTRY_COMPARE(r.f.says("pageHeadline"), QStringLiteral("Loading was cancelled."));
        const int asked = r.server.count(QStringLiteral("GET"), QStringLiteral("/api/provisioning-tokens"));
        QVERIFY(asked < 5);
        QVERIFY(r.server.clearFaults());
        r.f.click("pageButton");
        QVERIFY(r.waitUntilLoaded());
        QCOMPARE(r.f.model()->rowCount(), 2500);
    }

    void aRefreshSaysHowFarItIsAndTheOldListStaysUntilTheNewOneIsWhole()
    {
        RealServer r;
        r.start(inPages(1500));
        QVERIFY(r.waitUntilLoaded());
        r.server.control("POST", "/tokens", QJsonDocument(QJsonArray{QJsonObject{}, QJsonObject{}}));
        QVERIFY(r.fault("delay", 200));
        r.f.trigger("actionRefresh");
        QTRY_COMPARE_WITH_TIMEOUT(r.f.says("statusBusy"), QStringLiteral("Refreshing: 1,000 of 1,502"), 20'000);
        QVERIFY(r.f.isListShown());
        QCOMPARE(r.f.model()->rowCount(), 1500);
        QVERIFY(r.waitUntilRefreshed());
        QCOMPARE(r.f.model()->rowCount(), 1502);
        QVERIFY(r.f.says("statusBusy").isEmpty());
    }

    void aRefreshThatIsCancelledLeavesTheOldListAndNoError()
    {
        RealServer r;
        r.start(inPages(1500));
        QVERIFY(r.waitUntilLoaded());
        QVERIFY(r.fault("delay", 300));
        r.f.trigger("actionRefresh");
        QTRY_VERIFY_WITH_TIMEOUT(r.f.find<QToolButton>("statusCancel")->isVisible(), 20'000);
        r.f.click("statusCancel");
        QVERIFY(r.waitUntilRefreshed());
        QCOMPARE(r.f.model()->rowCount(), 1500);
        QVERIFY(r.f.says("bannerHeadline").isEmpty());
        QVERIFY(!r.f.session->isStale());
    }

    void aServerThatRepeatsAPageIsFoundOutAndTheOldListStays()
    {
        RealServer r;
        r.start(inPages(400)); // fits into one page
        QVERIFY(r.waitUntilLoaded());
        const QString port = QString::number(r.server.port());
        const QString bearer = QString::fromLatin1(r.server.bearer());
        QVERIFY(r.server.stop());
        QVERIFY(r.server.start(inPages(1200) + QStringList{QStringLiteral("--ignore-offset"), QStringLiteral("--port"),
                                                           port, QStringLiteral("--bearer"), bearer}));
        r.f.refresh();
        QVERIFY(r.f.says("bannerExplanation").contains(QStringLiteral("the server ignores the offset")));
        QVERIFY(r.f.isListShown());
        QCOMPARE(r.f.model()->rowCount(), 400);
    }

    void aTotalThatChangesMeanwhileStartsTheListAgain()
    {
        RealServer r;
        r.start(inSlowPages(1500));
        QSignalSpy progress(r.f.session.get(), &Session::loadProgress);
        QTRY_VERIFY_WITH_TIMEOUT(!progress.isEmpty(), 20'000);
        r.server.control("POST", "/tokens", QJsonDocument(QJsonArray{QJsonObject{}}));
        QVERIFY(r.waitUntilLoaded());
        QCOMPARE(r.f.model()->rowCount(), 1501);
        QVERIFY(r.f.says("bannerHeadline").isEmpty()); // no row came twice
        const int asked = r.server.count(QStringLiteral("GET"), QStringLiteral("/api/provisioning-tokens"));
        QVERIFY2(asked > 4, qPrintable(QString::number(asked)));
    }

    void aListOverTheCapIsRefusedWithASentenceThatSaysTheCap()
    {
        RealServer r;
        r.maxListBytes = 32 << 20;
        r.start({QStringLiteral("--tokens"), QStringLiteral("300")});
        QVERIFY(r.waitUntilLoaded());
        QVERIFY(r.fault("bomb", QStringLiteral("64,rows")));
        r.f.refresh();
        QTRY_VERIFY(!r.f.says("bannerExplanation").isEmpty());
        QVERIFY2(r.f.says("bannerExplanation").contains(QStringLiteral("more than 32 MB")),
                 qPrintable(r.f.says("bannerExplanation")));
        QCOMPARE(r.f.model()->rowCount(), 300);
        r.maxListBytes = qint64(1) << 30;
        QVERIFY(r.server.clearFaults());
        r.f.refresh();
        QTRY_VERIFY(r.f.says("bannerHeadline").isEmpty());
    }
};

QTEST_MAIN(TestWindowPaging)
#include "test_window_paging.moc"
