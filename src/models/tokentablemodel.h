// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokendiff.h"
#include "core/tokenfilter.h"
#include "core/tokenstates.h"
#include "models/tokensorter.h"

#include <QAbstractTableModel>
#include <QLocale>

#include <array>
#include <optional>
#include <vector>

namespace tokendesk {

struct Interval;

/// The token table: sorted and filtered row indices over an immutable snapshot. There is no proxy above it; changes of
/// list, filter, order and time are published with exact row signals and persistent indexes that hold, never a reset.
///
/// Threads: gui thread only.
class TokenTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { State, Name, Kind, Uses, Created, Expires, LastUsed, Revoked, Id, ColumnCount };
    enum Role {
        TokenIdRole = Qt::UserRole, ///< QUuid
        StateRole,                  ///< int of TokenState
        LiveTextRole,               ///< QString, what "Copy row" puts on the clipboard for this cell
    };

    explicit TokenTableModel(QObject *parent = nullptr);
    ~TokenTableModel() override;

    /// `diff` is against the snapshot set before (Session::tokensChanged hands both).
    void setTokens(TokenSnapshotPtr tokens, const TokenDiff &diff);
    void setFilter(const TokenFilter &filter);
    [[nodiscard]] const TokenFilter &filter() const { return m_filter; }
    /// One bit mask a row of the snapshot shown now, for TokenFilter to choose by; what a bit means is the caller's
    /// affair. Empty: no marks. Marks of another size than the snapshot's are ignored. A later list carries the marks
    /// of the tokens that stay; new ones have none until the next call.
    void setMarks(std::vector<quint32> marks);
    /// The marks of a row of this model.
    [[nodiscard]] quint32 marksOf(int row) const { return m_marks.empty() ? 0 : m_marks[snapshotRow(row)]; }
    /// The server's clock, milliseconds since the epoch, UTC. States, relative times, and what they sort and filter,
    /// follow. Cheap when nothing changes state. Call it once before the first list.
    void setNow(qint64 now);
    [[nodiscard]] qint64 now() const { return m_now; }
    /// What expires within it is expiring; milliseconds. 14 days unless changed.
    void setExpiryHorizon(qint64 horizonMs);
    [[nodiscard]] qint64 expiryHorizon() const { return m_horizonMs; }
    /// The earliest instant at which a token changes state, or noInstant: when to call setNow() at the latest.
    [[nodiscard]] qint64 nextStateChange() const { return m_states.nextChange(); }
    /// How numbers and exact times are written; the default locale unless told otherwise.
    void setLocale(const QLocale &locale);

    [[nodiscard]] const TokenSnapshotPtr &tokens() const { return m_tokens; }
    [[nodiscard]] std::optional<QUuid> tokenId(int row) const;
    /// The row in the snapshot behind a row of this model.
    [[nodiscard]] quint32 snapshotRow(int row) const { return (*m_view)[static_cast<size_t>(row)]; }
    /// What the cell of a snapshot row says, and the state it is in: for a delegate, which has no time for roles.
    [[nodiscard]] QString text(quint32 snapshotRow, Column column) const;
    [[nodiscard]] TokenState stateOf(quint32 snapshotRow) const { return m_states.of(snapshotRow); }
    /// The rows in the snapshot behind all rows of this model, in the order shown.
    [[nodiscard]] const std::vector<quint32> &shownRows() const { return *m_view; }
    /// The same rows as a set.
    [[nodiscard]] const RowSet &shown() const { return m_shown; }
    /// Where a token is shown, or -1 (unknown, or filtered out). Looks through the list: not for loops.
    [[nodiscard]] int rowOf(const QUuid &id) const;
    /// Of all tokens, not of those shown.
    [[nodiscard]] int countOf(StateChoice choice) const;
    /// The given rows of this model as lines of tab-separated values below a line of column names, for the clipboard.
    [[nodiscard]] QString rowsAsText(const std::vector<int> &rows) const;

    /// The column sorted by last is the second key; ties after that keep the server's order. Empty values (never) come
    /// last in either direction. Column -1: the server's order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    /// -1 for the server's order.
    [[nodiscard]] int sortColumn() const;
    [[nodiscard]] Qt::SortOrder sortOrder() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// countOf() has changed.
    void countsChanged();
    /// Before everything of a change that viewChanged() is going to tell of.
    void viewAboutToChange();
    /// After everything else of a change: the rows shown, their order, or the tokens behind them are others than
    /// before. `diff`: what became of the rows of the snapshot shown before; empty where that stays.
    void viewChanged(const tokendesk::TokenDiff &diff);

private:
    /// A list that is not shown yet.
    struct Listed
    {
        TokenSnapshotPtr tokens;
        TokenStates states;
        std::vector<quint32> marks;
    };
    /// Another list, order or choice of rows, worked out but not shown yet.
    struct Next
    {
        std::optional<Listed> listed; ///< nothing: the list stays
        TokenRows order;
        RowSet shown;
        TokenRows view;
    };

    [[nodiscard]] static TokenRows filteredRows(const TokenRows &order, const RowSet &shown);
    /// The list stays, its marks or the filter have changed; only rows out of `among` can match.
    void filterAgain(RowSet among);
    void announceCounts();
    /// States at m_now under m_horizonMs, and what follows from them.
    void updateStates();

    /// tokentablepublish.cpp. `diff`: what becomes of the rows of the snapshot shown now, and which rows look
    /// different.
    void publish(Next next, const TokenDiff &diff);
    void publishByInterval(Next &next, const TokenDiff &diff, const std::vector<Interval> &leaving,
                           const std::vector<Interval> &coming);
    void publishAtTheEnd(Next &next, const TokenDiff &diff, const RowSet &shownBefore);
    void adopt(Next &next, std::vector<quint32> &view, const TokenDiff &diff);
    void permute(const TokenRows &view);
    void announceChanged(const std::vector<quint32> &changed);

    TokenSnapshotPtr m_tokens;
    TokenStates m_states;         ///< at m_now
    std::vector<quint32> m_marks; ///< of each snapshot row, or empty
    TokenSorter m_sorter;
    TokenRows m_order; ///< all snapshot rows, sorted
    RowSet m_shown;    ///< those that the filter lets through
    TokenRows m_view;  ///< those, in the order shown
    TokenFilter m_filter;
    std::vector<TokenSortOrder> m_sorting; ///< first key, second key; empty: the server's order
    std::array<int, allStateChoices.size()> m_counts{};
    qint64 m_now = 0;
    qint64 m_horizonMs = defaultExpiryHorizonMs;
    QLocale m_locale;
};

} // namespace tokendesk
