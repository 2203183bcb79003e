// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errortext.h"

#include <QCoreApplication>

#include <optional>

namespace tokendesk {

/// What errortext.cpp is made of; nobody else needs it.
struct ErrorWords
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

/// "The server says: ...", or nothing.
[[nodiscard]] QString said(const Error &error);
[[nodiscard]] QString saidBySignInService(const Error &error);
[[nodiscard]] QString joined(const QString &a, const QString &b);
/// "12 seconds"
[[nodiscard]] QString waitText(qint64 ms);
[[nodiscard]] QString certificateProblems(const Error &error);

/// Where whoever signs in with a provider has no access token to give; nothing where the words are the same.
[[nodiscard]] std::optional<ErrorText> wordsForSignedIn(const Error &error);
/// Where it is the provider that was asked; nothing where that makes no difference.
[[nodiscard]] std::optional<ErrorText> wordsForSigningIn(const Error &error);

} // namespace tokendesk
