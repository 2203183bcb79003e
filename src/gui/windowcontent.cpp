// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windowcontent.h"

#include "core/relativetime.h"
#include "core/safetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace tokendesk {

namespace {

struct WindowContent
{
    Q_DECLARE_TR_FUNCTIONS(WindowContent)
};

using Connection = ConnectionFlow::State;

/// A wait that is under way is said as it is now, not as it was when the answer came.
ErrorText describeNow(Error error, qint64 waitMs)
{
    if (error.kind == ErrorKind::RateLimited && waitMs > 0)
        error.retryAfterMs = waitMs;
    return describeError(error);
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
        return PageAction::NewAccessToken;
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

PageChoice closedPage(const WindowFacts &facts)
{
    switch (facts.connection) {
    case Connection::Idle:
        return simplePage("plug", WindowContent::tr("Not connected yet"),
                          WindowContent::tr("Connect to an AcuSight server with an access token to see and manage the "
                                            "provisioning tokens of your organization."),
                          WindowContent::tr("Connect…"), PageAction::Connect);
    case Connection::Restoring:
        return busyPage(facts, WindowContent::tr("Asking the keychain for the access token…"),
                        WindowContent::tr("If it is locked, it asks for its password in a window of its own."));
    case Connection::RestoreFailed:
        return errorPage(describeError(facts.connectionError), facts.connectionError.kind,
                         PageAction::TryConnectionAgain, true);
    case Connection::TokenNotKept:
        return simplePage("key", WindowContent::tr("An access token is needed"),
                          //: %1 is the name of a connection
                          WindowContent::tr("The access token of %1 was for one session only and was not kept.")
                              .arg(isolatedText(facts.profileName)),
                          WindowContent::tr("New Access Token…"), PageAction::NewAccessToken);
    case Connection::Forgetting:
        return busyPage(facts, WindowContent::tr("Removing the access token from the keychain…"), {});
    case Connection::ForgetFailed: {
        ErrorText text = describeError(facts.connectionError);
        text.explanation =
            text.headline + QLatin1Char(' ') +
            WindowContent::tr("You are disconnected, but the access token may still be in the keychain.");
        text.headline = WindowContent::tr("The access token could not be removed.");
        text.nextStep = NextStep::TryAgain;
        text.nextStepLabel = WindowContent::tr("Try Again");
        return errorPage(text, facts.connectionError.kind, PageAction::TryConnectionAgain, true);
    }
    }
    Q_UNREACHABLE();
}

PageChoice failedPage(const WindowFacts &facts)
{
    const Error error = facts.error.value_or(Error{});
    ErrorText text = describeNow(error, facts.waitMs);
    if (error.kind == ErrorKind::Cancelled) {
        text.headline = WindowContent::tr("Loading was cancelled.");
        text.explanation = WindowContent::tr("The tokens are not shown because their list did not come to its end.");
    }
    return errorPage(text, error.kind, PageAction::Refresh, facts.waitMs <= 0);
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
    if (facts.error) {
        BannerChoice banner;
        banner.text = describeNow(*facts.error, facts.waitMs);
        if (!banner.text.explanation.isEmpty())
            banner.text.explanation += QLatin1Char(' ');
        //: %1 is "3 minutes ago"
        banner.text.explanation +=
            WindowContent::tr("The list is from before: it was loaded %1.").arg(relativeTime(0, facts.listAgeMs));
        banner.canAct = facts.waitMs <= 0 || banner.text.nextStep != NextStep::TryAgain;
        return banner;
    }
    if (facts.duplicates > 0) {
        BannerChoice banner;
        banner.tone = Banner::Tone::Notice;
        banner.text.headline = WindowContent::tr("The server sent %Ln token(s) more than once.", nullptr,
                                                 static_cast<int>(qMin(facts.duplicates, quint32(1'000'000'000))));
        banner.text.explanation =
            WindowContent::tr("Each is shown once. Perhaps tokens were created while the list was "
                              "loading.");
        return banner;
    }
    if (facts.historyProblem) {
        BannerChoice banner;
        banner.tone = Banner::Tone::Notice;
        banner.text.headline = facts.historyProblem->headline;
        banner.text.explanation = facts.historyProblem->explanation;
        return banner;
    }
    return std::nullopt;
}

} // namespace tokendesk
