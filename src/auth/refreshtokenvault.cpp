// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/refreshtokenvault.h"

#include <QPointer>

namespace tokendesk {

namespace {

constexpr std::chrono::milliseconds lockPause{100};

} // namespace

RefreshTokenVault::RefreshTokenVault(CredentialStore &store, Options options, QObject *parent)
    : QObject(parent), m_store(store), m_options(std::move(options))
{
    if (!m_options.lockPath.isEmpty()) {
        m_lock = std::make_unique<QLockFile>(m_options.lockPath);
        // A lock of a process that is gone is taken over; one that is merely old is not: a person may be looking for
        // the password of the keychain.
        m_lock->setStaleLockTime(0);
    }
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &RefreshTokenVault::tryLock);
}

RefreshTokenVault::~RefreshTokenVault() = default;

void RefreshTokenVault::answer(Done done, Result<void> result)
{
    QMetaObject::invokeMethod(
        this, [done = std::move(done), result = std::move(result)] { done(result); }, Qt::QueuedConnection);
}

void RefreshTokenVault::open(Done done)
{
    m_opening = std::move(done);
    m_waited = {};
    tryLock();
}

void RefreshTokenVault::tryLock()
{
    // Where no lock can be made (a folder that is not ours, a full disk) a single window must still be able to refresh.
    if (!m_lock || m_lock->tryLock(0) || m_lock->error() != QLockFile::LockFailedError) {
        m_isOpen = true;
        return readNewest(std::exchange(m_opening, {}));
    }
    if (m_waited >= m_options.lockPatience) {
        return answer(
            std::exchange(m_opening, {}),
            failure({.kind = ErrorKind::Timeout,
                     .detail = QStringLiteral("another window on this profile does not finish its renewal")}));
    }
    m_waited += lockPause;
    m_again.start(lockPause);
}

void RefreshTokenVault::readNewest(Done done)
{
    if (!m_options.keepInKeychain)
        return answer(std::move(done), {});
    m_store.read(m_options.key, [this, guard = QPointer(this), done = std::move(done)](Result<Secret> stored) {
        if (!guard)
            return;
        if (stored) {
            // Another process has rotated it. What we wrote, or failed to replace, is not newer than what we hold.
            if (!m_seen.equals(stored->view()))
                m_held = stored->clone();
            m_seen = *std::move(stored);
        } else if (m_held.isEmpty()) {
            close();
            return done(failure(stored.error()));
        }
        done({});
    });
}

void RefreshTokenVault::close()
{
    m_isOpen = false;
    if (m_lock)
        m_lock->unlock();
}

void RefreshTokenVault::hold(Secret token, Done done)
{
    m_held = std::move(token);
    if (!m_options.keepInKeychain || m_held.equals(m_seen.view()))
        return answer(std::move(done), {});
    auto written = std::make_shared<Secret>(m_held.clone());
    m_store.write(m_options.key, m_held.clone(),
                  [this, guard = QPointer(this), written, done = std::move(done)](Result<void> result) {
                      if (!guard)
                          return;
                      if (result)
                          m_seen = std::move(*written);
                      done(std::move(result));
                  });
}

void RefreshTokenVault::remove(Done done)
{
    m_held.wipe();
    if (!m_options.keepInKeychain)
        return answer(std::move(done), {});
    m_store.remove(m_options.key, [this, guard = QPointer(this), done = std::move(done)](Result<void> result) {
        if (!guard)
            return;
        if (result)
            m_seen.wipe();
        done(std::move(result));
    });
}

} // namespace tokendesk
