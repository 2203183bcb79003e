// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/oidcclient.h"

namespace tokendesk {

/// Pure: the answer of a device authorization endpoint (RFC 8628 section 3.2), or why there is none.
[[nodiscard]] Result<DeviceAuthorization> parseDeviceAuthorization(const ProviderReply &reply, const FormFields &sent,
                                                                   const QString &issuer);

} // namespace tokendesk
