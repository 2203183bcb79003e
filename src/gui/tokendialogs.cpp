// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tokendialogs.h"

#include "gui/certificatedialog.h"
#include "gui/connectdialog.h"
#include "gui/logdialog.h"
#include "gui/newtokendialog.h"
#include "gui/revokedialog.h"
#include "gui/signindialog.h"
#include "gui/tokencreateddialog.h"

#include <QDesktopServices>
#include <QPointer>

namespace tokendesk {

namespace {

void openRevoke(Session &session, QWidget *parent, const std::vector<QUuid> &ids)
{
    auto *dialog = new RevokeDialog(session, ids, parent);
    dialog->nameProfile(session.profile());
    dialog->open();
}

void openCreated(Session &session, SecretClipboard &clipboard, QWidget *parent, CreatedToken created)
{
    const QString host = session.profile() ? session.profile()->serverUrl.host() : QString();
    auto *dialog = new TokenCreatedDialog(std::move(created), host, clipboard, parent);
    QObject::connect(
        dialog, &TokenCreatedDialog::revokeRequested, &session,
        [&session, window = QPointer<QWidget>(parent)](const QUuid &id) { openRevoke(session, window, {id}); });
    dialog->nameProfile(session.profile());
    dialog->open();
}

} // namespace

WindowDialogs makeWindowDialogs(Session &session, Connector &connector, SecretClipboard &clipboard, const Clock &clock,
                                const RequestLog &log)
{
    WindowDialogs dialogs;
    dialogs.showCertificate = [](QWidget *parent, const Profile &profile, const Error &error, auto trusted) {
        auto *dialog = new CertificateDialog(
            profile, error, trusted ? CertificateDialog::Offer::Pin : CertificateDialog::Offer::Nothing, parent);
        if (trusted)
            QObject::connect(dialog, &CertificateDialog::trusted, dialog, std::move(trusted));
        dialog->open();
    };
    dialogs.signIn = [&connector, &clock, showCertificate = dialogs.showCertificate](
                         QWidget *parent, const Profile &profile, Secret proxyPassword,
                         std::function<void(const Profile &)> signedIn) {
        SignInTools tools;
        tools.begin = [&connector](const Profile &of, Secret password) {
            return connector.signIn(of, std::move(password));
        };
        tools.store = [&connector](QObject *context, auto done) { connector.storeSignIn(context, std::move(done)); };
        tools.keepInMemory = [&connector] { connector.keepSignInInMemory(); };
        tools.showCertificate = showCertificate;
        tools.openLink = [](const QUrl &url) { return QDesktopServices::openUrl(url); };
        tools.clock = &clock;
        auto *dialog = new SignInDialog(std::move(tools), profile, std::move(proxyPassword), parent);
        if (signedIn)
            QObject::connect(dialog, &SignInDialog::signedIn, dialog, std::move(signedIn));
        dialog->open();
    };
    const ConnectDialog::Dialogs others{dialogs.signIn, dialogs.showCertificate};
    dialogs.connectServer = [&connector, &clock, others](QWidget *parent, ConnectReason reason,
                                                         const std::optional<Profile> &profile, auto connected) {
        auto *dialog = new ConnectDialog(connector, clock, others, reason, profile, parent);
        if (connected) {
            QObject::connect(dialog, &ConnectDialog::connected, dialog, connected);
            QObject::connect(dialog, &ConnectDialog::saved, dialog, connected);
        }
        dialog->open();
    };
    dialogs.newToken = [&session, &clipboard](QWidget *parent, std::function<void(const QUuid &)> created) {
        auto *dialog = new NewTokenDialog(
            session,
            [&session, &clipboard, window = QPointer<QWidget>(parent), created](CreatedToken token) {
                const QUuid id = token.id;
                openCreated(session, clipboard, window, std::move(token));
                if (created)
                    created(id);
            },
            parent);
        QObject::connect(dialog, &NewTokenDialog::revokeRequested, dialog,
                         [&session, dialog](const std::vector<QUuid> &ids) { openRevoke(session, dialog, ids); });
        dialog->nameProfile(session.profile());
        dialog->open();
    };
    dialogs.revokeTokens = [&session](QWidget *parent, const std::vector<QUuid> &ids) {
        openRevoke(session, parent, ids);
    };
    dialogs.showLog = [&log](QWidget *parent) { (new LogDialog(log, parent))->show(); };
    return dialogs;
}

} // namespace tokendesk
