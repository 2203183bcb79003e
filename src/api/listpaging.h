// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/tokendecoder.h"

#include <QSet>

namespace tokendesk {

/// Decides, page by page, what is asked for next. The contract documents no paging, yet its envelope can say that there
/// is more (docs/api, x-notes): then the rest is fetched with limit and offset, and a server that does not know them is
/// found out instead of showing part of the list.
///
/// A list that changes while its pages are read shifts under the offset: rows come twice or not at all, and `total`
/// gives it away. Then it is read again from the top, twice at most. A list that still grows is taken as it is: new
/// tokens come in front, so every row that was there at the start has come; one that came twice at the border of two
/// pages is dropped and counted by the snapshot, and what is missing is at most what was created meanwhile. A list
/// that still shrinks may lack any row: an error.
class ListPaging
{
public:
    enum class Next {
        Done,
        More,       ///< ask for limit() rows from rows() on
        StartAgain, ///< forget what came and ask for the plain list
    };
    /// Errors: Protocol.
    [[nodiscard]] Result<Next> pageCame(const ListPage &page);

    /// So far; a row that came twice counts twice, for the offset counts so too.
    [[nodiscard]] qint64 rows() const { return m_rows; }
    /// What the server said last; 0 where it says nothing.
    [[nodiscard]] qint64 total() const { return m_total.value_or(0); }
    [[nodiscard]] qint64 limit() const { return m_limit; }

private:
    void reset();

    QSet<QUuid> m_firstIds;
    std::optional<qint64> m_total;
    qint64 m_rows = 0;
    qint64 m_limit = 0;
    int m_restartsLeft = 2;
};

} // namespace tokendesk
