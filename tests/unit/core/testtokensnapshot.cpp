// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokensnapshot.h"
#include "support/tokens.h"

#include <QLocale>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace tokendesk;

namespace {

QStringList namesByRank(const TokenSnapshot &tokens)
{
    std::vector<quint32> rows(tokens.size());
    std::iota(rows.begin(), rows.end(), 0U);
    std::stable_sort(rows.begin(), rows.end(),
                     [&](quint32 a, quint32 b) { return tokens.nameRank(a) < tokens.nameRank(b); });
    QStringList names;
    for (const quint32 row : rows)
        names << tokens.name(row);
    return names;
}

TokenSnapshotPtr named(const QStringList &names, const QLocale &locale = QLocale(QLocale::English))
{
    TokenSnapshotBuilder builder;
    for (qsizetype i = 0; i < names.size(); ++i) {
        TokenRow row;
        row.id = testTokenId(int(i));
        builder.add(row, names[i].toStdString());
    }
    return builder.finish(nameCollator(locale));
}

} // namespace

class TestTokenSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsKeepTheServersOrderAndEveryField()
    {
        const auto tokens = tokensOfEveryState(5000);
        const auto snapshot = snapshotOf(tokens);
        QCOMPARE(snapshot->size(), quint32(tokens.size()));
        for (quint32 row = 0; row < snapshot->size(); ++row) {
            const TokenRow &seen = snapshot->row(row);
            QCOMPARE(seen.id, testTokenId(tokens[row].number));
            QCOMPARE(snapshot->name(row), tokens[row].name);
            QCOMPARE(QByteArray::fromStdString(std::string(snapshot->nameUtf8(row))), tokens[row].name.toUtf8());
            QCOMPARE(seen.createdAt, tokens[row].createdAt);
            QCOMPARE(seen.expiresAt, tokens[row].expiresAt);
            QCOMPARE(seen.lastUsedAt, tokens[row].lastUsedAt);
            QCOMPARE(seen.revokedAt, tokens[row].revokedAt);
            QCOMPARE(seen.useCount, tokens[row].useCount);
            QCOMPARE(seen.singleUse, tokens[row].singleUse);
        }
    }

    void anEmptyListIsAList()
    {
        const auto empty = snapshotOf({});
        QCOMPARE(empty->size(), 0U);
        QVERIFY(!empty->rowOf(testTokenId(1)));
        QVERIFY(empty->rowsById().empty());
        QCOMPARE(TokenSnapshot().size(), 0U);
        QVERIFY(!TokenSnapshot().rowOf(testTokenId(1)));
    }

    void everyIdIsFoundAndNoOther()
    {
        std::vector<TestToken> tokens;
        for (int number = 0; number < 3000; ++number)
            tokens.push_back({number, QString::number(number)});
        QRandomGenerator random(1);
        std::shuffle(tokens.begin(), tokens.end(), random);
        const auto snapshot = snapshotOf(tokens);
        for (quint32 row = 0; row < snapshot->size(); ++row)
            QCOMPARE(snapshot->rowOf(snapshot->row(row).id), std::optional(row));
        for (int number = 3000; number < 6000; ++number)
            QVERIFY(!snapshot->rowOf(testTokenId(number)));
        QVERIFY(!snapshot->rowOf(QUuid()));
    }

    void rowsByIdIsOneOrderForEverySnapshot()
    {
        // Ids of several variants: QUuid's own comparison orders them by variant first.
        std::vector<QUuid> ids;
        QRandomGenerator random(2);
        for (int i = 0; i < 500; ++i) {
            const quint32 words[4] = {random(), random(), random(), random()};
            QUuid id;
            memcpy(&id, words, sizeof(id));
            ids.push_back(id);
        }
        const auto orderOf = [](const std::vector<QUuid> &some) {
            TokenSnapshotBuilder builder;
            for (const QUuid &id : some) {
                TokenRow row;
                row.id = id;
                builder.add(row, "x");
            }
            const auto snapshot = builder.finish(nameCollator(QLocale::c()));
            std::vector<QUuid> order;
            for (const quint32 row : snapshot->rowsById())
                order.push_back(snapshot->row(row).id);
            for (const QUuid &id : some)
                Q_ASSERT(snapshot->rowOf(id));
            return order;
        };
        const auto first = orderOf(ids);
        QCOMPARE(first.size(), ids.size());
        std::shuffle(ids.begin(), ids.end(), random);
        QCOMPARE(orderOf(ids), first);
        ids.resize(250);
        const auto part = orderOf(ids);
        QVERIFY(
            std::includes(first.begin(), first.end(), part.begin(), part.end(), [&](const QUuid &a, const QUuid &b) {
                return std::find(first.begin(), first.end(), a) < std::find(first.begin(), first.end(), b);
            }));
    }

    void theFirstOfSeveralRowsWithOneIdStays()
    {
        const auto snapshot = snapshotOf({{1, QStringLiteral("first")},
                                          {2, QStringLiteral("second")},
                                          {1, QStringLiteral("again, longer than before")},
                                          {3, QStringLiteral("third")},
                                          {2, QStringLiteral("")},
                                          {1, QStringLiteral("and again")}});
        QCOMPARE(snapshot->duplicatesDropped(), 3U);
        QCOMPARE(snapshot->size(), 3U);
        QStringList names;
        QStringList folded;
        for (quint32 row = 0; row < snapshot->size(); ++row) {
            names << snapshot->name(row);
            folded << QString::fromStdString(std::string(snapshot->foldedName(row)));
            QCOMPARE(snapshot->rowOf(snapshot->row(row).id), std::optional(row));
        }
        const QStringList expected{QStringLiteral("first"), QStringLiteral("second"), QStringLiteral("third")};
        QCOMPARE(names, expected);
        QCOMPARE(folded, expected);
        QCOMPARE(snapshot->rowsById().size(), size_t(3));
        QCOMPARE(namesByRank(*snapshot), expected);
        QCOMPARE(snapshotOf({{1, {}}, {2, {}}})->duplicatesDropped(), 0U);
    }

    void numbersInNamesSortByTheirValue()
    {
        const QStringList sorted{QStringLiteral("Line 2"), QStringLiteral("Line 10"), QStringLiteral("Line 100"),
                                 QStringLiteral("Prüfstand"), QStringLiteral("Warehouse")};
        QStringList shuffled = sorted;
        QRandomGenerator random(4);
        for (int round = 0; round < 20; ++round) {
            std::shuffle(shuffled.begin(), shuffled.end(), random);
            QCOMPARE(namesByRank(*named(shuffled)), sorted);
            QCOMPARE(namesByRank(*named(shuffled, QLocale::c())), sorted);
        }
    }

    void equalNamesHaveEqualRanksAndRanksAreDense()
    {
        const auto snapshot = named({QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("B"), QStringLiteral("c"),
                                     QStringLiteral("a"), QStringLiteral("")});
        QCOMPARE(snapshot->nameRank(1), snapshot->nameRank(4));
        QCOMPARE(snapshot->nameRank(0), snapshot->nameRank(2)); // case is ignored
        QCOMPARE(snapshot->nameRank(1), 0U);
        QCOMPARE(snapshot->nameRank(0), 1U);
        QCOMPARE(snapshot->nameRank(3), 2U);
        QCOMPARE(snapshot->nameRank(5), 3U); // no name comes last
    }

    void ranksFollowEachFieldAndPutWhatIsEmptyLast()
    {
        TestToken a{1, QStringLiteral("a"), 30, 500, noInstant, noInstant, 7, false};
        TestToken b{2, QStringLiteral("b"), 10, noInstant, 3, -5, 7, true};
        TestToken c{3, QStringLiteral("c"), 20, 400, -2, noInstant, 0, false};
        const auto tokens = snapshotOf({a, b, c});
        const auto ranks = [&](RankedField field) { return tokens->ranks(field).ofRow; };
        using Rows = std::vector<quint32>;
        QCOMPARE(ranks(RankedField::Created), (Rows{2, 0, 1}));
        QCOMPARE(ranks(RankedField::Expires), (Rows{1, 2, 0}));
        QCOMPARE(tokens->ranks(RankedField::Expires).distinct, 2U);
        QCOMPARE(ranks(RankedField::LastUsed), (Rows{2, 1, 0}));
        QCOMPARE(ranks(RankedField::Revoked), (Rows{1, 0, 1}));
        QCOMPARE(ranks(RankedField::Uses), (Rows{1, 1, 0}));
        QCOMPARE(ranks(RankedField::Name), (Rows{0, 1, 2}));
        for (quint32 row = 0; row < 3; ++row)
            QCOMPARE(tokens->rowsById()[ranks(RankedField::Id)[row]], row);
        QCOMPARE(tokens->mostUses(), 7U);
        QCOMPARE(tokens->neverUsedCount(), 1U);
        QVERIFY(tokens->facts(1).singleUse && !tokens->facts(0).singleUse);
        QCOMPARE(tokens->rowsByExpiry(), (Rows{2, 0})); // one is used up for good
        QCOMPARE(tokens->settledCount(TokenState::UsedUp), 1U);
    }

    void theCollatorFollowsTheLocale()
    {
        const QStringList names{QStringLiteral("zebra"), QStringLiteral("ärende")};
        QCOMPARE(namesByRank(*named(names, QLocale(QLocale::Swedish))), names);
        QCOMPARE(namesByRank(*named(names, QLocale(QLocale::German))), QStringList({names[1], names[0]}));
    }

    void namesThatAreNoUtf8AreKeptByteForByte()
    {
        TokenSnapshotBuilder builder;
        builder.add({}, std::string_view("A\xFF\0B", 4));
        QCOMPARE(builder.rowsSoFar(), 1U);
        const auto snapshot = builder.finish(nameCollator(QLocale::c()));
        QCOMPARE(snapshot->nameUtf8(0), std::string_view("A\xFF\0B", 4));
        QCOMPARE(snapshot->name(0), QString::fromUtf8("A\xEF\xBF\xBD\0B", 6));
        QCOMPARE(builder.rowsSoFar(), 0U);
    }
};

QTEST_APPLESS_MAIN(TestTokenSnapshot)
#include "testtokensnapshot.moc"
