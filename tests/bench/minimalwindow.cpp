// SPDX-License-Identifier: GPL-3.0-or-later
//
// The least that a table in a window can be: what Token Desk's start is held against. No rows, which is how Token Desk
// starts, but its columns have names: a table nobody can read is none, and text that is shaped and painted is a good
// part of what any window takes.
#include <QApplication>
#include <QMainWindow>
#include <QStandardItemModel>
#include <QTableView>

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    QStandardItemModel columns;
    columns.setHorizontalHeaderLabels({QStringLiteral("State"), QStringLiteral("Name"), QStringLiteral("Kind"),
                                       QStringLiteral("Uses"), QStringLiteral("Created"), QStringLiteral("Expires"),
                                       QStringLiteral("Last used"), QStringLiteral("Revoked"), QStringLiteral("ID")});
    QTableView table;
    table.setModel(&columns);
    QMainWindow window;
    window.setCentralWidget(&table);
    window.resize(1184, 720);
    window.show();
    return QApplication::exec();
}
