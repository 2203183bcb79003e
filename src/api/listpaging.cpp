// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/listpaging.h"

namespace tokendesk {

namespace {

tl::unexpected<Error> protocolError(const QString &detail)
{
    return failure({.kind = ErrorKind::Protocol, .detail = detail});
}

} // namespace

void ListPaging::reset()
{
    m_firstIds.clear();
    m_total.reset();
    m_rows = 0;
    m_limit = 0;
}

Result<ListPaging::Next> ListPaging::pageCame(const ListPage &page)
{
    const bool first = m_rows == 0;
    if (page.rows > 0 && m_firstIds.contains(page.firstId))
        return protocolError(QStringLiteral("the server ignores the offset"));
    if (!first && page.total && *page.total != m_total) {
        if (m_restartsLeft > 0) {
            --m_restartsLeft;
            reset();
            return Next::StartAgain;
        }
        if (*page.total < m_total)
            return protocolError(QStringLiteral("the list kept changing while its pages were read"));
    }
    if (page.total)
        m_total = page.total;
    m_firstIds.insert(page.firstId);
    m_rows += page.rows;
    if (first)
        m_limit = page.rows;
    if (m_rows >= total())
        return Next::Done;
    if (page.rows == 0)
        return protocolError(QStringLiteral("the list ends after %1 of %2 rows").arg(m_rows).arg(total()));
    return Next::More;
}

} // namespace tokendesk
