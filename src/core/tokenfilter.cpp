// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokenfilter.h"

#include "core/fold.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tokendesk {

namespace {

/// Folded words; text within double quotes is one word.
std::vector<std::string> wordsOf(const QString &text)
{
    std::vector<std::string> words;
    QString word;
    bool quoted = false;
    const auto finishWord = [&] {
        if (!word.isEmpty())
            words.push_back(foldText(word));
        word.clear();
    };
    for (const QChar c : text) {
        if (c == QLatin1Char('"')) {
            finishWord();
            quoted = !quoted;
        } else if (c.isSpace() && !quoted) {
            finishWord();
        } else {
            word += c;
        }
    }
    finishWord();
    std::erase_if(words, [](const std::string &w) { return w.empty(); });
    return words;
}

bool couldBeInId(std::string_view word)
{
    return word.size() <= 36 && std::all_of(word.begin(), word.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '-';
           });
}

/// "550e8400-e29b-…", without the heap: this runs once per row and keystroke.
std::array<char, 36> idText(const QUuid &id)
{
    constexpr char digits[] = "0123456789abcdef";
    std::array<char, 36> text{};
    size_t at = 0;
    const auto put = [&](quint64 value, int bytes) {
        for (int shift = bytes * 8 - 4; shift >= 0; shift -= 4)
            text[at++] = digits[(value >> shift) & 0xF];
    };
    put(id.data1, 4);
    text[at++] = '-';
    put(id.data2, 2);
    text[at++] = '-';
    put(id.data3, 2);
    text[at++] = '-';
    put(id.data4[0], 1);
    put(id.data4[1], 1);
    text[at++] = '-';
    for (int i = 2; i < 8; ++i)
        put(id.data4[i], 1);
    return text;
}

bool matchesChoice(const TokenRow &token, StateChoice choice, qint64 now, qint64 horizonMs)
{
    switch (choice) {
    case StateChoice::All:
        return true;
    case StateChoice::NeverUsed:
        return token.useCount == 0;
    case StateChoice::Active:
        return tokenState(token, now, horizonMs) == TokenState::Active;
    case StateChoice::Expiring:
        return tokenState(token, now, horizonMs) == TokenState::Expiring;
    case StateChoice::UsedUp:
        return tokenState(token, now, horizonMs) == TokenState::UsedUp;
    case StateChoice::Expired:
        return tokenState(token, now, horizonMs) == TokenState::Expired;
    case StateChoice::Revoked:
        return tokenState(token, now, horizonMs) == TokenState::Revoked;
    }
    Q_UNREACHABLE();
}

} // namespace

TokenFilter::TokenFilter(const QString &text, StateChoice choice, quint32 marks)
    : m_text(text), m_choice(choice), m_marks(marks), m_words(wordsOf(text))
{}

bool TokenFilter::matches(const TokenSnapshot &tokens, quint32 row, qint64 now, quint32 marks, qint64 horizonMs) const
{
    if (m_marks != 0 && (marks & m_marks) == 0)
        return false;
    if (!matchesChoice(tokens.row(row), m_choice, now, horizonMs))
        return false;
    const std::string_view name = tokens.foldedName(row);
    return std::all_of(m_words.begin(), m_words.end(), [&](const std::string &word) {
        if (name.find(word) != std::string_view::npos)
            return true;
        if (!couldBeInId(word))
            return false;
        const auto id = idText(tokens.row(row).id);
        return std::string_view(id.data(), id.size()).find(word) != std::string_view::npos;
    });
}

bool TokenFilter::dependsOnTime() const
{
    return m_choice == StateChoice::Active || m_choice == StateChoice::Expiring || m_choice == StateChoice::Expired;
}

QString stateChoiceWord(StateChoice choice)
{
    switch (choice) {
    case StateChoice::All:
        return QCoreApplication::translate("StateChoice", "All tokens");
    case StateChoice::NeverUsed:
        return QCoreApplication::translate("StateChoice", "Never used");
    case StateChoice::Active:
        return stateWord(TokenState::Active);
    case StateChoice::Expiring:
        return stateWord(TokenState::Expiring);
    case StateChoice::UsedUp:
        return stateWord(TokenState::UsedUp);
    case StateChoice::Expired:
        return stateWord(TokenState::Expired);
    case StateChoice::Revoked:
        return stateWord(TokenState::Revoked);
    }
    Q_UNREACHABLE();
}

} // namespace tokendesk
