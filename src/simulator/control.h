// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/bearer.h"
#include "simulator/certificate.h"
#include "simulator/faults.h"
#include "simulator/organization.h"
#include "simulator/requestlog.h"

#include <functional>

namespace tokendesk::simulator {

/// What tests and demonstrations do to the server while it runs, at /control; see docs/simulator.md.
class Control
{
public:
    Control(Organization &organization, Bearer &bearer, Faults &faults, RequestLog &log, ServerClock &clock)
        : m_organization(organization), m_bearer(bearer), m_faults(faults), m_log(log), m_clock(clock)
    {}

    /// What GET /control/past tells of: rows as they are at `now`. No past without it.
    void setPast(std::vector<Row> rows, quint64 seed, qint64 now);
    /// Shows another certificate to connections from now on; null without TLS. Empty when it cannot be made.
    std::function<std::optional<Certificate>(const CertificateWish &wish, bool sameAuthority)> changeCertificate;

    /// Bytes of replies have left for a client: GET /control tells how many so far.
    void addSent(qint64 bytes) { m_sent += bytes; }

    /// `path` is what follows /control. For peers on this machine only, and not for web pages.
    HttpReply handle(const HttpRequest &request, const QByteArray &path, const QHostAddress &peer);

private:
    HttpReply state() const;
    HttpReply faults(const HttpRequest &request);
    HttpReply certificate(const QJsonObject &body);
    HttpReply provision(const QJsonObject &body);
    HttpReply past() const;
    HttpReply tokens(const HttpRequest &request);
    HttpReply removeToken(const QByteArray &idText);

    Organization &m_organization;
    Bearer &m_bearer;
    Faults &m_faults;
    RequestLog &m_log;
    ServerClock &m_clock;
    struct Start
    {
        std::vector<Row> rows;
        quint64 seed;
        qint64 now;
    };
    std::optional<Start> m_start;
    qint64 m_sent = 0;
};

} // namespace tokendesk::simulator
