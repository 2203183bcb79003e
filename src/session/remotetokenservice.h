// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/acusightapi.h"
#include "session/networkthread.h"
#include "session/tokenservice.h"

#include <QPointer>

namespace tokendesk {

/// A real server, spoken to on the network thread. Destroying it ends the requests under way and never waits.
class RemoteTokenService final : public TokenService
{
public:
    /// `thread` outlives this object; what `config` points to outlives the thread.
    RemoteTokenService(NetworkThread &thread, ApiConfig config);
    ~RemoteTokenService() override;
    RemoteTokenService(const RemoteTokenService &) = delete;
    RemoteTokenService &operator=(const RemoteTokenService &) = delete;

    void list(TokenSnapshotPtr previous, ListProgress progress, ListReply reply) override;
    void create(CreateRequest request, CreateReply reply) override;
    void revoke(QUuid id, RevokeReply reply) override;
    void organization(OrganizationReply reply) override;
    void cancelReads() override;

private:
    template <class T>
    std::function<void(Result<T>)> postedBack(std::function<void(Result<T>)> reply);

    NetworkThread &m_thread;
    AcusightApi *m_api; ///< lives on the network thread, deleted there
    std::shared_ptr<bool> m_wanted = std::make_shared<bool>(true);
};

} // namespace tokendesk
