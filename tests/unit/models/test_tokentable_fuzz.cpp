// SPDX-License-Identifier: GPL-3.0-or-later
//
// Random refreshes, filters, sorts, selections and clock ticks on a real QTableView, beside an oracle that keeps plain
// lists. Nothing may be lost, selected by mistake, or shown in another order.
#include "support/tablefuzz.h"

using namespace tokendesk;

class TestTokenTableFuzz : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLostOverManyOperations_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("steps");
        QTest::newRow("a handful") << 1u << 5 << 1200;
        QTest::newRow("a page") << 2u << 40 << 1000;
        QTest::newRow("some hundreds") << 3u << 400 << 250;
    }
    void nothingIsLostOverManyOperations()
    {
        QFETCH(quint32, seed);
        QFETCH(int, size);
        QFETCH(int, steps);
        TableFuzz<QTableView> fuzz(seed, size, [](QTableView &, const auto &change) { change(); });
        for (int i = 0; i < steps; ++i) {
            fuzz.step();
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(QStringLiteral("at step %1").arg(i)));
        }
    }
};

QTEST_MAIN(TestTokenTableFuzz)
#include "test_tokentable_fuzz.moc"
