// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fold.h"

#include <QTest>

using namespace tokendesk;

class TestFold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void caseAndAccentsMakeNoDifference_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("folded");
        QTest::newRow("ascii") << QStringLiteral("Line-4 ROBOTS") << QByteArray("line-4 robots");
        QTest::newRow("umlauts") << QStringLiteral("Ärzte-HAUS") << QByteArray("arzte-haus");
        QTest::newRow("decomposed") << QStringLiteral("A\u0308rzte") << QByteArray("arzte");
        QTest::newRow("dotted I") << QStringLiteral("İstanbul") << QByteArray("istanbul");
        QTest::newRow("greek final sigma") << QStringLiteral("ΣΊΣΥΦΟΣ") << QStringLiteral("σισυφοσ").toUtf8();
        QTest::newRow("full width") << QStringLiteral("Ｌｉｎｅ４") << QByteArray("line4");
        QTest::newRow("ligature") << QStringLiteral("oﬃce") << QByteArray("office");
        QTest::newRow("superscript") << QStringLiteral("m²") << QByteArray("m2");
        QTest::newRow("cyrillic") << QStringLiteral("ЦЕХ") << QStringLiteral("цех").toUtf8();
        QTest::newRow("emoji") << QStringLiteral("A🔧B") << QStringLiteral("a🔧b").toUtf8();
        QTest::newRow("deseret") << QStringLiteral("𐐀") << QStringLiteral("𐐨").toUtf8();
        QTest::newRow("mark beyond the basic plane") << QString::fromUtf8("a\xF0\x90\x87\xBD"
                                                                          "b")
                                                     << QByteArray("ab");
        QTest::newRow("only marks") << QStringLiteral("\u0301\u0308") << QByteArray();
        QTest::newRow("empty") << QString() << QByteArray();
    }
    void caseAndAccentsMakeNoDifference()
    {
        QFETCH(QString, text);
        QTEST(QByteArray::fromStdString(foldText(text)), "folded");
    }

    void foldingTwiceChangesNothing_data() { caseAndAccentsMakeNoDifference_data(); }
    void foldingTwiceChangesNothing()
    {
        QFETCH(QString, text);
        const std::string once = foldText(text);
        QCOMPARE(foldText(QString::fromStdString(once)), once);
    }

    void bothWaysInGiveTheSame_data() { caseAndAccentsMakeNoDifference_data(); }
    void bothWaysInGiveTheSame()
    {
        QFETCH(QString, text);
        std::vector<char> out{'x'};
        appendFolded(text.toStdString(), out);
        QCOMPARE(out.front(), 'x');
        QCOMPARE(std::string(out.begin() + 1, out.end()), foldText(text));
    }

    void everyAsciiCharacterFoldsTheSameWayOnTheShortPath()
    {
        for (char c = 0; c >= 0 && c < 127; ++c) {
            std::vector<char> out;
            appendFolded(std::string_view(&c, 1), out);
            const std::string slow = foldText(QString(QLatin1Char(c)));
            QCOMPARE(std::string(out.begin(), out.end()), slow);
        }
    }

    void invalidUtf8BecomesTheReplacementCharacter()
    {
        std::vector<char> out;
        appendFolded("A\xFF"
                     "B\xC3",
                     out);
        QCOMPARE(QString::fromUtf8(out.data(), qsizetype(out.size())), QStringLiteral("a\uFFFDb\uFFFD"));
    }
};

QTEST_APPLESS_MAIN(TestFold)
#include "testfold.moc"
