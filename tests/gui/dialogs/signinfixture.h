// SPDX-License-Identifier: GPL-3.0-or-later
// The sign-in dialog over a sign-in that a test leads: what its tests have in common.
#pragma once

#include "gui/dialogs/dialogtest.h"
#include "gui/signindialog.h"
#include "support/fakesignin.h"

#include <QClipboard>
#include <QPushButton>

namespace tokendesk {

inline const QUrl &authorizationUrl()
{
    static const QUrl url(
        QStringLiteral("https://login.example/authorize?client_id=desk&state=abc%2Bdef&scope=openid"));
    return url;
}

class SignInDialogFixture : public QObject
{
    Q_OBJECT

protected:
    FakeClock m_clock;
    std::unique_ptr<QWidget> m_window;
    QPointer<SignInDialog> m_dialog;
    QPointer<FakeSignIn> m_signIn;
    int m_attempts = 0;
    QByteArray m_password;
    QList<QUrl> m_opened;
    bool m_browserIsThere = true;
    std::optional<Result<void>> m_keychainAnswer; ///< at once; nothing: when a test calls m_stored
    std::function<void(Result<void>)> m_stored;
    bool m_inMemory = false;
    std::optional<Profile> m_signedIn;
    std::optional<Trust> m_trust; ///< of the last attempt
    QByteArray m_shown;           ///< the fingerprint of the certificate
    std::function<void(const Profile &)> m_trusted;

    static Profile profile(SignInMethod method)
    {
        Profile profile{QUuid(QStringLiteral("6f9619ff-8b86-d011-b42d-00c04fc964ff")), QStringLiteral("Plant 1"),
                        QUrl(QStringLiteral("https://acusight.io/api"))};
        profile.signIn = method;
        return profile;
    }
    void whenOpened(const Profile &profile)
    {
        SignInTools tools;
        tools.begin = [this](const Profile &of, Secret password) {
            ++m_attempts;
            m_trust = of.trust;
            m_password = password.view().toByteArray();
            auto signIn = std::make_unique<FakeSignIn>();
            m_signIn = signIn.get();
            return signIn;
        };
        tools.store = [this](QObject *, auto done) {
            if (m_keychainAnswer)
                done(*m_keychainAnswer);
            else
                m_stored = std::move(done);
        };
        tools.keepInMemory = [this] { m_inMemory = true; };
        tools.openLink = [this](const QUrl &url) {
            m_opened << url;
            return m_browserIsThere;
        };
        tools.showCertificate = [this](QWidget *, const Profile &, const Error &error, auto trusted) {
            m_shown = error.certificate->sha256;
            m_trusted = std::move(trusted);
        };
        tools.clock = &m_clock;
        m_dialog = new SignInDialog(std::move(tools), profile, Secret("proxy-secret"), m_window.get());
        connect(m_dialog, &SignInDialog::signedIn, this, [this](const Profile &as) { m_signedIn = as; });
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    }
    void whenOpened(SignInMethod method = SignInMethod::Browser) { whenOpened(profile(method)); }
    void whenTheBrowserIsAsked(bool opened = true)
    {
        whenOpened();
        m_signIn->askBrowser(authorizationUrl(), opened);
    }
    SignIn::DeviceCode deviceCode() const
    {
        return {QStringLiteral("WDJB-MJHT"), QUrl(QStringLiteral("https://login.example/device")),
                QUrl(QStringLiteral("https://login.example/device?user_code=WDJB-MJHT")), m_clock.nowMs() + 585'000};
    }
    void whenACodeIsThere(const SignIn::DeviceCode &code)
    {
        whenOpened(SignInMethod::DeviceCode);
        m_signIn->giveCode(code);
    }
    [[nodiscard]] bool sees(const char *name) const { return part<QWidget>(m_dialog, name)->isVisible(); }
    [[nodiscard]] QString heading() const { return hint(m_dialog, "headingLabel"); }
    [[nodiscard]] QPushButton *defaultButton() const
    {
        for (auto *button : m_dialog->findChildren<QPushButton *>()) {
            if (button->isDefault() && button->isVisible())
                return button;
        }
        return nullptr;
    }
    [[nodiscard]] QString defaultName() const { return defaultButton() ? defaultButton()->objectName() : QString(); }
    static QString clipboard() { return QGuiApplication::clipboard()->text(); }

private Q_SLOTS:
    void init()
    {
        m_clock.set(1'772'366'400'000);
        m_window = std::make_unique<QWidget>();
        m_window->show();
        m_attempts = 0;
        m_opened.clear();
        m_browserIsThere = true;
        m_signedIn.reset();
        m_trusted = nullptr;
        m_inMemory = false;
        m_stored = {};
        m_keychainAnswer = Result<void>{};
        QGuiApplication::clipboard()->clear();
    }
    void cleanup() { m_window.reset(); }
};

} // namespace tokendesk
