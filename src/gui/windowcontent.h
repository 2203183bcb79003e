// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errortext.h"
#include "core/historyrecords.h"
#include "gui/banner.h"
#include "gui/connectionflow.h"
#include "gui/messagepage.h"
#include "session/session.h"

namespace tokendesk {

/// Everything that decides whether the window shows the list, a page in its place, and a banner above it.
struct WindowFacts
{
    Session::Phase phase = Session::Phase::NotConnected;
    std::optional<Error> error; ///< of the last refresh
    ConnectionFlow::State connection = ConnectionFlow::State::Idle;
    Error connectionError;
    QString profileName;
    bool usesProvider = false; ///< the profile
    bool wantsStoring = false; ///< its secrets are to be in the keychain
    Forgotten::Revocation revocation = Forgotten::Revocation::NotNeeded;
    SignInStatus signIn;
    qint64 nowMs = 0; ///< this machine's clock
    int shown = 0;    ///< rows in the table
    int total = 0;    ///< tokens in the list
    quint32 duplicates = 0;
    bool busyForLong = false;
    qint64 rowsLoaded = 0; ///< of a list that is coming
    qint64 rowsTotal = 0;  ///< 0: not known
    qint64 waitMs = 0;     ///< after a 429
    qint64 listAgeMs = 0;
    std::optional<HistoryProblem> historyProblem; ///< what the history on this computer has to say
};

/// What the page's button does.
enum class PageAction {
    None,
    Connect,
    SignIn, ///< or a new access token, as the profile signs in
    CheckConnection,
    ShowCertificate,
    TryConnectionAgain,
    CancelLoading,
    NewToken,
    ClearFilter,
    Refresh
};

struct PageChoice
{
    MessagePage::Content content;
    PageAction action = PageAction::None;
};

/// Nothing: the table is shown.
[[nodiscard]] std::optional<PageChoice> choosePage(const WindowFacts &facts);

struct BannerChoice
{
    Banner::Tone tone = Banner::Tone::Problem;
    ErrorText text;
    bool canAct = true;
};

[[nodiscard]] std::optional<BannerChoice> chooseBanner(const WindowFacts &facts);

} // namespace tokendesk
