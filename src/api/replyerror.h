// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>

namespace tokendesk {

/// An HTTP status that is no success, as a kind. 4xx without a kind of its own is a refusal: Validation.
[[nodiscard]] ErrorKind kindOfStatus(int status);

/// Fills serverCode and serverMessage from the error envelope (docs/api, Envelope), bounded; says in `detail` where
/// HTML came instead. Anything else in `body` is ignored: the status has said what matters.
void readErrorEnvelope(const QByteArray &body, const QByteArray &contentType, Error &error);

[[nodiscard]] bool looksLikeHtml(const QByteArray &body, const QByteArray &contentType);

/// The same error for a request that changes something and may have reached the server: where no usable, complete
/// answer came it is OutcomeUnknown and the old kind is its cause. A refusal stays what it is.
[[nodiscard]] Error asOutcome(Error error);

} // namespace tokendesk
