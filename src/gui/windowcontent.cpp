// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windowcontent.h"

#include "core/safetext.h"
#include "gui/signinwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace tokendesk {

namespace {

struct WindowContent
{
    Q_DECLARE_TR_FUNCTIONS(WindowContent)
};

using Connection = ConnectionFlow::State;

Credential credentialOf(const WindowFacts &facts)
{
    return facts.usesProvider ? Credential::SignIn : Credential::AccessToken;
}

/// A wait that is under way is said as it is now, not as it was when the answer came.
ErrorText describeNow(Error error, const WindowFacts &facts)
{
    if (error.kind == ErrorKind::RateLimited && facts.waitMs > 0)
        error.retryAfterMs = facts.waitMs;
    return describeError(error, credentialOf(facts));
}

PageAction actionFor(NextStep step, PageAction again)
{
    switch (step) {
    case NextStep::None:
        return PageAction::None;
    case NextStep::TryAgain:
    case NextStep::Reload:
        return again;
    case NextStep::NewAccessToken:
    case NextStep::SignIn:
        return PageAction::SignIn;
    case NextStep::CheckConnection:
        return PageAction::CheckConnection;
    case NextStep::ShowCertificate:
        return PageAction::ShowCertificate;
    }
    Q_UNREACHABLE();
}

QString symbolFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
    case ErrorKind::Tls:
    case ErrorKind::PinChanged:
    case ErrorKind::AuthorityFile:
    case ErrorKind::ClearTextRefused:
    case ErrorKind::KeychainUnavailable:
    case ErrorKind::KeychainLocked:
    case ErrorKind::KeychainTimeout:
    case ErrorKind::KeychainMissing:
    case ErrorKind::KeychainFailed:
    case ErrorKind::SignInNotAccepted:
    case ErrorKind::SignInRequired:
        return QStringLiteral("lock");
    default:
        return QStringLiteral("cloud-off");
    }
}

PageChoice errorPage(const ErrorText &text, ErrorKind kind, PageAction again, bool canAct)
{
    PageChoice page;
    page.content = {.symbol = symbolFor(kind),
                    .headline = text.headline,
                    .explanation = text.explanation,
                    .button = text.nextStepLabel,
                    .details = text.details,
                    .canAct = canAct};
    page.action = actionFor(text.nextStep, again);
    if (page.action == PageAction::None) { // a page that leads nowhere would be a dead end
        page.content.button = WindowContent::tr("Try Again");
        page.action = again;
    }
    return page;
}

PageChoice simplePage(const char *symbol, const QString &headline, const QString &explanation, const QString &button,
                      PageAction action)
{
    PageChoice page;
    page.content.symbol = QString::fromLatin1(symbol);
    page.content.headline = headline;
    page.content.explanation = explanation;
    page.content.button = button;
    page.action = action;
    return page;
}

PageChoice busyPage(const WindowFacts &facts, const QString &headline, const QString &explanation)
{
    PageChoice page;
    if (!facts.busyForLong)
        return page; // what is over at once needs no words
    page.content.symbol = QStringLiteral("hourglass");
    page.content.headline = headline;
    page.content.explanation = explanation;
    page.content.busy = true;
    return page;
}

PageChoice loadingPage(const WindowFacts &facts)
{
    const QLocale locale;
    QString progress;
    if (facts.rowsTotal > 0)
        //: Rows loaded of all rows: "42,000 of 100,000"
        progress =
            WindowContent::tr("%1 of %2").arg(locale.toString(facts.rowsLoaded), locale.toString(facts.rowsTotal));
    else if (facts.rowsLoaded > 0)
        progress = locale.toString(facts.rowsLoaded);
    PageChoice page = busyPage(facts, WindowContent::tr("Loading tokens…"), progress);
    if (!facts.busyForLong)
        return page;
    page.content.rows = facts.rowsLoaded;
    page.content.total = facts.rowsTotal;
    page.content.button = WindowContent::tr("Cancel");
    page.action = PageAction::CancelLoading;
    return page;
}

