// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace tokendesk {

/// For a table whose rows are all of one height, and whose model only ever changes the order of its rows: that is
/// nothing to its headers. Qt's vertical one would go through all its sections, eight bytes a row, before and after
/// each change; the horizontal one would be painted anew.
///
/// After the table has its model. Gui thread.
void keepRowOrderFromHeaders(QTableView &table);

} // namespace tokendesk
