// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/profilesdialog.h"

#include "core/safetext.h"
#include "gui/inlinemessage.h"

#include "ui_profilesdialog.h"

#include <QCheckBox>
#include <QMessageBox>

#include <algorithm>

namespace tokendesk {

ProfilesDialog::ProfilesDialog(ProfileStore &profiles, ProfileActions actions, const std::optional<QUuid> &current,
                               QWidget *parent)
    : FormDialog(parent), m_ui(std::make_unique<Ui::ProfilesDialog>()), m_profiles(profiles),
      m_actions(std::move(actions))
{
    m_ui->setupUi(this);
    m_profiles.reload();
    m_ui->profileList->show(m_profiles.profiles());
    if (current)
        m_ui->profileList->setCurrent(*current);

    connect(&m_profiles, &ProfileStore::changed, this, [this] {
        m_ui->profileList->show(m_profiles.profiles());
        updateButtons();
    });
    connect(m_ui->profileList, &QTreeWidget::currentItemChanged, this, &ProfilesDialog::updateButtons);
    connect(m_ui->profileList, &QTreeWidget::itemDoubleClicked, this, [this] { openProfile(false); });
    // Only when the view is done with the drop: the list is filled anew.
    connect(
        m_ui->profileList, &ProfileList::dragged, this,
        [this](const QUuid &uuid, int index) { m_profiles.move(uuid, index); }, Qt::QueuedConnection);
    connect(m_ui->openButton, &QPushButton::clicked, this, [this] { openProfile(false); });
    connect(m_ui->newWindowButton, &QPushButton::clicked, this, [this] { openProfile(true); });
    connect(m_ui->newButton, &QPushButton::clicked, this, [this] { m_actions.edit(this, std::nullopt); });
    connect(m_ui->editButton, &QPushButton::clicked, this, [this] { m_actions.edit(this, this->current()); });
    connect(m_ui->duplicateButton, &QPushButton::clicked, this, &ProfilesDialog::duplicate);
    connect(m_ui->deleteButton, &QPushButton::clicked, this, &ProfilesDialog::askToDelete);
    connect(m_ui->upButton, &QPushButton::clicked, this, [this] { moveBy(-1); });
    connect(m_ui->downButton, &QPushButton::clicked, this, [this] { moveBy(1); });
    connect(m_ui->closeButton, &QPushButton::clicked, this, &ProfilesDialog::reject);
    updateButtons();
    setTextColumns(108);
    m_ui->profileList->setFocus();
}

ProfilesDialog::~ProfilesDialog() = default;

void ProfilesDialog::reject()
{
    if (!m_deleting)
        FormDialog::reject();
}

std::optional<Profile> ProfilesDialog::current() const
{
    return m_profiles.find(m_ui->profileList->current());
}

void ProfilesDialog::updateButtons()
{
    const bool chosen = !m_deleting && current();
    const int row = m_ui->profileList->currentRow();
    for (QPushButton *button :
         {m_ui->openButton, m_ui->newWindowButton, m_ui->editButton, m_ui->duplicateButton, m_ui->deleteButton})
        button->setEnabled(chosen);
    m_ui->profileList->setEnabled(!m_deleting);
    m_ui->newButton->setEnabled(!m_deleting);
    m_ui->closeButton->setEnabled(!m_deleting);
    m_ui->upButton->setEnabled(chosen && row > 0);
    m_ui->downButton->setEnabled(chosen && row + 1 < m_ui->profileList->topLevelItemCount());
}

void ProfilesDialog::openProfile(bool inNewWindow)
{
    const auto profile = current();
    if (!profile || m_deleting)
        return;
    accept(); // first: a window below a modal dialog could not come to the front
    m_actions.open(profile->uuid, inNewWindow);
}

void ProfilesDialog::duplicate()
{
    auto copy = current();
    if (!copy)
        return;
    const int row = m_ui->profileList->currentRow();
    copy->uuid = QUuid::createUuid(); // under which no secret and no history is kept
    //: The name of a profile that was duplicated; %1 is the name of the first one
    copy->name = tr("Copy of %1").arg(copy->name);
    m_profiles.save(*copy);
    m_profiles.move(copy->uuid, row + 1);
    m_ui->profileList->setCurrent(copy->uuid);
    m_ui->message->clear();
}

void ProfilesDialog::moveBy(int rows)
{
    QWidget *button = focusWidget();
    m_profiles.move(m_ui->profileList->current(), m_ui->profileList->currentRow() + rows);
    if (button && !button->isEnabled()) // it is at the end now
        m_ui->profileList->setFocus();
}

void ProfilesDialog::askToDelete()
{
    const auto profile = current();
    if (!profile)
        return;
    m_ui->message->clear();
    auto *question = new QMessageBox(this);
    question->setObjectName(QStringLiteral("deleteProfileQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setAccessibleName(tr("Delete Profile"));
    question->setWindowTitle(tr("Delete Profile"));
    question->setTextFormat(Qt::PlainText);
    question->setIcon(QMessageBox::Question);
    question->setText(tr("Delete the profile %1?\n\n"
                         "It is signed out, and its secrets are removed from this computer's keychain. Nothing changes "
                         "on the server: tokens and devices stay as they are.")
                          .arg(isolatedText(profile->name)));
    auto *history = new QCheckBox(tr("Also delete the &history that is kept of it on this computer"));
    history->setObjectName(QStringLiteral("deleteProfileHistory"));
    history->setAccessibleName(history->text().remove(QLatin1Char('&')));
    question->setCheckBox(history);
    QPushButton *erase = question->addButton(tr("Delete Profile"), QMessageBox::DestructiveRole);
    erase->setObjectName(QStringLiteral("deleteProfileButton"));
    QPushButton *cancel = question->addButton(QMessageBox::Cancel);
    question->setDefaultButton(cancel);
    question->setEscapeButton(cancel);
    connect(erase, &QPushButton::clicked, this,
            [this, history, profile = *profile] { forget(profile, history->isChecked()); });
    question->open();
}

void ProfilesDialog::forget(const Profile &profile, bool withHistory)
{
    m_deleting = true;
    updateButtons();
    m_ui->message->say(Symbol::Information, tr("Signing out and removing secrets…"));
    m_actions.forget(profile, this, [this, profile, withHistory](const Forgotten &forgotten) {
        if (forgotten.keychainError)
            return notDeleted(profile, *forgotten.keychainError,
                              tr("It is closed, but a secret of it may still be in the keychain. Therefore the profile "
                                 "stays: try again."));
        if (withHistory)
            deleteHistory(profile, forgotten);
        else
            finishDeleting(profile, forgotten);
    });
}

void ProfilesDialog::deleteHistory(const Profile &profile, const Forgotten &forgotten)
{
    m_actions.deleteHistory(profile, this, [this, profile, forgotten](const Result<void> &done) {
        if (!done)
            return notDeleted(profile, done.error(),
                              tr("Its secrets are removed, but its history is still on this computer. Therefore the "
                                 "profile stays: try again."));
        finishDeleting(profile, forgotten);
    });
}

void ProfilesDialog::notDeleted(const Profile &profile, const Error &error, const QString &meaning)
{
    m_deleting = false;
    updateButtons();
    m_ui->message->say(Symbol::Failed, tr("%1 was not deleted.").arg(isolatedText(profile.name)),
                       describeError(error).headline + QLatin1Char(' ') + meaning);
}

void ProfilesDialog::finishDeleting(const Profile &profile, const Forgotten &forgotten)
{
    m_deleting = false;
    m_actions.leave(profile);
    m_profiles.remove(profile.uuid);
    updateButtons();
    QString more;
    switch (forgotten.revocation) {
    case Forgotten::Revocation::NotNeeded:
    case Forgotten::Revocation::Done:
        break;
    case Forgotten::Revocation::NotOffered:
        more = tr("The provider cannot withdraw a sign-in: it ends by itself.");
        break;
    case Forgotten::Revocation::Failed:
        more = tr("The provider was not told of it: the sign-in is forgotten here, and ends by itself there.");
        if (forgotten.revocationError)
            more.prepend(describeError(*forgotten.revocationError).headline + QLatin1Char(' '));
        break;
    }
    m_ui->message->say(Symbol::Done, tr("%1 was deleted.").arg(isolatedText(profile.name)), more);
    m_ui->profileList->setFocus();
}

} // namespace tokendesk
