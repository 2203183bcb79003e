// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/auditscene.h"

#include <algorithm>
#include <utility>

namespace tokendesk {

AuditScene::AuditScene(TokenTableModel &model, QItemSelectionModel &selection, QObject *parent)
    : QObject(parent), m_model(model), m_selection(selection), m_history(TokenHistoryBuilder().build())
{
    connect(&model, &TokenTableModel::viewChanged, this, &AuditScene::followView);
    connect(&model, &TokenTableModel::countsChanged, this, &AuditScene::statesChanged);
    connect(&selection, &QItemSelectionModel::selectionChanged, this, [this] {
        m_selectionKnown = false;
        noteSelection();
        Q_EMIT selectionChanged();
    });
}

void AuditScene::followView()
{
    m_positionsKnown = false;
    m_selectionKnown = false;
    Q_EMIT rowsChanged();
    // Not now: while the table changes, its selection may be out of the selection model.
    if (!std::exchange(m_checkQueued, true))
        QMetaObject::invokeMethod(this, &AuditScene::checkSelection, Qt::QueuedConnection);
}

void AuditScene::checkSelection()
{
    m_checkQueued = false;
    m_selectionKnown = false;
    // Another order or filter of the same list selects nothing new. As many as before are the same as before.
    if (m_selectedOf.lock() == m_model.tokens() && m_selectedBefore == selectedCount())
        return;
    noteSelection();
    Q_EMIT selectionChanged();
}

void AuditScene::noteSelection()
{
    m_selectedOf = m_model.tokens();
    m_selectedBefore = selectedCount();
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

int AuditScene::selectedCount() const
{
    if (m_selectionKnown)
        return static_cast<int>(m_selected.size());
    int count = 0;
    int next = 0;
    for (const auto &[first, last] : selectedPositions()) {
        count += std::max(0, last + 1 - std::max(first, next));
        next = std::max(next, last + 1);
    }
    return count;
}

std::vector<std::pair<int, int>> AuditScene::selectedPositions() const
{
    std::vector<std::pair<int, int>> ranges;
    const QItemSelection selection = m_selection.selection();
    ranges.reserve(static_cast<size_t>(selection.size()));
    for (const QItemSelectionRange &range : selection) {
        if (range.left() == 0)
            ranges.emplace_back(range.top(), range.bottom());
    }
    std::sort(ranges.begin(), ranges.end());
    return ranges;
}

bool AuditScene::isSelected(quint32 row) const
{
    workOutSelection();
    return row < m_isSelected.size() && m_isSelected[row];
}

const std::vector<quint32> &AuditScene::selected() const
{
    workOutSelection();
    return m_selected;
}

void AuditScene::workOutSelection() const
{
    if (m_selectionKnown)
        return;
    m_selectionKnown = true;
    m_selected.clear();
    m_isSelected.assign(m_model.tokens()->size(), false);
    const std::vector<quint32> &rows = shown();
    int next = 0; // ranges may lie over one another
    for (const auto &[first, last] : selectedPositions()) {
        for (int position = std::max(first, next); position <= last; ++position) {
            m_selected.push_back(rows[static_cast<size_t>(position)]);
            m_isSelected[m_selected.back()] = true;
        }
        next = std::max(next, last + 1);
    }
}

void AuditScene::workOutPositions() const
{
    if (m_positionsKnown)
        return;
    m_positionsKnown = true;
    m_positionOf.assign(m_model.tokens()->size(), -1);
    const std::vector<quint32> &rows = shown();
    for (size_t position = 0; position < rows.size(); ++position)
        m_positionOf[rows[position]] = static_cast<qint32>(position);
}

void AuditScene::pick(const std::vector<quint32> &rows, Pick how)
{
    workOutPositions();
    std::vector<int> positions;
    positions.reserve(rows.size());
    bool allOn = true;
    for (const quint32 row : rows) {
        if (row >= m_positionOf.size() || m_positionOf[row] < 0)
            continue;
        positions.push_back(m_positionOf[row]);
        allOn = allOn && isSelected(row);
    }
    std::sort(positions.begin(), positions.end());
    // Neighbours as one range: a selection model is slow with many ranges.
    QItemSelection selection;
    for (size_t first = 0; first < positions.size();) {
        size_t last = first;
        while (last + 1 < positions.size() && positions[last + 1] <= positions[last] + 1)
            ++last;
        selection.append(QItemSelectionRange(m_model.index(positions[first], 0),
                                             m_model.index(positions[last], TokenTableModel::ColumnCount - 1)));
        first = last + 1;
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
    m_selection.select(selection, flags);
    if (!positions.empty()) {
        const int column = std::max(0, m_selection.currentIndex().column());
        m_selection.setCurrentIndex(m_model.index(positions.front(), column), QItemSelectionModel::NoUpdate);
    }
}

} // namespace tokendesk
