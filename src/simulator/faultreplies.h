// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/faults.h"
#include "simulator/serverclock.h"

namespace tokendesk::simulator {

/// What is answered instead, for a fault that stands in.
[[nodiscard]] HttpReply standInReply(const FaultRule &rule, const ServerClock &clock);
/// Spoils the reply that the server would have given.
void spoil(HttpReply &reply, const FaultRule &rule);
/// The part of it that goes through the JSON of a successful reply: its rows (or its one object) and its envelope.
void spoilJson(HttpReply &reply, const FaultRule &rule);

/// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110 section 5.6.7).
[[nodiscard]] QByteArray httpDate(qint64 msSinceEpoch);

} // namespace tokendesk::simulator
