// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/workqueue.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>

namespace tokendesk {

/// The one thread on which everything happens that talks to a server: network managers, inflating, decoding, comparing.
/// Lives on the gui thread, starts with its first use, and outlives every RemoteTokenService.
class NetworkThread : public QObject
{
    Q_OBJECT
public:
    explicit NetworkThread(QObject *parent = nullptr);
    /// Waits until the thread has ended what it is at; only at the end of the program.
    ~NetworkThread() override;

    /// Gives a parentless object to the thread. Delete it by deleteLater().
    void adopt(QObject *object);

    /// Runs `work` on the thread, in the order in which it is given. What has not begun at the end of the program is
    /// dropped.
    void run(std::function<void()> work);

    /// Runs `answer` on the gui thread, unless `wanted` is false by then. Callable from any thread; `wanted` is read
    /// and written on the gui thread only.
    void postBack(std::shared_ptr<const bool> wanted, std::function<void()> answer);

private:
    QThread m_thread;
    WorkQueue m_work;           ///< for run()
    QPointer<QObject> m_worker; ///< lives there, and dies with it
};

} // namespace tokendesk
