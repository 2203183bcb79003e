// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/secretservice.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QMap>
#include <QTimer>

#include <algorithm>

namespace tokendesk {

namespace {

/// A service that is well answers within milliseconds; one that is not must not hold up the error it is asked about.
constexpr int replyTimeoutMs = 3000;

QString secretsName() { return QStringLiteral("org.freedesktop.secrets"); }
QString secretsPath() { return QStringLiteral("/org/freedesktop/secrets"); }

/// As qtkeychain decides it (keychain_unix.cpp, detectDesktopEnvironment).
bool isKde()
{
    return qgetenv("XDG_CURRENT_DESKTOP").split(':').contains("KDE") || qgetenv("DESKTOP_SESSION").startsWith("kde")
        || !qEnvironmentVariableIsEmpty("KDE_FULL_SESSION");
}

struct Question
{
    QObject *context;
    QString service;
    QString key;
    std::function<void(SecretServiceState)> reply;
};

/// `use` gets the reply, or the state to answer with is said at once.
void call(const Question &question, const QDBusMessage &message, const std::function<void(const QDBusMessage &)> &use)
{
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message, replyTimeoutMs),
                                                question.context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, question.context,
                     [question, use](QDBusPendingCallWatcher *finished) {
                         finished->deleteLater();
                         if (!finished->isError())
                             return use(finished->reply());
                         switch (finished->error().type()) {
                         case QDBusError::NoReply:
                         case QDBusError::Timeout:
                         case QDBusError::TimedOut:
                             return question.reply(SecretServiceState::NoAnswer);
                         case QDBusError::ServiceUnknown:
                             return question.reply(SecretServiceState::NoService);
                         case QDBusError::Disconnected:
                             return question.reply(SecretServiceState::NoBus);
                         default: // it lives, and knows no more
                             return question.reply(SecretServiceState::Open);
                         }
                     });
}

void askLocked(const Question &question, const QString &collection)
{
    auto message = QDBusMessage::createMethodCall(secretsName(), collection,
                                                  QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    message << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    call(question, message, [question](const QDBusMessage &reply) {
        const bool locked = reply.arguments().value(0).value<QDBusVariant>().variant().toBool();
        question.reply(locked ? SecretServiceState::Locked : SecretServiceState::Open);
    });
}

void askDefaultCollection(const Question &question)
{
    auto message = QDBusMessage::createMethodCall(secretsName(), secretsPath(),
                                                  QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("ReadAlias"));
    message << QStringLiteral("default");
    call(question, message, [question](const QDBusMessage &reply) {
        const QString path = reply.arguments().value(0).value<QDBusObjectPath>().path();
        if (path.size() <= 1) // "/": there is no such collection
            return question.reply(SecretServiceState::Open);
        askLocked(question, path);
    });
}

void askForEntry(const Question &question)
{
    auto message = QDBusMessage::createMethodCall(secretsName(), secretsPath(),
                                                  QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("SearchItems"));
    QDBusArgument attributes;
    attributes.beginMap(QMetaType::fromType<QString>(), QMetaType::fromType<QString>());
    const std::pair<QString, QString> wanted[] = {{QStringLiteral("user"), question.key},
                                                  {QStringLiteral("server"), question.service}};
    for (const auto &[name, value] : wanted) {
        attributes.beginMapEntry();
        attributes << name << value;
        attributes.endMapEntry();
    }
    attributes.endMap();
    message << QVariant::fromValue(attributes);
    call(question, message, [question](const QDBusMessage &reply) {
        if (!qdbus_cast<QList<QDBusObjectPath>>(reply.arguments().value(0)).isEmpty())
            return question.reply(SecretServiceState::Present);
        const auto locked = qdbus_cast<QList<QDBusObjectPath>>(reply.arguments().value(1));
        if (!locked.isEmpty())
            return question.reply(SecretServiceState::Locked);
        askDefaultCollection(question);
    });
}

} // namespace

void askSecretService(QObject *context, const QString &service, const QString &key,
                      const std::function<void(SecretServiceState)> &reply)
{
    const Question question{context, service, key, reply};
    if (!QDBusConnection::sessionBus().isConnected()) {
        QTimer::singleShot(0, context, [reply] { reply(SecretServiceState::NoBus); });
        return;
    }
    const auto message = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
                                                        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("ListNames"));
    call(question, message, [question](const QDBusMessage &answer) {
        const QStringList names = answer.arguments().value(0).toStringList();
        const bool wallet = std::any_of(names.begin(), names.end(), [](const QString &name) {
            return name.startsWith(QLatin1String("org.kde.kwalletd"));
        });
        // On KDE a locked gnome-keyring beside KWallet says nothing about our entries; KWallet's "not found" comes from
        // an open wallet and is to be believed.
        if (wallet && (isKde() || !names.contains(secretsName())))
            return question.reply(SecretServiceState::OtherService);
        if (!names.contains(secretsName()))
            return question.reply(SecretServiceState::NoService);
        askForEntry(question);
    });
}

} // namespace tokendesk
