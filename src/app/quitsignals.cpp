// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quitsignals.h"

#ifdef Q_OS_UNIX
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace tokendesk {

#ifdef Q_OS_UNIX
namespace {

constexpr std::array quitting{SIGINT, SIGTERM, SIGHUP};
/// A signal handler may do next to nothing; it writes a byte that the event loop reads (Qt, "Calling Qt Functions From
/// Unix Signal Handlers").
int wakeUp[2] = {-1, -1};

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(wakeUp[0], &byte, 1);
}

} // namespace

QuitSignals::QuitSignals(QObject *parent) : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, wakeUp) != 0)
        return;
    auto *notifier = new QSocketNotifier(wakeUp[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(wakeUp[1], &byte, 1) == 1)
            Q_EMIT quitAsked(); // each time: a dialog may have wanted an answer first
    });
    for (const int signal : quitting)
        std::signal(signal, onSignal);
}

QuitSignals::~QuitSignals()
{
    for (const int signal : quitting)
        std::signal(signal, SIG_DFL);
    for (int &end : wakeUp) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}
#else
QuitSignals::QuitSignals(QObject *parent) : QObject(parent) {}
QuitSignals::~QuitSignals() = default;
#endif

} // namespace tokendesk
