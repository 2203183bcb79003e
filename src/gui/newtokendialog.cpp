// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/newtokendialog.h"

#include "core/relativetime.h"
#include "core/safetext.h"
#include "core/tokenstatus.h"
#include "gui/credential.h"
#include "gui/inlinemessage.h"

#include "ui_newtokendialog.h"

#include <QAccessible>
#include <QHeaderView>

namespace tokendesk {

namespace {

constexpr int neverChoice = 0;
constexpr int ownChoice = -1;

bool hasLiveToken(const TokenSnapshot &tokens, const QString &name, qint64 now)
{
    const std::string wanted = name.toStdString();
    for (quint32 row = 0; row < tokens.size(); ++row) {
        if (tokens.nameUtf8(row) == wanted && isLive(tokenState(tokens.row(row), now)))
            return true;
    }
    return false;
}

} // namespace

NewTokenDialog::NewTokenDialog(Session &session, std::function<void(CreatedToken)> created, QWidget *parent)
    : FormDialog(parent), m_ui(std::make_unique<Ui::NewTokenDialog>()), m_session(session),
      m_created(std::move(created))
{
    m_ui->setupUi(this);
    makeHeading(m_ui->unknownTitle);
    for (const int days : {1, 7, 30, 90})
        m_ui->expiryCombo->addItem(tr("After %n day(s)", nullptr, days), days);
    m_ui->expiryCombo->addItem(tr("After a number of days"), ownChoice);
    m_ui->expiryCombo->addItem(tr("Never"), neverChoice);
    m_ui->expiryCombo->setCurrentIndex(m_ui->expiryCombo->findData(30));
    setHint(m_ui->expiryError, {});

    connect(m_ui->nameEdit, &QLineEdit::textChanged, this, &NewTokenDialog::updateName);
    connect(m_ui->expiryCombo, &QComboBox::currentIndexChanged, this, &NewTokenDialog::updateExpiry);
    connect(m_ui->daysSpin, &QSpinBox::valueChanged, this, &NewTokenDialog::updateExpiry);
    connect(m_ui->createButton, &QPushButton::clicked, this, &NewTokenDialog::create);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &NewTokenDialog::reject);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &NewTokenDialog::reject);
    connect(m_ui->reloadButton, &QPushButton::clicked, this, &NewTokenDialog::reload);
    connect(m_ui->backButton, &QPushButton::clicked, this, [this] {
        m_ui->message->clear();
        setStage(Stage::Editing);
        m_ui->nameEdit->setFocus();
    });
    connect(m_ui->revokeButton, &QPushButton::clicked, this, [this] {
        if (const QTreeWidgetItem *chosen = m_ui->candidateList->currentItem())
            Q_EMIT revokeRequested({chosen->data(0, Qt::UserRole).toUuid()});
    });
    connect(&m_session, &Session::tokensChanged, this, &NewTokenDialog::dropRevoked);
    m_ui->candidateList->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_ui->candidateList->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_ui->candidateList->header()->setStretchLastSection(false);

    setStage(Stage::Editing);
    updateName();
    updateExpiry();
    m_ui->nameEdit->setFocus();
    setTextColumns(68);
}

NewTokenDialog::~NewTokenDialog() = default;

void NewTokenDialog::reject()
{
    if (m_stage == Stage::Creating) {
        m_ui->message->say(Symbol::Information, tr("The request has been sent and cannot be taken back."),
                           tr("Please wait for the answer: the token's secret comes with it, and only once."));
        return;
    }
    QDialog::reject();
}

void NewTokenDialog::setStage(Stage stage)
{
    m_stage = stage;
    const bool unknown = stage == Stage::Unknown;
    m_ui->form->setVisible(!unknown);
    m_ui->form->setEnabled(stage == Stage::Editing);
    m_ui->unknownPage->setVisible(unknown);
    m_ui->busyRow->setVisible(stage == Stage::Creating);
    m_ui->busyLabel->setText(tr("Creating the token…"));
    m_ui->createButton->setVisible(!unknown);
    m_ui->createButton->setEnabled(stage == Stage::Editing && !m_ui->nameEdit->text().trimmed().isEmpty());
    m_ui->cancelButton->setVisible(!unknown);
    for (QPushButton *button : {m_ui->backButton, m_ui->closeButton})
        button->setVisible(unknown);
    m_ui->reloadButton->setVisible(false);
    m_ui->revokeButton->setVisible(false);
}

