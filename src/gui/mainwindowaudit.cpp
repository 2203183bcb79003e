// SPDX-License-Identifier: GPL-3.0-or-later
// How the audit stands in the window: its page, the pane beside the table, the moment shown, reports.
#include "gui/auditcards.h"
#include "gui/auditdesk.h"
#include "gui/auditpage.h"
#include "gui/auditpicture.h"
#include "gui/mainwindow.h"
#include "gui/reportfile.h"
#include "gui/statusline.h"
#include "gui/symbolicicon.h"
#include "gui/tokendetails.h"
#include "gui/windowcontent.h"
#include "models/tokentablemodel.h"
#include "ui_mainwindow.h"

#include <QActionGroup>
#include <QComboBox>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

namespace tokendesk {

namespace {

constexpr QLatin1String detailsKey("window/details");
constexpr QLatin1String splitterKey("window/detailsSplitter");
/// Below this the table needs the room itself, unless the person wants it otherwise.
constexpr int roomForDetails = 1000;

} // namespace

void MainWindow::setUpAudit()
{
    m_audit = new AuditDesk(*m_model, m_ui->tokenTable->selection(), m_history, m_settings, this);
    connect(m_audit, &AuditDesk::marksFound, this, [this](const std::vector<quint32> &marks) {
        const int shown = m_model->rowCount();
        m_ui->tokenTable->keepingPlace(TokenTableView::AtTop::Stay, [&] { m_model->setMarks(marks); });
        if (shown != m_model->rowCount())
            updateEverything();
    });
    connect(&m_audit->travel(), &TimeTravel::momentChanged, this, &MainWindow::followMoment);

    auto *views = new QActionGroup(this);
    views->addAction(m_ui->actionViewTokens);
    views->addAction(m_ui->actionViewAudit);
    connect(views, &QActionGroup::triggered, this,
            [this](QAction *action) { showView(action == m_ui->actionViewAudit); });
    m_ui->tokensButton->setDefaultAction(m_ui->actionViewTokens);
    m_ui->auditButton->setDefaultAction(m_ui->actionViewAudit);
    for (QAction *action : {m_ui->actionViewTokens, m_ui->actionViewAudit})
        action->setIconText(action->text().remove(QLatin1Char('&')));
    // Some palettes hardly tell a button that stays down from one that does not.
    for (QToolButton *button : {m_ui->tokensButton, m_ui->auditButton}) {
        const auto embolden = [button](bool chosen) {
            QFont font = button->font();
            font.setBold(chosen);
            button->setFont(font);
        };
        connect(button->defaultAction(), &QAction::toggled, button, embolden);
        embolden(button->defaultAction()->isChecked());
    }
    m_ui->tokensButton->setAccessibleName(tr("Tokens"));
    m_ui->auditButton->setAccessibleName(tr("Audit"));

    m_ui->marksButton->setIcon(symbolicIcon(QStringLiteral("close")));
    connect(m_ui->marksButton, &QToolButton::clicked, this, [this] { chooseMarks(StateChoice::All, 0); });
    connect(m_ui->actionDetails, &QAction::triggered, this, [this](bool shown) {
        m_look.setValue(detailsKey, shown);
        updateDetails();
    });
    connect(m_ui->actionReport, &QAction::triggered, this, &MainWindow::saveReport);
}

AuditPage *MainWindow::auditPage()
{
    if (m_auditPage)
        return m_auditPage;
    m_auditPage = new AuditPage(*m_audit, this);
    m_ui->pages->addWidget(m_auditPage);
    connect(m_auditPage, &AuditPage::filterChosen, this, &MainWindow::chooseMarks);
    connect(m_auditPage, &AuditPage::said, m_status, &StatusLine::say);
    connect(m_auditPage, &AuditPage::reportRequested, this, &MainWindow::saveReport);
    connect(m_auditPage, &AuditPage::revokeRequested, this, [this](const std::vector<QUuid> &ids) {
        if (!isInThePast())
            m_dialogs.revokeTokens(this, ids);
    });
    connect(m_auditPage, &AuditPage::menuRequested, this, [this](const QPoint &position, AuditPicture *picture) {
        auto *menu = new QMenu(this);
        menu->setObjectName(QStringLiteral("pictureMenu"));
        menu->setAccessibleName(picture->title());
        menu->setAttribute(Qt::WA_DeleteOnClose);
        picture->fillMenu(menu);
        menu->addSeparator();
        menu->addActions({m_ui->actionCopyId, m_ui->actionRevoke});
        menu->popup(position);
    });
    m_auditPage->setFilter(m_model->filter());
    return m_auditPage;
}

void MainWindow::showView(bool audit)
{
    (audit ? m_ui->actionViewAudit : m_ui->actionViewTokens)->setChecked(true);
    updateEverything();
}

QWidget *MainWindow::pageWidget(const PageChoice *choice)
{
    const bool audit = m_ui->actionViewAudit->isChecked();
    // The cards that filter must stay in sight when nothing passes; and so must the way back from the past.
    const bool stays = choice && audit && (choice->action == PageAction::ClearFilter || isInThePast());
    if (choice && !stays)
        return m_ui->messagePage;
    if (audit)
        return auditPage();
    updateDetails();
    return m_ui->tokensPage;
}

QWidget *MainWindow::pageFocus(QWidget *page) const
{
    if (page == m_ui->tokensPage)
        return m_ui->tokenTable;
    if (page == m_ui->messagePage && m_pageAction != PageAction::None)
        return m_ui->messagePage->button();
    return page;
}

void MainWindow::chooseMarks(StateChoice state, quint32 marks)
{
    if (m_marks == marks && m_ui->stateChoice->currentData().toInt() == static_cast<int>(state))
        return;
    m_marks = marks;
    {
        const QSignalBlocker quiet(m_ui->stateChoice);
        m_ui->stateChoice->setCurrentIndex(m_ui->stateChoice->findData(static_cast<int>(state)));
    }
    applyFilter();
}

void MainWindow::updateMarks()
{
    m_audit->setWatched(m_ui->actionViewAudit->isChecked() || m_marks != 0);
    if (m_marks != 0) {
        const QString word = marksWord(m_marks);
        m_ui->marksButton->setText(word);
        m_ui->marksButton->setToolTip(tr("Only these tokens are shown. Click to show all."));
        //: %1 is "Stale"
        m_ui->marksButton->setAccessibleName(tr("Only “%1”; show all").arg(word));
    }
    m_ui->marksButton->setVisible(m_marks != 0);
    if (m_auditPage)
        m_auditPage->setFilter(m_model->filter());
}

bool MainWindow::isInThePast() const
{
    return m_audit->travel().moment().has_value();
}

qint64 MainWindow::momentShown() const
{
    return isInThePast() ? m_audit->travel().moment()->serverMs : m_session.serverNow();
}

void MainWindow::followMoment()
{
    const auto &moment = m_audit->travel().moment();
    const TokenSnapshotPtr tokens = moment ? moment->tokens : m_session.tokens();
    if (moment && !m_momentBanner) {
        m_momentBanner = new MomentBanner(m_ui->central);
        m_ui->layout->insertWidget(m_ui->layout->indexOf(m_ui->pages), m_momentBanner);
        m_momentMark = new MomentMark(m_ui->pages);
        connect(m_momentBanner, &MomentBanner::returnRequested, &m_audit->travel(), &TimeTravel::returnToNow);
    }
    const TokenDiff diff = diffTokens(*m_model->tokens(), *tokens);
    if (moment) {
        m_ui->tokenTable->keepingPlace(TokenTableView::AtTop::Stay, [&] { m_model->setTokens(tokens, diff); });
        m_momentBanner->show(*moment);
        m_momentMark->show();
        m_momentMark->raise();
        advanceTime();
        updateEverything();
    } else {
        m_momentBanner->hide();
        m_momentMark->hide();
        takeTokens(tokens, diff);
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_details && !m_look.contains(detailsKey))
        updateDetails();
}

void MainWindow::updateDetails()
{
    const QVariant wanted = m_look.value(detailsKey);
    const bool show = wanted.isValid() ? wanted.toBool() : width() >= roomForDetails;
    m_ui->actionDetails->setChecked(show);
    if (show && !m_details && m_session.phase() == Session::Phase::Ready) {
        m_details = new TokenDetails(*m_audit, m_ui->tokensPage);
        connect(m_details, &TokenDetails::copyIdRequested, m_ui->actionCopyId, &QAction::trigger);
        connect(m_details, &TokenDetails::said, m_status, &StatusLine::say);
        m_ui->tokensPage->addWidget(m_details);
        m_ui->tokensPage->setStretchFactor(0, 1);
        m_ui->tokensPage->setStretchFactor(1, 0);
        if (!m_ui->tokensPage->restoreState(m_look.value(splitterKey).toByteArray()))
            m_ui->tokensPage->setSizes({width() - m_details->sizeHint().width(), m_details->sizeHint().width()});
    }
    if (m_details)
        m_details->setVisible(show);
}

void MainWindow::restorePane()
{
    if (m_details)
        m_ui->tokensPage->restoreState(m_look.value(splitterKey).toByteArray());
}

void MainWindow::savePane()
{
    if (m_details)
        m_look.setValue(splitterKey, m_ui->tokensPage->saveState());
}

void MainWindow::saveReport()
{
    ReportSource source;
    source.organization = m_session.organization() ? m_session.organization()->name : QString();
    if (m_session.profile()) {
        source.profile = facts().profileName;
        source.server = m_session.profile()->serverUrl.toDisplayString();
    }
    QStringList filter;
    if (m_marks != 0)
        filter << marksWord(m_marks);
    if (m_model->filter().choice() != StateChoice::All)
        filter << stateChoiceWord(m_model->filter().choice());
    if (!m_model->filter().text().isEmpty())
        filter << m_model->filter().text();
    source.filter = filter.join(QStringLiteral(", "));
    source.scene = &m_audit->scene();
    source.subject = m_audit->subject();
    source.pictures = auditPage()->pictures();
    askForReport(this, std::move(source), [this](const QString &sentence) { m_status->say(sentence); });
}

void MainWindow::askToDeleteHistory()
{
    auto *question = new QMessageBox(this);
    question->setObjectName(QStringLiteral("deleteHistoryQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setAccessibleName(tr("Delete History"));
    question->setWindowTitle(tr("Delete History"));
    question->setTextFormat(Qt::PlainText);
    question->setIcon(QMessageBox::Question);
    question->setText(tr("Delete everything that has been seen with this connection?\n\n"
                         "Uses over time, reviews and hidden findings are forgotten for good. The history begins anew. "
                         "Nothing changes on the server."));
    QPushButton *erase = question->addButton(tr("Delete History"), QMessageBox::DestructiveRole);
    erase->setObjectName(QStringLiteral("deleteHistoryButton"));
    QPushButton *cancel = question->addButton(QMessageBox::Cancel);
    question->setDefaultButton(cancel);
    question->setEscapeButton(cancel);
    connect(erase, &QPushButton::clicked, this, [this] {
        m_history.deleteHistory(this, [this](const Result<void> &done) {
            m_status->say(done ? tr("The history was deleted.") : describeError(done.error()).headline);
        });
    });
    question->open();
}

} // namespace tokendesk
