// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/listpaging.h"

#include <QTest>

using namespace tokendesk;
using Next = ListPaging::Next;

namespace {

/// A page that begins with the row of that number.
ListPage page(qint64 rows, uint first, std::optional<qint64> total = {})
{
    return {rows, rows > 0 ? QUuid(first, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1) : QUuid(), total};
}

QString refusal(const Result<Next> &next)
{
    return next ? QStringLiteral("no error") : next.error().detail;
}

} // namespace

class TestListPaging : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPlainListIsDone_data();
    void aPlainListIsDone();
    void pagesAreAskedForUntilAllRowsCame();
    void aServerThatIgnoresTheOffsetIsFoundOut();
    void anEmptyPageBeforeTheEndIsAnError();
    void laterPagesMayLeaveTheTotalOut();
    void aListThatChangesIsReadAgainFromTheTop();
    void aListThatKeepsGrowingIsTakenAsItIs();
    void aListThatKeepsShrinkingIsAnError();
};

void TestListPaging::aPlainListIsDone_data()
{
    QTest::addColumn<qint64>("rows");
    QTest::addColumn<qint64>("total");
    QTest::newRow("no meta") << qint64(40) << qint64(-1);
    QTest::newRow("empty, no meta") << qint64(0) << qint64(-1);
    QTest::newRow("empty") << qint64(0) << qint64(0);
    QTest::newRow("all rows") << qint64(40) << qint64(40);
    QTest::newRow("more rows than told") << qint64(40) << qint64(39);
}

void TestListPaging::aPlainListIsDone()
{
    QFETCH(qint64, rows);
    QFETCH(qint64, total);
    ListPaging paging;
    const auto next = paging.pageCame(page(rows, 1, total < 0 ? std::nullopt : std::optional(total)));
    QVERIFY2(next.has_value(), qPrintable(refusal(next)));
    QCOMPARE(*next, Next::Done);
    QCOMPARE(paging.rows(), rows);
}

void TestListPaging::pagesAreAskedForUntilAllRowsCame()
{
    ListPaging paging;
    QCOMPARE(paging.pageCame(page(100, 1, 250)), Next::More);
    QCOMPARE(paging.rows(), 100);
    QCOMPARE(paging.limit(), 100);
    QCOMPARE(paging.total(), 250);
    // Fewer than asked for: the offset counts what came.
    QCOMPARE(paging.pageCame(page(60, 101, 250)), Next::More);
    QCOMPARE(paging.rows(), 160);
    QCOMPARE(paging.limit(), 100);
    QCOMPARE(paging.pageCame(page(90, 161, 250)), Next::Done);
    QCOMPARE(paging.rows(), 250);
}

void TestListPaging::aServerThatIgnoresTheOffsetIsFoundOut()
{
    ListPaging paging;
    QCOMPARE(paging.pageCame(page(100, 1, 150)), Next::More);
    QCOMPARE(refusal(paging.pageCame(page(100, 1, 150))), QStringLiteral("the server ignores the offset"));

    ListPaging later;
    QCOMPARE(later.pageCame(page(100, 1, 400)), Next::More);
    QCOMPARE(later.pageCame(page(100, 101, 400)), Next::More);
    QCOMPARE(refusal(later.pageCame(page(100, 1, 400))), QStringLiteral("the server ignores the offset"));
}

void TestListPaging::anEmptyPageBeforeTheEndIsAnError()
{
    ListPaging paging;
    QCOMPARE(paging.pageCame(page(100, 1, 150)), Next::More);
    QCOMPARE(refusal(paging.pageCame(page(0, 0, 150))), QStringLiteral("the list ends after 100 of 150 rows"));
    ListPaging atOnce;
    QCOMPARE(refusal(atOnce.pageCame(page(0, 0, 3))), QStringLiteral("the list ends after 0 of 3 rows"));
}

void TestListPaging::laterPagesMayLeaveTheTotalOut()
{
    ListPaging paging;
    QCOMPARE(paging.pageCame(page(100, 1, 150)), Next::More);
    QCOMPARE(paging.pageCame(page(50, 101)), Next::Done);
}

void TestListPaging::aListThatChangesIsReadAgainFromTheTop()
{
    ListPaging paging;
    QCOMPARE(paging.pageCame(page(100, 2, 150)), Next::More);
    QCOMPARE(paging.pageCame(page(51, 101, 151)), Next::StartAgain);
    QCOMPARE(paging.rows(), 0);
    // The same first row as before is no repetition now.
    QCOMPARE(paging.pageCame(page(100, 2, 151)), Next::More);
    QCOMPARE(paging.pageCame(page(51, 102, 151)), Next::Done);
    QCOMPARE(paging.rows(), 151);
}

void TestListPaging::aListThatKeepsGrowingIsTakenAsItIs()
{
    ListPaging paging;
    QCOMPARE(paging.pageCame(page(100, 9, 150)), Next::More);
    QCOMPARE(paging.pageCame(page(51, 108, 151)), Next::StartAgain);
    QCOMPARE(paging.pageCame(page(100, 8, 151)), Next::More);
    QCOMPARE(paging.pageCame(page(52, 107, 152)), Next::StartAgain);
    QCOMPARE(paging.pageCame(page(100, 7, 152)), Next::More);
    QCOMPARE(paging.pageCame(page(53, 106, 153)), Next::Done);
    QCOMPARE(paging.total(), 153);
}

void TestListPaging::aListThatKeepsShrinkingIsAnError()
{
    ListPaging paging;
    for (qint64 total = 150; total > 148; --total) {
        QCOMPARE(paging.pageCame(page(100, 1, total)), Next::More);
        QCOMPARE(paging.pageCame(page(49, 102, total - 1)), Next::StartAgain);
    }
    QCOMPARE(paging.pageCame(page(100, 1, 148)), Next::More);
    QCOMPARE(refusal(paging.pageCame(page(47, 102, 147))),
             QStringLiteral("the list kept changing while its pages were read"));
}

QTEST_GUILESS_MAIN(TestListPaging)
#include "testlistpaging.moc"
