// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errorparts.h"

#include "core/safetext.h"

namespace tokendesk {

QString said(const Error &error)
{
    if (error.serverMessage.isEmpty())
        return {};
    //: %1 is a message from the server
    return ErrorWords::tr("The server says: %1").arg(isolatedText(error.serverMessage, 300));
}

QString saidBySignInService(const Error &error)
{
    if (error.serverMessage.isEmpty())
        return {};
    //: %1 is a message from the sign-in service
    return ErrorWords::tr("It says: %1").arg(isolatedText(error.serverMessage, 300));
}

QString joined(const QString &a, const QString &b)
{
    if (a.isEmpty() || b.isEmpty())
        return a + b;
    return a + QLatin1Char(' ') + b;
}

QString waitText(qint64 ms)
{
    const int seconds = int(qMin<qint64>(ms / 1000 + (ms % 1000 > 0 ? 1 : 0), 1'000'000'000));
    if (seconds < 120)
        return ErrorWords::tr("%n second(s)", nullptr, seconds);
    return ErrorWords::tr("%n minute(s)", nullptr, (seconds + 59) / 60);
}

QString certificateProblems(const Error &error)
{
    QStringList sentences;
    if (error.certificate) {
        for (const CertificateProblem problem : error.certificate->problems)
            sentences << certificateProblemText(problem, *error.certificate);
    }
    return sentences.isEmpty() ? ErrorWords::tr("Its certificate was not accepted.") : sentences.join(QLatin1Char(' '));
}

std::optional<ErrorText> wordsForSignedIn(const Error &error)
{
    using enum ErrorKind;
    switch (error.kind) {
    case Unauthorized:
        return ErrorText{
            ErrorWords::tr("The server no longer accepts your sign-in."),
            ErrorWords::tr("It has ended or was withdrawn. Sign in again to go on; nothing is repeated by itself."),
            NextStep::SignIn,
            {},
            {}};
    case Forbidden:
        return ErrorText{
            ErrorWords::tr("You are not allowed to do this."),
            joined(ErrorWords::tr("The server knows who you are, but you lack the permission. Ask an administrator "
                                  "of the organization, or sign in as somebody else."),
                   said(error)),
            NextStep::SignIn,
            {},
            {}};
    case KeychainUnavailable:
        return ErrorText{
            ErrorWords::tr("There is no keychain to use."),
            ErrorWords::tr("No service of this desktop keeps passwords (on Linux: GNOME Keyring, KWallet or "
                           "KeePassXC). You can sign in for this session only."),
            NextStep::SignIn,
            {},
            {}};
    case KeychainLocked:
        return ErrorText{ErrorWords::tr("The keychain is locked."),
                         ErrorWords::tr("Your sign-in is kept there. Unlock it and try again."),
                         NextStep::TryAgain,
                         {},
                         {}};
    case KeychainTimeout:
        return ErrorText{
            ErrorWords::tr("The keychain does not answer."),
            ErrorWords::tr("Your sign-in is kept there. Perhaps it waits for a password in another window."),
            NextStep::TryAgain,
            {},
            {}};
    case KeychainMissing:
        return ErrorText{ErrorWords::tr("The keychain gave no sign-in."),
                         ErrorWords::tr("The entry was removed, or the keychain is locked. Sign in again to go on."),
                         NextStep::SignIn,
                         {},
                         {}};
    case KeychainFailed:
        return ErrorText{ErrorWords::tr("The keychain reported a problem."),
                         ErrorWords::tr("Your sign-in is kept there. Try again, or sign in again."),
                         NextStep::TryAgain,
                         {},
                         {}};
    default:
        return {};
    }
}

std::optional<ErrorText> wordsForSigningIn(const Error &error)
{
    using enum ErrorKind;
    switch (error.kind) {
    case Network:
        return ErrorText{ErrorWords::tr("The sign-in service could not be reached."),
                         ErrorWords::tr("Check the network and the issuer in the connection's settings."),
                         NextStep::TryAgain,
                         {},
                         {}};
    case Timeout:
        return ErrorText{ErrorWords::tr("The sign-in service did not answer in time."),
                         ErrorWords::tr("It may be busy, or the connection is slow."),
                         NextStep::TryAgain,
                         {},
                         {}};
    case Tls:
        return ErrorText{
            ErrorWords::tr("The connection to the sign-in service is not secure."),
            joined(certificateProblems(error),
                   ErrorWords::tr("Nothing was sent. Check the issuer in the connection's settings; if it is right, "
                                  "ask whoever runs the sign-in service.")),
            NextStep::CheckConnection,
            {},
            {}};
    case PinChanged:
        return ErrorText{
            ErrorWords::tr("The sign-in service shows another certificate."),
            ErrorWords::tr("It is not the one that was pinned for this connection, so nothing was sent. Ask "
                           "whoever runs the service whether it was replaced, and compare the fingerprint."),
            NextStep::CheckConnection,
            {},
            {}};
    case Redirected:
        return ErrorText{ErrorWords::tr("The sign-in service points somewhere else."),
                         ErrorWords::tr("Token Desk does not follow. Check the issuer in the connection's settings."),
                         NextStep::CheckConnection,
                         {},
                         {}};
    case Unauthorized:
    case Forbidden:
        return ErrorText{
            ErrorWords::tr("The sign-in service turned Token Desk away."),
            joined(ErrorWords::tr("Check the client ID in the connection's settings, or ask whoever runs the "
                                  "service."),
                   saidBySignInService(error)),
            NextStep::CheckConnection,
            {},
            {}};
    case NotFound:
        return ErrorText{
            ErrorWords::tr("There is no sign-in service at this address."),
            ErrorWords::tr("Check the issuer in the connection's settings: it has to be exactly as the service "
                           "calls itself."),
            NextStep::CheckConnection,
            {},
            {}};
    case RateLimited:
        return ErrorText{
            ErrorWords::tr("The sign-in service asks to wait."),
            error.retryAfterMs
                //: %1 is a duration such as "12 seconds"
                ? ErrorWords::tr("It had too many requests. Try again in %1.").arg(waitText(*error.retryAfterMs))
                : ErrorWords::tr("It had too many requests. Try again in a while."),
            NextStep::TryAgain,
            {},
            {}};
    case Server:
        return ErrorText{ErrorWords::tr("The sign-in service has a problem."),
                         joined(ErrorWords::tr("Try again; if it stays, tell whoever runs the service."),
                                saidBySignInService(error)),
                         NextStep::TryAgain,
                         {},
                         {}};
    case Protocol:
        return ErrorText{
            ErrorWords::tr("The sign-in service's answer makes no sense."),
            error.detail.isEmpty()
                ? ErrorWords::tr("Check the issuer in the connection's settings: perhaps something else answers "
                                 "there.")
                //: %1 says what is wrong and where, in English
                : ErrorWords::tr("It is not what such a service sends: %1. Check the issuer in the connection's "
                                 "settings.")
                      .arg(isolatedText(error.detail, 200)),
            NextStep::TryAgain,
            {},
            {}};
    case TooLarge:
        return ErrorText{ErrorWords::tr("The sign-in service's answer is too large."),
                         ErrorWords::tr("It was refused. Check the issuer in the connection's settings."),
                         NextStep::CheckConnection,
                         {},
                         {}};
    case ClearTextRefused:
        return ErrorText{
            ErrorWords::tr("The sign-in service's address is not secure."),
            ErrorWords::tr("Over http:// anyone on the way could sign in as you, so nothing was sent. The issuer "
                           "and what it points to have to be https://."),
            NextStep::CheckConnection,
            {},
            {}};
    default:
        return {};
    }
}

} // namespace tokendesk
