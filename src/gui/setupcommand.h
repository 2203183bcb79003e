// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QString>
#include <QStringList>

namespace tokendesk {

/// What a person should know of a setup command before running it as root.
struct SetupCommandCheck
{
    bool hasHiddenCharacters = false; ///< control, invisible or direction-changing characters
    QStringList foreignHosts;         ///< neither the server's host nor a sub- or parent domain of it; made visible
};
/// Reads the hosts that are written out in the command; what a shell makes of variables is not looked at.
[[nodiscard]] SetupCommandCheck checkSetupCommand(const Secret &command, const QString &serverHost);

/// "apt_" and dots, always the same number of them.
[[nodiscard]] QString maskedToken(const Secret &token);
/// The command with dots for the token. Where the token is not found in it as it is, all of it is dots: it may be
/// in there in another form.
[[nodiscard]] QString maskedCommand(const Secret &command, const Secret &token);
/// As sent, with escapes for what cannot be seen.
[[nodiscard]] QString shownCommand(const Secret &command);

} // namespace tokendesk
