// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's actions, buttons and menus do.
#include "gui/connectionflow.h"
#include "gui/mainwindow.h"
#include "gui/preferences.h"
#include "gui/preferencesdialog.h"
#include "gui/statusline.h"
#include "gui/symbolicicon.h"
#include "gui/tablelayout.h"
#include "gui/windowcontent.h"
#include "models/tokentablemodel.h"
#include "session/historykeeper.h"
#include "ui_mainwindow.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>

namespace tokendesk {

void MainWindow::setUpActions()
{
    const auto onTrigger = [this](QAction *action, auto slot) { connect(action, &QAction::triggered, this, slot); };
    onTrigger(m_ui->actionNewToken, &MainWindow::newToken);
    onTrigger(m_ui->actionRevoke, &MainWindow::revokeSelected);
    onTrigger(m_ui->actionRefresh, [this] { m_session.refresh(); });
    onTrigger(m_ui->actionCopyRow, &MainWindow::copyRows);
    onTrigger(m_ui->actionCopyId, &MainWindow::copyIds);
    onTrigger(m_ui->actionSelectAll, [this] {
        m_ui->tokenTable->setFocus(Qt::OtherFocusReason);
        m_ui->tokenTable->selectAll();
    });
    onTrigger(m_ui->actionConnection, [this] {
        const auto profile = m_connection->profile();
        const bool needsToken = !m_session.profile() && profile && !profile->usesProvider();
        m_connection->openDialog(needsToken ? ConnectReason::NewAccessToken : ConnectReason::Change);
    });
    onTrigger(m_ui->actionDisconnect, [this] { m_connection->askToForget(); });
    onTrigger(m_ui->actionPreferences, &MainWindow::editPreferences);
    onTrigger(m_ui->actionCloseWindow, [this] { close(); });
    onTrigger(m_ui->actionQuit, &MainWindow::quitRequested);
    onTrigger(m_ui->actionFilter, &MainWindow::editFilter);
    onTrigger(m_ui->actionClearFilter, &MainWindow::clearFilter);
    onTrigger(m_ui->actionLog, [this] { m_dialogs.showLog(this); });
    onTrigger(m_ui->actionAbout, &MainWindow::showAbout);

    const auto dress = [](QToolButton *button, QAction *action, const char *symbol) {
        action->setIcon(symbolicIcon(QString::fromLatin1(symbol)));
        action->setIconVisibleInMenu(false);
        action->setIconText(action->text().remove(QLatin1Char('&')));
        const QString name = button->accessibleName();
        button->setDefaultAction(action);
        button->setAccessibleName(name);
    };
    dress(m_ui->newTokenButton, m_ui->actionNewToken, "token-new");
    dress(m_ui->revokeButton, m_ui->actionRevoke, "revoke");
    dress(m_ui->refreshButton, m_ui->actionRefresh, "refresh");

    connect(m_ui->menuColumns, &QMenu::aboutToShow, this, [this] { m_layout->fillColumnsMenu(m_ui->menuColumns); });
    connect(m_ui->menuSort, &QMenu::aboutToShow, this, [this] { m_layout->fillSortMenu(m_ui->menuSort); });
    m_layout->fillColumnsMenu(m_ui->menuColumns);
    m_layout->fillSortMenu(m_ui->menuSort);

    connect(m_ui->tokenTable, &TokenTableView::headerMenuRequested, this, [this](const QPoint &position) {
        auto *menu = new QMenu(this);
        menu->setObjectName(QStringLiteral("headerMenu"));
        menu->setAccessibleName(tr("Columns"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_layout->fillColumnsMenu(menu);
        menu->popup(position);
    });
    connect(m_ui->tokenTable, &TokenTableView::menuRequested, this, [this](const QPoint &position) {
        auto *menu = new QMenu(this);
        menu->setObjectName(QStringLiteral("rowMenu"));
        menu->setAccessibleName(tr("Selected tokens"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions({m_ui->actionCopyRow, m_ui->actionCopyId});
        menu->addSeparator();
        menu->addAction(m_ui->actionRevoke);
        menu->addSeparator();
        menu->addAction(m_ui->actionNewToken);
        menu->popup(position);
    });
}

void MainWindow::updateActions()
{
    const bool connected = m_session.phase() != Session::Phase::NotConnected;
    const auto &error = m_session.lastError();
    const bool mayAct = m_session.phase() == Session::Phase::Ready && !m_session.isActing() &&
                        !(error && endsSignIn(error->kind)) && !isInThePast();
    const bool selected = m_ui->tokenTable->selection().count() > 0;
    m_ui->actionNewToken->setEnabled(mayAct);
    m_ui->actionRevoke->setEnabled(mayAct && selected);
    m_ui->actionCopyRow->setEnabled(selected);
    m_ui->actionCopyId->setEnabled(selected);
    m_ui->actionSelectAll->setEnabled(m_model->rowCount() > 0);
    m_ui->actionRefresh->setEnabled(connected);
    const auto profile = m_connection->profile();
    const bool signsOut = profile && profile->usesProvider();
    m_ui->actionDisconnect->setEnabled(profile &&
                                       (connected || m_connection->state() != ConnectionFlow::State::Forgotten));
    m_ui->actionDisconnect->setText(signsOut ? tr("Sign &Out…") : tr("&Disconnect…"));
    m_ui->actionDisconnect->setToolTip(signsOut ? tr("Sign out and forget the sign-in")
                                                : tr("Disconnect and forget the access token"));
    m_ui->actionClearFilter->setEnabled(!m_model->filter().isEmpty());
    m_ui->actionReport->setEnabled(m_session.phase() == Session::Phase::Ready);
}

void MainWindow::newToken()
{
    m_dialogs.newToken(this, [guard = QPointer<MainWindow>(this)](const QUuid &id) {
        if (!guard)
            return;
        guard->m_created = id;
        guard->showCreated();
    });
}

void MainWindow::revokeSelected()
{
    std::vector<QUuid> ids;
    for (const int row : m_ui->tokenTable->selection().positions()) {
        if (const auto id = m_model->tokenId(row))
            ids.push_back(*id);
    }
    if (!ids.empty())
        m_dialogs.revokeTokens(this, ids);
}

void MainWindow::copyRows()
{
    QGuiApplication::clipboard()->setText(m_model->rowsAsText(m_ui->tokenTable->selection().positions()));
    m_status->say(tr("Copied %Ln row(s).", nullptr, m_ui->tokenTable->selection().count()));
}

void MainWindow::copyIds()
{
    QStringList ids;
    for (const int row : m_ui->tokenTable->selection().positions()) {
        if (const auto id = m_model->tokenId(row))
            ids << id->toString(QUuid::WithoutBraces);
    }
    QGuiApplication::clipboard()->setText(ids.join(QLatin1Char('\n')));
    m_status->say(tr("Copied %Ln ID(s).", nullptr, static_cast<int>(ids.size())));
}

void MainWindow::editPreferences()
{
    auto *dialog = new PreferencesDialog(Preferences::load(m_settings), this);
    dialog->setHistoryThere(m_history.status() == HistoryKeeper::Status::Keeping);
    connect(dialog, &PreferencesDialog::deleteHistoryRequested, this, &MainWindow::askToDeleteHistory);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const Preferences preferences = dialog->preferences();
        preferences.save(m_settings);
        m_session.setPollInterval(preferences.refreshInterval);
        Q_EMIT preferencesChanged(preferences);
    });
    dialog->open();
}

void MainWindow::showAbout()
{
    auto *about = new QMessageBox(this);
    about->setObjectName(QStringLiteral("aboutBox"));
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->setWindowTitle(tr("About Token Desk"));
    about->setTextFormat(Qt::PlainText);
    about->setIconPixmap(applicationIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    about->setText(tr("Token Desk %1\n\nManages the provisioning tokens of an AcuSight organization.\n\n"
                      "Free software under the GNU General Public License, version 3 or later. It comes without any "
                      "warranty.")
                       .arg(QStringLiteral(TOKENDESK_VERSION)));
    about->setStandardButtons(QMessageBox::Close);
    about->open();
}

void MainWindow::runPageAction()
{
    switch (m_pageAction) {
    case PageAction::None:
        return;
    case PageAction::Connect:
        return m_connection->openDialog(ConnectReason::First);
    case PageAction::SignIn:
        return m_connection->signIn();
    case PageAction::CheckConnection:
        return m_connection->openDialog(ConnectReason::Change);
    case PageAction::ShowCertificate:
        return m_connection->showCertificate();
    case PageAction::TryConnectionAgain:
        return m_connection->tryAgain();
    case PageAction::CancelLoading:
        return m_session.cancelRefresh();
    case PageAction::NewToken:
        return newToken();
    case PageAction::ClearFilter:
        return clearFilter();
    case PageAction::Refresh:
        return m_session.refresh();
    }
}

void MainWindow::runNextStep(NextStep step)
{
    switch (step) {
    case NextStep::None:
        return;
    case NextStep::TryAgain:
    case NextStep::Reload:
        return m_session.refresh();
    case NextStep::NewAccessToken:
    case NextStep::SignIn:
        return m_connection->signIn();
    case NextStep::CheckConnection:
        return m_connection->openDialog(ConnectReason::Change);
    case NextStep::ShowCertificate:
        return m_connection->showCertificate();
    }
}

} // namespace tokendesk