void NewTokenDialog::updateName()
{
    const QString name = m_ui->nameEdit->text().trimmed();
    m_ui->createButton->setEnabled(m_stage == Stage::Editing && !name.isEmpty());
    const bool taken = !name.isEmpty() && hasLiveToken(*m_session.tokens(), name, m_session.serverNow());
    setHint(m_ui->nameHint,
            taken ? tr("Another live token has this name. They will be hard to tell apart.") : QString());
    m_ui->message->clear();
}

std::optional<int> NewTokenDialog::expiresInDays() const
{
    const int choice = m_ui->expiryCombo->currentData().toInt();
    if (choice == neverChoice)
        return std::nullopt;
    return choice == ownChoice ? m_ui->daysSpin->value() : choice;
}

void NewTokenDialog::updateExpiry()
{
    const bool own = m_ui->expiryCombo->currentData().toInt() == ownChoice;
    m_ui->daysSpin->setVisible(own);
    m_ui->daysSpin->setSuffix(QLatin1Char(' ') + tr("day(s)", nullptr, m_ui->daysSpin->value()));
    setHint(m_ui->expiryError, {});
    const std::optional<int> days = expiresInDays();
    setHint(m_ui->expiryHint,
            //: %1 is a date such as 23 December 2026
            days ? tr("Expires on %1.").arg(longDate(m_session.serverNow() + *days * msPerDay, locale()))
                 : tr("Never expires: whoever finds it can add devices until it is revoked."));
}

void NewTokenDialog::create()
{
    const QString name = m_ui->nameEdit->text().trimmed();
    if (m_stage != Stage::Editing || name.isEmpty())
        return;
    if (m_session.phase() == Session::Phase::NotConnected || m_session.isActing()) {
        m_ui->message->say(Symbol::Information, tr("The connection is closed or busy. Try again in a moment."));
        return;
    }
    m_ui->message->clear();
    setHint(m_ui->expiryError, {});
    m_sent = {name, expiresInDays(), m_ui->singleUseCheck->isChecked()};
    m_before = m_session.tokens();
    setStage(Stage::Creating);
    m_session.create(m_sent, this, [this](CreateOutcome outcome) { answered(std::move(outcome)); });
}

void NewTokenDialog::answered(CreateOutcome outcome)
{
    m_ui->message->clear();
    if (outcome.result) {
        if (m_created)
            m_created(std::move(*outcome.result));
        accept();
        return;
    }
    const Error &error = outcome.result.error();
    if (error.kind == ErrorKind::OutcomeUnknown) {
        showUnknown(outcome.listReloaded, outcome.candidates);
        return;
    }
    setStage(Stage::Editing);
    if (error.kind == ErrorKind::Validation) {
        showRefusal(error);
        return;
    }
    const Credential credential = credentialOf(m_session.profile());
    const NextStep step = describeError(error, credential).nextStep;
    const bool elsewhere = step == NextStep::NewAccessToken || step == NextStep::SignIn ||
                           step == NextStep::CheckConnection || step == NextStep::ShowCertificate;
    showError(m_ui->message, error, elsewhere ? tr("Close this dialog to do that in the main window.") : QString(),
              credential);
    m_ui->createButton->setFocus();
}

void NewTokenDialog::showRefusal(const Error &error)
{
    const ErrorText text = describeError(error);
    const QString words = text.headline + QLatin1Char(' ') + text.explanation;
    // The contract's error has no field name; its message does ("expires_in_days must be …").
    if (error.serverMessage.contains(QLatin1String("expire"), Qt::CaseInsensitive)) {
        setHint(m_ui->expiryError, words);
        m_ui->expiryCombo->setFocus();
    } else {
        setHint(m_ui->nameHint, words);
        m_ui->nameEdit->setFocus();
        m_ui->nameEdit->selectAll();
    }
}

