// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/keyring/keyringrig.h"

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QThread>

#include <functional>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

namespace tokendesk {

namespace {

constexpr int patienceMs = 20'000;
const char password[] = "correct horse battery staple";

QString secretsName()
{
    return QStringLiteral("org.freedesktop.secrets");
}
QString serviceInterface()
{
    return QStringLiteral("org.freedesktop.Secret.Service");
}
QString secretsPath()
{
    return QStringLiteral("/org/freedesktop/secrets");
}
QString prompterName()
{
    return QStringLiteral("org.gnome.keyring.SystemPrompter");
}
QString prompterPath()
{
    return QStringLiteral("/org/gnome/keyring/Prompter");
}

/// A test that crashes or is killed takes its daemons along; they would hold the output of ctest open for ever.
void dieWithUs(QProcess &process)
{
#ifdef Q_OS_LINUX
    process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
#else
    Q_UNUSED(process)
#endif
}

bool waitUntil(const std::function<bool()> &holds)
{
    for (const QDeadlineTimer deadline(patienceMs); !deadline.hasExpired();) {
        if (holds())
            return true;
        QThread::msleep(10);
    }
    return false;
}

} // namespace

/// Owns a path and never replies.
class SilentService final : public QDBusVirtualObject
{
public:
    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &) override
    {
        message.setDelayedReply(true);
        return true;
    }
};

/// Plays gnome-shell's part in the protocol of gcr (gcr-system-prompter.c): the keyring asks BeginPrompting, the
/// prompter says PromptReady, the keyring asks PerformPrompt, the prompter says PromptReady with the answer.
class StandInPrompter final : public QDBusVirtualObject
{
public:
    bool cancels = false;
    int prompts = 0;

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        const QString member = message.member();
        if (member != QLatin1String("BeginPrompting") && member != QLatin1String("PerformPrompt") &&
            member != QLatin1String("StopPrompting"))
            return false;
        if (member == QLatin1String("BeginPrompting"))
            ++prompts;
        bus.send(message.createReply());
        if (!cancels)
            return true;
        const QString callback = message.arguments().value(0).value<QDBusObjectPath>().path();
        const bool stops = member == QLatin1String("StopPrompting");
        auto answer = QDBusMessage::createMethodCall(
            message.service(), callback, QStringLiteral("org.gnome.keyring.internal.Prompter.Callback"),
            stops ? QStringLiteral("PromptDone") : QStringLiteral("PromptReady"));
        if (!stops)
            answer << (member == QLatin1String("PerformPrompt") ? QStringLiteral("no") : QString()) << QVariantMap()
                   << QString();
        bus.call(answer, QDBus::NoBlock);
        return true;
    }
};

KeyringRig::KeyringRig() = default;

KeyringRig::~KeyringRig()
{
    if (m_connection)
        QDBusConnection::disconnectFromBus(m_connection->name());
    for (QProcess *process : {&m_keyring, &m_bus}) {
        process->terminate();
        if (!process->waitForFinished(3000)) {
            process->kill();
            process->waitForFinished(3000);
        }
    }
}

QString KeyringRig::start(Service service)
{
    if (!m_dir.isValid())
        return m_dir.errorString();
    m_environment = QProcessEnvironment::systemEnvironment();
    const std::pair<const char *, const char *> places[] = {{"HOME", "home"},
                                                            {"XDG_RUNTIME_DIR", "run"},
                                                            {"XDG_DATA_HOME", "home/.local/share"},
                                                            {"XDG_CONFIG_HOME", "home/.config"},
                                                            {"XDG_CACHE_HOME", "home/.cache"},
                                                            {"XDG_STATE_HOME", "home/.local/state"}};
    for (const auto &[name, place] : places) {
        const QString path = m_dir.filePath(QString::fromLatin1(place));
        if (!QDir().mkpath(path))
            return QStringLiteral("cannot create ") + path;
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        m_environment.insert(QString::fromLatin1(name), path);
        qputenv(name, path.toLocal8Bit());
    }
    // What would choose another backend, or reach the real session.
    for (const char *name : {"GNOME_KEYRING_CONTROL", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION", "KDE_FULL_SESSION",
                             "GNOME_DESKTOP_SESSION_ID", "DISPLAY", "WAYLAND_DISPLAY"}) {
        m_environment.remove(QString::fromLatin1(name));
        qunsetenv(name);
    }
    if (const QString error = startBus(); !error.isEmpty())
        return error;
    if (service == Service::GnomeKeyring)
        return startKeyring();
    if (service == Service::Silent) {
        m_silent = std::make_unique<SilentService>();
        if (!m_connection->registerVirtualObject(secretsPath(), m_silent.get(), QDBusConnection::SubPath) ||
            !m_connection->registerService(secretsName()))
            return QStringLiteral("cannot own ") + secretsName();
    }
    return {};
}

