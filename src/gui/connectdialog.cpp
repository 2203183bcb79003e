// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connectdialog.h"

#include "core/accesstoken.h"
#include "core/relativetime.h"
#include "core/safetext.h"
#include "core/serverurl.h"
#include "gui/accesstokenedit.h"
#include "gui/inlinemessage.h"

#include "ui_connectdialog.h"

namespace tokendesk {

ConnectDialog::ConnectDialog(Connector &connector, const Clock &clock, ConnectReason reason,
                             const std::optional<Profile> &profile, QWidget *parent)
    : FormDialog(parent), m_ui(std::make_unique<Ui::ConnectDialog>()), m_connector(connector), m_clock(clock)
{
    m_ui->setupUi(this);
    if (profile)
        m_profile = *profile;
    if (m_profile.uuid.isNull())
        m_profile.uuid = QUuid::createUuid();
    m_ui->nameEdit->setText(m_profile.name);
    const QUrl server = m_profile.serverUrl.isEmpty() ? defaultServerUrl() : m_profile.serverUrl;
    m_ui->serverEdit->setText(server.toString());
    switch (reason) {
    case ConnectReason::First:
        setHint(m_ui->reasonLabel, tr("Connect to the AcuSight server of your organization with an access token."));
        m_ui->nameEdit->setFocus();
        break;
    case ConnectReason::NewAccessToken:
        setHint(m_ui->reasonLabel,
                tr("The server no longer accepts the access token. Paste a new one to go on where you were."));
        m_ui->tokenEdit->setFocus();
        break;
    case ConnectReason::Change:
        setHint(m_ui->reasonLabel,
                tr("Change the connection. The access token cannot be shown again; paste it, or a new one."));
        m_ui->nameEdit->setFocus();
        break;
    }
    setHint(m_ui->serverHint, {});
    setHint(m_ui->tokenHint, {});

    const auto edited = [this] { m_ui->message->clear(); };
    connect(m_ui->nameEdit, &QLineEdit::textEdited, this, edited);
    connect(m_ui->serverEdit, &QLineEdit::textEdited, this, [this] {
        m_ui->message->clear();
        setHint(m_ui->serverHint, {});
    });
    connect(m_ui->tokenEdit, &QLineEdit::textEdited, this, [this] {
        m_ui->message->clear();
        showTokenCheck(false);
    });
    connect(m_ui->serverEdit, &QLineEdit::editingFinished, this, &ConnectDialog::completeServer);
    connect(m_ui->revealButton, &QPushButton::toggled, this, [this](bool revealed) {
        m_ui->tokenEdit->setRevealed(revealed);
        m_ui->revealButton->setText(revealed ? tr("&Hide") : tr("&Reveal"));
        m_ui->revealButton->setAccessibleName(revealed ? tr("Hide access token") : tr("Reveal access token"));
    });
    connect(m_ui->testButton, &QPushButton::clicked, this, &ConnectDialog::startTest);
    connect(m_ui->connectButton, &QPushButton::clicked, this, &ConnectDialog::startConnecting);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &ConnectDialog::reject);
    connect(m_ui->sessionOnlyButton, &QPushButton::clicked, this, [this] { finish(false); });
    connect(m_ui->storeAgainButton, &QPushButton::clicked, this, [this] { store({}); });
    setStage(Stage::Editing);
    setTextColumns(76);
}

ConnectDialog::~ConnectDialog()
{
    m_ui->tokenEdit->forget();
}

void ConnectDialog::reject()
{
    switch (m_stage) {
    case Stage::Testing:
    case Stage::Connecting:
        ++m_attempt;
        setStage(Stage::Editing);
        m_ui->message->say(Symbol::Information, tr("Cancelled."));
        return;
    case Stage::Storing:
        // The session is open already; only the keychain has not answered. Its answer still counts if it comes.
        notStored({.kind = ErrorKind::KeychainTimeout});
        return;
    case Stage::NotStored:
        finish(false);
        return;
    case Stage::Editing:
        QDialog::reject();
    }
}

void ConnectDialog::setStage(Stage stage, const QString &busyText)
{
    m_stage = stage;
    const bool editing = stage == Stage::Editing;
    const bool notStoredYet = stage == Stage::NotStored;
    m_ui->fields->setEnabled(editing);
    m_ui->busyRow->setVisible(!editing && !notStoredYet);
    m_ui->busyLabel->setText(busyText);
    m_ui->testButton->setVisible(!notStoredYet);
    m_ui->testButton->setEnabled(editing);
    m_ui->connectButton->setVisible(!notStoredYet);
    m_ui->connectButton->setEnabled(editing);
    m_ui->cancelButton->setVisible(!notStoredYet);
    m_ui->storeAgainButton->setVisible(notStoredYet);
    m_ui->sessionOnlyButton->setVisible(notStoredYet);
    if (!editing)
        m_ui->revealButton->setChecked(false);
}

void ConnectDialog::completeServer()
{
    const auto url = parseServerUrl(m_ui->serverEdit->text());
    setHint(m_ui->serverHint, url ? QString() : serverUrlErrorText(url.error()));
    if (url)
        m_ui->serverEdit->setText(url->toString());
}

