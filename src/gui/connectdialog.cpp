// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connectdialog.h"

#include "core/safetext.h"
#include "gui/inlinemessage.h"

#include "ui_connectdialog.h"

#include <QPointer>

namespace tokendesk {

ConnectDialog::ConnectDialog(Connector &connector, const Clock &clock, Dialogs dialogs, ConnectReason reason,
                             const std::optional<Profile> &profile, QWidget *parent)
    : FormDialog(parent), m_ui(std::make_unique<Ui::ConnectDialog>()), m_connector(connector),
      m_dialogs(std::move(dialogs))
{
    m_ui->setupUi(this);
    m_ui->form->begin(clock, reason, profile, static_cast<bool>(m_dialogs.signIn));
    const bool provider = profile && profile->usesProvider();
    switch (reason) {
    case ConnectReason::First:
        setHint(m_ui->reasonLabel, tr("Connect to the AcuSight server of your organization."));
        m_ui->form->focusFirst();
        break;
    case ConnectReason::NewAccessToken:
        setHint(m_ui->reasonLabel, provider ? tr("The sign-in has ended. Sign in again to go on where you were.")
                                            : tr("The server no longer accepts the access token, or it was not kept. "
                                                 "Paste a new one to go on where you were."));
        m_ui->form->focusConnect();
        break;
    case ConnectReason::Change:
        setHint(m_ui->reasonLabel, tr("Change this profile. What is kept in the keychain is not shown again; it stays "
                                      "where you leave its field empty."));
        m_ui->form->focusFirst();
        break;
    }
    connect(m_ui->form, &ProfileForm::edited, this, [this] {
        if (m_stage != Stage::Editing)
            return;
        m_ui->message->clear();
        m_ui->certificateButton->hide();
        updateButtons();
    });
    connect(m_ui->certificateButton, &QPushButton::clicked, this, &ConnectDialog::showCertificate);
    connect(m_ui->testButton, &QPushButton::clicked, this, &ConnectDialog::startTest);
    connect(m_ui->connectButton, &QPushButton::clicked, this, &ConnectDialog::goOn);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &ConnectDialog::reject);
    connect(m_ui->sessionOnlyButton, &QPushButton::clicked, this, [this] { finish(false); });
    connect(m_ui->storeAgainButton, &QPushButton::clicked, this, [this] { store({}); });
    setStage(Stage::Editing);
    setTextColumns(76);
}

ConnectDialog::~ConnectDialog() = default;

