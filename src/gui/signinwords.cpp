// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/signinwords.h"

#include "core/relativetime.h"
#include "core/safetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace tokendesk {

namespace {

struct SignInWords
{
    Q_DECLARE_TR_FUNCTIONS(SignInWords)
};

/// Local; the date only where it is another day.
QString timeText(qint64 instant, qint64 now)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(instant);
    const bool today = at.date() == QDateTime::fromMSecsSinceEpoch(now).date();
    return today ? QLocale().toString(at.time(), QLocale::ShortFormat) : QLocale().toString(at, QLocale::ShortFormat);
}

/// Nothing but the person brings it back.
bool hasEnded(const SignInStatus &status, qint64 nowMs)
{
    const bool isOver = status.expiresAtMs != noInstant && status.expiresAtMs <= nowMs;
    switch (status.state) {
    case SignInStatus::State::Unknown:
        return false;
    case SignInStatus::State::SignedIn:
    case SignInStatus::State::Expiring:
        return isOver && !status.renewsItself;
    case SignInStatus::State::NeedsSignIn:
        return isOver || status.expiresAtMs == noInstant;
    }
    Q_UNREACHABLE();
}

/// The sign-in has ended: the list stays, and one click goes on.
BannerChoice endedBanner(const WindowFacts &facts)
{
    BannerChoice banner;
    if (facts.usesProvider) {
        banner.text = describeSignInError(facts.signIn.problem.value_or(Error{.kind = ErrorKind::SignInRequired}));
        banner.text.nextStep = NextStep::SignIn;
        banner.text.nextStepLabel = SignInWords::tr("Sign In");
    } else {
        banner.text = describeError({.kind = ErrorKind::Unauthorized});
        banner.text.headline = SignInWords::tr("The access token has expired.");
        banner.text.explanation = SignInWords::tr("Give a new one to go on.");
    }
    banner.text.explanation += QLatin1Char(' ') + listAgeText(facts);
    return banner;
}

/// It will end, and nothing but the person can help. What renews itself needs nobody.
std::optional<BannerChoice> endingNotice(const WindowFacts &facts)
{
    const SignInStatus &signIn = facts.signIn;
    if (hasEnded(signIn, facts.nowMs))
        return endedBanner(facts);
    switch (signIn.state) {
    case SignInStatus::State::Unknown:
    case SignInStatus::State::SignedIn:
        return std::nullopt;
    case SignInStatus::State::Expiring:
        if (signIn.expiresAtMs == noInstant || (signIn.renewsItself && !signIn.problem))
            return std::nullopt;
        break;
    case SignInStatus::State::NeedsSignIn:
        break;
    }
    const bool isOver = signIn.expiresAtMs <= facts.nowMs;
    const qint64 end = signIn.expiresAtMs;
    const QString at = timeText(end, facts.nowMs);
    BannerChoice banner;
    banner.tone = Banner::Tone::Notice;
    // The headline stays the same while time passes: it is read out once, and a notice that was closed stays closed.
    if (isOver)
        banner.text.headline = SignInWords::tr("Your sign-in could not be renewed.");
    else if (facts.usesProvider)
        //: %1 is a time such as 14:05
        banner.text.headline = SignInWords::tr("Your sign-in ends at %1.").arg(at);
    else
        //: %1 is a time such as 14:05
        banner.text.headline = SignInWords::tr("The access token ends at %1.").arg(at);
    QStringList sentences;
    if (!isOver)
        //: %1 is "in 4 minutes"
        sentences << SignInWords::tr("That is %1.").arg(relativeTime(end, facts.nowMs));
    if (signIn.state == SignInStatus::State::Expiring && signIn.problem) {
        const ErrorText why = describeSignInError(*signIn.problem);
        banner.text.details = why.details;
        sentences << why.headline;
        if (signIn.renewsItself)
            sentences << SignInWords::tr("It is tried again by itself.");
    }
    sentences << (facts.usesProvider ? SignInWords::tr("Sign in again to go on without a break.")
                                     : SignInWords::tr("Give a new one to go on without a break."));
    banner.text.explanation = sentences.join(QLatin1Char(' '));
    banner.text.nextStep = facts.usesProvider ? NextStep::SignIn : NextStep::NewAccessToken;
    banner.text.nextStepLabel = facts.usesProvider ? SignInWords::tr("Sign In") : SignInWords::tr("New Access Token…");
    return banner;
}

/// Not to be told only at the next start.
BannerChoice notStoredNotice(const Error &why)
{
    BannerChoice banner;
    const ErrorText text = describeError(why, Credential::SignIn);
    banner.tone = Banner::Tone::Notice;
    banner.text.headline = SignInWords::tr("Your sign-in is not in the keychain.");
    banner.text.explanation =
        text.headline + QLatin1Char(' ') +
        SignInWords::tr("It holds until you quit Token Desk; after that you will have to sign in again.");
    banner.text.details = text.details;
    return banner;
}

} // namespace

QString listAgeText(const WindowFacts &facts)
{
    //: %1 is "3 minutes ago"
    return SignInWords::tr("The list is from before: it was loaded %1.").arg(relativeTime(0, facts.listAgeMs));
}

SignInLine signInLine(const SignInStatus &status, bool usesProvider, qint64 nowMs)
{
    const QString exact = exactTime(status.expiresAtMs, QLocale());
    const bool isKnown = status.expiresAtMs != noInstant;
    SignInLine line;
    if (status.state == SignInStatus::State::Unknown)
        return line;
    if (hasEnded(status, nowMs)) {
        line.text = usesProvider ? SignInWords::tr("Sign-in has ended") : SignInWords::tr("Access token has expired");
        line.toolTip = isKnown ? exact : QString();
        return line;
    }
    const QString who = visibleText(status.who, 80);
    // The end of an access token that is renewed in time is nobody's business.
    const bool willEnd = isKnown && !(status.renewsItself && !status.problem);
    const QString until = timeText(status.expiresAtMs, nowMs);
    if (willEnd)
        //: %1 is a person, %2 a time such as 14:05
        line.text = who.isEmpty() ? SignInWords::tr("Signed in until %1").arg(until)
                                  : SignInWords::tr("Signed in as %1 until %2").arg(who, until);
    else
        //: %1 is a person
        line.text = who.isEmpty() ? SignInWords::tr("Signed in") : SignInWords::tr("Signed in as %1").arg(who);
    if (willEnd)
        line.toolTip = exact;
    else if (isKnown)
        //: %1 is a date and time
        line.toolTip = SignInWords::tr("The sign-in renews itself. Its access token is valid until %1.").arg(exact);
    return line;
}

std::optional<BannerChoice> signInNotice(const WindowFacts &facts)
{
    if (auto notice = endingNotice(facts))
        return notice;
    if (facts.usesProvider && facts.wantsStoring && facts.signIn.storingProblem)
        return notStoredNotice(*facts.signIn.storingProblem);
    return std::nullopt;
}

} // namespace tokendesk
