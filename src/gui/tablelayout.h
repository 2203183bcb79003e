// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tokentablemodel.h"

#include <QObject>

class QMenu;

namespace tokendesk {

class LookSettings;
class TokenTableView;

/// Which columns the table shows, in which order and how wide, and what it is sorted by: menus for it, and its way to
/// and from the settings under "table/". Columns are named there, so that a newer or older version, or a damaged file,
/// at worst loses a detail.
class TableLayout : public QObject
{
    Q_OBJECT
public:
    /// All three outlive this object.
    TableLayout(TokenTableView &view, TokenTableModel &model, LookSettings &look, QObject *parent = nullptr);

    /// Columns, their order, and what the table is sorted by. Their widths follow when the table is first shown: to
    /// measure all these words takes a twentieth of the program's start, and there is no list yet.
    void restore();
    void save();
    void reset();

    /// Fills a menu with one check per column and Reset Columns.
    void fillColumnsMenu(QMenu *menu);
    /// Fills a menu with the columns to sort by and the two directions.
    void fillSortMenu(QMenu *menu);

protected:
    /// The table is shown; and the name column takes the room that is left until a person chooses widths.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void sortBy(int column, Qt::SortOrder order);
    void applySort();
    void setColumnShown(int column, bool shown);
    [[nodiscard]] int shownColumns() const;
    [[nodiscard]] int defaultWidth(int column) const;
    void applyDefaults();
    void applyDefaultWidths();
    void restoreWidths();
    void fitName();

    TokenTableView &m_view;
    TokenTableModel &m_model;
    LookSettings &m_look;
    int m_previousSort = TokenTableModel::Name; ///< the second key
    int m_sort = TokenTableModel::Created;
    bool m_fitsName = true;
    bool m_hasWidths = false;
    bool m_arranging = false; ///< the program resizes sections, not the person
};

} // namespace tokendesk
