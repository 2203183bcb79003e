// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/bearer.h"
#include "simulator/httpreply.h"
#include "simulator/organization.h"

#include <limits>

namespace tokendesk::simulator {

struct ApiOptions
{
    /// The most rows in one reply; without it a plain list is whole.
    qint64 pageSize = std::numeric_limits<qint64>::max();
    bool ignoreOffset = false;
    bool tls = false;
    /// With {token} and {host}.
    QString setupCommand;
};

/// The contract (docs/api/acusight-openapi.yaml) as a server without faults.
class Api
{
public:
    Api(Organization &organization, const Bearer &bearer, const ServerClock &clock, ApiOptions options)
        : m_organization(organization), m_bearer(bearer), m_clock(clock), m_options(std::move(options))
    {}

    /// `path` is what follows /api.
    HttpReply handle(const HttpRequest &request, const QByteArray &path);

    [[nodiscard]] static bool acceptsGzip(const HttpRequest &request);

private:
    HttpReply list(const HttpRequest &request);
    HttpReply wholeList(bool packed);
    HttpReply create(const HttpRequest &request);
    HttpReply revoke(const QByteArray &idText);
    HttpReply provision(const HttpRequest &request);

    Organization &m_organization;
    const Bearer &m_bearer;
    const ServerClock &m_clock;
    ApiOptions m_options;
    /// The whole list as last sent, and the revision it shows.
    QByteArray m_listBody, m_listPacked;
    quint64 m_listRevision = 0;
};

[[nodiscard]] HttpReply refusalReply(const Refusal &refusal);

} // namespace tokendesk::simulator
