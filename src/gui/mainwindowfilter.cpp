// SPDX-License-Identifier: GPL-3.0-or-later
// The main window's filter: its field and its keys, and the choice of a state.
#include "gui/mainwindow.h"

#include "gui/symbolicicon.h"
#include "gui/tokentableview.h"
#include "gui/topbarfit.h"
#include "models/tokentablemodel.h"
#include "session/session.h"
#include "ui_mainwindow.h"

#include <QKeyEvent>
#include <QLocale>

namespace tokendesk {

void MainWindow::setUpFilter()
{
    m_ui->filterField->addAction(symbolicIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_ui->filterField->installEventFilter(this);
    connect(m_ui->filterField, &QLineEdit::textChanged, this, &MainWindow::applyFilter);
    for (const StateChoice choice : allStateChoices)
        m_ui->stateChoice->addItem(stateChoiceWord(choice), static_cast<int>(choice));
    connect(m_ui->stateChoice, &QComboBox::currentIndexChanged, this, &MainWindow::applyFilter);
    connect(m_model, &TokenTableModel::countsChanged, this, &MainWindow::updateStateChoice);
    connect(m_ui->tokenTable, &TokenTableView::typed, this, [this](const QString &text) {
        editFilter();
        m_ui->filterField->insert(text);
    });
    updateStateChoice();
    new TopBarFit(*m_ui->topBar, *m_ui->stateChoiceLabel,
                  {m_ui->refreshButton, m_ui->revokeButton, m_ui->newTokenButton});
}

void MainWindow::editFilter()
{
    m_ui->filterField->setFocus(Qt::ShortcutFocusReason);
    m_ui->filterField->selectAll();
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->filterField && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            if (m_ui->filterField->text().isEmpty())
                m_ui->tokenTable->setFocus(Qt::OtherFocusReason);
            m_ui->filterField->clear();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_ui->tokenTable->setFocus(Qt::OtherFocusReason);
            // The current row may be any that Qt took when the filter hid the one before.
            if (m_ui->tokenTable->selection().count() == 0 && m_model->rowCount() > 0)
                m_ui->tokenTable->showRow(0);
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::applyFilter()
{
    const auto choice = static_cast<StateChoice>(m_ui->stateChoice->currentData().toInt());
    const TokenFilter filter(m_ui->filterField->text(), choice, m_marks);
    m_ui->tokenTable->keepingPlace(TokenTableView::AtTop::Follow, [&] { m_model->setFilter(filter); });
    updateEverything();
}

void MainWindow::clearFilter()
{
    m_ui->filterField->clear();
    m_ui->stateChoice->setCurrentIndex(0);
    chooseMarks(StateChoice::All, 0);
}

void MainWindow::updateStateChoice()
{
    const bool listed = m_session.phase() == Session::Phase::Ready;
    const QLocale locale;
    for (int item = 0; item < m_ui->stateChoice->count(); ++item) {
        const auto choice = static_cast<StateChoice>(m_ui->stateChoice->itemData(item).toInt());
        const QString word = stateChoiceWord(choice);
        //: A state and how many tokens are in it: "Active (1,204)"
        const QString text = listed ? tr("%1 (%2)").arg(word, locale.toString(m_model->countOf(choice))) : word;
        if (m_ui->stateChoice->itemText(item) != text)
            m_ui->stateChoice->setItemText(item, text);
    }
}

} // namespace tokendesk
