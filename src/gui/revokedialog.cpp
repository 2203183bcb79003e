// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/revokedialog.h"

#include "core/relativetime.h"
#include "core/safetext.h"
#include "gui/credential.h"
#include "gui/inlinemessage.h"

#include "ui_revokedialog.h"

#include <QHeaderView>
#include <QScreen>

#include <algorithm>

namespace tokendesk {

namespace {

enum Column { Name, State, LastUsed, Note };

} // namespace

RevokeDialog::RevokeDialog(Session &session, std::vector<QUuid> ids, QWidget *parent)
    : FormDialog(parent), m_ui(std::make_unique<Ui::RevokeDialog>()), m_session(session), m_ids(std::move(ids)),
      m_before(session.tokens())
{
    m_ui->setupUi(this);
    makeHeading(m_ui->titleLabel);
    QHeaderView *header = m_ui->tokenList->header();
    header->setSectionsMovable(false);
    header->setResizeContentsPrecision(50); // of a hundred thousand rows, some are enough to know the width of a word
    header->setStretchLastSection(true);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &RevokeDialog::reject);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &RevokeDialog::reject);
    connect(m_ui->revokeButton, &QPushButton::clicked, this, &RevokeDialog::revoke);
    connect(m_ui->confirmEdit, &QLineEdit::textChanged, this, &RevokeDialog::updateQuestion);
    // A poll may bring news while the person reads.
    connect(&m_session, &Session::tokensChanged, this, [this] {
        if (m_stage == Stage::Asking) {
            fillList();
            updateQuestion();
        }
    });
    fillList();
    setStage(Stage::Loading);
    m_ui->cancelButton->setFocus();
    setTextColumns(104);
    const int rows = qBound(3, int(m_ids.size()), 8);
    const int rowHeight = qMax(m_ui->tokenList->sizeHintForRow(0), fontMetrics().lineSpacing() + 4);
    const int screenHeight = screen() ? screen()->availableGeometry().height() : 600;
    m_ui->tokenList->setMinimumHeight(qMin(screenHeight / 3, header->sizeHint().height() + rows * rowHeight + 8));
    header->resizeSection(Name, width() * 35 / 100);
    load();
}

RevokeDialog::~RevokeDialog() = default;

void RevokeDialog::reject()
{
    if (m_stage == Stage::Revoking) {
        if (!m_cancelled) {
            m_cancelled = true;
            m_ui->cancelButton->setEnabled(false);
            m_ui->progressLabel->setText(tr("Stopping after the request under way…"));
            m_session.cancelRevoke();
        }
        return;
    }
    QDialog::reject();
}

void RevokeDialog::setStage(Stage stage)
{
    m_stage = stage;
    const bool waiting = stage == Stage::Loading || stage == Stage::Revoking;
    m_ui->progressLabel->setVisible(waiting);
    m_ui->progressBar->setVisible(waiting);
    m_ui->cancelButton->setVisible(stage != Stage::Done);
    m_ui->revokeButton->setVisible(stage != Stage::Done);
    m_ui->closeButton->setVisible(stage == Stage::Done);
    if (stage == Stage::Done) {
        m_ui->closeButton->setDefault(true);
        m_ui->closeButton->setFocus();
    }
    updateQuestion();
}

void RevokeDialog::load()
{
    m_ui->progressLabel->setText(tr("Loading the list again to see what changed…"));
    m_ui->progressBar->setRange(0, 0);
    m_session.refresh();
    if (!m_session.isRefreshing()) {
        loaded(m_session.lastError());
        return;
    }
    // Not refreshed(): a refresh may also end without it, when the connection is closed.
    connect(&m_session, &Session::statusChanged, this, [this] {
        if (m_stage == Stage::Loading && !m_session.isRefreshing())
            loaded(m_session.lastError());
    });
}

void RevokeDialog::loaded(const std::optional<Error> &error)
{
    fillList();
    setStage(Stage::Asking);
    if (error)
        m_ui->message->say(Symbol::Warning, tr("The list could not be loaded again."),
                           tr("What is shown here may be out of date. %1")
                               .arg(describeError(*error, credentialOf(m_session.profile())).headline));
    // Whoever reads with their ears hears the question when the list is fresh, not before.
    if (m_ui->cancelButton->hasFocus() || !focusWidget())
        m_ui->cancelButton->setFocus();
}

