// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/accessiblescrollarea.h"

#include <QAbstractScrollArea>
#include <QAccessibleWidget>

namespace tokendesk {

namespace {

QAccessibleInterface *describe(const QString &className, QObject *object)
{
    // Views and text fields, which are scroll areas too, are asked for by their own names first.
    if (className != QLatin1String("QScrollArea") && className != QLatin1String("QAbstractScrollArea"))
        return nullptr;
    auto *area = qobject_cast<QAbstractScrollArea *>(object);
    return area ? new QAccessibleWidget(area, QAccessible::Client) : nullptr;
}

} // namespace

void installAccessibleScrollAreas()
{
    QAccessible::installFactory(describe);
}

} // namespace tokendesk
