// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connectionflow.h"

#include "core/errortext.h"
#include "core/safetext.h"
#include "session/connector.h"
#include "session/profilestore.h"

#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

namespace tokendesk {

ConnectionFlow::ConnectionFlow(Session &session, Connector &connector, WindowDialogs dialogs, ProfileStore &profiles,
                               QWidget *window)
    : QObject(window), m_session(session), m_connector(connector), m_dialogs(std::move(dialogs)), m_profiles(profiles),
      m_window(window)
{
    connect(&m_profiles, &ProfileStore::changed, this, &ConnectionFlow::changed);
}

std::optional<Profile> ConnectionFlow::profile() const
{
    if (const auto &open = m_session.profile())
        return m_profiles.find(open->uuid).value_or(*open);
    return m_uuid ? m_profiles.find(*m_uuid) : std::nullopt;
}

void ConnectionFlow::choose(const std::optional<QUuid> &uuid)
{
    const auto before = profile();
    m_uuid = uuid;
    if (before && before->uuid == uuid)
        return;
    m_state = State::Idle; // what was under way is another profile's
    m_connector.close();
    setState(State::Idle);
}

bool ConnectionFlow::wantsStoring() const
{
    const auto known = profile();
    const auto saved = known ? m_profiles.find(known->uuid) : std::nullopt;
    return saved && saved->keepsSecrets;
}

void ConnectionFlow::setState(State state, const Error &error)
{
    m_state = state;
    m_error = error;
    Q_EMIT changed();
}

void ConnectionFlow::restore()
{
    if (!m_uuid) {
        if (const auto last = m_profiles.lastUsed())
            m_uuid = last->uuid;
    }
    const auto saved = profile();
    if (!saved)
        return setState(State::Idle);
    if (!saved->keepsSecrets)
        return setState(State::TokenNotKept);
    setState(State::Restoring);
    m_connector.restore(*saved, this, [this, uuid = saved->uuid](const Result<void> &result) {
        if (m_state != State::Restoring || m_uuid != uuid)
            return; // a dialog was faster, or the window is for another profile now
        if (result)
            setState(State::Idle);
        else
            setState(State::RestoreFailed, result.error());
    });
}

std::function<void(const Profile &)> ConnectionFlow::whenOpened()
{
    return [guard = QPointer<ConnectionFlow>(this)](const Profile &opened) {
        if (!guard)
            return;
        guard->m_profiles.save(opened);
        if (!guard->isOpen(opened))
            return; // only its name or its colour
        guard->m_profiles.noteUsed(opened.uuid);
        guard->m_uuid = opened.uuid;
        guard->setState(State::Idle);
    };
}

void ConnectionFlow::openDialog(ConnectReason reason)
{
    const auto known = profile();
    edit(m_window, known ? reason : ConnectReason::First, known);
}

void ConnectionFlow::edit(QWidget *parent, ConnectReason reason, const std::optional<Profile> &profile)
{
    m_dialogs.connectServer(parent, reason, profile, whenOpened());
}

void ConnectionFlow::signIn()
{
    const auto known = profile();
    if (known && known->usesProvider())
        m_dialogs.signIn(m_window, *known, Secret(), whenOpened());
    else
        openDialog(ConnectReason::NewAccessToken);
}

bool ConnectionFlow::isOpen(const Profile &profile) const
{
    return m_session.profile() && m_session.profile()->uuid == profile.uuid;
}

void ConnectionFlow::showCertificate()
{
    const auto known = profile();
    if (!known)
        return;
    const bool shownByServer = isOpen(*known);
    const Error error = shownByServer ? m_session.lastError().value_or(Error{}) : m_error;
    if (!error.certificate)
        return;
    std::function<void(const Profile &)> trusted = [guard = QPointer<ConnectionFlow>(this)](const Profile &trusting) {
        if (!guard)
            return;
        guard->m_profiles.save(trusting);
        guard->reconnect(trusting);
    };
    if (!shownByServer && hasProviderElsewhere(*known))
        trusted = {};
    m_dialogs.showCertificate(m_window, *known, error, std::move(trusted));
}

void ConnectionFlow::reconnect(const Profile &profile)
{
    if (!profile.keepsSecrets)
        return signIn();
    m_connector.restore(profile, this, [this](const Result<void> &result) {
        if (result)
            return setState(State::Idle);
        // The list may still be there, and over it the error that was to be mended: what failed now is said apart.
        Q_EMIT said(describeError(result.error()).headline);
        if (result.error().kind == ErrorKind::SignInRequired)
            signIn();
        else
            openDialog(ConnectReason::NewAccessToken);
    });
}

void ConnectionFlow::askToForget()
{
    const auto known = profile();
    if (!known)
        return;
    const bool signsOut = known->usesProvider();
    const QString title = signsOut ? tr("Sign Out") : tr("Disconnect");
    const QString name = isolatedText(known->name);
    auto *question = new QMessageBox(m_window);
    question->setObjectName(QStringLiteral("forgetQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setAccessibleName(title);
    question->setWindowTitle(title);
    question->setTextFormat(Qt::PlainText);
    question->setIcon(QMessageBox::Question);
    question->setText(signsOut
                          ? tr("Sign out of %1?\n\n"
                               "The sign-in service is asked to withdraw this sign-in, and it is removed from this "
                               "computer's keychain. To go on later, you sign in again. Nothing changes on the "
                               "AcuSight server.\n\n"
                               "Your browser may still be signed in at the sign-in service; to sign in as somebody "
                               "else, sign out there too.")
                                .arg(name)
                          : tr("Disconnect from %1 and forget its access token?\n\n"
                               "The token is removed from this computer's keychain. To connect again, you will need an "
                               "access token. Nothing changes on the server.")
                                .arg(name));
    QPushButton *forgetButton =
        question->addButton(signsOut ? tr("Sign Out") : tr("Disconnect and Forget"), QMessageBox::DestructiveRole);
    forgetButton->setObjectName(QStringLiteral("forgetButton"));
    QPushButton *cancel = question->addButton(QMessageBox::Cancel);
    question->setDefaultButton(cancel);
    question->setEscapeButton(cancel);
    connect(forgetButton, &QPushButton::clicked, this, [this, profile = *known] { forget(profile); });
    question->open();
}

void ConnectionFlow::forget(const Profile &profile)
{
    setState(State::Forgetting);
    m_connector.forget(profile, this, [this, profile](const Forgotten &forgotten) {
        if (m_state != State::Forgetting)
            return;
        m_revocation = forgotten.revocation;
        if (forgotten.keychainError)
            return setState(State::ForgetFailed, *forgotten.keychainError);
        setState(State::Forgotten, forgotten.revocationError.value_or(Error{}));
        const QString name = isolatedText(profile.name);
        Q_EMIT said(profile.usesProvider()
                        ? tr("Signed out of %1.").arg(name)
                        : tr("Disconnected. The access token of %1 is no longer in the keychain.").arg(name));
    });
}

void ConnectionFlow::tryAgain()
{
    if (const auto known = profile(); known && m_state == State::ForgetFailed)
        forget(*known);
    else
        restore();
}

} // namespace tokendesk
