// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QUrl>

namespace tokendesk {

/// The base URL of a new profile (docs/api, servers).
[[nodiscard]] QUrl defaultServerUrl();

enum class ServerUrlError {
    Empty,
    Malformed,
    Scheme,      ///< neither https nor http
    Credentials, ///< user or password in the URL: they would end in logs
    QueryOrFragment,
    ClearText, ///< http:// to something that is not this machine
};

enum class ClearText { Refused, Allowed };

/// Completes and checks what a person types: white space is trimmed, a bare host becomes https://host/api ("http" for
/// a loopback host is not guessed), a trailing slash is dropped. `clearText`: whether this connection was allowed to
/// speak http:// beyond this machine.
[[nodiscard]] tl::expected<QUrl, ServerUrlError> parseServerUrl(const QString &typed,
                                                                ClearText clearText = ClearText::Refused);
/// One sentence and what to do, translated.
[[nodiscard]] QString serverUrlErrorText(ServerUrlError error);

/// 127.0.0.0/8, ::1 or localhost (RFC 6761).
[[nodiscard]] bool isLoopbackHost(const QString &host);
/// http:// beyond this machine: whoever is on the way reads along.
[[nodiscard]] bool isClearText(const QUrl &url);
/// Same scheme, host and effective port (RFC 6454).
[[nodiscard]] bool isSameOrigin(const QUrl &a, const QUrl &b);

} // namespace tokendesk
