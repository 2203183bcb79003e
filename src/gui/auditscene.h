// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokenhistory.h"
#include "models/tokenselection.h"
#include "models/tokentablemodel.h"

#include <QObject>

#include <vector>

namespace tokendesk {

/// What all pictures show and share with the table: its rows in its order, its selection, and the history. The table's
/// model and selection model are the truth; a picture knows nothing of a table.
///
/// Threads: gui thread only.
class AuditScene : public QObject
{
    Q_OBJECT
public:
    /// Both outlive the scene.
    AuditScene(TokenTableModel &model, TokenSelection &selection, QObject *parent = nullptr);

    [[nodiscard]] TokenSnapshotPtr tokens() const { return m_model.tokens(); }
    /// The server's clock at the moment shown, milliseconds since the epoch, UTC.
    [[nodiscard]] qint64 now() const { return m_model.now(); }
    /// Rows of the snapshot that the filter lets through, in the table's order.
    [[nodiscard]] const std::vector<quint32> &shown() const { return m_model.shownRows(); }
    /// Never null.
    [[nodiscard]] TokenHistoryPtr history() const { return m_history; }
    /// `lastLook`: for a list from the past, the look that found it; notInHistory for the list of today.
    void setHistory(TokenHistoryPtr history, quint32 lastLook = notInHistory);
    [[nodiscard]] quint32 lastLook() const { return m_lastLook; }
    /// How long before it expires a token is "expiring", milliseconds.
    [[nodiscard]] qint64 horizonMs() const { return m_model.expiryHorizon(); }
    void setHorizonMs(qint64 horizonMs);
    [[nodiscard]] TokenState stateOf(quint32 row) const;

    [[nodiscard]] int selectedCount() const { return m_selection.count(); }
    [[nodiscard]] bool isSelected(quint32 row) const { return m_selection.contains(row); }
    /// In the order shown.
    [[nodiscard]] const std::vector<quint32> &selected() const;

    enum class Pick {
        Replace, ///< select these and nothing else
        Toggle,  ///< turn them around, all alike: off where all of them were on
        Add,
    };
    /// Rows that are not shown are passed over.
    void pick(const std::vector<quint32> &rows, Pick how = Pick::Replace);

Q_SIGNALS:
    /// Tokens, their order, or which of them are shown.
    void rowsChanged();
    /// Time has passed and some token's state is another one.
    void statesChanged();
    void historyChanged();
    /// Other tokens are selected, or their rows have other numbers. Not where only their order or place is another one.
    void selectionChanged();

private:
    TokenTableModel &m_model;
    TokenSelection &m_selection;
    TokenHistoryPtr m_history;
    quint32 m_lastLook = notInHistory;
    // Worked out when first asked for: a drag over the table changes the selection far more often than it is painted.
    mutable bool m_selectedKnown = false;
    mutable std::vector<quint32> m_selected;
};

} // namespace tokendesk
