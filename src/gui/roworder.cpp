// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/roworder.h"

#include <QAbstractItemModel>
#include <QHeaderView>
#include <QTableView>

namespace tokendesk {

void keepRowOrderFromHeaders(QTableView &table)
{
    for (QHeaderView *header : {table.verticalHeader(), table.horizontalHeader()}) {
        QObject::disconnect(table.model(), &QAbstractItemModel::layoutAboutToBeChanged, header, nullptr);
        QObject::disconnect(table.model(), &QAbstractItemModel::layoutChanged, header, nullptr);
    }
}

} // namespace tokendesk