QString KeyringRig::startBus()
{
    const QString services = m_dir.filePath(QStringLiteral("services")); // empty: nothing is started on demand
    QDir().mkpath(services);
    QFile config(m_dir.filePath(QStringLiteral("bus.conf")));
    if (!config.open(QFile::WriteOnly))
        return config.errorString();
    config.write(QStringLiteral("<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" "
                                "\"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n"
                                "<busconfig><type>session</type><listen>unix:dir=%1</listen><servicedir>%2</servicedir>"
                                "<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
                                "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>\n")
                     .arg(m_dir.path(), services)
                     .toUtf8());
    config.close();
    m_bus.setProcessEnvironment(m_environment);
    dieWithUs(m_bus);
    m_bus.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--nofork"), QStringLiteral("--print-address=1"),
                                                QStringLiteral("--config-file=") + config.fileName()});
    QByteArray address;
    while (!address.endsWith('\n') && m_bus.waitForReadyRead(patienceMs))
        address += m_bus.readAllStandardOutput();
    address = address.trimmed();
    if (address.isEmpty())
        return QStringLiteral("dbus-daemon: ") + m_bus.errorString() + QString::fromUtf8(m_bus.readAllStandardError());
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    m_environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QString::fromLatin1(address));
    m_connection = QDBusConnection::connectToBus(QString::fromLatin1(address), QStringLiteral("keyring rig"));
    return m_connection->isConnected() ? QString() : m_connection->lastError().message();
}

QString KeyringRig::startKeyring()
{
    m_keyring.setProcessEnvironment(m_environment);
    m_keyring.setProcessChannelMode(QProcess::MergedChannels);
    dieWithUs(m_keyring);
    m_keyring.start(QStringLiteral("gnome-keyring-daemon"), {QStringLiteral("--foreground"), QStringLiteral("--unlock"),
                                                             QStringLiteral("--components=secrets")});
    if (!m_keyring.waitForStarted(patienceMs))
        return QStringLiteral("gnome-keyring-daemon: ") + m_keyring.errorString();
    m_keyring.write(password);
    m_keyring.closeWriteChannel();
    m_keyring.waitForBytesWritten(patienceMs);
    // The name is owned before the keyring is open: only the collection tells.
    const bool up = waitUntil([this] {
        return m_connection->interface()->isServiceRegistered(secretsName()).value() &&
               isLocked() == std::optional(false);
    });
    return up ? QString()
              : QStringLiteral("gnome-keyring-daemon did not come up: ") + QString::fromUtf8(m_keyring.readAll());
}

QDBusMessage KeyringRig::ask(const QString &path, const QString &interface, const QString &member,
                             const QVariantList &arguments) const
{
    auto message = QDBusMessage::createMethodCall(secretsName(), path, interface, member);
    message.setArguments(arguments);
    return m_connection->call(message, QDBus::Block, patienceMs);
}

QDBusObjectPath KeyringRig::collection() const
{
    const QDBusReply<QDBusObjectPath> path =
        ask(secretsPath(), serviceInterface(), QStringLiteral("ReadAlias"), {QStringLiteral("default")});
    return path.value();
}

std::optional<bool> KeyringRig::isLocked() const
{
    const QDBusObjectPath path = collection();
    if (path.path().size() <= 1)
        return std::nullopt;
    const QDBusReply<QDBusVariant> locked =
        ask(path.path(), QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"),
            {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")});
    return locked.isValid() ? std::optional(locked.value().variant().toBool()) : std::nullopt;
}

bool KeyringRig::setPrompter(Prompter prompter)
{
    if (!m_prompter)
        m_prompter = std::make_unique<StandInPrompter>();
    m_prompter->cancels = prompter == Prompter::Cancels;
    m_connection->unregisterObject(prompterPath());
    if (prompter == Prompter::None) {
        m_connection->unregisterService(prompterName());
        return true;
    }
    return m_connection->registerVirtualObject(prompterPath(), m_prompter.get()) &&
           (m_connection->interface()->isServiceRegistered(prompterName()).value() ||
            m_connection->registerService(prompterName()));
}

int KeyringRig::promptsSeen() const
{
    return m_prompter ? m_prompter->prompts : 0;
}

bool KeyringRig::lock()
{
    ask(secretsPath(), serviceInterface(), QStringLiteral("Lock"),
        {QVariant::fromValue(QList<QDBusObjectPath>{collection()})});
    return waitUntil([this] { return isLocked() == std::optional(true); });
}

bool KeyringRig::unlock()
{
    // gnome-keyring's own way for tests and for PAM, past any prompt (gkd-secret-service.c,
    // UnlockWithMasterPassword); the password travels in a "plain" session.
    const QDBusMessage session = ask(secretsPath(), serviceInterface(), QStringLiteral("OpenSession"),
                                     {QStringLiteral("plain"), QVariant::fromValue(QDBusVariant(QString()))});
    QDBusArgument secret;
    secret.beginStructure();
    secret << session.arguments().value(1).value<QDBusObjectPath>() << QByteArray() << QByteArray(password)
           << QStringLiteral("text/plain");
    secret.endStructure();
    ask(secretsPath(), QStringLiteral("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"),
        QStringLiteral("UnlockWithMasterPassword"), {QVariant::fromValue(collection()), QVariant::fromValue(secret)});
    return waitUntil([this] { return isLocked() == std::optional(false); });
}

std::optional<QByteArray> KeyringRig::lookup(const QString &key, const QString &service) const
{
    QProcess tool;
    tool.setProcessEnvironment(m_environment);
    tool.start(QStringLiteral("secret-tool"),
               {QStringLiteral("lookup"), QStringLiteral("user"), key, QStringLiteral("server"), service});
    if (!tool.waitForFinished(patienceMs) || tool.exitCode() != 0)
        return std::nullopt;
    return tool.readAllStandardOutput();
}

void KeyringRig::killService()
{
    m_keyring.kill();
    m_keyring.waitForFinished(patienceMs);
}

} // namespace tokendesk
