// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/auditscene.h"

#include <algorithm>
#include <utility>

namespace tokendesk {

AuditScene::AuditScene(TokenTableModel &model, TokenSelection &selection, QObject *parent)
    : QObject(parent), m_model(model), m_selection(selection), m_history(TokenHistoryBuilder().build())
{
    connect(&model, &TokenTableModel::viewChanged, this, [this] {
        m_selectedKnown = false;
        Q_EMIT rowsChanged();
    });
    connect(&model, &TokenTableModel::countsChanged, this, &AuditScene::statesChanged);
    connect(&selection, &TokenSelection::altered, this, [this] {
        m_selectedKnown = false;
        Q_EMIT selectionChanged();
    });
}

void AuditScene::setHistory(TokenHistoryPtr history, quint32 lastLook)
{
    if (m_history == history && m_lastLook == lastLook)
        return;
    m_lastLook = lastLook;
    m_history = std::move(history);
    Q_EMIT historyChanged();
}

void AuditScene::setHorizonMs(qint64 horizonMs)
{
    if (horizonMs == m_model.expiryHorizon())
        return;
    m_model.setExpiryHorizon(horizonMs);
    Q_EMIT statesChanged();
}

TokenState AuditScene::stateOf(quint32 row) const
{
    return m_model.stateOf(row);
}

const std::vector<quint32> &AuditScene::selected() const
{
    if (!std::exchange(m_selectedKnown, true)) {
        m_selected.clear();
        for (const int position : m_selection.positions())
            m_selected.push_back(m_model.snapshotRow(position));
    }
    return m_selected;
}

void AuditScene::pick(const std::vector<quint32> &rows, Pick how)
{
    RowSet picked(m_model.tokens()->size());
    bool allOn = true;
    for (const quint32 row : rows) {
        if (row >= picked.size() || !m_model.shown().contains(row))
            continue;
        picked.insert(row);
        allOn = allOn && isSelected(row);
    }
    QItemSelectionModel::SelectionFlags flags;
    switch (how) {
    case Pick::Replace:
        flags = QItemSelectionModel::ClearAndSelect;
        break;
    case Pick::Toggle:
        flags = allOn ? QItemSelectionModel::Deselect : QItemSelectionModel::Select;
        break;
    case Pick::Add:
        flags = QItemSelectionModel::Select;
        break;
    }
    m_selection.selectRows(picked, flags);
    const auto first = std::find_if(shown().begin(), shown().end(), [&](quint32 row) { return picked.contains(row); });
    if (first != shown().end()) {
        const int column = std::max(0, m_selection.currentIndex().column());
        m_selection.setCurrentIndex(m_model.index(static_cast<int>(first - shown().begin()), column),
                                    QItemSelectionModel::NoUpdate);
    }
}

} // namespace tokendesk
