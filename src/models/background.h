// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace tokendesk {

/// Runs `work` on a thread of the pool, then `done(its result)` on the gui thread, unless `context` is gone by then.
/// `work` touches nothing that the gui thread may change.
template <class Work, class Done>
void inBackground(QObject *context, Work work, Done done)
{
    QThreadPool::globalInstance()->start(
        [guard = QPointer<QObject>(context), work = std::move(work), done = std::move(done)]() mutable {
            auto result = work();
            // By way of the application: it waits for the threads of its pool, while `context` may go at any time, also
            // between a look at it here and the call.
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [guard = std::move(guard), done = std::move(done), result = std::move(result)]() mutable {
                    if (guard)
                        done(std::move(result));
                },
                Qt::QueuedConnection);
        });
}

/// The latest of several: an answer that a newer question has overtaken is dropped.
class Latest
{
public:
    template <class Work, class Done>
    void run(QObject *context, Work work, Done done)
    {
        const quint64 mine = ++m_asked;
        inBackground(context, std::move(work), [this, mine, done = std::move(done)](auto result) mutable {
            if (mine == m_asked)
                done(std::move(result));
        });
    }
    /// What is under way will not be told.
    void drop() { ++m_asked; }

private:
    quint64 m_asked = 0;
};

} // namespace tokendesk
