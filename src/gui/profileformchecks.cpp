// SPDX-License-Identifier: GPL-3.0-or-later
// What the fields mean together: what has to be done, and what is missing for it.
#include "gui/profileform.h"

#include "core/accesstoken.h"
#include "core/issuerurl.h"
#include "core/serverurl.h"
#include "gui/formdialog.h"

#include "ui_profileform.h"

namespace tokendesk {

Profile ProfileForm::profile() const
{
    Profile profile;
    profile.uuid = m_original.uuid;
    profile.name = m_ui->nameEdit->text().trimmed();
    profile.serverUrl = serverUrl();
    profile.signIn = method();
    profile.provider.issuer = m_ui->issuerEdit->text();
    profile.provider.clientId = m_ui->clientIdEdit->text().trimmed();
    const QString scopes = m_ui->scopesEdit->text().simplified();
    if (!scopes.isEmpty())
        profile.provider.scopes = scopes;
    profile.provider.audience = m_ui->audienceEdit->text().trimmed();
    profile.keepsSecrets = m_ui->keepRadio->isChecked();
    profile.trust = m_ui->trustEdit->trust();
    profile.proxy = m_ui->proxyEdit->proxy();
    profile.allowsClearText = m_ui->clearTextCheck->isChecked() && isClearText(profile.serverUrl);
    profile.color = static_cast<ProfileColor>(m_ui->colorCombo->currentData().toInt());
    return profile;
}

ConnectionSecrets ProfileForm::secrets() const
{
    const bool token = method() == SignInMethod::AccessToken;
    return {token ? m_ui->tokenEdit->accessToken() : Secret(), m_ui->proxyEdit->password()};
}

ProfileForm::Step ProfileForm::step() const
{
    const Profile now = profile();
    const Step anew = now.usesProvider() ? Step::SignIn : Step::Connect;
    const ConnectionSecrets given = secrets();
    // A secret is for whom it was given: never on its own to another server, nor from another provider.
    const bool others = !isSameOrigin(now.serverUrl, m_original.serverUrl) || now.signIn != m_original.signIn ||
                        (now.usesProvider() && now.provider != m_original.provider);
    if (m_isNew || others || !given.accessToken.isEmpty() || !given.proxyPassword.isEmpty() ||
        now.keepsSecrets != m_original.keepsSecrets)
        return anew;
    const bool sameConnection = now.serverUrl == m_original.serverUrl && now.trust == m_original.trust &&
                                now.proxy == m_original.proxy && now.allowsClearText == m_original.allowsClearText;
    const bool sameLook = now.name == m_original.name && now.color == m_original.color;
    if (sameConnection && (!m_needsSecret || !sameLook))
        return Step::Save;
    return m_needsSecret || !now.keepsSecrets ? anew : Step::Reconnect;
}

bool ProfileForm::mayUseKeptToken() const
{
    const Profile now = profile();
    return !m_isNew && !m_needsSecret && now.keepsSecrets && m_original.keepsSecrets &&
           now.signIn == SignInMethod::AccessToken && m_original.signIn == now.signIn &&
           isSameOrigin(now.serverUrl, m_original.serverUrl) && secrets().accessToken.isEmpty();
}

bool ProfileForm::check(For what)
{
    m_ui->tokenEdit->tidy();
    if (!checkServer())
        return false;
    if (what == For::Step && step() == Step::Save)
        return true;
    if (method() == SignInMethod::AccessToken) {
        const bool typed = what == For::Test ? !mayUseKeptToken() : step() == Step::Connect;
        if (typed && !checkToken())
            return false;
    } else if (what == For::Step && !checkProvider()) {
        return false;
    }
    // A field on a page that is not in sight does not take the cursor, so it is asked again once it is.
    const auto passes = [this](QWidget *page, auto *edit) {
        if (edit->check())
            return true;
        m_ui->pages->setCurrentWidget(page);
        return edit->check();
    };
    return passes(m_ui->trustPage, m_ui->trustEdit) && passes(m_ui->proxyPage, m_ui->proxyEdit);
}

bool ProfileForm::checkServer()
{
    completeServer();
    const auto clearText = m_ui->clearTextCheck->isChecked() ? ClearText::Allowed : ClearText::Refused;
    if (parseServerUrl(m_ui->serverEdit->text(), clearText))
        return true;
    focusOn(m_ui->generalPage, m_ui->serverEdit);
    return false;
}

bool ProfileForm::checkToken()
{
    showTokenCheck(true);
    // An expired token is said, not refused: it is this computer's clock that may be wrong.
    const auto verdict = checkAccessToken(m_ui->tokenEdit->accessToken(), m_clock->nowMs()).verdict;
    if (verdict != AccessTokenCheck::Verdict::Empty && verdict != AccessTokenCheck::Verdict::Malformed)
        return true;
    focusOn(m_ui->generalPage, m_ui->tokenEdit);
    return false;
}

bool ProfileForm::checkProvider()
{
    showIssuerCheck(true);
    const bool named = !m_ui->clientIdEdit->text().trimmed().isEmpty();
    FormDialog::setHint(m_ui->clientIdHint,
                        named ? QString()
                              : tr("Enter the client ID under which the sign-in service knows Token Desk."));
    const bool known = checkIssuer(m_ui->issuerEdit->text()).has_value();
    if (known && named)
        return true;
    focusOn(m_ui->generalPage, known ? m_ui->clientIdEdit : m_ui->issuerEdit);
    return false;
}

void ProfileForm::setTrust(const Trust &trust)
{
    m_ui->trustEdit->setTrust(trust);
    Q_EMIT edited();
}

void ProfileForm::requireSecret()
{
    m_needsSecret = true;
    updateMethod();
    Q_EMIT edited();
}

void ProfileForm::forget()
{
    m_ui->tokenEdit->forget();
    m_ui->proxyEdit->forget();
}

void ProfileForm::hideSecrets()
{
    m_ui->revealButton->setChecked(false);
}

void ProfileForm::focusFirst()
{
    m_ui->nameEdit->setFocus();
}

void ProfileForm::focusConnect()
{
    focusOn(m_ui->generalPage,
            method() == SignInMethod::AccessToken ? static_cast<QWidget *>(m_ui->tokenEdit) : m_ui->issuerEdit);
}

void ProfileForm::focusOn(QWidget *page, QWidget *field)
{
    m_ui->pages->setCurrentWidget(page);
    field->setFocus();
}

bool ProfileForm::goTo(const Error &error)
{
    using enum ErrorKind;
    if (error.kind == Unauthorized) {
        focusConnect();
    } else if (error.kind == AuthorityFile) {
        m_ui->pages->setCurrentWidget(m_ui->trustPage);
        m_ui->trustEdit->focusFile();
    } else if (error.kind == ProxyFailed || error.kind == ProxyNotFound || error.kind == ProxyTimeout) {
        m_ui->pages->setCurrentWidget(m_ui->proxyPage);
        m_ui->proxyEdit->focusHost();
    } else if (error.kind == ProxyAuthentication) {
        m_ui->pages->setCurrentWidget(m_ui->proxyPage);
        m_ui->proxyEdit->focusPassword();
    } else if (describeError(error).nextStep == NextStep::CheckConnection) {
        focusOn(m_ui->generalPage, m_ui->serverEdit);
    } else {
        return false;
    }
    return true;
}

} // namespace tokendesk