PageChoice notConnectedPage()
{
    return simplePage("plug", WindowContent::tr("Not connected yet"),
                      WindowContent::tr("Connect to an AcuSight server to see and manage the provisioning tokens of "
                                        "your organization."),
                      WindowContent::tr("Connect…"), PageAction::Connect);
}

PageChoice restoringPage(const WindowFacts &facts)
{
    const QString ifLocked = WindowContent::tr("If it is locked, it asks for its password in a window of its own.");
    if (!facts.usesProvider)
        return busyPage(facts, WindowContent::tr("Asking the keychain for the access token…"), ifLocked);
    return busyPage(facts, WindowContent::tr("Signing in…"),
                    WindowContent::tr("Your sign-in is in the keychain.") + QLatin1Char(' ') + ifLocked);
}

PageChoice signInPage(const WindowFacts &facts, const QString &headline, const QString &explanation)
{
    const QString button = facts.usesProvider ? WindowContent::tr("Sign In") : WindowContent::tr("New Access Token…");
    return simplePage("key", headline, explanation, button, PageAction::SignIn);
}

PageChoice notKeptPage(const WindowFacts &facts)
{
    const QString name = isolatedText(facts.profileName);
    if (facts.usesProvider)
        return signInPage(facts, WindowContent::tr("You have to sign in again"),
                          //: %1 is the name of a connection
                          WindowContent::tr("The sign-in of %1 was for one session only and was not kept.").arg(name));
    return signInPage(facts, WindowContent::tr("An access token is needed"),
                      //: %1 is the name of a connection
                      WindowContent::tr("The access token of %1 was for one session only and was not kept.").arg(name));
}

PageChoice forgetFailedPage(const WindowFacts &facts)
{
    ErrorText text = describeError(facts.connectionError);
    const QString why = text.headline + QLatin1Char(' ');
    if (facts.usesProvider) {
        text.headline = WindowContent::tr("The sign-in could not be removed.");
        text.explanation = why + WindowContent::tr("You are signed out, but the sign-in may still be in the keychain.");
    } else {
        text.headline = WindowContent::tr("The access token could not be removed.");
        text.explanation =
            why + WindowContent::tr("You are disconnected, but the access token may still be in the keychain.");
    }
    text.nextStep = NextStep::TryAgain;
    text.nextStepLabel = WindowContent::tr("Try Again");
    return errorPage(text, facts.connectionError.kind, PageAction::TryConnectionAgain, true);
}

PageChoice forgottenPage(const WindowFacts &facts)
{
    const QString name = isolatedText(facts.profileName);
    if (!facts.usesProvider)
        return signInPage(facts, WindowContent::tr("You are disconnected"),
                          //: %1 is the name of a connection
                          WindowContent::tr("The access token of %1 is no longer in the keychain.").arg(name));
    //: %1 is the name of a connection
    QString explanation = WindowContent::tr("The sign-in of %1 is no longer on this computer.").arg(name);
    const QString stays = QLatin1Char(' ') + WindowContent::tr("What it had handed out before ends by itself.");
    switch (facts.revocation) {
    case Forgotten::Revocation::NotNeeded:
        break;
    case Forgotten::Revocation::Done:
        explanation += QLatin1Char(' ') + WindowContent::tr("The sign-in service has withdrawn it.");
        break;
    case Forgotten::Revocation::NotOffered:
        explanation += QLatin1Char(' ') + WindowContent::tr("The sign-in service cannot withdraw it.") + stays;
        break;
    case Forgotten::Revocation::Failed:
        explanation += QLatin1Char(' ') + WindowContent::tr("The sign-in service did not withdraw it.") +
                       QLatin1Char(' ') + describeSignInError(facts.connectionError).headline + stays;
        break;
    }
    PageChoice page = signInPage(facts, WindowContent::tr("You are signed out"), explanation);
    if (facts.revocation == Forgotten::Revocation::Failed)
        page.content.details = describeSignInError(facts.connectionError).details;
    return page;
}

