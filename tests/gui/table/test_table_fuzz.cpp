// SPDX-License-Identifier: GPL-3.0-or-later
//
// The fuzz of the model once more, with changes that come by way of the table, which carries large selections over them
// by itself.
#include "gui/tokentableview.h"
#include "support/tablefuzz.h"

using namespace tokendesk;

class TestTableFuzz : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLostOverManyOperations_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("steps");
        QTest::newRow("a page") << 4u << 40 << 1000;
        QTest::newRow("some hundreds") << 5u << 300 << 400;
        QTest::newRow("more than a selection model is asked to follow") << 6u << 2500 << 40;
    }
    void nothingIsLostOverManyOperations()
    {
        QFETCH(quint32, seed);
        QFETCH(int, size);
        QFETCH(int, steps);
        TableFuzz<TokenTableView> fuzz(seed, size, [](TokenTableView &view, const auto &change, const TokenDiff &diff) {
            view.keepingPlace(TokenTableView::AtTop::Stay, change, diff);
        });
        for (int i = 0; i < steps; ++i) {
            fuzz.step();
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(QStringLiteral("at step %1").arg(i)));
        }
    }

    void aLargeSelectionIsSaidToHaveChangedAndCanBeExtended()
    {
        std::vector<TestToken> tokens;
        for (int number = 0; number < 3000; ++number)
            tokens.push_back({number, QStringLiteral("Token %1").arg(number % 10), number});
        TokenTableModel model;
        TokenTableView view;
        view.setTokenModel(&model);
        const auto snapshot = snapshotOf(tokens);
        model.setTokens(snapshot, diffTokens(TokenSnapshot(), *snapshot));
        view.selectAll();
        QCOMPARE(view.selectedCount(), 3000);
        int altered = 0;
        connect(&view, &TokenTableView::selectionAltered, &view, [&] { ++altered; });
        view.keepingPlace(TokenTableView::AtTop::Stay, [&] { model.setFilter(TokenFilter(QStringLiteral("3"))); });
        QVERIFY(altered > 0);
        QCOMPARE(view.selectedCount(), model.rowCount());
        view.keepingPlace(TokenTableView::AtTop::Stay, [&] { model.setFilter({}); });
        QVERIFY(view.selectedCount() < 3000); // those that were hidden are not selected again
        const int selected = view.selectedCount();
        int row = 0;
        while (view.selectionModel()->isRowSelected(row))
            ++row;
        view.selectionModel()->select(model.index(row, 0),
                                      QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows);
        QCOMPARE(view.selectedCount(), selected + 1);
    }
};

QTEST_MAIN(TestTableFuzz)
#include "test_table_fuzz.moc"
