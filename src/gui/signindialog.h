// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/profile.h"
#include "core/result.h"
#include "core/secret.h"
#include "gui/formdialog.h"
#include "session/signin.h"

#include <functional>

class QPushButton;

namespace Ui {
class SignInDialog;
}

namespace tokendesk {

/// What signing in needs from the rest of the program. All of it outlives the dialog.
struct SignInTools
{
    std::function<std::unique_ptr<SignIn>(const Profile &profile, Secret proxyPassword)> begin;
    /// Once signed in: `done` says whether what is to be kept is in the keychain. Where that has failed already it is
    /// tried again.
    std::function<void(QObject *context, std::function<void(Result<void>)> done)> store;
    /// What could not be stored is for this session only.
    std::function<void()> keepInMemory;
    /// Shows an address in the system's browser; false where there is none. Only asked for https, or http on this
    /// machine.
    std::function<bool(const QUrl &url)> openLink;
    /// `trusted`: empty where the certificate cannot be pinned.
    std::function<void(QWidget *parent, const Profile &profile, const Error &error,
                       std::function<void(const Profile &trusting)> trusted)>
        showCertificate;
    const Clock *clock = nullptr;
};

/// Signs a profile in with its provider, in the browser or with a code for another device. Begins at once; a failure
/// stays, in words, with a way to try again. The only secret in it is the proxy's password.
class SignInDialog : public FormDialog
{
    Q_OBJECT
public:
    /// `proxyPassword`: empty for the one in the keychain.
    SignInDialog(SignInTools tools, const Profile &profile, Secret proxyPassword, QWidget *parent = nullptr);
    ~SignInDialog() override;

    /// Ends the attempt and closes. Once signed in but not stored: for this session only.
    void reject() override;

Q_SIGNALS:
    /// The session is open with `profile`; the dialog closes.
    void signedIn(const tokendesk::Profile &profile);

private:
    enum class Stage {
        Preparing, ///< the provider is asked what it offers
        Waiting,   ///< for the person: in the browser, or on another device
        CodeExpired,
        Fetching,
        Failed,
        Storing,
        NotStored,
    };

    void begin();
    void setStage(Stage stage, const QString &heading, const QString &explanation = {});
    void showBrowserStage(bool opened);
    void showCode();
    void countDown();
    void showExpired();
    void showEnding(const std::optional<Error> &error);
    void showFailure(const Error &error);
    void store();
    void notStored(const Error &error);
    void finish(bool keptInKeychain);
    void offer(QPushButton *button);
    void showAddress(const QUrl &url);
    void openLink();
    void copy(const QString &text, const QString &said);
    void copyDetails();
    void showCertificate();

    std::unique_ptr<Ui::SignInDialog> m_ui;
    const SignInTools m_tools;
    Profile m_profile;
    const Secret m_proxyPassword;
    std::unique_ptr<SignIn> m_signIn;
    Stage m_stage = Stage::Preparing;
    QUrl m_link; ///< empty where it may not be opened
    QTimer m_tick;
    QString m_details;
    Error m_failure;
    int m_storing = 0; ///< an answer of the keychain that was not waited for is not for us
};

} // namespace tokendesk
