// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errorparts.h"
#include "core/safetext.h"

#include <QDateTime>
#include <QLocale>

namespace tokendesk {

namespace {

QString tooLarge(qint64 limitBytes)
{
    if (limitBytes <= 0)
        return {};
    //: %1 is a size such as "1,024 MB"
    return ErrorWords::tr(
               "It has more than %1, which is the most that is taken. If the list is that long, allow more in "
               "the preferences.")
        .arg(ErrorWords::tr("%1 MB").arg(QLocale().toString(limitBytes / (1024 * 1024))));
}

QString instantText(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate);
}

QStringList certificateLines(const Error &error)
{
    QStringList lines;
    if (const CertificateFactsPtr &facts = error.certificate) {
        lines << ErrorWords::tr("Certificate for: %1").arg(visibleText(facts->subject));
        if (!facts->names.isEmpty())
            lines << ErrorWords::tr("Names: %1").arg(visibleText(facts->names.join(QStringLiteral(", "))));
        lines << ErrorWords::tr("Issued by: %1").arg(visibleText(facts->issuer));
        //: both are dates
        lines
            << ErrorWords::tr("Valid: %1 to %2").arg(instantText(facts->validFromMs), instantText(facts->validUntilMs));
    }
    if (!error.pinnedSha256.isEmpty())
        lines << ErrorWords::tr("Expected SHA-256: %1").arg(fingerprintText(error.pinnedSha256));
    if (error.certificate)
        lines << ErrorWords::tr("Shown SHA-256: %1").arg(fingerprintText(error.certificate->sha256));
    return lines;
}

QString detailsOf(const Error &error)
{
    QStringList lines = certificateLines(error);
    if (error.httpStatus > 0)
        lines << ErrorWords::tr("HTTP status: %1").arg(error.httpStatus);
    if (!error.serverCode.isEmpty())
        lines << ErrorWords::tr("Server code: %1").arg(visibleText(error.serverCode, 100));
    if (!error.serverMessage.isEmpty())
        lines << ErrorWords::tr("Server message: %1").arg(visibleText(error.serverMessage, 500));
    if (!error.detail.isEmpty())
        lines << ErrorWords::tr("Reason: %1").arg(visibleText(error.detail, 500));
    if (!error.requestId.isEmpty())
        lines << ErrorWords::tr("Request: %1").arg(visibleText(error.requestId, 100));
    return lines.join(QLatin1Char('\n'));
}

QString stepLabel(NextStep step)
{
    switch (step) {
    case NextStep::None:
        return {};
    case NextStep::TryAgain:
        return ErrorWords::tr("Try Again");
    case NextStep::Reload:
        return ErrorWords::tr("Reload");
    case NextStep::NewAccessToken:
        return ErrorWords::tr("New Access Token…");
    case NextStep::CheckConnection:
        return ErrorWords::tr("Check Connection…");
    case NextStep::SignIn:
        //: a button; it begins at once
        return ErrorWords::tr("Sign In");
    case NextStep::ShowCertificate:
        //: a button
        return ErrorWords::tr("Show Certificate…");
    }
    Q_UNREACHABLE();
}

ErrorText words(const Error &error)
{
    using enum ErrorKind;
    switch (error.kind) {
    case Network:
        return {ErrorWords::tr("The server could not be reached."),
                ErrorWords::tr("Check the network and the server's address. Nothing was changed."),
                NextStep::TryAgain,
                {},
                {}};
    case Timeout:
        return {ErrorWords::tr("The server did not answer in time."),
                ErrorWords::tr("It may be busy, or the connection is slow. Nothing was changed."),
                NextStep::TryAgain,
                {},
                {}};
    case Tls:
        return {ErrorWords::tr("The connection to the server is not secure."),
                joined(certificateProblems(error),
                       ErrorWords::tr("Nothing was sent. Check the server's address; if it is right, ask whoever runs "
                                      "the server.")),
                error.certificate ? NextStep::ShowCertificate : NextStep::CheckConnection,
                {},
                {}};
    case PinChanged:
        return {
            ErrorWords::tr("The server shows another certificate."),
            ErrorWords::tr("It is not the one that was pinned for this connection, so nothing was sent. Ask whoever "
                           "runs the server whether it was replaced, and compare the fingerprint."),
            error.certificate ? NextStep::ShowCertificate : NextStep::CheckConnection,
            {},
            {}};
    case AuthorityFile:
        return {ErrorWords::tr("The certificate authority's file cannot be used."),
                joined(error.detail.isEmpty() ? QString() : isolatedText(error.detail, 200) + QLatin1Char('.'),
                       ErrorWords::tr("Nothing was sent. Choose a file with certificates in PEM form.")),
                NextStep::CheckConnection,
                {},
                {}};
    case ProxyFailed:
        return {
            ErrorWords::tr("There is no way through the proxy."),
            ErrorWords::tr("It refused the connection, or it could not reach the server. Check its address and port "
                           "in the connection's settings. Nothing was changed."),
            NextStep::CheckConnection,
            {},
            {}};
    case ProxyNotFound:
        return {ErrorWords::tr("The proxy's name is not known."),
                ErrorWords::tr("Check the name in the connection's settings, and the network. Nothing was changed."),
                NextStep::CheckConnection,
                {},
                {}};
    case ProxyTimeout:
        return {ErrorWords::tr("The proxy did not answer in time."),
                ErrorWords::tr("It may be busy, or the server behind it cannot be reached. Nothing was changed."),
                NextStep::TryAgain,
                {},
                {}};
    case ProxyAuthentication:
        return {ErrorWords::tr("The proxy asks for a user name and password."),
                ErrorWords::tr("It did not accept those of the connection's settings, or there are none. Nothing was "
                               "sent to the server."),
                NextStep::CheckConnection,
                {},
                {}};
    case Cancelled:
        return {ErrorWords::tr("Cancelled."), {}, NextStep::None, {}, {}};
    case Redirected:
        return {ErrorWords::tr("The server points somewhere else."),
                error.detail.isEmpty()
                    ? ErrorWords::tr("Token Desk does not follow, because the access token would go along. Check the "
                                     "server's address.")
                    //: %1 is a host name
                    : ErrorWords::tr("It points to %1. Token Desk does not follow, because the access token would go "
                                     "along. If that is the right server, enter its address.")
                          .arg(isolatedText(error.detail)),
                NextStep::CheckConnection,
                {},
                {}};
    case Unauthorized:
        return {
            ErrorWords::tr("The access token is no longer accepted."),
            ErrorWords::tr("It has expired or was withdrawn. Give a new one to go on; nothing is repeated by itself."),
            NextStep::NewAccessToken,
            {},
            {}};
    case Forbidden:
        return {ErrorWords::tr("You are not allowed to do this."),
                joined(ErrorWords::tr("The server knows the access token, but it lacks the permission. Ask an "
                                      "administrator of the organization, or use another access token."),
                       said(error)),
                NextStep::NewAccessToken,
                {},
                {}};
    case NotFound:
        return {ErrorWords::tr("The server does not know this."),
                joined(ErrorWords::tr("What was asked for does not exist there, or the server's address is not that "
                                      "of an AcuSight API (it usually ends in /api)."),
                       said(error)),
                NextStep::CheckConnection,
                {},
                {}};
    case Conflict:
        return {ErrorWords::tr("Something else changed this at the same time."),
                joined(ErrorWords::tr("Load the list again and look before you repeat it."), said(error)),
                NextStep::Reload,
                {},
                {}};
    case Validation:
        return {ErrorWords::tr("The server refused the request."),
                error.serverMessage.isEmpty() ? ErrorWords::tr("It gave no reason. Nothing was changed.") : said(error),
                NextStep::None,
                {},
                {}};
    case RateLimited:
        return {ErrorWords::tr("Too many requests for now."),
                error.retryAfterMs
                    //: %1 is a duration such as "12 seconds"
                    ? ErrorWords::tr("The server asks to wait %1. Token Desk tries again by itself then.")
                          .arg(waitText(*error.retryAfterMs))
                    : ErrorWords::tr("The server asks to wait. Token Desk tries again by itself in a while."),
                NextStep::TryAgain,
                {},
                {}};
    case Server:
        return {ErrorWords::tr("The server has a problem."),
                joined(error.httpStatus > 0
                           ? ErrorWords::tr("It answered with status %1. Try again; if it stays, tell whoever runs the "
                                            "server.")
                                 .arg(error.httpStatus)
                           : ErrorWords::tr("Try again; if it stays, tell whoever runs the server."),
                       said(error)),
                NextStep::TryAgain,
                {},
                {}};
    case Protocol:
        return {
            ErrorWords::tr("The server's answer makes no sense."),
            error.detail.isEmpty()
                ? ErrorWords::tr("It is not what an AcuSight server sends. Perhaps something between here and the "
                                 "server answered instead.")
                //: %1 says what is wrong and where, in English
                : ErrorWords::tr("It is not what an AcuSight server sends: %1.").arg(isolatedText(error.detail, 200)),
            NextStep::TryAgain,
            {},
            {}};
    case TooLarge:
        return {ErrorWords::tr("The server's answer is too large."),
                joined(tooLarge(error.limitBytes),
                       ErrorWords::tr("It was refused to keep this computer usable. Check that the address is that of "
                                      "an AcuSight server.")),
                NextStep::CheckConnection,
                {},
                {}};
    case OutcomeUnknown:
        return {ErrorWords::tr("It is not known whether it was done."),
                ErrorWords::tr("The request was sent, but no usable answer came. It was not sent again. Load the list "
                               "to see what happened."),
                NextStep::Reload,
                {},
                {}};
    case ClearTextRefused:
        return {ErrorWords::tr("The address is not secure."),
                ErrorWords::tr("http:// would send the access token readable by anyone on the way, so nothing was "
                               "sent. Use https://."),
                NextStep::CheckConnection,
                {},
                {}};
    case KeychainUnavailable:
        return {ErrorWords::tr("There is no keychain to use."),
                ErrorWords::tr("No service of this desktop keeps passwords (on Linux: GNOME Keyring, KWallet or "
                               "KeePassXC). The access token can be used for this session only."),
                NextStep::NewAccessToken,
                {},
                {}};
    case KeychainLocked:
        return {ErrorWords::tr("The keychain is locked."),
                ErrorWords::tr("Unlock it and try again, or use an access token for this session only."),
                NextStep::TryAgain,
                {},
                {}};
    case KeychainTimeout:
        return {ErrorWords::tr("The keychain does not answer."),
                ErrorWords::tr("Perhaps it waits for a password in another window. Try again, or use an access token "
                               "for this session only."),
                NextStep::TryAgain,
                {},
                {}};
    case KeychainMissing:
        return {ErrorWords::tr("The keychain gave no access token."),
                ErrorWords::tr("The entry was removed, or the keychain is locked. Give a new access token to go on."),
                NextStep::NewAccessToken,
                {},
                {}};
    case KeychainFailed:
        return {ErrorWords::tr("The keychain reported a problem."),
                ErrorWords::tr("Try again, or use an access token for this session only."),
                NextStep::TryAgain,
                {},
                {}};
    case HistoryFailed:
        return {ErrorWords::tr("The history on this computer could not be read or written."),
                ErrorWords::tr("The tokens themselves are not affected. Look whether the disk is full or the folder "
                               "read-only."),
                NextStep::TryAgain,
                {},
                {}};
    case FileNotWritten:
        return {
            ErrorWords::tr("The file could not be written."),
            joined(ErrorWords::tr("Nothing of it was left behind, and what was there before is untouched. Look "
                                  "whether the disk is full or the folder read-only, or choose another one."),
                   //: %1 is a file name and a reason from the operating system
                   error.detail.isEmpty() ? QString() : ErrorWords::tr("(%1)").arg(isolatedText(error.detail, 300))),
            NextStep::TryAgain,
            {},
            {}};
    case SignInDenied:
        return {
            ErrorWords::tr("The sign-in was declined."),
            joined(ErrorWords::tr("You cancelled it there, or you may not use Token Desk with that account. Nothing "
                                  "was changed."),
                   saidBySignInService(error)),
            NextStep::SignIn,
            {},
            {}};
    case SignInTimeout:
        return {ErrorWords::tr("The sign-in was not completed in time."),
                ErrorWords::tr("No answer came from the browser. Pages that are still open there belong to the old "
                               "sign-in: close them and start again."),
                NextStep::SignIn,
                {},
                {}};
    case SignInMismatch:
        return {ErrorWords::tr("The sign-in could not be trusted."),
                error.detail.isEmpty()
                    ? ErrorWords::tr("An answer came that does not belong to it, so it was ended and nothing was "
                                     "taken from it. Start again.")
                    //: %1 says what is wrong, in English
                    : ErrorWords::tr("An answer came that does not belong to it (%1), so it was ended and nothing was "
                                     "taken from it. Start again; if it stays, ask whoever runs the sign-in service.")
                          .arg(isolatedText(error.detail, 200)),
                NextStep::SignIn,
                {},
                {}};
    case SignInRefused:
        return {ErrorWords::tr("The sign-in service refused the request."),
                joined(ErrorWords::tr("Check the issuer, the client ID and the scopes, or ask whoever runs the sign-in "
                                      "service."),
                       saidBySignInService(error)),
                NextStep::CheckConnection,
                {},
                {}};
    case SignInNotAccepted:
        return {ErrorWords::tr("The server does not accept this sign-in."),
                ErrorWords::tr("The sign-in service gave a new access token, and the server refused that one too. Sign "
                               "in as somebody else, or ask whoever runs the server which client ID, scopes and "
                               "audience it wants."),
                NextStep::SignIn,
                {},
                {}};
    case SignInRenewed:
        return {ErrorWords::tr("The sign-in had run out."),
                ErrorWords::tr("The server refused the request, and nothing was changed. The sign-in has been renewed "
                               "meanwhile: you can do it again."),
                NextStep::TryAgain,
                {},
                {}};
    case SignInRequired:
        return {ErrorWords::tr("You have to sign in again."),
                ErrorWords::tr("The sign-in has ended or was withdrawn. What is on screen stays."),
                NextStep::SignIn,
                {},
                {}};
    }
    Q_UNREACHABLE();
}

ErrorText finished(ErrorText text, const Error &error)
{
    text.nextStepLabel = stepLabel(text.nextStep);
    text.details = detailsOf(error);
    return text;
}

} // namespace

ErrorText describeError(const Error &error, Credential credential)
{
    const auto signedIn = credential == Credential::SignIn ? wordsForSignedIn(error) : std::nullopt;
    return finished(signedIn.value_or(words(error)), error);
}

ErrorText describeSignInError(const Error &error)
{
    const auto signingIn = wordsForSigningIn(error);
    return signingIn ? finished(*signingIn, error) : describeError(error, Credential::SignIn);
}

} // namespace tokendesk
