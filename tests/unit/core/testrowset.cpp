// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/placesort.h"
#include "core/radixsort.h"
#include "core/rowset.h"

#include <QRandomGenerator>
#include <QTest>

#include <set>

using namespace tokendesk;

class TestRowSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isASetOfRows()
    {
        QRandomGenerator random(1);
        for (const quint32 size : {0U, 1U, 63U, 64U, 65U, 1000U}) {
            RowSet set(size);
            std::set<quint32> expected;
            for (quint32 i = 0; i < size / 2; ++i) {
                const quint32 row = random.bounded(size);
                set.insert(row);
                expected.insert(row);
            }
            QCOMPARE(set.size(), size);
            QCOMPARE(set.count(), quint32(expected.size()));
            std::vector<quint32> rows;
            set.forEach([&](quint32 row) { rows.push_back(row); });
            QCOMPARE(rows, std::vector<quint32>(expected.begin(), expected.end()));
            QVERIFY(set == RowSet::where(size, [&](quint32 row) { return expected.count(row) > 0; }));

            const RowSet all = RowSet::all(size);
            QCOMPARE(all.count(), size);
            RowSet rest = all;
            rest -= set;
            QCOMPARE(rest.count(), size - set.count());
            RowSet both = rest;
            both &= set;
            QCOMPARE(both.count(), 0U);
            for (quint32 row = 0; row < size; ++row)
                QVERIFY(set.contains(row) != rest.contains(row));
            RowSet either = rest;
            either |= set;
            QVERIFY(either == all);

            RowSet different = set;
            different ^= RowSet::where(size, [](quint32 row) { return row % 3 == 0; });
            QVERIFY(different == RowSet::where(size, [&](quint32 row) { return set.contains(row) != (row % 3 == 0); }));

            RowSet odd = set;
            std::vector<quint32> told;
            odd.keep([](quint32 row) { return row % 2 == 1; }, [&](quint32 row) { told.push_back(row); });
            QVERIFY(odd == RowSet::where(size, [&](quint32 row) { return set.contains(row) && row % 2 == 1; }));
            for (const quint32 row : told)
                QVERIFY(set.contains(row));
        }
    }

    void radixSortAgreesWithAStableSort_data()
    {
        QTest::addColumn<int>("lowest");
        QTest::addColumn<int>("bits");
        QTest::newRow("equal") << 0 << 0;
        QTest::newRow("one bit") << 0 << 1;
        QTest::newRow("a few") << 0 << 5;
        QTest::newRow("more than one pass") << 3 << 23;
        QTest::newRow("all") << 0 << 64;
        QTest::newRow("the highest") << 60 << 4;
    }
    void radixSortAgreesWithAStableSort()
    {
        QFETCH(int, lowest);
        QFETCH(int, bits);
        QRandomGenerator random(2);
        for (const size_t size : {0U, 1U, 2U, 700U}) {
            std::vector<std::pair<quint64, int>> words;
            for (size_t i = 0; i < size; ++i) {
                const quint64 any = random.generate64();
                words.push_back({bits == 0 ? 5 : (any >> (64 - bits)) << lowest, int(i)});
            }
            auto expected = words;
            std::stable_sort(expected.begin(), expected.end(), [](auto a, auto b) { return a.first < b.first; });
            radixSort(std::span(words), [](const auto &word) { return word.first; });
            QVERIFY(words == expected);
        }
    }

    void placeSortAgreesWithAStableSortAndTellsOfEquals_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<quint32>("places");
        for (const int size : {0, 1, 2, 700, 5000})
            for (const quint32 places : {1U, 2U, 255U, 256U, 257U, 700U, 5000U, 70'000U})
                QTest::addRow("%d rows, %u places", size, places) << size << places;
    }
    void placeSortAgreesWithAStableSortAndTellsOfEquals()
    {
        QFETCH(int, size);
        QFETCH(quint32, places);
        QRandomGenerator random(3);
        std::vector<quint32> placeOf;
        std::vector<quint32> rows;
        for (int i = 0; i < size; ++i) {
            placeOf.push_back(random.bounded(places));
            rows.push_back(quint32(i));
        }
        std::vector<quint32> expected = rows;
        std::stable_sort(expected.begin(), expected.end(),
                         [&](quint32 a, quint32 b) { return placeOf[a] < placeOf[b]; });
        std::vector<quint64> scratch(rows.size());
        std::set<quint32> together; // positions
        const auto noteEqual = [&](quint32 first, quint32 count) {
            QVERIFY(count > 1);
            for (quint32 i = first; i < first + count; ++i) {
                QCOMPARE(placeOf[rows[i]], placeOf[rows[first]]);
                QVERIFY(together.insert(i).second);
                scratch[i] = ~quint64(0); // which is free again
            }
        };
        placeSort(
            std::span(rows), places, [&](quint32 row) { return placeOf[row]; }, std::span(scratch), noteEqual);
        QCOMPARE(rows, expected);
        for (quint32 i = 0; i < rows.size(); ++i) {
            const auto sameAs = [&](quint32 other) {
                return other < rows.size() && placeOf[rows[i]] == placeOf[rows[other]];
            };
            QCOMPARE(together.count(i) > 0, sameAs(i - 1) || sameAs(i + 1));
        }
    }
};

QTEST_APPLESS_MAIN(TestRowSet)
#include "testrowset.moc"
