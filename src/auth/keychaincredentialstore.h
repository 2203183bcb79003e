// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/credentialstore.h"
#include "auth/keychainentries.h"

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <deque>

namespace QKeychain {
class Job;
}

namespace tokendesk {

/// The OS keychain through qtkeychain: Secret Service (GNOME Keyring, KeePassXC) or KWallet on Linux, Keychain on macOS,
/// Credential Manager on Windows. The only user of qtkeychain.
///
/// Secrets are text, in text mode only: mixing text and binary writes under one key returns stale text on Linux.
/// qtkeychain's plain-text fallback (`insecureFallback`) stays off for ever. Long secrets take several entries
/// (auth/secretparts.h). Operations run one after the other.
///
/// What blocks and what does not (qtkeychain 0.13.2, read in its source): the Secret Service backend is asynchronous
/// through and through, and needs the GLib event loop that Qt uses on Linux; without it (QT_NO_GLIB) no job ends, and
/// the watchdog answers. On KDE the very first job of the process asks KWallet whether it is there in a blocking call
/// of at most 0.5 s (up to 25 s in newer versions), the rest is asynchronous. On Windows and macOS every job is a
/// synchronous system call; a macOS prompt for access stands in the way of the window while it is open.
///
/// On Linux a "not found" is never taken at its word: the Secret Service is asked whether it is locked
/// (auth/secretservice.h), so that a locked keyring reads as KeychainLocked, and one that was
/// unlocked elsewhere while its prompt was open is read once more.
///
/// Error::detail holds the keychain's own words; hostile until escaped, never the secret.
class KeychainCredentialStore final : public QObject, public CredentialStore, private KeychainEntries
{
    Q_OBJECT

public:
    struct Options
    {
        /// What the entries are filed under ("server" in the Secret Service, also their label; ignored by Windows).
        QString service = QStringLiteral("Token Desk");
        /// How long one operation may take, all its entries together, before it is given up with KeychainTimeout.
        /// A person may have to see the prompt, find the password and type it; a store that is well needs
        /// milliseconds. Without a limit an ignored prompt lasts for ever.
        std::chrono::milliseconds patience{60'000};
    };

    KeychainCredentialStore();
    explicit KeychainCredentialStore(Options options, QObject *parent = nullptr);
    /// Operations under way are given up: they end by themselves in the keychain, without a reply.
    ~KeychainCredentialStore() override;
    Q_DISABLE_COPY_MOVE(KeychainCredentialStore)

    void read(const QString &key, CredentialStore::ReadReply reply) override;
    /// After KeychainTimeout the write may still be carried out when the keychain is unlocked later. Until that is
    /// settled, further writes and removals of the same key wait for it (and time out too), so that they cannot be
    /// overtaken.
    void write(const QString &key, Secret secret, CredentialStore::DoneReply reply) override;
    void remove(const QString &key, CredentialStore::DoneReply reply) override;

private:
    struct Operation
    {
        QString key;
        bool changes;
        std::function<void()> begin;
        std::function<void(const Error &)> fail;
    };

    void enqueue(Operation operation);
    void beginNext();
    void endOperation();
    void giveUp();
    void timeOut();
    template <class T>
    std::function<void(Result<T>)> ending(std::function<void(Result<T>)> reply);

    void readEntry(const QString &name, KeychainEntries::ReadReply reply) override;
    void writeEntry(const QString &name, const Secret &secret, KeychainEntries::DoneReply reply) override;
    void removeEntry(const QString &name, KeychainEntries::DoneReply reply) override;
    /// `present`: the keychain says that the entry is there and open, whatever the job said.
    using Failed = std::function<void(const Error &error, bool present)>;
    void readOnce(const QString &name, bool mayRepeat, const KeychainEntries::ReadReply &reply);
    void run(QKeychain::Job *job, const QString &name, const std::function<void(QKeychain::Job *)> &succeeded,
             const Failed &failed);
    void explain(const Error &error, const QString &name, const Failed &reply);

    const Options m_options;
    QTimer m_watchdog;
    std::deque<Operation> m_queue;      ///< the first one is under way if m_busy
    bool m_busy = false;
    bool m_waitsForLateChange = false;
    quint64 m_step = 0;                 ///< what belongs to an earlier step comes too late
    QPointer<QKeychain::Job> m_job;     ///< not owned: a job deletes itself, and only once it has ended
    QStringList m_lateChanges;          ///< keys of writes and removals that were given up but have not ended
};

} // namespace tokendesk
