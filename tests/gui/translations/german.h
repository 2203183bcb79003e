// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QStringList>
#include <QTranslator>

class QAction;
class QWidget;

namespace tokendesk {

/// The German translation as it is shipped, for a test of what is on screen.
class German
{
public:
    /// Before the first widget is made; false where a file is missing. It lives as long as this object.
    [[nodiscard]] bool install();
    /// No German window ever shows this text.
    [[nodiscard]] bool isEnglish(const QString &text) const { return m_englishOnly.contains(text); }
    /// The texts below `root` that were not translated, a line each.
    [[nodiscard]] QString leftInEnglish(const QWidget *root) const;

private:
    QTranslator m_qt; // OK, Cancel
    QTranslator m_translator;
    QSet<QString> m_englishOnly;
};

/// Every text below `root` that a person can meet, whether it is in sight or not.
[[nodiscard]] QSet<QString> textsIn(const QWidget *root);

/// Letters that two of `texts` share as their mnemonic, a line each.
[[nodiscard]] QString sharedMnemonics(const QStringList &texts);
[[nodiscard]] QStringList actionTexts(const QList<QAction *> &actions);
/// Labels with a buddy and buttons: what Alt and a letter can reach in a window, but not in what pops up above it, nor
/// on a tab that is not the current one.
[[nodiscard]] QStringList reachableTexts(const QWidget *root);

/// The texts in sight below `root` that have less room than they need, a line each.
[[nodiscard]] QString cutOff(const QWidget *root);

} // namespace tokendesk
