// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tokentablemodel.h"

#include "core/safetext.h"
#include "models/tokencells.h"

#include <algorithm>
#include <numeric>

namespace tokendesk {

namespace {

using Column = TokenTableModel::Column;
static_assert(int(TokenSortKey::State) == Column::State && int(TokenSortKey::Id) == Column::Id,
              "one sort key a column, in the columns' order");

constexpr quint32 gone = ~0U;

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

/// For each row of `before` its row in `after`, or `gone`; empty where every row stays where it is.
std::vector<quint32> newRows(const TokenSnapshot &before, const TokenSnapshot &after, const TokenDiff &diff)
{
    if (diff.removed.empty() && diff.added.empty() && !diff.reordered)
        return {};
    std::vector<quint32> rows(before.size(), gone);
    const std::vector<quint32> &newOrder = after.rowsById();
    // Both are ordered by id, so that leaving out what is gone and what is new pairs up the rest.
    auto removed = std::vector<bool>(before.size(), false);
    for (const quint32 row : diff.removed)
        removed[row] = true;
    auto added = std::vector<bool>(after.size(), false);
    for (const quint32 row : diff.added)
        added[row] = true;
    auto next = newOrder.begin();
    for (const quint32 row : before.rowsById()) {
        if (removed[row])
            continue;
        while (added[*next])
            ++next;
        rows[row] = *next++;
    }
    return rows;
}

} // namespace

TokenTableModel::TokenTableModel(QObject *parent)
    : QAbstractTableModel(parent), m_tokens(std::make_shared<TokenSnapshot>())
{}

TokenTableModel::~TokenTableModel() = default;

void TokenTableModel::setTokens(TokenSnapshotPtr tokens, const TokenDiff &diff)
{
    const std::vector<quint32> rows = newRows(*m_tokens, *tokens, diff);
    Next next;
    next.tokens = std::move(tokens);
    next.states = statesOf(*next.tokens);
    next.order = sortedRows(*next.tokens, next.states);
    if (!m_marks.empty()) {
        next.marks.assign(next.tokens->size(), 0);
        for (quint32 row = 0; row < m_marks.size(); ++row)
            if (const quint32 to = rows.empty() ? row : rows[row]; to != gone)
                next.marks[to] = m_marks[row];
    }
    next.view = filteredRows(*next.tokens, next.order, next.marks);
    publish(std::move(next), rows, diff.changed);
    workOutCounts();
}

void TokenTableModel::setFilter(const TokenFilter &filter)
{
    if (filter == m_filter) {
        m_filter = filter; // the same words may be written differently
        return;
    }
    m_filter = filter;
    publish({m_tokens, m_states, m_order, filteredRows(*m_tokens, m_order, m_marks), m_marks}, {}, {});
}

void TokenTableModel::setMarks(std::vector<quint32> marks)
{
    if ((!marks.empty() && marks.size() != m_tokens->size()) || marks == m_marks)
        return;
    std::vector<quint32> view = filteredRows(*m_tokens, m_order, marks);
    publish({m_tokens, m_states, m_order, std::move(view), std::move(marks)}, {}, {});
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
    std::vector<quint32> rows = sortedRows(*m_tokens, m_states);
    std::vector<quint32> view = filteredRows(*m_tokens, rows, m_marks);
    publish({m_tokens, m_states, std::move(rows), std::move(view), m_marks}, {}, {});
}

int TokenTableModel::sortColumn() const
{
    return m_sorting.empty() ? -1 : int(m_sorting.front().key);
}

Qt::SortOrder TokenTableModel::sortOrder() const
{
    return m_sorting.empty() ? Qt::AscendingOrder : m_sorting.front().order;
}

void TokenTableModel::setNow(qint64 now)
{
    const qint64 before = std::exchange(m_now, now);
    const bool statesHold = now >= before && (m_nextStateChange == noInstant || now < m_nextStateChange);
    if (!statesHold) {
        std::vector<TokenState> states = statesOf(*m_tokens);
        std::vector<quint32> changed;
        for (quint32 row = 0; row < states.size(); ++row)
            if (states[row] != m_states[row])
                changed.push_back(row);
        const bool sortsByState = std::any_of(m_sorting.begin(), m_sorting.end(), [](const TokenSortOrder &known) {
            return known.key == TokenSortKey::State;
        });
        if (!changed.empty()) {
            std::vector<quint32> rows = sortsByState ? sortedRows(*m_tokens, states) : m_order;
            // The filter works the states out itself, at m_now.
            std::vector<quint32> view = filteredRows(*m_tokens, rows, m_marks);
            publish({m_tokens, std::move(states), std::move(rows), std::move(view), m_marks}, {}, changed);
        }
        workOutCounts();
    }
    // No relative time is finer than a minute, but each token's minute begins at another second.
    constexpr qint64 finest = 15'000;
    if (now / finest != before / finest && !m_view.empty())
        Q_EMIT dataChanged(index(0, Created), index(rowCount() - 1, Revoked));
}

void TokenTableModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    if (!m_view.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

std::vector<TokenState> TokenTableModel::statesOf(const TokenSnapshot &tokens) const
{
    std::vector<TokenState> states(tokens.size());
    for (quint32 row = 0; row < tokens.size(); ++row)
        states[row] = tokenState(tokens.row(row), m_now);
    return states;
}

std::vector<quint32> TokenTableModel::sortedRows(const TokenSnapshot &tokens,
                                                 const std::vector<TokenState> &states) const
{
    std::vector<quint32> rows(tokens.size());
    std::iota(rows.begin(), rows.end(), 0U);
    for (auto key = m_sorting.rbegin(); key != m_sorting.rend(); ++key)
        sortTokens(rows, tokens, states, *key);
    return rows;
}

std::vector<quint32> TokenTableModel::filteredRows(const TokenSnapshot &tokens, const std::vector<quint32> &order,
                                                   const std::vector<quint32> &marks) const
{
    if (m_filter.isEmpty())
        return order;
    std::vector<quint32> view;
    view.reserve(order.size());
    std::copy_if(order.begin(), order.end(), std::back_inserter(view),
                 [&](quint32 row) { return m_filter.matches(tokens, row, m_now, marks.empty() ? 0 : marks[row]); });
    return view;
}

void TokenTableModel::workOutCounts()
{
    std::array<int, allStateChoices.size()> counts{};
    qint64 next = noInstant;
    const auto count = [&](StateChoice choice) -> int & { return counts[static_cast<size_t>(choice)]; };
    for (quint32 row = 0; row < m_tokens->size(); ++row) {
        const TokenRow &token = m_tokens->row(row);
        switch (m_states[row]) {
        case TokenState::Active:
            ++count(StateChoice::Active);
            break;
        case TokenState::Expiring:
            ++count(StateChoice::Expiring);
            break;
        case TokenState::UsedUp:
            ++count(StateChoice::UsedUp);
            break;
        case TokenState::Expired:
            ++count(StateChoice::Expired);
            break;
        case TokenState::Revoked:
            ++count(StateChoice::Revoked);
            break;
        }
        if (token.useCount == 0)
            ++count(StateChoice::NeverUsed);
        const qint64 change = tokendesk::nextStateChange(token, m_now);
        if (change != noInstant && (next == noInstant || change < next))
            next = change;
    }
    count(StateChoice::All) = int(m_tokens->size());
    m_nextStateChange = next;
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
    return row ? m_shownAt[*row] : -1;
}

QString TokenTableModel::rowsAsText(const std::vector<int> &rows) const
{
    QString text;
    for (int column = 0; column < ColumnCount; ++column)
        text += columnTitle(Column(column)) + (column + 1 < ColumnCount ? u'\t' : u'\n');
    for (const int row : rows) {
        const quint32 at = snapshotRow(row);
        const TokenCell cell{*m_tokens, at, m_states[at], m_now};
        for (int column = 0; column < ColumnCount; ++column)
            text += cell.exported(Column(column)) + (column + 1 < ColumnCount ? u'\t' : u'\n');
    }
    return text;
}

int TokenTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_view.size());
}

int TokenTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant TokenTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const quint32 row = snapshotRow(index.row());
    const auto column = Column(index.column());
    const TokenCell cell{*m_tokens, row, m_states[row], m_now};
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
