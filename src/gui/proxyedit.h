// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/proxychoice.h"
#include "core/secret.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ProxyEdit;
}

namespace tokendesk {

/// Through whom a profile reaches its server. A password that is stored is never shown; one that is typed is forgotten
/// with forget(), and cannot be brought back by undo.
class ProxyEdit : public QWidget
{
    Q_OBJECT
public:
    explicit ProxyEdit(QWidget *parent = nullptr);
    ~ProxyEdit() override;

    /// `passwordKept`: one for just this proxy and user may be in the keychain.
    void setProxy(const ProxyChoice &proxy, bool passwordKept);
    [[nodiscard]] ProxyChoice proxy() const;
    /// What was typed; empty: what is kept stays.
    [[nodiscard]] Secret password() const;
    /// Says at the field what is missing, and puts the cursor there.
    [[nodiscard]] bool check();
    void focusHost();
    void focusPassword();
    void forget();

Q_SIGNALS:
    void edited();

private:
    void arrange();
    /// A stored password goes to the proxy and the user it was given for, and to nobody else.
    [[nodiscard]] bool mayKeepPassword() const;

    std::unique_ptr<Ui::ProxyEdit> m_ui;
    ProxyChoice m_kept;
    bool m_passwordKept = false;
};

} // namespace tokendesk
