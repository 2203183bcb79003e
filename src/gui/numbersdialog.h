// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

#include <functional>

class QTableView;

namespace tokendesk {

/// What a picture shows, as a table: for those who cannot see it, and for a spreadsheet.
struct PictureNumbers
{
    QStringList columns;
    int rows = 0;
    /// Harmless text (core/safetext.h). Asked only for what is in sight or copied.
    std::function<QString(int row, int column)> cell;
};

/// The table in a window of its own. Not modal: one can look at both. Deletes itself.
class NumbersDialog : public QDialog
{
    Q_OBJECT
public:
    NumbersDialog(const QString &title, PictureNumbers numbers, QWidget *parent);

    /// The rows selected, or all where none are: tab-separated, below a line of column names.
    void copy() const;

private:
    PictureNumbers m_numbers;
    QTableView *m_table;
};

} // namespace tokendesk
