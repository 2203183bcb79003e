// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <vector>

class QHBoxLayout;
class QLabel;
class QShortcut;
class QToolButton;

namespace tokendesk {

/// Keeps what is typed into in a row of widgets (a filter, a choice) as wide as it should be in a narrow window, in a
/// large font or a wordy language: first a label goes, then the words of one button after the other, whose icon,
/// tooltip and accessible name remain. They come back when there is room. The label's letter leads to its buddy
/// throughout.
///
/// Owned by the widget of the row, whose whole width the row has.
class TopBarFit : public QObject
{
    Q_OBJECT
public:
    /// `label` has a buddy. `buttons` in the order in which they lose their words. They have an icon, a tooltip and an
    /// accessible name.
    TopBarFit(QHBoxLayout &row, QLabel &label, std::vector<QToolButton *> buttons);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    [[nodiscard]] int saving(size_t step) const;

    QHBoxLayout &m_row;
    QLabel &m_label;
    QShortcut *const m_letter; ///< of the label, which listens only while it is in sight
    const std::vector<QToolButton *> m_buttons;
    size_t m_given = 0; ///< steps taken: the label, then the buttons
};

} // namespace tokendesk
