// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/numbersdialog.h"

#include <QAbstractTableModel>
#include <QAction>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace tokendesk {

namespace {

class NumbersModel final : public QAbstractTableModel
{
public:
    NumbersModel(const PictureNumbers &numbers, QObject *parent) : QAbstractTableModel(parent), m_numbers(numbers) {}
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : m_numbers.rows;
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_numbers.columns.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? m_numbers.cell(index.row(), index.column()) : QVariant();
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
            return {};
        return m_numbers.columns[section];
    }

private:
    PictureNumbers m_numbers;
};

/// A spreadsheet would take such a text for a formula (OWASP, CSV injection).
QString harmlessCell(const QString &text)
{
    static const QString begins = QStringLiteral("=+-@");
    bool isNumber = false;
    QLocale().toDouble(text, &isNumber);
    return !text.isEmpty() && begins.contains(text.front()) && !isNumber ? QLatin1Char('\'') + text : text;
}

} // namespace

NumbersDialog::NumbersDialog(const QString &title, PictureNumbers numbers, QWidget *parent)
    : QDialog(parent), m_numbers(std::move(numbers)), m_table(new QTableView(this))
{
    setObjectName(QStringLiteral("numbersDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setAccessibleName(title);
    m_table->setObjectName(QStringLiteral("numbersTable"));
    m_table->setAccessibleName(title);
    m_table->setModel(new NumbersModel(m_numbers, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setAccessibleName(tr("Columns"));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->horizontalHeader()->setResizeContentsPrecision(50);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->resizeColumnsToContents();
    if (m_numbers.rows > 0)
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
    m_table->clearSelection();

    auto *count = new QLabel(tr("%Ln row(s)", nullptr, m_numbers.rows), this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copyButton = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copyButton->setObjectName(QStringLiteral("copyNumbers"));
    copyButton->setToolTip(tr("Copies the selected rows, or all of them, as tab-separated text"));
    copyButton->setAccessibleName(tr("Copy"));
    connect(copyButton, &QPushButton::clicked, this, &NumbersDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *copyAction = new QAction(this);
    copyAction->setShortcut(QKeySequence::Copy);
    addAction(copyAction);
    connect(copyAction, &QAction::triggered, this, &NumbersDialog::copy);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_table);
    layout->addWidget(count);
    layout->addWidget(buttons);
    resize(560, 420);
}

void NumbersDialog::copy() const
{
    std::vector<int> rows;
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    if (rows.empty()) {
        rows.resize(static_cast<size_t>(m_numbers.rows));
        std::iota(rows.begin(), rows.end(), 0);
    }
    QString text = m_numbers.columns.join(QLatin1Char('\t')) + QLatin1Char('\n');
    for (const int row : rows) {
        for (int column = 0; column < m_numbers.columns.size(); ++column) {
            if (column > 0)
                text += QLatin1Char('\t');
            text += harmlessCell(m_numbers.cell(row, column));
        }
        text += QLatin1Char('\n');
    }
    QGuiApplication::clipboard()->setText(text);
}

} // namespace tokendesk
