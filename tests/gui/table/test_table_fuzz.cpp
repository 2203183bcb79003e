// SPDX-License-Identifier: GPL-3.0-or-later
//
// The fuzz of the model once more, with changes that come by way of the table, and its own selection model.
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
        QTest::newRow("more ranges than the base class knows") << 6u << 2500 << 40;
    }
    void nothingIsLostOverManyOperations()
    {
        QFETCH(quint32, seed);
        QFETCH(int, size);
        QFETCH(int, steps);
        TableFuzz<TokenTableView> fuzz(seed, size, [](TokenTableView &view, const auto &change) {
            view.keepingPlace(TokenTableView::AtTop::Stay, change);
        });
        for (int i = 0; i < steps; ++i) {
            fuzz.step();
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(QStringLiteral("at step %1").arg(i)));
        }
    }
};

QTEST_MAIN(TestTableFuzz)
#include "test_table_fuzz.moc"
