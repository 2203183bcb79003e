// SPDX-License-Identifier: GPL-3.0-or-later
//
// The least that a table in a window can be: what Token Desk's start is held against.
#include <QApplication>
#include <QMainWindow>
#include <QTableView>

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    QMainWindow window;
    window.setCentralWidget(new QTableView);
    window.resize(1184, 720);
    window.show();
    return QApplication::exec();
}
