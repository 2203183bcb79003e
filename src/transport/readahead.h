// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace tokendesk {

/// How many bytes of an answer Qt's own network thread reads ahead of ours, for QNetworkReply::setReadBufferSize().
///
/// Without a limit QHttpNetworkReplyPrivate::readReplyBodyChunked() goes on for as long as more of a body in chunks is
/// there, and tells nobody meanwhile: a server that sends faster than that loop reads fills the memory, and no cap,
/// deadline or abort() gets a word in (Qt 6.4.2: 1.9 GB of an endless body where the cap was 8 MB). With it: no
/// difference in speed, and as much less memory as Qt had read ahead.
inline constexpr qint64 readAheadBytes = 1024 * 1024;

} // namespace tokendesk
