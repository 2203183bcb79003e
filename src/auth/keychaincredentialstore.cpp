// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/keychaincredentialstore.h"

#include "auth/credentialtransfer.h"
#include "core/startlog.h"
#ifdef TOKENDESK_HAS_DBUS
#include "auth/secretservice.h"
#endif

#include <qt6keychain/keychain.h>

#include <memory>

namespace tokendesk {

namespace {

ErrorKind kindOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return ErrorKind::KeychainMissing;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return ErrorKind::KeychainLocked;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return ErrorKind::KeychainUnavailable;
    case QKeychain::NoError:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return ErrorKind::KeychainFailed;
}

/// The secret of a read job. The array shares its buffer with the job's own copy, which nobody reads any more:
/// overwriting it in place wipes both. textData() would leave a QString behind.
Secret takeSecret(QKeychain::Job *job)
{
    const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job);
    if (!read)
        return {};
    const QByteArray bytes = read->binaryData();
    Secret secret{QByteArrayView(bytes)};
    wipeMemory(const_cast<char *>(bytes.constData()), bytes.size());
    return secret;
}

} // namespace

KeychainCredentialStore::KeychainCredentialStore() : KeychainCredentialStore(Options{}) {}

KeychainCredentialStore::KeychainCredentialStore(Options options, QObject *parent)
    : QObject(parent), m_options(std::move(options))
{
    m_watchdog.setSingleShot(true);
    m_watchdog.setInterval(m_options.patience);
    connect(&m_watchdog, &QTimer::timeout, this, &KeychainCredentialStore::timeOut);
}

KeychainCredentialStore::~KeychainCredentialStore()
{
    giveUp();
}

void KeychainCredentialStore::read(const QString &key, CredentialStore::ReadReply reply)
{
    enqueue({key, false, [this, key, reply] { readCredential(*this, key, ending<Secret>(reply)); },
             [reply](const Error &error) { reply(failure(error)); }});
}

void KeychainCredentialStore::write(const QString &key, Secret secret, CredentialStore::DoneReply reply)
{
    auto kept = std::make_shared<Secret>(std::move(secret));
    enqueue({key, true,
             [this, key, kept, reply] { writeCredential(*this, key, std::move(*kept), ending<void>(reply)); },
             [reply](const Error &error) { reply(failure(error)); }});
}

void KeychainCredentialStore::remove(const QString &key, CredentialStore::DoneReply reply)
{
    enqueue({key, true, [this, key, reply] { removeCredential(*this, key, ending<void>(reply)); },
             [reply](const Error &error) { reply(failure(error)); }});
}

/// A reply that first makes room for the next operation: whoever is told may destroy the store.
template <class T>
std::function<void(Result<T>)> KeychainCredentialStore::ending(std::function<void(Result<T>)> reply)
{
    return [this, reply](Result<T> result) {
        endOperation();
        reply(std::move(result));
    };
}

void KeychainCredentialStore::enqueue(Operation operation)
{
    m_queue.push_back(std::move(operation));
    QMetaObject::invokeMethod(this, &KeychainCredentialStore::beginNext, Qt::QueuedConnection);
}

void KeychainCredentialStore::beginNext()
{
    if (m_queue.empty() || (m_busy && !m_waitsForLateChange))
        return;
    if (!m_busy) {
        qCDebug(startLog) << "keychain";
        m_busy = true;
        m_watchdog.start();
    }
    const Operation &next = m_queue.front();
    m_waitsForLateChange = next.changes && m_lateChanges.contains(next.key);
    if (m_waitsForLateChange)
        return;
    const auto begin = next.begin; // the queue may change under it
    begin();
}

void KeychainCredentialStore::endOperation()
{
    ++m_step;
    m_watchdog.stop();
    m_busy = false;
    m_waitsForLateChange = false;
    m_queue.pop_front();
    QMetaObject::invokeMethod(this, &KeychainCredentialStore::beginNext, Qt::QueuedConnection);
}

void KeychainCredentialStore::timeOut()
{
    if (!m_busy)
        return;
    const auto fail = m_queue.front().fail;
    const QString detail = m_waitsForLateChange
                               ? QStringLiteral("an earlier change to this entry still waits for the keychain")
                               : QStringLiteral("no answer from the keychain within %1 s")
                                     .arg(double(m_options.patience.count()) / 1000.0);
    giveUp();
    endOperation();
    fail({.kind = ErrorKind::KeychainTimeout, .detail = detail});
}

