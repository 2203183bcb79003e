// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bytesearch.h"
#include "core/tokenfilter.h"
#include "core/tokensearch.h"
#include "support/tokens.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <array>

using namespace tokendesk;

namespace {

constexpr qint64 now = 1772366400000;

QStringList namesThatMatch(const TokenSnapshot &tokens, const TokenFilter &filter, qint64 at = now)
{
    QStringList names;
    for (quint32 row = 0; row < tokens.size(); ++row) {
        if (filter.matches(tokens, row, at))
            names << tokens.name(row);
    }
    return names;
}

} // namespace

class TestTokenFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreFoundInNames_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("names");
        const QString robots = QStringLiteral("Line 4 Robots");
        const QString umlaut = QStringLiteral("Prüfstand Süd");
        const QString other = QStringLiteral("robots on line 14");
        const QString quote = QStringLiteral("Halle \u00ABNord\u00BB");
        const auto row = [](const char *text, const QStringList &names) {
            QTest::newRow(*text ? text : "(empty)") << QString::fromUtf8(text) << names;
        };
        row("", {robots, umlaut, other, quote});
        row("   ", {robots, umlaut, other, quote});
        row("\"\"", {robots, umlaut, other, quote});
        row("robots", {robots, other});
        row("ROBOTS line", {robots, other});
        row("line\trobots", {robots, other});
        row("line 4", {robots, other});
        row("\"line 4\"", {robots});
        row("\"LINE 4\" robots", {robots});
        row("\"line 4", {robots});
        row("\"4 robots\"", {robots});
        row("rob\"ts\"", {robots, other});
        row("prufstand", {umlaut});
        row("PRÜFSTAND süd", {umlaut});
        row("pru\xCC\x88"
            "fstand",
            {umlaut});
        row("\xC2\xA0nord\xE3\x80\x80halle", {quote});
        row("robots nothing", {});
        row("\"robots line\"", {});
    }
    void wordsAreFoundInNames()
    {
        const auto tokens = snapshotOf({{1, QStringLiteral("Line 4 Robots")},
                                        {2, QStringLiteral("Prüfstand Süd")},
                                        {3, QStringLiteral("robots on line 14")},
                                        {4, QStringLiteral("Halle \u00ABNord\u00BB")}});
        QFETCH(QString, text);
        QTEST(namesThatMatch(*tokens, TokenFilter(text)), "names");
    }

    void aDashIsAPartOfEveryId()
    {
        QVERIFY(IdPattern("-").isIn(QUuid(QStringLiteral("ffffffff-ffff-ffff-ffff-ffffffffffff"))));
    }

    void sixteenBytesAreLookedAtAlikeOnEveryProcessor()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 1000; ++round) {
            std::array<char, bytesAtOnce> bytes{};
            for (char &byte : bytes)
                byte = char(random.bounded(round % 2 ? 256 : 3));
            for (const char byte : {'\0', '\1', '\2', '\x7F', '\x80', '\xFF', bytes[5]}) {
                quint32 expected = 0;
                for (size_t i = 0; i < bytes.size(); ++i)
                    expected |= bytes[i] == byte ? 1U << i : 0U;
                QCOMPARE(placesOfByte(bytes.data(), byte), expected);
                QCOMPARE(placesOfByteAnywhere(bytes.data(), byte), expected);
            }
        }
    }

    void anyPartOfAnIdIsFound()
    {
        const auto tokens =
            snapshotOf({{1, QStringLiteral("one")}, {2, QStringLiteral("two")}, {77, QStringLiteral("many")}});
        for (quint32 row = 0; row < tokens->size(); ++row) {
            const QString id = tokens->row(row).id.toString(QUuid::WithoutBraces);
            for (const QString &part : {id, id.toUpper(), id.left(8), id.mid(4, 10), id.right(12)})
                QVERIFY2(TokenFilter(part).matches(*tokens, row, now), qPrintable(part));
            QCOMPARE(namesThatMatch(*tokens, TokenFilter(id)), QStringList{tokens->name(row)});
            QVERIFY(TokenFilter(id.left(8) + QLatin1Char(' ') + tokens->name(row)).matches(*tokens, row, now));
            QVERIFY(!TokenFilter(id + QLatin1Char('0')).matches(*tokens, row, now));
            QVERIFY(!TokenFilter(id.left(8) + QStringLiteral("x")).matches(*tokens, row, now));
        }
    }

    void theStateChoiceKeepsItsStateOnly_data()
    {
        QTest::addColumn<StateChoice>("choice");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("active") << StateChoice::Active
                                << QStringList{QStringLiteral("Line 10 robots"), QStringLiteral("Warehouse cameras"),
                                               QStringLiteral("Forever fleet")};
        QTest::newRow("expiring") << StateChoice::Expiring << QStringList{QStringLiteral("Line 2 gateways")};
        QTest::newRow("never used") << StateChoice::NeverUsed << QStringList{QStringLiteral("Warehouse cameras")};
        QTest::newRow("used up") << StateChoice::UsedUp << QStringList{QStringLiteral("Bench unit 7")};
        QTest::newRow("expired") << StateChoice::Expired << QStringList{QStringLiteral("Pilot site")};
        QTest::newRow("revoked") << StateChoice::Revoked << QStringList{QStringLiteral("Contractor laptop")};
    }
    void theStateChoiceKeepsItsStateOnly()
    {
        QFETCH(StateChoice, choice);
        QTEST(namesThatMatch(*snapshotOf(tokensOfEveryState(now)), TokenFilter(QString(), choice)), "names");
    }

    void everyTokenIsShownUnderAllAndUnderExactlyOneState()
    {
        const auto tokens = snapshotOf(tokensOfEveryState(now));
        QCOMPARE(namesThatMatch(*tokens, TokenFilter()).size(), qsizetype(tokens->size()));
        for (quint32 row = 0; row < tokens->size(); ++row) {
            int found = 0;
            for (const StateChoice choice : allStateChoices) {
                if (choice != StateChoice::All && choice != StateChoice::NeverUsed)
                    found += TokenFilter(QString(), choice).matches(*tokens, row, now) ? 1 : 0;
            }
            QCOMPARE(found, 1);
        }
    }

    void wordsAndStateMustBothFit()
    {
        const auto tokens = snapshotOf(tokensOfEveryState(now));
        QCOMPARE(namesThatMatch(*tokens, TokenFilter(QStringLiteral("line"), StateChoice::Expiring)),
                 QStringList{QStringLiteral("Line 2 gateways")});
        QCOMPARE(namesThatMatch(*tokens, TokenFilter(QStringLiteral("robots"), StateChoice::Expiring)), QStringList());
    }

    void aChoiceDependsOnTimeExactlyWhereTimeChangesItsAnswer()
    {
        const auto tokens = snapshotOf(tokensOfEveryState(now));
        for (const StateChoice choice : allStateChoices) {
            const TokenFilter filter(QString(), choice);
            const bool changes =
                namesThatMatch(*tokens, filter, now) != namesThatMatch(*tokens, filter, now + 70 * msPerDay);
            QCOMPARE(filter.dependsOnTime(), changes);
        }
    }

    void filtersAreEqualWhenTheyShowTheSame()
    {
        QCOMPARE(TokenFilter(QStringLiteral(" Line  4 ")), TokenFilter(QStringLiteral("line 4")));
        QVERIFY(!(TokenFilter(QStringLiteral("\"line 4\"")) == TokenFilter(QStringLiteral("line 4"))));
        QVERIFY(!(TokenFilter(QString(), StateChoice::Active) == TokenFilter()));
        QVERIFY(TokenFilter().isEmpty());
        QVERIFY(TokenFilter(QStringLiteral("  \"\" ")).isEmpty());
        QVERIFY(!TokenFilter(QStringLiteral("x")).isEmpty());
        QVERIFY(!TokenFilter(QString(), StateChoice::Revoked).isEmpty());
        QCOMPARE(TokenFilter(QStringLiteral(" As typed ")).text(), QStringLiteral(" As typed "));
    }

    void oneSweepGivesTheSameAnswersAsLookingAtEachToken()
    {
        // Names and ids out of few letters, so that words are found everywhere, across the ends of names too.
        QRandomGenerator random(7);
        const auto letters = [&](int most, const QString &alphabet) {
            QString text;
            for (int left = random.bounded(most + 1); left > 0; --left)
                text += alphabet[random.bounded(int(alphabet.size()))];
            return text;
        };
        std::vector<TestToken> tokens;
        for (int number = 0; number < 700; ++number) {
            // Short and long ones, with what is looked for at the beginning, at the end and anywhere between.
            QString name;
            for (int parts = random.bounded(4); parts >= 0; --parts)
                name += letters(20 * random.bounded(3), QStringLiteral("xyz")) + letters(3, QStringLiteral("abc1-é"));
            TestToken token{number, name};
            token.useCount = quint32(random.bounded(2));
            token.expiresAt = random.bounded(2) ? now + (random.bounded(60) - 20) * msPerDay : noInstant;
            token.revokedAt = random.bounded(4) == 0 ? now : noInstant;
            tokens.push_back(token);
        }
        const auto snapshot = snapshotOf(tokens);
        std::vector<quint32> marks;
        for (quint32 row = 0; row < snapshot->size(); ++row)
            marks.push_back(quint32(random.bounded(8)));
        const TokenStates states(*snapshot, now);
        for (int round = 0; round < 600; ++round) {
            QStringList words;
            for (int left = random.bounded(3); left > 0; --left)
                words << letters(4, QStringLiteral("abc01-9Eé"));
            const auto choice = allStateChoices[size_t(random.bounded(int(allStateChoices.size())))];
            const quint32 mask = random.bounded(3) == 0 ? quint32(random.bounded(8)) : 0;
            const TokenFilter filter(words.join(u' '), choice, mask);
            const RowSet matching = filter.matching(*snapshot, states, marks, RowSet::all(snapshot->size()));
            for (quint32 row = 0; row < snapshot->size(); ++row) {
                bool expected = mask == 0 || (marks[row] & mask) != 0;
                const QString name = tokens[row].name.toLower().replace(u'é', u'e');
                const QString id = snapshot->row(row).id.toString(QUuid::WithoutBraces);
                for (const QString &word : words) {
                    const QString folded = word.toLower().replace(u'é', u'e');
                    expected = expected && (name.contains(folded) || id.contains(folded));
                }
                expected = expected && TokenFilter({}, choice).matches(*snapshot, row, now);
                QVERIFY2(matching.contains(row) == expected,
                         qPrintable(QStringList({words.join(u' '), name, id}).join(u'/')));
                QCOMPARE(filter.matches(*snapshot, row, now, marks[row]), expected);
            }
        }
    }

    void aWordIsFoundUpToTheLastByteOfTheLastName()
    {
        for (int length = 0; length < 40; ++length) {
            const auto snapshot = snapshotOf({TestToken{1, QString(length, u'x') + QStringLiteral("uvw")}});
            const TokenStates states(*snapshot, now);
            for (const char *word : {"w", "vw", "uvw"}) {
                const TokenFilter filter(QString::fromLatin1(word), StateChoice::All);
                QCOMPARE(filter.matching(*snapshot, states, {}, RowSet::all(1)).count(), 1U);
            }
        }
    }

    void typingOnStaysWithinWhatWasFound()
    {
        const auto within = [](const char *filter, const char *wider) {
            return TokenFilter(QString::fromUtf8(filter)).isWithin(TokenFilter(QString::fromUtf8(wider)));
        };
        QVERIFY(within("kiosk", "kio"));
        QVERIFY(within("kiosk 3", "kiosk"));
        QVERIFY(within("x", ""));
        QVERIFY(within("b kiosk", "ki b"));
        QVERIFY(!within("kio", "kiosk"));
        QVERIFY(!within("kiosk", "kiosk 3"));
        QVERIFY(!within("", "x"));
        QVERIFY(!TokenFilter({}, StateChoice::Active).isWithin(TokenFilter({}, StateChoice::Expired)));
        QVERIFY(!TokenFilter({}, StateChoice::All, 1).isWithin(TokenFilter({}, StateChoice::All, 2)));
    }

    void everyChoiceHasItsOwnWord()
    {
        QSet<QString> words;
        for (const StateChoice choice : allStateChoices)
            words << stateChoiceWord(choice);
        QCOMPARE(words.size(), qsizetype(allStateChoices.size()));
    }
};

QTEST_APPLESS_MAIN(TestTokenFilter)
#include "testtokenfilter.moc"
