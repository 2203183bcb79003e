// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/proxyedit.h"

#include "gui/formdialog.h"

#include "ui_proxyedit.h"

#include <QRegularExpression>

namespace tokendesk {

ProxyEdit::ProxyEdit(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::ProxyEdit>())
{
    m_ui->setupUi(this);
    m_ui->proxyProtocolCombo->addItem(tr("HTTP"), static_cast<int>(ProxyChoice::Protocol::Http));
    m_ui->proxyProtocolCombo->addItem(tr("SOCKS5"), static_cast<int>(ProxyChoice::Protocol::Socks5));
    const auto changed = [this] {
        FormDialog::setHint(m_ui->proxyHostHint, {});
        FormDialog::setHint(m_ui->proxyPasswordHint, {});
        arrange();
        Q_EMIT edited();
    };
    for (QRadioButton *radio : {m_ui->systemProxyRadio, m_ui->noProxyRadio, m_ui->ownProxyRadio})
        connect(radio, &QRadioButton::toggled, this, changed);
    for (QLineEdit *edit : {m_ui->proxyHostEdit, m_ui->proxyUserEdit, m_ui->proxyPasswordEdit})
        connect(edit, &QLineEdit::textEdited, this, changed);
    connect(m_ui->proxyProtocolCombo, &QComboBox::currentIndexChanged, this, changed);
    connect(m_ui->proxyPortSpin, &QSpinBox::valueChanged, this, changed);
    changed();
}

ProxyEdit::~ProxyEdit()
{
    for (QObject *child : findChildren<QObject *>())
        child->disconnect(this);
    forget();
}

void ProxyEdit::setProxy(const ProxyChoice &proxy, bool passwordKept)
{
    m_kept = proxy;
    m_passwordKept = passwordKept;
    const auto protocol = static_cast<int>(proxy.protocol);
    m_ui->proxyProtocolCombo->setCurrentIndex(m_ui->proxyProtocolCombo->findData(protocol));
    m_ui->proxyHostEdit->setText(proxy.host);
    if (proxy.port > 0)
        m_ui->proxyPortSpin->setValue(proxy.port);
    m_ui->proxyUserEdit->setText(proxy.user);
    switch (proxy.kind) {
    case ProxyChoice::Kind::System:
        m_ui->systemProxyRadio->setChecked(true);
        break;
    case ProxyChoice::Kind::None:
        m_ui->noProxyRadio->setChecked(true);
        break;
    case ProxyChoice::Kind::Own:
        m_ui->ownProxyRadio->setChecked(true);
        break;
    }
    arrange();
}

ProxyChoice ProxyEdit::proxy() const
{
    if (m_ui->noProxyRadio->isChecked())
        return {.kind = ProxyChoice::Kind::None};
    if (!m_ui->ownProxyRadio->isChecked())
        return {};
    return {.kind = ProxyChoice::Kind::Own,
            .protocol = static_cast<ProxyChoice::Protocol>(m_ui->proxyProtocolCombo->currentData().toInt()),
            .host = m_ui->proxyHostEdit->text().trimmed(),
            .port = static_cast<quint16>(m_ui->proxyPortSpin->value()),
            .user = m_ui->proxyUserEdit->text().trimmed()};
}

Secret ProxyEdit::password() const
{
    const ProxyChoice chosen = proxy();
    if (chosen.kind != ProxyChoice::Kind::Own || chosen.user.isEmpty())
        return {};
    return Secret::fromText(m_ui->proxyPasswordEdit->text());
}

bool ProxyEdit::check()
{
    const ProxyChoice chosen = proxy();
    if (chosen.kind != ProxyChoice::Kind::Own)
        return true;
    static const QRegularExpression noHost(QStringLiteral("[\\s/@\\[\\]\\\\?#]"));
    QString words;
    if (chosen.host.isEmpty())
        words = tr("Enter the name or the address of the proxy.");
    else if (chosen.host.contains(noHost) || chosen.host.count(QLatin1Char(':')) == 1)
        words = tr("Enter the name or the address only, without http:// and without the port.");
    FormDialog::setHint(m_ui->proxyHostHint, words);
    if (!words.isEmpty()) {
        focusHost();
        return false;
    }
    if (!chosen.user.isEmpty() && m_ui->proxyPasswordEdit->text().isEmpty() && !mayKeepPassword()) {
        FormDialog::setHint(m_ui->proxyPasswordHint, m_passwordKept
                                                         ? tr("The stored password was given for another proxy or "
                                                              "user, so it is not used here. Enter the password.")
                                                         : tr("Enter the password of this user."));
        focusPassword();
        return false;
    }
    return true;
}

bool ProxyEdit::mayKeepPassword() const
{
    return m_passwordKept && proxy() == m_kept;
}

void ProxyEdit::focusHost()
{
    m_ui->proxyHostEdit->setFocus();
}

void ProxyEdit::focusPassword()
{
    (m_ui->proxyUserEdit->text().isEmpty() ? m_ui->proxyUserEdit : m_ui->proxyPasswordEdit)->setFocus();
}

void ProxyEdit::forget()
{
    m_ui->proxyPasswordEdit->setText(QString()); // which forgets the undo history; clear() does not
}

void ProxyEdit::arrange()
{
    m_ui->ownProxyFields->setEnabled(m_ui->ownProxyRadio->isChecked());
    m_ui->proxyPasswordEdit->setEnabled(!m_ui->proxyUserEdit->text().trimmed().isEmpty());
    m_ui->proxyPasswordEdit->setPlaceholderText(mayKeepPassword() ? tr("Leave empty to keep the stored one")
                                                                  : QString());
}

} // namespace tokendesk