/// Lets go of a job without deleting it: the backend holds a bare pointer to it until it ends, and deleting it crashes
/// then. It deletes itself at its end (autoDelete).
void KeychainCredentialStore::giveUp()
{
    ++m_step;
    if (!m_job)
        return;
    QKeychain::Job *job = m_job;
    m_job.clear();
    disconnect(job, nullptr, this, nullptr); // and with it goes what the reply would have needed, secrets too
    // qtkeychain runs one job at a time in the whole process and starts the next one at this signal (JobExecutor): one
    // job that hangs would keep every later one of every store waiting. It listens to each job's first signal only.
    Q_EMIT job->finished(job);
    // What a late answer brings is wiped; the job itself goes right after.
    connect(job, &QKeychain::Job::finished, job, [job] { takeSecret(job); });
    if (!qobject_cast<QKeychain::ReadPasswordJob *>(job)) {
        m_lateChanges << m_queue.front().key;
        connect(job, &QObject::destroyed, this, [this, key = m_queue.front().key] {
            m_lateChanges.removeOne(key);
            if (m_waitsForLateChange)
                beginNext();
        });
    }
}

void KeychainCredentialStore::readEntry(const QString &name, KeychainEntries::ReadReply reply)
{
    readOnce(name, true, reply);
}

void KeychainCredentialStore::readOnce(const QString &name, bool mayRepeat, const KeychainEntries::ReadReply &reply)
{
    const auto failed = [this, name, mayRepeat, reply](const Error &error, bool present) {
        if (present && mayRepeat)
            return readOnce(name, false, reply);
        reply(failure(error));
    };
    run(
        new QKeychain::ReadPasswordJob(m_options.service), name,
        [this, name, reply, failed](QKeychain::Job *job) {
            Secret secret = takeSecret(job);
            if (!secret.isEmpty())
                return reply(std::move(secret));
            // KWallet's failures to read look like an empty entry, and none of ours is empty.
            explain({.kind = ErrorKind::KeychainMissing, .detail = QStringLiteral("the entry is empty")}, name, failed);
        },
        failed);
}

void KeychainCredentialStore::writeEntry(const QString &name, const Secret &secret, KeychainEntries::DoneReply reply)
{
    auto *job = new QKeychain::WritePasswordJob(m_options.service);
    QString text = secret.toText();
    job->setTextData(text);
    wipeMemory(text.data(), text.size() * qsizetype(sizeof(QChar)));
    run(
        job, name, [reply](QKeychain::Job *) { reply({}); },
        [reply](const Error &error, bool) { reply(failure(error)); });
}

void KeychainCredentialStore::removeEntry(const QString &name, KeychainEntries::DoneReply reply)
{
    run(
        new QKeychain::DeletePasswordJob(m_options.service), name, [reply](QKeychain::Job *) { reply({}); },
        [reply](const Error &error, bool) { reply(failure(error)); });
}

void KeychainCredentialStore::run(QKeychain::Job *job, const QString &name,
                                  const std::function<void(QKeychain::Job *)> &succeeded, const Failed &failed)
{
    job->setKey(name);
    job->setInsecureFallback(false);
    m_job = job;
    // The step guards against a job that was given up, and against one that finishes twice (KWallet removals did).
    connect(job, &QKeychain::Job::finished, this,
            [this, step = ++m_step, name, succeeded, failed](QKeychain::Job *finished) {
                if (step != m_step)
                    return;
                ++m_step;
                m_job.clear();
                if (finished->error() == QKeychain::NoError)
                    return succeeded(finished);
                explain({.kind = kindOf(finished->error()), .detail = finished->errorString()}, name, failed);
            });
    job->start();
}

/// Finds out what an error means where qtkeychain does not tell.
void KeychainCredentialStore::explain(const Error &error, const QString &name, const Failed &reply)
{
#ifdef TOKENDESK_HAS_DBUS
    if (error.kind != ErrorKind::KeychainMissing && error.kind != ErrorKind::KeychainFailed)
        return reply(error, false);
    askSecretService(this, m_options.service, name, [this, step = ++m_step, error, reply](SecretServiceState state) {
        if (step != m_step)
            return;
        Error explained = error;
        switch (state) {
        case SecretServiceState::NoBus:
        case SecretServiceState::NoService:
            explained.kind = ErrorKind::KeychainUnavailable;
            break;
        case SecretServiceState::Present:
            explained.kind = ErrorKind::KeychainFailed; // anything but missing
            break;
        case SecretServiceState::Locked:
            explained.kind = ErrorKind::KeychainLocked;
            break;
        case SecretServiceState::NoAnswer:
            explained.kind = ErrorKind::KeychainTimeout;
            break;
        case SecretServiceState::OtherService:
        case SecretServiceState::Open:
            break;
        }
        reply(explained, state == SecretServiceState::Present);
    });
#else
    Q_UNUSED(name)
    reply(error, false);
#endif
}

} // namespace tokendesk
