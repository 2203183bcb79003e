// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tokentablemodel.h"

#include "core/safetext.h"
#include "models/tokencells.h"

#include <algorithm>

namespace tokendesk {

namespace {

using Column = TokenTableModel::Column;
static_assert(int(TokenSortKey::State) == Column::State && int(TokenSortKey::Id) == Column::Id,
              "one sort key a column, in the columns' order");

QString columnTitle(Column column)
{
    switch (column) {
    case Column::State:
        return TokenTableModel::tr("State");
    case Column::Name:
        return TokenTableModel::tr("Name");
    case Column::Kind:
        return TokenTableModel::tr("Kind");
    case Column::Uses:
        return TokenTableModel::tr("Uses");
    case Column::Created:
        return TokenTableModel::tr("Created");
    case Column::Expires:
        return TokenTableModel::tr("Expires");
    case Column::LastUsed:
        return TokenTableModel::tr("Last used");
    case Column::Revoked:
        return TokenTableModel::tr("Revoked", "column: when the token was revoked");
    case Column::Id:
        return TokenTableModel::tr("ID");
    case Column::ColumnCount:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace

TokenTableModel::TokenTableModel(QObject *parent)
    : QAbstractTableModel(parent), m_tokens(std::make_shared<TokenSnapshot>()),
      m_order(std::make_shared<std::vector<quint32>>()), m_view(m_order)
{}

TokenTableModel::~TokenTableModel() = default;

void TokenTableModel::setTokens(TokenSnapshotPtr tokens, const TokenDiff &diff)
{
    Listed listed{std::move(tokens), {}, {}};
    listed.states = TokenStates(*listed.tokens, m_now, m_horizonMs);
    if (!m_marks.empty()) {
        listed.marks.assign(listed.tokens->size(), 0);
        for (quint32 row = 0; row < m_marks.size(); ++row)
            if (const quint32 to = diff.newRow(row); to != TokenDiff::gone)
                listed.marks[to] = m_marks[row];
    }
    Next next;
    next.order = m_sorter.rowsAfter(diff, m_order, *listed.tokens, listed.states, m_sorting);
    next.shown = m_filter.matching(*listed.tokens, listed.states, listed.marks, RowSet::all(listed.tokens->size()));
    next.view = filteredRows(next.order, next.shown);
    next.listed = std::move(listed);
    publish(std::move(next), diff);
    announceCounts();
}

void TokenTableModel::setFilter(const TokenFilter &filter)
{
    const TokenFilter before = std::exchange(m_filter, filter); // the same words may be written differently
    if (!(filter == before))
        filterAgain(filter.isWithin(before) ? m_shown : RowSet::all(m_tokens->size()));
}

void TokenTableModel::setMarks(std::vector<quint32> marks)
{
    if (marks == m_marks || (!marks.empty() && marks.size() != m_tokens->size()))
        return; // an audit that found nothing new: no sweep over the list
    m_marks = std::move(marks);
    if (m_filter.marks() != 0)
        filterAgain(RowSet::all(m_tokens->size()));
}

void TokenTableModel::filterAgain(RowSet among)
{
    Next next;
    next.order = m_order;
    next.shown = m_filter.matching(*m_tokens, m_states, m_marks, std::move(among));
    next.view = filteredRows(next.order, next.shown);
    publish(std::move(next), {});
}

void TokenTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount) {
        if (m_sorting.empty())
            return;
        m_sorting.clear();
    } else {
        const TokenSortOrder first{static_cast<TokenSortKey>(column), order};
        if (!m_sorting.empty() && m_sorting.front() == first)
            return;
        std::erase_if(m_sorting, [&](const TokenSortOrder &known) { return known.key == first.key; });
        m_sorting.insert(m_sorting.begin(), first);
        if (m_sorting.size() > 2)
            m_sorting.resize(2);
    }
    m_order = m_sorter.rows(*m_tokens, m_states, m_sorting);
    const TokenRows view = filteredRows(m_order, m_shown);
    const bool changes = *view != *m_view;
    if (changes)
        Q_EMIT viewAboutToChange();
    permute(view);
    if (changes)
        Q_EMIT viewChanged({});
}

int TokenTableModel::sortColumn() const
{
    return m_sorting.empty() ? -1 : int(m_sorting.front().key);
}

Qt::SortOrder TokenTableModel::sortOrder() const
{
    return m_sorting.empty() ? Qt::AscendingOrder : m_sorting.front().order;
}

void TokenTableModel::setExpiryHorizon(qint64 horizonMs)
{
    m_horizonMs = horizonMs;
    updateStates();
}

void TokenTableModel::updateStates()
{
    TokenDiff diff;
    diff.changed = m_states.moveTo(*m_tokens, m_now, m_horizonMs);
    if (diff.changed.empty())
        return;
    m_sorter.forgetStates();
    Next next;
    next.order = m_sorter.rows(*m_tokens, m_states, m_sorting);
    next.shown = m_filter.dependsOnTime()
                     ? m_filter.matching(*m_tokens, m_states, m_marks, RowSet::all(m_tokens->size()))
                     : m_shown;
    next.view = filteredRows(next.order, next.shown);
    publish(std::move(next), diff);
    announceCounts();
}

void TokenTableModel::setNow(qint64 now)
{
    const qint64 before = std::exchange(m_now, now);
    updateStates();
    // No relative time is finer than a minute, but each token's minute begins at another second.
    constexpr qint64 finest = 15'000;
    if (now / finest != before / finest && rowCount() > 0)
        Q_EMIT dataChanged(index(0, Created), index(rowCount() - 1, Revoked));
}

void TokenTableModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

TokenRows TokenTableModel::filteredRows(const TokenRows &order, const RowSet &shown)
{
    const quint32 count = shown.count();
    if (count == order->size())
        return order;
    auto view = std::make_shared<std::vector<quint32>>(size_t(count) + 1);
    // Written whether it is shown or not, and over again if not: no branch to guess.
    quint32 *to = view->data();
    for (const quint32 row : *order) {
        *to = row;
        to += shown.contains(row) ? 1 : 0;
    }
    view->resize(count);
    return view;
}

void TokenTableModel::announceCounts()
{
    std::array<int, allStateChoices.size()> counts{};
    const auto count = [&](StateChoice choice) -> int & { return counts[static_cast<size_t>(choice)]; };
    count(StateChoice::All) = int(m_tokens->size());
    count(StateChoice::Active) = int(m_states.count(TokenState::Active));
    count(StateChoice::Expiring) = int(m_states.count(TokenState::Expiring));
    count(StateChoice::NeverUsed) = int(m_tokens->neverUsedCount());
    count(StateChoice::UsedUp) = int(m_states.count(TokenState::UsedUp));
    count(StateChoice::Expired) = int(m_states.count(TokenState::Expired));
    count(StateChoice::Revoked) = int(m_states.count(TokenState::Revoked));
    if (counts != m_counts) {
        m_counts = counts;
        Q_EMIT countsChanged();
    }
}

int TokenTableModel::countOf(StateChoice choice) const
{
    return m_counts[static_cast<size_t>(choice)];
}

std::optional<QUuid> TokenTableModel::tokenId(int row) const
{
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    return m_tokens->row(snapshotRow(row)).id;
}

int TokenTableModel::rowOf(const QUuid &id) const
{
    const auto row = m_tokens->rowOf(id);
    if (!row)
        return -1;
    const auto at = std::find(m_view->begin(), m_view->end(), *row);
    return at == m_view->end() ? -1 : int(at - m_view->begin());
}

QString TokenTableModel::rowsAsText(const std::vector<int> &rows) const
{
    QString text;
    for (int column = 0; column < ColumnCount; ++column)
        text += columnTitle(Column(column)) + (column + 1 < ColumnCount ? u'\t' : u'\n');
    for (const int row : rows) {
        const quint32 at = snapshotRow(row);
        const TokenCell cell{*m_tokens, at, m_states.of(at), m_now};
        for (int column = 0; column < ColumnCount; ++column)
            text += cell.exported(Column(column)) + (column + 1 < ColumnCount ? u'\t' : u'\n');
    }
    return text;
}

int TokenTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_view->size());
}

int TokenTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString TokenTableModel::text(quint32 snapshotRow, Column column) const
{
    return TokenCell{*m_tokens, snapshotRow, m_states.of(snapshotRow), m_now}.text(column, m_locale);
}

QVariant TokenTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const quint32 row = snapshotRow(index.row());
    const auto column = Column(index.column());
    const TokenCell cell{*m_tokens, row, m_states.of(row), m_now};
    switch (role) {
    case Qt::DisplayRole:
        return cell.text(column, m_locale);
    case Qt::ToolTipRole:
        // QToolTip renders what looks like HTML to it (pitfall of every item view).
        return asRichText(cell.explanation(column, m_locale));
    case Qt::AccessibleTextRole:
        return cell.spoken(column, m_locale);
    case Qt::AccessibleDescriptionRole:
        return cell.explanation(column, m_locale);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (column == Uses ? Qt::AlignRight : Qt::AlignLeft)));
    case TokenIdRole:
        return m_tokens->row(row).id;
    case StateRole:
        return int(cell.state);
    case LiveTextRole:
        return cell.exported(column);
    default:
        return {};
    }
}

QVariant TokenTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole)
        return columnTitle(Column(section));
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (section == Uses ? Qt::AlignRight : Qt::AlignLeft)));
    return {};
}

} // namespace tokendesk
