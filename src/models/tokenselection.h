// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rowset.h"
#include "core/tokendiff.h"

#include <QItemSelectionModel>

#include <memory>
#include <vector>

namespace tokendesk {

class TokenTableModel;

/// Which tokens of a table are selected: a set of rows of its snapshot, one bit each, whatever the order and however
/// they lie. Qt's own selection model keeps ranges with two persistent indexes each, and is slow with many: what a
/// filter found, among its neighbours again, are 200,000 ranges out of a million tokens.
///
/// select() means what it means in QItemSelectionModel, whole rows taken. What a view or a screen reader asks the base
/// class, which is not virtual (isSelected(), selectedRows(), selection()), answers from a copy: all ranges up to
/// `mostMirrored`, of more only the first ones and those in sight. Ask rows(), count() and contains() instead, and
/// listen to altered() rather than to selectionChanged().
///
/// Tokens that leave the table, deleted or filtered out, are not selected any more when they come back.
///
/// Threads: gui thread only.
class TokenSelection final : public QItemSelectionModel
{
    Q_OBJECT
public:
    /// The model outlives it. Whatever asks for the selection when the model's viewChanged() comes has to be connected
    /// to that after this has been made.
    explicit TokenSelection(TokenTableModel &model, QObject *parent = nullptr);

    /// Of the snapshot.
    [[nodiscard]] const RowSet &rows() const { return m_rows; }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] bool contains(quint32 snapshotRow) const
    {
        return snapshotRow < m_rows.size() && m_rows.contains(snapshotRow);
    }
    /// Rows of the model, ascending.
    [[nodiscard]] std::vector<int> positions() const;

    using QItemSelectionModel::select;
    void select(const QItemSelection &selection, SelectionFlags command) override;
    /// The same for rows of the snapshot, of which those that are not shown are passed over.
    void selectRows(RowSet rows, SelectionFlags command);

    /// The rows of the model that a person sees.
    void setSight(int first, int last);

    /// Ranges that the base class knows for certain: more than anybody selects one by one.
    static constexpr int mostMirrored = 32;

Q_SIGNALS:
    /// Other tokens are selected, or they are rows of another snapshot. Not where only their order is another one.
    /// Where the table changed, not before everybody knows of that: the event loop has turned.
    void altered();

private:
    /// What is selected now is not taken back by the next SelectCurrent or ToggleCurrent.
    void settle();
    void followView(const TokenDiff &diff);
    void tell();
    [[nodiscard]] RowSet effective() const;
    /// The positions of a selection of this model, as rows of the snapshot.
    [[nodiscard]] RowSet rowsOf(const QItemSelection &selection) const;
    [[nodiscard]] QItemSelection mirrored();
    void clearMirror();
    void mirrorQuietly();

    TokenTableModel &m_model;
    // As in Qt: what the last command did is kept apart, for the next one may replace it.
    RowSet m_settled;
    RowSet m_current;
    SelectionFlags m_command = NoUpdate; ///< what m_current does to m_settled
    RowSet m_rows;                       ///< what comes of both
    int m_count = 0;
    std::weak_ptr<const TokenSnapshot> m_of; ///< whose rows they are
    bool m_tellQueued = false;
    bool m_mirrorsAll = true;
    int m_firstInSight = 0;
    int m_lastInSight = -1;
};

} // namespace tokendesk
