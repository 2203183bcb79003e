// SPDX-License-Identifier: GPL-3.0-or-later
// The connect dialog as the profile's editor: what its tests have in common.
#pragma once

#include "gui/connectdialog.h"
#include "gui/dialogs/dialogtest.h"
#include "session/profilestore.h"

#include <QCheckBox>
#include <QComboBox>
#include <QRadioButton>
#include <QTabWidget>

namespace tokendesk {

inline const QByteArray pin(32, '\x5a');

inline Profile withProvider(Profile profile)
{
    profile.signIn = SignInMethod::Browser;
    profile.provider.issuer = QStringLiteral("https://login.example/realm");
    profile.provider.clientId = QStringLiteral("token-desk");
    return profile;
}

inline Profile withProxy(Profile profile)
{
    profile.proxy = {ProxyChoice::Kind::Own, ProxyChoice::Protocol::Http, QStringLiteral("proxy.example"), 3128,
                     QStringLiteral("me")};
    return profile;
}

inline Error unknownCertificate()
{
    auto facts = std::make_shared<CertificateFacts>();
    facts->sha256 = pin;
    facts->problems = {CertificateProblem::SelfSigned};
    Error error{.kind = ErrorKind::Tls};
    error.certificate = facts;
    return error;
}

class ProfileEditor : public QObject
{
    Q_OBJECT

protected:
    struct SigningIn
    {
        Profile profile;
        QString proxyPassword;
        std::function<void(const Profile &)> signedIn;
    };
    struct Showing
    {
        Profile profile;
        Error error;
        std::function<void(const Profile &)> trusted;
    };

    std::unique_ptr<DialogWorld> m_world;
    std::unique_ptr<QWidget> m_window;
    QPointer<ConnectDialog> m_dialog;
    std::optional<Profile> m_connected;
    std::optional<Profile> m_saved;
    std::vector<SigningIn> m_signIns;
    std::vector<Showing> m_certificates;

    void whenOpened(const std::optional<Profile> &profile = {}, ConnectReason reason = ConnectReason::Change)
    {
        ConnectDialog::Dialogs others;
        others.signIn = [this](QWidget *, const Profile &of, Secret password, auto signedIn) {
            m_signIns.push_back({of, password.toText(), std::move(signedIn)});
        };
        others.showCertificate = [this](QWidget *, const Profile &of, const Error &error, auto trusted) {
            m_certificates.push_back({of, error, std::move(trusted)});
        };
        m_dialog = new ConnectDialog(m_world->connector, m_world->clock, others,
                                     profile ? reason : ConnectReason::First, profile, m_window.get());
        connect(m_dialog, &ConnectDialog::connected, this, [this](const Profile &of) { m_connected = of; });
        connect(m_dialog, &ConnectDialog::saved, this, [this](const Profile &of) { m_saved = of; });
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
        m_dialog->activateWindow();
    }
    void go(const char *page) const
    {
        part<QTabWidget>(m_dialog, "pages")->setCurrentWidget(part<QWidget>(m_dialog, page));
    }
    void choose(const char *combo, int data) const
    {
        auto *box = part<QComboBox>(m_dialog, combo);
        QVERIFY2(box->isVisible(), combo);
        QVERIFY2(box->findData(data) >= 0, combo);
        box->setCurrentIndex(box->findData(data));
    }
    void tick(const char *name) const
    {
        auto *radio = part<QRadioButton>(m_dialog, name);
        QVERIFY2(radio->isVisible() && radio->isEnabled(), name);
        radio->click(); // a mouse would have to hit its words
    }
    void chooseMethod(SignInMethod method) const { choose("methodCombo", static_cast<int>(method)); }
    QLineEdit *line(const char *name) const { return part<QLineEdit>(m_dialog, name); }
    [[nodiscard]] QString button() const { return part<QWidget>(m_dialog, "connectButton")->accessibleName(); }
    [[nodiscard]] bool isOn(const char *page) const
    {
        return part<QTabWidget>(m_dialog, "pages")->currentWidget() == part<QWidget>(m_dialog, page);
    }
    void keepInKeychain(const char *token) const
    {
        m_world->store.entries.insert(Connector::accessTokenKey(m_world->profile), token);
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DialogWorld>();
        m_world->session.setPollInterval(std::chrono::milliseconds(0));
        m_window = std::make_unique<QWidget>();
        m_window->show();
        m_connected.reset();
        m_saved.reset();
        m_signIns.clear();
        m_certificates.clear();
    }
    void cleanup()
    {
        m_window.reset();
        m_world.reset();
    }
};

} // namespace tokendesk
