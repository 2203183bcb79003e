// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"

#include <QPointer>

#include <deque>
#include <utility>

namespace tokendesk {

/// The create under way; private to the session.
struct Session::PendingCreate
{
    CreateRequest request;
    QPointer<QObject> context;
    std::function<void(CreateOutcome)> done;
    TokenSnapshotPtr before; ///< the list when the request was sent
    qint64 sentAt = 0;       ///< the server's clock, milliseconds since the epoch, UTC
};

/// The revokes under way; private to the session.
struct Session::RevokeRun
{
    std::deque<QUuid> waiting;
    std::optional<QUuid> current;
    std::vector<std::pair<QUuid, Error>> unsettled; ///< a reload must tell what became of them
    bool stopped = false;
    QPointer<QObject> context;
    std::function<void(RevokeResult)> result;
    std::function<void()> done;

    void report(const RevokeResult &outcome) const
    {
        if (context)
            result(outcome);
    }
};

} // namespace tokendesk
