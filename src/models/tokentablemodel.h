// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokendiff.h"
#include "core/tokenfilter.h"
#include "core/tokenstatus.h"
#include "models/tokensorter.h"

#include <QAbstractTableModel>
#include <QLocale>

#include <array>
#include <optional>
#include <vector>

namespace tokendesk {

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
    [[nodiscard]] quint32 marksOf(int row) const { return marksOfToken(snapshotRow(row)); }
    /// The server's clock, milliseconds since the epoch, UTC. States, relative times, and what they sort and filter,
    /// follow. Cheap when nothing changes state. Call it once before the first list.
    void setNow(qint64 now);
    [[nodiscard]] qint64 now() const { return m_now; }
    /// The earliest instant at which a token changes state, or noInstant: when to call setNow() at the latest.
    [[nodiscard]] qint64 nextStateChange() const { return m_nextStateChange; }
    /// How numbers and exact times are written; the default locale unless told otherwise.
    void setLocale(const QLocale &locale);

    [[nodiscard]] TokenSnapshotPtr tokens() const { return m_tokens; }
    [[nodiscard]] std::optional<QUuid> tokenId(int row) const;
    /// The row in the snapshot behind a row of this model.
    [[nodiscard]] quint32 snapshotRow(int row) const { return m_view[static_cast<size_t>(row)]; }
    /// The rows in the snapshot behind all rows of this model, in the order shown.
    [[nodiscard]] const std::vector<quint32> &shownRows() const { return m_view; }
    /// Where a token is shown, or -1 (unknown, or filtered out).
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
    /// After everything else of a change: the rows shown, their order, or the tokens behind them are others than
    /// before.
    void viewChanged();

private:
    /// Another list, order or selection of rows, worked out but not shown yet.
    struct Next
    {
        TokenSnapshotPtr tokens;
        std::vector<TokenState> states;
        std::vector<quint32> order; ///< all snapshot rows, sorted
        std::vector<quint32> view;  ///< those of `order` that the filter lets through
        std::vector<quint32> marks; ///< of each snapshot row, or empty
    };

    [[nodiscard]] std::vector<quint32> sortedRows(const TokenSnapshot &tokens,
                                                  const std::vector<TokenState> &states) const;
    [[nodiscard]] std::vector<quint32> filteredRows(const TokenSnapshot &tokens, const std::vector<quint32> &order,
                                                    const std::vector<quint32> &marks) const;
    [[nodiscard]] quint32 marksOfToken(quint32 row) const { return m_marks.empty() ? 0 : m_marks[row]; }
    [[nodiscard]] std::vector<TokenState> statesOf(const TokenSnapshot &tokens) const;
    void workOutCounts();

    /// tokentablepublish.cpp. `newRowOf`: for each row of the snapshot shown now, its row in `next.tokens`, or ~0 where
    /// it is gone; empty where no row moves. `changed`: rows of `next.tokens` that look different.
    void publish(Next next, const std::vector<quint32> &newRowOf, const std::vector<quint32> &changed);
    void adopt(Next &next, std::vector<quint32> view);
    void permute(std::vector<quint32> view);
    void announceChanged(const std::vector<quint32> &changed);
    void indexView();

    TokenSnapshotPtr m_tokens;
    std::vector<TokenState> m_states; ///< of each snapshot row, at m_now
    std::vector<quint32> m_order;     ///< all snapshot rows, sorted
    std::vector<quint32> m_view;      ///< snapshot rows in the order shown
    std::vector<quint32> m_marks;     ///< of each snapshot row, or empty
    std::vector<qint32> m_shownAt;    ///< the row of this model each snapshot row is shown at, or -1
    TokenFilter m_filter;
    std::vector<TokenSortOrder> m_sorting; ///< first key, second key; empty: the server's order
    std::array<int, allStateChoices.size()> m_counts{};
    qint64 m_now = 0;
    qint64 m_nextStateChange = noInstant;
    QLocale m_locale;
};

} // namespace tokendesk
