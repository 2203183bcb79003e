// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QNetworkReply>

namespace tokendesk {

/// 0 where no status line came.
[[nodiscard]] int statusOf(const QNetworkReply &reply);
[[nodiscard]] ErrorKind kindOf(QNetworkReply::NetworkError error);
/// QNetworkReply::errorString() holds the URL; the name of the code holds nothing.
[[nodiscard]] QString nameOf(QNetworkReply::NetworkError error);

} // namespace tokendesk
