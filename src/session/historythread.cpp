// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/historythread.h"

namespace tokendesk {

HistoryThread::HistoryThread(QObject *parent) : QObject(parent)
{
    m_thread.setObjectName(QStringLiteral("history"));
}

HistoryThread::~HistoryThread()
{
    if (!m_thread.isRunning())
        return;
    // Queued, not QThread::quit() from here: that would leave undone what waits in the thread's queue.
    run([this] { m_thread.quit(); });
    m_thread.wait();
    delete m_there;
}

void HistoryThread::run(std::function<void()> work)
{
    if (!m_there) {
        m_there = new QObject;
        m_there->moveToThread(&m_thread);
        m_thread.start();
    }
    {
        const std::lock_guard lock(m_mutex);
        m_work.push_back(std::move(work));
    }
    QMetaObject::invokeMethod(
        m_there, [this] { runNext(); }, Qt::QueuedConnection);
}

void HistoryThread::runNext()
{
    std::function<void()> work;
    {
        const std::lock_guard lock(m_mutex);
        work = std::move(m_work.front());
        m_work.pop_front();
    }
    work();
}

void HistoryThread::postBack(std::shared_ptr<const bool> wanted, std::function<void()> answer)
{
    QMetaObject::invokeMethod(
        this,
        [wanted = std::move(wanted), answer = std::move(answer)] {
            if (*wanted)
                answer();
        },
        Qt::QueuedConnection);
}

} // namespace tokendesk
