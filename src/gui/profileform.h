// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "gui/windowdialogs.h"
#include "session/connector.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ProfileForm;
}

namespace tokendesk {

/// The fields of a profile: what everybody needs on the first page, the rest one step away. Checks what is typed and
/// says at the field what is wrong; does nothing with it. Fields for secrets begin empty and are never shown what is
/// kept; left empty, that stays.
class ProfileForm : public QWidget
{
    Q_OBJECT
public:
    explicit ProfileForm(QWidget *parent = nullptr);
    ~ProfileForm() override;

    /// Once, before it is shown. `clock` outlives the form. Without `offersProviders` a profile that does not have one
    /// already cannot choose to sign in with one.
    void begin(const Clock &clock, ConnectReason reason, const std::optional<Profile> &profile, bool offersProviders);

    /// What has to be done for the profile as it is in the fields.
    enum class Step {
        Save,      ///< nothing that decides about the connection is different
        Reconnect, ///< with the secrets that are kept
        Connect,   ///< with an access token that is typed
        SignIn,    ///< with the provider
    };
    [[nodiscard]] Step step() const;
    /// No access token is typed, and the one in the keychain was given for this very server.
    [[nodiscard]] bool mayUseKeptToken() const;

    /// Says at the fields what is missing; true where all can be used for step(), or for a test of the connection.
    enum class For { Step, Test };
    [[nodiscard]] bool check(For what);
    /// Valid after check(). The name may be empty.
    [[nodiscard]] Profile profile() const;
    [[nodiscard]] ConnectionSecrets secrets() const;

    void setTrust(const Trust &trust);
    /// What is kept turned out to be of no use.
    void requireSecret();
    void forget();
    void hideSecrets();

    void focusFirst();
    void focusConnect();
    /// Opens the page with what the error is about and puts the cursor there; false where it is about no field.
    bool goTo(const Error &error);

Q_SIGNALS:
    void edited();

private:
    [[nodiscard]] SignInMethod method() const;
    [[nodiscard]] QUrl serverUrl() const;
    void fill(const std::optional<Profile> &profile, bool offersProviders);
    void connectFields();
    void completeServer();
    void changeServer(const QUrl &url);
    void updateMethod();
    void showTokenCheck(bool complainIfEmpty);
    void showIssuerCheck(bool complainIfEmpty);
    void showScopesCheck();
    [[nodiscard]] bool checkServer();
    [[nodiscard]] bool checkToken();
    [[nodiscard]] bool checkProvider();
    void focusOn(QWidget *page, QWidget *field);

    std::unique_ptr<Ui::ProfileForm> m_ui;
    const Clock *m_clock = nullptr;
    Profile m_original;         ///< as the fields showed it at first
    bool m_isNew = true;        ///< nothing can be kept
    bool m_needsSecret = false; ///< what is kept is of no use, or there is nothing
    QUrl m_believed;            ///< the server for which pin and clear text were chosen
    QString m_dropped;          ///< what no longer holds, because it is another server now
};

} // namespace tokendesk
