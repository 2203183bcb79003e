// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hardening.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <unistd.h>
#endif

namespace tokendesk {

void keepMemoryPrivate()
{
#ifdef Q_OS_UNIX
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef Q_OS_LINUX
    const bool sandboxed = access("/.flatpak-info", F_OK) == 0 || qEnvironmentVariableIsSet("SNAP");
    if (!sandboxed)
        prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

} // namespace tokendesk
