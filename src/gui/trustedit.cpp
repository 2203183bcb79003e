// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trustedit.h"

#include "gui/fingerprintview.h"
#include "gui/formdialog.h"

#include "ui_trustedit.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace tokendesk {

TrustEdit::TrustEdit(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::TrustEdit>())
{
    m_ui->setupUi(this);
    const auto changed = [this] {
        FormDialog::setHint(m_ui->authorityHint, {});
        arrange();
        Q_EMIT edited();
    };
    for (QRadioButton *radio : {m_ui->systemTrustRadio, m_ui->authorityTrustRadio, m_ui->pinnedTrustRadio})
        connect(radio, &QRadioButton::toggled, this, changed);
    connect(m_ui->authorityFileEdit, &QLineEdit::textChanged, this, changed);
    connect(m_ui->authorityFileButton, &QPushButton::clicked, this, &TrustEdit::chooseFile);
    connect(m_ui->forgetPinButton, &QPushButton::clicked, this, [this] {
        dropPin(tr("The pin is forgotten as soon as you connect again. Until then nothing changes."));
        m_ui->systemTrustRadio->setFocus();
    });
    setTrust({});
}

TrustEdit::~TrustEdit()
{
    for (QObject *child : findChildren<QObject *>())
        child->disconnect(this);
}

void TrustEdit::setTrust(const Trust &trust)
{
    m_ui->authorityFileEdit->setText(trust.authorityFile);
    m_ui->pinnedFingerprint->setFingerprint(trust.pinnedSha256);
    switch (trust.kind) {
    case Trust::Kind::System:
        m_ui->systemTrustRadio->setChecked(true);
        break;
    case Trust::Kind::OwnAuthority:
        m_ui->authorityTrustRadio->setChecked(true);
        break;
    case Trust::Kind::Pinned:
        m_ui->pinnedTrustRadio->setChecked(true);
        break;
    }
    FormDialog::setHint(m_ui->pinHint,
                        trust.kind == Trust::Kind::Pinned
                            ? tr("Every other certificate is refused, also one that this computer would trust.")
                            : tr("Where a server shows a certificate that is not trusted, you can look at it and pin "
                                 "it when you connect."));
    arrange();
}

Trust TrustEdit::trust() const
{
    if (m_ui->authorityTrustRadio->isChecked())
        return Trust::ownAuthority(m_ui->authorityFileEdit->text().trimmed());
    if (m_ui->pinnedTrustRadio->isChecked())
        return Trust::pinned(m_ui->pinnedFingerprint->fingerprint());
    return {};
}

bool TrustEdit::dropPin(const QString &why)
{
    if (m_ui->pinnedFingerprint->fingerprint().isEmpty())
        return false;
    m_ui->pinnedFingerprint->setFingerprint({});
    if (m_ui->pinnedTrustRadio->isChecked())
        m_ui->systemTrustRadio->setChecked(true);
    arrange();
    FormDialog::setHint(m_ui->pinHint, why);
    Q_EMIT edited();
    return true;
}

bool TrustEdit::check()
{
    if (!m_ui->authorityTrustRadio->isChecked())
        return true;
    const QString path = m_ui->authorityFileEdit->text().trimmed();
    if (!path.isEmpty() && QDir::isAbsolutePath(path))
        return true;
    FormDialog::setHint(m_ui->authorityHint, path.isEmpty() ? tr("Choose the file with the authority's certificate.")
                                                            : tr("Enter the whole path of the file, or choose it."));
    focusFile();
    return false;
}

void TrustEdit::focusFile()
{
    m_ui->authorityFileEdit->setFocus();
}

void TrustEdit::arrange()
{
    const bool file = m_ui->authorityTrustRadio->isChecked();
    const bool pin = !m_ui->pinnedFingerprint->fingerprint().isEmpty();
    m_ui->authorityFileEdit->setEnabled(file);
    m_ui->authorityFileButton->setEnabled(file);
    if (!file)
        FormDialog::setHint(m_ui->authorityHint, {});
    m_ui->authorityHint->setVisible(!m_ui->authorityHint->text().isEmpty());
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_ui->pinnedTrustRadio, m_ui->pinnedFingerprint, m_ui->forgetPinButton})
        part->setVisible(pin);
}

void TrustEdit::chooseFile()
{
    const QString now = m_ui->authorityFileEdit->text().trimmed();
    auto *chooser =
        new QFileDialog(this, tr("Certificate Authority"), now.isEmpty() ? QString() : QFileInfo(now).path(),
                        //: files with certificates
                        tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    chooser->setObjectName(QStringLiteral("authorityFileChooser"));
    chooser->setAccessibleName(tr("Certificate Authority"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, m_ui->authorityFileEdit, &QLineEdit::setText);
    chooser->open();
}

} // namespace tokendesk