PageChoice closedPage(const WindowFacts &facts)
{
    switch (facts.connection) {
    case Connection::Idle:
        return notConnectedPage();
    case Connection::Restoring:
        return restoringPage(facts);
    case Connection::RestoreFailed:
        return errorPage(facts.usesProvider ? describeSignInError(facts.connectionError)
                                            : describeError(facts.connectionError),
                         facts.connectionError.kind, PageAction::TryConnectionAgain, true);
    case Connection::TokenNotKept:
        return notKeptPage(facts);
    case Connection::Forgetting:
        return busyPage(facts,
                        facts.usesProvider ? WindowContent::tr("Signing out…")
                                           : WindowContent::tr("Removing the access token from the keychain…"),
                        {});
    case Connection::ForgetFailed:
        return forgetFailedPage(facts);
    case Connection::Forgotten:
        return forgottenPage(facts);
    }
    Q_UNREACHABLE();
}

PageChoice failedPage(const WindowFacts &facts)
{
    const Error error = facts.error.value_or(Error{});
    ErrorText text = describeNow(error, facts);
    if (error.kind == ErrorKind::Cancelled) {
        text.headline = WindowContent::tr("Loading was cancelled.");
        text.explanation = WindowContent::tr("The tokens are not shown because their list did not come to its end.");
    }
    return errorPage(text, error.kind, PageAction::Refresh, facts.waitMs <= 0);
}

BannerChoice errorBanner(const WindowFacts &facts)
{
    BannerChoice banner;
    banner.text = describeNow(*facts.error, facts);
    if (!banner.text.explanation.isEmpty())
        banner.text.explanation += QLatin1Char(' ');
    banner.text.explanation += listAgeText(facts);
    banner.canAct = facts.waitMs <= 0 || banner.text.nextStep != NextStep::TryAgain;
    return banner;
}

BannerChoice duplicatesNotice(const WindowFacts &facts)
{
    BannerChoice banner;
    banner.tone = Banner::Tone::Notice;
    banner.text.headline = WindowContent::tr("The server sent %Ln token(s) more than once.", nullptr,
                                             static_cast<int>(qMin(facts.duplicates, quint32(1'000'000'000))));
    banner.text.explanation = WindowContent::tr("Each is shown once. Perhaps tokens were created while the list was "
                                                "loading.");
    return banner;
}

BannerChoice historyNotice(const HistoryProblem &problem)
{
    BannerChoice banner;
    banner.tone = Banner::Tone::Notice;
    banner.text.headline = problem.headline;
    banner.text.explanation = problem.explanation;
    return banner;
}

} // namespace

std::optional<PageChoice> choosePage(const WindowFacts &facts)
{
    switch (facts.phase) {
    case Session::Phase::NotConnected:
        return closedPage(facts);
    case Session::Phase::Loading:
        return loadingPage(facts);
    case Session::Phase::Failed:
        return failedPage(facts);
    case Session::Phase::Ready:
        if (facts.total == 0)
            return simplePage("key", WindowContent::tr("No tokens yet"),
                              WindowContent::tr("A provisioning token lets a device join the organization. Create the "
                                                "first one."),
                              WindowContent::tr("New Token…"), PageAction::NewToken);
        if (facts.shown == 0)
            return simplePage("search", WindowContent::tr("Nothing matches"),
                              WindowContent::tr("No token fits the filter."), WindowContent::tr("Clear Filter"),
                              PageAction::ClearFilter);
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

std::optional<BannerChoice> chooseBanner(const WindowFacts &facts)
{
    // Without a list the page in its place says what is wrong.
    if (facts.phase != Session::Phase::Ready)
        return std::nullopt;
    if (facts.error)
        return errorBanner(facts);
    if (auto notice = signInNotice(facts))
        return notice;
    if (facts.duplicates > 0)
        return duplicatesNotice(facts);
    if (facts.historyProblem)
        return historyNotice(*facts.historyProblem);
    return std::nullopt;
}

} // namespace tokendesk
