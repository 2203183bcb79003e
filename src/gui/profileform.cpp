// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/profileform.h"

#include "core/accesstoken.h"
#include "core/issuerurl.h"
#include "core/relativetime.h"
#include "core/safetext.h"
#include "core/serverurl.h"
#include "gui/formdialog.h"
#include "gui/profilecolors.h"

#include "ui_profileform.h"

namespace tokendesk {

namespace {

QString methodText(SignInMethod method)
{
    switch (method) {
    case SignInMethod::AccessToken:
        return ProfileForm::tr("Paste an access token");
    case SignInMethod::Browser:
        return ProfileForm::tr("In the browser (OpenID Connect)");
    case SignInMethod::DeviceCode:
        //: to sign in by entering a code on a phone, for example
        return ProfileForm::tr("With a code on another device (OpenID Connect)");
    }
    Q_UNREACHABLE();
}

} // namespace

ProfileForm::ProfileForm(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::ProfileForm>())
{
    m_ui->setupUi(this);
}

ProfileForm::~ProfileForm()
{
    for (QObject *child : findChildren<QObject *>())
        child->disconnect(this);
    forget();
}

void ProfileForm::begin(const Clock &clock, ConnectReason reason, const std::optional<Profile> &profile,
                        bool offersProviders)
{
    m_clock = &clock;
    m_isNew = !profile;
    fill(profile, offersProviders);
    connectFields();
    completeServer();
    updateMethod();
    showScopesCheck();
    m_original = this->profile();
    m_believed = m_original.serverUrl;
    m_needsSecret = reason == ConnectReason::NewAccessToken || m_isNew;
    updateMethod();
}

void ProfileForm::fill(const std::optional<Profile> &profile, bool offersProviders)
{
    Profile shown = profile.value_or(Profile{});
    if (shown.serverUrl.isEmpty())
        shown.serverUrl = defaultServerUrl();
    if (shown.uuid.isNull())
        shown.uuid = QUuid::createUuid();
    m_original.uuid = shown.uuid;
    m_ui->nameEdit->setText(shown.name);
    m_ui->serverEdit->setText(shown.serverUrl.toString());
    m_ui->clearTextCheck->setChecked(shown.allowsClearText);
    for (const SignInMethod method : {SignInMethod::AccessToken, SignInMethod::Browser, SignInMethod::DeviceCode}) {
        if (method == SignInMethod::AccessToken || offersProviders || shown.usesProvider())
            m_ui->methodCombo->addItem(methodText(method), static_cast<int>(method));
    }
    m_ui->methodCombo->setCurrentIndex(m_ui->methodCombo->findData(static_cast<int>(shown.signIn)));
    m_ui->issuerEdit->setText(shown.provider.issuer);
    m_ui->clientIdEdit->setText(shown.provider.clientId);
    m_ui->scopesEdit->setText(shown.provider.scopes);
    m_ui->scopesEdit->setPlaceholderText(SignInConfig().scopes);
    m_ui->audienceEdit->setText(shown.provider.audience);
    (shown.keepsSecrets ? m_ui->keepRadio : m_ui->sessionRadio)->setChecked(true);
    m_ui->trustEdit->setTrust(shown.trust);
    m_ui->proxyEdit->setProxy(shown.proxy, !m_isNew && shown.keepsSecrets && !shown.proxy.user.isEmpty());
    for (const ProfileColor color : allProfileColors)
        m_ui->colorCombo->addItem(profileSwatch(color), profileColorName(color), static_cast<int>(color));
    m_ui->colorCombo->setCurrentIndex(m_ui->colorCombo->findData(static_cast<int>(shown.color)));
    for (QLabel *hint : {m_ui->serverHint, m_ui->clearTextHint, m_ui->tokenHint, m_ui->issuerHint, m_ui->clientIdHint,
                         m_ui->scopesHint})
        FormDialog::setHint(hint, {});
}

void ProfileForm::connectFields()
{
    for (QLineEdit *edit : {m_ui->nameEdit, m_ui->audienceEdit})
        connect(edit, &QLineEdit::textEdited, this, &ProfileForm::edited);
    connect(m_ui->serverEdit, &QLineEdit::textEdited, this, [this] {
        m_dropped.clear();
        FormDialog::setHint(m_ui->serverHint, {});
        Q_EMIT edited();
    });
    connect(m_ui->serverEdit, &QLineEdit::editingFinished, this, &ProfileForm::completeServer);
    connect(m_ui->clearTextCheck, &QCheckBox::toggled, this, [this] {
        completeServer();
        Q_EMIT edited();
    });
    connect(m_ui->methodCombo, &QComboBox::currentIndexChanged, this, [this] {
        updateMethod();
        Q_EMIT edited();
    });
    connect(m_ui->tokenEdit, &QLineEdit::textEdited, this, [this] {
        showTokenCheck(false);
        Q_EMIT edited();
    });
    connect(m_ui->revealButton, &QPushButton::toggled, this, [this](bool revealed) {
        m_ui->tokenEdit->setRevealed(revealed);
        m_ui->revealButton->setText(revealed ? tr("&Hide") : tr("&Reveal"));
        m_ui->revealButton->setAccessibleName(revealed ? tr("Hide access token") : tr("Reveal access token"));
    });
    connect(m_ui->issuerEdit, &QLineEdit::textEdited, this, [this] {
        showIssuerCheck(false);
        Q_EMIT edited();
    });
    connect(m_ui->clientIdEdit, &QLineEdit::textEdited, this, [this] {
        FormDialog::setHint(m_ui->clientIdHint, {});
        Q_EMIT edited();
    });
    connect(m_ui->scopesEdit, &QLineEdit::textEdited, this, [this] {
        showScopesCheck();
        Q_EMIT edited();
    });
    connect(m_ui->keepRadio, &QRadioButton::toggled, this, &ProfileForm::edited);
    connect(m_ui->colorCombo, &QComboBox::currentIndexChanged, this, &ProfileForm::edited);
    connect(m_ui->trustEdit, &TrustEdit::edited, this, &ProfileForm::edited);
    connect(m_ui->proxyEdit, &ProxyEdit::edited, this, &ProfileForm::edited);
}

SignInMethod ProfileForm::method() const
{
    return static_cast<SignInMethod>(m_ui->methodCombo->currentData().toInt());
}

QUrl ProfileForm::serverUrl() const
{
    return parseServerUrl(m_ui->serverEdit->text(), ClearText::Allowed).value_or(QUrl());
}

void ProfileForm::completeServer()
{
    const auto url = parseServerUrl(m_ui->serverEdit->text(), ClearText::Allowed);
    if (url) {
        m_ui->serverEdit->setText(url->toString());
        if (!m_believed.isEmpty() && !isSameOrigin(*url, m_believed))
            changeServer(*url);
    }
    const bool asksForClearText = url && isClearText(*url);
    const bool allowed = m_ui->clearTextCheck->isChecked();
    QString words = m_dropped;
    if (!url)
        words = serverUrlErrorText(url.error());
    else if (asksForClearText && !allowed)
        words += (words.isEmpty() ? QString() : QStringLiteral(" ")) + serverUrlErrorText(ServerUrlError::ClearText);
    FormDialog::setHint(m_ui->serverHint, words);
    m_ui->clearTextCheck->setVisible(asksForClearText);
    FormDialog::setHint(m_ui->clearTextHint,
                        asksForClearText
                            ? tr("It gives away everything: anyone on the way to %1 can read the access token and new "
                                 "tokens, act with them in your name, and change what you see. A mark in the window "
                                 "will remind you.")
                                  .arg(isolatedText(url->host()))
                            : QString());
}

void ProfileForm::changeServer(const QUrl &url)
{
    // What was said of one server holds for no other.
    const QString former = isolatedText(m_believed.host());
    m_believed = url;
    m_dropped.clear();
    //: %1 is the host name of a server
    if (m_ui->trustEdit->dropPin(tr("The pin was dropped: it was for %1.").arg(former)))
        m_dropped = tr("This is another server, so the pinned certificate was dropped.");
    else if (m_ui->clearTextCheck->isChecked())
        m_dropped = tr("This is another server, so what was allowed without encryption holds no longer.");
    m_ui->clearTextCheck->setChecked(false);
}

void ProfileForm::updateMethod()
{
    const bool provider = method() != SignInMethod::AccessToken;
    for (QWidget *part : std::initializer_list<QWidget *>{m_ui->tokenLabel, m_ui->tokenEdit, m_ui->revealButton})
        part->setVisible(!provider);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_ui->issuerLabel, m_ui->issuerEdit, m_ui->clientIdLabel, m_ui->clientIdEdit,
                                          m_ui->scopesLabel, m_ui->scopesEdit, m_ui->audienceLabel, m_ui->audienceEdit})
        part->setVisible(provider);
    m_ui->tokenHint->setVisible(!provider && !m_ui->tokenHint->text().isEmpty());
    for (QLabel *hint : {m_ui->issuerHint, m_ui->clientIdHint, m_ui->scopesHint})
        hint->setVisible(provider && !hint->text().isEmpty());
    m_ui->keepRadio->setText(provider ? tr("&Keep me signed in with the system keychain")
                                      : tr("&Keep the access token in the system keychain"));
    m_ui->keepRadio->setAccessibleName(provider ? tr("Keep me signed in with the system keychain")
                                                : tr("Keep the access token in the system keychain"));
    m_ui->tokenEdit->setPlaceholderText(m_needsSecret || !m_original.keepsSecrets ? tr("Paste it here")
                                                                                  : tr("Leave empty to keep it"));
}

void ProfileForm::showTokenCheck(bool complainIfEmpty)
{
    const AccessTokenCheck check = checkAccessToken(m_ui->tokenEdit->accessToken(), m_clock->nowMs());
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
    FormDialog::setHint(m_ui->tokenHint, words);
}

void ProfileForm::showIssuerCheck(bool complainIfEmpty)
{
    const auto issuer = checkIssuer(m_ui->issuerEdit->text());
    const bool silent = issuer || (issuer.error() == IssuerError::Empty && !complainIfEmpty);
    FormDialog::setHint(m_ui->issuerHint, silent ? QString() : issuerErrorText(issuer.error()));
}

void ProfileForm::showScopesCheck()
{
    const QStringList scopes = profile().provider.scopes.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QString words;
    if (!scopes.contains(QLatin1String("openid")))
        words = tr("Without “openid” the sign-in service will hardly say who has signed in.");
    else if (!scopes.contains(QLatin1String("offline_access")))
        words = tr("Without “offline_access” most services ask you to sign in again whenever the access token ends.");
    FormDialog::setHint(m_ui->scopesHint, method() == SignInMethod::AccessToken ? QString() : words);
}

} // namespace tokendesk
