// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tokendesk {

/// Through whom one connection reaches its server. A server on this machine is always reached directly. Holds no
/// secret: the password comes from a callback (ApiConfig::proxyPassword).
struct ProxyChoice
{
    enum class Kind {
        System, ///< as the system says for the server's address, looked up for each request on the network thread
        None,
        Own,
    };
    enum class Protocol {
        Http,   ///< CONNECT for https (RFC 9110 9.3.6); for http the proxy reads along
        Socks5, ///< RFC 1928; the server's name is resolved by the proxy
    };
    Kind kind = Kind::System;
    Protocol protocol = Protocol::Http; ///< this and what follows: for Own
    QString host{};
    quint16 port = 0;
    QString user{}; ///< empty: none is asked for

    /// Whether a password belongs to it.
    [[nodiscard]] bool wantsPassword() const { return kind == Kind::Own && !user.isEmpty(); }

    friend bool operator==(const ProxyChoice &, const ProxyChoice &) = default;
};

} // namespace tokendesk
