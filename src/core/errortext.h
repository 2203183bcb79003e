// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace tokendesk {

/// What the button beside an error does.
enum class NextStep {
    None,
    TryAgain,        ///< do the same again (only where doing it twice is harmless)
    Reload,          ///< load the list again to see what happened
    NewAccessToken,  ///< open the connect dialog with the cursor in the token field
    CheckConnection, ///< open the connect dialog
    SignIn,          ///< begin a new sign-in
    ShowCertificate, ///< show what Error::certificate is, and offer to pin it
};

/// An error in words: what happened, what it means, what to do. Plain text, translated; text from the server in it is
/// already made visible (core/safetext.h) and isolated.
struct ErrorText
{
    QString headline;    ///< one short sentence
    QString explanation; ///< one or two sentences; may be empty
    NextStep nextStep = NextStep::None;
    QString nextStepLabel; ///< button text; empty for NextStep::None
    QString details;       ///< for "Copy details": status, code, request id, reason; no secret
};

/// What a person has to give to go on: decides the words and the next step where that is missing or not accepted.
enum class Credential {
    AccessToken, ///< pasted
    SignIn,      ///< with a provider
};

/// The one place that turns an error into words.
[[nodiscard]] ErrorText describeError(const Error &error, Credential credential = Credential::AccessToken);
/// An error of a sign-in under way, where it is the provider that was asked, not the AcuSight server.
[[nodiscard]] ErrorText describeSignInError(const Error &error);

} // namespace tokendesk
