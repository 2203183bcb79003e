// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rowset.h"
#include "core/tokendiff.h"

#include <QTableView>

#include <vector>

namespace tokendesk {

class TokenDelegate;
class TokenTableModel;

/// The token table. Keeps what a person looks at in place while the model changes under it.
class TokenTableView : public QTableView
{
    Q_OBJECT
public:
    explicit TokenTableView(QWidget *parent = nullptr);

    void setTokenModel(TokenTableModel *model);
    /// Grey: the list is old.
    void setStale(bool stale);
    [[nodiscard]] bool isStale() const { return m_stale; }

    /// What becomes of a view that stands at its very top.
    enum class AtTop {
        Stay,   ///< new tokens, and the first ones of a new order, come into sight
        Follow, ///< a selected row takes the view along: found by a filter, then seen among its neighbours
    };
    /// Runs `change`, which may insert, remove and move rows. Afterwards the row that was looked at is where it was:
    /// the current row if it is selected and was in sight, otherwise the topmost one. `diff`: where the change is
    /// another list, the difference.
    template <class Change>
    void keepingPlace(AtTop atTop, Change change, const TokenDiff &diff = {})
    {
        const Place place = currentPlace();
        const RowSet selection = takeSelection();
        change();
        putSelection(selection, diff);
        restorePlace(place, atTop);
    }

    /// Selects one row, makes it current and scrolls to it.
    void showRow(int row);
    void selectAll() override;
    /// Qt would search the current column, row by row, for one that begins so: through a million rows where none does,
    /// and nobody looks for a state by its first letter. A letter is the beginning of a filter instead.
    void keyboardSearch(const QString &text) override;
    [[nodiscard]] int selectedCount() const;
    /// Rows in the order shown.
    [[nodiscard]] std::vector<int> selectedRowsInOrder() const;

Q_SIGNALS:
    void selectionAltered();
    /// Something that could be the beginning of a word was typed while the table has the keyboard.
    void typed(const QString &text);
    /// Where to show the context menu.
    void menuRequested(const QPoint &globalPosition);
    void headerMenuRequested(const QPoint &globalPosition);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Place
    {
        QPersistentModelIndex row;
        int offset = 0; ///< rows below the topmost one
        int top = 0;
        bool selected = false; ///< `row` is the current one and selected
    };
    [[nodiscard]] Place currentPlace() const;
    void restorePlace(const Place &place, AtTop atTop);
    /// A large selection, as snapshot rows, out of the selection model; an empty set where it is small and stays.
    [[nodiscard]] RowSet takeSelection();
    void putSelection(const RowSet &selection, const TokenDiff &diff);
    /// Which of the rows first … last are selected.
    [[nodiscard]] std::vector<bool> selectedAmong(int first, int last) const;
    void ensureCurrent();
    void updateFrame();
    void applyRowHeight();

    TokenTableModel *m_tokens = nullptr;
    TokenDelegate *m_delegate;
    bool m_stale = false;
};

} // namespace tokendesk
