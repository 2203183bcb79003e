// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certificatefacts.h"

#include <QString>

#include <optional>
#include <tuple>

namespace tokendesk {

/// What went wrong, as far as a person or the program can act on it. Everything that can fail in Token Desk, from a
/// closed socket to a locked keychain, ends in one of these.
enum class ErrorKind {
    Network,             ///< no connection: name not found, refused, closed before an answer to a safe request
    Timeout,             ///< the total deadline passed
    Tls,                 ///< the certificate or the handshake was not accepted
    PinChanged,          ///< the server shows another certificate than the one that is pinned
    AuthorityFile,       ///< the file with the connection's own certificate authority cannot be used
    ProxyFailed,         ///< the proxy refused, or could not reach the server, or does not speak as a proxy
    ProxyNotFound,       ///< the proxy's name is not known
    ProxyTimeout,        ///< no connection through the proxy in time
    ProxyAuthentication, ///< 407, or the proxy's word for it
    Cancelled,           ///< the person or the program gave up on it
    Redirected,          ///< 3xx; redirects are never followed (docs/security.md)
    Unauthorized,        ///< 401
    Forbidden,           ///< 403
    NotFound,            ///< 404
    Conflict,            ///< 409
    Validation,          ///< 400 or 422: the server refused what was asked
    RateLimited,         ///< 429
    Server,              ///< 5xx, or an envelope that says success=false without a known status
    Protocol,            ///< an answer that is not what the contract says; `detail` names field and row
    TooLarge,            ///< the answer is larger than the cap
    OutcomeUnknown,      ///< a request that changes something was sent, and no answer came; `cause` says why
    ClearTextRefused,    ///< http:// to something that is not this machine
    KeychainUnavailable, ///< there is no credential store, or none that can be used
    KeychainLocked,      ///< the store is locked, or its prompt was cancelled
    KeychainTimeout,     ///< the store did not answer in time
    KeychainMissing,     ///< the store says that there is no such entry (also what a locked store may say)
    KeychainFailed,      ///< any other failure of the store
    HistoryFailed,       ///< the history could not be read or written; `detail` says why
    FileNotWritten,      ///< a file the person asked for could not be written; `detail` names it and says why
    SignInDenied,        ///< the person, or the sign-in service, said no
    SignInTimeout,       ///< nobody completed the sign-in while it was open
    SignInMismatch,      ///< an answer that does not belong to this sign-in: state, issuer, nonce or a claim is wrong
    SignInRefused,       ///< the sign-in service refused the request itself; `serverCode` is its OAuth error code
    SignInNotAccepted,   ///< 401 to an access token that the sign-in service had given a moment before
    SignInRenewed,       ///< 401 to a create or a revoke, which was not done; a new access token is there by now
    SignInRequired,      ///< the refresh token is no longer accepted (invalid_grant), or there is none
};

/// The access token is of no use any more, and asking again with it is neither: nothing but a person helps.
[[nodiscard]] constexpr bool endsSignIn(ErrorKind kind)
{
    return kind == ErrorKind::Unauthorized || kind == ErrorKind::SignInDenied || kind == ErrorKind::SignInTimeout ||
           kind == ErrorKind::SignInMismatch || kind == ErrorKind::SignInRefused ||
           kind == ErrorKind::SignInNotAccepted || kind == ErrorKind::SignInRequired;
}

/// One failure. Every text in it may come from a server and is hostile until escaped (core/safetext.h); none of it
/// may hold a secret: no header, no body, no query string.
struct Error
{
    ErrorKind kind = ErrorKind::Protocol;
    ErrorKind cause = ErrorKind::Protocol; ///< for OutcomeUnknown: what ended the request
    int httpStatus = 0;                    ///< 0 when no status line came
    QString serverCode{};                  ///< the envelope's error.code, such as "VALIDATION_ERROR"
    QString serverMessage{};               ///< the envelope's error.message
    QString detail{};                      ///< technical, for the Details button: field and row, target host, reason
    QString requestId{};                   ///< the X-Request-Id that was sent
    qint64 limitBytes = 0;                 ///< for TooLarge: what a list may have at most; 0 for other answers
    std::optional<qint64> retryAfterMs{};  ///< from Retry-After (RFC 9110 10.2.3), milliseconds from now, >= 0
    CertificateFactsPtr certificate{};     ///< for Tls and PinChanged: what the server showed; may be null
    QByteArray pinnedSha256{};             ///< for PinChanged: the fingerprint that was expected, 32 bytes

    friend bool operator==(const Error &a, const Error &b)
    {
        const auto values = [](const Error &e) {
            return std::tie(e.kind, e.cause, e.httpStatus, e.serverCode, e.serverMessage, e.detail, e.requestId,
                            e.limitBytes, e.retryAfterMs, e.pinnedSha256);
        };
        const bool sameCertificate =
            a.certificate && b.certificate ? *a.certificate == *b.certificate : a.certificate == b.certificate;
        return sameCertificate && values(a) == values(b);
    }
};

} // namespace tokendesk
