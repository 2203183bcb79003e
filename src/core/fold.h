// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace tokendesk {

/// Case and accents folded: "Ärzte-HAUS" and "arzte-haus" are the same text. Compatibility decomposition (NFKD), marks
/// dropped, simple case folding (Unicode). Invalid UTF-8 becomes U+FFFD. The result is UTF-8.
[[nodiscard]] std::string foldText(QStringView text);
/// Appends the folded text to `out`; pure ASCII, the common case, is folded without a QString.
void appendFolded(std::string_view utf8, std::vector<char> &out);

} // namespace tokendesk
