// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace tokendesk {

class StandInPrompter;
class SilentService;

/// A private session bus with, or without, a keyring of its own, for a test of the credential store. The bus starts
/// nothing by itself (dbus-run-session's would start gnome-keyring), HOME and the XDG directories are thrown away
/// afterwards. Works as root and without systemd. Needs dbus-daemon; gnome-keyring-daemon and secret-tool for
/// Service::GnomeKeyring.
///
/// start() points this process's environment at the rig. Call it before anything in the process has used the session
/// bus: Qt, and GLib in libsecret, each connect once for the life of the process. One rig a process, therefore.
class KeyringRig
{
public:
    enum class Service {
        None,         ///< nobody owns org.freedesktop.secrets
        GnomeKeyring, ///< the real one, unlocked
        Silent,       ///< owns the name and never replies
    };
    enum class Prompter {
        None,    ///< gnome-keyring finds nobody to show a prompt and gives up at once
        Cancels, ///< a person who presses Cancel
        Ignores, ///< a person who is not there
    };

    KeyringRig();
    ~KeyringRig();
    Q_DISABLE_COPY_MOVE(KeyringRig)

    /// Empty, or what went wrong.
    [[nodiscard]] QString start(Service service);
    /// Who answers the prompts from now on. Only while the event loop of this thread turns: the stand-in lives here.
    [[nodiscard]] bool setPrompter(Prompter prompter);
    /// Prompts that were asked for since start().
    [[nodiscard]] int promptsSeen() const;

    /// Of the collection in which passwords are kept. Both go past any prompt.
    [[nodiscard]] bool lock();
    [[nodiscard]] bool unlock();

    /// `secret-tool lookup user KEY server SERVICE`: what somebody else finds in the keyring. Nothing if there is none.
    [[nodiscard]] std::optional<QByteArray> lookup(const QString &key, const QString &service) const;
    /// Ends the keyring daemon, as a crash would.
    void killService();
    /// The home directory of the rig.
    [[nodiscard]] QString home() const { return m_dir.filePath(QStringLiteral("home")); }

private:
    QString startBus();
    QString startKeyring();
    QDBusMessage ask(const QString &path, const QString &interface, const QString &member,
                     const QVariantList &arguments) const;
    QDBusObjectPath collection() const;
    [[nodiscard]] std::optional<bool> isLocked() const;

    QTemporaryDir m_dir;
    QProcess m_bus;
    QProcess m_keyring;
    QProcessEnvironment m_environment;
    std::optional<QDBusConnection> m_connection; ///< the rig's own, not the one of the process
    std::unique_ptr<StandInPrompter> m_prompter;
    std::unique_ptr<SilentService> m_silent;
};

} // namespace tokendesk