void RevokeDialog::fillList()
{
    const TokenSnapshotPtr tokens = m_session.tokens();
    const qint64 now = m_session.serverNow();
    const int current = qMax(0, m_ui->tokenList->indexOfTopLevelItem(m_ui->tokenList->currentItem()));
    m_ui->tokenList->clear();
    m_items.clear();
    m_toRevoke.clear();
    QList<QTreeWidgetItem *> items;
    for (const QUuid &id : m_ids) {
        auto *item = new QTreeWidgetItem;
        items << item;
        m_items.insert(id, item);
        const auto row = tokens->rowOf(id);
        if (!row) {
            const auto old = m_before->rowOf(id);
            item->setText(Name, old ? visibleText(m_before->name(*old)) : id.toString(QUuid::WithoutBraces));
            item->setText(Note, tr("no longer in the list, skipped"));
            continue;
        }
        const TokenRow &token = tokens->row(*row);
        const TokenState state = tokenState(token, now);
        item->setText(Name, visibleText(tokens->name(*row)));
        item->setToolTip(Name, asRichText(visibleText(tokens->name(*row))));
        setState(item, state);
        item->setText(LastUsed, relativeTime(token.lastUsedAt, now));
        item->setToolTip(LastUsed, asRichText(exactTime(token.lastUsedAt, locale())));
        if (state == TokenState::Revoked) {
            item->setText(Note, tr("already revoked, skipped"));
        } else if (state == TokenState::UsedUp) {
            item->setText(Note, tr("used up, skipped"));
        } else {
            m_toRevoke.push_back(id);
            const QString change = changeSince(id);
            if (!change.isEmpty()) {
                item->setText(Note, change);
                QFont bold = m_ui->tokenList->font();
                bold.setBold(true);
                item->setFont(Note, bold);
            }
        }
        item->setToolTip(Note, asRichText(item->text(Note)));
    }
    m_ui->tokenList->addTopLevelItems(items);
    for (const int column : {State, LastUsed}) {
        m_ui->tokenList->resizeColumnToContents(column);
        m_ui->tokenList->setColumnWidth(column, m_ui->tokenList->columnWidth(column) + 16);
    }
    if (!items.isEmpty())
        m_ui->tokenList->setCurrentItem(items.value(current), Name, QItemSelectionModel::NoUpdate);
}

QString RevokeDialog::changeSince(const QUuid &id) const
{
    const TokenSnapshotPtr tokens = m_session.tokens();
    const auto before = m_before->rowOf(id);
    const auto after = tokens->rowOf(id);
    if (!before || !after)
        return {};
    const TokenRow &was = m_before->row(*before);
    const TokenRow &is = tokens->row(*after);
    if (is.useCount == was.useCount && is.lastUsedAt == was.lastUsedAt)
        return {};
    return tr("used since you selected it");
}

void RevokeDialog::updateQuestion()
{
    const int count = int(m_toRevoke.size());
    const int skipped = int(m_ids.size()) - count;
    if (m_stage == Stage::Loading || m_stage == Stage::Asking) {
        m_ui->titleLabel->setText(count > 0 ? tr("Revoke %n token(s)?", nullptr, count) : tr("Nothing to revoke"));
        QString consequence;
        if (count > 0)
            consequence =
                tr("Devices that were provisioned with %n token(s) stay connected. New devices can no longer join "
                   "with them. This cannot be undone.",
                   "The words after the number may leave it out: 'with it', 'with them'", count);
        if (skipped > 0)
            consequence += (consequence.isEmpty() ? QString() : QStringLiteral(" ")) +
                           tr("%n token(s) can no longer be used anyway and will be skipped.", nullptr, skipped);
        m_ui->consequenceLabel->setText(consequence);
        setAccessibleDescription(m_ui->titleLabel->text() + QLatin1Char(' ') + consequence);
    }
    if (m_stage == Stage::Asking)
        m_ui->cancelButton->setText(count > 0 ? tr("Cancel") : tr("Close"));
    const QString verb = count > 0 ? tr("Revoke %n Token(s)", nullptr, count) : tr("Revoke");
    m_ui->revokeButton->setText(verb);
    m_ui->revokeButton->setAccessibleName(verb);
    const bool typing = m_stage == Stage::Asking && count > mostWithoutTyping;
    m_ui->confirmRow->setVisible(typing);
    //: %1 is a number that must be typed
    m_ui->confirmLabel->setText(tr("Type %1 to confirm:").arg(count));
    const bool confirmed = !typing || m_ui->confirmEdit->text().trimmed() == QString::number(count);
    m_ui->revokeButton->setEnabled(m_stage == Stage::Asking && count > 0 && confirmed);
}

void RevokeDialog::revoke()
{
    if (m_stage != Stage::Asking || m_toRevoke.empty())
        return;
    if (m_session.phase() == Session::Phase::NotConnected || m_session.isActing()) {
        m_ui->message->say(Symbol::Information, tr("The connection is closed or busy. Try again in a moment."));
        return;
    }
    m_ui->message->clear();
    m_ui->progressBar->setRange(0, int(m_toRevoke.size()));
    m_ui->progressBar->setValue(0);
    m_ui->progressLabel->setText(tr("Revoking %1 of %2…").arg(1).arg(m_toRevoke.size()));
    setStage(Stage::Revoking);
    m_ui->cancelButton->setFocus();
    m_session.revoke(
        m_toRevoke, this, [this](const RevokeResult &result) { showResult(result); }, [this] { showSummary(); });
}

