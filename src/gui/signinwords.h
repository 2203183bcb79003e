// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/windowcontent.h"

namespace tokendesk {

/// Who is signed in and until when, for the status bar. `who` in it is made visible.
struct SignInLine
{
    QString text;    ///< "Signed in as ada@example.com until 14:05"; empty where nothing is known
    QString toolTip; ///< exact times; may be empty
};

/// `nowMs`: this machine's clock, ms since the epoch, UTC.
[[nodiscard]] SignInLine signInLine(const SignInStatus &status, bool usesProvider, qint64 nowMs);

/// What a person has to know in time, above the list; nothing while nobody is needed.
[[nodiscard]] std::optional<BannerChoice> signInNotice(const WindowFacts &facts);

/// "The list is from before: it was loaded 3 minutes ago."
[[nodiscard]] QString listAgeText(const WindowFacts &facts);

} // namespace tokendesk
