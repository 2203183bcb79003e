// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/tokenlisting.h"

#include <functional>

namespace tokendesk {

/// The server as the session sees it: four questions, each answered exactly once. The transport behind it is injected,
/// so that a test can hold the answers.
///
/// Threads: called from the gui thread; every callback runs on the gui thread, after the call has returned, exactly
/// once unless the service is destroyed first; destroying it from inside one of its callbacks is allowed. Nothing is
/// ever sent twice on its own accord.
class TokenService
{
public:
    using ListProgress = std::function<void(qint64 rows, qint64 total)>;
    using ListReply = std::function<void(Result<TokenListing>)>;
    using CreateReply = std::function<void(Result<CreatedToken>)>;
    using RevokeReply = std::function<void(Result<Revocation>)>;
    using OrganizationReply = std::function<void(Result<Organization>)>;

    virtual ~TokenService() = default;

    /// `previous` may be null; the diff in the answer is against it. `progress` may be empty; it runs once per page.
    virtual void list(TokenSnapshotPtr previous, ListProgress progress, ListReply reply) = 0;
    /// ErrorKind::OutcomeUnknown where the request was sent and no usable answer came.
    virtual void create(CreateRequest request, CreateReply reply) = 0;
    virtual void revoke(QUuid id, RevokeReply reply) = 0;
    virtual void organization(OrganizationReply reply) = 0;
    /// Ends the list and organization requests under way with ErrorKind::Cancelled; never a create or a revoke.
    virtual void cancelReads() = 0;
};

} // namespace tokendesk
