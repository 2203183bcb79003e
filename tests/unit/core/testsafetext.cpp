// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safetext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tokendesk;

namespace {

/// QString::fromUcs4() swallows a byte order mark.
QString oneCharacter(char32_t c)
{
    return c <= 0xFFFF ? QString(QChar(char16_t(c))) : QString::fromUcs4(&c, 1);
}

QString fromCodePoints(const QList<char32_t> &points)
{
    return QString::fromUcs4(points.data(), points.size());
}

} // namespace

class TestSafeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordinaryNamesStayAsTheyAre_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("ascii") << QStringLiteral("Line 4 - robots (2nd shift)");
        QTest::newRow("german") << QStringLiteral("Prüfstand Süd – Halle 3");
        QTest::newRow("hebrew") << QStringLiteral("מפעל 7");
        QTest::newRow("arabic") << QStringLiteral("خط الإنتاج ٤");
        QTest::newRow("chinese") << QStringLiteral("三号生产线");
        QTest::newRow("decomposed") << QStringLiteral("e\u0301te\u0301");
        QTest::newRow("emoji") << QStringLiteral("Bench 🔧");
        QTest::newRow("emoji family") << QStringLiteral("👨\u200D👩\u200D👧");
        QTest::newRow("emoji with variation selector") << QStringLiteral("❤\uFE0F\u200D🔥");
        QTest::newRow("persian non-joiner") << QStringLiteral("می\u200Cخواهم");
        QTest::newRow("devanagari joiner") << QStringLiteral("क्\u200Dष");
        QTest::newRow("html") << QStringLiteral("<b>not bold</b> & so on");
        QTest::newRow("empty") << QString();
    }
    void ordinaryNamesStayAsTheyAre()
    {
        QFETCH(QString, name);
        QCOMPARE(visibleText(name), name);
    }

    void whatHidesOrMovesTextBecomesVisible_data()
    {
        QTest::addColumn<QString>("hostile");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *what, char32_t c, const char *escape) {
            QTest::newRow(what) << (QStringLiteral("a") + oneCharacter(c) + QStringLiteral("b"))
                                << (QStringLiteral("a") + QLatin1String(escape) + QStringLiteral("b"));
        };
        row("line feed", U'\n', "\\n");
        row("carriage return", U'\r', "\\r");
        row("tabulator", U'\t', "\\t");
        row("null", U'\0', "\\u0000");
        row("escape", 0x1B, "\\u001B");
        row("delete", 0x7F, "\\u007F");
        row("next line", 0x85, "\\u0085");
        row("right-to-left override", 0x202E, "\\u202E");
        row("left-to-right embedding", 0x202A, "\\u202A");
        row("pop directional formatting", 0x202C, "\\u202C");
        row("right-to-left isolate", 0x2067, "\\u2067");
        row("pop directional isolate", 0x2069, "\\u2069");
        row("right-to-left mark", 0x200F, "\\u200F");
        row("arabic letter mark", 0x061C, "\\u061C");
        row("line separator", 0x2028, "\\u2028");
        row("paragraph separator", 0x2029, "\\u2029");
        row("zero-width space", 0x200B, "\\u200B");
        row("zero-width joiner between latin letters", 0x200D, "\\u200D");
        row("zero-width non-joiner between latin letters", 0x200C, "\\u200C");
        row("word joiner", 0x2060, "\\u2060");
        row("byte order mark", 0xFEFF, "\\uFEFF");
        row("soft hyphen", 0xAD, "\\u00AD");
        row("hangul filler", 0x3164, "\\u3164");
        row("halfwidth hangul filler", 0xFFA0, "\\uFFA0");
        row("combining grapheme joiner", 0x034F, "\\u034F");
        row("braille blank", 0x2800, "\\u2800");
        row("mongolian vowel separator", 0x180E, "\\u180E");
        row("private use", 0xE000, "\\uE000");
        row("unassigned", 0x0378, "\\u0378");
        row("noncharacter", 0xFDD0, "\\uFDD0");
        row("tag letter", 0xE0041, "\\U000E0041");
        row("private plane", 0x100000, "\\U00100000");
        row("ideographic variation selector", 0xE0100, "\\U000E0100");
        row("standardized variation selector", 0xFE00, "\\uFE00");
        row("invisible times", 0x2062, "\\u2062");
        row("interlinear annotation", 0xFFF9, "\\uFFF9");
    }
    void whatHidesOrMovesTextBecomesVisible()
    {
        QFETCH(QString, hostile);
        QTEST(visibleText(hostile), "shown");
    }

    void joinersAreVisibleWhereNothingNeedsThem()
    {
        QCOMPARE(visibleText(QStringLiteral("\u200Dx")), QStringLiteral("\\u200Dx"));
        QCOMPARE(visibleText(QStringLiteral("🔧\u200D")), QStringLiteral("🔧\\u200D"));
        QCOMPARE(visibleText(QStringLiteral("👨\u200D\u200D👩")), QStringLiteral("👨\\u200D\\u200D👩"));
        // Ideographs of the supplementary planes are no emoji.
        QCOMPARE(visibleText(fromCodePoints({0x20000, 0x200D, 0x20001})),
                 fromCodePoints({0x20000}) + QStringLiteral("\\u200D") + fromCodePoints({0x20001}));
    }

    void onlyTheFirstEmojiSelectorIsTaken()
    {
        QCOMPARE(visibleText(QStringLiteral("❤\uFE0F")), QStringLiteral("❤\uFE0F"));
        QCOMPARE(visibleText(QStringLiteral("❤\uFE0F\uFE0E\uFE0F")), QStringLiteral("❤\uFE0F\\uFE0E\\uFE0F"));
        QCOMPARE(visibleText(QStringLiteral("\uFE0Fx")), QStringLiteral("\\uFE0Fx"));
    }

    void stackedAccentsAreLimited()
    {
        const QString zalgo = QStringLiteral("a") + QString(200, QChar(0x0301)) + QStringLiteral("b");
        QCOMPARE(visibleText(zalgo), QStringLiteral("a") + QString(4, QChar(0x0301)) + QStringLiteral("b"));
    }

    void longTextsEndInAnEllipsisWithinTheLimit()
    {
        QCOMPARE(visibleText(QStringLiteral("abcdef"), 6), QStringLiteral("abcdef"));
        QCOMPARE(visibleText(QStringLiteral("abcdefg"), 6), QStringLiteral("abcde…"));
        QCOMPARE(visibleText(QString(1'000'000, QLatin1Char('x')), 6), QStringLiteral("xxxxx…"));
        QCOMPARE(visibleText(QStringLiteral("🔧🔧🔧🔧"), 5), QStringLiteral("🔧🔧…"));
        QCOMPARE(visibleText(QStringLiteral("🔧🔧🔧🔧"), 4), QStringLiteral("🔧…"));
    }

    void aTextCutInTheMiddleOfACharacterShowsNoHalfOfIt()
    {
        // The accents beyond the fourth are dropped, so that what is looked at ends before the limit is reached.
        const QString text = QStringLiteral("a") + QString(20, QChar(0x0301)) + QStringLiteral("🔧🔧🔧🔧🔧🔧🔧🔧");
        for (qsizetype limit = 8; limit < 30; ++limit) {
            const QString shown = visibleText(text, limit);
            QVERIFY2(!shown.contains(QChar(0xFFFD)) && !shown.contains(QStringLiteral("\\uD83D")), qPrintable(shown));
            QVERIFY(shown.isValidUtf16());
        }
    }

    void randomHostileTextHoldsNothingThatMovesOtherText()
    {
        QRandomGenerator random(11);
        const QList<char32_t> nasty{0x202E,  0x2066,  0x200B, 0x200D, 0x0A,    0x2028,
                                    0x1F468, 0x1F527, 0xFE0F, 0x301,  0xE0041, 0x5D0};
        for (int i = 0; i < 5000; ++i) {
            QList<char32_t> points;
            for (int n = random.bounded(1, 80); n > 0; --n)
                points << (random.bounded(2) ? nasty[random.bounded(int(nasty.size()))]
                                             : char32_t(random.bounded(0x300)));
            const qsizetype limit = random.bounded(1, 100);
            const QString shown = visibleText(fromCodePoints(points), limit);
            QVERIFY(shown.size() <= limit);
            QVERIFY(shown.isValidUtf16());
            for (const uint c : shown.toUcs4()) {
                const auto category = QChar::category(c);
                QVERIFY(category != QChar::Other_Control && category != QChar::Separator_Line &&
                        category != QChar::Separator_Paragraph);
                QVERIFY(category != QChar::Other_Format || c == 0x200D || c == 0x200C);
            }
        }
    }

    void aNameInASentenceIsIsolated()
    {
        QCOMPARE(isolatedText(QStringLiteral("מפעל")), QStringLiteral("\u2068מפעל\u2069"));
        // A name cannot close the isolate it is in.
        QCOMPARE(isolatedText(QStringLiteral("a\u2069b")), QStringLiteral("\u2068a\\u2069b\u2069"));
    }

    void richTextShowsMarkupInsteadOfFollowingIt()
    {
        const QString html = asRichText(QStringLiteral("Revoke <img src=\"x\"> & 'more'?\nIt cannot be undone."));
        QVERIFY(html.startsWith(QStringLiteral("<qt>"))); // what Qt::mightBeRichText() goes by
        QVERIFY(!html.contains(QStringLiteral("<img")));
        QVERIFY(html.contains(QStringLiteral("&lt;img src=&quot;x&quot;&gt; &amp; ")));
        QVERIFY(html.contains(QStringLiteral("?<br>It")));
    }

    void ampersandsAreNoMnemonics()
    {
        QCOMPARE(withoutMnemonics(QStringLiteral("R&D && more")), QStringLiteral("R&&D &&&& more"));
    }
};

QTEST_APPLESS_MAIN(TestSafeText)
#include "testsafetext.moc"
