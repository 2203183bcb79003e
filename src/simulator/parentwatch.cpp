// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/parentwatch.h"

#include <QCoreApplication>

#include <cstdio>
#include <thread>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

namespace tokendesk::simulator {

void stopWithParent()
{
#ifdef Q_OS_LINUX
    // Also for a parent that left the other end of the pipe to a third process. Bound to the thread that started us
    // (prctl(2), PR_SET_PDEATHSIG).
    prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
    // A blocking read in a thread of its own works on every platform; nothing joins it, the process just ends.
    std::thread([] {
        while (std::getchar() != EOF) {
        }
        // By its event loop: this is another thread, and the application is the only object that is there to the end.
        QMetaObject::invokeMethod(QCoreApplication::instance(), &QCoreApplication::quit, Qt::QueuedConnection);
    }).detach();
}

} // namespace tokendesk::simulator
