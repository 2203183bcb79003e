// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rowset.h"
#include "core/tokensnapshot.h"
#include "core/tokenstates.h"
#include "core/tokenstatus.h"

#include <string>
#include <vector>

namespace tokendesk {

/// The choice beside the filter field.
enum class StateChoice : quint8 { All, Active, Expiring, NeverUsed, UsedUp, Expired, Revoked };
inline constexpr std::array allStateChoices{StateChoice::All,       StateChoice::Active, StateChoice::Expiring,
                                            StateChoice::NeverUsed, StateChoice::UsedUp, StateChoice::Expired,
                                            StateChoice::Revoked};
/// "All tokens", "Active", …, translated.
[[nodiscard]] QString stateChoiceWord(StateChoice choice);

/// Which tokens are shown: a value that the view, tests and (later) saved filters share.
///
/// Plain words, separated by white space; each must occur somewhere in the name or in the id, case and accents folded
/// on both sides. A word in double quotes may hold blanks.
class TokenFilter
{
public:
    TokenFilter() = default;
    /// `marks`: a token passes where it bears at least one of these bits (TokenTableModel::setMarks); 0: any token.
    explicit TokenFilter(const QString &text, StateChoice choice = StateChoice::All, quint32 marks = 0);

    /// `marks`: those the row bears.
    [[nodiscard]] bool matches(const TokenSnapshot &tokens, quint32 row, qint64 now, quint32 marks = 0,
                               qint64 horizonMs = defaultExpiryHorizonMs) const;
    /// All rows out of `among` that match: the same answers, at the price of one sweep over the names. `marks`: one per
    /// row, or empty.
    [[nodiscard]] RowSet matching(const TokenSnapshot &tokens, const TokenStates &states,
                                  const std::vector<quint32> &marks, RowSet among) const;
    /// Whether no token matches that does not match `wider`, as when somebody types on.
    [[nodiscard]] bool isWithin(const TokenFilter &wider) const;
    [[nodiscard]] bool isEmpty() const { return m_words.empty() && m_choice == StateChoice::All && m_marks == 0; }
    /// Whether the answer for a token can change as time passes.
    [[nodiscard]] bool dependsOnTime() const;
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] StateChoice choice() const { return m_choice; }
    [[nodiscard]] quint32 marks() const { return m_marks; }

    friend bool operator==(const TokenFilter &a, const TokenFilter &b)
    {
        return a.m_choice == b.m_choice && a.m_marks == b.m_marks && a.m_words == b.m_words;
    }

private:
    QString m_text;
    StateChoice m_choice = StateChoice::All;
    quint32 m_marks = 0;
    std::vector<std::string> m_words; ///< folded UTF-8
};

} // namespace tokendesk
