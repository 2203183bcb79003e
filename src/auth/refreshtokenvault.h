// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/credentialstore.h"

#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace tokendesk {

/// The refresh token of one profile, shared with other windows and processes on the same profile through the keychain.
/// A refresh token that rotates is worth one use, and the second use of one ends the whole sign-in (RFC 9700 section
/// 4.14.2). So whoever refreshes does it between open() and close(): with a lock, and with whatever newer token another
/// process has stored meanwhile.
///
/// Threads: gui thread (CredentialStore). Nothing blocks: the lock is tried, not waited for. Every reply runs once,
/// after the call has returned, unless this object is gone.
class RefreshTokenVault : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        QString key;      ///< in the credential store: "tokendesk/<profile-uuid>/refresh-token"
        QString lockPath; ///< a file in the runtime folder that all windows on this profile name; empty: no lock
        bool keepInKeychain = true; ///< false: in memory for this session, and the keychain is not touched at all
        /// How long another process may hold the lock. It may have to wait for the network and the keychain.
        std::chrono::milliseconds lockPatience{180'000};
    };
    using Done = std::function<void(Result<void>)>;

    /// `store` outlives this object.
    RefreshTokenVault(CredentialStore &store, Options options, QObject *parent = nullptr);
    ~RefreshTokenVault() override;

    /// Takes the lock and looks into the keychain. An error (Timeout: another process does not let go; or the
    /// keychain's) means that it is not open. A keychain that cannot be read is no error where a token is held already.
    void open(Done done);
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    void close();

    /// The newest refresh token known; empty where there is none.
    [[nodiscard]] const Secret &held() const { return m_held; }
    /// Holds `token` from now on and writes it to the keychain, if it is not there already. After an error it is held
    /// in memory, and written again with the next call.
    void hold(Secret token, Done done);
    /// From now on the keychain is not touched any more.
    void keepInMemory() { m_options.keepInKeychain = false; }
    /// The held token is of no use any more. It stays in the keychain, where another process may put a better one.
    void discard() { m_held.wipe(); }
    /// From memory and from the keychain; success means that it was looked for and is gone.
    void remove(Done done);

private:
    void tryLock();
    void readNewest(Done done);
    void answer(Done done, Result<void> result);

    CredentialStore &m_store;
    Options m_options;
    std::unique_ptr<QLockFile> m_lock;
    QTimer m_again;
    std::chrono::milliseconds m_waited{0};
    Done m_opening;
    bool m_isOpen = false;
    Secret m_held;
    Secret m_seen; ///< what the keychain held when it was last read or written
};

} // namespace tokendesk
