// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/networkthread.h"

#include "core/startlog.h"

namespace tokendesk {

NetworkThread::NetworkThread(QObject *parent) : QObject(parent)
{
    m_thread.setObjectName(QStringLiteral("network"));
}

NetworkThread::~NetworkThread()
{
    m_thread.quit();
    m_thread.wait();
}

void NetworkThread::adopt(QObject *object)
{
    if (!m_thread.isRunning()) {
        qCDebug(startLog) << "network";
        m_thread.start();
    }
    object->moveToThread(&m_thread);
}

void NetworkThread::run(std::function<void()> work)
{
    if (!m_worker) {
        m_worker = new QObject;
        connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
        adopt(m_worker);
    }
    m_work.push(std::move(work));
    QMetaObject::invokeMethod(
        m_worker, [this] { m_work.take()(); }, Qt::QueuedConnection);
}

void NetworkThread::postBack(std::shared_ptr<const bool> wanted, std::function<void()> answer)
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
