// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace tokendesk {

/// The wall clock of this machine, injected so that tests can hold it. Implementations are callable from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Milliseconds since the epoch, UTC.
    [[nodiscard]] virtual qint64 nowMs() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] qint64 nowMs() const override;
};

/// The server's clock as far as its Date headers tell: this machine's clock plus an offset. A token's state follows the
/// server's clock, for it is the server that decides whether a token is expired.
class ServerClock
{
public:
    explicit ServerClock(const Clock &local) : m_local(&local) {}
    /// Both in milliseconds since the epoch, UTC. A Date header has whole seconds, so an offset that differs from the
    /// known one by less than two seconds is noise and changes nothing.
    void observe(qint64 serverDateMs, qint64 receivedAtLocalMs);
    [[nodiscard]] qint64 nowMs() const { return m_local->nowMs() + m_offsetMs; }
    /// Server minus local, milliseconds.
    [[nodiscard]] qint64 offsetMs() const { return m_offsetMs; }

private:
    const Clock *m_local;
    qint64 m_offsetMs = 0;
    bool m_observed = false;
};

} // namespace tokendesk