void ConnectDialog::reject()
{
    switch (m_stage) {
    case Stage::Testing:
    case Stage::Connecting:
        ++m_attempt;
        setStage(Stage::Editing);
        m_ui->message->say(Symbol::Information, tr("Cancelled."));
        return;
    case Stage::Reconnecting:
        return; // the session would be opened all the same, with what was not saved
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

void ConnectDialog::done(int result)
{
    m_ui->form->forget();
    FormDialog::done(result);
}

void ConnectDialog::setStage(Stage stage, const QString &busyText)
{
    m_stage = stage;
    const bool editing = stage == Stage::Editing;
    const bool notStoredYet = stage == Stage::NotStored;
    m_ui->form->setEnabled(editing);
    m_ui->busyRow->setVisible(!editing && !notStoredYet);
    m_ui->busyLabel->setText(busyText);
    m_ui->certificateButton->hide();
    m_ui->testButton->setEnabled(editing);
    m_ui->connectButton->setVisible(!notStoredYet);
    m_ui->connectButton->setEnabled(editing);
    m_ui->cancelButton->setVisible(!notStoredYet);
    m_ui->cancelButton->setEnabled(stage != Stage::Reconnecting);
    m_ui->storeAgainButton->setVisible(notStoredYet);
    m_ui->sessionOnlyButton->setVisible(notStoredYet);
    if (!editing)
        m_ui->form->hideSecrets();
    updateButtons();
}

void ConnectDialog::updateButtons()
{
    m_ui->testButton->setVisible(m_stage != Stage::NotStored);
    const auto name = [this](const QString &text, const QString &accessible) {
        m_ui->connectButton->setText(text);
        m_ui->connectButton->setAccessibleName(accessible);
    };
    switch (m_ui->form->step()) {
    case ProfileForm::Step::Save:
        return name(tr("Sa&ve"), tr("Save"));
    case ProfileForm::Step::Reconnect:
    case ProfileForm::Step::Connect:
        return name(tr("&Connect"), tr("Connect"));
    case ProfileForm::Step::SignIn:
        //: a button
        return name(tr("Sign &In…"), tr("Sign In"));
    }
}

bool ConnectDialog::check(ProfileForm::For what)
{
    if (m_stage != Stage::Editing)
        return false;
    m_ui->message->clear();
    if (!m_ui->form->check(what))
        return false;
    m_profile = m_ui->form->profile();
    return true;
}

void ConnectDialog::startTest()
{
    if (!check(ProfileForm::For::Test))
        return;
    m_interrupted = &ConnectDialog::startTest;
    const bool kept = m_ui->form->mayUseKeptToken();
    setStage(Stage::Testing, tr("Asking the server for its organization…"));
    m_connector.test(m_profile, m_ui->form->secrets(), this,
                     [this, kept, attempt = ++m_attempt](const Result<Organization> &organization) {
                         if (attempt == m_attempt)
                             tested(organization, kept);
                     });
}

void ConnectDialog::tested(const Result<Organization> &organization, bool withKeptToken)
{
    setStage(Stage::Editing);
    if (organization) {
        m_ui->message->say(Symbol::Done, tr("The connection works."),
                           tr("The organization is %1.").arg(isolatedText(organization->name)));
        m_ui->connectButton->setFocus();
        return;
    }
    const ErrorKind kind = organization.error().kind;
    // Before a sign-in there is nothing to ask with; that it may not be told is an answer too.
    if (m_profile.usesProvider() && kind == ErrorKind::Unauthorized) {
        m_ui->message->say(Symbol::Done, tr("The server can be reached."),
                           tr("It tells its organization once you are signed in."));
        return;
    }
    const bool useless = withKeptToken && (kind == ErrorKind::Unauthorized || kind == ErrorKind::KeychainMissing);
    if (useless)
        m_ui->form->requireSecret();
    showFailure(organization.error());
    if (useless)
        m_ui->form->focusConnect();
}

void ConnectDialog::goOn()
{
    if (!check(ProfileForm::For::Step))
        return;
    m_interrupted = &ConnectDialog::goOn;
    switch (m_ui->form->step()) {
    case ProfileForm::Step::Save:
        return save();
    case ProfileForm::Step::Reconnect:
        return reconnect();
    case ProfileForm::Step::Connect:
        return startConnecting();
    case ProfileForm::Step::SignIn:
        return startSigningIn();
    }
}

void ConnectDialog::save()
{
    if (m_profile.name.isEmpty())
        m_profile.name = m_profile.serverUrl.host();
    Q_EMIT saved(m_profile);
    accept();
}

void ConnectDialog::reconnect()
{
    if (m_profile.name.isEmpty())
        m_profile.name = m_profile.serverUrl.host();
    setStage(Stage::Reconnecting, tr("Asking the keychain…"));
    m_connector.restore(m_profile, this, [this, attempt = ++m_attempt](const Result<void> &restored) {
        if (attempt != m_attempt)
            return;
        setStage(Stage::Editing);
        if (restored)
            return finish(true);
        m_ui->form->requireSecret();
        if (restored.error().kind == ErrorKind::SignInRequired && m_profile.usesProvider())
            return goOn();
        showFailure(restored.error());
        m_shownByProvider = hasProviderElsewhere(m_profile); // to read the keychain no server is asked
        if (!restored.error().certificate)
            m_ui->form->focusConnect();
    });
}

void ConnectDialog::startConnecting()
{
    setStage(Stage::Connecting, tr("Connecting…"));
    m_connector.test(m_profile, m_ui->form->secrets(), this,
                     [this, attempt = ++m_attempt](const Result<Organization> &organization) {
                         if (attempt != m_attempt)
                             return;
                         if (organization)
                             return store(*organization);
                         setStage(Stage::Editing);
                         showFailure(organization.error());
                     });
}

void ConnectDialog::startSigningIn()
{
    if (m_profile.name.isEmpty())
        m_profile.name = m_profile.serverUrl.host();
    m_dialogs.signIn(this, m_profile, m_ui->form->secrets().proxyPassword,
                     [guard = QPointer<ConnectDialog>(this)](const Profile &signedIn) {
                         if (!guard)
                             return;
                         guard->m_profile = signedIn;
                         guard->finish(signedIn.keepsSecrets);
                     });
}

void ConnectDialog::store(const Organization &organization)
{
    if (m_profile.name.isEmpty())
        m_profile.name = visibleText(organization.name, 80);
    if (m_profile.name.isEmpty())
        m_profile.name = m_profile.serverUrl.host();
    m_ui->message->clear();
    const bool keep = m_ui->form->profile().keepsSecrets;
    m_profile.keepsSecrets = keep;
    setStage(Stage::Storing, keep ? tr("Storing the access token in the keychain…") : tr("Connecting…"));
    m_connector.connectTo(m_profile, m_ui->form->secrets(), this,
                          [this, keep, attempt = ++m_attempt](const Result<void> &stored) {
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
    m_profile.keepsSecrets = keptInKeychain;
    m_ui->form->forget();
    Q_EMIT connected(m_profile);
    accept();
}

void ConnectDialog::showFailure(const Error &error)
{
    if (error.kind == ErrorKind::Unauthorized)
        m_ui->message->say(Symbol::Failed, tr("The server does not accept this access token."),
                           tr("It may be cut off, have expired, or be meant for another server."));
    else
        showError(m_ui->message, error);
    m_shownByProvider = false;
    if (error.certificate && m_dialogs.showCertificate) {
        m_failure = error;
        m_ui->certificateButton->show();
        m_ui->certificateButton->setFocus();
    } else if (!m_ui->form->goTo(error)) {
        m_ui->connectButton->setFocus();
    }
}

void ConnectDialog::showCertificate()
{
    std::function<void(const Profile &)> trusted = [guard = QPointer<ConnectDialog>(this)](const Profile &trusting) {
        if (!guard || guard->m_stage != Stage::Editing)
            return;
        guard->m_ui->form->setTrust(trusting.trust);
        (guard.data()->*guard->m_interrupted)();
    };
    if (m_shownByProvider)
        trusted = {};
    m_dialogs.showCertificate(this, m_profile, m_failure, std::move(trusted));
}

} // namespace tokendesk
