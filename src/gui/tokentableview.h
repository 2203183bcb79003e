// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tokenselection.h"

#include <QTableView>

namespace tokendesk {

class TokenDelegate;
class TokenTableModel;

/// The token table. Keeps what a person looks at in place while the model changes under it.
class TokenTableView : public QTableView
{
    Q_OBJECT
public:
    explicit TokenTableView(QWidget *parent = nullptr);

    /// Once.
    void setTokenModel(TokenTableModel *model);
    /// There is one as soon as there is a model.
    [[nodiscard]] TokenSelection &selection() const { return *m_selection; }
    /// Grey: the list is old.
    void setStale(bool stale);
    [[nodiscard]] bool isStale() const { return m_stale; }

    /// What becomes of a view that stands at its very top.
    enum class AtTop {
        Stay,   ///< new tokens, and the first ones of a new order, come into sight
        Follow, ///< a selected row takes the view along: found by a filter, then seen among its neighbours
    };
    /// Runs `change`, which may insert, remove and move rows. Afterwards the row that was looked at is where it was:
    /// the current row if it is selected and was in sight, otherwise the topmost one.
    template <class Change>
    void keepingPlace(AtTop atTop, Change change)
    {
        const Place place = currentPlace();
        change();
        restorePlace(place, atTop);
    }

    /// Selects one row, makes it current and scrolls to it.
    void showRow(int row);
    /// Qt would search the current column, row by row, for one that begins so: through a million rows where none does,
    /// and nobody looks for a state by its first letter. A letter is the beginning of a filter instead.
    void keyboardSearch(const QString &text) override;

Q_SIGNALS:
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
    /// Home and End lead to the first and the last row: rows are what is selected here. Qt's lead to the first and the
    /// last column, which nobody sees.
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

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
    /// That fit wholly.
    [[nodiscard]] int rowsInSight() const;
    void tellSight();
    void ensureCurrent();
    void updateFrame();
    void applyRowHeight();

    TokenTableModel *m_tokens = nullptr;
    TokenSelection *m_selection = nullptr; ///< the view's own
    TokenDelegate *m_delegate;
    bool m_stale = false;
};

} // namespace tokendesk
