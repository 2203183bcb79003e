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
    m_work.push(std::move(work));
    QMetaObject::invokeMethod(
        m_there, [this] { m_work.take()(); }, Qt::QueuedConnection);
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
