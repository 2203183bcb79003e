// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tokendesk {

/// Text from a server, made harmless to look at: control characters, line breaks, bidi overrides and isolates,
/// zero-width and other format characters, variation selectors (but for the one that makes an emoji), private-use and
/// unassigned ones become visible escapes such as "\u202E"; a zero-width joiner between two emoji or letters that need
/// it stays. Never longer than `maxLength` UTF-16 units (then it ends in "…"). The result holds no line break and no
/// character that moves other text.
[[nodiscard]] QString visibleText(QStringView hostile, qsizetype maxLength = 300);

/// visibleText() between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, for putting a name into a sentence: a name
/// in another direction cannot reorder the words around it (UAX #9).
[[nodiscard]] QString isolatedText(QStringView hostile, qsizetype maxLength = 80);

/// For widgets that guess whether a text is HTML (QToolTip, QMessageBox's informative text): escaped, and marked as
/// rich text so that nothing is left to guess. Line breaks become <br>. `text` is our own sentence with visibleText()
/// parts in it.
[[nodiscard]] QString asRichText(const QString &text);

/// For texts in which "&" makes a mnemonic (actions, buttons, labels with a buddy).
[[nodiscard]] QString withoutMnemonics(QString text);

/// Text from a server cut to what a person could read, still hostile.
[[nodiscard]] QString boundedServerText(const QString &text, qsizetype maxLength = 2000);

} // namespace tokendesk
