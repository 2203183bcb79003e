// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <tl/expected.hpp>

namespace tokendesk {

/// A value or an Error, never both, never neither. (std::expected needs C++23; GCC 12 and clang 16 do not agree on it.)
template <class T>
using Result = tl::expected<T, Error>;

/// `return failure({.kind = ErrorKind::Timeout});`
inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace tokendesk
