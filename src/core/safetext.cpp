// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safetext.h"

#include <QList>

#include <array>

namespace tokendesk {

namespace {

constexpr char32_t firstStrongIsolate = 0x2068;
constexpr char32_t popDirectionalIsolate = 0x2069;
constexpr char32_t zeroWidthNonJoiner = 0x200C;
constexpr char32_t zeroWidthJoiner = 0x200D;

bool isHarmless(char32_t c)
{
    if (c == U' ')
        return true;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // bidi controls, zero-width characters, tags
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        break;
    }
    // Blanks that look like none or like several, and letters that are drawn as nothing (Unicode,
    // DerivedCoreProperties: Default_Ignorable_Code_Point).
    constexpr std::array invisible{U'\u034F', U'\u115F', U'\u1160', U'\u17B4',
                                   U'\u17B5', U'\u2800', U'\u3164', U'\uFFA0'};
    for (const char32_t hidden : invisible) {
        if (c == hidden)
            return false;
    }
    return true;
}

/// Joiners carry meaning inside emoji sequences and in Persian and Indic writing; anywhere else they only hide.
bool isMeaningfulJoiner(const QList<uint> &text, qsizetype at)
{
    if ((text[at] != zeroWidthJoiner && text[at] != zeroWidthNonJoiner) || at == 0 || at + 1 >= text.size())
        return false;
    const auto joins = [](char32_t c) {
        if ((c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || c == 0xFE0F || c == 0x2640 || c == 0x2642)
            return true;
        const QChar::Script script = QChar::script(c);
        return script == QChar::Script_Arabic || script == QChar::Script_Syriac ||
               (script >= QChar::Script_Devanagari && script <= QChar::Script_Sinhala);
    };
    return joins(text[at - 1]) && joins(text[at + 1]);
}

/// Variation selectors draw nothing themselves, so that a row of them can carry a hidden message. Only the two that
/// choose between text and emoji stay, once, behind what they choose for.
bool isHiddenSelector(const QList<uint> &text, qsizetype at)
{
    const char32_t c = text[at];
    if (c == 0xFE0E || c == 0xFE0F)
        return at == 0 || QChar::isMark(text[at - 1]);
    return (c >= 0xFE00 && c <= 0xFE0D) || (c >= 0xE0100 && c <= 0xE01EF);
}

QString escaped(char32_t c)
{
    switch (c) {
    case U'\n':
        return QStringLiteral("\\n");
    case U'\r':
        return QStringLiteral("\\r");
    case U'\t':
        return QStringLiteral("\\t");
    default:
        break;
    }
    const QString digits = QString::number(uint(c), 16).toUpper();
    return c > 0xFFFF ? QStringLiteral("\\U") + digits.rightJustified(8, QLatin1Char('0'))
                      : QStringLiteral("\\u") + digits.rightJustified(4, QLatin1Char('0'));
}

} // namespace

QString visibleText(QStringView hostile, qsizetype maxLength)
{
    // A little more than is shown is enough to look at: a name may have megabytes.
    QStringView looked = hostile.left(maxLength + 2);
    if (looked.size() < hostile.size() && looked.back().isHighSurrogate())
        looked.chop(1);
    const QList<uint> characters = looked.toUcs4();
    QString out;
    int marks = 0;
    for (qsizetype i = 0; i < characters.size(); ++i) {
        const char32_t c = characters[i];
        QString piece;
        const bool hidden = isHiddenSelector(characters, i);
        const bool mark = QChar::isMark(c) && !hidden;
        // Stacked accents paint over the rows above and below ("Zalgo"); no writing needs more than a few on a letter.
        marks = mark ? marks + 1 : 0;
        if (mark && marks > 4)
            continue;
        if ((isHarmless(c) && !hidden) || isMeaningfulJoiner(characters, i))
            piece = QString::fromUcs4(&c, 1);
        else
            piece = escaped(c);
        if (out.size() + piece.size() > maxLength) {
            while (out.size() >= maxLength && !out.isEmpty())
                out.chop(out.back().isLowSurrogate() ? 2 : 1);
            return out + QChar(0x2026);
        }
        out += piece;
    }
    if (hostile.size() > maxLength + 2 && !out.endsWith(QChar(0x2026))) {
        while (out.size() >= maxLength && !out.isEmpty())
            out.chop(out.back().isLowSurrogate() ? 2 : 1);
        out += QChar(0x2026);
    }
    return out;
}

QString isolatedText(QStringView hostile, qsizetype maxLength)
{
    return QChar(char16_t(firstStrongIsolate)) + visibleText(hostile, maxLength) +
           QChar(char16_t(popDirectionalIsolate));
}

QString asRichText(const QString &text)
{
    QString html = text.toHtmlEscaped();
    html.replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    return QStringLiteral("<qt>") + html + QStringLiteral("</qt>");
}

QString withoutMnemonics(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

QString boundedServerText(const QString &text, qsizetype maxLength)
{
    if (text.size() <= maxLength)
        return text;
    // Not between the halves of a surrogate pair.
    return text.left(text[maxLength - 1].isHighSurrogate() ? maxLength - 1 : maxLength);
}

} // namespace tokendesk
