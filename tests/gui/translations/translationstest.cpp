// SPDX-License-Identifier: GPL-3.0-or-later
// The files of translations/ themselves: complete, and nothing lost on the way from one language to the other.
#include "tsfile.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace tokendesk;

namespace {

using Messages = std::vector<TsMessage>;

/// "%1", "%L2", "%n" and the like, sorted.
QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%L?(?:n|[0-9]{1,2})"));
    QStringList found;
    for (auto match = pattern.globalMatch(text); match.hasNext();)
        found << match.next().captured();
    found.sort();
    return found;
}

int mnemonics(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("&[^&\\s]"));
    int count = 0;
    for (auto match = pattern.globalMatch(QString(text).remove(QStringLiteral("&&"))); match.hasNext(); match.next())
        ++count;
    return count;
}

/// What a text ends in tells a label, a sentence and a command that opens a dialog apart.
QString ending(const QString &text)
{
    static const QString marks = QStringLiteral(".:?!…");
    return !text.isEmpty() && marks.contains(text.back()) ? QString(text.back()) : QString();
}

/// Where `isBad` holds, in words; empty where all is well.
template <class Predicate>
QString offences(const Messages &messages, Predicate isBad)
{
    QStringList list;
    for (const TsMessage &message : messages) {
        if (std::ranges::any_of(message.forms, [&](const QString &form) { return isBad(message, form); }))
            list << message.where() + QStringLiteral(" => ") + message.forms.join(QStringLiteral(" | "));
    }
    return list.join(u'\n');
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

    Messages m_german;
    Messages m_english;

private Q_SLOTS:
    void initTestCase()
    {
        const auto german = readTsFile(QStringLiteral("de"));
        const auto english = readTsFile(QStringLiteral("en"));
        QVERIFY(german && english);
        m_german = *german;
        m_english = *english;
        QVERIFY(m_german.size() > 300);
        QVERIFY(!m_english.empty());
    }

    void everyTextIsTranslated_data()
    {
        QTest::addColumn<bool>("isGerman");
        QTest::newRow("de") << true;
        QTest::newRow("en") << false;
    }
    void everyTextIsTranslated()
    {
        QFETCH(bool, isGerman);
        const Messages &messages = isGerman ? m_german : m_english;
        QStringList unfinished;
        for (const TsMessage &message : messages) {
            if (!message.isFinished || message.forms.isEmpty())
                unfinished << message.where();
        }
        QCOMPARE(unfinished.join(u'\n'), QString());
        QCOMPARE(offences(messages, [](const TsMessage &, const QString &form) { return form.isEmpty(); }), QString());
    }

    void nothingIsLeftInEnglish()
    {
        QCOMPARE(offences(m_german,
                          [](const TsMessage &message, const QString &form) {
                              return form == message.source && !wordsSameInGerman().contains(form);
                          }),
                 QString());
    }

    void theSameTextOfTheSameMeaningIsAWordThatIsAlsoGerman()
    {
        // The list of exceptions holds nothing that is not needed: it would hide a text that was forgotten.
        for (const QString &word : wordsSameInGerman()) {
            QVERIFY2(std::ranges::any_of(m_german,
                                         [&](const TsMessage &message) {
                                             return message.source == word && message.forms.first() == word;
                                         }),
                     qPrintable(word));
        }
    }

    void placeholdersAreKept()
    {
        const auto isBad = [](const TsMessage &message, const QString &form) {
            QStringList wanted = placeholders(message.source);
            QStringList got = placeholders(form);
            // "Every minute": the form for one may leave the number out, and nothing else.
            if (message.isPlural && form == message.forms.first() && got != wanted)
                wanted.removeIf([](const QString &name) { return name.endsWith(u'n'); });
            return got != wanted;
        };
        QCOMPARE(offences(m_german, isBad), QString());
        QCOMPARE(offences(m_english, isBad), QString());
    }

    void pluralsHaveBothForms()
    {
        int plurals = 0;
        for (const Messages *messages : {&m_german, &m_english}) {
            for (const TsMessage &message : *messages) {
                plurals += message.isPlural ? 1 : 0;
                QVERIFY2(message.forms.size() == (message.isPlural ? 2 : 1), qPrintable(message.where()));
            }
            QCOMPARE(offences(*messages, [](const TsMessage &,
                                            const QString &form) { return form.contains(QStringLiteral("(s)")); }),
                     QString());
        }
        QVERIFY(plurals > 40);
    }

    void englishHasItsPluralFormsOnly()
    {
        QVERIFY(std::ranges::all_of(m_english, &TsMessage::isPlural));
        QCOMPARE(std::ranges::count_if(m_german, &TsMessage::isPlural), qsizetype(m_english.size()));
    }

    void mnemonicsAreKept()
    {
        QCOMPARE(offences(m_german, [](const TsMessage &message,
                                       const QString &form) { return mnemonics(form) != mnemonics(message.source); }),
                 QString());
    }

    void endingsAreKept()
    {
        QCOMPARE(offences(m_german, [](const TsMessage &message,
                                       const QString &form) { return ending(form) != ending(message.source); }),
                 QString());
    }

    void punctuationIsGerman()
    {
        // Straight quotes, three dots, blanks at an end or doubled.
        static const QRegularExpression wrong(QStringLiteral("[\"']|\\.\\.\\.|  |\\s$|[^\\x{a0}]…"));
        QCOMPARE(offences(m_german,
                          [](const TsMessage &, const QString &form) {
                              return form.contains(wrong) || form.count(u'„') != form.count(u'“');
                          }),
                 QString());
    }
};

QTEST_APPLESS_MAIN(TranslationsTest)
#include "translationstest.moc"
