// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokendiff.h"

#include <optional>

namespace tokendesk {

/// When a reply was made and when it came. Milliseconds since the epoch, UTC.
struct ReplyStamp
{
    std::optional<qint64> serverDateMs; ///< the Date header; nothing where it is missing or malformed
    qint64 receivedAtMs = 0;            ///< this machine's clock
};

/// A whole list, all pages of it.
struct TokenListing
{
    TokenSnapshotPtr tokens;
    TokenDiff diff; ///< against the snapshot that was handed in with the request (empty snapshot: everything is added)
    ReplyStamp stamp;
};

} // namespace tokendesk
