// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tokencreateddialog.h"

#include "core/relativetime.h"
#include "core/safetext.h"
#include "gui/inlinemessage.h"
#include "gui/secretclipboard.h"
#include "gui/secretfield.h"
#include "gui/setupcommand.h"

#include "ui_tokencreateddialog.h"

#include <QMessageBox>

namespace tokendesk {

TokenCreatedDialog::TokenCreatedDialog(CreatedToken created, const QString &serverHost, SecretClipboard &clipboard,
                                       QWidget *parent)
    : FormDialog(parent), m_ui(std::make_unique<Ui::TokenCreatedDialog>()), m_clipboard(clipboard),
      m_created(std::move(created))
{
    m_ui->setupUi(this);
    makeHeading(m_ui->titleLabel);
    //: %1 is the name of the token
    m_ui->titleLabel->setText(tr("Token created: %1").arg(isolatedText(m_created.name)));
    const QString kind = m_created.singleUse ? tr("Single use") : tr("Reusable");
    const QString once = tr("This is the only time the token can be shown.");
    m_ui->kindLabel->setText(
        m_created.expiresAt == noInstant
            //: %1 is "Single use" or "Reusable", %2 a sentence
            ? tr("%1, never expires. %2").arg(kind, once)
            //: %1 is "Single use" or "Reusable", %2 a date, %3 a sentence
            : tr("%1, expires on %2. %3").arg(kind, longDate(m_created.expiresAt, locale()), once));

    const SetupCommandCheck check = checkSetupCommand(m_created.setupCommand, serverHost);
    QStringList warnings;
    if (check.hasHiddenCharacters)
        warnings << tr("It holds characters that cannot be seen. Reveal it and read the escapes that stand for them "
                       "before you run it.");
    if (!check.foreignHosts.isEmpty()) {
        QStringList hosts;
        for (const QString &host : check.foreignHosts.mid(0, 3))
            hosts << isolatedText(host);
        //: %1 is one or more host names, %2 the host name of the server
        warnings << tr("It names %1, which is not part of %2.").arg(hosts.join(QStringLiteral(", ")), isolatedText(serverHost));
    }
    if (!warnings.isEmpty())
        m_ui->commandWarning->say(Symbol::Warning, tr("Look closely at the setup command. It runs as root."),
                                  warnings.join(QLatin1Char(' ')), false);
    const bool hasCommand = !m_created.setupCommand.isEmpty();
    m_ui->commandLabel->setVisible(hasCommand);
    m_ui->commandField->setVisible(hasCommand);
    m_ui->copyCommandButton->setVisible(hasCommand);

    connect(m_ui->revealButton, &QPushButton::toggled, this, &TokenCreatedDialog::showSecrets);
    connect(m_ui->copyTokenButton, &QPushButton::clicked, this, [this] { copy(m_created.token); });
    connect(m_ui->copyCommandButton, &QPushButton::clicked, this, [this] { copy(m_created.setupCommand); });
    connect(m_ui->tokenField, &SecretField::copyRequested, m_ui->copyTokenButton, &QPushButton::click);
    connect(m_ui->commandField, &SecretField::copyRequested, m_ui->copyCommandButton, &QPushButton::click);
    connect(m_ui->doneButton, &QPushButton::clicked, this, &TokenCreatedDialog::accept);
    connect(&m_clipboard, &SecretClipboard::remainingChanged, this, [this] { showCountdown(false); });
    connect(&m_clipboard, &SecretClipboard::cleared, this, [this](bool wasOurs) {
        if (m_copied)
            m_ui->copiedMessage->say(Symbol::Information, wasOurs ? tr("The clipboard has been cleared.")
                                                                  : tr("The clipboard holds something else now."));
    });
    showSecrets(false);
    m_ui->copyTokenButton->setFocus();
    setTextColumns(92);
}

TokenCreatedDialog::~TokenCreatedDialog() { showSecrets(false); }

void TokenCreatedDialog::showSecrets(bool revealed)
{
    m_ui->tokenField->setShown(revealed ? m_created.token.toText() : maskedToken(m_created.token));
    m_ui->commandField->setShown(revealed ? shownCommand(m_created.setupCommand)
                                          : maskedCommand(m_created.setupCommand, m_created.token));
    m_ui->revealButton->setText(revealed ? tr("&Hide") : tr("&Reveal"));
    m_ui->revealButton->setAccessibleName(revealed ? tr("Hide") : tr("Reveal"));
    m_ui->tokenField->setAccessibleDescription(
        revealed ? QString() : tr("Hidden. Copy Token copies it without showing it."));
    m_ui->commandField->setAccessibleDescription(
        revealed ? QString() : tr("The token in it is hidden. Copy Setup Command copies it without showing it."));
}

void TokenCreatedDialog::copy(const Secret &secret)
{
    m_copied = true;
    m_clipboard.copy(secret);
    showCountdown(true);
}

void TokenCreatedDialog::showCountdown(bool announced)
{
    if (!m_copied)
        return;
    const auto left = m_clipboard.remaining();
    m_ui->copiedMessage->say(Symbol::Done,
                             //: %1 is a number of seconds
                             left ? tr("Copied. The clipboard is cleared in %1 s.").arg(left->count())
                                  : tr("Copied. The clipboard is cleared when Token Desk ends."),
                             {}, announced);
}

bool TokenCreatedDialog::mayClose()
{
    if (m_copied)
        return true;
    if (findChild<QMessageBox *>())
        return false;
    auto *question = new QMessageBox(QMessageBox::Warning, tr("Token Created"),
                                     tr("Close without copying? The secret cannot be shown again."), QMessageBox::NoButton,
                                     this);
    question->setObjectName(QStringLiteral("closeQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    QPushButton *keep = question->addButton(tr("Keep Open"), QMessageBox::RejectRole);
    QPushButton *revoke = question->addButton(tr("Revoke This Token"), QMessageBox::DestructiveRole);
    QPushButton *close = question->addButton(tr("Close"), QMessageBox::AcceptRole);
    for (QPushButton *button : {keep, revoke, close})
        button->setAccessibleName(button->text());
    question->setDefaultButton(keep);
    question->setEscapeButton(keep);
    connect(revoke, &QPushButton::clicked, this, [this] {
        Q_EMIT revokeRequested(m_created.id);
        QDialog::reject();
    });
    connect(close, &QPushButton::clicked, this, [this] { QDialog::reject(); });
    question->open();
    return false;
}

void TokenCreatedDialog::accept()
{
    if (mayClose())
        QDialog::accept();
}

void TokenCreatedDialog::reject()
{
    if (mayClose())
        QDialog::reject();
}

} // namespace tokendesk