void NewTokenDialog::showUnknown(bool reloaded, const std::vector<QUuid> &candidates)
{
    setStage(Stage::Unknown);
    const TokenSnapshotPtr tokens = m_session.tokens();
    m_ui->candidateList->clear();
    for (const QUuid &id : candidates) {
        const auto row = tokens->rowOf(id);
        if (!row)
            continue;
        auto *item = new QTreeWidgetItem(m_ui->candidateList);
        item->setText(0, visibleText(tokens->name(*row)));
        item->setText(1, relativeTime(tokens->row(*row).createdAt, m_session.serverNow()));
        item->setData(0, Qt::UserRole, id);
    }
    const int count = m_ui->candidateList->topLevelItemCount();
    const QString sent = tr("The request to create %1 was sent, but no usable answer came. It was not sent again.")
                             .arg(isolatedText(m_sent.name));
    QString then;
    if (!reloaded)
        then = tr("The list could not be loaded either, so it is not known whether the token exists.");
    else if (count == 0)
        then = tr("The list was loaded again and holds no new token that fits: it was probably not created.");
    else
        then = tr("The list was loaded again, and %n new token(s) in it fit(s) the request.", nullptr, count);
    m_ui->unknownText->setText(sent + QLatin1Char(' ') + then);
    QString question;
    if (count == 1)
        question = tr("This token was created, but its secret was lost on the way. Revoke it and create it again?");
    else if (count > 1)
        question =
            tr("One of these was created, but its secret was lost on the way. Choose the one to revoke, then create "
               "it again.");
    setHint(m_ui->candidateQuestion, question);
    m_ui->candidateList->setVisible(count > 0);
    m_ui->candidateList->setFixedHeight(m_ui->candidateList->header()->sizeHint().height() +
                                        qBound(1, count, 4) * (m_ui->candidateList->sizeHintForRow(0) + 2) +
                                        2 * m_ui->candidateList->frameWidth() + 2);
    if (count > 0)
        m_ui->candidateList->setCurrentItem(m_ui->candidateList->topLevelItem(0));
    m_ui->revokeButton->setVisible(count > 0);
    m_ui->reloadButton->setVisible(!reloaded);
    m_ui->closeButton->setFocus();
    QAccessibleEvent alert(m_ui->unknownText, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NewTokenDialog::dropRevoked()
{
    if (m_stage != Stage::Unknown || m_ui->candidateList->topLevelItemCount() == 0)
        return;
    const TokenSnapshotPtr tokens = m_session.tokens();
    for (int i = m_ui->candidateList->topLevelItemCount() - 1; i >= 0; --i) {
        const auto row = tokens->rowOf(m_ui->candidateList->topLevelItem(i)->data(0, Qt::UserRole).toUuid());
        if (!row || tokens->row(*row).revokedAt != noInstant)
            delete m_ui->candidateList->takeTopLevelItem(i);
    }
    if (m_ui->candidateList->topLevelItemCount() > 0)
        return;
    m_ui->candidateList->hide();
    m_ui->revokeButton->hide();
    setHint(m_ui->candidateQuestion, tr("It is revoked now. Go back to the form to create it again."));
    m_ui->backButton->setFocus();
}

void NewTokenDialog::reload()
{
    m_session.refresh();
    if (!m_session.isRefreshing())
        return;
    m_ui->reloadButton->setEnabled(false);
    connect(
        &m_session, &Session::refreshed, this,
        [this] {
            m_ui->reloadButton->setEnabled(true);
            if (m_stage != Stage::Unknown)
                return;
            if (const auto &error = m_session.lastError()) {
                showError(m_ui->message, *error, {}, credentialOf(m_session.profile()));
                return;
            }
            m_ui->message->clear();
            const TokenSnapshotPtr tokens = m_session.tokens();
            const std::string name = m_sent.name.toStdString();
            std::vector<QUuid> fitting;
            for (quint32 row = 0; row < tokens->size(); ++row) {
                const TokenRow &token = tokens->row(row);
                if (tokens->nameUtf8(row) == name && token.singleUse == m_sent.singleUse && !m_before->rowOf(token.id))
                    fitting.push_back(token.id);
            }
            showUnknown(true, fitting);
        },
        Qt::SingleShotConnection);
}

} // namespace tokendesk
