// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace tokendesk {

/// What the browser is told at the end of its way.
enum class CallbackPage {
    Received,    ///< the answer was taken
    Declined,    ///< the provider, or the person there, said no
    NotTrusted,  ///< the answer does not belong to this sign-in
    NotAnAnswer, ///< the right path without an answer in it, or a request that makes no sense
    NotFound,    ///< another path
    WrongMethod, ///< anything but GET
    HeadTooLarge,
};

/// A whole HTTP response: status, headers, a page of our own in the person's language. It loads nothing from anywhere,
/// is not kept, tells nobody where the person came from, and says that it can be closed.
[[nodiscard]] QByteArray callbackResponse(CallbackPage page);

} // namespace tokendesk