void RevokeDialog::setNote(const QUuid &id, Symbol symbol, const QString &words)
{
    QTreeWidgetItem *item = m_items.value(id);
    if (!item)
        return;
    item->setText(Note, words);
    item->setIcon(Note, symbolIcon(symbol, palette()));
    item->setFont(Note, m_ui->tokenList->font());
    item->setToolTip(Note, asRichText(words));
    m_ui->tokenList->scrollToItem(item);
}

void RevokeDialog::setState(QTreeWidgetItem *item, TokenState state)
{
    item->setText(State, stateWord(state));
    item->setIcon(State, stateIcon(state, palette()));
}

void RevokeDialog::showStates()
{
    const TokenSnapshotPtr tokens = m_session.tokens();
    for (const QUuid &id : m_ids) {
        if (const auto row = tokens->rowOf(id))
            setState(m_items.value(id), tokenState(tokens->row(*row), m_session.serverNow()));
    }
}

void RevokeDialog::showResult(const RevokeResult &result)
{
    m_results.push_back(result);
    switch (result.kind) {
    case RevokeResult::Kind::Revoked:
        setNote(result.id, Symbol::Done, tr("Revoked"));
        break;
    case RevokeResult::Kind::AlreadyRevoked:
        setNote(result.id, Symbol::Done, tr("Was revoked already"));
        break;
    case RevokeResult::Kind::NotFound:
        setNote(result.id, Symbol::Warning, tr("The server does not know it"));
        break;
    case RevokeResult::Kind::Failed: {
        // After a lost reply the list was loaded, and it tells.
        if (result.error.kind == ErrorKind::OutcomeUnknown) {
            setNote(result.id, Symbol::Failed, tr("Failed: no answer came, and the list shows that it is not revoked"));
            break;
        }
        const ErrorText text = describeError(result.error, credentialOf(m_session.profile()));
        //: %1 says why
        setNote(result.id, Symbol::Failed, tr("Failed: %1").arg(text.headline + QLatin1Char(' ') + text.explanation));
        break;
    }
    case RevokeResult::Kind::Unknown:
        setNote(result.id, Symbol::Warning, tr("Not known: no answer came, and the list could not be loaded"));
        break;
    case RevokeResult::Kind::NotAttempted:
        setNote(result.id, Symbol::Information, tr("Not attempted"));
        break;
    }
    const auto done = m_results.size();
    m_ui->progressBar->setValue(int(done));
    if (!m_cancelled)
        m_ui->progressLabel->setText(
            tr("Revoking %1 of %2…").arg(qMin(done + 1, m_toRevoke.size())).arg(m_toRevoke.size()));
}

void RevokeDialog::showSummary()
{
    const auto count = [this](RevokeResult::Kind kind) {
        return int(std::count_if(m_results.begin(), m_results.end(), [kind](const auto &r) { return r.kind == kind; }));
    };
    using Kind = RevokeResult::Kind;
    const int revoked = count(Kind::Revoked) + count(Kind::AlreadyRevoked);
    const int notFound = count(Kind::NotFound);
    const int failed = count(Kind::Failed);
    const int unknown = count(Kind::Unknown);
    const int left = count(Kind::NotAttempted);
    QStringList more;
    if (notFound > 0)
        more << tr("%n token(s) are not known to the server.", nullptr, notFound);
    if (failed > 0)
        more << tr("%n could not be revoked.", nullptr, failed);
    const auto failure = std::find_if(m_results.begin(), m_results.end(), [](const RevokeResult &r) {
        return r.kind == Kind::Failed && r.error.kind != ErrorKind::OutcomeUnknown;
    });
    if (failure != m_results.end()) {
        const ErrorText text = describeError(failure->error, credentialOf(m_session.profile()));
        more << text.headline << text.explanation;
    }
    if (unknown > 0)
        more << tr("Of %n it is not known; load the list again to see.", nullptr, unknown);
    if (left > 0)
        more << tr("%n token(s) were left as they are.", nullptr, left);
    if (failure != m_results.end() && endsSignIn(failure->error.kind))
        more << tr("Close this dialog to do that in the main window.");
    const bool allWell = notFound == 0 && failed == 0 && unknown == 0 && left == 0;
    setStage(Stage::Done);
    showStates();
    m_ui->titleLabel->setText(allWell ? tr("Done") : m_cancelled ? tr("Stopped") : tr("Not everything was revoked"));
    m_ui->consequenceLabel->hide();
    m_ui->message->say(allWell ? Symbol::Done : Symbol::Warning, tr("%n token(s) revoked.", nullptr, revoked),
                       more.join(QLatin1Char(' ')));
}

} // namespace tokendesk
