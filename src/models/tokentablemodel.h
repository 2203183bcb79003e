// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokendiff.h"
#include "core/tokenfilter.h"
#include "core/tokenstatus.h"

#include <QAbstractTableModel>
#include <QLocale>

#include <array>

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
    /// The server's clock, milliseconds since the epoch, UTC. States, relative times, and what they sort and filter,
    /// follow. Cheap when nothing changes state.
    void setNow(qint64 now);
    /// The earliest instant at which a token changes state, or noInstant: when to call setNow() at the latest.
    [[nodiscard]] qint64 nextStateChange() const;

    [[nodiscard]] TokenSnapshotPtr tokens() const { return m_tokens; }
    [[nodiscard]] std::optional<QUuid> tokenId(int row) const;
    /// The row in the snapshot behind a row of this model.
    [[nodiscard]] quint32 snapshotRow(int row) const { return m_view[static_cast<size_t>(row)]; }
    /// Where a token is shown, or -1 (unknown, or filtered out).
    [[nodiscard]] int rowOf(const QUuid &id) const;
    /// Of all tokens, not of those shown.
    [[nodiscard]] int countOf(StateChoice choice) const;

    /// The column sorted by last is the second key; ties after that keep the server's order. Empty values (never) come
    /// last in either direction.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// countOf() has changed.
    void countsChanged();

private:
    TokenSnapshotPtr m_tokens;
    TokenFilter m_filter;
    std::vector<quint32> m_view; ///< snapshot rows in the order shown
};

} // namespace tokendesk
