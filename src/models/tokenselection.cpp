// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tokenselection.h"

#include "models/tokentablemodel.h"

#include <QSignalBlocker>

#include <utility>

namespace tokendesk {

TokenSelection::TokenSelection(TokenTableModel &model, QObject *parent)
    : QItemSelectionModel(&model, parent), m_model(model), m_of(model.tokens())
{
    m_settled = m_current = m_rows = RowSet(model.tokens()->size());
    connect(&model, &TokenTableModel::viewAboutToChange, this, &TokenSelection::clearMirror);
    connect(&model, &TokenTableModel::viewChanged, this, &TokenSelection::followView);
    // When Qt's own does so.
    connect(&model, &QAbstractItemModel::rowsAboutToBeInserted, this, &TokenSelection::settle);
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &TokenSelection::settle);
}

std::vector<int> TokenSelection::positions() const
{
    std::vector<int> positions;
    positions.reserve(static_cast<size_t>(m_count));
    const std::vector<quint32> &shown = m_model.shownRows();
    for (int position = 0; static_cast<int>(positions.size()) < m_count; ++position)
        if (m_rows.contains(shown[static_cast<size_t>(position)]))
            positions.push_back(position);
    return positions;
}

void TokenSelection::select(const QItemSelection &selection, SelectionFlags command)
{
    selectRows(rowsOf(selection), command);
}

void TokenSelection::selectRows(RowSet rows, SelectionFlags command)
{
    if (command == NoUpdate)
        return;
    rows &= m_model.shown();
    if (command.testFlag(Clear))
        m_settled = m_current = RowSet(m_rows.size());
    if (!command.testFlag(Current))
        settle();
    if (command & (Select | Deselect | Toggle)) {
        m_current = std::move(rows);
        m_command = command;
    }
    const RowSet before = std::exchange(m_rows, effective());
    if (m_rows == before)
        return;
    m_count = static_cast<int>(m_rows.count());
    QItemSelectionModel::select(mirrored(), ClearAndSelect);
    Q_EMIT altered();
}

void TokenSelection::setSight(int first, int last)
{
    if (first == m_firstInSight && last == m_lastInSight)
        return;
    m_firstInSight = first;
    m_lastInSight = last;
    if (!m_mirrorsAll)
        mirrorQuietly();
}

void TokenSelection::settle()
{
    m_settled = effective();
    m_current = RowSet(m_settled.size());
}

void TokenSelection::followView(const TokenDiff &diff)
{
    const quint32 size = m_model.tokens()->size();
    for (RowSet *rows : {&m_settled, &m_current}) {
        *rows = movedRows(*rows, diff, size);
        *rows &= m_model.shown();
    }
    m_rows = effective();
    const int before = std::exchange(m_count, static_cast<int>(m_rows.count()));
    mirrorQuietly();
    const bool sameList = m_of.lock() == m_model.tokens();
    m_of = m_model.tokens();
    // Tokens only leave the selection here: as many as before are the same as before.
    if ((m_count != before || (m_count > 0 && !sameList)) && !std::exchange(m_tellQueued, true))
        QMetaObject::invokeMethod(this, &TokenSelection::tell, Qt::QueuedConnection);
}

void TokenSelection::tell()
{
    m_tellQueued = false;
    Q_EMIT altered();
}

RowSet TokenSelection::effective() const
{
    RowSet rows = m_settled;
    if (m_command.testFlag(Select))
        rows |= m_current;
    else if (m_command.testFlag(Deselect))
        rows -= m_current;
    else if (m_command.testFlag(Toggle))
        rows ^= m_current;
    return rows;
}

RowSet TokenSelection::rowsOf(const QItemSelection &selection) const
{
    const std::vector<quint32> &shown = m_model.shownRows();
    RowSet rows(m_rows.size());
    for (const QItemSelectionRange &range : selection) {
        if (!range.isValid() || range.model() != &m_model)
            continue;
        if (range.height() == m_model.rowCount())
            return m_model.shown();
        for (int position = range.top(); position <= range.bottom(); ++position)
            rows.insert(shown[static_cast<size_t>(position)]);
    }
    return rows;
}

QItemSelection TokenSelection::mirrored()
{
    QItemSelection ranges;
    const std::vector<quint32> &shown = m_model.shownRows();
    // From `position` on: appends the first range that begins up to `last`. Returns the position after it.
    const auto appendNext = [&](int position, int last) {
        while (position <= last && !m_rows.contains(shown[static_cast<size_t>(position)]))
            ++position;
        const int first = position;
        while (position <= last && m_rows.contains(shown[static_cast<size_t>(position)]))
            ++position;
        if (position > first)
            ranges.append(QItemSelectionRange(m_model.index(first, 0),
                                              m_model.index(position - 1, TokenTableModel::ColumnCount - 1)));
        return position;
    };
    const int end = m_model.rowCount();
    int position = 0;
    int left = m_count;
    while (left > 0 && ranges.size() < mostMirrored) {
        position = appendNext(position, end - 1);
        left -= ranges.constLast().height();
    }
    m_mirrorsAll = left == 0;
    if (!m_mirrorsAll)
        for (position = qMax(position, m_firstInSight); position <= qMin(end - 1, m_lastInSight);)
            position = appendNext(position, qMin(end - 1, m_lastInSight));
    return ranges;
}

void TokenSelection::clearMirror()
{
    // Where Qt's own would follow range by range there is nothing to follow.
    const QSignalBlocker blocker(this);
    QItemSelectionModel::select(QItemSelection(), Clear);
}

void TokenSelection::mirrorQuietly()
{
    const QSignalBlocker blocker(this);
    QItemSelectionModel::select(mirrored(), ClearAndSelect);
}

} // namespace tokendesk