void ConnectDialog::showTokenCheck(bool complainIfEmpty)
{
    const AccessTokenCheck check = checkAccessToken(m_ui->tokenEdit->accessToken(), m_clock.nowMs());
    QString words;
    switch (check.verdict) {
    case AccessTokenCheck::Verdict::Usable:
    case AccessTokenCheck::Verdict::Opaque:
        break;
    case AccessTokenCheck::Verdict::Empty:
        if (complainIfEmpty)
            words = tr("Paste an access token.");
        break;
    case AccessTokenCheck::Verdict::Malformed:
        words = tr("This is not an access token: it holds blanks or characters that cannot be sent. Copy it again.");
        break;
    case AccessTokenCheck::Verdict::Expired:
        words = tr("This access token has expired: %1.").arg(exactTime(check.expiresAt, locale()));
        break;
    case AccessTokenCheck::Verdict::NotYetValid:
        words = tr("This access token is not valid yet. It will be: %1.").arg(exactTime(check.notBefore, locale()));
        break;
    }
    setHint(m_ui->tokenHint, words);
}

bool ConnectDialog::check()
{
    m_ui->message->clear();
    completeServer();
    m_ui->tokenEdit->tidy();
    showTokenCheck(true);
    if (!parseServerUrl(m_ui->serverEdit->text())) {
        m_ui->serverEdit->setFocus();
        return false;
    }
    // An expired token is said, not refused: it is this computer's clock that may be wrong.
    const auto verdict = checkAccessToken(m_ui->tokenEdit->accessToken(), m_clock.nowMs()).verdict;
    if (verdict == AccessTokenCheck::Verdict::Empty || verdict == AccessTokenCheck::Verdict::Malformed) {
        m_ui->tokenEdit->setFocus();
        return false;
    }
    m_profile.serverUrl = *parseServerUrl(m_ui->serverEdit->text());
    return true;
}

void ConnectDialog::startTest()
{
    if (m_stage != Stage::Editing || !check())
        return;
    setStage(Stage::Testing, tr("Asking the server for its organization…"));
    m_connector.test(m_profile, secrets(), this,
                     [this, attempt = ++m_attempt](const Result<Organization> &organization) {
                         if (attempt != m_attempt)
                             return;
                         setStage(Stage::Editing);
                         if (!organization)
                             return showFailure(organization.error());
                         m_ui->message->say(Symbol::Done, tr("The connection works."),
                                            tr("The organization is %1.").arg(isolatedText(organization->name)));
                         m_ui->connectButton->setFocus();
                     });
}

void ConnectDialog::startConnecting()
{
    if (m_stage != Stage::Editing || !check())
        return;
    setStage(Stage::Connecting, tr("Connecting…"));
    m_connector.test(m_profile, secrets(), this,
                     [this, attempt = ++m_attempt](const Result<Organization> &organization) {
                         if (attempt != m_attempt)
                             return;
                         if (organization)
                             return store(*organization);
                         setStage(Stage::Editing);
                         showFailure(organization.error());
                     });
}

void ConnectDialog::store(const Organization &organization)
{
    const QString typed = m_ui->nameEdit->text().trimmed();
    if (!typed.isEmpty())
        m_profile.name = typed;
    else if (!organization.name.isEmpty())
        m_profile.name = visibleText(organization.name, 80);
    if (m_profile.name.isEmpty())
        m_profile.name = m_profile.serverUrl.host();
    m_ui->message->clear();
    const bool keep = m_ui->keepRadio->isChecked();
    m_profile.keepsSecrets = keep;
    setStage(Stage::Storing, keep ? tr("Storing the access token in the keychain…") : tr("Connecting…"));
    m_connector.connectTo(m_profile, secrets(), this, [this, keep, attempt = ++m_attempt](const Result<void> &stored) {
        if (attempt != m_attempt)
            return;
        if (stored)
            return finish(keep);
        notStored(stored.error());
    });
}

void ConnectDialog::notStored(const Error &error)
{
    setStage(Stage::NotStored);
    showError(m_ui->message, error, tr("You are connected, but the access token was not stored."));
    m_ui->storeAgainButton->setFocus();
}

void ConnectDialog::finish(bool keptInKeychain)
{
    ++m_attempt;
    m_ui->tokenEdit->forget();
    m_profile.keepsSecrets = keptInKeychain;
    Q_EMIT connected(m_profile);
    accept();
}

ConnectionSecrets ConnectDialog::secrets() const
{
    return m_ui->tokenEdit->accessToken();
}

void ConnectDialog::showFailure(const Error &error)
{
    if (error.kind == ErrorKind::Unauthorized) {
        m_ui->message->say(Symbol::Failed, tr("The server does not accept this access token."),
                           tr("It may be cut off, have expired, or be meant for another server."));
        m_ui->tokenEdit->setFocus();
        return;
    }
    showError(m_ui->message, error);
    if (describeError(error).nextStep == NextStep::CheckConnection)
        m_ui->serverEdit->setFocus();
    else
        m_ui->connectButton->setFocus();
}

} // namespace tokendesk
