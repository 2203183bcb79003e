// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokenfilter.h"

#include "core/fold.h"
#include "core/tokensearch.h"

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
    // Long words first: they leave the fewest rows for the others.
    std::stable_sort(words.begin(), words.end(),
                     [](const std::string &a, const std::string &b) { return a.size() > b.size(); });
    return words;
}

/// The state that a choice asks for; nothing where it asks for none.
std::optional<TokenState> chosenState(StateChoice choice)
{
    switch (choice) {
    case StateChoice::All:
    case StateChoice::NeverUsed:
        return std::nullopt;
    case StateChoice::Active:
        return TokenState::Active;
    case StateChoice::Expiring:
        return TokenState::Expiring;
    case StateChoice::UsedUp:
        return TokenState::UsedUp;
    case StateChoice::Expired:
        return TokenState::Expired;
    case StateChoice::Revoked:
        return TokenState::Revoked;
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
    const TokenRow &token = tokens.row(row);
    if (m_choice == StateChoice::NeverUsed && token.useCount != 0)
        return false;
    if (const auto state = chosenState(m_choice); state && tokenState(token, now, horizonMs) != *state)
        return false;
    const std::string_view name = tokens.foldedName(row);
    return std::all_of(m_words.begin(), m_words.end(), [&](const std::string &word) {
        return name.find(word) != std::string_view::npos || IdPattern(word).isIn(token.id);
    });
}

bool TokenFilter::isWithin(const TokenFilter &wider) const
{
    return m_choice == wider.m_choice && m_marks == wider.m_marks &&
           std::all_of(wider.m_words.begin(), wider.m_words.end(), [&](const std::string &part) {
               return std::any_of(m_words.begin(), m_words.end(),
                                  [&](const std::string &word) { return word.find(part) != std::string::npos; });
           });
}

RowSet TokenFilter::matching(const TokenSnapshot &tokens, const TokenStates &states, const std::vector<quint32> &marks,
                             RowSet matching) const
{
    const quint32 size = tokens.size();
    if (m_marks != 0)
        matching &= RowSet::where(size, [&](quint32 row) { return !marks.empty() && (marks[row] & m_marks) != 0; });
    if (m_choice == StateChoice::NeverUsed)
        matching &= RowSet::where(size, [&](quint32 row) { return tokens.facts(row).neverUsed; });
    if (const auto state = chosenState(m_choice))
        matching &= RowSet::where(size, [&](quint32 row) { return states.of(row) == *state; });
    for (const std::string &word : m_words) {
        RowSet found(size);
        if (matching.count() < size / 3) // a look at each costs three times its share of a sweep
            matching.forEach([&](quint32 row) {
                if (tokens.foldedName(row).find(word) != std::string_view::npos)
                    found.insert(row);
            });
        else
            findInNames(tokens, word, found);
        if (const IdPattern pattern(word); pattern.isPossible()) {
            RowSet others = matching;
            others -= found;
            keepRowsWithId(tokens, pattern, others);
            found |= others;
        }
        matching &= found;
    }
    return matching;
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
