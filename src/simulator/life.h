// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/samples.h"

#include <QTimer>

namespace tokendesk::simulator {

/// An organization that lives: every few seconds of server time devices join, now and then a colleague creates or
/// revokes a token. Large organizations have more devices at a time.
class Life final : public QObject
{
    Q_OBJECT
public:
    Life(Organization &organization, const ServerClock &clock, quint64 seed);
    void start();

private:
    void arm();
    void happen();
    void deviceJoins();
    void colleagueActs();
    [[nodiscard]] const Row *someLiveRow();

    Organization &m_organization;
    const ServerClock &m_clock;
    Dice m_dice;
    QTimer m_timer;
    size_t m_mostRows = 0;
};

} // namespace tokendesk::simulator
