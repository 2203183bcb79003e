// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connectionflow.h"

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
{}

std::optional<Profile> ConnectionFlow::profile() const
{
    if (m_session.profile())
        return m_session.profile();
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

void ConnectionFlow::openDialog(ConnectReason reason)
{
    const auto known = profile();
    edit(m_window, known ? reason : ConnectReason::First, known);
}

void ConnectionFlow::edit(QWidget *parent, ConnectReason reason, const std::optional<Profile> &profile)
{
    m_dialogs.connectServer(parent, reason, profile, [guard = QPointer<ConnectionFlow>(this)](const Profile &opened) {
        if (!guard)
            return;
        guard->m_profiles.save(opened);
        guard->m_profiles.noteUsed(opened.uuid);
        guard->m_uuid = opened.uuid;
        guard->setState(State::Idle);
    });
}

void ConnectionFlow::askToForget()
{
    const auto known = profile();
    if (!known)
        return;
    auto *question = new QMessageBox(m_window);
    question->setObjectName(QStringLiteral("forgetQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setAccessibleName(tr("Disconnect"));
    question->setWindowTitle(tr("Disconnect"));
    question->setTextFormat(Qt::PlainText);
    question->setIcon(QMessageBox::Question);
    question->setText(tr("Disconnect from %1 and forget its access token?\n\n"
                         "The token is removed from this computer's keychain. To connect again, you will need an "
                         "access token. Nothing changes on the server.")
                          .arg(isolatedText(known->name)));
    QPushButton *forgetButton = question->addButton(tr("Disconnect and Forget"), QMessageBox::DestructiveRole);
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
        if (forgotten.keychainError)
            return setState(State::ForgetFailed, *forgotten.keychainError);
        setState(State::Idle);
        Q_EMIT said(
            tr("Disconnected. The access token of %1 is no longer in the keychain.").arg(isolatedText(profile.name)));
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
