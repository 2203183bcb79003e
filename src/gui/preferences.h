// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>

class QSettings;

namespace tokendesk {

/// What a person may set. Read from and written to QSettings; a value that makes no sense there is the default.
struct Preferences
{
    static constexpr std::array refreshChoices{std::chrono::seconds(0), std::chrono::seconds(10),
                                               std::chrono::seconds(30), std::chrono::seconds(60),
                                               std::chrono::seconds(300)};
    static constexpr int shortestClipboardSeconds = 10;
    static constexpr int longestClipboardSeconds = 300;
    static constexpr int smallestListMegabytes = 16;
    static constexpr int largestListMegabytes = 4096; ///< what the table can number

    static constexpr int fewestHistoryDays = 1;
    static constexpr int mostHistoryDays = 36'500;

    /// "refresh/intervalSeconds", one of refreshChoices; 0: only when asked.
    std::chrono::seconds refreshInterval{30};
    /// "clipboard/clearAfterSeconds", 10 to 300; 0: never.
    std::chrono::seconds clearClipboardAfter{30};

    /// "network/maxListMegabytes", 16 to 4096: the most that a list may have, inflated. A larger one is refused.
    int maxListMegabytes = 1024;

    /// "history/retentionDays", 1 to 36500: how long looks are remembered.
    int historyDays = 730;

    [[nodiscard]] static Preferences load(const QSettings &settings);
    void save(QSettings &settings) const;

    friend bool operator==(const Preferences &, const Preferences &) = default;
};

} // namespace tokendesk
