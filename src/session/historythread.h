// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/workqueue.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace tokendesk {

/// The one thread on which histories are read and written. Lives on the gui thread, starts with its first use, and
/// outlives every SqliteHistoryKeeper.
class HistoryThread : public QObject
{
    Q_OBJECT
public:
    explicit HistoryThread(QObject *parent = nullptr);
    /// Waits until what was handed to the thread so far is done: as a rule nothing, at most the look under way. Only at
    /// the end of the program.
    ~HistoryThread() override;

    /// Runs `work` on the thread, after what was handed to it before.
    void run(std::function<void()> work);

    /// Runs `answer` on the gui thread, unless `wanted` is false by then. Callable from any thread; `wanted` is read
    /// and written on the gui thread only.
    void postBack(std::shared_ptr<const bool> wanted, std::function<void()> answer);

private:
    QThread m_thread;
    QObject *m_there = nullptr; ///< an object on the thread, for run()
    WorkQueue m_work;
};

} // namespace tokendesk
